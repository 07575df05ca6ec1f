package worksheet

import (
	"fmt"
	"testing"
)

// A sheet of 35 000 rows is no form, and a table whose every cell is there.
func TestLargeSheets(t *testing.T) {
	const rows, cols = 35_000, 10
	sheet := func() *Sheet {
		s := &Sheet{Name: "1", Rows: rows, Cols: cols}
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
