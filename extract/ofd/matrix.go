package ofd

import (
	"math"

	"fuhe"
)

// matrix maps places: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix struct{ a, b, c, d, e, f float64 }

type point struct{ x, y float64 }

var identity = matrix{a: 1, d: 1}

// then is m, and next behind it.
func (m matrix) then(next matrix) matrix {
	return matrix{
		m.a*next.a + m.b*next.c, m.a*next.b + m.b*next.d,
		m.c*next.a + m.d*next.c, m.c*next.b + m.d*next.d,
		m.e*next.a + m.f*next.c + next.e, m.e*next.b + m.f*next.d + next.f,
	}
}

func (m matrix) point(x, y float64) point {
	return point{m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f}
}

// level and plumb are how thick a line of thickness 1 along x and along y becomes.
func (m matrix) level() float64 { return math.Hypot(m.c, m.d) }
func (m matrix) plumb() float64 { return math.Hypot(m.a, m.b) }

// matrixOf reads a CTM; the identity when it states none, false when it is none.
func matrixOf(s string) (matrix, bool) {
	if s == "" {
		return identity, true
	}
	v, ok := numbers(s)
	if !ok || len(v) != 6 {
		return identity, false
	}
	return matrix{v[0], v[1], v[2], v[3], v[4], v[5]}, true
}

// boxOf reads a box "x y width height"; false when it is none.
func boxOf(s string) (fuhe.Box, bool) {
	v, ok := numbers(s)
	if !ok || len(v) != 4 {
		return fuhe.Box{}, false
	}
	return fuhe.Box{v[0], v[1], v[0] + v[2], v[1] + v[3]}, true
}

// emptyBox is around nothing.
var emptyBox = fuhe.Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

func include(b fuhe.Box, p point) fuhe.Box {
	return fuhe.Box{min(b[0], p.x), min(b[1], p.y), max(b[2], p.x), max(b[3], p.y)}
}

// around is the upright box around a box that m maps.
func (m matrix) around(b fuhe.Box) fuhe.Box {
	out := emptyBox
	for _, p := range [4]point{{b[0], b[1]}, {b[2], b[1]}, {b[0], b[3]}, {b[2], b[3]}} {
		out = include(out, m.point(p.x, p.y))
	}
	return out
}

func intersect(a, b fuhe.Box) fuhe.Box {
	return fuhe.Box{max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])}
}

func width(b fuhe.Box) float64  { return b[2] - b[0] }
func height(b fuhe.Box) float64 { return b[3] - b[1] }

func inside(b fuhe.Box, x, y float64) bool { return x > b[0] && x < b[2] && y > b[1] && y < b[3] }

// shared is the share of a box that lies in another.
func shared(a, b fuhe.Box) float64 {
	c := intersect(a, b)
	if area := width(a) * height(a); area > 0 && width(c) > 0 && height(c) > 0 {
		return width(c) * height(c) / area
	}
	return 0
}
