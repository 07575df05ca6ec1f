package lattice

import (
	"cmp"
	"fuhe/extract/page/typeset"
	"math"
	"slices"
)

// block is a stack of lines drawn one after the other in one column: the text of one cell, or of several cells under
// each other.
type block struct {
	from, to int // glyphs
	cells    []int
	lines    int
	base     float64 // of the last line
	pitch    float64 // between the last two lines
	top, bot float64 // of its glyphs
	x0, x1   float64 // the same
}

// settleBlocks puts stacks of lines that reach over row borders where they belong: spreadsheets draw all lines of a cell
// too low for its text, over the cells above and below it, and clip them on paper. Such a stack shows by a border that
// runs through one of its lines, or by other text it lies on. It belongs to the one of its cells whose columns it is set
// for and that was due when it was drawn, row by row and from left to right; where that leaves a choice, it goes where
// it is aligned. Lines that each have their row for themselves stay in it: on paper they stand there.
func (p placing) settleBlocks(d *desk) {
	for from := 0; from < len(p.glyphs); {
		to := from + 1
		for to < len(p.glyphs) && p.spots[to].table == p.spots[from].table {
			to++
		}
		if t := p.spots[from].table; t != nil {
			of := stacking{table: t, placing: placing{p.glyphs[from:to], p.spots[from:to], p.held[from:to]}}
			of.settle(d)
		}
		from = to
	}
}

// stacking is the placing of glyphs drawn one after the other in one table.
type stacking struct {
	*table
	placing
	in [][]int // the visible glyphs in each cell by their place; made when needed
}

func (p stacking) settle(d *desk) {
	if !p.mayReachOver() {
		return
	}
	blocks := p.blocks(d)
	if !p.rowByRow(blocks) {
		return
	}
	for i := range blocks {
		b := &blocks[i]
		if len(b.cells) < 2 || len(b.cells) > maxReach || p.held[b.from] {
			continue
		}
		if p.in == nil {
			p.locate(d)
		}
		if !p.crosses(b) && !p.covers(b) {
			continue
		}
		var before, after *block
		if i > 0 {
			before = &blocks[i-1]
		}
		if i+1 < len(blocks) {
			after = &blocks[i+1]
		}
		k := p.home(b, p.due(b, before, after))
		if k < 0 {
			continue // nothing says that this is not one line for each of several cells
		}
		b.cells = []int{k}
		for j := b.from; j < b.to; j++ {
			p.spots[j].cell = k
		}
	}
}

// mayReachOver reports whether a glyph may go on with the text of another cell that was drawn right before it: else no
// block lies in several cells.
func (p stacking) mayReachOver() bool {
	for i := 1; i < len(p.glyphs); i++ {
		a, b := p.spots[i-1].cell, p.spots[i].cell
		if a != b && p.held[i] == p.held[i-1] && p.glyphs[i].Quarter == 0 && p.glyphs[i-1].Quarter == 0 && p.inColumns(a, b) {
			return true
		}
	}
	return false
}

// inColumns reports whether one of two cells stands in the columns of the other.
func (t *table) inColumns(a, b int) bool {
	x, y := &t.cells[a], &t.cells[b]
	return x.within(y) || y.within(x)
}

// blocks are the stacks of lines of glyphs drawn in a row.
func (p stacking) blocks(d *desk) []block {
	out, cells := d.blocks[:0], d.places.take(len(p.glyphs))
	for i := range p.glyphs {
		g, k := &p.glyphs[i], p.spots[i].cell
		if n := len(out); n > 0 && p.held[i] == p.held[i-1] && p.stacks(&out[n-1], g, &p.glyphs[i-1], k) {
			cells = out[n-1].add(g, i, k, cells)
			continue
		}
		b := block{from: i, base: g.Base, lines: 1, top: math.Inf(1), bot: math.Inf(-1), x0: math.Inf(1), x1: math.Inf(-1)}
		cells = b.add(g, i, k, cells)
		out = append(out, b)
	}
	d.blocks = out
	return out
}

// stacks reports whether a glyph goes on with a block: on its last line, or as the next line at the pitch of the others.
func (p stacking) stacks(b *block, g, before *typeset.Glyph, k int) bool {
	if g.Quarter != 0 || before.Quarter != 0 {
		return false
	}
	if !p.inColumns(b.cells[len(b.cells)-1], k) {
		return false
	}
	step := g.Base - b.base
	if math.Abs(step) <= typeset.LineShare*g.Size {
		return true
	}
	if math.Abs(g.Size-before.Size) > pitchShare*g.Size || step < 0 || step > maxPitchShare*g.Size {
		return false
	}
	if apart := asideShare * g.Size; !g.Blank() && (g.Box[0] > b.x1+apart || g.Box[2] < b.x0-apart) {
		return false // lines of one text stand one under the other
	}
	return b.lines < 2 || math.Abs(step-b.pitch) <= pitchShare*g.Size
}

// within reports whether a cell stands in the columns of another one: the caption of a block under a wider label.
func (c *cell) within(o *cell) bool { return c.col >= o.col && c.col+c.cols <= o.col+o.cols }

// add adds a glyph to a block. The cells of blocks made one after the other stand side by side; what room is left for
// those of the next is returned.
func (b *block) add(g *typeset.Glyph, i, k int, room []int) []int {
	if step := g.Base - b.base; step > typeset.LineShare*g.Size {
		b.lines, b.pitch, b.base = b.lines+1, step, g.Base
	}
	b.to = i + 1
	if len(b.cells) == 0 || b.cells[len(b.cells)-1] != k {
		room[0] = k
		if b.cells == nil {
			b.cells = room[:0]
		}
		b.cells, room = b.cells[:len(b.cells)+1], room[1:]
	}
	if !g.Blank() {
		b.x0, b.x1 = min(b.x0, g.Box[0]), max(b.x1, g.Box[2])
	}
	b.top, b.bot = min(b.top, g.Base-ascentShare*g.Size), max(b.bot, g.Base+descentShare*g.Size)
	return room
}

// rowByRow reports whether a table was drawn row by row, each from left to right, as far as single cells show.
func (p stacking) rowByRow(blocks []block) bool {
	onward, back := 0, 0
	for i := 1; i < len(blocks); i++ {
		a, b := blocks[i-1].cells, blocks[i].cells
		if len(a) > 1 || len(b) > 1 || a[0] == b[0] {
			continue
		}
		if p.order(a[0], b[0]) < 0 {
			onward++
		} else {
			back++
		}
	}
	return onward > 0 && float64(back) <= disorderShare*float64(onward+back)
}

func (t *table) order(a, b int) int {
	x, y := t.cells[a], t.cells[b]
	return cmp.Or(cmp.Compare(x.row, y.row), cmp.Compare(x.col, y.col))
}

// due are the cells of a block whose turn it was between the block before and the one after.
func (p stacking) due(b, before, after *block) []int {
	var out []int
	for _, k := range b.cells {
		if before != nil && p.order(before.cells[0], k) > 0 {
			continue
		}
		if after != nil && p.order(k, after.cells[len(after.cells)-1]) > 0 {
			continue
		}
		out = append(out, k)
	}
	return out
}

// home is the cell a block belongs to; -1 when its lines are to stay in their cells.
func (p stacking) home(b *block, due []int) int {
	set := p.setFor(b)
	if len(set) > 0 {
		due = both(set, due)
		if len(set) == 1 {
			due = set
		}
	}
	if len(due) == 1 {
		return due[0]
	}
	best, cost := -1, math.Inf(1)
	for _, k := range due {
		c := p.cells[k]
		top, bottom := p.ys[c.row], p.ys[c.row+c.rows]
		off := min(math.Abs(b.top-top), math.Abs(b.bot-bottom), math.Abs(b.top+b.bot-top-bottom)/2)
		if off < cost {
			best, cost = k, off
		}
	}
	return best
}

// setFor are the cells of a block that its lines are set for: between their borders, and at the left, in the middle or
// at the right of them.
func (p stacking) setFor(b *block) []int {
	var out []int
	for _, k := range b.cells {
		left, right := (spot{table: p.table, cell: k}).span()
		before, behind := b.x0-left, right-b.x1
		if min(before, behind) < -insetPoints {
			continue
		}
		if before <= insetPoints || behind <= insetPoints || math.Abs(before-behind) <= insetPoints {
			out = append(out, k)
		}
	}
	return out
}

func both(a, b []int) []int {
	return slices.DeleteFunc(slices.Clone(b), func(k int) bool { return !slices.Contains(a, k) })
}
