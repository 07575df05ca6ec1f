package native

import (
	"math"

	"fuhe"
)

// matrix maps (x, y) to (a·x + c·y + e, b·x + d·y + f), as PDF writes it.
type matrix struct{ a, b, c, d, e, f float64 }

var identity = matrix{a: 1, d: 1}

// then is m followed by n.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d,
		m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f,
	}
}

type point struct{ x, y float64 }

func (m matrix) point(x, y float64) point {
	return point{m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f}
}

// box is the smallest upright box around the image of a rectangle.
func (m matrix) box(x0, y0, x1, y1 float64) fuhe.Box {
	out := emptyBox
	for _, p := range [4]point{m.point(x0, y0), m.point(x1, y0), m.point(x0, y1), m.point(x1, y1)} {
		out = include(out, p)
	}
	return out
}

// emptyBox holds no point; include makes it grow.
var emptyBox = fuhe.Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

func include(b fuhe.Box, p point) fuhe.Box {
	return fuhe.Box{min(b[0], p.x), min(b[1], p.y), max(b[2], p.x), max(b[3], p.y)}
}

func intersect(a, b fuhe.Box) fuhe.Box {
	return fuhe.Box{max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])}
}

func width(b fuhe.Box) float64  { return b[2] - b[0] }
func height(b fuhe.Box) float64 { return b[3] - b[1] }

func inside(b fuhe.Box, x, y float64) bool { return x >= b[0] && x <= b[2] && y >= b[1] && y <= b[3] }

// finite reports whether a box can be worked with: hostile matrices make numbers that are none.
func finite(values ...float64) bool {
	for _, v := range values {
		if math.IsNaN(v) || math.Abs(v) > 1e7 {
			return false
		}
	}
	return true
}
