package lattice

import (
	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page/typeset"
)

// countDigits counts what the page shows within each table, glyph by glyph, whatever cell they were put into. Of tables
// inside one another the innermost has the glyph.
func countDigits(grids []grid.Grid, glyphs []typeset.Glyph) {
	within, struck := make([][]int, len(grids)), make([][]int, len(grids))
	for k := range glyphs {
		g := &glyphs[k]
		x, y := g.Centre()
		best := -1
		for i := range grids {
			if b := grids[i].Box; x >= b[0] && x <= b[2] && y >= b[1] && y <= b[3] && (best < 0 || area(b) < area(grids[best].Box)) {
				best = i
			}
		}
		if best >= 0 {
			within[best] = append(within[best], k)
			if g.Struck {
				struck[best] = append(struck[best], k)
			}
		}
	}
	for i := range grids {
		grids[i].Drawn, grids[i].Struck = typeset.Digits(glyphs, within[i]), typeset.Digits(glyphs, struck[i])
	}
}

func area(b fuhe.Box) float64 { return (b[2] - b[0]) * (b[3] - b[1]) }
