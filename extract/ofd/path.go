package ofd

import (
	"math"
	"strings"

	"fuhe"
	"fuhe/extract/page"
)

// outline is one part of a path: corners joined by straight lines or curves.
type outline struct {
	corners []corner
	closed  bool
}

type corner struct {
	point
	curved bool // a curve leads here
}

// pen reads a path: letters with numbers behind them.
type pen struct {
	to       matrix
	outlines []outline
	at       point // in the path's own space
	points   int
}

// operands are how many numbers follow a letter.
var operands = map[string]int{"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}

// outlinesOf reads a path and maps it to the page; false when it is no path or has more points than are left.
func outlinesOf(data string, to matrix, left int) ([]outline, bool) {
	p := pen{to: to}
	words := strings.Fields(spaced.Replace(data))
	for i := 0; i < len(words); {
		op := strings.ToUpper(words[i])
		n, known := operands[op]
		if op == "Z" {
			op, known = "C", true // as vector graphics on the web have it
		}
		if !known || i+1+n > len(words) {
			return p.outlines, false
		}
		v := make([]float64, n)
		for k := range v {
			var ok bool
			if v[k], ok = number(words[i+1+k]); !ok {
				return p.outlines, false
			}
		}
		i += 1 + n
		if p.draw(op, v); p.points > left {
			return p.outlines, false
		}
	}
	return p.outlines, true
}

// spaced sets letters apart, which some programs write right before their numbers.
var spaced = strings.NewReplacer("S", " S ", "M", " M ", "L", " L ", "Q", " Q ", "B", " B ", "A", " A ", "C", " C ", "Z", " Z ", ",", " ")

func (p *pen) draw(op string, v []float64) {
	switch op {
	case "S", "M":
		p.outlines = append(p.outlines, outline{})
		p.line(point{v[0], v[1]}, false)
	case "L":
		p.line(point{v[0], v[1]}, false)
	case "Q":
		c := point{v[0], v[1]}
		to := point{v[2], v[3]}
		p.curve(between(p.at, c, 2.0/3), between(to, c, 2.0/3), to)
	case "B":
		p.curve(point{v[0], v[1]}, point{v[2], v[3]}, point{v[4], v[5]})
	case "A":
		p.arc(v)
	case "C":
		if n := len(p.outlines); n > 0 && len(p.outlines[n-1].corners) > 0 {
			p.outlines[n-1].closed = true
		}
	}
}

func between(a, b point, t float64) point { return point{a.x + t*(b.x-a.x), a.y + t*(b.y-a.y)} }

func (p *pen) line(to point, curved bool) {
	if n := len(p.outlines); n == 0 || p.outlines[n-1].closed {
		p.outlines = append(p.outlines, outline{})
		if n > 0 { // goes on from where it closed
			p.outlines[n].corners = append(p.outlines[n].corners, p.outlines[n-1].corners[0])
		}
	}
	o := &p.outlines[len(p.outlines)-1]
	o.corners = append(o.corners, corner{p.to.point(to.x, to.y), curved})
	p.at = to
	p.points++
}

// curve adds a curve; one that is straight is a line: rules are drawn so by some programs.
func (p *pen) curve(c1, c2, to point) {
	from := p.at
	straight := on(from, to, c1) && on(from, to, c2)
	if !straight { // three points on the way give its extent well enough
		for _, t := range [3]float64{0.25, 0.5, 0.75} {
			u := 1 - t
			a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
			p.line(point{a*from.x + b*c1.x + c*c2.x + d*to.x, a*from.y + b*c1.y + c*c2.y + d*to.y}, true)
		}
	}
	p.line(to, !straight)
}

// on reports whether p lies on the line between a and b.
func on(a, b, p point) bool {
	dx, dy := b.x-a.x, b.y-a.y
	return math.Abs((p.x-a.x)*dy-(p.y-a.y)*dx) <= 1e-3*(dx*dx+dy*dy)
}

// arc adds an arc "rx ry angle large sweep x y" by points on the way.
func (p *pen) arc(v []float64) {
	to := point{v[5], v[6]}
	rx, ry, from := math.Abs(v[0]), math.Abs(v[1]), p.at
	if rx == 0 || ry == 0 || from == to {
		p.line(to, false)
		return
	}
	sin, cos := math.Sincos(v[2] * math.Pi / 180)
	// Half the way between the ends, in the frame of the ellipse.
	hx, hy := (from.x-to.x)/2, (from.y-to.y)/2
	x, y := (cos*hx+sin*hy)/rx, (cos*hy-sin*hx)/ry
	if d := x*x + y*y; d > 1 {
		rx, ry, x, y = rx*math.Sqrt(d), ry*math.Sqrt(d), x/math.Sqrt(d), y/math.Sqrt(d)
	}
	d := x*x + y*y
	side := math.Sqrt(max(0, 1/d-1))
	if (v[3] != 0) == (v[4] != 0) {
		side = -side
	}
	cx, cy := side*y, -side*x
	begin, end := math.Atan2(y-cy, x-cx), math.Atan2(-y-cy, -x-cx)
	if v[4] != 0 && end < begin {
		end += 2 * math.Pi
	}
	if v[4] == 0 && end > begin {
		end -= 2 * math.Pi
	}
	const steps = 12
	for i := 1; i < steps; i++ {
		s, c := math.Sincos(begin + (end-begin)*float64(i)/steps)
		ex, ey := rx*(c+cx), ry*(s+cy)
		p.line(point{(from.x+to.x)/2 + cos*ex - sin*ey, (from.y+to.y)/2 + sin*ex + cos*ey}, true)
	}
	p.line(to, true)
}

func (o outline) bounds() fuhe.Box {
	b := emptyBox
	for _, c := range o.corners {
		b = include(b, c.point)
	}
	return b
}

// rectangle reports whether the corners are those of an upright rectangle, in order.
func (o outline) rectangle() bool {
	c := o.corners
	if n := len(c); n == 5 && near(c[0].point, c[4].point) {
		c = c[:4]
	}
	if len(c) != 4 {
		return false
	}
	for i, p := range c {
		q := c[(i+1)%4]
		if p.curved || math.Abs(p.x-q.x) > inkPoints && math.Abs(p.y-q.y) > inkPoints {
			return false
		}
	}
	b := o.bounds()
	return math.Abs(math.Abs(c[0].x-c[2].x)-width(b)) <= inkPoints && math.Abs(math.Abs(c[0].y-c[2].y)-height(b)) <= inkPoints
}

func near(p, q point) bool {
	return math.Abs(p.x-q.x) <= inkPoints && math.Abs(p.y-q.y) <= inkPoints
}

// turning is the direction in which an outline runs.
func (o outline) turning() bool {
	sum := 0.0
	for i, p := range o.corners {
		q := o.corners[(i+1)%len(o.corners)]
		sum += p.x*q.y - q.x*p.y
	}
	return sum > 0
}

// round reports whether the outline is a circle or an ellipse as large as a seal.
func (o outline) round(b fuhe.Box) bool {
	return page.Round(len(o.corners), func(i int) (x, y float64, curved bool) {
		return o.corners[i].x, o.corners[i].y, o.corners[i].curved
	}, b)
}
