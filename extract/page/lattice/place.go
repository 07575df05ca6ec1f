package lattice

import (
	"cmp"
	"slices"

	"fuhe"
	"fuhe/extract/page/typeset"
)

// placing is glyphs in the order they were drawn, each with the cell it is to go to.
type placing struct {
	glyphs []typeset.Glyph
	spots  []spot
	held   []bool // clipped to its cell: nothing moves it
}

// spot is a cell of a table; no table: outside.
type spot struct {
	table *table
	cell  int
	over  bool // it lies over the table and is none of its text
}

// place puts glyphs into cells: those clipped to a cell into that one, the others where their centres lie, runs and
// stacks that overflow into the cell they belong to. It returns the glyphs outside all tables. Of tables inside one
// another the innermost has the glyph. Text far larger than usual that does not fit the cell it lies on is a watermark.
func (d *desk) place(glyphs []typeset.Glyph, clips []fuhe.Box, tables []*table, usual float64) (outside []typeset.Glyph) {
	inner := innerFirst(tables)
	p := placing{glyphs, d.spots.take(len(glyphs)), d.flags.take(len(glyphs))}
	rooms := d.clippedTo(clips, inner)
	for i := range glyphs {
		g := &glyphs[i]
		if g.Clip > 0 && rooms[g.Clip-1].table != nil {
			p.spots[i], p.held[i] = rooms[g.Clip-1], true
			continue
		}
		x, y := g.Centre()
		p.spots[i] = spotAt(inner, x, y)
		if s := &p.spots[i]; s.table != nil {
			s.over = g.Size > watermarkSize*usual && s.table.lower(s.cell, g.Size)
		}
	}
	p.settleRuns()
	p.keepFitting()
	p.settleBlocks(d)
	p.doubtStraddling()
	return p.hand(d, inner)
}

// innerFirst is tables of which none stands before one inside it.
func innerFirst(tables []*table) []*table {
	inner := slices.Clone(tables)
	slices.SortStableFunc(inner, func(a, b *table) int { return cmp.Compare(a.area(), b.area()) })
	return inner
}

// spotAt is the cell at a place.
func spotAt(tables []*table, x, y float64) spot {
	for _, t := range tables {
		if k := t.find(x, y); k >= 0 {
			return spot{table: t, cell: k}
		}
	}
	return spot{cell: -1}
}

// clippedTo are the cells that clips lie in as a whole, no table for the others: the text of a cell is clipped to it,
// and what of it is too long to be seen belongs to the cell all the same.
func (d *desk) clippedTo(clips []fuhe.Box, tables []*table) []spot {
	out := d.spots.take(len(clips))
	for i, c := range clips {
		s := spotAt(tables, (c[0]+c[2])/2, (c[1]+c[3])/2)
		if s.table == nil || c[0] >= c[2] || c[1] >= c[3] {
			continue
		}
		cell := s.table.cellBox(s.table.cells[s.cell])
		if c[0] >= cell[0]-clipPoints && c[1] >= cell[1]-clipPoints && c[2] <= cell[2]+clipPoints && c[3] <= cell[3]+clipPoints {
			out[i] = s
		}
	}
	return out
}

// keepFitting takes large text back for text of its cell when it fits the cell's width and has it for itself: a
// watermark runs over several cells, or over other text.
func (p placing) keepFitting() {
	if !slices.ContainsFunc(p.spots, func(s spot) bool { return s.over }) {
		return
	}
	others := make(map[spot]bool) // cells with text of usual size
	wide := make(map[spot]bool)   // cells that large text reaches out of
	for i, g := range p.glyphs {
		s := p.spots[i]
		if s.table == nil || g.Blank() {
			continue
		}
		if !s.over {
			others[s] = true
			continue
		}
		left, right := s.span()
		if x, _ := g.Centre(); x < left || x > right || g.Box[2]-g.Box[0] > right-left {
			wide[s] = true
		}
	}
	for i := range p.spots {
		s := p.spots[i]
		if !s.over || wide[s] {
			continue
		}
		if s.over = false; !others[s] && !p.overNeighbours(i) {
			p.spots[i] = s
		}
	}
}

// overNeighbours reports whether the run of a large glyph goes on in another cell.
func (p placing) overNeighbours(i int) bool {
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(p.glyphs) && p.glyphs[k].Size == p.glyphs[i].Size && p.glyphs[k].Base == p.glyphs[i].Base; k += step {
			if p.spots[k].table != p.spots[i].table || p.spots[k].cell != p.spots[i].cell {
				return true
			}
		}
	}
	return false
}

// hand gives the cells their glyphs and returns those outside.
func (p placing) hand(d *desk, tables []*table) (outside []typeset.Glyph) {
	outside = d.makeRoom(tables, p.spots)
	for i := range p.glyphs {
		g := p.glyphs[i]
		switch s := &p.spots[i]; {
		case s.table == nil:
			outside = append(outside, g)
		case !s.over:
			c := &s.table.cells[s.cell]
			c.glyphs = append(c.glyphs, g)
			c.struck = c.struck || g.Struck && !g.Blank()
			c.crossed = c.crossed || g.Crossed && !g.Struck
			if g.Sealed {
				c.doubt = fuhe.DoubtOverlaid
			}
		}
	}
	return outside
}

// makeRoom gives each cell the room for its glyphs, side by side with the others', and those outside theirs.
func (d *desk) makeRoom(tables []*table, spots []spot) (outside []typeset.Glyph) {
	for i := range spots {
		if s := &spots[i]; s.table != nil && !s.over {
			s.table.cells[s.cell].due++
		}
	}
	room := d.glyphs.take(len(spots))
	for _, t := range tables {
		for k := range t.cells {
			c := &t.cells[k]
			c.glyphs, room = room[:0:c.due], room[c.due:]
		}
	}
	return room[:0]
}

func (t *table) area() float64 { return (t.right() - t.left()) * (t.bottom() - t.top()) }

// lower reports whether a cell is lower than a line of text.
func (t *table) lower(k int, size float64) bool {
	c := &t.cells[k]
	return t.ys[c.row+c.rows]-t.ys[c.row] < size
}

// span is the horizontal extent of the spot's cell.
func (s spot) span() (left, right float64) {
	c := &s.table.cells[s.cell]
	return s.table.xs[c.col], s.table.xs[c.col+c.cols]
}

// sameRow reports whether two cells of a table have a row in common.
func (s spot) sameRow(o spot) bool {
	a, b := &s.table.cells[s.cell], &o.table.cells[o.cell]
	return a.row < b.row+b.rows && b.row < a.row+a.rows
}
