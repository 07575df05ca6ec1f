package bitmap

import (
	"image"
	"math"
)

// Scaled is a part of the page, so many pixels high and as wide as that makes it, each pixel the mean of what it covers.
// What lies beyond the page is white.
func (g *Grey) Scaled(part image.Rectangle, high int) []uint8 {
	wide := max(1, int(math.Round(float64(part.Dx())*float64(high)/float64(part.Dy()))))
	out := make([]uint8, wide*high)
	across, down := shares(part.Min.X, part.Dx(), wide), shares(part.Min.Y, part.Dy(), high)
	rows := make([]float64, wide)
	for y, d := range down {
		clear(rows)
		for i, share := range d.of {
			for x, a := range across {
				sum := 0.0
				for j, part := range a.of {
					sum += part * float64(g.At(a.from+j, d.from+i))
				}
				rows[x] += share * sum
			}
		}
		for x, v := range rows {
			out[y*wide+x] = uint8(v + 0.5)
		}
	}
	return out
}

// span is what pixels a scaled one is made of, and by which shares.
type span struct {
	from int
	of   []float64
}

// shares are the spans of n pixels laid over a length that begins somewhere: the mean of those covered where they are
// made fewer, between two neighbours where they are made more.
func shares(begin, length, n int) []span {
	out := make([]span, n)
	step := float64(length) / float64(n)
	reach := max(1, step)
	for i := range out {
		middle := (float64(i)+0.5)*step - 0.5
		from := int(math.Ceil(middle - reach))
		total := 0.0
		for at := from; float64(at) < middle+reach; at++ {
			weight := 1 - math.Abs(float64(at)-middle)/reach
			out[i].of = append(out[i].of, weight)
			total += weight
		}
		for k := range out[i].of {
			out[i].of[k] /= total
		}
		out[i].from = begin + from
	}
	return out
}
