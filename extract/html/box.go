package html

import (
	"maps"
	"slices"
	"strings"

	"fuhe/extract/flow"
)

// Boxes that a page puts at places of their own: programs that turn documents into pages draw tables so.

// box is where an element is put, in points.
type box struct {
	left, top, width, height   float64
	absolute, relative, ruled  bool
	sticky                     bool
	hasLeft, hasTop, hasHeight bool
}

func (b *box) declare(name, value string) {
	switch name {
	case "position":
		b.absolute, b.relative, b.sticky = value == "absolute" || value == "fixed", value == "relative", value == "sticky"
	case "left":
		b.left, b.hasLeft = points(value), true
	case "top":
		b.top, b.hasTop = points(value), true
	case "width":
		b.width = points(value)
	case "height":
		b.height, b.hasHeight = points(value), true
	case "border", "border-style":
		b.ruled = value != "" && !strings.Contains(value, "none") && !strings.HasPrefix(value, "0")
	}
}

// drawn reports whether the element is a box with rules around it at a place of its own.
func (b box) drawn() bool {
	return b.absolute && b.ruled && b.hasLeft && b.hasTop && b.width > 0
}

// draws reports whether an element is such a box, outside of any table.
func (p *page) draws(s shown) bool {
	return s.box.drawn() && !s.none && len(p.tables) == p.racksOpen() && len(p.boxes) < maxBoxes
}

// placed is such a box with what stands in it.
type placed struct {
	box
	cell *cell
}

// boxed lays boxes out as a table: their edges are its lines. Nil when they are too few, or lie over one another.
func boxed(boxes []placed) *flow.Table {
	if len(boxes) < leastBoxes {
		return nil
	}
	cols, rows := map[int]bool{}, map[int]bool{}
	for _, b := range boxes {
		cols[line10(b.left)], cols[line10(b.left+b.width)] = true, true
		rows[line10(b.top)] = true
		if b.hasHeight {
			rows[line10(b.top+b.height)] = true
		}
	}
	col, row := numbered(cols), numbered(rows)
	out := &flow.Table{Rows: len(row) + 1, Cols: len(col) - 1}
	taken := map[[2]int]bool{}
	for _, b := range boxes {
		c := flow.Cell{Row: row[line10(b.top)], Col: col[line10(b.left)], RowSpan: 1, Blocks: b.cell.blocks, Struck: b.cell.struck, Instead: b.cell.instead}
		c.ColSpan = col[line10(b.left+b.width)] - c.Col
		if b.hasHeight {
			c.RowSpan = max(1, row[line10(b.top+b.height)]-c.Row)
		} else {
			c.RowSpan = b.reach(boxes, row, len(row)) - c.Row
		}
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := c.Col; k < c.Col+c.ColSpan; k++ {
				if taken[[2]int{r, k}] || len(taken) > maxCells {
					return nil
				}
				taken[[2]int{r, k}] = true
			}
		}
		out.Cells = append(out.Cells, c)
	}
	slices.SortStableFunc(out.Cells, func(a, b flow.Cell) int {
		if a.Row != b.Row {
			return a.Row - b.Row
		}
		return a.Col - b.Col
	})
	return out
}

// reach is the row of the next box below one that says no height, the one behind its own when there is none.
func (b box) reach(boxes []placed, row map[int]int, last int) int {
	own := row[line10(b.top)]
	next := last
	for _, o := range boxes {
		if r := row[line10(o.top)]; r > own && o.left < b.left+b.width-1 && o.left+o.width > b.left+1 {
			next = min(next, r)
		}
	}
	if next == last {
		return own + 1
	}
	return next
}

// line10 is a line as a number: lines closer than a few points are one, since rules are drawn inside boxes or around them.
func line10(at float64) int { return int(at/boxLinePoints + 0.5) }

// numbered numbers lines in order.
func numbered(lines map[int]bool) map[int]int {
	out := map[int]int{}
	last := -10
	n := -1
	for _, at := range slices.Sorted(maps.Keys(lines)) {
		if at-last > 1 {
			n++
		}
		out[at], last = n, at
	}
	return out
}

// startBox opens a box: what stands in it goes into a cell of its own until it ends.
func (p *page) startBox(name string, s shown) {
	c := &cell{shown: s}
	p.boxes = append(p.boxes, placed{s.box, c})
	in, around := p.look().sight, p.inline
	p.settle()
	p.tables = append(p.tables, &table{around: p.blocks, cell: c, box: true, sight: in, inline: around})
	p.made = append(p.made, made{name: name, part: boxEnd})
}

// boxEnd is the part of a table that ends with a box.
const boxEnd = "box"

// layBoxes writes the boxes of the page as a table.
func (p *page) layBoxes() {
	if t := boxed(p.boxes); t != nil {
		*p.blocks = append(*p.blocks, flow.Block{Table: t})
		p.strays = 0 // those of its cells are read
		return
	}
	for _, b := range p.boxes {
		*p.blocks = append(*p.blocks, b.cell.blocks...)
	}
}
