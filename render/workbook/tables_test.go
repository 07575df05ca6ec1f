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

// A table whose borders are not all drawn says so in its first line; another one does not.
func TestTablesTextMarksWhatIsInferred(t *testing.T) {
	docs := tableDocuments(t)[:1]
	docs[0].Tables[1].Inferred = true
	for lang, mark := range map[fuhe.Lang]string{fuhe.ZH: "a.pdf:p1.t1  3 × 2  无框线或框线不全，行列为推断\n", fuhe.EN: "a.pdf:p1.t1  3 × 2  inferred: its borders are not drawn, or not all of them\n"} {
		var out bytes.Buffer
		if err := TablesText(&out, docs, lang); err != nil {
			t.Fatal(err)
		}
		if strings.Count(out.String(), mark) != 1 || strings.Count(out.String(), "a.pdf:p1.t1  3 × 2\n") != 1 {
			t.Errorf("one table of two is inferred:\n%s", out.String())
		}
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
