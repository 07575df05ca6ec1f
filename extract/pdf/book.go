package pdf

import (
	"fmt"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
	"fuhe/extract/page/binder"
)

// add puts one page into the book.
func (r *reading) add(n int, o outcome) {
	r.binder.Add(n, binder.Leaf{Page: o.page, Grids: o.grids, Err: o.err, Doubt: o.doubt, Lost: r.lost(o), Recognised: o.recognised})
}

// spent gives a page back to who read it.
func (r *reading) spent(p page.Page) {
	if d, ok := r.first.document.(nativeDocument); ok && p.Reader == string(Native) {
		d.Release(p)
	}
}

// lost says why the content of a page may be lost when nothing is drawn on it; "" when it may well be blank.
func (r *reading) lost(o outcome) string {
	switch {
	case r.first.err != nil:
		return fmt.Sprintf("a blank page in a damaged file (%v): its content may be lost", r.first.err)
	case r.repaired() != "":
		return fmt.Sprintf("a blank page in a damaged file (%s): its content may be lost", r.repaired())
	case o.page.Because != "" && r.options.Reader != PDFium:
		return fmt.Sprintf("a blank page to %s, its content may be lost (%s)", o.page.Reader, o.page.Because)
	}
	return ""
}

// beside says what the file holds besides its pages and nobody reads.
func (r *reading) beside() {
	for _, s := range []*side{r.first, r.second} {
		h, ok := s.document.(holder)
		if !ok {
			continue
		}
		if r.clock.over() {
			r.unread(fuhe.Source{}, "attached files: no time is left for it")
			return
		}
		reasons, err := within(min(pageTime, r.clock.left()), r.clock, func() ([]string, error) { return h.Beside(), nil }, nil)
		if err != nil {
			reasons = []string{fmt.Sprintf("attached files: %v", err)}
		}
		for _, reason := range reasons {
			r.unread(fuhe.Source{}, "%s", reason)
		}
		return
	}
}

func (r *reading) unread(at fuhe.Source, format string, args ...any) {
	r.binder.Unread(at, format, args...)
}

// place names a table in words.
func place(g *grid.Grid) string { return fmt.Sprintf("table %d of %d × %d", g.Table, g.Rows, g.Cols) }
