package worksheet

import (
	"fmt"
	"testing"
)

// A sheet of 35 000 rows is no form, and a table whose every cell is there.
func TestLargeSheets(t *testing.T) {
	const rows, cols = 35_000, 10
	sheet := func() *Sheet {
		s := &Sheet{Name: "1", Rows: rows, Cols: cols, HiddenRows: map[int]bool{}}
		for r := range rows {
			for c := range cols {
				s.Cells = append(s.Cells, Cell{Row: r, Col: c, Text: fmt.Sprint(r*cols + c)})
			}
		}
		return s
	}
	if b := Book([]*Sheet{sheet()}); len(b.Grids) != 0 || len(b.Unread) != 1 {
		t.Errorf("as a form: %d grids, %v", len(b.Grids), b.Unread)
	}
	merged := sheet() // a range that is seen from its last rows on alone, after most of the sheet
	for i := range merged.Cells {
		merged.Cells[i].Text = "第" + merged.Cells[i].Text // hidden rows with figures are shown, in doubt
	}
	for r := range 30_000 {
		merged.HiddenRows[r+100] = true
	}
	merged.Merges = []Span{{Row: 50, Col: 0, LastRow: 50, LastCol: 1}, {Row: 29_000, Col: 3, LastRow: 31_000, LastCol: 3}}
	hidden := Tables([]*Sheet{merged})
	seen := map[string]string{}
	for _, c := range hidden.Grids[0].Cells {
		seen[c.At.Ref] = c.Text
	}
	for ref, want := range map[string]string{"A51:B51": "第500", "D29001:D31001": "第290003", "J35000": "第349999", "A40": "第390"} {
		if seen[ref] != want {
			t.Errorf("%s is %q, want %q", ref, seen[ref], want)
		}
	}
	b := Tables([]*Sheet{sheet()})
	if len(b.Grids) != 1 || len(b.Unread) != 0 {
		t.Fatalf("as a table: %d grids, %v", len(b.Grids), b.Unread)
	}
	for i, c := range b.Grids[0].Cells {
		if c.Text != fmt.Sprint(i) || c.Row != i/cols || c.Col != i%cols {
			t.Fatalf("cell %d: %q at %d, %d", i, c.Text, c.Row, c.Col)
		}
	}
	if n := len(b.Grids[0].Cells); n != rows*cols {
		t.Errorf("%d cells", n)
	}
}
