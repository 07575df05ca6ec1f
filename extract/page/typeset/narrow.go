package typeset

import (
	"math"
	"slices"

	"fuhe/extract/page"
)

// narrowed gives digits and letters that were set closer than their widths the widths they were set with. Fonts that
// are not in the file often come without widths, and every character is as wide as an ideograph then; the producer knew
// better and placed each by itself. A figure at the right side of its cell would reach into the next one.
func narrowed(glyphs []Glyph) {
	for from := 0; from < len(glyphs); {
		to := from + 1
		for to < len(glyphs) && tucked(&glyphs[to-1], &glyphs[to]) {
			to++
		}
		tuck(glyphs[from:to])
		from = to
	}
}

// tucked reports whether b was set right behind a, on a good part of the width that a claims.
func tucked(a, b *Glyph) bool {
	width, pitch := a.Box[2]-a.Box[0], b.Box[0]-a.Box[0]
	if pitch <= againShare*width || pitch > looseShare*width {
		return false
	}
	if a.Quarter != 0 || b.Quarter != 0 || a.Size != b.Size || math.Abs(a.Base-b.Base) > LineShare*a.Size {
		return false
	}
	return !a.Blank() && !b.Blank() && Narrow(a.Text) && Narrow(b.Text)
}

// tuck ends each glyph where the next begins, if most were set so close that widths cannot be right; a digit at the
// end takes the usual part of its width.
func tuck(glyphs []Glyph) {
	if len(glyphs) < 2 {
		return
	}
	shares := make([]float64, 0, len(glyphs)-1)
	for i := range glyphs[1:] {
		b := &glyphs[i].Box
		shares = append(shares, (glyphs[i+1].Box[0]-b[0])/(b[2]-b[0]))
	}
	slices.Sort(shares)
	usual := shares[(len(shares)-1)/2]
	if usual > tuckedShare {
		return
	}
	own := make([]page.Glyph, len(glyphs))
	for i := range glyphs {
		own[i] = *glyphs[i].Glyph
		glyphs[i].Glyph = &own[i]
	}
	for i := range glyphs[1:] {
		glyphs[i].Box[2] = glyphs[i+1].Box[0]
	}
	if last := &glyphs[len(glyphs)-1]; last.Text >= "0" && last.Text <= "9" {
		last.Box[2] = last.Box[0] + usual*(last.Box[2]-last.Box[0])
	}
}
