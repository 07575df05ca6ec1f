package tables

import (
	"bytes"
	"strings"
	"testing"

	"fuhe"
	"fuhe/render/example"
)

// TestUnitsInColumns: 5万元 above 1234元 are no numbers, for as such they would be compared and added up; what is of one unit is.
func TestUnitsInColumns(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"three scales", "| 项目 | 金额 |\n| 甲 | 5万元 |\n| 乙 | 1234元 |\n| 丙 | 3.2亿元 |", "tt t? t? t?"},
		{"one unit", "| 项目 | 金额 |\n| 甲 | 5万元 |\n| 乙 | 12万元 |", "tt tn tn"},
		{"one bare", "| 项目 | 金额 |\n| 甲 | 5万元 |\n| 乙 | 1,234.00 |", "tt tn tn"},
		{"a bare zero is of every unit", "| 项目 | 金额 |\n| 甲 | 5万元 |\n| 乙 | 0.00 |\n| 丙 | 6万元 |", "tt tn tn tn"},
		{"per cent stays", "| 项目 | 完成 |\n| 甲 | 95% |\n| 乙 | 12次 |\n| 丙 | 80% |", "tt tn tn tn"},
		{"targets in units of all kinds", "| 项目 | 完成 |\n| 甲 | 5万元 |\n| 乙 | 12次 |\n| 丙 | 3个 |", "tt tn tn tn"},
		{"each column by itself", "| 项目 | 金额 | 数量 |\n| 甲 | 5万元 | 3个 |\n| 乙 | 6万元 | 4个 |", "ttt tnn tnn"},
	} {
		if got := typesOf(t, 1, c.text); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestUnitOfTable: a bare figure is of the unit of its table.
func TestUnitOfTable(t *testing.T) {
	table := example.ParseTable(t, "| 项目 | 金额 |\n| 甲 | 5万元 |\n| 乙 | 1,234.00 |")
	table.Setting.Head, table.Unit = 1, "万元"
	if ty := types(&table); ty[3].kind() != number || ty[5].kind() != number {
		t.Errorf("5万元 is a %s, 1,234.00 in 万元 a %s; both are numbers of one unit", ty[3].kind().name(), ty[5].kind().name())
	}
}

// TestUnitsInCommas: a value in plain digits never loses a unit that others of its column, or the table, do not have.
func TestUnitsInCommas(t *testing.T) {
	for _, c := range []struct {
		name, unit, text string
		head             int
		want             string
	}{
		{"three scales", "", "| 项目 | 金额 |\n| 甲 | 5万元 |\n| 乙 | 1234元 |\n| 丙 | 3.2亿元 |", 1, "项目,金额\r\n甲,5万元\r\n乙,1234元\r\n丙,3.2亿元\r\n"},
		{"one unit", "", "| 项目 | 金额 |\n| 甲 | 5万元 |\n| 乙 | 12.50万元 |", 1, "项目,金额\r\n甲,5\r\n乙,12.50\r\n"},
		{"another than the table's", "元", "| 项目 | 金额 |\n| 甲 | 5万元 |\n| 乙 | 6万元 |", 1, "项目,金额\r\n甲,5万元\r\n乙,6万元\r\n"},
		{"per cent", "", "| 项目 | 比例 |\n| 甲 | 35.77% |\n| 乙 | 100% |", 1, "项目,比例\r\n甲,0.3577\r\n乙,1.00\r\n"},
		{"under headings of their own", "", "| 资金 | 预算数 |\n| 总额 | 53.5万元 |\n| 指标 | 完成值 |\n| 次数 | 20次 |", 0, "资金,预算数\r\n总额,53.5万元\r\n指标,完成值\r\n次数,20次\r\n"},
	} {
		table := example.ParseTable(t, c.text)
		table.Setting.Head, table.Unit = c.head, c.unit
		var out bytes.Buffer
		w, err := New(&out, ".csv", Options{Lang: fuhe.ZH})
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Add(fuhe.Document{Path: "a.html", Tables: []fuhe.Table{table}}); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimPrefix(out.String(), byteOrderMark); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestUnitsInWorkbooks: in every layout the cells are text, two of them commented on, and the list of contents sums up the rest.
func TestUnitsInWorkbooks(t *testing.T) {
	for _, layout := range []Layout{SheetPerTable, OneSheet, SheetPerTitle} {
		table := example.ParseTable(t, "| 项目 | 金额 | 人数 |\n| 甲 | 5万元 | 7人 |\n| 乙 | 1234元 | 8人 |")
		table.Setting.Head, table.Title = 1, "表一"
		f := written(t, Options{Lang: fuhe.ZH, Layout: layout}, fuhe.Document{Path: "a.html", Tables: []fuhe.Table{table}})
		if sum, err := f.GetCellValue("目录", "J3"); err != nil || sum != "15.00" {
			t.Errorf("%s: sum of the numbers %q (%v), want 15.00", layout, sum, err)
		}
		said := 0
		for _, sheet := range f.GetSheetList() {
			comments, err := f.GetComments(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range comments {
				text := c.Text
				for _, p := range c.Paragraph {
					text += p.Text
				}
				if strings.Contains(text, "单位不同") {
					said++
				}
			}
		}
		if said != 2 {
			t.Errorf("%s: %d comments on units, want 2", layout, said)
		}
	}
}
