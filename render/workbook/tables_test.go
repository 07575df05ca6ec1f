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
