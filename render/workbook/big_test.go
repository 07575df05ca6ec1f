package workbook

import (
	"bytes"
	"fmt"
	"maps"
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

// The workbook is the same, part by part, when what is printed on a form is let go as soon as its sheet is written.
func TestLaidFormsAreLetGo(t *testing.T) {
	written := func(laid func(*fuhe.Report)) map[string][]byte {
		docs := example.Documents(example.Shanghai(t), example.Shanghai(t))
		var out bytes.Buffer
		o := Options{Corrections: func(*fuhe.Report) []fuhe.Correction { return nil }, Papers: &Papers{}, Laid: laid}
		if err := Write(&out, docs, o); err != nil {
			t.Fatal(err)
		}
		return partsOf(t, out.Bytes())
	}
	met := 0
	kept, let := written(nil), written(func(r *fuhe.Report) { met++; r.Printed = fuhe.Printed{} })
	if met != 2 || len(kept) == 0 || !maps.EqualFunc(kept, let, bytes.Equal) {
		t.Errorf("%d forms told of, %d parts", met, len(kept))
	}
}
