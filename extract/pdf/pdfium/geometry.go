package pdfium

import (
	"math"

	"fuhe"
)

// matrix maps (x, y) to (a·x + c·y + e, b·x + d·y + f), as in PDF.
type matrix struct{ a, b, c, d, e, f float64 }

// then is m first and n after it.
func (m matrix) then(n matrix) matrix {
	return matrix{
		a: m.a*n.a + m.b*n.c, b: m.a*n.b + m.b*n.d,
		c: m.c*n.a + m.d*n.c, d: m.c*n.b + m.d*n.d,
		e: m.e*n.a + m.f*n.c + n.e, f: m.e*n.b + m.f*n.d + n.f,
	}
}

type point struct{ x, y float64 }

func (m matrix) point(x, y float64) point {
	return point{m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f}
}

// scale is the length of what was one long, on average over the directions.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m.a*m.d - m.b*m.c)) }

// bounds is the smallest rectangle around points.
func bounds(points ...point) fuhe.Box {
	b := fuhe.Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range points {
		b[0], b[1] = min(b[0], p.x), min(b[1], p.y)
		b[2], b[3] = max(b[2], p.x), max(b[3], p.y)
	}
	return b
}

// intersect is what two boxes share; its sides are the wrong way round when that is nothing.
func intersect(a, b fuhe.Box) fuhe.Box {
	return fuhe.Box{max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])}
}

// frame is the way from PDF's user space to the shown page: from the top left corner, y downwards, turned.
func frame(left, bottom, right, top float64, turns int) (m matrix, width, height float64) {
	w, h := right-left, top-bottom
	switch turns & 3 {
	case 1:
		return matrix{b: 1, c: 1, e: -bottom, f: -left}, h, w
	case 2:
		return matrix{a: -1, d: 1, e: right, f: -bottom}, w, h
	case 3:
		return matrix{b: -1, c: -1, e: top, f: right}, h, w
	}
	return matrix{a: 1, d: -1, e: -left, f: top}, w, h
}

// matrixIn is the FS_MATRIX in scratch.
func (s *sandbox) matrixIn() matrix {
	return matrix{s.float(0), s.float(1), s.float(2), s.float(3), s.float(4), s.float(5)}
}

// finite reports whether a box lies where pages are.
func finite(b fuhe.Box) bool {
	for _, v := range b {
		if math.IsNaN(v) || math.Abs(v) > farPoints {
			return false
		}
	}
	return true
}
