package workbook

import (
	"strings"
	"testing"

	"fuhe"
)

// Two goals beside each other are set in the size that the longer one needs.
func TestGoalsBesideEachOtherAreOfOneSize(t *testing.T) {
	cell := func(col int, text string) fuhe.TableCell {
		return fuhe.TableCell{Row: 0, Col: col, RowSpan: 1, ColSpan: 1, Text: text}
	}
	long, other := strings.Repeat("改善农村道路通行条件，", 60), strings.Repeat("已完成道路养护，", 15)
	p := fuhe.Printed{Widths: []float64{100, 100, 60}, Table: fuhe.Table{Page: 1, Rows: 1, Cols: 3, Cells: []fuhe.TableCell{cell(0, long), cell(1, other), cell(2, "95.00")}}}
	l, err := lay(p, "", nil)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := l.cells[0].font, l.cells[1].font; a >= fontPoints || a != b {
		t.Errorf("set in %v and %v points", a, b)
	}
	if got := l.cells[2].font; got != fontPoints {
		t.Errorf("the figure beside them is set in %v points", got)
	}
}
