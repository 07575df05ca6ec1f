package workbook

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
)

// TestDocumentTextIsNeverAFormula writes what a hostile form could hold.
func TestDocumentTextIsNeverAFormula(t *testing.T) {
	hostile := []string{
		"=1+1", "+1+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"http://example.org\",\"x\")", "=cmd|' /C calc'!A0", "\t=1", "＝1+1",
		"_x003D_1+1", "<f>1+1</f>", "]]>", "a\x00b", "\x1b[31m", "007", "110105197001011234", "1E5", "=" + strings.Repeat("9", 300),
	}
	table := fuhe.Table{Table: 1, Rows: len(hostile), Cols: 1}
	r := &fuhe.Report{Title: "=1+1", Project: fuhe.Cell{Text: "=1+1", At: fuhe.Source{Table: 1, Ref: "A1"}}}
	for i, text := range hostile {
		at := fuhe.Source{Table: 1, Ref: fuhe.Ref(i, 0, 1, 1)}
		table.Cells = append(table.Cells, fuhe.TableCell{Row: i, RowSpan: 1, ColSpan: 1, Text: text, At: at})
		r.Indicators = append(r.Indicators, fuhe.Indicator{Name: fuhe.Cell{Text: text, At: at}, Score: fuhe.NewCell(text, at)})
		r.Findings = append(r.Findings, fuhe.Finding{
			Rule: text, Severity: fuhe.Error, Field: fuhe.IndicatorField(i, "score"), At: at, Published: text, Recomputed: text,
			Working: text, Cause: &fuhe.Cause{Text: text}, Message: text, ID: text,
		})
	}
	r.Printed = fuhe.Printed{Table: table, Above: []fuhe.Line{{Text: "=1+1"}}, Below: []fuhe.Line{{Text: "=1+1"}}}
	docs := []fuhe.Document{{Path: "=1+1", Reports: []*fuhe.Report{r, r}, Tables: []fuhe.Table{table}, Unread: []fuhe.Unread{{Reason: "=1+1"}}}}
	none := func(*fuhe.Report) []fuhe.Correction { return nil }
	f, content := workbook(t, docs, Options{Corrections: none})
	if n := countFormulas(t, f); n != 0 {
		t.Errorf("%d formulas", n)
	}
	for _, sheet := range f.GetSheetList() {
		if strings.Contains(string(sheetXML(t, content, sheet)), "<f>") {
			t.Errorf("a formula on %q", sheet)
		}
	}
	if got := shown(t, f, "=1+1", "A2"); got != "=1+1" {
		t.Errorf("the first cell shows %q", got)
	}
}

func countFormulas(t testing.TB, f *excelize.File) int {
	t.Helper()
	n := 0
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c := range row {
				if formula(t, f, sheet, fuhe.Ref(r, c, 1, 1)) != "" {
					n++
				}
			}
		}
	}
	return n
}
