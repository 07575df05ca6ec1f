package lattice

import (
	"math"
	"slices"

	"fuhe/extract/page/typeset"
)

// splitHeading splits a heading row without dividers over ruled columns: texts set apart that keep to the columns.
func (t *table) splitHeading(d *desk) {
	cols := len(t.xs) - 1
	if cols < 2 || len(t.cells) < 1+cols || t.cells[0].cols != cols || t.cells[0].rows != 1 {
		return
	}
	for c := range cols {
		if k := t.at[cols+c]; k < 0 || t.cells[k].cols != 1 {
			return
		}
	}
	if t.keepsColumns(d, &t.cells[0]) < max(2, cols-1) || len(differentTexts(d, &t.cells[0])) < 2 {
		return
	}
	t.cells = append(t.byColumn(&t.cells[0]), t.cells[1:]...)
	t.inferred = true
	t.index()
}

// differentTexts are the texts set apart in a cell, each once: headings differ.
func differentTexts(d *desk, c *cell) map[string]bool {
	out := make(map[string]bool)
	rows := c.lines(d)
	for i := range rows {
		for _, piece := range rows[i].Apart() {
			text := ""
			for _, g := range c.glyphs {
				if x, _ := g.Centre(); x >= piece[0] && x <= piece[1] {
					text += g.Text
				}
			}
			out[text] = true
		}
	}
	return out
}

// keepsColumns is the number of columns that a cell has text for, when every line keeps to them; else 0.
func (t *table) keepsColumns(d *desk, c *cell) int {
	if slices.ContainsFunc(c.glyphs, func(g typeset.Glyph) bool { return g.Quarter != 0 }) {
		return 0
	}
	rows := c.lines(d)
	if n := t.columnsOf(rows, typeset.GapShare); n > 0 {
		return n
	}
	return t.columnsOf(rows, columnGapShare)
}

// columnsOf is the number of columns that lines have a piece in, set apart by so many font sizes; 0 when a piece does not keep
// to one, or is not the only one of its line there: letters are spaced, or words.
func (t *table) columnsOf(rows []typeset.Row, gap float64) int {
	used := make(map[int]bool)
	for i := range rows {
		before := -1
		for _, piece := range rows[i].Pieces(gap) {
			col := t.column(piece[0])
			if col != t.column(piece[1]) || col == before {
				return 0
			}
			before = col
			used[col] = true
		}
	}
	return len(used)
}

// splitStacked splits a ruled row that holds several rows of text: lines at the same heights in all of its cells, with a
// figure each in most columns. Wrapped text has no such lines.
func (t *table) splitStacked(d *desk) {
	cols := len(t.xs) - 1
	for r := 0; r < len(t.ys)-1; r++ {
		borders := t.stacked(d, r, cols)
		if len(borders) == 0 {
			continue
		}
		t.cutRow(r, borders)
		t.inferred = true
		r += len(borders)
	}
}

// stacked are the heights at which a row is to be cut; none when it is one row.
func (t *table) stacked(d *desk, r, cols int) []float64 {
	at := t.at[r*cols : (r+1)*cols]
	for _, k := range at {
		if k < 0 || t.cells[k].rows != 1 || t.cells[k].cols != 1 {
			return nil
		}
		if of := t.cells[k].glyphs; len(of) > 0 && t.ys[r+1]-t.ys[r] < leastStacked*of[0].Size {
			return nil // no room for so many lines
		}
	}
	var bases []float64 // of the column with most lines
	for _, k := range at {
		if of := t.cells[k].lines(d); len(of) > len(bases) {
			bases = basesOf(of)
		}
	}
	if len(bases) < leastStacked {
		return nil
	}
	figures := 0
	size := 0.0
	for _, k := range at {
		of := t.cells[k].lines(d)
		all := len(of) == len(bases)
		for i := range of {
			v, s := of[i].Base()
			size = max(size, s)
			if !slices.ContainsFunc(bases, func(b float64) bool { return math.Abs(b-v) <= typeset.TwiceShare*s }) {
				return nil
			}
			all = all && isFigure(of[i].Text())
		}
		if all {
			figures++
		}
	}
	if figures < 2 || 2*figures < cols {
		return nil
	}
	var out []float64
	for i := 1; i < len(bases); i++ {
		out = append(out, (bases[i-1]+bases[i])/2-0.3*size)
	}
	return out
}

// basesOf are the baselines of lines.
func basesOf(lines []typeset.Row) []float64 {
	out := make([]float64, len(lines))
	for i := range lines {
		out[i], _ = lines[i].Base()
	}
	return out
}

// cutRow cuts a row at more heights: its cells become several, those of other rows span more.
func (t *table) cutRow(r int, borders []float64) {
	n := len(borders)
	t.ys = slices.Insert(slices.Clone(t.ys), r+1, borders...)
	var cells []cell
	for _, c := range t.cells {
		switch {
		case c.row > r:
			c.row += n
			cells = append(cells, c)
		case c.row != r:
			if c.row+c.rows > r {
				c.rows += n
			}
			cells = append(cells, c)
		default:
			for i := range n + 1 {
				part := cell{row: r + i, col: c.col, rows: 1, cols: c.cols, struck: c.struck, doubt: c.doubt}
				for _, g := range c.glyphs {
					if k, _ := slices.BinarySearch(borders, g.Base-0.3*g.Size); k == i {
						part.glyphs = append(part.glyphs, g)
					}
				}
				cells = append(cells, part)
			}
		}
	}
	slices.SortStableFunc(cells, inOrder)
	t.cells = cells
	t.index()
}
