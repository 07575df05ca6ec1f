package form

import (
	"fuhe/extract/form/view"
	"fuhe/extract/grid"
)

// joinColumns puts together forms that are printed in the columns of a page: one that has no total goes on in the table beside it,
// which has the same columns and begins no form.
func joinColumns(grids []grid.Grid) []grid.Grid {
	var out []grid.Grid
	for i := range grids {
		if n := len(out); n > 0 && grid.Beside(&out[n-1], &grids[i]) {
			if whole, ok := nextColumn(out[n-1], grids[i]); ok {
				out[n-1] = whole
				continue
			}
		}
		out = append(out, grids[i])
	}
	return out
}

// nextColumn is a form with its rest, which stands in the column beside it; false when it is none.
func nextColumn(a, b grid.Grid) (grid.Grid, bool) {
	whole, ok := grid.JoinColumns(a, b)
	if !ok {
		return a, false
	}
	upper, lower := newTable(&a), newTable(&b)
	if !isOpen(upper) {
		return a, false
	}
	if whole.Rows < a.Rows+b.Rows && !(a.OpenBottom && b.OpenTop) && lower.parts().indicators { // its headings are repeated
		lower.holds.indicators = false
	}
	if lower.parts() != (parts{}) && !lower.completes(upper) {
		return a, false
	}
	return whole, true
}

// isOpen reports whether the last form of a table may go on in another: it has no total.
func isOpen(t *table) bool {
	if !t.mayBegin() || t.view() == nil || !(t.last().title || t.last().owner) {
		return false
	}
	rows, _ := newBody(t.view(), t.lastBlocks())
	return rows.of(view.Indicators) == nil || !rows.hasTotalRow()
}
