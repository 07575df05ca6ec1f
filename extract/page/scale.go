package page

import "fuhe"

// Scale makes everything on a page so many times as large: what a reader took for points were units of the file's own.
func (p *Page) Scale(by float64) {
	if by == 1 {
		return
	}
	box := func(b *fuhe.Box) {
		for i := range b {
			b[i] *= by
		}
	}
	p.Width, p.Height, p.Dots = by*p.Width, by*p.Height, p.Dots/by
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		box(&g.Box)
		g.Base, g.Size = by*g.Base, by*g.Size
	}
	for i := range p.Rules {
		r := &p.Rules[i]
		r.X0, r.Y0, r.X1, r.Y1, r.Thickness = by*r.X0, by*r.Y0, by*r.X1, by*r.Y1, by*r.Thickness
	}
	for i := range p.Shades {
		box(&p.Shades[i].Box)
	}
	for i := range p.Rings {
		box(&p.Rings[i].Box)
	}
	for _, boxes := range [][]fuhe.Box{p.Images, p.Outlines, p.Clips} {
		for i := range boxes {
			box(&boxes[i])
		}
	}
}
