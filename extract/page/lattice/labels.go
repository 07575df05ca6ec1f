package lattice

import (
	"cmp"
	"math"
	"slices"

	"fuhe/extract/page/typeset"
)

func inOrder(a, b cell) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col)) }

// takeLabels takes the labels that stand left of a ruled grid for its first column: a line beside each row, on the
// baseline of the row's text, and nothing else there. It returns the glyphs that stay outside.
func (t *table) takeLabels(outside []typeset.Glyph, tables []*table) []typeset.Glyph {
	var in []typeset.Glyph
	for _, g := range outside {
		if x, y := g.Centre(); x < t.left() && y > t.top() && y < t.bottom() && g.Quarter == 0 {
			in = append(in, g)
		}
	}
	if len(in) == 0 || len(t.xs) < 3 || t.neighboured(tables) {
		return outside
	}
	labels := t.labels(typeset.Rows(in))
	if labels == nil {
		return outside
	}
	left := math.Inf(1)
	for _, g := range in {
		left = min(left, g.Box[0])
	}
	t.xs = slices.Insert(slices.Clone(t.xs), 0, left-paddingPoints/2)
	for i := range t.cells {
		t.cells[i].col++
	}
	rows := len(t.ys) - 1
	column := make([]cell, rows)
	for r := range rows {
		column[r] = cell{row: r, rows: 1, cols: 1}
	}
	taken := make(map[[2]float64]bool)
	for _, g := range in {
		_, y := g.Centre()
		r, _ := slices.BinarySearch(t.ys, y)
		column[r-1].glyphs = append(column[r-1].glyphs, g)
		taken[[2]float64{g.Box[0], g.Base}] = true
	}
	t.cells = append(t.cells, column...)
	slices.SortStableFunc(t.cells, inOrder)
	t.inferred = true
	t.index()
	return slices.DeleteFunc(outside, func(g typeset.Glyph) bool { return taken[[2]float64{g.Box[0], g.Base}] })
}

// neighboured reports whether another table stands left of this one.
func (t *table) neighboured(tables []*table) bool {
	return slices.ContainsFunc(tables, func(o *table) bool {
		return o != t && o.left() < t.left() && o.bottom() > t.top() && o.top() < t.bottom()
	})
}

// labels are the lines beside the rows; nil unless they are labels: one a row at most, hardly a row without, each on a
// baseline of its row and close enough to be read with it.
func (t *table) labels(lines []typeset.Row) []typeset.Row {
	rows, cols := len(t.ys)-1, len(t.xs)-1
	beside, end := make([]int, rows), math.Inf(-1)
	for i := range lines {
		v, size := lines[i].Base()
		from, to, ok := lines[i].Extent()
		end = max(end, to)
		if !ok || to > t.left()+leastSidePoints || to-from > labelShare*(t.right()-t.left()) || len(lines[i].Apart()) > 1 {
			return nil
		}
		r, _ := slices.BinarySearch(t.ys, v-0.3*size)
		if r < 1 || r > rows {
			return nil
		}
		if beside[r-1]++; beside[r-1] > 1 || !t.onBaseline(r-1, cols, v, size) {
			return nil
		}
	}
	without := 0
	for _, n := range beside[1:] {
		if n == 0 {
			without++
		}
	}
	if rows < leastLabels || without > 0 || t.left()-end > max(labelGapPoints, labelGapShare*(t.right()-t.left())) {
		return nil // the heading may have none
	}
	return lines
}

// onBaseline reports whether a row has text on a baseline.
func (t *table) onBaseline(r, cols int, v, size float64) bool {
	for c := range cols {
		if k := t.at[r*cols+c]; k >= 0 {
			for i := range t.cells[k].glyphs {
				if g := &t.cells[k].glyphs[i]; math.Abs(g.Base-v) <= labelBaseShare*size {
					return true
				}
			}
		}
	}
	return false
}
