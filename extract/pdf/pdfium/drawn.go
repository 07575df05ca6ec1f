package pdfium

import (
	"fuhe"
	"fuhe/extract/page"
)

// drawing is one path being drawn: what it may cover and how light it is on white paper.
type drawing struct {
	*sheet
	clip      fuhe.Box
	lightness float64
	hue       page.Ink
	opaque    bool // nothing shows through
}

// fill adds what the filled parts of a path make: thin ones are rules, rectangles shades, and a rectangle with one a
// little smaller cut out of it is a frame of four rules.
func (d drawing) fill(outlines []outline, evenOdd bool) {
	for i := 0; i < len(outlines); i++ {
		o := outlines[i]
		b := o.bounds()
		upright := o.rectangle(b)
		if upright && i+1 < len(outlines) {
			hole := outlines[i+1]
			if c := hole.bounds(); hole.rectangle(c) && (evenOdd || o.turning() != hole.turning()) && d.frame(b, c) {
				i++
				continue
			}
		}
		if upright || !d.ring(o) {
			d.area(b, upright)
		}
	}
}

// ring notes a round outline; false when it is none. Seals are drawn so.
func (d drawing) ring(o outline) bool {
	b := o.bounds()
	if !page.Round(len(o.corners), func(i int) (x, y float64, curved bool) { return o.corners[i].x, o.corners[i].y, o.corners[i].curved }, b) {
		return false
	}
	d.page.Rings = append(d.page.Rings, page.Ring{Box: b, Ink: d.hue})
	return true
}

// frame draws a rectangle with a hole; false when the two are none.
func (d drawing) frame(b, hole fuhe.Box) bool {
	if hole[0] < b[0] || hole[1] < b[1] {
		b, hole = hole, b
	}
	if hole[0] < b[0] || hole[1] < b[1] || hole[2] > b[2] || hole[3] > b[3] {
		return false
	}
	if hole[2]-hole[0] <= inkPoints || hole[3]-hole[1] <= inkPoints {
		return false // cuts nothing out: both were drawn for their own sake
	}
	d.side(fuhe.Box{b[0], b[1], b[2], hole[1]}, true)
	d.side(fuhe.Box{b[0], hole[3], b[2], b[3]}, true)
	d.side(fuhe.Box{b[0], b[1], hole[0], b[3]}, false)
	d.side(fuhe.Box{hole[2], b[1], b[2], b[3]}, false)
	return true
}

// side is one side of a frame; there is none where the hole reaches the edge.
func (d drawing) side(b fuhe.Box, level bool) {
	switch thick := thickness(b, level); {
	case thick <= inkPoints:
	case thick <= ringPoints:
		d.bar(b, level)
	default:
		d.area(b, true)
	}
}

// area is a filled outline with its box: a rule when it is thin, a shade when it is a rectangle. Others are letters,
// logos, stamps.
func (d drawing) area(b fuhe.Box, upright bool) {
	b = d.clipped(b)
	w, h := b[2]-b[0], b[3]-b[1]
	switch {
	case w < 0 || h < 0 || w <= inkPoints && h <= inkPoints:
	case min(w, h) <= thinPoints:
		d.bar(b, w >= h)
	case upright:
		d.shade(b)
	case d.lightness <= lightest || d.onDark((b[0]+b[2])/2, (b[1]+b[3])/2):
		d.page.Outlines = append(d.page.Outlines, b)
	}
}

// clipped is the part of a box that may be covered. What lies on the edge counts, in spite of rounding: borders are
// clipped by themselves.
func (d drawing) clipped(b fuhe.Box) fuhe.Box {
	b = intersect(b, d.clip)
	for i := range 2 {
		if b[i] > b[i+2] && b[i]-b[i+2] <= samePoints {
			b[i] = b[i+2]
		}
	}
	return b
}

// bar is a long area: a rule along its middle, or a shade when it is as thick as a row.
func (d drawing) bar(b fuhe.Box, level bool) {
	thick := thickness(b, level)
	if thick > ringPoints || thick > thinPoints && thick > 0.5*max(b[2]-b[0], b[3]-b[1]) {
		if b = d.clipped(b); b[0] < b[2] && b[1] < b[3] {
			d.shade(b)
		}
		return
	}
	x, y := (b[0]+b[2])/2, (b[1]+b[3])/2
	if b = d.clipped(b); b[0] > b[2] || b[1] > b[3] {
		return
	}
	if d.lightness > lightest && !d.onGround(x, y, d.lightness-leastSeen) {
		return
	}
	r := page.Rule{X0: b[0], Y0: y, X1: b[2], Y1: y, Thickness: thick, Ink: d.hue}
	if !level {
		r = page.Rule{X0: x, Y0: b[1], X1: x, Y1: b[3], Thickness: thick, Ink: d.hue}
	}
	if d.laid {
		d.page.Strokes = append(d.page.Strokes, page.Stroke{X0: r.X0, Y0: r.Y0, X1: r.X1, Y1: r.Y1})
		return
	}
	d.page.Rules = append(d.page.Rules, r)
}

// slanted adds a line that is no rule. One so pale that text of its colour would be a watermark strikes nothing out.
func (d drawing) slanted(p, q point) {
	if b := intersect(bounds(p, q), d.clip); d.lightness > paleAbove || b[0] > b[2] || b[1] > b[3] {
		return
	}
	d.page.Strokes = append(d.page.Strokes, page.Stroke{X0: p.x, Y0: p.y, X1: q.x, Y1: q.y})
}

func thickness(b fuhe.Box, level bool) float64 {
	if level {
		return b[3] - b[1]
	}
	return b[2] - b[0]
}

// shade adds a filled rectangle. What was drawn under it before is seen by nobody.
func (d drawing) shade(b fuhe.Box) {
	d.border(b)
	if d.opaque && d.compare(len(d.page.Rules)) {
		d.covers = append(d.covers, cover{box: b, after: len(d.texts)})
		kept := d.page.Rules[:0]
		for _, r := range d.page.Rules {
			if !under(r, b) {
				kept = append(kept, r)
			}
		}
		d.page.Rules = kept
	}
	g := ground{box: b, lightness: d.lightness, kept: -1}
	if d.lightness <= lightest && (!d.laid || d.lightness < blackBelow) {
		g.kept = len(d.page.Shades)
		d.page.Shades = append(d.page.Shades, page.Shade{Box: b, Dark: d.lightness < blackBelow})
	}
	d.grounds = append(d.grounds, g)
}

// border adds the rules of a box made of two fills: a dark one, and now a lighter one on it that leaves a border.
func (d drawing) border(b fuhe.Box) {
	if len(d.grounds) == 0 {
		return
	}
	g := &d.grounds[len(d.grounds)-1]
	a := g.box
	if g.kept < 0 || g.lightness >= darkBelow || d.lightness-g.lightness < leastContrast || a == b || intersect(a, b) != b {
		return
	}
	if max(b[0]-a[0], b[1]-a[1], a[2]-b[2], a[3]-b[3]) > ringPoints {
		return
	}
	dark := d
	dark.lightness = g.lightness
	dark.frame(a, b)
	d.page.Shades[g.kept].Box, g.box = b, b
}

// pen is how thick strokes along x (level) and along y (plumb) are, and whether they reach over their ends.
type pen struct {
	level, plumb float64
	capped       bool
}

// stroke adds the straight lines of an outline that run along an axis.
func (d drawing) stroke(o outline, with pen) {
	corners := o.corners
	if n := len(corners); o.closed && n > 1 && corners[n-1].point != corners[0].point {
		corners = append(corners[:n:n], corner{point: corners[0].point})
	}
	for i := 1; i < len(corners); i++ {
		if corners[i].curved {
			d.slanted(corners[i-1].point, corners[i].point)
		} else {
			d.line(corners[i-1].point, corners[i].point, with)
		}
	}
}

func (d drawing) line(p, q point, with pen) {
	b := bounds(p, q)
	dx, dy := b[2]-b[0], b[3]-b[1]
	level, thick := dx >= dy, with.level
	if !level {
		thick = with.plumb
	}
	long, off := max(dx, dy), min(dx, dy)
	if off > max(slantShare*long, min(slantPoints, long/4)) {
		d.slanted(p, q)
		return
	}
	if long == 0 && !with.capped {
		return // a dot without a round end, which draws nothing
	}
	reach := 0.0
	if with.capped {
		reach = thick / 2
	}
	x, y := (b[0]+b[2])/2, (b[1]+b[3])/2
	if level {
		d.bar(fuhe.Box{b[0] - reach, y - thick/2, b[2] + reach, y + thick/2}, true)
	} else {
		d.bar(fuhe.Box{x - thick/2, b[1] - reach, x + thick/2, b[3] + reach}, false)
	}
}

// ground is an area with its lightness, for what is drawn over it.
type ground struct {
	box       fuhe.Box
	lightness float64
	kept      int // its place in the page's shades, -1 when it is none of them
}

// onDark reports whether something light drawn now at a place can be seen, because something darker lies under it.
func (s *sheet) onDark(x, y float64) bool { return s.onGround(x, y, darkBelow) }

// onGround reports whether what lies under a place is darker than so much.
func (s *sheet) onGround(x, y, below float64) bool {
	for i := len(s.grounds) - 1; i >= 0 && s.compare(1); i-- {
		if b := s.grounds[i].box; x >= b[0] && x <= b[2] && y >= b[1] && y <= b[3] {
			return s.grounds[i].lightness < below
		}
	}
	return false
}
