package native

import (
	"fuhe"
	"fuhe/extract/page"
)

const tooCovered = "more areas drawn over one another than are looked through"

// cover takes what lies under something opaque that is drawn later: a figure painted over and written anew, cells of a
// sheet under a picture. Glyphs under a picture are the text layer of a scan; those under a filled area are seen by
// nobody, as pale as can be.
func (in *interpreter) cover(b fuhe.Box, picture bool) {
	in.covers += len(in.page.Glyphs) + len(in.page.Rules)
	if in.covers > maxCovers {
		in.unsure(tooCovered)
		return
	}
	for i := range in.page.Glyphs {
		g := &in.page.Glyphs[i]
		if inside(b, (g.Box[0]+g.Box[2])/2, (g.Box[1]+g.Box[3])/2) && shared(g.Box, b) >= coveredShare {
			g.Hidden = g.Hidden || picture
			g.Pale, g.Unseen = g.Pale || !picture, g.Unseen || !picture
		}
	}
	if picture {
		return
	}
	kept := in.page.Rules[:0]
	for _, r := range in.page.Rules {
		if !under(r, b) {
			kept = append(kept, r)
		}
	}
	in.page.Rules = kept
}

// shared is the share of a box that lies in another.
func shared(a, b fuhe.Box) float64 {
	c := intersect(a, b)
	if area := width(a) * height(a); area > 0 && width(c) > 0 && height(c) > 0 {
		return width(c) * height(c) / area
	}
	return 0
}

// under reports whether a rule lies in an area, and not along its edge: rules are drawn before the cells they enclose.
func under(r page.Rule, b fuhe.Box) bool {
	edge := r.Thickness/2 + edgePoints
	return r.X0 > b[0]+edge && r.X1 < b[2]-edge && r.Y0 > b[1]+edge && r.Y1 < b[3]-edge
}

// frame draws the rules of a box made of two fills: a dark one, and a lighter one on it that leaves a border.
func (in *interpreter) frame(b fuhe.Box, light float64) {
	if n := len(in.shades); n == 0 {
		return
	}
	s := &in.shades[len(in.shades)-1]
	a := s.box
	if s.kept < 0 || s.lightness >= darkBelow || light-s.lightness < 0.3 || intersect(a, b) != b || a == b {
		return
	}
	for i := range 2 {
		if b[i]-a[i] > ringPoints || a[i+2]-b[i+2] > ringPoints {
			return
		}
	}
	in.ring(a, b, s.lightness)
	in.page.Shades[s.kept].Box = b
	s.box = b
}
