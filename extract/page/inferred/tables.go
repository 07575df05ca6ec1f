package inferred

import (
	"cmp"
	"slices"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
)

// Tables adds to the ruled tables of a page those that draw no rules between their columns: lines whose texts stand under
// one another with the same white between them. A ruled table whose cells hold several rows of figures each gives way to
// the table its texts make. What is added is marked as inferred. Running text, lists and charts are no tables.
func Tables(p page.Page, ruled []grid.Grid) []grid.Grid {
	if len(p.Glyphs) == 0 || len(p.Glyphs) > maxGlyphs {
		return ruled
	}
	s := newSheet(p)
	kept := slices.Clone(ruled)
	kept = slices.DeleteFunc(kept, func(g grid.Grid) bool { return s.coarse(&g) })
	free := slices.DeleteFunc(slices.Clone(s.pieces), func(q piece) bool {
		return slices.ContainsFunc(kept, func(g grid.Grid) bool { return holds(g.Box, &q) })
	})
	var found []*blockTable
	for _, lines := range runs(rows(free), s.pitch) {
		if t := newBlock(lines, s.pitch); t != nil {
			found = append(found, t)
		}
	}
	if len(found) == 0 {
		return ruled
	}
	// A coarse table that nothing was found for stays.
	for i := range ruled {
		if s.coarse(&ruled[i]) && !slices.ContainsFunc(found, func(t *blockTable) bool { return meets(t.box(), ruled[i].Box) }) {
			kept = append(kept, ruled[i])
		}
	}
	for _, t := range found {
		kept = append(kept, t.grid(s))
	}
	return s.arranged(kept, ruled, found)
}

// coarse reports whether a cell of a table holds several rows of figures: rules between its rows are not drawn.
func (s *sheet) coarse(g *grid.Grid) bool {
	for i := range g.Cells {
		b := g.Cells[i].At.Box
		var inside []piece
		for _, q := range s.pieces {
			if holds(b, &q) {
				inside = append(inside, q)
			}
		}
		lines, figures := rows(inside), 0
		for _, l := range lines {
			if !slices.ContainsFunc(l, func(q piece) bool { return !isFigure(q.text) }) {
				figures++
			}
		}
		if figures >= leastCoarse && figures == len(lines) {
			return true
		}
	}
	return false
}

// holds reports whether the middle of a piece lies in a box.
func holds(b fuhe.Box, q *piece) bool {
	x, y := (q.x0+q.x1)/2, q.base-q.size/3
	return x > b[0] && x < b[2] && y > b[1] && y < b[3]
}

func meets(a, b fuhe.Box) bool { return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3] }

// arranged puts the tables of a page in order and gives each the lines over it.
func (s *sheet) arranged(grids, ruled []grid.Grid, found []*blockTable) []grid.Grid {
	slices.SortStableFunc(grids, func(a, b grid.Grid) int {
		return cmp.Or(cmp.Compare(a.Box[1], b.Box[1]), cmp.Compare(a.Box[0], b.Box[0]))
	})
	var lines []fuhe.Line
	for i := range ruled {
		lines = append(append(lines, ruled[i].Above...), ruled[i].Below...)
	}
	if len(ruled) == 0 {
		lines = s.lines(s.pieces)
	}
	lines = slices.DeleteFunc(lines, func(l fuhe.Line) bool {
		y := (l.At.Box[1] + l.At.Box[3]) / 2
		return slices.ContainsFunc(found, func(t *blockTable) bool { b := t.box(); return y > b[1] && y < b[3] })
	})
	slices.SortStableFunc(lines, func(a, b fuhe.Line) int { return cmp.Compare(a.At.Box[1], b.At.Box[1]) })
	for i := range grids {
		g := &grids[i]
		g.Above, g.Below, g.Table = nil, nil, i+1
		g.Cells = slices.Clone(g.Cells)
		for k := range g.Cells {
			g.Cells[k].At.Table = i + 1
		}
	}
	for _, l := range lines {
		at := slices.IndexFunc(grids, func(g grid.Grid) bool { return (l.At.Box[1]+l.At.Box[3])/2 < g.Box[3] })
		if at >= 0 {
			grids[at].Above = append(grids[at].Above, l)
		} else {
			grids[len(grids)-1].Below = append(grids[len(grids)-1].Below, l)
		}
	}
	return grids
}

// runs are lines that may be a table, one after the other: those of several texts, and between them those of one that is
// no running text.
func runs(lines [][]piece, pitch float64) [][][]piece {
	var out [][][]piece
	var run [][]piece
	end := func() {
		for len(run) > 0 && len(run[len(run)-1]) < 2 {
			run = run[:len(run)-1]
		}
		if len(run) > 0 {
			out = append(out, run)
		}
		run = nil
	}
	for _, l := range lines {
		if n := len(run); n > 0 {
			x0, x1 := extent(slices.Concat(run...))
			gap := l[0].base - run[n-1][0].base
			running := len(l) == 1 && (l[0].x1-l[0].x0 > runningShare*(x1-x0) || l[0].x0 > x1 || l[0].x1 < x0)
			if gap > runPitches*pitch || running {
				end()
			}
		}
		if len(run) > 0 || len(l) > 1 {
			run = append(run, l)
		}
	}
	end()
	return out
}
