package bitmap

import "math"

// Angle is by how many degrees clockwise the writing and the rules of a page are turned: the angle at which its ink falls
// into the fewest, fullest rows.
func (k *Ink) Angle() float64 {
	points := k.edges()
	best := k.sharpest(points, 0, mostAngle, coarseAngle)
	return k.sharpest(points, best, coarseAngle, fineAngle)
}

// edge is a pixel of ink with paper above it.
type edge struct{ x, y int32 }

// edges are the upper edges of the ink: rules of any thickness give one row of them.
func (k *Ink) edges() []edge {
	var out []edge
	for y := 1; y < k.High; y++ {
		above, row := k.Bits[(y-1)*k.Wide:y*k.Wide], k.Bits[y*k.Wide:(y+1)*k.Wide]
		for x, dark := range row {
			if dark && !above[x] {
				out = append(out, edge{int32(x), int32(y)})
			}
		}
	}
	return out
}

// sharpest is the best of the angles around one.
func (k *Ink) sharpest(points []edge, around, reach, step float64) float64 {
	best, most := around, -1.0
	n := int(math.Round(reach / step))
	rows := make([]int, 2*k.High+2*k.Wide)
	for i := -n; i <= n; i++ {
		angle := around + float64(i)*step
		slope := math.Tan(angle * math.Pi / 180)
		clear(rows)
		for _, p := range points {
			rows[int(float64(p.y)-slope*float64(p.x)+0.5)+k.Wide]++
		}
		sum := 0.0
		for _, r := range rows {
			sum += float64(r) * float64(r)
		}
		if sum > most || sum == most && math.Abs(angle) < math.Abs(best) {
			best, most = angle, sum
		}
	}
	return best
}
