package lattice

import (
	"math"

	"fuhe"
)

// frameOf is a closed frame: a box and the four lines it is made of.
type frameOf struct {
	box          fuhe.Box
	across, down [2]int
}

// withoutMarks is the lines of a page without frames drawn round a text within a cell: somebody marked it, or it is a box
// to tick. Cells drawn as frames of their own stay: several stand side by side.
func withoutMarks(across, down []line, reach float64) (keptAcross, keptDown []line) {
	frames := closedFrames(across, down)
	if len(frames) == 0 || len(frames) > maxFrames {
		return across, down
	}
	restAcross, restDown := less(across, down, frames)
	tables := ruledBy(restAcross, restDown, reach)
	in := make(map[spot][]frameOf)
	for _, f := range frames {
		s := spotAt(tables, (f.box[0]+f.box[2])/2, (f.box[1]+f.box[3])/2)
		if s.table != nil && s.room(f.box, reach) && !entered(f.box, restAcross, restDown, reach) {
			in[s] = append(in[s], f)
		}
	}
	var marks []frameOf
	for _, inside := range in {
		if !adjoining(inside, reach) {
			marks = append(marks, inside...)
		}
	}
	return less(across, down, marks)
}

// closedFrames are the frames that no line goes on from.
func closedFrames(across, down []line) []frameOf {
	tops, lefts := make(corners), make(corners)
	for i, l := range down {
		tops.add(l.pos, l.start, i)
	}
	for i, l := range across {
		lefts.add(l.start, l.pos, i)
	}
	same := func(a, b float64) bool { return math.Abs(a-b) <= cornerPoints }
	var out []frameOf
	for i, a := range across {
		rights := tops.near(a.end, a.pos)
		if len(rights) == 0 {
			continue
		}
		for _, l := range tops.near(a.start, a.pos) {
			for _, r := range rights {
				if l == r || !same(down[l].end, down[r].end) {
					continue
				}
				for _, j := range lefts.near(a.start, down[l].end) {
					if b := across[j]; j != i && same(b.end, a.end) {
						out = append(out, frameOf{fuhe.Box{a.start, a.pos, a.end, b.pos}, [2]int{i, j}, [2]int{l, r}})
					}
				}
			}
		}
	}
	return out
}

// corners are the lines that begin at places, by points.
type corners map[[2]int][]int

func (c corners) add(x, y float64, i int) {
	at := [2]int{int(math.Round(x / cornerPoints)), int(math.Round(y / cornerPoints))}
	c[at] = append(c[at], i)
}

// near are the lines that begin about a place.
func (c corners) near(x, y float64) []int {
	var out []int
	i, j := int(math.Round(x/cornerPoints)), int(math.Round(y/cornerPoints))
	for p := i - 1; p <= i+1; p++ {
		for q := j - 1; q <= j+1; q++ {
			out = append(out, c[[2]int{p, q}]...)
		}
	}
	return out
}

// less is the lines without those of frames.
func less(across, down []line, frames []frameOf) (restAcross, restDown []line) {
	if len(frames) == 0 {
		return across, down
	}
	dropAcross, dropDown := make([]bool, len(across)), make([]bool, len(down))
	for _, f := range frames {
		for k := range 2 {
			dropAcross[f.across[k]], dropDown[f.down[k]] = true, true
		}
	}
	kept := func(lines []line, drop []bool) (out []line) {
		for i, l := range lines {
			if !drop[i] {
				out = append(out, l)
			}
		}
		return out
	}
	return kept(across, dropAcross), kept(down, dropDown)
}

// ruledBy are the tables of several cells that lines rule, inner ones first.
func ruledBy(across, down []line, reach float64) []*table {
	var out []*table
	for _, n := range connect(across, down, reach) {
		t, err := frame(n, reach, nil) // beyond the budget with these lines is beyond it with all: that is said then
		if err == nil && t != nil && len(t.cells) > 1 {
			out = append(out, t)
		}
	}
	return innerFirst(out)
}

// room reports whether a box lies in a cell.
func (s spot) room(b fuhe.Box, reach float64) bool {
	cell := s.table.cellBox(s.table.cells[s.cell])
	return b[0] >= cell[0]-reach && b[1] >= cell[1]-reach && b[2] <= cell[2]+reach && b[3] <= cell[3]+reach
}

// entered reports whether a line runs into a frame: it is part of a table then.
func entered(b fuhe.Box, across, down []line, reach float64) bool {
	for _, l := range across {
		if l.pos > b[1]+reach && l.pos < b[3]-reach && l.end > b[0]-reach && l.start < b[2]+reach && l.start > b[0]-reach && l.end < b[2]+reach {
			return true
		}
	}
	for _, l := range down {
		if l.pos > b[0]+reach && l.pos < b[2]-reach && l.start > b[1]-reach && l.end < b[3]+reach {
			return true
		}
	}
	return false
}

// adjoining reports whether some of the frames stand side by side, as cells with spacing do.
func adjoining(frames []frameOf, reach float64) bool {
	for i := range frames {
		for k := range i {
			a, b := frames[i].box, frames[k].box
			gapX, gapY := max(a[0], b[0])-min(a[2], b[2]), max(a[1], b[1])-min(a[3], b[3])
			if max(gapX, gapY) <= 2*reach {
				return true
			}
		}
	}
	return false
}
