package lattice

import (
	"fmt"
	"fuhe/extract/page/typeset"
	"slices"

	"fuhe"
)

// notice makes tables unsure that text lies beside their cells of: where rules were not understood, a figure would be
// missing without a word. Text in the outline of a table but in no cell is such, and text between a table and a frame
// drawn close around it, of which the one would have to belong to the other; a frame may be a cell of another table.
func notice(outside []typeset.Glyph, all, kept []*table, usual float64) {
	for _, t := range kept {
		reach := closeShare * usual
		outline := t.box()
		for _, f := range all {
			switch {
			case f == t:
			case slices.Contains(kept, f):
				for _, c := range f.cells {
					if closelyAround(f.cellBox(c), t.box(), reach) {
						t.loose += visible(c.glyphs)
					}
				}
			case closelyAround(f.box(), t.box(), reach):
				outline = hull(outline, f.box())
			}
		}
		for _, g := range outside {
			if x, y := g.Centre(); !g.Blank() && within(outline, x, y) {
				t.loose++
			}
		}
	}
}

func hull(a, b fuhe.Box) fuhe.Box {
	return fuhe.Box{min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])}
}

// looseReason says why; "" when no text lies beside the cells.
func (t *table) looseReason() string {
	if t.loose == 0 {
		return ""
	}
	return fmt.Sprintf("%d characters lie between its rules and in no cell", t.loose)
}

func (t *table) box() fuhe.Box { return fuhe.Box{t.left(), t.top(), t.right(), t.bottom()} }

func (t *table) cellBox(c cell) fuhe.Box {
	return fuhe.Box{t.xs[c.col], t.ys[c.row], t.xs[c.col+c.cols], t.ys[c.row+c.rows]}
}

func within(b fuhe.Box, x, y float64) bool { return x > b[0] && x < b[2] && y > b[1] && y < b[3] }

// closelyAround reports whether a box encloses another and no side is farther away than so many points.
func closelyAround(outer, inner fuhe.Box, points float64) bool {
	for i := range 2 {
		before, behind := inner[i]-outer[i], outer[i+2]-inner[i+2]
		if before < 0 || behind < 0 || before > points || behind > points {
			return false
		}
	}
	return true
}

func visible(glyphs []typeset.Glyph) int {
	n := 0
	for _, g := range glyphs {
		if !g.Blank() {
			n++
		}
	}
	return n
}
