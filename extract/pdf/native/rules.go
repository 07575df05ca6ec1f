package native

import (
	"math"

	"fuhe"
	"fuhe/extract/page"
)

// shade is a filled rectangle, whatever its colour: light things drawn on a dark one can be seen.
type shade struct {
	box       fuhe.Box
	lightness float64
	kept      int // its place in the page's shades; -1 when it is none of them
}

// strokePath adds the rules that the stroked path draws.
func (in *interpreter) strokePath() {
	if in.marks.hidden() || in.state.lettered {
		return
	}
	s := &in.state
	in.hue = s.stroke.hue
	light := s.stroke.onPaper()
	pen := pen{light: light, capped: s.capped}
	pen.level = s.line * math.Hypot(s.ctm.b, s.ctm.d)
	pen.plumb = s.line * math.Hypot(s.ctm.a, s.ctm.c)
	for _, o := range in.path.outlines {
		points := in.path.points[o.from:o.to]
		if b := extent(points); finite(b[:]...) && in.ringShape(points, b, s.stroke.hue) {
			continue
		}
		for i := 1; i < len(points); i++ {
			if points[i].curved {
				in.stroke(points[i-1].point, points[i].point, light)
			} else {
				in.segment(points[i-1].point, points[i].point, pen)
			}
		}
		if n := len(points); o.closed && n > 1 && points[n-1].point != points[0].point {
			in.segment(points[n-1].point, points[0].point, pen)
		}
	}
}

// pen is how thick strokes along x (level) and along y (plumb) are.
type pen struct {
	light, level, plumb float64
	capped              bool
}

// segment adds a stroke if it is parallel to an axis.
func (in *interpreter) segment(p, q point, with pen) {
	x0, x1 := min(p.x, q.x), max(p.x, q.x)
	y0, y1 := min(p.y, q.y), max(p.y, q.y)
	dx, dy := x1-x0, y1-y0
	thick := with.level
	if dy > dx {
		thick = with.plumb
	}
	long, off := max(dx, dy), min(dx, dy)
	if off > max(slantShare*long, min(slantPoints, long/4)) {
		in.stroke(p, q, with.light)
		return
	}
	if with.capped {
		long += thick
	}
	if long == 0 {
		return // a dot without a round end draws nothing
	}
	half := thick / 2
	reach := 0.0
	if with.capped {
		reach = half
	}
	if dy > dx {
		x := (x0 + x1) / 2
		in.bar(fuhe.Box{x - half, y0 - reach, x + half, y1 + reach}, false, with.light)
		return
	}
	y := (y0 + y1) / 2
	in.bar(fuhe.Box{x0 - reach, y - half, x1 + reach, y + half}, true, with.light)
}

// fillPath adds the rules and shades that the filled path draws.
func (in *interpreter) fillPath(evenOdd bool) {
	if in.marks.hidden() || in.state.lettered {
		return
	}
	in.hue = in.state.fill.hue
	light := in.state.fill.onPaper()
	p := &in.path
	for i := 0; i < len(p.outlines); i++ {
		o := p.outlines[i]
		points := p.points[o.from:o.to]
		b := extent(points)
		if !finite(b[:]...) {
			continue // nothing that far away is on the page
		}
		upright := rectangular(points, b)
		if upright && i+1 < len(p.outlines) {
			next := p.points[p.outlines[i+1].from:p.outlines[i+1].to]
			c := extent(next)
			if rectangular(next, c) && (evenOdd || turning(points) != turning(next)) && in.ring(b, c, light) {
				i++
				continue
			}
		}
		switch b := in.clipped(b); {
		case upright || min(width(b), height(b)) <= thinPoints:
			in.area(b, upright, light)
		case width(b) > 0 && height(b) > 0 && !in.ringShape(points, extent(points), in.state.fill.hue):
			in.shape(b, light)
		}
	}
}

// turning is the direction in which an outline runs.
func turning(points []corner) bool {
	sum := 0.0
	for i, p := range points {
		q := points[(i+1)%len(points)]
		sum += p.x*q.y - q.x*p.y
	}
	return sum > 0
}

// ring draws a frame given as a rectangle with a hole; false when the two are no frame.
func (in *interpreter) ring(b, hole fuhe.Box, light float64) bool {
	sides, ok := page.Sides(b, hole)
	if !ok {
		return false
	}
	for _, side := range sides {
		switch thick := side.Thick(); {
		case thick <= inkPoints: // the hole reaches the edge: no side there
		case thick <= ringPoints:
			in.bar(side.Box, side.Level, light)
		default:
			in.area(side.Box, true, light)
		}
	}
	return true
}

// area is a filled outline with its box: a rule when it is thin, a shade when it is a rectangle.
func (in *interpreter) area(b fuhe.Box, upright bool, light float64) {
	b = in.clipped(b)
	w, h := width(b), height(b)
	switch {
	case w < 0 || h < 0 || w <= inkPoints && h <= inkPoints:
	case min(w, h) <= thinPoints:
		in.bar(b, w >= h, light)
	case upright:
		in.shade(b, light)
	}
}

func (in *interpreter) clipped(b fuhe.Box) fuhe.Box { return intersect(b, in.state.clip) }

// bar is a thin area: a rule along its middle.
func (in *interpreter) bar(b fuhe.Box, level bool, light float64) {
	clip := in.state.clip
	if !finite(b[:]...) || b[2] < clip[0] || b[0] > clip[2] || b[3] < clip[1] || b[1] > clip[3] {
		return
	}
	thick := width(b)
	if level {
		thick = height(b)
	}
	if thick > ringPoints || thick > thinPoints && thick > 0.5*max(width(b), height(b)) {
		in.area(b, true, light) // a stroke as thick as a row shades it
		return
	}
	if x, y := (b[0]+b[2])/2, (b[1]+b[3])/2; light > lightest && !in.onShade(x, y, light-leastSeen) || !in.count() {
		return
	}
	r := page.Rule{Thickness: thick, Ink: in.hue}
	if level {
		y := (b[1] + b[3]) / 2
		r.X0, r.X1, r.Y0, r.Y1 = max(b[0], clip[0]), min(b[2], clip[2]), y, y
	} else {
		x := (b[0] + b[2]) / 2
		r.X0, r.X1, r.Y0, r.Y1 = x, x, max(b[1], clip[1]), min(b[3], clip[3])
	}
	if in.laid {
		in.page.Strokes = append(in.page.Strokes, page.Stroke{X0: r.X0, Y0: r.Y0, X1: r.X1, Y1: r.Y1})
		return
	}
	in.page.Rules = append(in.page.Rules, r)
}

// stroke adds a line that is no rule. One so pale that text of its colour would be a watermark strikes nothing out.
func (in *interpreter) stroke(p, q point, light float64) {
	b := fuhe.Box{min(p.x, q.x), min(p.y, q.y), max(p.x, q.x), max(p.y, q.y)}
	if c := in.state.clip; light > paleAbove || !finite(b[:]...) || b[2] < c[0] || b[0] > c[2] || b[3] < c[1] || b[1] > c[3] || !in.count() {
		return
	}
	in.page.Strokes = append(in.page.Strokes, page.Stroke{X0: p.x, Y0: p.y, X1: q.x, Y1: q.y})
}

func (in *interpreter) shade(b fuhe.Box, light float64) {
	if !in.count() {
		return
	}
	in.frame(b, light)
	if in.state.opaque() {
		in.cover(b, false)
	}
	s := shade{box: b, lightness: light, kept: -1}
	if light <= lightest && (!in.laid || light < blackBelow) {
		s.kept = len(in.page.Shades)
		in.page.Shades = append(in.page.Shades, page.Shade{Box: b, Dark: light < blackBelow})
	}
	in.shades = append(in.shades, s)
}

// count takes one piece off the budget.
func (in *interpreter) count() bool {
	if in.pieces++; in.pieces > maxPieces {
		in.stop("more than %d rules and shades", maxPieces)
		return false
	}
	return true
}

// onDark reports whether something light drawn now at a place can be seen, because a darker shade lies under it.
func (in *interpreter) onDark(x, y float64) bool { return in.onShade(x, y, darkBelow) }

// onShade reports whether a shade darker than so much lies under a place.
func (in *interpreter) onShade(x, y, below float64) bool {
	for i := len(in.shades) - 1; i >= 0; i-- {
		if in.covers++; in.covers > maxCovers {
			in.unsure(tooCovered)
			return false
		}
		if inside(in.shades[i].box, x, y) {
			return in.shades[i].lightness < below
		}
	}
	return false
}
