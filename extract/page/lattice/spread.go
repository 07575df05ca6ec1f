package lattice

import (
	"cmp"
	"math"
	"slices"

	"fuhe/extract/grid"
	"fuhe/extract/page"
	"fuhe/extract/page/typeset"
)

// spread is a stretch of a page on which tables stand side by side, in columns that no text runs across: a form that is printed in
// columns, two forms on one sheet. It is read column by column.
type spread struct {
	first       int        // of its tables, in the order in which they are read
	columns     [][]*table // from left to right, each top down
	between     []float64  // a place between each two of them
	top, bottom float64
}

// inColumns puts tables into the order in which they are read: top down, those of each spread column by column.
func inColumns(tables []*table, outside []typeset.Glyph) (ordered []*table, spreads []spread) {
	if len(tables) > maxSpread {
		return tables, nil
	}
	bands := bandsOf(tables)
	for i := 0; i < len(bands); {
		s, to := columnsIn(bands[i], outside), i+1
		for wider := s; wider != nil && to < len(bands); to++ {
			if wider = columnsIn(slices.Concat(bands[i:to+1]...), outside); wider == nil {
				break
			}
			s = wider
		}
		if s == nil {
			ordered = append(ordered, bands[i]...)
		} else {
			s.first = len(ordered)
			spreads, ordered = append(spreads, *s), append(ordered, slices.Concat(s.columns...)...)
		}
		i = to
	}
	return ordered, spreads
}

// bandsOf groups tables, which come top down, by height: those of one band stand beside others of it.
func bandsOf(tables []*table) (bands [][]*table) {
	bottom := 0.0
	for _, t := range tables {
		if n := len(bands); n > 0 && t.top() < bottom {
			bands[n-1], bottom = append(bands[n-1], t), max(bottom, t.bottom())
			continue
		}
		bands, bottom = append(bands, []*table{t}), t.bottom()
	}
	return bands
}

// columnsIn are the columns in which tables stand; nil when it is one, or text runs from one to the next.
func columnsIn(tables []*table, outside []typeset.Glyph) *spread {
	s := &spread{top: math.Inf(1), bottom: math.Inf(-1)}
	for _, t := range tables {
		s.top, s.bottom = min(s.top, t.top()), max(s.bottom, t.bottom())
	}
	tables = slices.Clone(tables)
	slices.SortStableFunc(tables, func(a, b *table) int { return cmp.Compare(a.left(), b.left()) })
	right := math.Inf(-1)
	for _, t := range tables {
		switch n := len(s.columns); {
		case n == 0:
			s.columns = append(s.columns, nil)
		case t.left() >= right && !s.written(outside, right, t.left()):
			s.columns, s.between = append(s.columns, nil), append(s.between, (right+t.left())/2)
		}
		last := &s.columns[len(s.columns)-1]
		*last, right = append(*last, t), max(right, t.right())
	}
	if len(s.columns) < 2 {
		return nil
	}
	for _, c := range s.columns {
		slices.SortStableFunc(c, topDown)
	}
	return s
}

// written reports whether text stands between two columns.
func (s *spread) written(outside []typeset.Glyph, from, to float64) bool {
	return slices.ContainsFunc(outside, func(g typeset.Glyph) bool {
		_, y := g.Centre()
		return g.Box[2] > from && g.Box[0] < to && y > s.top && y < s.bottom && !g.Blank()
	})
}

// around gives the tables of a spread the lines that stand in their columns, and returns the glyphs that are not theirs: what stands
// above the spread and runs across, and what belongs to tables above and below.
func (s *spread) around(grids []grid.Grid, outside []typeset.Glyph, p page.Page) (others []typeset.Glyph) {
	from, to := math.Inf(-1), s.bottom
	for i := range grids {
		if i < s.first {
			from = max(from, grids[i].Box[3])
		}
	}
	grids = grids[s.first:]
	if len(grids) == len(slices.Concat(s.columns...)) {
		to = math.Inf(1)
	}
	var here []typeset.Glyph
	for _, g := range outside {
		if _, y := g.Centre(); y > from && y < to {
			here = append(here, g)
		} else {
			others = append(others, g)
		}
	}
	for i, c := range s.columns {
		column := here
		if i < len(s.between) {
			var across []typeset.Glyph
			column, here, across = typeset.Beside(here, s.between[i])
			others = append(others, across...)
		}
		around(grids[:len(c)], typeset.Outside(column, p))
		grids = grids[len(c):]
	}
	return others
}
