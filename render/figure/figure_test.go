package figure

import (
	"errors"
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

func TestOf(t *testing.T) {
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
		f, ok := Of(c.text)
		if !ok || f.Literal != c.literal || f.Format != c.format {
			t.Errorf("Of(%q) = %+v, %v, want %s in %s", c.text, f, ok, c.literal, c.format)
		}
	}
}

func TestOfText(t *testing.T) {
	for _, text := range []string{
		"", "≥80%", ">20次", "98%以上", "007", "1,23", "—", "约300", "2022年", "9月前", "+5", "¥-5", "12345678901234567", "=1+1",
		"1e5", "0x10", "1234567890123.4567", "194.9194.9100%",
	} {
		if f, ok := Of(text); ok {
			t.Errorf("Of(%q) = %+v, want none", text, f)
		}
	}
}

// TestShownAsPrinted holds the law: what a sheet shows is what was printed, full-width digits made narrow; in the format of the
// figure before it, too, where that one is said to show it.
func TestShownAsPrinted(t *testing.T) {
	for name, law := range map[string]struct {
		of    func(string) (Figure, bool)
		print func(*rand.Rand) string
		all   bool // whether each of them is a figure
	}{"forms": {Of, ofForm, true}, "accounts": {OfAccount, ofAccount, false}} {
		t.Run(name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(7, 8))
			file := excelize.NewFile()
			defer file.Close()
			var last Figure
			for range 3000 {
				text := law.print(r)
				f, ok := law.of(text)
				if !ok && law.all {
					t.Fatalf("%q is no figure", text)
				}
				if !ok {
					continue
				}
				shows(t, file, f, f.Format, text)
				if f.ShownBy(last.Format) {
					shows(t, file, f, last.Format, text)
				}
				last = f
			}
		})
	}
}

// shows wants a figure in a format to look as it was printed.
func shows(t *testing.T, file *excelize.File, f Figure, format, printed string) {
	t.Helper()
	style, err := file.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err == nil {
		err = errors.Join(file.SetCellFloat("Sheet1", "A1", f.Value(), -1, 64), file.SetCellStyle("Sheet1", "A1", "A1", style))
	}
	if err != nil {
		t.Fatal(err)
	}
	if shown, err := file.GetCellValue("Sheet1", "A1"); err != nil || shown != width.Fold.String(printed) && shown != printed {
		t.Fatalf("%q in %q is shown as %q, %v", printed, format, shown, err)
	}
}

// ofForm is a figure as forms print them, of at most 15 digits.
func ofForm(r *rand.Rand) string {
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

// ofAccount is a figure as accounts print them.
func ofAccount(r *rand.Rand) string {
	digits := fmt.Sprint(1 + r.IntN(1_000_000_000)/[]int{1, 1000, 1000000}[r.IntN(3)])
	s := digits
	if r.IntN(2) == 0 {
		s = byThrees(digits)
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

func FuzzOf(f *testing.F) {
	for _, s := range []string{"35.77%", "147,663.64", "50万元", "-0.00", "1,234,567.8%", "¥1", "１２"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, ok := Of(text)
		if !ok {
			return
		}
		if got.Literal == "" || got.Format == "" || len(got.Format) > 255 || got.Value() != got.Value() {
			t.Fatalf("Of(%q) = %+v", text, got)
		}
	})
}
