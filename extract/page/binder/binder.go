// Package binder makes a book of pages that were read one by one, in their order: in go pages with the tables found on
// them, out come the tables with the text that belongs to them, who read which page, and what was not read with the
// reason: scans, doubts, pages whose content may be lost. It joins no tables over pages and knows no form.
package binder

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
	"fuhe/extract/page/inferred"
	"fuhe/extract/page/typeset"
)

// Leaf is one page with the tables found on it.
type Leaf struct {
	Page  page.Page
	Grids []grid.Grid
	Err   error     // why the page was not read; nil when it was
	Doubt string    // why it cannot be relied on; "" when it can
	Code  fuhe.Code // of that doubt; "" for the usual one
	Lost  string    // what to say when nothing is drawn on it; "" when it may well be blank

	Recognised bool // its writing was recognised in the picture of a scan: it is one, and was read
}

// Binder holds the book as far as it is bound.
type Binder struct {
	Book   grid.Book
	Spent  func(page.Page)  // is told of pages that nothing here looks at any more; nil when nobody asks
	forms  *inferred.Finder // of forms without rules; nil when nobody looks for them
	tables bool             // tables without rules are wanted
	last   Leaf
	rest   int // the last page of which it was said that the rest of a row may stand there; 0 for none
}

// Infer has tables or forms found that draw no rules.
func (b *Binder) Infer(w inferred.Wish) {
	if b.tables = w.Tables; w.Forms != nil {
		b.forms = &inferred.Finder{Words: *w.Forms}
	}
}

// Add puts page n into the book.
func (b *Binder) Add(n int, l Leaf) {
	before := b.last
	b.add(fuhe.Source{Page: n}, &l)
	b.last = l
	if b.Spent != nil && before.ruled() {
		b.Spent(before.Page)
	}
}

// ruled reports whether a page has a table that rules enclose: nothing of such a page is kept for those behind it but the
// tables.
func (l *Leaf) ruled() bool {
	return l.Err == nil && slices.ContainsFunc(l.Grids, func(g grid.Grid) bool { return !g.Inferred })
}

func (b *Binder) add(at fuhe.Source, l *Leaf) {
	if l.Err != nil {
		b.Unread(at, "%v", l.Err)
		return
	}
	l.Grids = b.withoutPageful(at, l.Grids)
	b.Book.Readers = append(b.Book.Readers, fuhe.PageReader{Page: at.Page, Reader: l.Page.Reader, Because: l.Page.Because})
	b.Book.Sizes = append(b.Book.Sizes, fuhe.PageSize{Page: at.Page, Width: hundredths(l.Page.Width), Height: hundredths(l.Page.Height), Rotation: l.Page.Rotation})
	if reason := Scanned(*l); reason != "" {
		b.Unread(at, "%s", reason)
		return
	}
	said := b.infer(l)
	doubted, frames := b.addTables(at, *l)
	b.addLoose(at.Page, *l, frames)
	said = said || doubted
	switch {
	case said:
	case l.Doubt != "":
		b.Book.Unread = append(b.Book.Unread, fuhe.Unread{At: at, Reason: l.Doubt, Code: l.Code})
	case l.Lost != "" && blank(l.Page):
		b.Unread(at, "%s", l.Lost)
	}
}

// infer has the forms of a page found that draws no rules, and reports whether one of them was seen and not read.
func (b *Binder) infer(l *Leaf) (said bool) {
	if b.tables && l.Doubt == "" {
		l.Grids = inferred.Tables(l.Page, l.Grids)
	}
	if b.forms == nil {
		return false
	}
	grids, refused, ok := b.forms.Page(l.Page, l.Grids)
	if !ok {
		return false
	}
	for _, r := range refused {
		if n := len(b.Book.Grids); r.Open && n > 0 && b.Book.Grids[n-1].Unsure == "" {
			b.Book.Grids[n-1].Unsure = strings.TrimPrefix(r.Reason, inferred.NotRead)
		}
		b.Unread(r.At, "%s", r.Reason)
	}
	if l.Grids = grids; l.Doubt != "" {
		for i := range l.Grids {
			l.Grids[i].Unsure = l.Doubt
		}
	}
	return len(refused) > 0
}

// addTables puts the tables of a page into the book and reports whether one of them was said to be in doubt; frames around a
// text are no tables.
func (b *Binder) addTables(at fuhe.Source, l Leaf) (said bool, frames []grid.Grid) {
	for i, g := range l.Grids {
		if n := len(b.Book.Grids); single(g) && (n == 0 || !grid.Continues(b.Book.Grids[n-1], g)) {
			frames = append(frames, g)
			continue
		}
		if i == 0 {
			b.takeHead(&g)
		}
		if g.Unsure != "" {
			if l.Doubt != "" && l.Doubt != g.Unsure {
				g.Unsure = l.Doubt + "; " + g.Unsure
			}
			b.Unread(at, "table %d: %s", g.Table, g.Unsure)
			said = true
		}
		b.Book.Grids = append(b.Book.Grids, g)
	}
	return said, frames
}

// addLoose notes the lines of a page without tables, what stands in frames around texts, and pictures.
func (b *Binder) addLoose(n int, l Leaf, frames []grid.Grid) {
	loose := grid.Loose{Page: n, Pictures: l.Page.ImageArea > 0}
	if len(l.Grids) == len(frames) {
		loose.Lines, frames = typeset.Lines(l.Page), nil
	}
	for _, f := range frames {
		loose.Lines = append(loose.Lines, f.Above...)
		for _, c := range f.Cells {
			loose.Lines = append(loose.Lines, fuhe.Line{Text: c.Text, At: c.At})
		}
		loose.Lines = append(loose.Lines, f.Below...)
	}
	if len(loose.Lines) > 0 || loose.Pictures {
		b.Book.Loose = append(b.Book.Loose, loose)
	}
}

// Unread says what was not read, and why.
func (b *Binder) Unread(at fuhe.Source, format string, args ...any) {
	b.Book.Unread = append(b.Book.Unread, fuhe.Unread{At: at, Reason: fmt.Sprintf(format, args...)})
}

// hundredths of a point are as exact as boxes are told.
func hundredths(v float64) float64 { return math.Round(100*v) / 100 }

// blank reports whether nothing is drawn on a page.
func blank(p page.Page) bool {
	return len(p.Glyphs)+len(p.Rules)+len(p.Shades) == 0 && p.ImageArea == 0
}

// withoutPageful leaves out what lines down a page enclose, unless the page before ends within a row that goes on between them. Where
// that page ends within a row of other columns, it is said that the rest of it may stand here.
func (b *Binder) withoutPageful(at fuhe.Source, grids []grid.Grid) []grid.Grid {
	if len(grids) != 1 || grids[0].Rows != 1 || !grids[0].OpenTop || !grids[0].OpenBottom {
		return grids
	}
	n := len(b.Book.Grids)
	switch within := n > 0 && b.Book.Grids[n-1].OpenBottom && b.Book.Grids[n-1].Page == at.Page-1; {
	case !within && (b.rest == 0 || b.rest != at.Page-1):
		return nil
	case !within || !grid.Continues(b.Book.Grids[n-1], grids[0]):
		b.rest = at.Page
		b.Unread(at, "the rest of a row that the page before begins may stand here, between other lines")
		return nil
	}
	return grids
}

func single(g grid.Grid) bool { return g.Rows == 1 && g.Cols == 1 }
