package lattice

import (
	"cmp"
	"math"
	"slices"

	"fuhe/extract/page"
)

// line is a straight line across or down the page, made of all the pieces it was drawn with.
type line struct {
	pos        float64 // y of a line across, x of a line down
	start, end float64
}

// reachOf is how far the two strokes of a double rule stand apart, from middle to middle: thick strokes farther.
func reachOf(thick, usual float64) float64 {
	reach := min(doublePoints, doubleShare*usual)
	return max(reach, min(doubleThickness*thick, doubleThickShare*usual))
}

// usualThickness is the thickness that the rules of a page have for most of their length.
func (d *desk) usualThickness(rules []page.Rule) float64 {
	strokes := d.strokes.take(len(rules))
	for i := range rules {
		r := &rules[i]
		strokes[i].thickness = r.Thickness
		if page.OnPaper(r.X0, r.Y0, r.X1, r.Y1, r.Thickness) {
			strokes[i].length = max(r.X1-r.X0, r.Y1-r.Y0)
		}
	}
	if thick, clear := plainly(strokes); clear {
		return thick
	}
	slices.SortFunc(strokes, func(a, b stroke) int { return cmp.Compare(a.thickness, b.thickness) })
	half := 0.0
	for _, s := range strokes {
		half += s.length / 2
	}
	for _, s := range strokes {
		if half -= s.length; half <= 0 && s.length > 0 {
			return s.thickness
		}
	}
	return 0
}

// stroke is a rule by how thick and how long it is.
type stroke struct{ thickness, length float64 }

// plainly is the usual thickness of rules of few kinds, where none of the sums is close to half of all; clear is false
// where it takes a look at rule after rule.
func plainly(strokes []stroke) (thick float64, clear bool) {
	var room [usualThicknesses]stroke
	kinds, all, k := room[:0], 0.0, 0
	for _, s := range strokes {
		if k >= len(kinds) || kinds[k].thickness != s.thickness {
			k = slices.IndexFunc(kinds, func(o stroke) bool { return o.thickness == s.thickness })
		}
		switch {
		case s.length < 0 || k < 0 && len(kinds) == usualThicknesses:
			return 0, false
		case k < 0:
			k, kinds = len(kinds), append(kinds, stroke{thickness: s.thickness})
		}
		kinds[k].length += s.length
		all += s.length
	}
	slices.SortFunc(kinds, func(a, b stroke) int { return cmp.Compare(a.thickness, b.thickness) })
	sum := 0.0
	for _, o := range kinds {
		sum += o.length
		if off := sum - all/2; math.Abs(off) <= closeHalves*all {
			return 0, false
		} else if off > 0 {
			return o.thickness, true
		}
	}
	return 0, false
}

// meet is the lines drawn on to the next crossing line, where that is no farther than so many points: thick double rules
// stop short of each other.
func meet(lines, crossing []line, points float64) []line {
	byPos := slices.Clone(crossing)
	slices.SortFunc(byPos, func(a, b line) int { return cmp.Compare(a.pos, b.pos) })
	crosses := func(c, l line) bool { return c.start-points <= l.pos && l.pos <= c.end+points }
	out := slices.Clone(lines)
	for i, l := range out {
		from, _ := slices.BinarySearchFunc(byPos, l.end, func(c line, end float64) int { return cmp.Compare(c.pos, end) })
		for k := from; k < len(byPos) && byPos[k].pos <= l.end+points; k++ {
			if crosses(byPos[k], l) {
				out[i].end = byPos[k].pos
				break
			}
		}
		before, _ := slices.BinarySearchFunc(byPos, l.start, func(c line, start float64) int { return cmp.Compare(c.pos, start) })
		for k := before - 1; k >= 0 && byPos[k].pos >= l.start-points; k-- {
			if crosses(byPos[k], l) {
				out[i].start = byPos[k].pos
				break
			}
		}
	}
	return out
}

// mergeRules makes lines of the rules of a page: pieces that lie on one another or follow each other (dashes, dots,
// the borders of neighbouring cells, a rule drawn twice) become one line.
func (d *desk) mergeRules(rules []page.Rule) (across, down []line) {
	across, down = d.lines.take(len(rules))[:0], d.lines.take(len(rules))[:0]
	for i := range rules {
		r := &rules[i]
		if !page.OnPaper(r.X0, r.Y0, r.X1, r.Y1) {
			continue // nothing was drawn at such a place
		}
		h := line{(r.Y0 + r.Y1) / 2, r.X0, r.X1}
		v := line{(r.X0 + r.X1) / 2, r.Y0, r.Y1}
		// The ends of a dot say nothing of the direction its line runs in: it is a piece of both, and what stays a
		// stub is dropped below.
		dot := r.X1-r.X0 <= dotPoints && r.Y1-r.Y0 <= dotPoints
		if r.Horizontal() || dot {
			across = append(across, h)
		}
		if !r.Horizontal() || dot {
			down = append(down, v)
		}
	}
	return mergePieces(across), mergePieces(down)
}

// byPosition and byStart order lines, which are all on paper.
func byPosition(a, b line) int { return inOrderOf(a.pos, b.pos) }
func byStart(a, b line) int    { return inOrderOf(a.start, b.start) }

func inOrderOf(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// mergePieces merges the pieces of one direction: first into tracks of the same position, then along each track. The lines
// take the places of pieces that were merged.
func mergePieces(pieces []line) []line {
	slices.SortFunc(pieces, byPosition)
	out := pieces[:0]
	for from := 0; from < len(pieces); {
		to := from + 1
		for to < len(pieces) && pieces[to].pos-pieces[to-1].pos <= collinearPoints && pieces[to].pos-pieces[from].pos <= 2*collinearPoints {
			to++
		}
		out = mergeTrack(out, pieces[from:to])
		from = to
	}
	return out
}

// mergeTrack adds the lines of one track to others.
func mergeTrack(out, pieces []line) []line {
	slices.SortFunc(pieces, byStart)
	before := len(out)
	var weight, sum float64 // of the line being made: its position is the mean of its pieces, long ones counting more
	for i, p := range pieces {
		w := p.end - p.start + 0.01 // a hairline dot of length 0 counts a little
		if n := len(out); i > 0 && p.start-out[n-1].end <= dashGapPoints {
			weight, sum = weight+w, sum+w*p.pos
			out[n-1].end = max(out[n-1].end, p.end)
			out[n-1].pos = sum / weight
			continue
		}
		weight, sum = w, w*p.pos
		out = append(out, p)
	}
	return out[:before+len(slices.DeleteFunc(out[before:], func(l line) bool { return l.end-l.start < stubPoints }))]
}
