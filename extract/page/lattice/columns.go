package lattice

import (
	"slices"

	"fuhe/extract/page/typeset"
)

// splitUnruled splits rows whose columns are ruled in the headings only: some tables draw no rule between the figures
// below. It takes several such rows under a row with all the rules, texts set apart by wide gaps, none of them across a
// border and together in most of the columns; a merged cell of a form never looks like that.
func (t *table) splitUnruled(d *desk) {
	var cells []cell
	done := 0 // of the cells
	for i := 0; i < len(t.cells); {
		n := t.unruled(i)
		if n >= leastUnruled && t.columnsWritten(d, t.cells[i:i+n]) {
			cells = append(cells, t.cells[done:i]...)
			for k := range n {
				cells = append(cells, t.byColumn(&t.cells[i+k])...)
			}
			done = i + n
		}
		i += max(n, 1)
	}
	if done > 0 {
		t.cells = append(cells, t.cells[done:]...)
		t.index()
	}
}

// unruled is the number of cells from the i-th on that are whole rows of the table without a rule inside, the first
// under a row with all rules.
func (t *table) unruled(i int) int {
	cols := len(t.xs) - 1
	first := &t.cells[i]
	if cols < leastColumns || first.row == 0 || first.cols != cols || first.rows != 1 {
		return 0
	}
	for c := range cols {
		if k := t.at[(first.row-1)*cols+c]; k < 0 || t.cells[k].cols != 1 {
			return 0
		}
	}
	n := 0
	for i+n < len(t.cells) && t.cells[i+n].cols == cols && t.cells[i+n].rows == 1 {
		n++
	}
	return n
}

// columnsWritten reports whether every cell holds a line of texts that keep to the columns, most columns written.
func (t *table) columnsWritten(d *desk, cells []cell) bool {
	written := 0
	for i := range cells {
		c := &cells[i]
		if slices.ContainsFunc(c.glyphs, func(g typeset.Glyph) bool { return g.Quarter != 0 }) {
			return false
		}
		rows := c.lines(d)
		if len(rows) != 1 {
			return false
		}
		before := -1
		for _, text := range rows[0].Apart() {
			col, inside := t.column(text[0]), t.column(text[1])
			if col != inside || col <= before {
				return false
			}
			before = col
			written++
		}
	}
	return 2*written > len(cells)*(len(t.xs)-1)
}

// column is the column a place lies in.
func (t *table) column(x float64) int {
	i, on := slices.BinarySearch(t.xs, x)
	if !on {
		i--
	}
	return i
}

// byColumn is a cell cut at the column borders.
func (t *table) byColumn(c *cell) []cell {
	out := make([]cell, c.cols)
	for i := range out {
		out[i] = cell{row: c.row, col: c.col + i, rows: 1, cols: 1, struck: c.struck, doubt: c.doubt}
	}
	for _, g := range c.glyphs {
		x, _ := g.Centre()
		i := max(0, min(t.column(x)-c.col, c.cols-1))
		out[i].glyphs = append(out[i].glyphs, g)
	}
	return out
}
