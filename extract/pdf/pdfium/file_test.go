package pdfium

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"fuhe/extract/page"
)

// file writes a PDF of numbered objects: 1 is the catalogue.
func file(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref)
	return b.Bytes()
}

func stream(dictionary, content string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dictionary, len(content), content)
}

// drawn is a file of one page of 200 × 100 points that shows a content with Helvetica as /F1 and what else is given:
// entries of the page's dictionary, and objects from number 6 on.
func drawn(content, entries string, more ...string) []byte {
	if !strings.Contains(entries, "/MediaBox") {
		entries += "/MediaBox[0 0 200 100]"
	}
	if !strings.Contains(entries, "/Resources") {
		entries += "/Resources<</Font<</F1 5 0 R/F2 6 0 R>>/XObject<</X1 6 0 R/X2 7 0 R>>>>"
	}
	return file(append([]string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R" + entries + ">>",
		stream("", content),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
	}, more...)...)
}

func open(t testing.TB, b []byte, o Options) *Document {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	t.Cleanup(cancel)
	d, err := Open(ctx, bytes.NewReader(b), int64(len(b)), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

func firstPage(t testing.TB, b []byte) page.Page {
	t.Helper()
	d := open(t, b, Options{})
	defer d.Close()
	p, err := d.Page(context.Background(), 1)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// letters are the texts of the glyphs, in order, unknown ones as "?".
func letters(p page.Page) string {
	var b strings.Builder
	for _, g := range p.Glyphs {
		if g.Text == "" {
			b.WriteByte('?')
		}
		b.WriteString(g.Text)
	}
	return b.String()
}
