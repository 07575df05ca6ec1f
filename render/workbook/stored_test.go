package workbook

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
)

// TestStoredOtherwise corrects cells that hold something else than they show.
func TestStoredOtherwise(t *testing.T) {
	cases := []struct {
		name          string
		change        func(f *excelize.File) error
		formula, show string
	}{
		{"a text", func(f *excelize.File) error { return f.SetCellStr("自评表", "D3", "35.77%") }, "ROUND(C3/B3,4)", "35.76%"},
		{"a hundredfold", func(f *excelize.File) error {
			format := `0.00"%"`
			id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
			if err != nil {
				return err
			}
			if err := f.SetCellStyle("自评表", "D3", "D3", id); err != nil {
				return err
			}
			return f.SetCellFloat("自评表", "D3", 35.77, -1, 64)
		}, "ROUND(C3/B3,4)", "35.76%"},
		{"a formula", func(f *excelize.File) error { return f.SetCellFormula("自评表", "D3", "ROUNDUP(C3/B3,4)") }, "ROUND(C3/B3,4)", "35.76%"},
		{"more digits than shown", func(f *excelize.File) error { return f.SetCellFloat("自评表", "C3", 147663.6449, -1, 64) }, "ROUND(ROUND(C3,2)/B3,4)", "35.76%"},
		{"an amount as text", func(f *excelize.File) error { return f.SetCellStr("自评表", "C3", "147,663.64") }, `ROUND(VALUE(SUBSTITUTE(C3,",",""))/B3,4)`, "35.76%"},
		{"an amount with its unit", func(f *excelize.File) error { return f.SetCellStr("自评表", "C3", "147663.64元") }, "ROUND(147663.64/B3,4)", "35.76%"}, // the report says 元 once
	}
	for _, c := range cases {
		input := clerk(t, func(f *excelize.File) {
			if err := c.change(f); err != nil {
				t.Fatal(err)
			}
		})
		f := opened(t, correctXLSX(t, input, clerkReport(), Options{}))
		if got := formula(t, f, "自评表", "D3"); got != c.formula {
			t.Errorf("%s: formula %q, want %q", c.name, got, c.formula)
		}
		if got := shown(t, f, "自评表", "D3"); got != c.show {
			t.Errorf("%s: shows %q, want %q", c.name, got, c.show)
		}
	}
}

// TestSharedFormula corrects the first cell of a formula shared down a column: the others keep theirs.
func TestSharedFormula(t *testing.T) {
	input := clerk(t, func(f *excelize.File) {
		if err := f.SetCellFloat("自评表", "D4", 0.25, -1, 64); err != nil {
			t.Fatal(err)
		}
		kind, ref := excelize.STCellFormulaTypeShared, "D3:D5"
		if err := f.SetCellFormula("自评表", "D3", "C3/B3", excelize.FormulaOpts{Type: &kind, Ref: &ref}); err != nil {
			t.Fatal(err)
		}
	})
	f := opened(t, correctXLSX(t, input, clerkReport(), Options{}))
	for ref, want := range map[string]string{"D3": "ROUND(C3/B3,4)", "D4": "C4/B4", "D5": "C5/B5"} {
		if got := formula(t, f, "自评表", ref); got != want {
			t.Errorf("%s: formula %q, want %q", ref, got, want)
		}
	}
	if got := raw(t, f, "自评表", "D4"); got != "0.25" {
		t.Errorf("the result of D4 is %q now", got)
	}
	// The same with a correction that no formula can express.
	var out bytes.Buffer
	if err := Correct(&out, input, []*fuhe.Report{clerkReport()}, Options{Corrections: correctionsOf("{/no/such}", "35.76%")}); err != nil {
		t.Fatal(err)
	}
	f = opened(t, out.Bytes())
	if got := formula(t, f, "自评表", "D3") + raw(t, f, "自评表", "D3") + formula(t, f, "自评表", "D4"); got != "0.3576C4/B4" {
		t.Errorf("D3 and D4 hold %q", got)
	}
}
