package pdf

import (
	"fmt"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page/binder"
)

// add puts one page into the book.
func (r *reading) add(n int, o outcome) {
	r.binder.Add(n, binder.Leaf{Page: o.page, Grids: o.grids, Err: o.err, Doubt: o.doubt, Lost: r.lost(o)})
}

// lost says why the content of a page may be lost when nothing is drawn on it; "" when it may well be blank.
func (r *reading) lost(o outcome) string {
	switch {
	case r.first.err != nil:
		return fmt.Sprintf("a blank page in a damaged file (%v): its content may be lost", r.first.err)
	case o.page.Because != "" && r.options.Reader != PDFium:
		return fmt.Sprintf("a blank page to %s, its content may be lost (%s)", o.page.Reader, o.page.Because)
	}
	return ""
}

func (r *reading) unread(at fuhe.Source, format string, args ...any) {
	r.binder.Unread(at, format, args...)
}

// place names a table in words.
func place(g *grid.Grid) string { return fmt.Sprintf("table %d of %d × %d", g.Table, g.Rows, g.Cols) }
