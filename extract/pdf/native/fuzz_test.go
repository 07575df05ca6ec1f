package native

import (
	"bytes"
	"context"
	"math"
	"testing"

	"fuhe/extract/page"
)

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"[(a)-20(b)]TJ", "<</A<41>/B[1 2]>>BDC", "BI /W 1 ID x EI", "(\\101\\\n", "/A#20 1.5-2", "[[[["} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		l := &lexer{b: b}
		for before := -1; ; before = l.i {
			if o := l.next(); o.kind == end {
				break
			}
			if l.i <= before || l.i > len(b) {
				t.Fatalf("from %d to %d of %d bytes", before, l.i, len(b))
			}
		}
	})
}

func FuzzCMap(f *testing.F) {
	f.Add([]byte("1 begincodespacerange <00> <FFFF> endcodespacerange 1 beginbfrange <00> <FF> <0041> endbfrange"), []byte("AB"))
	f.Add([]byte("1 beginbfrange <0000> <FFFFFFFF> [<41>] endbfrange 1 begincidrange <00> <FF> 1 endcidrange"), []byte("\xFF\xFE"))
	f.Fuzz(func(t *testing.T, b, s []byte) {
		m := readCMap(b)
		for len(s) > 0 {
			code, n := m.next(s)
			if n < 1 || n > len(s) || n > 4 {
				t.Fatalf("a code of %d bytes from %d", n, len(s))
			}
			m.cid(code, n)
			if text, ok := m.lookup(code, n); ok {
				readable(text)
			}
			s = s[n:]
		}
	})
}

func FuzzContent(f *testing.F) {
	for _, s := range []string{
		"BT /F 10 Tf 20 30 Td [(98.5) -20 (5)] TJ T* (x) ' 1 2 (y) \" ET",
		"q 2 w 10 20 100 50 re S 1 0 0 1 1e9 0 cm 0 0 1 1 re f* Q /X Do",
		"BI /W 4 /H 1 /CS /G /BPC 8 ID abcd EI /OC /A BDC EMC /A gs /Pattern cs /P scn",
		"0 0 m 1 1 2 2 3 3 c 4 4 5 5 v 6 6 7 7 y h W* n 0.5 g 1 J b*",
	} {
		f.Add([]byte(s))
	}
	form := stream("/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<</XObject<</X 5 0 R>>>>", "/X Do 1 w 0 50 m 50 50 l S")
	f.Fuzz(func(t *testing.T, b []byte) {
		sane(t, read(t, sheet(helvetica+"/XObject<</X 5 0 R>>/ExtGState<</A<</ca .5>>>>", string(b), form)))
	})
}

func FuzzOpen(f *testing.F) {
	f.Add(small)
	f.Add(sheet(identity2("/W[1[500]]"), "BT /F 10 Tf <0003> Tj ET", toUnicode("1 beginbfchar <0003> <7EE9> endbfchar")))
	f.Fuzz(func(t *testing.T, b []byte) {
		d, err := Open(bytes.NewReader(b), int64(len(b)), Options{})
		if err != nil {
			return
		}
		for n := 1; n <= min(d.Pages(), 3); n++ {
			if p, err := d.Page(context.Background(), n); err == nil {
				sane(t, p)
			}
		}
	})
}

// sane holds what whoever gets a page relies on.
func sane(t *testing.T, p page.Page) {
	unknown := false
	for _, g := range p.Glyphs {
		for _, v := range g.Box {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Fatalf("glyph at %v", g.Box)
			}
		}
		if g.Box[0] > g.Box[2] || g.Box[1] > g.Box[3] {
			t.Fatalf("glyph box %v is inside out", g.Box)
		}
		if (g.Text == "") == g.Sure {
			t.Fatalf("text %q sure %v", g.Text, g.Sure)
		}
		unknown = unknown || g.Text == ""
	}
	for _, r := range p.Rules {
		if !(r.X0 <= r.X1 && r.Y0 <= r.Y1) || r.X0 != r.X1 && r.Y0 != r.Y1 || math.IsNaN(r.Thickness) || r.Thickness < 0 {
			t.Fatalf("rule %+v", r)
		}
	}
	if unknown && p.Unsure == "" {
		t.Fatal("characters without Unicode and not a word")
	}
	if p.ImageArea < 0 || p.ImageArea > 1 || math.IsNaN(p.ImageArea) {
		t.Fatalf("image area %g", p.ImageArea)
	}
}
