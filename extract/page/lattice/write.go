package lattice

import (
	"fuhe"
	"slices"
	"strings"

	"fuhe/extract/page/typeset"
)

// write fills in the text of every cell.
func (t *table) write() {
	rows := make([][]typeset.Row, len(t.cells))
	for i, c := range t.cells {
		rows[i] = typeset.Rows(c.glyphs)
	}
	padding := t.padding(rows)
	for i := range t.cells {
		c := &t.cells[i]
		width := t.xs[c.col+c.cols] - t.xs[c.col] - 2*padding
		c.text, c.marks = typeset.Text(rows[i], c.glyphs, width)
		switch {
		case c.doubt != nil:
		case c.crossed && strings.ContainsAny(c.text, "0123456789"):
			c.doubt = fuhe.DoubtCrossed
		case garbled(c.text):
			c.doubt = fuhe.DoubtGarbled
		case sideBySide(rows[i]):
			c.doubt = fuhe.DoubtBeside
		case t.stackedTexts(*c, rows[i]):
			c.doubt = fuhe.DoubtStacked
		}
	}
}

// padding is what keeps the texts of a table off its rules: the least distance of lines from the sides of their cells,
// lines that run over a side not counted, nor the few that hang into the padding: a closing bracket may, where it may
// not begin a line.
func (t *table) padding(rows [][]typeset.Row) float64 {
	var offs []float64
	for i, c := range t.cells {
		for _, r := range rows[i] {
			from, to, ok := r.Extent()
			if !ok {
				continue
			}
			for _, off := range []float64{from - t.xs[c.col], t.xs[c.col+c.cols] - to} {
				if off >= 0 {
					offs = append(offs, off)
				}
			}
		}
	}
	if len(offs) == 0 {
		return paddingPoints
	}
	slices.Sort(offs)
	return min(paddingPoints, offs[int(hangingShare*float64(len(offs)))])
}
