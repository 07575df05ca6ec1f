package lattice

import (
	"math"
	"slices"

	"fuhe"
	"fuhe/extract/page"
)

// standing is how a frame stands to the lines of the page that are none of its sides.
type standing int

const (
	apartFrom standing = iota // no line crosses it, or its sides go on in the lines of a table: it is one, or part of one
	laidOn                    // lines run on under it, and none needs it
	unclear                   // lines run on under it, and others end at its sides or are parted by them
)

// laid is how a frame stands to the other lines. One laid on a table has corners where no line is, which the cells of a table
// have not, and lines that end at a side of it end as well at one that goes on beyond it.
func laid(b fuhe.Box, across, down others, reach float64) standing {
	sides := [4]side{
		{line{b[1], b[0], b[2]}, across, down}, {line{b[3], b[0], b[2]}, across, down},
		{line{b[0], b[1], b[3]}, down, across}, {line{b[2], b[1], b[3]}, down, across},
	}
	crossed, ends, parts, loose := false, false, false, false
	for i := range sides {
		s := &sides[i]
		if s.goesOn() {
			return apartFrom
		}
		over, end := s.meets(reach)
		crossed, ends = crossed || over, ends || end
		from, to := s.corner(s.start), s.corner(s.end)
		loose = loose || !from || !to
		parts = parts || from && to && !s.backed(reach)
	}
	switch {
	case !crossed || !loose:
		return apartFrom
	case ends || parts:
		return unclear
	}
	return laidOn
}

// side is one side of a frame with the other lines of the page: those that run as it does, and those that run across it.
type side struct {
	line
	along, over others
}

// others are lines but for two: the sides of a frame.
type others struct {
	lines []line
	but   [2]int
}

// allOf are lines of which none is left aside.
func allOf(lines []line) others { return others{lines, [2]int{-1, -1}} }

func (o *others) has(i int) bool { return i != o.but[0] && i != o.but[1] }

// backed reports whether another line runs beside the whole side.
func (s *side) backed(reach float64) bool {
	for i, l := range s.along.lines {
		if s.along.has(i) && math.Abs(l.pos-s.pos) <= reach && l.start <= s.start+reach && l.end >= s.end-reach {
			return true
		}
	}
	return false
}

// goesOn reports whether another line goes on from an end of the side in its direction.
func (s *side) goesOn() bool {
	for i, l := range s.along.lines {
		if s.along.has(i) && math.Abs(l.pos-s.pos) <= cornerPoints && (math.Abs(l.end-s.start) <= dashGapPoints || math.Abs(l.start-s.end) <= dashGapPoints) {
			return true
		}
	}
	return false
}

// corner reports whether another line runs through an end of the side, or ends there.
func (s *side) corner(at float64) bool {
	return s.along.through(s.pos, at) || s.over.through(at, s.pos)
}

// through reports whether one of the lines at a position runs past a place along it.
func (o *others) through(pos, at float64) bool {
	for i, l := range o.lines {
		if o.has(i) && math.Abs(l.pos-pos) <= cornerPoints && l.start-cornerPoints <= at && at <= l.end+cornerPoints {
			return true
		}
	}
	return false
}

// meets reports whether lines run over the side, and whether some end at it, and not as well at one that goes on beyond it.
func (s *side) meets(reach float64) (crossed, ends bool) {
	for i, l := range s.over.lines {
		switch {
		case !s.over.has(i):
		case l.pos <= s.start+cornerPoints || l.pos >= s.end-cornerPoints:
		case l.start < s.pos-reach && l.end > s.pos+reach:
			crossed = true
		case l.start <= s.pos+reach && l.end >= s.pos-reach && !s.endsElsewhere(l, reach):
			ends = true
		}
	}
	return crossed, ends
}

// endsElsewhere reports whether a line that ends about the side does so at another that goes on beyond the side.
func (s *side) endsElsewhere(l line, reach float64) bool {
	for i, o := range s.along.lines {
		beyond := o.start < s.start-reach || o.end > s.end+reach
		if beyond && s.along.has(i) && math.Abs(o.pos-s.pos) <= reach && o.start-reach <= l.pos && l.pos <= o.end+reach {
			return true
		}
	}
	return false
}

// withoutLaid is the rules of a page without the frames in another ink than theirs, or far thicker than usual, that were laid on a
// table; and the frames of which that cannot be told.
func (d *desk) withoutLaid(rules []page.Rule, reach, thick float64) (kept []page.Rule, stamps, doubtful []fuhe.Box) {
	usual := usualInk(rules)
	stamping := func(r page.Rule) bool { return apart(r.Ink, usual) || r.Thickness >= stampThickness*thick }
	other := d.rules.take(len(rules))[:0]
	for _, r := range rules {
		if stamping(r) {
			other = append(other, r)
		}
	}
	if len(other) == 0 || len(other) == len(rules) {
		return rules, nil, nil
	}
	across, down := d.mergeRules(other)
	frames := closedFrames(across, down)
	if len(frames) == 0 || len(frames) > maxFrames {
		return rules, nil, nil
	}
	var own []page.Rule
	for _, r := range rules {
		if !stamping(r) {
			own = append(own, r)
		}
	}
	restAcross, restDown := d.mergeRules(own)
	for _, f := range frames {
		b := fuhe.Box{down[f.down[0]].pos, f.box[1], down[f.down[1]].pos, f.box[3]}
		switch laid(b, allOf(restAcross), allOf(restDown), reach) {
		case laidOn:
			stamps = append(stamps, b)
		case unclear:
			doubtful = append(doubtful, b)
		case apartFrom:
		}
	}
	for _, r := range other {
		if !sideOf(r, stamps) {
			own = append(own, r)
		}
	}
	return own, stamps, doubtful
}

// sideOf reports whether a rule lies on the side of one of the boxes.
func sideOf(r page.Rule, boxes []fuhe.Box) bool {
	for _, b := range boxes {
		if r.X0 < b[0]-stubPoints || r.X1 > b[2]+stubPoints || r.Y0 < b[1]-stubPoints || r.Y1 > b[3]+stubPoints {
			continue
		}
		near, far, pos := b[0], b[2], (r.X0+r.X1)/2
		if r.Horizontal() {
			near, far, pos = b[1], b[3], (r.Y0+r.Y1)/2
		}
		if math.Abs(pos-near) <= cornerPoints || math.Abs(pos-far) <= cornerPoints {
			return true
		}
	}
	return false
}

// usualInk is the ink that the rules of a page have for most of their length.
func usualInk(rules []page.Rule) page.Ink {
	if !slices.ContainsFunc(rules, func(r page.Rule) bool { return r.Ink != rules[0].Ink }) {
		return oneInk(rules)
	}
	length := make(map[page.Ink]float64)
	var best page.Ink
	for _, r := range rules {
		if !page.OnPaper(r.X0, r.Y0, r.X1, r.Y1) {
			continue // nothing was drawn at such a place
		}
		if length[r.Ink] += max(r.X1-r.X0, r.Y1-r.Y0); length[r.Ink] > length[best] {
			best = r.Ink
		}
	}
	return best
}

// oneInk is usualInk where all rules have the same one: none but the first when they have no length.
func oneInk(rules []page.Rule) page.Ink {
	length := 0.0
	for i := range rules {
		r := &rules[i]
		if !page.OnPaper(r.X0, r.Y0, r.X1, r.Y1) {
			continue
		}
		if length += max(r.X1-r.X0, r.Y1-r.Y0); length > 0 {
			return r.Ink
		}
	}
	return 0
}

// doubtRows puts the cells in doubt whose rows a frame touches of which nothing tells whether it rules them.
func (t *table) doubtRows(frames []fuhe.Box) {
	for _, b := range frames {
		if b[0] > t.right() || b[2] < t.left() {
			continue
		}
		for i := range t.cells {
			c := &t.cells[i]
			if box := t.cellBox(*c); c.doubt == nil && box[1] < b[3]+cornerPoints && box[3] > b[1]-cornerPoints {
				c.doubt = fuhe.DoubtFrame
			}
		}
	}
}
