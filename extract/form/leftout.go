package form

import (
	"math/big"
	"slices"

	"fuhe"
	"fuhe/extract/form/words"
	"fuhe/extract/grid"
)

// leftOut reads a form whose merged cells are left out in the rows they cover, as where a page makes its table of boxes: the rows
// begin too far to the left, and end where they should. Moved to the right, they are taken only if each entry then is what its
// heading says and the weights add up to the total that is printed.
func leftOut(t *table, before *grid.Grid, after []*table) []*fuhe.Report {
	if !t.grid.Spaced || t.view() == nil {
		return nil
	}
	moved, ok := toTheRight(t)
	if !ok {
		return nil
	}
	reports, unread := readForms(newTable(&moved), before, after)
	if len(reports) != 1 || len(unread) > 0 || !addsToItsTotal(reports[0]) {
		return nil
	}
	return reports
}

// toTheRight moves the rows of each block so that they end where its headings do; false where nothing is to be moved, or a row is
// longer than its headings.
func toTheRight(t *table) (grid.Grid, bool) {
	out := *t.grid
	out.Cells = slices.Clone(out.Cells)
	long := map[int]int{} // of a row of the grid, in cells
	for _, c := range out.Cells {
		long[c.Row] = max(long[c.Row], c.Col+max(c.ColSpan, 1))
	}
	by := map[int]int{} // columns by which a row is moved
	v := t.view()
	for _, b := range t.blocks {
		head := long[v.Rows[b.Zone.Bottom]]
		if b.Zone.Top != b.Zone.Bottom || b.Columns.First() == 0 {
			return out, false // no caption stands beside the headings
		}
		for r := b.From; r < b.To; r++ {
			row := v.Rows[r]
			if by[row] = head - long[row]; by[row] < 0 {
				return out, false
			}
		}
	}
	moved := false
	for i := range out.Cells {
		c := &out.Cells[i]
		moved = moved || by[c.Row] > 0
		c.Col += by[c.Row]
		out.Cols = max(out.Cols, c.Col+1)
	}
	return out, moved
}

// addsToItsTotal reports whether all figures of a form are sure and its weights add up to the total weight.
func addsToItsTotal(r *fuhe.Report) bool {
	if len(r.Lost) > 0 || r.Total.Weight.Number == nil || len(r.Funds) == 0 {
		return false
	}
	for _, e := range r.Entries() {
		if e.Cell.Doubt != nil || e.Field.Key() == "name" && words.LevelName.MatchString(words.Squeeze(e.Cell.Text)) {
			return false
		}
	}
	sum := new(big.Rat)
	for _, c := range append([]fuhe.Cell{r.Funds[0].Weight}, weightsOf(r)...) {
		if c.Number != nil {
			sum.Add(sum, c.Number.Value.Rat())
		}
	}
	return sum.Cmp(r.Total.Weight.Number.Value.Rat()) == 0
}

// weightsOf are the weights of the indicators.
func weightsOf(r *fuhe.Report) []fuhe.Cell {
	out := make([]fuhe.Cell, len(r.Indicators))
	for i := range r.Indicators {
		out[i] = r.Indicators[i].Weight
	}
	return out
}
