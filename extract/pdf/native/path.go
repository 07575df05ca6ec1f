package native

import (
	"math"

	"fuhe"
)

// path is the path being built, in points of the shown page.
type path struct {
	outlines []outline
	points   []corner // of all outlines; an outline is a piece of it
	at       point    // current point in user space, for v
	clip     bool     // W was said: the path clips once it is painted
}

// outline is one part of a path: corners joined by straight lines or curves.
type outline struct {
	from, to int
	closed   bool
}

type corner struct {
	point
	curved bool // a curve leads here
}

// paths runs the operators that build and paint paths.
func (in *interpreter) paths(op []byte) bool {
	switch string(op) {
	case "re":
		if v, ok := in.numbers(4); ok {
			x, y, w, h := v[0], v[1], v[2], v[3]
			in.move(x, y)
			in.line(x+w, y, false)
			in.line(x+w, y+h, false)
			in.line(x, y+h, false)
			in.close()
		}
	case "m":
		if v, ok := in.numbers(2); ok {
			in.move(v[0], v[1])
		}
	case "l":
		if v, ok := in.numbers(2); ok {
			in.line(v[0], v[1], false)
		}
	case "c":
		if v, ok := in.numbers(6); ok {
			in.curve(in.path.at, point{v[0], v[1]}, point{v[2], v[3]}, point{v[4], v[5]})
		}
	case "v":
		if v, ok := in.numbers(4); ok {
			in.curve(in.path.at, in.path.at, point{v[0], v[1]}, point{v[2], v[3]})
		}
	case "y":
		if v, ok := in.numbers(4); ok {
			in.curve(in.path.at, point{v[0], v[1]}, point{v[2], v[3]}, point{v[2], v[3]})
		}
	case "h":
		in.close()
	case "W", "W*":
		in.path.clip = true
	default:
		return in.paint(op)
	}
	return true
}

func (in *interpreter) paint(op []byte) bool {
	switch string(op) {
	case "n":
	case "s":
		in.close()
		in.strokePath()
	case "S":
		in.strokePath()
	case "f", "F":
		in.fillPath(false)
	case "f*":
		in.fillPath(true)
	case "b", "b*":
		in.close()
		in.fillPath(op[len(op)-1] == '*')
		in.strokePath()
	case "B", "B*":
		in.fillPath(op[len(op)-1] == '*')
		in.strokePath()
	default:
		return false
	}
	in.endPath()
	return true
}

func (in *interpreter) move(x, y float64) {
	p := &in.path
	n := len(p.points)
	if n >= maxPathPoints {
		in.stop("a path of more than %d points", maxPathPoints)
		return
	}
	p.outlines = append(p.outlines, outline{from: n, to: n})
	p.add(in.state.ctm.point(x, y), false)
	p.at = point{x, y}
}

func (in *interpreter) line(x, y float64, curved bool) {
	p := &in.path
	if len(p.outlines) == 0 { // broken, but every viewer begins there
		in.move(x, y)
		return
	}
	if len(p.points) >= maxPathPoints {
		in.stop("a path of more than %d points", maxPathPoints)
		return
	}
	if last := p.outlines[len(p.outlines)-1]; last.closed { // goes on from where it closed
		start := p.points[last.from].point
		p.outlines = append(p.outlines, outline{from: len(p.points), to: len(p.points)})
		p.add(start, false)
	}
	p.add(in.state.ctm.point(x, y), curved)
	p.at = point{x, y}
}

func (p *path) add(at point, curved bool) {
	p.points = append(p.points, corner{at, curved})
	p.outlines[len(p.outlines)-1].to = len(p.points)
}

// curve adds a curve. Rules drawn as curves that are straight occur: their control points lie on the line.
func (in *interpreter) curve(from, c1, c2, to point) {
	straight := on(from, to, c1) && on(from, to, c2)
	if !straight { // three points on the way give its extent well enough
		for _, t := range [3]float64{0.25, 0.5, 0.75} {
			u := 1 - t
			a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
			in.line(a*from.x+b*c1.x+c*c2.x+d*to.x, a*from.y+b*c1.y+c*c2.y+d*to.y, true)
		}
	}
	in.line(to.x, to.y, !straight)
}

// on reports whether p lies on the line between a and b.
func on(a, b, p point) bool {
	dx, dy := b.x-a.x, b.y-a.y
	cross := (p.x-a.x)*dy - (p.y-a.y)*dx
	return math.Abs(cross) <= 1e-3*(dx*dx+dy*dy)
}

func (in *interpreter) close() {
	if n := len(in.path.outlines); n > 0 {
		in.path.outlines[n-1].closed = true
	}
}

// endPath forgets the path, after it has clipped if that was said.
func (in *interpreter) endPath() {
	p := &in.path
	if p.clip && len(p.points) > 0 {
		in.state.clip = intersect(in.state.clip, extent(p.points))
	}
	p.outlines, p.points, p.clip = p.outlines[:0], p.points[:0], false
}

// extent is the box around points.
func extent(points []corner) fuhe.Box {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i := range points {
		p := &points[i]
		x0, y0, x1, y1 = min(x0, p.x), min(y0, p.y), max(x1, p.x), max(y1, p.y)
	}
	return fuhe.Box{x0, y0, x1, y1}
}

// rectangular reports whether corners are those of an upright rectangle, in order.
func rectangular(points []corner, b fuhe.Box) bool {
	if n := len(points); n == 5 && near(points[0].point, points[4].point) {
		points = points[:4]
	}
	if len(points) != 4 {
		return false
	}
	for i, p := range points {
		q := points[(i+1)%4]
		level := math.Abs(p.y-q.y) <= inkPoints
		plumb := math.Abs(p.x-q.x) <= inkPoints
		if p.curved || !level && !plumb {
			return false
		}
	}
	// Opposite corners span the box: the outline does not run back over itself.
	return math.Abs(math.Abs(points[0].x-points[2].x)-width(b)) <= inkPoints &&
		math.Abs(math.Abs(points[0].y-points[2].y)-height(b)) <= inkPoints
}

func near(p, q point) bool {
	return math.Abs(p.x-q.x) <= inkPoints && math.Abs(p.y-q.y) <= inkPoints
}
