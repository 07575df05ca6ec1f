package bitmap

import "math"

// Ink is what is dark on the page: darker than what is around it by as much as the paper there varies, so that a grey
// ground or a shadow at the fold makes none. The window is in pixels.
func (g *Grey) Ink(window int) Ink {
	out := NewInk(g.Wide, g.High)
	half := max(1, window/2)
	sums, squares := make([]int, g.Wide), make([]int, g.Wide)
	change := func(y, by int) {
		if y < 0 || y >= g.High {
			return
		}
		for x, p := range g.Pix[y*g.Wide : (y+1)*g.Wide] {
			sums[x] += by * int(p)
			squares[x] += by * int(p) * int(p)
		}
	}
	for y := range half {
		change(y, 1)
	}
	for y := range g.High {
		change(y+half, 1)
		rows := min(g.High, y+half+1) - max(0, y-half)
		g.inkOfRow(out.Bits[y*g.Wide:(y+1)*g.Wide], y, half, rows, sums, squares)
		change(y-half, -1)
	}
	return out
}

// inkOfRow decides on the pixels of a row, with the sums of the columns of its window.
func (g *Grey) inkOfRow(out []bool, y, half, rows int, sums, squares []int) {
	sum, square := 0, 0
	for x := range min(half, g.Wide) {
		sum, square = sum+sums[x], square+squares[x]
	}
	for x := range g.Wide {
		if in := x + half; in < g.Wide {
			sum, square = sum+sums[in], square+squares[in]
		}
		n := float64(rows * (min(g.Wide, x+half+1) - max(0, x-half)))
		mean := float64(sum) / n
		spread := math.Sqrt(max(0, float64(square)/n-mean*mean))
		p := float64(g.Pix[y*g.Wide+x])
		out[x] = p < mean*(1+inkBias*(spread/fullSpread-1)) && p < lightestInk
		if gone := x - half; gone >= 0 {
			sum, square = sum-sums[gone], square-squares[gone]
		}
	}
}
