package pdfium

import (
	"math"

	"fuhe"
	"fuhe/extract/pdf/page"
)

// fill adds what the filled parts of one path make: thin ones are rules, rectangles shades, and a rectangle with one a
// little smaller cut out of it is a frame of four rules.
func (s *sheet) fill(outlines []outline, lightness float64) {
	for i := 0; i < len(outlines); i++ {
		o := outlines[i]
		if len(o.corners) < 2 {
			continue // a single point fills nothing
		}
		b := o.bounds()
		w, h := b[2]-b[0], b[3]-b[1]
		switch {
		case min(w, h) <= thinPoints:
			if w >= h {
				s.rule(b[0], (b[1]+b[3])/2, b[2], (b[1]+b[3])/2, h, lightness)
			} else {
				s.rule((b[0]+b[2])/2, b[1], (b[0]+b[2])/2, b[3], w, lightness)
			}
		case !o.rectangle():
			// A letter, a logo, a stamp.
		case i+1 < len(outlines) && s.ring(b, outlines[i+1], lightness):
			i++
		default:
			s.shade(b, lightness)
		}
	}
}

// ring adds the four rules of a frame drawn as a rectangle with a hole; false when it is none.
func (s *sheet) ring(outer fuhe.Box, hole outline, lightness float64) bool {
	if !hole.rectangle() {
		return false
	}
	inner := hole.bounds()
	if inner[2]-inner[0] > outer[2]-outer[0] {
		outer, inner = inner, outer
	}
	left, top, right, bottom := inner[0]-outer[0], inner[1]-outer[1], outer[2]-inner[2], outer[3]-inner[3]
	if min(left, top, right, bottom) < 0 || max(left, top, right, bottom) > ringPoints {
		return false
	}
	s.rule(outer[0], outer[1]+top/2, outer[2], outer[1]+top/2, top, lightness)
	s.rule(outer[0], outer[3]-bottom/2, outer[2], outer[3]-bottom/2, bottom, lightness)
	s.rule(outer[0]+left/2, outer[1], outer[0]+left/2, outer[3], left, lightness)
	s.rule(outer[2]-right/2, outer[1], outer[2]-right/2, outer[3], right, lightness)
	return true
}

// shade adds a filled rectangle. A white one is no shade, but hides what was under it.
func (s *sheet) shade(b fuhe.Box, lightness float64) {
	s.dark = append(s.dark, tinted{b, lightness})
	if lightness <= lightest {
		s.page.Shades = append(s.page.Shades, page.Shade{Box: b})
	}
}

func (o outline) bounds() fuhe.Box {
	points := make([]point, len(o.corners))
	for i, c := range o.corners {
		points[i] = c.point
	}
	return bounds(points...)
}

// rectangle reports whether an outline is a rectangle along the axes: every side runs along one, every corner lies in a
// corner of the whole.
func (o outline) rectangle() bool {
	b := o.bounds()
	for i, c := range o.corners {
		nearX := math.Abs(c.x-b[0]) <= slantPoints || math.Abs(c.x-b[2]) <= slantPoints
		nearY := math.Abs(c.y-b[1]) <= slantPoints || math.Abs(c.y-b[3]) <= slantPoints
		if c.curved || !nearX || !nearY {
			return false
		}
		if i > 0 && !along(o.corners[i-1].point, c.point) {
			return false
		}
	}
	return len(o.corners) >= 4
}

// along reports whether the line between two points runs along an axis.
func along(p, q point) bool {
	dx, dy := math.Abs(p.x-q.x), math.Abs(p.y-q.y)
	return min(dx, dy) <= max(slantPoints, slantShare*max(dx, dy))
}

// pen is what a path is stroked with.
type pen struct {
	width  float64 // 0 is a hairline
	colour float64 // lightness
	capped bool    // the line reaches half its width over its ends
}

// stroke adds the straight lines of an outline that run along an axis.
func (s *sheet) stroke(o outline, with pen) {
	corners := o.corners
	if o.closed && len(corners) > 1 {
		corners = append(corners[:len(corners):len(corners)], corner{point: corners[0].point})
	}
	for i := 1; i < len(corners); i++ {
		p, q := corners[i-1].point, corners[i].point
		if !corners[i].curved && along(p, q) && (p != q || with.capped) {
			s.line(p, q, with)
		}
	}
}

// line adds one stroked line: a rule, or a shade when it is as thick as a row.
func (s *sheet) line(p, q point, with pen) {
	b := bounds(p, q)
	flat := b[2]-b[0] >= b[3]-b[1]
	if flat {
		b[1], b[3] = (p.y+q.y)/2, (p.y+q.y)/2
	} else {
		b[0], b[2] = (p.x+q.x)/2, (p.x+q.x)/2
	}
	half := with.width / 2
	if with.capped || p == q {
		if flat {
			b[0], b[2] = b[0]-half, b[2]+half
		} else {
			b[1], b[3] = b[1]-half, b[3]+half
		}
	}
	switch {
	case with.width <= thinPoints:
		s.rule(b[0], b[1], b[2], b[3], with.width, with.colour)
	case flat:
		s.shade(fuhe.Box{b[0], b[1] - half, b[2], b[3] + half}, with.colour)
	default:
		s.shade(fuhe.Box{b[0] - half, b[1], b[2] + half, b[3]}, with.colour)
	}
}
