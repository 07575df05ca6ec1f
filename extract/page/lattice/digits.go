package lattice

import (
	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page/typeset"
)

// countDigits counts what the page shows within each table, glyph by glyph, whatever cell they were put into. Of tables
// inside one another the innermost has the glyph.
func (d *desk) countDigits(grids []grid.Grid, glyphs []typeset.Glyph, order []typeset.Turn) {
	if len(grids) == 0 {
		return
	}
	in := d.places.take(len(glyphs))
	for k := range glyphs {
		in[k] = innermost(grids, &glyphs[k])
	}
	drawn, struck := d.turns.take(len(order)), d.turns.take(len(order))
	for i := range grids {
		drawn, struck = drawn[:0], struck[:0]
		for _, t := range order {
			if in[t.Glyph] != i {
				continue
			}
			if drawn = append(drawn, t); glyphs[t.Glyph].Struck {
				struck = append(struck, t)
			}
		}
		grids[i].Drawn, grids[i].Struck = d.Digits(glyphs, drawn), d.Digits(glyphs, struck)
	}
}

// innermost is the table that a glyph lies in, the smallest of several; -1 when it lies in none.
func innermost(grids []grid.Grid, g *typeset.Glyph) int {
	x, y := g.Centre()
	best := -1
	for i := range grids {
		b := &grids[i].Box
		if x >= b[0] && x <= b[2] && y >= b[1] && y <= b[3] && (best < 0 || area(b) < area(&grids[best].Box)) {
			best = i
		}
	}
	return best
}

func area(b *fuhe.Box) float64 { return (b[2] - b[0]) * (b[3] - b[1]) }
