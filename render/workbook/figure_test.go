package workbook

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestFigureOf(t *testing.T) {
	cases := []struct {
		text, literal, format string
	}{
		{"35.77%", "0.3577", "0.00%"},
		{"100%", "1", "0%"},
		{"100 %", "1", `0" "%`},
		{"１００％", "1", "0%"},
		{"147,663.64", "147663.64", "#,##0.00"},
		{"530000.00", "530000", "0.00"},
		{"50万元", "50", `0"万元"`},
		{"3,359.62万元", "3359.62", `#,##0.00"万元"`},
		{"10", "10", "0"},
		{"-3.50", "-3.5", "0.00"},
		{"¥50.00", "50", `"¥"0.00`},
		{"0.958", "0.958", "0.000"},
		{"999,999,999,999.999", "999999999999.999", "#,##0.000"},
	}
	for _, c := range cases {
		f, ok := figureOf(c.text)
		if !ok || f.literal != c.literal || f.format != c.format {
			t.Errorf("figureOf(%q) = %+v, %v, want %s in %s", c.text, f, ok, c.literal, c.format)
		}
	}
}

func TestFigureOfText(t *testing.T) {
	for _, text := range []string{
		"", "≥80%", ">20次", "98%以上", "007", "1,23", "—", "约300", "2022年", "9月前", "+5", "¥-5", "12345678901234567", "=1+1",
		"1e5", "0x10", "1234567890123.4567", "194.9194.9100%",
	} {
		if f, ok := figureOf(text); ok {
			t.Errorf("figureOf(%q) = %+v, want none", text, f)
		}
	}
}

// TestFigureShowsAsPrinted holds the law of figures: what a spreadsheet shows is what was printed.
func TestFigureShowsAsPrinted(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	file := excelize.NewFile()
	defer file.Close()
	for i := range 3000 {
		text := randomFigure(r)
		f, ok := figureOf(text)
		if !ok {
			t.Fatalf("%q is no figure", text)
		}
		ref := fmt.Sprintf("A%d", i+1)
		style, err := file.NewStyle(&excelize.Style{CustomNumFmt: &f.format})
		if err != nil {
			t.Fatal(err)
		}
		if err := file.SetCellFloat("Sheet1", ref, f.value, -1, 64); err != nil {
			t.Fatal(err)
		}
		if err := file.SetCellStyle("Sheet1", ref, ref, style); err != nil {
			t.Fatal(err)
		}
		if shown, err := file.GetCellValue("Sheet1", ref); err != nil || shown != text {
			t.Fatalf("%q is shown as %q in %q, %v", text, shown, f.format, err)
		}
	}
}

// randomFigure is a figure as forms print them, of at most 15 digits.
func randomFigure(r *rand.Rand) string {
	whole := fmt.Sprint(r.Int64N(pow10(1 + r.IntN(9))))
	places := r.IntN(6)
	digits := whole
	if places > 0 {
		digits += "." + fmt.Sprintf("%0*d", places, r.Int64N(pow10(places)))
	}
	unit := []string{"", "%", "万元", "元", "次"}[r.IntN(5)]
	if len(whole) > 3 && unit != "%" && r.IntN(2) == 0 { // excelize shows #,##0% wrong; spreadsheet programs do not
		digits = byThrees(whole) + strings.TrimPrefix(digits, whole)
	}
	return digits + unit
}

func byThrees(whole string) string {
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return whole
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

func FuzzFigureOf(f *testing.F) {
	for _, s := range []string{"35.77%", "147,663.64", "50万元", "-0.00", "1,234,567.8%", "¥1", "１２"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, ok := figureOf(text)
		if !ok {
			return
		}
		if got.literal == "" || got.format == "" || len(got.format) > 255 || got.value != got.value {
			t.Fatalf("figureOf(%q) = %+v", text, got)
		}
	})
}
