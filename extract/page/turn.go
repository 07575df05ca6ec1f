package page

import "fuhe"

// Turn turns a page by so many quarters against the clock, as one turns a sheet that was printed sideways.
func (p Page) Turn(quarters int) Page {
	for range (quarters%4 + 4) % 4 {
		p = p.quarter()
	}
	return p
}

// TurnBox turns a box on a page of this width by so many quarters against the clock.
func TurnBox(b fuhe.Box, wide, high float64, quarters int) fuhe.Box {
	for range (quarters%4 + 4) % 4 {
		b = fuhe.Box{b[1], wide - b[2], b[3], wide - b[0]}
		wide, high = high, wide
	}
	return b
}

// quarter turns a page once: what was at the right is at the top.
func (p Page) quarter() Page {
	wide, high := p.Width, p.Height
	turn := func(b fuhe.Box) fuhe.Box { return TurnBox(b, wide, high, 1) }
	boxes := func(in []fuhe.Box) []fuhe.Box {
		out := make([]fuhe.Box, len(in))
		for i, b := range in {
			out[i] = turn(b)
		}
		return out
	}
	out := p
	out.Width, out.Height = high, wide
	out.Glyphs = make([]Glyph, len(p.Glyphs))
	for i, g := range p.Glyphs {
		g.Box = turn(g.Box)
		g.Base = g.Box[3] - usualDescent*(g.Box[3]-g.Box[1])
		if g.Angle -= 90; g.Angle <= -180 {
			g.Angle += 360
		}
		out.Glyphs[i] = g
	}
	out.Rules = make([]Rule, len(p.Rules))
	for i, r := range p.Rules {
		b := turn(fuhe.Box{r.X0, r.Y0, r.X1, r.Y1})
		out.Rules[i] = Rule{X0: b[0], Y0: b[1], X1: b[2], Y1: b[3], Thickness: r.Thickness}
	}
	out.Strokes = make([]Stroke, len(p.Strokes))
	for i, s := range p.Strokes {
		out.Strokes[i] = Stroke{X0: s.Y0, Y0: wide - s.X0, X1: s.Y1, Y1: wide - s.X1}
	}
	out.Shades = make([]Shade, len(p.Shades))
	for i, s := range p.Shades {
		s.Box = turn(s.Box)
		out.Shades[i] = s
	}
	out.Rings = make([]Ring, len(p.Rings))
	for i, r := range p.Rings {
		r.Box = turn(r.Box)
		out.Rings[i] = r
	}
	out.Images, out.Outlines, out.Clips = boxes(p.Images), boxes(p.Outlines), boxes(p.Clips)
	return out
}

// usualDescent is the part of the height of a character that lies below its baseline. Readers tell no baseline of text
// that stands on its side.
const usualDescent = 0.2
