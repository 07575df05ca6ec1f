package lattice

import (
	"cmp"
	"math"
	"slices"

	"fuhe"
)

// frameOf is a closed frame: a box and the four lines it is made of.
type frameOf struct {
	box          fuhe.Box
	across, down [2]int
}

// withoutMarks is the lines of a page without frames drawn round a text within a cell: somebody marked it, or it is a box
// to tick. Cells drawn as frames of their own stay: several stand side by side.
func (d *desk) withoutMarks(frames []frameOf, across, down []line, reach float64) (keptAcross, keptDown []line) {
	if len(frames) == 0 || len(frames) > maxFrames {
		return across, down
	}
	dropAcross, dropDown := d.sidesOf(frames, across, down)
	around := outline(across, down, dropAcross, dropDown, reach+outlinePoints)
	if !slices.ContainsFunc(frames, func(f frameOf) bool { return holds(around, f.box) }) {
		return across, down
	}
	restAcross, restDown := less(across, down, frames)
	frames = slices.DeleteFunc(frames, func(f frameOf) bool {
		return !holds(around, f.box) || entered(f.box, restAcross, restDown, reach)
	})
	if len(frames) == 0 {
		return across, down
	}
	tables := d.ruledBy(restAcross, restDown, reach)
	in := make(map[spot][]frameOf)
	for _, f := range frames {
		s := spotAt(tables, (f.box[0]+f.box[2])/2, (f.box[1]+f.box[3])/2)
		if s.table != nil && s.room(f.box, reach) {
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

// sidesOf tells which lines are sides of frames.
func (d *desk) sidesOf(frames []frameOf, across, down []line) (acrossAre, downAre []bool) {
	acrossAre, downAre = d.flags.take(len(across)), d.flags.take(len(down))
	for i := range frames {
		f := &frames[i]
		acrossAre[f.across[0]], acrossAre[f.across[1]] = true, true
		downAre[f.down[0]], downAre[f.down[1]] = true, true
	}
	return acrossAre, downAre
}

// outline is the box around lines but for some, wider by so much: no cell that they rule reaches out of it.
func outline(across, down []line, butAcross, butDown []bool, by float64) fuhe.Box {
	b := fuhe.Box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for i, l := range across {
		if !butAcross[i] {
			b = hull(b, fuhe.Box{l.start, l.pos, l.end, l.pos})
		}
	}
	for i, l := range down {
		if !butDown[i] {
			b = hull(b, fuhe.Box{l.pos, l.start, l.pos, l.end})
		}
	}
	return fuhe.Box{b[0] - by, b[1] - by, b[2] + by, b[3] + by}
}

// holds reports whether a box lies in another.
func holds(b, inner fuhe.Box) bool {
	return inner[0] >= b[0] && inner[1] >= b[1] && inner[2] <= b[2] && inner[3] <= b[3]
}

// closedFrames are the frames that no line goes on from.
func closedFrames(across, down []line) []frameOf {
	tops, lefts := make(corners, len(down)), make(corners, len(across))
	for i, l := range down {
		tops[i] = cornerAt(l.pos, l.start, i)
	}
	for i, l := range across {
		lefts[i] = cornerAt(l.start, l.pos, i)
	}
	tops.sort()
	lefts.sort()
	same := func(a, b float64) bool { return math.Abs(a-b) <= cornerPoints }
	var out []frameOf
	var rights, begun, bottoms []int
	for i, a := range across {
		if rights = tops.near(rights[:0], a.end, a.pos); len(rights) == 0 {
			continue
		}
		begun = tops.near(begun[:0], a.start, a.pos)
		for _, l := range begun {
			for _, r := range rights {
				if l == r || !same(down[l].end, down[r].end) {
					continue
				}
				bottoms = lefts.near(bottoms[:0], a.start, down[l].end)
				for _, j := range bottoms {
					if b := across[j]; j != i && same(b.end, a.end) {
						out = append(out, frameOf{fuhe.Box{a.start, a.pos, a.end, b.pos}, [2]int{i, j}, [2]int{l, r}})
					}
				}
			}
		}
	}
	return out
}

// corner is where a line begins, by points.
type corner struct{ x, y, line int }

func cornerAt(x, y float64, line int) corner {
	return corner{int(math.Round(x / cornerPoints)), int(math.Round(y / cornerPoints)), line}
}

// corners are where the lines of a page begin, from left to right and top down.
type corners []corner

func (c corners) sort() {
	slices.SortFunc(c, func(a, b corner) int {
		return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y), cmp.Compare(a.line, b.line))
	})
}

// near adds the lines that begin about a place to others.
func (c corners) near(out []int, x, y float64) []int {
	at := cornerAt(x, y, 0)
	for p := at.x - 1; p <= at.x+1; p++ {
		k, _ := slices.BinarySearchFunc(c, corner{x: p, y: at.y - 1}, func(a, b corner) int { return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y)) })
		for ; k < len(c) && c[k].x == p && c[k].y <= at.y+1; k++ {
			out = append(out, c[k].line)
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
func (d *desk) ruledBy(across, down []line, reach float64) []*table {
	var out []*table
	for _, n := range d.connect(across, down, reach) {
		t, err := d.frame(n, reach, nil) // beyond the budget with these lines is beyond it with all: that is said then
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
