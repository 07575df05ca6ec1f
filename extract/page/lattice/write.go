package lattice

import (
	"fuhe"
	"slices"
	"strings"

	"fuhe/extract/page/typeset"
)

// write fills in the text of every cell.
func (t *table) write(d *desk) {
	padding := t.padding(d)
	for i := range t.cells {
		c := &t.cells[i]
		width := t.xs[c.col+c.cols] - t.xs[c.col] - 2*padding
		lines := c.lines(d)
		c.text, c.marks = typeset.Text(lines, c.glyphs, width)
		switch {
		case c.doubt != nil:
		case c.crossed && strings.ContainsAny(c.text, "0123456789"):
			c.doubt = fuhe.DoubtCrossed
		case garbled(c.text):
			c.doubt = fuhe.DoubtGarbled
		case sideBySide(lines):
			c.doubt = fuhe.DoubtBeside
		case t.stackedTexts(d, c, lines):
			c.doubt = fuhe.DoubtStacked
		}
	}
}

// padding is what keeps the texts of a table off its rules: the least distance of lines from the sides of their cells,
// lines that run over a side not counted, nor the few that hang into the padding: a closing bracket may, where it may
// not begin a line.
func (t *table) padding(d *desk) float64 {
	n, all := 0, 0
	for i := range t.cells {
		n += len(t.cells[i].lines(d))
	}
	offs := d.floats.take(2 * n)[:0] // those that are believed to be padding, of all
	for i := range t.cells {
		c := &t.cells[i]
		lines := c.lines(d)
		for k := range lines {
			from, to, ok := lines[k].Extent()
			if !ok {
				continue
			}
			for _, off := range [2]float64{from - t.xs[c.col], t.xs[c.col+c.cols] - to} {
				if off >= 0 {
					all++
				}
				if off >= 0 && off < paddingPoints {
					offs = append(offs, off)
				}
			}
		}
	}
	least := int(hangingShare * float64(all))
	if least >= len(offs) {
		return paddingPoints
	}
	slices.Sort(offs)
	return offs[least]
}

// lines are the lines of upright text in a cell, which has all of its glyphs.
func (c *cell) lines(d *desk) []typeset.Row {
	if c.set == nil {
		c.set = d.Rows(c.glyphs)
	}
	return c.set
}
