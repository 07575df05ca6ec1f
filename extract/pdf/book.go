package pdf

import (
	"fmt"
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page/lattice"
)

// add puts one page into the book.
func (r *reading) add(n int, o outcome) {
	at := fuhe.Source{Page: n}
	if o.err != nil {
		r.unread(at, "%v", o.err)
		return
	}
	b := &r.book
	b.Readers = append(b.Readers, fuhe.PageReader{Page: n, Reader: o.page.Reader, Because: o.page.Because})
	if reason := scanned(o); reason != "" {
		r.unread(at, "%s", reason)
		return
	}
	said := false
	for i, g := range o.grids {
		if single(g) && (len(b.Grids) == 0 || !grid.Continues(b.Grids[len(b.Grids)-1], g)) {
			continue // a frame around a text
		}
		if i == 0 {
			r.takeHead(&g)
		}
		if g.Unsure != "" {
			if o.doubt != "" && o.doubt != g.Unsure {
				g.Unsure = o.doubt + "; " + g.Unsure
			}
			r.unread(at, "table %d: %s", g.Table, g.Unsure)
			said = true
		}
		b.Grids = append(b.Grids, g)
	}
	switch {
	case said:
	case o.doubt != "":
		r.unread(at, "%s", o.doubt)
	case r.first.err != nil && o.blank():
		r.unread(at, "a blank page in a damaged file (%v): its content may be lost", r.first.err)
	case o.page.Because != "" && r.options.Reader != PDFium && o.blank():
		r.unread(at, "a blank page to %s, its content may be lost (%s)", o.page.Reader, o.page.Because)
	}
}

// blank reports whether nothing is drawn on a page.
func (o *outcome) blank() bool {
	return len(o.page.Glyphs)+len(o.page.Rules)+len(o.page.Shades) == 0 && o.page.ImageArea == 0
}

// takeHead gives a table without any line above it those at the foot of the page before, when that one has no table: a
// title that was left alone at the end of its page.
func (r *reading) takeHead(g *grid.Grid) {
	if len(g.Above) > 0 || r.last.err != nil || len(r.last.grids) > 0 || r.last.page.Number != g.Page-1 || scanned(r.last) != "" {
		return
	}
	lines := lattice.Lines(r.last.page)
	from := len(lines)
	for from > 0 && len(lines)-from < headLines && !strings.ContainsAny(lines[from-1].Text, "。；，！？;") {
		from-- // running text has points, a title has none
	}
	g.Above = slices.Clone(lines[from:])
}

// scanned says that a page is a picture of a page; "" when it is none. A page number or a stamp put on a scan is no text
// of it, and a text layer without rules holds no tables.
func scanned(o outcome) string {
	if o.page.ImageArea <= scanShare || len(o.grids) > 0 {
		return ""
	}
	seen, hidden := 0, 0
	for _, g := range o.page.Glyphs {
		switch {
		case g.Text != "" && strings.TrimSpace(g.Text) == "":
		case g.Hidden:
			hidden++
		default:
			seen++
		}
	}
	switch {
	case seen > scanGlyphs:
		return ""
	case hidden > 0:
		return "scanned page with a hidden text layer, no rules to read it by"
	}
	return "scanned page, no text"
}

func single(g grid.Grid) bool { return g.Rows == 1 && g.Cols == 1 }

// place names a table in words.
func place(g *grid.Grid) string { return fmt.Sprintf("table %d of %d × %d", g.Table, g.Rows, g.Cols) }
