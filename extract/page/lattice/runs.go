package lattice

import (
	"fuhe/extract/page/typeset"
	"math"
	"slices"
)

// settleRuns puts runs of glyphs that cross a border as a whole where they belong: text longer than its cell is drawn on
// over the neighbour, or was clipped at the border on paper.
func (p placing) settleRuns() {
	glyphs, spots := p.glyphs, p.spots
	for from := 0; from < len(glyphs); {
		to, crosses := from+1, false
		for to < len(glyphs) && p.held[to] == p.held[from] && follows(&glyphs[to-1], &glyphs[to], &spots[to-1], &spots[to]) {
			crosses = crosses || spots[to] != spots[from]
			to++
		}
		if p.held[from] || !crosses {
			from = to
			continue // whatever it crosses
		}
		for from < to {
			end := from + columnGap(glyphs[from:to], spots[from:to])
			end = from + bridge(glyphs[from:end], spots[from:end])
			end = from + restart(glyphs[from:end], spots[from:end])
			settle(glyphs[from:end], spots[from:end])
			from = end
		}
	}
}

// follows reports whether b was drawn right behind a: on the same baseline, touching. Where a border lies between
// their centres the text must go on without a break, all the more when no glyph reaches over the border: two cells filled
// to the brim are no run.
func follows(a, b *typeset.Glyph, at, bt *spot) bool {
	gap, size := b.Box[0]-a.Box[2], min(a.Size, b.Size)
	lift := typeset.TwiceShare
	if size < typeset.ScriptSize*max(a.Size, b.Size) {
		lift = typeset.ScriptShare
	}
	if a.Quarter != 0 || b.Quarter != 0 || math.Abs(a.Base-b.Base) > lift*max(a.Size, b.Size) {
		return false
	}
	if math.Abs(gap) > touchShare*size {
		return false
	}
	if *at == *bt {
		return true
	}
	var border float64
	switch {
	case at.table != nil && bt.table != nil && at.table != bt.table:
		return false
	case at.table != nil:
		_, border = at.span()
	default:
		border, _ = bt.span()
	}
	over := straddleShare * size
	straddles := func(g *typeset.Glyph) bool { return !g.Blank() && g.Box[0] < border-over && g.Box[2] > border+over }
	return math.Abs(gap) <= unbrokenShare*size && (straddles(a) || straddles(b)) || math.Abs(gap) <= unbrokenShare*size/2
}

// settle gives a run that lies in several cells to one of them: the one it is centred on and wider than, else the first
// when it starts at that one's left border, or the last when it ends at that one's right border; nearer wins.
func settle(run []typeset.Glyph, spots []spot) {
	if slices.ContainsFunc(spots, func(s spot) bool { return s.over }) {
		for i := range spots {
			spots[i].over = true
		}
		return
	}
	in, first, last := crossed(run, spots)
	if len(in) == 0 || len(in) > maxReach || len(in) == 1 && spots[first] == in[0] && spots[last] == in[0] {
		return
	}
	for _, s := range in[1:] {
		if s.table != in[0].table || !s.sameRow(in[0]) {
			return // a line of text crosses no row border
		}
	}
	start, end := run[first].Box[0], run[last].Box[2]
	best, cost := in[0], math.Inf(1)
	for i, s := range in {
		left, right := s.span()
		c := math.Inf(1)
		if start < left && end > right {
			c = math.Abs((start + end) - (left + right))
		}
		if i == 0 && start >= left {
			c = min(c, start-left)
		}
		if i == len(in)-1 && end <= right {
			c = min(c, right-end)
		}
		if c < cost {
			best, cost = s, c
		}
	}
	for i := range spots {
		spots[i] = best
	}
}

// crossed are the cells a run lies in, from left to right, and its first and last visible glyphs.
func crossed(run []typeset.Glyph, spots []spot) (in []spot, first, last int) {
	first = -1
	for i, g := range run {
		if g.Blank() {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
		if s := spots[i]; s.table != nil && len(in) <= maxReach && !slices.Contains(in, s) {
			in = append(in, s)
		}
	}
	return in, first, last
}
