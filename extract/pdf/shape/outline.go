package shape

import (
	"encoding/binary"
	"math"
	"slices"
)

type point struct {
	x, y float64
	on   bool
}

// Flags of points in a glyph description.
const (
	onCurve = 1 << iota
	shortX
	shortY
	repeat
	sameX
	sameY
)

// Picture draws a glyph; false when it is made of others, empty, or broken.
func (f *Font) Picture(gid int) (*Picture, bool) {
	contours := outline(f.data(gid))
	if len(contours) == 0 {
		return nil, false
	}
	return draw(contours)
}

// outline reads the contours of a simple glyph (OpenType specification, glyf).
func outline(b []byte) [][]point {
	if len(b) < 10 {
		return nil
	}
	n := int(int16(binary.BigEndian.Uint16(b)))
	if n <= 0 || n > maxContours || len(b) < 10+2*n+2 {
		return nil
	}
	ends := make([]int, n)
	for i := range ends {
		ends[i] = int(binary.BigEndian.Uint16(b[10+2*i:]))
	}
	count := ends[n-1] + 1
	hints := int(binary.BigEndian.Uint16(b[10+2*n:]))
	r := reader{b: b, at: 12 + 2*n + hints}
	flags := r.flags(count)
	xs := r.places(flags, shortX, sameX)
	ys := r.places(flags, shortY, sameY)
	if r.broken || !slices.IsSorted(ends) {
		return nil
	}
	out, from := make([][]point, n), 0
	for i, end := range ends {
		for k := from; k <= end; k++ {
			out[i] = append(out[i], point{xs[k], ys[k], flags[k]&onCurve != 0})
		}
		from = end + 1
	}
	return out
}

// maxContours of a glyph that is looked at: a digit has three.
const maxContours = 100

// reader reads a glyph description until it breaks off.
type reader struct {
	b      []byte
	at     int
	broken bool
}

func (r *reader) byte() byte {
	if r.at >= len(r.b) {
		r.broken = true
		return 0
	}
	r.at++
	return r.b[r.at-1]
}

func (r *reader) flags(n int) []byte {
	out := make([]byte, 0, n)
	for len(out) < n && !r.broken {
		f := r.byte()
		times := 1
		if f&repeat != 0 {
			times += int(r.byte())
		}
		for ; times > 0 && len(out) < n; times-- {
			out = append(out, f)
		}
	}
	return out
}

func (r *reader) places(flags []byte, short, same byte) []float64 {
	out := make([]float64, len(flags))
	at := 0
	for i, f := range flags {
		switch {
		case f&short != 0 && f&same != 0:
			at += int(r.byte())
		case f&short != 0:
			at -= int(r.byte())
		case f&same == 0:
			at += int(int16(uint16(r.byte())<<8 | uint16(r.byte())))
		}
		out[i] = float64(at)
	}
	return out
}

// draw fills contours: every spot of the square is asked whether it lies inside, by the rule of winding.
func draw(contours [][]point) (*Picture, bool) {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	var lines [][2]point
	for _, c := range contours {
		flat := flatten(c)
		for i, p := range flat {
			lines = append(lines, [2]point{p, flat[(i+1)%len(flat)]})
			x0, y0, x1, y1 = min(x0, p.x), min(y0, p.y), max(x1, p.x), max(y1, p.y)
		}
	}
	if x1 <= x0 || y1 <= y0 {
		return nil, false
	}
	var out Picture
	for row := range out {
		y := y0 + (float64(row)+0.5)/side*(y1-y0)
		for col := range side {
			x := x0 + (float64(col)+0.5)/side*(x1-x0)
			if winding(lines, x, y) != 0 {
				out[row] |= 1 << col
			}
		}
	}
	return &out, true
}

func winding(lines [][2]point, x, y float64) int {
	n := 0
	for _, l := range lines {
		a, b := l[0], l[1]
		if (a.y > y) == (b.y > y) || x >= a.x+(y-a.y)/(b.y-a.y)*(b.x-a.x) {
			continue
		}
		if a.y < b.y {
			n++
		} else {
			n--
		}
	}
	return n
}

// flatten makes straight pieces of a contour: between two points off the curve lies one on it.
func flatten(c []point) []point {
	const pieces = 4
	var on []point
	for i, p := range c {
		next := c[(i+1)%len(c)]
		on = append(on, p)
		if !p.on && !next.on {
			on = append(on, point{(p.x + next.x) / 2, (p.y + next.y) / 2, true})
		}
	}
	var out []point
	for i, p := range on {
		if p.on {
			out = append(out, p)
			continue
		}
		a, b := on[(i+len(on)-1)%len(on)], on[(i+1)%len(on)]
		for k := 1; k < pieces; k++ {
			t := float64(k) / pieces
			u := 1 - t
			out = append(out, point{u*u*a.x + 2*u*t*p.x + t*t*b.x, u*u*a.y + 2*u*t*p.y + t*t*b.y, true})
		}
	}
	return out
}
