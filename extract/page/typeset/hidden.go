package typeset

import (
	"math"
	"slices"
)

// withoutLayer leaves out hidden glyphs that lie on visible ones: the layer of a text recognised though it was text
// already. What is seen counts there, whatever the layer says. Hidden glyphs that lie on nothing stay: they may be all
// there is of a picture, or be covered by one.
func withoutLayer(glyphs []Glyph) []Glyph {
	if !slices.ContainsFunc(glyphs, func(g Glyph) bool { return g.Hidden }) {
		return glyphs
	}
	seen := make(sight)
	for _, g := range glyphs {
		if !g.Hidden && !g.Blank() && g.Size < layerPoints {
			if s, ok := squareOf(g); ok {
				seen[s] = append(seen[s], g)
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(glyphs), func(g Glyph) bool { return g.Hidden && seen.under(g) })
}

// sight is the glyphs to be seen, by squares of the page.
type sight map[square][]Glyph

type square struct{ x, y int }

func squareOf(g Glyph) (square, bool) {
	x, y := g.Centre()
	return square{int(math.Floor(x / layerPoints)), int(math.Floor(y / layerPoints))}, math.Abs(x)+math.Abs(y) < farPoints
}

// under reports whether a visible glyph lies under a hidden one. A hidden blank beside visible text is no space of it.
func (v sight) under(g Glyph) bool {
	s, ok := squareOf(g)
	if !ok {
		return false
	}
	x, y := g.Centre()
	for i := s.x - 1; i <= s.x+1; i++ {
		for j := s.y - 1; j <= s.y+1; j++ {
			near := v[square{i, j}]
			if g.Blank() && len(near) > 0 {
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
