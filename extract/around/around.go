// Package around recognises what stands around tables and across them: grids as a reader found them go in, tables come
// out with their title, their unit, the lines above and the notes below, their rows of headings; on request those that go
// on over pages as one. It counts the figures of every page against those in the cells, and says what stands outside of all
// tables. It knows no form, types no figure and opens no file.
package around

import (
	"slices"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/work"
)

// Tables are the grids of a file as tables; whole puts those together that go on over pages. Outside is what the file
// holds besides. Several tables are looked at at a time where jobs are free.
func Tables(jobs *work.Jobs, book grid.Book, whole bool) (tables []fuhe.Table, outside []fuhe.Outside) {
	parts := slices.Clone(book.Grids)
	joined := parts
	if whole {
		withoutContinued(parts)
		joined = grid.JoinPages(parts)
	}
	all := stretches(joined, parts)
	jobs.Each(len(all), func(i int) { all[i].describe() })
	rest := leftovers{}
	for i := range all {
		tables = append(tables, all[i].table)
		rest.take(all[i].strays)
		rest.take(all[i].grid.Below)
	}
	for _, l := range book.Loose {
		rest.take(l.Lines)
		rest.pictures(l)
	}
	withTable := make(map[int]bool, len(book.Grids)) // pages
	for i := range book.Grids {
		withTable[book.Grids[i].Page] = true
	}
	outside = rest.outside()
	for i := range outside {
		o := &outside[i]
		o.NoTable = o.At.Page > 0 && !withTable[o.At.Page]
	}
	return tables, outside
}

// stretch is a grid, joined or not, with what it was joined of, and what becomes of it.
type stretch struct {
	grid   *grid.Grid
	own    []grid.Grid
	notes  []fuhe.Line // below it
	table  fuhe.Table
	strays []fuhe.Line // above it, not of the table
}

// stretches are joined grids, each with its own of the parts and with its notes, which may stand over the next one.
func stretches(joined, parts []grid.Grid) []stretch {
	all := make([]stretch, len(joined))
	for i := range joined {
		g := &joined[i]
		own := parts[:1+len(g.Breaks)]
		parts = parts[len(own):]
		all[i] = stretch{grid: g, own: own, notes: splitNotes(&g.Below)}
		if i+1 < len(joined) && samePlace(g, &joined[i+1]) {
			all[i].notes = append(all[i].notes, splitNotes(&joined[i+1].Above)...)
		}
	}
	return all
}

// describe makes a table of the grid and counts its figures.
func (s *stretch) describe() {
	joinCutRows(s.grid)
	s.table, s.strays = describe(s.grid, s.grid.Above, s.notes)
	count(&s.table, s.grid, s.own)
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
