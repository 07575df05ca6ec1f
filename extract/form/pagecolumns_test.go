package form

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

// TestFormInColumns: a form that goes on in the next column of its page is read whole; beside one that is whole, and where the
// table beside it has other columns, nothing is joined.
func TestFormInColumns(t *testing.T) {
	parts := strings.SplitAfter(national, "| 60 | 60 |  |\n")
	upper, lower := parts[0], "	| ^ |"+strings.SplitN(parts[1], "| ^ |", 2)[1]
	lower = strings.Replace(lower, "| ^ |", "|  |", 1)
	column := func(text string, table int, x float64, edges ...float64) grid.Grid {
		g := parse(t, text)
		g.Page, g.Table, g.Box, g.Edges = 1, table, fuhe.Box{x, 50, x + 270, 700}, nil
		for col := range g.Cols + 1 {
			g.Edges = append(g.Edges, x+30*float64(col))
		}
		for i := range g.Cells {
			g.Cells[i].At.Page = 1
		}
		for i, e := range edges {
			g.Edges[i+1] = x + e
		}
		return g
	}
	for name, c := range map[string]struct {
		a, b       grid.Grid
		indicators int
		total      string
		named      int
	}{
		"the next column": {column(upper, 1, 40), column(lower, 2, 320), 2, "91.67", 0},
		"other columns":   {column(upper, 1, 40), column(lower, 2, 320, 40, 50, 100), 1, "", 6},
		"a whole form":    {column(national, 1, 40), column(lower, 2, 320), 2, "91.67", 0},
	} {
		reports, _ := Read([]grid.Grid{c.a, c.b})
		if len(reports) != 1 || len(reports[0].Indicators) != c.indicators || reports[0].Total.Score.Text != c.total {
			t.Errorf("%s: %d reports, %+v", name, len(reports), reports)
			continue
		}
		named := 0
		for _, l := range reports[0].Lost {
			if strings.Contains(l.Reason.EN, "rest of this form") {
				named++
			}
		}
		if named != c.named {
			t.Errorf("%s: %d figures named, want %d", name, named, c.named)
		}
	}
}
