package pdf

import (
	"strings"
	"testing"
	"time"

	"fuhe/extract/page"
)

func TestVerify(t *testing.T) {
	title := func(text string) func(*page.Page) { return func(p *page.Page) { put(p, text, 200, 90) } }
	tests := []struct {
		name  string
		a, b  page.Page
		parts []string // of the one thing said; nil: nothing
	}{
		{"the same", written(Native, "35.77%"), written(PDFium, "35.77%"), nil},
		{"other spaces", written(Native, "35 %"), written(PDFium, "35%"), nil},
		{"another digit", written(Native, "35.77%"), written(PDFium, "35.17%"), []string{"native “35.77%” / pdfium “35.17%”"}},
		{"another unit above", change(written(Native, "8"), title("万元")), change(written(PDFium, "8"), title("元")), []string{"“万元”", "“元”"}},
		{"no table", written(Native, "8"), page.Page{Number: 1, Width: 600, Height: 800}, []string{"finds table 1", "does not"}},
		{"a table more", page.Page{Number: 1, Width: 600, Height: 800}, written(PDFium, "8"), []string{"does not", "pdfium finds table 1"}},
		{"read by one only", written(Native, "?"), written(PDFium, "8"), []string{"not verified", "native: a font without Unicode"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b, err := of(time.Minute, Options{Verify: true}, opens(good(tt.a)), opens(good(tt.b))).file()
			if err != nil {
				t.Fatal(err)
			}
			if len(tt.parts) == 0 && len(b.Unread) != 0 || len(tt.parts) > 0 && len(b.Unread) != 1 {
				t.Fatalf("said %v", b.Unread)
			}
			for _, p := range tt.parts {
				if !strings.Contains(b.Unread[0].Reason, p) {
					t.Errorf("%q does not say %q", b.Unread[0].Reason, p)
				}
			}
			if tt.name == "another digit" && b.Unread[0].At.String() != "p1.t1!A1" {
				t.Errorf("at %s", b.Unread[0].At)
			}
		})
	}
}

// Tables of other cells are compared by where the cells stand.
func TestVerifyOtherCells(t *testing.T) {
	a, b := written(Native, "8"), written(PDFium, "9")
	b.Rules = append(b.Rules, page.Rule{X0: 300, Y0: 120, X1: 550, Y1: 120})
	book, err := of(time.Minute, Options{Verify: true}, opens(good(a)), opens(good(b))).file()
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, u := range book.Unread {
		all += u.At.String() + " " + u.Reason + "\n"
	}
	for _, want := range []string{"p1.t1!A1 the two readers differ: native “8” / pdfium “9”", "p1.t1!B1 the two readers differ: native has a cell “”", "has no such cell"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not said:\n%s", want, all)
		}
	}
	many := func(text string) page.Page {
		p := page.Page{Number: 1, Width: 600, Height: 800, Reader: "native"}
		for i := range 101 {
			p.Rules = append(p.Rules, page.Rule{X0: 50, Y0: 50 + 7*float64(i), X1: 550, Y1: 50 + 7*float64(i), Thickness: 0.1})
		}
		for _, x := range []float64{50, 550} {
			p.Rules = append(p.Rules, page.Rule{X0: x, Y0: 50, X1: x, Y1: 750, Thickness: 0.1})
		}
		for i := range 100 {
			put(&p, text, 60, 56+7*float64(i))
		}
		for i := range p.Glyphs {
			p.Glyphs[i].Size = 5
		}
		return p
	}
	book, err = of(time.Minute, Options{Verify: true}, opens(good(many("7"))), opens(good(many("8")))).file()
	if n := len(book.Unread); err != nil || n != maxDifferences+1 || !strings.Contains(book.Unread[n-1].Reason, "differ in 50 more places") {
		t.Errorf("%v: %d things said", err, n)
	}
}
