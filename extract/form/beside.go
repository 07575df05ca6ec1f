package form

import (
	"slices"
	"strings"

	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/grid"
)

// apart parts forms that stand side by side in one table, as on a sheet laid out for wide paper: from the column on at
// which the headings of the indicators begin anew, when no text reaches over its border. What cannot be parted so stays
// whole, and its headings contradict each other.
func apart(g grid.Grid) []*table {
	var out []*table
	for {
		t := newTable(&g)
		at := 0
		if t.hint().Has(words.OfIndicators) {
			at = beginsAnew(t.view())
		}
		if at <= 0 || len(out) == maxBeside || slices.ContainsFunc(g.Cells, func(c grid.Cell) bool {
			return c.Col < at && c.Col+c.ColSpan > at && strings.TrimSpace(c.Text) != ""
		}) {
			return append(out, t)
		}
		left := columnsOf(g, 0, at)
		out, g = append(out, newTable(&left)), columnsOf(g, at, g.Cols)
	}
}

// beginsAnew is the column of the grid at which the heading row of the indicators says its first heading again, with
// all that makes headings of indicators behind it; 0 when it does not.
func beginsAnew(v *view.View) int {
	if v == nil {
		return 0
	}
	for r := range v.Rows {
		row := v.In(r)
		if len(row) < 2*leastWords {
			continue
		}
		for i, c := range row[1:] {
			if c.Heading.Key == row[0].Heading.Key && view.IsIndicatorHeading(row[:i+1]) && view.IsIndicatorHeading(row[i+1:]) {
				return v.Cols[c.Col]
			}
		}
	}
	return 0
}

// columnsOf is the part of a grid between two of its columns; places in the file stay.
func columnsOf(g grid.Grid, from, to int) grid.Grid {
	part := g
	part.Cells, part.Cols = nil, to-from
	if len(g.Edges) > to {
		part.Edges = g.Edges[from : to+1]
	}
	for _, c := range g.Cells {
		left, right := max(c.Col, from), min(c.Col+c.ColSpan, to)
		if left >= right {
			continue
		}
		c.Col, c.ColSpan = left-from, right-left
		part.Cells = append(part.Cells, c)
	}
	part.Box = boxOf(part.Cells)
	return part
}
