package lattice

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"fuhe/extract/pdf/page"
)

// glyph is a glyph that belongs to the text of the page, and the quarter turns its text runs at.
type glyph struct {
	page.Glyph
	quarter int // 0 to the right, 1 downwards, 2 to the left, 3 upwards
}

func (g glyph) centre() (x, y float64) { return (g.Box[0] + g.Box[2]) / 2, (g.Box[1] + g.Box[3]) / 2 }
func (g glyph) blank() bool            { return g.Text != "" && strings.TrimFunc(g.Text, unicode.IsSpace) == "" }

// readable are the glyphs without watermarks and stamps (pale, or at an angle) and what is no place on a page.
func readable(glyphs []page.Glyph) []glyph {
	out := make([]glyph, 0, len(glyphs))
	for _, g := range glyphs {
		if g.Pale || !finite(g.Box[:]...) || !finite(g.Base, g.Size, g.Angle) || g.Size <= 0 {
			continue // seen by nobody as text of the page
		}
		turns := math.Round(g.Angle / 90)
		if math.Abs(g.Angle-90*turns) > uprightDegrees {
			continue // runs across the page: a watermark or a stamp
		}
		quarter := ((int(turns) % 4) + 4) % 4
		if g.Upright {
			quarter = 1 // vertical writing: columns from the right, each read downwards
		}
		out = append(out, glyph{g, quarter})
	}
	return out
}

// place puts glyphs into the cells their centres lie in, runs that overflow into the cell they belong to, and returns
// those outside all tables. Of tables inside one another the innermost has the glyph. Text far larger than usual that
// does not fit the cell it lies on is a watermark.
func place(glyphs []glyph, tables []*table, usual float64) (outside []glyph) {
	inner := slices.Clone(tables)
	slices.SortStableFunc(inner, func(a, b *table) int { return cmp.Compare(a.area(), b.area()) })
	spots := make([]spot, len(glyphs))
	for i, g := range glyphs {
		x, y := g.centre()
		spots[i] = spot{cell: -1}
		for _, t := range inner {
			if k := t.find(x, y); k >= 0 {
				spots[i] = spot{table: t, cell: k, over: g.Size > watermarkSize*usual && t.lower(k, g.Size)}
				break
			}
		}
	}
	settleRuns(glyphs, spots)
	settleBlocks(glyphs, spots)
	for i, g := range glyphs {
		switch s := spots[i]; {
		case s.table == nil:
			outside = append(outside, g)
		case !s.over:
			c := &s.table.cells[s.cell]
			c.glyphs = append(c.glyphs, g)
		}
	}
	return outside
}

func (t *table) area() float64 { return (t.right() - t.left()) * (t.bottom() - t.top()) }

// spot is a cell of a table; no table: outside.
type spot struct {
	table *table
	cell  int
	over  bool // it lies over the table and is none of its text
}

// lower reports whether a cell is lower than a line of text.
func (t *table) lower(k int, size float64) bool {
	c := t.cells[k]
	return t.ys[c.row+c.rows]-t.ys[c.row] < size
}

// span is the horizontal extent of the spot's cell.
func (s spot) span() (left, right float64) {
	c := s.table.cells[s.cell]
	return s.table.xs[c.col], s.table.xs[c.col+c.cols]
}

// settleRuns puts runs of glyphs that cross a border as a whole where they belong: text longer than its cell is drawn on
// over the neighbour, or was clipped at the border on paper.
func settleRuns(glyphs []glyph, spots []spot) {
	for from := 0; from < len(glyphs); {
		to := from + 1
		for to < len(glyphs) && follows(glyphs[to-1], glyphs[to], spots[to-1], spots[to]) {
			to++
		}
		for from < to {
			end := from + restart(glyphs[from:to], spots[from:to])
			settle(glyphs[from:end], spots[from:end])
			from = end
		}
	}
}

// restart is where a run is no longer the text it began with: a figure that begins in the next cell stands there as the
// first one does in its own, so two cells are full to the brim. Else it is the run's length. Only figures are told apart
// so: ideographs fall into step with columns easily, and two words in one cell do no harm that two figures do.
func restart(run []glyph, spots []spot) int {
	if spots[0].table == nil {
		return len(run)
	}
	left, _ := spots[0].span()
	for i := 1; i < len(run); i++ {
		if spots[i].table == nil || spots[i] == spots[0] || !narrow(run[i].Text) || !narrow(run[i-1].Text) {
			continue
		}
		border, _ := spots[i].span()
		if run[i-1].Box[0] < border && math.Abs((run[i].Box[0]-border)-(run[0].Box[0]-left)) <= sameInsetPoints {
			return i
		}
	}
	return len(run)
}

// follows reports whether b was drawn right behind a: on the same baseline, touching. Where a border lies between
// their centres the text must go on without a break, all the more when no glyph reaches over the border: two cells filled
// to the brim are no run.
func follows(a, b glyph, at, bt spot) bool {
	gap, size := b.Box[0]-a.Box[2], min(a.Size, b.Size)
	lift := twiceShare
	if size < scriptSize*max(a.Size, b.Size) {
		lift = scriptShare
	}
	if a.quarter != 0 || b.quarter != 0 || math.Abs(a.Base-b.Base) > lift*max(a.Size, b.Size) {
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
	straddles := func(g glyph) bool { return !g.blank() && g.Box[0] < border-over && g.Box[2] > border+over }
	return math.Abs(gap) <= unbrokenShare*size && (straddles(a) || straddles(b)) || math.Abs(gap) <= unbrokenShare*size/2
}

// settle gives a run that lies in several cells to one of them: the one it is centred on and wider than, else the first
// when it starts at that one's left border, or the last when it ends at that one's right border; nearer wins.
func settle(run []glyph, spots []spot) {
	if slices.ContainsFunc(spots, func(s spot) bool { return s.over }) {
		for i := range spots {
			spots[i].over = true
		}
		return
	}
	var in []spot
	first, last := -1, -1
	for i, g := range run {
		if g.blank() {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
		if s := spots[i]; s.table != nil && !slices.Contains(in, s) {
			if in = append(in, s); len(in) > maxReach {
				return
			}
		}
	}
	if len(in) == 0 || len(in) == 1 && spots[first] == in[0] && spots[last] == in[0] {
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

// sameRow reports whether two cells of a table have a row in common.
func (s spot) sameRow(o spot) bool {
	a, b := s.table.cells[s.cell], o.table.cells[o.cell]
	return a.row < b.row+b.rows && b.row < a.row+a.rows
}
