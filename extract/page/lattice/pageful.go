package lattice

import (
	"cmp"
	"math"
	"slices"

	"fuhe/extract/page"
)

// pageful is a table of one row, open above and below, of the lines that run down a page beside each other, where nothing else on
// it is a table: what is seen of a row that fills the page. nil where there are no such lines. It is a table only if the
// page before ends within a row of the same columns, which whoever sees both pages must tell.
func pageful(p page.Page, across, down []line, reach float64) *table {
	if len(down) < 2 || len(down) > mostDownLines {
		return nil
	}
	longest := slices.MaxFunc(down, func(a, b line) int { return cmp.Compare(a.end-a.start, b.end-b.start) })
	if longest.end-longest.start < pagefulShare*p.Height {
		return nil
	}
	for _, h := range across {
		if h.pos > longest.start-reach && h.pos < longest.end+reach { // what it encloses is no table, or has been found
			return nil
		}
	}
	var xs []float64
	for _, l := range down { // in their order from left to right: connect has sorted them
		if math.Abs(l.start-longest.start) > reach || math.Abs(l.end-longest.end) > reach {
			return nil
		}
		if n := len(xs); n > 0 && l.pos-xs[n-1] <= reach {
			continue // the second stroke of a double rule
		}
		xs = append(xs, l.pos)
	}
	if len(xs) < 2 {
		return nil
	}
	t := &table{xs: xs, ys: []float64{longest.start, longest.end}, openTop: true, openBottom: true}
	for col := range len(xs) - 1 {
		t.cells = append(t.cells, cell{col: col, rows: 1, cols: 1})
	}
	t.index()
	return t
}
