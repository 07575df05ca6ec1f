package ofd

import (
	"math"
	"slices"
	"strings"

	"fuhe/extract/page"
)

// Converters put the texts of neighbouring cells into one piece when they stand close, with the gap between them spread
// over all its steps.

// part sets such pieces apart at the rule that runs through the gap, and says where figures cannot be.
func (c *canvas) part() {
	var walls []page.Rule
	for _, r := range c.page.Rules {
		if !r.Horizontal() {
			walls = append(walls, r)
		}
	}
	glyphs := c.page.Glyphs
	shown := int32(0)
	for _, g := range glyphs {
		shown = max(shown, g.Shown)
	}
	for _, r := range runsOf(glyphs) {
		piece := glyphs[r.from:r.to]
		if len(piece) < 2 || slices.ContainsFunc(piece, func(g page.Glyph) bool { return g.Angle != 0 || g.Upright || g.Pale || g.Hidden }) {
			continue
		}
		if c.covers += len(walls); c.covers > maxCovers {
			c.unsure("more rules than texts are held against")
			return
		}
		x := crossing(walls, piece)
		switch {
		case len(x) == 0:
		case figures(piece):
			if !cut(piece, x, &shown) {
				c.unsure("a figure that runs over the border of its column (%s)", textOf(piece))
			}
		case len(x) == 1:
			if k := gap(piece, x[0]); k > 0 {
				shown++
				apart(piece, k, shown)
			}
		}
	}
}

// crossing are the places of the rules that run down through a piece of text.
func crossing(walls []page.Rule, piece []page.Glyph) []float64 {
	first, last := piece[0], piece[len(piece)-1]
	middle := first.Base - middleShare*first.Size
	var out []float64
	for _, w := range walls {
		if w.Y0 < middle && w.Y1 > middle && w.X0 > first.Box[0]+inkPoints && w.X0 < last.Box[2]-inkPoints &&
			!slices.ContainsFunc(out, func(x float64) bool { return math.Abs(x-w.X0) < thinPoints }) {
			out = append(out, w.X0)
		}
	}
	return out
}

// figures reports whether a piece of text is nothing but digits and what belongs to figures.
func figures(piece []page.Glyph) bool {
	digit := false
	for _, g := range piece {
		if strings.Trim(g.Text, "0123456789.,%- ") != "" {
			return false
		}
		digit = digit || strings.Trim(g.Text, "0123456789") == "" && g.Text != ""
	}
	return digit
}

func textOf(piece []page.Glyph) string {
	var b strings.Builder
	for _, g := range piece {
		b.WriteString(g.Text)
	}
	return b.String()
}

// cut sets figures of several cells apart where wider steps over the borders tell them from one another; false when a border
// runs through digits that stand as close as all others.
func cut(piece []page.Glyph, borders []float64, shown *int32) bool {
	size, step := piece[0].Size, piece[1].Box[0]-piece[0].Box[0]
	for i := 2; i < len(piece); i++ {
		step = min(step, piece[i].Box[0]-piece[i-1].Box[0])
	}
	slices.Sort(borders)
	for _, x := range borders {
		i := slices.IndexFunc(piece, func(g page.Glyph) bool { return g.Box[0] > x-inkPoints })
		if i < 1 || step <= 0 || piece[i].Box[0]-piece[i-1].Box[0] < step+gapShare*size || piece[i-1].Box[0]+leastGlyph*size > x {
			return false
		}
		piece[i-1].Box[2] = min(piece[i-1].Box[2], piece[i-1].Box[0]+max(step, leastGlyph*size), x)
		*shown++
		for k := i; k < len(piece); k++ {
			piece[k].Shown, piece[k].Piece = *shown, *shown
		}
	}
	return true
}

// gap is how many characters stand before the rule at x when the room that is too much between all of them is one gap
// around the rule; 0 when that is not so.
func gap(piece []page.Glyph, x float64) int {
	size := piece[0].Size
	step := piece[1].Box[0] - piece[0].Box[0]
	for i, g := range piece {
		if g.Text == "" || !wide([]rune(g.Text)[0]) || i > 0 && math.Abs(g.Box[0]-piece[i-1].Box[0]-step) > sameLineShare*size {
			return 0
		}
	}
	left, last := piece[0].Box[0], piece[len(piece)-1].Box[0]
	if step <= size || step > mostAdvance*size {
		return 0
	}
	k := int((x - left + inkPoints) / size)
	if k < 1 || k >= len(piece) || last-float64(len(piece)-1-k)*size < x-inkPoints {
		return 0
	}
	return k
}

// apart places the characters before and behind the gap as close as they are wide, as two pieces.
func apart(piece []page.Glyph, k int, shown int32) {
	size, last := piece[0].Size, piece[len(piece)-1].Box[0]
	for i := range piece {
		g := &piece[i]
		at := piece[0].Box[0] + float64(i)*size
		if i >= k {
			at = last - float64(len(piece)-1-i)*size
			g.Shown, g.Piece = shown, shown
		}
		g.Box[0], g.Box[2] = at, at+size
	}
}
