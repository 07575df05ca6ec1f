package ofd

import (
	"fmt"
	"math"
	"strings"

	"fuhe"
	"fuhe/extract/page"
)

// canvas is a page being drawn. Everything on it is in points of the page.
type canvas struct {
	page    page.Page
	clip    fuhe.Box // what is drawn now is seen within
	shades  []shade
	pieces  int
	covers  int
	reasons []string
	stopped bool // a budget is used up: nothing more is drawn
}

// shade is a filled rectangle, whatever its colour: light things drawn on a dark one can be seen.
type shade struct {
	box   fuhe.Box
	light float64
	kept  int // its place in the page's shades; -1 when it is none of them
}

// unsure notes why the page cannot be relied on. The first reasons are enough.
func (c *canvas) unsure(format string, args ...any) {
	reason := fmt.Sprintf(format, args...)
	for _, r := range c.reasons {
		if r == reason {
			return
		}
	}
	if len(c.reasons) < maxReasons {
		c.reasons = append(c.reasons, reason)
	}
}

// stop ends the drawing: a budget is used up.
func (c *canvas) stop(format string, args ...any) {
	c.stopped = true
	c.unsure(format, args...)
}

// count takes one piece off the budget.
func (c *canvas) count() bool {
	if c.pieces++; c.pieces > maxPieces {
		c.stop("more than %d rules and shades", maxPieces)
	}
	return !c.stopped
}

// finish says what stayed unknown and how much of the page is covered by images.
func (c *canvas) finish() page.Page {
	fit(c.page.Glyphs)
	c.part()
	c.page.Incomplete = len(c.reasons) > 0
	c.page.Unsure = strings.Join(c.reasons, "; ")
	c.page.ImageArea = c.covered()
	return c.page
}

// covered is the share of the page under images, counted once where they overlap.
func (c *canvas) covered() float64 {
	if len(c.page.Images) == 0 || c.page.Width*c.page.Height <= 0 {
		return 0
	}
	hit := 0
	for i := range imageSamples {
		x := (float64(i) + 0.5) / imageSamples * c.page.Width
		for k := range imageSamples {
			y := (float64(k) + 0.5) / imageSamples * c.page.Height
			for _, b := range c.page.Images[:min(len(c.page.Images), imageSamples)] {
				if inside(b, x, y) {
					hit++
					break
				}
			}
		}
	}
	return float64(hit) / (imageSamples * imageSamples)
}

// area is a filled outline with its box: a rule when it is thin, a shade when it is a rectangle.
func (c *canvas) area(b fuhe.Box, upright bool, p paint) {
	b = intersect(b, c.clip)
	w, h := width(b), height(b)
	switch {
	case w < 0 || h < 0 || w <= inkPoints && h <= inkPoints:
	case min(w, h) <= thinPoints:
		c.bar(b, w >= h, p)
	case upright:
		c.shade(b, p)
	}
}

// bar is a thin area: a rule along its middle.
func (c *canvas) bar(b fuhe.Box, level bool, p paint) {
	if !page.OnPaper(b[:]...) || b[2] < c.clip[0] || b[0] > c.clip[2] || b[3] < c.clip[1] || b[1] > c.clip[3] {
		return
	}
	thick := width(b)
	if level {
		thick = height(b)
	}
	if thick > ringPoints || thick > thinPoints && thick > 0.5*max(width(b), height(b)) {
		c.area(b, true, p) // a stroke as thick as a row shades it
		return
	}
	x, y := (b[0]+b[2])/2, (b[1]+b[3])/2
	if p.light > lightest && !c.onShade(x, y, p.light-leastSeen) || !c.count() {
		return
	}
	r := page.Rule{X0: x, X1: x, Y0: max(b[1], c.clip[1]), Y1: min(b[3], c.clip[3]), Thickness: thick, Ink: p.hue}
	if level {
		r = page.Rule{X0: max(b[0], c.clip[0]), X1: min(b[2], c.clip[2]), Y0: y, Y1: y, Thickness: thick, Ink: p.hue}
	}
	c.page.Rules = append(c.page.Rules, r)
}

func (c *canvas) shade(b fuhe.Box, p paint) {
	if !c.count() {
		return
	}
	c.frame(b, p)
	if p.opaque {
		c.cover(b, false)
	}
	s := shade{box: b, light: p.light, kept: -1}
	if p.light <= lightest {
		s.kept = len(c.page.Shades)
		c.page.Shades = append(c.page.Shades, page.Shade{Box: b, Dark: p.light < blackBelow})
	}
	c.shades = append(c.shades, s)
}

// frame draws the rules of a box made of two fills: a dark one, and a lighter one on it that leaves a border.
func (c *canvas) frame(b fuhe.Box, p paint) {
	if len(c.shades) == 0 {
		return
	}
	s := &c.shades[len(c.shades)-1]
	a := s.box
	if s.kept < 0 || s.light >= darkBelow || p.light-s.light < frameLighter || intersect(a, b) != b || a == b {
		return
	}
	for i := range 2 {
		if b[i]-a[i] > ringPoints || a[i+2]-b[i+2] > ringPoints {
			return
		}
	}
	c.ring(a, b, paint{light: s.light})
	c.page.Shades[s.kept].Box = b
	s.box = b
}

// ring draws a frame given as a rectangle with a hole; false when the two are no frame.
func (c *canvas) ring(b, hole fuhe.Box, p paint) bool {
	sides, ok := page.Sides(b, hole)
	if !ok {
		return false
	}
	for _, side := range sides {
		switch thick := side.Thick(); {
		case thick <= inkPoints: // the hole reaches the edge: no side there
		case thick <= ringPoints:
			c.bar(side.Box, side.Level, p)
		default:
			c.area(side.Box, true, p)
		}
	}
	return true
}

// onShade reports whether a shade darker than so much lies under a place.
func (c *canvas) onShade(x, y, below float64) bool {
	for i := len(c.shades) - 1; i >= 0; i-- {
		if c.covers++; c.covers > maxCovers {
			c.unsure("more areas drawn over one another than are looked through")
			return false
		}
		if inside(c.shades[i].box, x, y) {
			return c.shades[i].light < below
		}
	}
	return false
}

// cover takes what lies under something opaque that is drawn later. Glyphs under a picture are the text layer of a scan;
// those under a filled area are seen by nobody.
func (c *canvas) cover(b fuhe.Box, picture bool) {
	if c.covers += len(c.page.Glyphs) + len(c.page.Rules); c.covers > maxCovers {
		c.unsure("more areas drawn over one another than are looked through")
		return
	}
	for i := range c.page.Glyphs {
		g := &c.page.Glyphs[i]
		if shared(g.Box, b) >= coveredShare {
			g.Hidden = g.Hidden || picture
			g.Pale, g.Unseen = g.Pale || !picture, g.Unseen || !picture
		}
	}
	if picture {
		return
	}
	kept := c.page.Rules[:0]
	for _, r := range c.page.Rules {
		edge := r.Thickness/2 + edgePoints
		if r.X0 <= b[0]+edge || r.X1 >= b[2]-edge || r.Y0 <= b[1]+edge || r.Y1 >= b[3]-edge {
			kept = append(kept, r)
		}
	}
	c.page.Rules = kept
}

// outline notes a filled shape that is neither rule nor shade.
func (c *canvas) outline(b fuhe.Box, p paint) {
	if p.light > lightest && !c.onShade((b[0]+b[2])/2, (b[1]+b[3])/2, darkBelow) || !c.count() {
		return
	}
	c.page.Outlines = append(c.page.Outlines, b)
}

// image notes a picture, which hides what lies under it when it is solid.
func (c *canvas) image(b fuhe.Box, solid bool) {
	b = intersect(intersect(b, c.clip), fuhe.Box{0, 0, c.page.Width, c.page.Height})
	if !page.OnPaper(b[:]...) || width(b) <= 0 || height(b) <= 0 || !c.count() {
		return
	}
	if min(width(b), height(b)) <= thinPoints && max(width(b), height(b)) > thinPoints {
		c.bar(b, width(b) >= height(b), paint{light: unknownOfImage, hue: mixed.hue})
		return
	}
	c.page.Images = append(c.page.Images, b)
	if solid {
		c.cover(b, true)
	}
}

// slanted reports whether a stroke leaves its axis by more than rounding does.
func slanted(long, off float64) bool {
	return off > max(slantShare*long, min(slantPoints, long/4))
}

// stroke adds the line between two corners if it is parallel to an axis.
func (c *canvas) stroke(p, q point, level, plumb float64, capped bool, ink paint) {
	x0, x1, y0, y1 := min(p.x, q.x), max(p.x, q.x), min(p.y, q.y), max(p.y, q.y)
	dx, dy := x1-x0, y1-y0
	if slanted(max(dx, dy), min(dx, dy)) || math.IsNaN(dx+dy) {
		return
	}
	thick := level
	if dy > dx {
		thick = plumb
	}
	reach := 0.0
	if capped {
		reach = thick / 2
	}
	switch half := thick / 2; {
	case max(dx, dy) == 0 && !capped: // a dot without a round end draws nothing
	case dy > dx:
		x := (x0 + x1) / 2
		c.bar(fuhe.Box{x - half, y0 - reach, x + half, y1 + reach}, false, ink)
	default:
		y := (y0 + y1) / 2
		c.bar(fuhe.Box{x0 - reach, y - half, x1 + reach, y + half}, true, ink)
	}
}
