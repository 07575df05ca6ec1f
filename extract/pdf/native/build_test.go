package native

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"fuhe/extract/page"
)

// file is a PDF of the given objects, 1 the catalog; a cross-reference table is made for them.
func file(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	places := make([]int, len(objects))
	for i, o := range objects {
		places[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, p := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

func stream(entries, content string) string {
	return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", entries, len(content), content)
}

// sheet is a file of one page of 200 × 100 points: its resources without the brackets, its content, objects from 5.
func sheet(resources, content string, more ...string) []byte {
	return sheetWith("/MediaBox[0 0 200 100]", resources, content, more...)
}

func sheetWith(entries, resources, content string, more ...string) []byte {
	return file(append([]string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<" + resources + ">>" + entries + ">>",
		stream("", content),
	}, more...)...)
}

func open(t testing.TB, b []byte) *Document {
	t.Helper()
	d, err := Open(bytes.NewReader(b), int64(len(b)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// read is page 1 of a file.
func read(t testing.TB, b []byte) page.Page {
	t.Helper()
	p, err := open(t, b).Page(context.Background(), 1)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// helvetica is a font of the standard 14 as the only resource.
const helvetica = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>"

func shownText(p page.Page) string {
	var b strings.Builder
	for _, g := range p.Glyphs {
		if g.Text == "" {
			b.WriteByte('?')
		}
		b.WriteString(g.Text)
	}
	return b.String()
}

// close100 reports whether two lengths are the same to a hundredth of a point.
func close100(a, b float64) bool { return a-b < 0.01 && b-a < 0.01 }

func ruleText(rules []page.Rule) string {
	var lines []string
	for _, r := range rules {
		lines = append(lines, fmt.Sprintf("%g,%g-%g,%g/%g", round(r.X0), round(r.Y0), round(r.X1), round(r.Y1), round(r.Thickness)))
	}
	return strings.Join(lines, " ")
}

func round(v float64) float64 {
	if v < 0 {
		return -round(-v)
	}
	return float64(int(v*100+0.5)) / 100
}
