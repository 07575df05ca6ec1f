package tables

import (
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
)

// TestStyle: what is told of the look of the original stands in the workbook, and a larger font has a higher row.
func TestStyle(t *testing.T) {
	table := account(t, "收入决算表")
	for i := range table.Cells {
		if c := &table.Cells[i]; c.Row == 4 {
			c.Style = &fuhe.CellStyle{Bold: true, Size: 20, Color: "C00000", Fill: "FFFF00"}
		}
	}
	f := written(t, Options{Lang: fuhe.ZH}, fuhe.Document{Path: "a.xlsx", Tables: []fuhe.Table{table}})
	of := func(ref string) *excelize.Style {
		n, err := f.GetCellStyle("收入决算表", ref)
		if err != nil {
			t.Fatal(err)
		}
		s, err := f.GetStyle(n)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	if s := of("C8"); !s.Font.Bold || s.Font.Size != 20 || s.Font.Color != "C00000" || s.Fill.Pattern != 1 {
		t.Errorf("C8 is set as %+v %+v", s.Font, s.Fill)
	}
	if s := of("C7"); s.Font.Bold || s.Font.Size != 10 || s.Fill.Pattern != 0 {
		t.Errorf("C7 is set as %+v %+v", s.Font, s.Fill)
	}
	plain, err := f.GetRowHeight("收入决算表", 7)
	if err != nil {
		t.Fatal(err)
	}
	if high, err := f.GetRowHeight("收入决算表", 8); err != nil || high < 1.9*plain {
		t.Errorf("the row of the larger font is %v high (%v), the others %v", high, err, plain)
	}
}
