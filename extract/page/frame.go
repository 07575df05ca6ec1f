package page

import "fuhe"

// Side is one side of a frame that is drawn as a filled rectangle with a hole.
type Side struct {
	Box   fuhe.Box
	Level bool // it lies across the page
}

// Sides are the four sides of the frame between two rectangles, whichever is given first; false when neither lies in the other.
func Sides(b, hole fuhe.Box) ([4]Side, bool) {
	if hole[0] < b[0] || hole[1] < b[1] {
		b, hole = hole, b
	}
	if hole[0] < b[0] || hole[1] < b[1] || hole[2] > b[2] || hole[3] > b[3] {
		return [4]Side{}, false
	}
	return [4]Side{
		{fuhe.Box{b[0], b[1], b[2], hole[1]}, true},
		{fuhe.Box{b[0], hole[3], b[2], b[3]}, true},
		{fuhe.Box{b[0], b[1], hole[0], b[3]}, false},
		{fuhe.Box{hole[2], b[1], b[2], b[3]}, false},
	}, true
}

// Thick is how thick the side is, in points.
func (s Side) Thick() float64 {
	if s.Level {
		return s.Box[3] - s.Box[1]
	}
	return s.Box[2] - s.Box[0]
}
