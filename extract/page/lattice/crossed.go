package lattice

import (
	"cmp"
	"slices"

	"fuhe"
	"fuhe/extract/page"
	"fuhe/extract/page/typeset"
)

// cross marks the glyphs that strokes run through and tells which strokes run through any. It says so when they are too
// many to be compared.
func cross(glyphs []typeset.Glyph, strokes []page.Stroke) (through []bool, unsure string) {
	through = make([]bool, len(strokes))
	if len(strokes) == 0 {
		return through, ""
	}
	byBase, size := make([]int, 0, len(glyphs)), 0.0
	for i := range glyphs {
		if g := &glyphs[i]; g.Quarter == 0 && !g.Blank() {
			byBase, size = append(byBase, i), max(size, g.Size)
		}
	}
	slices.SortFunc(byBase, func(a, b int) int { return cmp.Compare(glyphs[a].Base, glyphs[b].Base) })
	left := maxCrossings
	for n, s := range strokes {
		top, bottom := min(s.Y0, s.Y1), max(s.Y0, s.Y1)
		k, _ := slices.BinarySearchFunc(byBase, top, func(i int, y float64) int { return cmp.Compare(glyphs[i].Base, y) })
		for ; k < len(byBase) && glyphs[byBase[k]].Base <= bottom+size; k++ {
			if left--; left < 0 {
				return through, "more lines run across the text than are looked through"
			}
			if g := &glyphs[byBase[k]]; s.Crosses(core(g)) {
				g.Crossed, through[n] = true, true
			}
		}
	}
	return through, ""
}

// core is where the ink of a glyph is.
func core(g *typeset.Glyph) fuhe.Box {
	inset := coreShare * (g.Box[2] - g.Box[0])
	return fuhe.Box{g.Box[0] + inset, g.Base - struckTopShare*g.Size, g.Box[2] - inset, g.Base - struckBottomShare*g.Size}
}
