package workbook

import (
	"bytes"
	"fmt"
	"testing"

	"fuhe"
	"fuhe/render/example"
)

// TestLongForm writes a form of two thousand indicators, each corrected by a formula of its own.
func TestLongForm(t *testing.T) {
	const rows = 2000
	r := &fuhe.Report{Title: "自评表", Printed: fuhe.Printed{Table: fuhe.Table{Page: 1, Table: 1, Rows: rows, Cols: 4}}}
	for i := range rows {
		n := fuhe.Indicator{}
		for c, e := range []*fuhe.Cell{&n.Level1, &n.Name, &n.Weight, &n.Score} {
			text := []string{"产出", fmt.Sprint("指标", i), "10", "9"}[c]
			*e = fuhe.NewCell(text, fuhe.Source{Page: 1, Table: 1, Ref: fuhe.Ref(i, c, 1, 1)})
			r.Printed.Table.Cells = append(r.Printed.Table.Cells, fuhe.TableCell{Row: i, Col: c, RowSpan: 1, ColSpan: 1, Text: text, At: e.At})
		}
		r.Indicators = append(r.Indicators, n)
		r.Findings = append(r.Findings, fuhe.Finding{Rule: "I304", Severity: fuhe.Error, Field: fuhe.IndicatorField(i, "score"), At: n.Score.At, Recomputed: "10"})
	}
	all := func(r *fuhe.Report) []fuhe.Correction {
		var out []fuhe.Correction
		for i, n := range r.Indicators {
			out = append(out, fuhe.Correction{Field: fuhe.IndicatorField(i, "score"), Rule: "I304", Published: n.Score,
				Corrected: fuhe.NewCell("10", n.Score.At), Formula: "{" + string(fuhe.IndicatorField(i, "weight")) + "}"})
		}
		return out
	}
	var out bytes.Buffer
	if err := Write(&out, example.Documents(r), Options{Corrections: all}); err != nil {
		t.Fatal(err)
	}
	f := opened(t, out.Bytes())
	if got := formula(t, f, "自评表", fmt.Sprint("D", rows+1)); got != fmt.Sprint("C", rows+1) {
		t.Errorf("the last formula is %q", got)
	}
}
