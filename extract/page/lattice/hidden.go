package lattice

import (
	"math"
	"slices"
)

// withoutLayer leaves out hidden glyphs that lie on visible ones: the layer of a text recognised though it was text
// already. What is seen counts there, whatever the layer says. Hidden glyphs that lie on nothing stay: they may be all
// there is of a picture, or be covered by one.
func withoutLayer(glyphs []glyph) []glyph {
	if !slices.ContainsFunc(glyphs, func(g glyph) bool { return g.Hidden }) {
		return glyphs
	}
	seen := make(sight)
	for _, g := range glyphs {
		if !g.Hidden && !g.blank() && g.Size < layerPoints {
			if s, ok := squareOf(g); ok {
				seen[s] = append(seen[s], g)
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(glyphs), func(g glyph) bool { return g.Hidden && seen.under(g) })
}

// sight is the glyphs to be seen, by squares of the page.
type sight map[square][]glyph

type square struct{ x, y int }

func squareOf(g glyph) (square, bool) {
	x, y := g.centre()
	return square{int(math.Floor(x / layerPoints)), int(math.Floor(y / layerPoints))}, math.Abs(x)+math.Abs(y) < farPoints
}

// under reports whether a visible glyph lies under a hidden one. A hidden blank beside visible text is no space of it.
func (v sight) under(g glyph) bool {
	s, ok := squareOf(g)
	if !ok {
		return false
	}
	x, y := g.centre()
	for i := s.x - 1; i <= s.x+1; i++ {
		for j := s.y - 1; j <= s.y+1; j++ {
			near := v[square{i, j}]
			if g.blank() && len(near) > 0 {
				return true
			}
			for _, o := range near[:min(len(near), layerGlyphs)] {
				if b := o.Box; x > b[0] && x < b[2] && y > b[1] && y < b[3] {
					return true
				}
			}
		}
	}
	return false
}
