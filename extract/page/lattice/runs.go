package lattice

import (
	"fuhe/extract/page/typeset"
	"math"
	"slices"
)

// settleRuns puts runs of glyphs that cross a border as a whole where they belong: text longer than its cell is drawn on
// over the neighbour, or was clipped at the border on paper.
func settleRuns(glyphs []typeset.Glyph, spots []spot) {
	for from := 0; from < len(glyphs); {
		to := from + 1
		for to < len(glyphs) && follows(glyphs[to-1], glyphs[to], spots[to-1], spots[to]) {
			to++
		}
		for from < to {
			end := from + columnGap(glyphs[from:to], spots[from:to])
			end = from + restart(glyphs[from:end], spots[from:end])
			settle(glyphs[from:end], spots[from:end])
			from = end
		}
	}
}

// columnGap is where the text of another cell begins behind wide blanks: some tools show a whole row as one string. Else
// it is the run's length.
func columnGap(run []typeset.Glyph, spots []spot) int {
	last := -1
	for i, g := range run {
		if g.Blank() {
			continue
		}
		if last >= 0 && i > last+1 && spots[i] != spots[last] && g.Box[0]-run[last].Box[2] > typeset.GapShare*g.Size {
			return i
		}
		last = i
	}
	return len(run)
}

// restart is where a run is no longer the text it began with: a figure that begins in the next cell was placed there
// anew, or stands there as the first one does in its own, so two cells are full to the brim. Else it is the run's length.
// Without a word on what was placed only figures are told apart so: ideographs fall into step with columns easily, and
// two words in one cell do no harm that two figures do. What one operator showed is one text whatever its digits fall
// into step with.
func restart(run []typeset.Glyph, spots []spot) int {
	if spots[0].table == nil {
		return len(run)
	}
	left, _ := spots[0].span()
	for i := 1; i < len(run); i++ {
		if spots[i].table == nil || spots[i] == spots[0] {
			continue
		}
		if run[i].Shown != 0 && run[i].Shown == run[i-1].Shown {
			continue
		}
		border, _ := spots[i].span()
		figures := typeset.Narrow(run[i].Text) && typeset.Narrow(run[i-1].Text)
		if placedAnew(run, i) && (figures || atHome(run, spots, i-1) && atHome(run, spots, i)) {
			return i
		}
		if !figures {
			continue
		}
		if run[i-1].Box[0] < border && math.Abs((run[i].Box[0]-border)-(run[0].Box[0]-left)) <= sameInsetPoints {
			return i
		}
	}
	return len(run)
}

// placedAnew reports whether a glyph begins another piece of text than the one before it, in a file that shows more than
// one glyph at a time.
func placedAnew(run []typeset.Glyph, i int) bool {
	if a, b := run[i-1].Piece, run[i].Piece; a == b || a == 0 || b == 0 {
		return false
	}
	same := func(k, of int) bool {
		return k >= 0 && k < len(run) && run[k].Piece == run[of].Piece && !run[k].Blank()
	}
	return same(i-2, i-1) || same(i+1, i)
}

// atHome reports whether the piece of text around a glyph lies in one cell.
func atHome(run []typeset.Glyph, spots []spot, i int) bool {
	for k := i; k >= 0 && run[k].Piece == run[i].Piece; k-- {
		if spots[k] != spots[i] {
			return false
		}
	}
	for k := i; k < len(run) && run[k].Piece == run[i].Piece; k++ {
		if spots[k] != spots[i] {
			return false
		}
	}
	return true
}

// follows reports whether b was drawn right behind a: on the same baseline, touching. Where a border lies between
// their centres the text must go on without a break, all the more when no glyph reaches over the border: two cells filled
// to the brim are no run.
func follows(a, b typeset.Glyph, at, bt spot) bool {
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
	if at == bt {
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
	straddles := func(g typeset.Glyph) bool { return !g.Blank() && g.Box[0] < border-over && g.Box[2] > border+over }
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

// sameRow reports whether two cells of a table have a row in common.
func (s spot) sameRow(o spot) bool {
	a, b := s.table.cells[s.cell], o.table.cells[o.cell]
	return a.row < b.row+b.rows && b.row < a.row+a.rows
}
