package figure

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/width"
)

func TestOfAccount(t *testing.T) {
	for _, c := range []struct{ text, literal, format string }{
		{"19,572.91", "19572.91", "#,##0.00"},
		{"35.77%", "0.3577", "0.00%"},
		{"(1,000.00)", "-1000", "#,##0.00;(#,##0.00)"},
		{"（1,000.00）", "-1000", `#,##0.00;"（"#,##0.00"）"`},
		{"(5.2%)", "-0.052", "0.0%;(0.0%)"},
		{"△20.00", "-20", `0.00;"△"0.00`},
		{"－3.50", "-3.5", `0.00;"－"0.00`},
		{"−3.50", "-3.5", `0.00;"−"0.00`},
		{"-3.50", "-3.5", "0.00"},
		{"+0.5", "0.5", `"+"0.0;-0.0;"+"0.0`},
		{"0.00", "0", "0.00"},
		{"12万元", "12", `0"万元"`},
	} {
		f, ok := OfAccount(c.text)
		if !ok || f.Literal != c.literal || f.Format != c.format {
			t.Errorf("OfAccount(%q) = %+v, %v, want %s in %s", c.text, f, ok, c.literal, c.format)
		}
	}
	for _, text := range []string{"", "—", "/", "(0.00)", "(1,00.00)", "(5", "5)", "((5))", "(-5)", "△", "△△5", "007", "1-2", "2024年", "12345678901234567", "壹拾万元整"} {
		if f, ok := OfAccount(text); ok {
			t.Errorf("OfAccount(%q) = %+v, want none", text, f)
		}
	}
}

// TestShownAsPrinted holds the law: what a sheet shows is what was printed, full-width digits made narrow.
func TestShownAsPrinted(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	file := excelize.NewFile()
	defer file.Close()
	var last Figure
	for i := range 3000 {
		text := random(r)
		f, ok := OfAccount(text)
		if !ok {
			continue
		}
		formats := []string{f.Format}
		if f.ShownBy(last.Format) {
			formats = append(formats, last.Format)
		}
		last = f
		for k, format := range formats {
			ref := fmt.Sprintf("%c%d", 'A'+k, i+1)
			style, err := file.NewStyle(&excelize.Style{CustomNumFmt: &format})
			if err != nil {
				t.Fatal(err)
			}
			if err := file.SetCellFloat("Sheet1", ref, f.Value(), -1, 64); err != nil {
				t.Fatal(err)
			}
			if err := file.SetCellStyle("Sheet1", ref, ref, style); err != nil {
				t.Fatal(err)
			}
			shown, err := file.GetCellValue("Sheet1", ref)
			if err != nil {
				t.Fatal(err)
			}
			want := text
			if strings.ContainsAny(text, "０１２３") {
				want = width.Fold.String(text)
			}
			if shown != want {
				t.Fatalf("%q in %q is shown as %q", text, format, shown)
			}
		}
	}
}

// random is a figure as accounts print them.
func random(r *rand.Rand) string {
	digits := fmt.Sprint(1 + r.IntN(1_000_000_000)/[]int{1, 1000, 1000000}[r.IntN(3)])
	s := digits
	if r.IntN(2) == 0 {
		s = group(digits)
	}
	switch r.IntN(3) {
	case 0:
		s += fmt.Sprintf(".%02d", r.IntN(100))
	case 1:
		s += fmt.Sprintf(".%d", r.IntN(10))
	}
	if r.IntN(6) == 0 && !strings.Contains(s, ",") { // excelize sets the commas of a percentage before it multiplies
		s += "%"
	}
	switch r.IntN(8) {
	case 0:
		return "(" + s + ")"
	case 1:
		return "（" + s + "）"
	case 2:
		return "△" + s
	case 3:
		return "-" + s
	case 4:
		return "－" + s
	case 5:
		return "+" + s
	}
	return s
}

func TestDoubt(t *testing.T) {
	for text, doubted := range map[string]bool{
		"12 345.00": true, "1,23.00": true, "—5.00": true, "12345678901234567": true, "(5.00": true, "1.2.3": true, "12\ufffd4": true,
		"": false, "—": false, "一般公共服务": false, "2024年": false, "1-2": false, "A12": false,
	} {
		if got := Doubt(text) != nil; got != doubted {
			t.Errorf("Doubt(%q) %v, want %v", text, got, doubted)
		}
	}
}

// TestNarrow: what is left as it is has no character that the width of another form.
func TestNarrow(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		if s := string(r); Narrow(s) != width.Fold.String(s) {
			t.Fatalf("%U becomes %q, want %q", r, Narrow(s), width.Fold.String(s))
		}
	}
}
