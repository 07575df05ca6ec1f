package tables

import (
	"strings"
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

// TestNotKept: what is asked for of a format that it is not read of is said of the file.
func TestNotKept(t *testing.T) {
	for format, want := range map[fuhe.Format][]string{
		fuhe.XLSX: {}, fuhe.PDF: {"底色未保留：pdf 文件的底色未读取"}, fuhe.ODS: {"字号、粗体、文字颜色和底色未保留：ods 文件的外观未读取"},
		fuhe.XLS: {"字号、粗体、文字颜色和底色未保留：xls 文件的外观未读取", "公式未保留，写为数值：xls 文件的公式未读取"},
	} {
		f := written(t, Options{Lang: fuhe.ZH, Styled: true, Formulas: true}, fuhe.Document{Path: "a", Format: format, Tables: []fuhe.Table{account(t, "收入决算表")}})
		var got []string
		for row := 6; ; row++ {
			says := look(t, f, "目录", fuhe.Ref(row, 1, 1, 1), false)
			if !strings.Contains(says, "未保留") {
				break
			}
			got = append(got, says)
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%s: said %q, want %q", format, got, want)
		}
	}
}
