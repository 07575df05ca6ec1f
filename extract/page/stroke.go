package page

import "fuhe"

// Stroke is a straight line that can be seen and is no rule of a table: it runs aslant, or was laid on the page with a
// note. It may strike text out.
type Stroke struct{ X0, Y0, X1, Y1 float64 }

// Crosses reports whether a stroke runs through an area.
func (s Stroke) Crosses(b fuhe.Box) bool {
	from, to := 0.0, 1.0 // the part of the stroke that lies in the area
	for axis, at := range [2][2]float64{{s.X0, s.X1}, {s.Y0, s.Y1}} {
		low, high, step := b[axis], b[axis+2], at[1]-at[0]
		if step == 0 {
			if at[0] < low || at[0] > high {
				return false
			}
			continue
		}
		a, z := (low-at[0])/step, (high-at[0])/step
		from, to = max(from, min(a, z)), min(to, max(a, z))
	}
	return from < to || s.X0 == s.X1 && s.Y0 == s.Y1 && from <= to
}
