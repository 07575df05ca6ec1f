package ofd

import "fuhe/extract/page"

// path draws a path: its fill, then its line.
func (p *painter) path(o *node, s scene) {
	r := p.d.resources
	outlines, ok := outlinesOf(o.first("AbbreviatedData").content(), s.to, maxPathPoints-p.points)
	for _, l := range outlines {
		p.points += len(l.corners)
	}
	if p.points >= maxPathPoints {
		p.stop("paths of more than %d points", maxPathPoints)
		return
	}
	if !ok {
		p.unsure("a path that cannot be read")
	}
	if o.flag("Fill", false) {
		p.fill(outlines, o.attr("Rule") == "Even-Odd", r.paint(p.colourOf(o, s, "FillColor"), s.alpha))
	}
	if !o.flag("Stroke", true) {
		return
	}
	ink := r.paint(p.colourOf(o, s, "StrokeColor"), s.alpha)
	line, end := usualLineWidth, ""
	r.param(o, s.params, func(n *node) bool {
		v, ok := number(n.attr("LineWidth"))
		if ok {
			line = v
		}
		return ok
	})
	r.param(o, s.params, func(n *node) bool { end = n.attr("Cap"); return end != "" })
	p.strokes(outlines, line*s.to.level(), line*s.to.plumb(), end == "Round" || end == "Square", ink)
}

// colourOf is the element that tells the colour of an object, nil when none does.
func (p *painter) colourOf(o *node, s scene, kind string) *node {
	var found *node
	p.d.resources.param(o, s.params, func(n *node) bool { found = n.first(kind); return found != nil })
	return found
}

// strokes draws the line along a path.
func (p *painter) strokes(outlines []outline, level, plumb float64, capped bool, ink paint) {
	for _, o := range outlines {
		if b := o.bounds(); page.OnPaper(b[:]...) && o.round(b) {
			if p.count() {
				p.page.Rings = append(p.page.Rings, page.Ring{Box: b, Ink: ink.hue})
			}
			continue
		}
		for i := 1; i < len(o.corners); i++ {
			if !o.corners[i].curved {
				p.stroke(o.corners[i-1].point, o.corners[i].point, level, plumb, capped, ink)
			}
		}
		if n := len(o.corners); o.closed && n > 1 {
			p.stroke(o.corners[n-1].point, o.corners[0].point, level, plumb, capped, ink)
		}
	}
}

// fill draws the inside of a path: rules, shades, seals and shapes.
func (p *painter) fill(outlines []outline, evenOdd bool, ink paint) {
	if ink.alpha == 0 {
		return
	}
	for i := 0; i < len(outlines); i++ {
		o := outlines[i]
		b := o.bounds()
		if !page.OnPaper(b[:]...) {
			continue // nothing that far away is on the page
		}
		upright := o.rectangle()
		if upright && i+1 < len(outlines) {
			next := outlines[i+1]
			if c := next.bounds(); next.rectangle() && (evenOdd || o.turning() != next.turning()) && p.ring(b, c, ink) {
				i++
				continue
			}
		}
		seen := intersect(b, p.clip)
		switch {
		case upright || min(width(seen), height(seen)) <= thinPoints:
			p.area(seen, upright, ink)
		case o.round(b):
			if p.count() {
				p.page.Rings = append(p.page.Rings, page.Ring{Box: b, Ink: ink.hue})
			}
		default:
			p.outline(seen, ink)
		}
	}
}
