package lattice

import (
	"cmp"
	"fuhe/extract/page/typeset"
	"slices"
)

// place puts glyphs into the cells their centres lie in, runs that overflow into the cell they belong to, and returns
// those outside all tables. Of tables inside one another the innermost has the glyph. Text far larger than usual that
// does not fit the cell it lies on is a watermark.
func place(glyphs []typeset.Glyph, tables []*table, usual float64) (outside []typeset.Glyph) {
	inner := slices.Clone(tables)
	slices.SortStableFunc(inner, func(a, b *table) int { return cmp.Compare(a.area(), b.area()) })
	spots := make([]spot, len(glyphs))
	for i, g := range glyphs {
		x, y := g.Centre()
		spots[i] = spot{cell: -1}
		for _, t := range inner {
			if k := t.find(x, y); k >= 0 {
				spots[i] = spot{table: t, cell: k, over: g.Size > watermarkSize*usual && t.lower(k, g.Size)}
				break
			}
		}
	}
	settleRuns(glyphs, spots)
	settleBlocks(glyphs, spots)
	makeRoom(spots)
	for i, g := range glyphs {
		switch s := spots[i]; {
		case s.table == nil:
			outside = append(outside, g)
		case !s.over:
			c := &s.table.cells[s.cell]
			c.glyphs = append(c.glyphs, g)
		}
	}
	return outside
}

// makeRoom gives each cell the room for its glyphs: they are many and large, and would be copied as a cell grows.
func makeRoom(spots []spot) {
	counts := make(map[*table][]int)
	for _, s := range spots {
		if s.table == nil || s.over {
			continue
		}
		if counts[s.table] == nil {
			counts[s.table] = make([]int, len(s.table.cells))
		}
		counts[s.table][s.cell]++
	}
	for t, count := range counts {
		for k, n := range count {
			if n > 0 {
				t.cells[k].glyphs = make([]typeset.Glyph, 0, n)
			}
		}
	}
}

func (t *table) area() float64 { return (t.right() - t.left()) * (t.bottom() - t.top()) }

// spot is a cell of a table; no table: outside.
type spot struct {
	table *table
	cell  int
	over  bool // it lies over the table and is none of its text
}

// lower reports whether a cell is lower than a line of text.
func (t *table) lower(k int, size float64) bool {
	c := t.cells[k]
	return t.ys[c.row+c.rows]-t.ys[c.row] < size
}

// span is the horizontal extent of the spot's cell.
func (s spot) span() (left, right float64) {
	c := s.table.cells[s.cell]
	return s.table.xs[c.col], s.table.xs[c.col+c.cols]
}
