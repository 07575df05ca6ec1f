package form

import (
	"fuhe"
	"fuhe/extract/grid"
)

// printed is the form as it stands on paper: its rows of the table, and the lines around them.
func (f *reader) printed() fuhe.Printed {
	g := f.view.Grid
	from, to := 0, g.Rows
	if !f.first && f.from < len(f.view.Rows) {
		from = f.view.Rows[f.from]
	}
	if !f.last && f.to < len(f.view.Rows) {
		to = f.view.Rows[f.to]
	}
	part := grid.Grid{Sheet: g.Sheet, Page: g.Page, Table: g.Table, Rows: to - from, Cols: g.Cols, Box: g.Box}
	part.Cells = make([]grid.Cell, 0, len(g.Cells)) // kept as long as the form: no room to grow
	for _, c := range g.Cells {
		if c.Row < from || c.Row >= to {
			continue
		}
		c.Row -= from
		c.RowSpan = min(c.RowSpan, part.Rows-c.Row)
		part.Cells = append(part.Cells, c)
	}
	if from > 0 || to < g.Rows {
		part.Box = boxOf(part.Cells)
	}
	p := fuhe.Printed{Table: part.AsTable()}
	if f.first {
		p.Above = g.Above
	}
	if f.last {
		p.Below = g.Below
	}
	for i := 1; i < len(g.Edges); i++ {
		p.Widths = append(p.Widths, g.Edges[i]-g.Edges[i-1])
	}
	return p
}

// boxOf is the smallest box around cells; zero when a place is unknown.
func boxOf(cells []grid.Cell) fuhe.Box {
	var out fuhe.Box
	for i, c := range cells {
		b := c.At.Box
		switch {
		case b.IsZero():
			return fuhe.Box{}
		case i == 0:
			out = b
		default:
			out = fuhe.Box{min(out[0], b[0]), min(out[1], b[1]), max(out[2], b[2]), max(out[3], b[3])}
		}
	}
	return out
}
