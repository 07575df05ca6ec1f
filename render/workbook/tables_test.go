package workbook

import (
	"bytes"
	"strings"
	"testing"

	"fuhe"
	"fuhe/render/example"
)

func tableDocuments(t *testing.T) []fuhe.Document {
	first := example.ParseTable(t, "| 2021年收支 | < |\n| 收入 | 1,200.00 |\n| ^ | 支出\\ |")
	second := fuhe.Table{Sheet: "自评表", Table: 1, Rows: 2, Cols: 2, Cells: []fuhe.TableCell{{Row: 1, Col: 1, RowSpan: 1, ColSpan: 1, Text: "a|b"}}}
	return []fuhe.Document{{Path: "a.pdf", Tables: []fuhe.Table{first, first, second}}}
}

func TestTables(t *testing.T) {
	var out bytes.Buffer
	if err := Tables(&out, tableDocuments(t), fuhe.ZH); err != nil {
		t.Fatal(err)
	}
	f := opened(t, out.Bytes())
	if got := strings.Join(f.GetSheetList(), "|"); got != "p1.t1|p1.t1 (2)|自评表" {
		t.Errorf("sheets %q", got)
	}
	if got := shown(t, f, "p1.t1", "B2"); got != "1,200.00" {
		t.Errorf("B2 %q", got)
	}
	merged, err := f.GetMergeCells("p1.t1")
	if err != nil || len(merged) != 2 {
		t.Errorf("merged %v, %v; want the heading and the two rows of 收入", merged, err)
	}
	if got := shown(t, f, "自评表", "B2"); got != "a|b" {
		t.Errorf("B2 %q", got)
	}
}

func TestNoTables(t *testing.T) {
	var out bytes.Buffer
	if err := Tables(&out, nil, fuhe.EN); err != nil {
		t.Fatal(err)
	}
	if f := opened(t, out.Bytes()); shown(t, f, f.GetSheetName(0), "A1") != "no tables" {
		t.Error("a workbook without tables does not say so")
	}
}

func TestTablesText(t *testing.T) {
	var out bytes.Buffer
	if err := TablesText(&out, tableDocuments(t)[:1], fuhe.ZH); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"a.pdf:p1.t1  3 × 2\n| 2021年收支 | < |\n| 收入 | 1,200.00 |\n| ^ | 支出\\ |\n\n", "a.pdf:自评表  2 × 2\n| . | . |\n| . | a\\|b |\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing in\n%s", want, out.String())
		}
	}
}
