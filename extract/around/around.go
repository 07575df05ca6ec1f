// Package around recognises what stands around tables and across them: grids as a reader found them go in, tables come
// out with their title, their unit, the lines above and the notes below, their rows of headings; on request those that go
// on over pages as one. It counts the figures of every page against those in the cells, and says what stands outside of all
// tables. It knows no form, types no figure and opens no file.
package around

import (
	"slices"

	"fuhe"
	"fuhe/extract/grid"
)

// Tables are the grids of a file as tables; whole puts those together that go on over pages. Outside is what the file
// holds besides.
func Tables(book grid.Book, whole bool) (tables []fuhe.Table, outside []fuhe.Outside) {
	parts := slices.Clone(book.Grids)
	joined := parts
	if whole {
		withoutContinued(parts)
		joined = grid.JoinPages(parts)
	}
	rest := leftovers{}
	for i := range joined {
		g := &joined[i]
		own := parts[:1+len(g.Breaks)]
		parts = parts[len(own):]
		joinCutRows(g)
		above, notes := g.Above, splitNotes(&g.Below)
		if i+1 < len(joined) && samePlace(g, &joined[i+1]) {
			notes = append(notes, splitNotes(&joined[i+1].Above)...)
		}
		t, strays := describe(g, above, notes)
		count(&t, g, own)
		tables = append(tables, t)
		rest.take(strays)
		rest.take(g.Below)
	}
	for _, l := range book.Loose {
		rest.take(l.Lines)
		rest.pictures(l)
	}
	outside = rest.outside()
	for i := range outside {
		o := &outside[i]
		o.NoTable = o.At.Page > 0 && !slices.ContainsFunc(book.Grids, func(g grid.Grid) bool { return g.Page == o.At.Page })
	}
	return tables, outside
}

// samePlace reports whether what stands between two tables may belong to the first: they are on one page, or the file has
// none.
func samePlace(a, b *grid.Grid) bool { return a.Sheet == b.Sheet && a.Page+len(a.Breaks) == b.Page }

// describe is a grid as a table with what belongs to it; strays are the lines above that do not.
func describe(g *grid.Grid, above, notes []fuhe.Line) (t fuhe.Table, strays []fuhe.Line) {
	t = g.AsTable()
	h := headOf(above)
	s := &t.Setting
	s.Above, s.Below, s.Breaks, s.Unsure = h.own, notes, g.Breaks, g.Unsure
	s.Widths = widths(g)
	rows := rowsOf(g)
	s.Lead = rows.lead()
	s.Head = rows.head(s.Lead)
	s.Tail = rows.tail(s.Lead + s.Head)
	inner := headOf(rows.lines(0, s.Lead))
	t.Title, t.Unit = firstOf(inner.title, h.title), firstOf(inner.unit, h.unit, unitInHeadings(rows.lines(s.Lead, s.Lead+s.Head)))
	for _, n := range slices.Concat(notes, rows.lines(g.Rows-s.Tail, g.Rows)) {
		t.Notes = append(t.Notes, n.Text)
	}
	for p := range len(g.Breaks) {
		t.Pages = append(t.Pages, g.Page+p)
	}
	if len(t.Pages) > 0 {
		t.Pages = append(t.Pages, g.Page+len(g.Breaks))
	}
	return t, h.rest
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// widths are those of the columns; nil when the file has no geometry.
func widths(g *grid.Grid) []float64 {
	if len(g.Edges) != g.Cols+1 {
		return nil
	}
	out := make([]float64, g.Cols)
	for i := range out {
		out[i] = g.Edges[i+1] - g.Edges[i]
	}
	return out
}
