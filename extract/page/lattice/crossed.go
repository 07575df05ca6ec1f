package lattice

import (
	"cmp"
	"slices"

	"fuhe"
	"fuhe/extract/page"
	"fuhe/extract/page/typeset"
)

// tooManyCrossings says that not all strokes were compared with the glyphs.
const tooManyCrossings = "more lines run across the text than are looked through"

// crossings finds the glyphs that strokes run through, within a budget.
type crossings struct {
	glyphs []typeset.Glyph
	byBase []typeset.Turn // the upright ones that can be seen, from the top of the page
	size   float64        // of the largest
	left   int            // comparisons
	on     []int          // what the last stroke runs through
}

// crossings are those with glyphs, given also in the order of their lines.
func (d *desk) crossings(glyphs []typeset.Glyph, order []typeset.Turn) *crossings {
	c := &crossings{glyphs: glyphs, byBase: d.turns.take(len(order))[:0], left: maxCrossings, on: d.places.take(len(glyphs))}
	for _, t := range order {
		if g := &glyphs[t.Glyph]; g.Quarter == 0 && !g.Blank() {
			c.byBase, c.size = append(c.byBase, t), max(c.size, g.Size)
		}
	}
	return c
}

// may takes n comparisons from the budget and reports whether they may be made.
func (c *crossings) may(n int) bool {
	c.left -= n
	return c.left >= 0
}

// between are the glyphs whose baselines are no higher than top and no lower than bottom.
func (c *crossings) between(top, bottom float64) []typeset.Turn {
	find := func(y float64, equal int) int {
		k, _ := slices.BinarySearchFunc(c.byBase, y, func(a typeset.Turn, y float64) int {
			return cmp.Or(cmp.Compare(a.At, y), equal)
		})
		return k
	}
	from := find(top, 0)
	in := c.byBase[from:max(from, find(bottom, -1))]
	if !c.may(len(in)) {
		return nil
	}
	return in
}

// through are the glyphs that a stroke runs through, up to the next call; none when the budget is spent.
func (c *crossings) through(s page.Stroke) []int {
	c.on = c.on[:0]
	for _, a := range c.between(min(s.Y0, s.Y1), max(s.Y0, s.Y1)+c.size) {
		g := &c.glyphs[a.Glyph]
		if s.Y0 == s.Y1 && (s.Y0 < g.Base-struckTopShare*g.Size || s.Y0 > g.Base-struckBottomShare*g.Size) {
			continue // a level one above or below its ink
		}
		if s.Crosses(core(g)) {
			c.on = append(c.on, int(a.Glyph))
		}
	}
	return c.on
}

// mark marks the glyphs that a stroke runs through and reports whether there are any.
func (c *crossings) mark(s page.Stroke) bool {
	on := c.through(s)
	for _, i := range on {
		c.glyphs[i].Crossed = true
	}
	return len(on) > 0
}

// unsure says why not all was compared; "" when it was.
func (c *crossings) unsure() string {
	if c.left < 0 {
		return tooManyCrossings
	}
	return ""
}

// core is where the ink of a glyph is.
func core(g *typeset.Glyph) fuhe.Box {
	inset := coreShare * (g.Box[2] - g.Box[0])
	return fuhe.Box{g.Box[0] + inset, g.Base - struckTopShare*g.Size, g.Box[2] - inset, g.Base - struckBottomShare*g.Size}
}
