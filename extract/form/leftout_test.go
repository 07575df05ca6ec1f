package form

import (
	"testing"

	"fuhe/extract/grid"
)

// withoutMerged is a grid in which the cells that others are merged over are left out, and none is merged.
func withoutMerged(g grid.Grid) grid.Grid {
	at := map[int]int{}
	for i := range g.Cells {
		c := &g.Cells[i]
		c.Col, c.RowSpan, c.ColSpan = at[c.Row], 1, 1
		at[c.Row]++
	}
	g.Spaced = true
	return g
}

// TestMergedCellsLeftOut: rows that begin too far to the left are read as they end, if everything then is what its heading says.
func TestMergedCellsLeftOut(t *testing.T) {
	sameLines(t, shown(readOne(t, withoutMerged(parse(t, tree)))), shown(readOne(t, parse(t, tree))))
	wrong := withoutMerged(parse(t, tree))
	for i := range wrong.Cells {
		if wrong.Cells[i].Text == "30" {
			wrong.Cells[i].Text = "31" // the weights add up to nothing that is printed
		}
	}
	if reports, unread := Read([]grid.Grid{wrong}); len(reports) != 0 || len(unread) == 0 {
		t.Errorf("%d reports, said %v", len(reports), unread)
	}
}
