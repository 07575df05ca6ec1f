package pdfium

import (
	"bytes"
	"context"
	"errors"
	"math"
	"os"
	"strings"
	"testing"
	"time"

	"fuhe/extract/work"
)

func TestDamagedFilesAreRepaired(t *testing.T) {
	whole := drawn("BT /F1 10 Tf 20 50 Td (A1) Tj ET", "")
	for name, b := range map[string][]byte{
		"no cross-reference":  append(bytes.Clone(whole[:bytes.Index(whole, []byte("xref\n0"))]), whole[bytes.Index(whole, []byte("trailer")):]...),
		"no end":              whole[:bytes.Index(whole, []byte("startxref"))],
		"wrong places":        bytes.Replace(whole, []byte("0000000009"), []byte("0000000777"), 1),
		"junk before":         append([]byte("junk before the header\r\n"), whole...),
		"junk behind":         append(bytes.Clone(whole), bytes.Repeat([]byte("junk "), 1000)...),
		"PDF 2.0":             bytes.Replace(whole, []byte("%PDF-1.7"), []byte("%PDF-2.0"), 1),
		"wrong stream length": bytes.Replace(whole, []byte("/Length 32"), []byte("/Length 99"), 1),
	} {
		t.Run(name, func(t *testing.T) {
			if got := letters(firstPage(t, b)); got != "A1" {
				t.Errorf("read %q", got)
			}
		})
	}
}

// The trailer of a file that opens from its beginning survives when the end is lost; its pages do not.
func TestCutShort(t *testing.T) {
	whole := drawn("BT /F1 10 Tf 20 50 Td (A1) Tj ET BT /F1 10 Tf 60 50 Td (B2) Tj ET", "")
	stream := whole[bytes.Index(whole, []byte("4 0 obj")):bytes.Index(whole, []byte("5 0 obj"))]
	rest := bytes.Replace(whole, stream, nil, 1)
	b := append(append(bytes.Clone(rest), "\n"...), stream[:bytes.Index(stream, []byte("60 50"))]...)
	p := firstPage(t, b)
	if p.Unsure == "" || !p.Incomplete || !p.Damaged {
		t.Errorf("sure of %q", letters(p))
	}
	b = append(append(bytes.Clone(rest), "\n"...), stream...)
	if p := firstPage(t, b); letters(p) != "A1B2" || p.Unsure != "" || p.Damaged {
		t.Errorf("whole: read %q, unsure %q", letters(p), p.Unsure)
	}
}

func TestEncrypted(t *testing.T) {
	for _, name := range []string{"aes256-user-word.pdf", "aes128-owner-only.pdf", "rc4-user-word.pdf"} {
		b, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) {
			closed := strings.Contains(name, "user-word")
			for password, opens := range map[string]bool{"": !closed, "wrong": !closed, "word": true} {
				d, err := Open(context.Background(), bytes.NewReader(b), int64(len(b)), Options{Password: password})
				switch {
				case !opens && !errors.Is(err, ErrEncrypted):
					t.Errorf("password %q: %v", password, err)
				case opens && err != nil:
					t.Errorf("password %q: %v", password, err)
				case opens:
					p, err := d.Page(context.Background(), 1)
					if err != nil || letters(p) != "A1" {
						t.Errorf("password %q: read %q, %v", password, letters(p), err)
					}
				}
				if d != nil {
					d.Close()
				}
			}
		})
	}
}

func TestRefused(t *testing.T) {
	for name, b := range map[string][]byte{
		"empty":     {},
		"no PDF":    []byte("<html>no PDF</html>"),
		"no pages":  file("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"),
		"header":    []byte("%PDF-1.7\n"),
		"truncated": drawn("BT ET", "")[:200],
	} {
		if d, err := Open(context.Background(), bytes.NewReader(b), int64(len(b)), Options{}); err == nil {
			t.Errorf("%s: opened with %d pages", name, d.Pages())
			d.Close()
		} else if strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: not one line: %v", name, err)
		}
	}
	if _, err := Open(context.Background(), bytes.NewReader(nil), maxFileBytes+1, Options{}); err == nil {
		t.Error("a file beyond the budget was opened")
	}
	if _, err := Open(context.Background(), bytes.NewReader(make([]byte, 10)), 1000, Options{}); err == nil {
		t.Error("a file shorter than it says was opened")
	}
}

func TestPagesOutOfRange(t *testing.T) {
	d := open(t, drawn("", ""), Options{})
	for _, n := range []int{-1, 0, 2, math.MaxInt32} {
		if _, err := d.Page(context.Background(), n); err == nil {
			t.Errorf("page %d was read", n)
		}
	}
	d.Close()
	if _, err := d.Page(context.Background(), 1); err == nil {
		t.Error("a page of a closed document was read")
	}
	d.Close()
}

// A page that takes for ever ends with its time; the other pages and the next document are not touched by that.
func TestDeadline(t *testing.T) {
	// Twelve forms, each drawing the next one eight times: 8¹² texts.
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2/MediaBox[0 0 200 100]>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 8 0 R>>>>>>",
		stream("", "/X Do"),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
		"<</Type/Page/Parent 2 0 R/Contents 7 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
		stream("", "BT /F1 10 Tf 20 50 Td (A1) Tj ET"),
	}
	const levels = 12
	for i := range levels {
		resources, content := "", strings.Repeat("/X Do ", 8)
		if i < levels-1 {
			resources = "/Resources<</XObject<</X " + string([]byte{'0' + byte((9+i)/10), '0' + byte((9+i)%10)}) + " 0 R>>>>"
		} else {
			resources, content = "/Resources<</Font<</F1 5 0 R>>>>", "BT /F1 10 Tf 20 50 Td (A1) Tj ET"
		}
		objects = append(objects, stream("/Type/XObject/Subtype/Form/BBox[0 0 200 100]"+resources, content))
	}
	d := open(t, file(objects...), Options{})
	ctx, cancel := context.WithTimeout(context.Background(), 500*time.Millisecond)
	defer cancel()
	start := work.Start()
	_, err := d.Page(ctx, 1)
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("page 1 in %v: %v", start.Spent(), err)
	}
	if took := start.Spent(); took > 60*time.Second {
		t.Errorf("ended only after %v", took)
	}
	p, err := d.Page(context.Background(), 2)
	if err != nil || letters(p) != "A1" {
		t.Errorf("page 2 read %q, %v", letters(p), err)
	}
	d.Close()
	if got := letters(firstPage(t, drawn("BT /F1 10 Tf 20 50 Td (A1) Tj ET", ""))); got != "A1" {
		t.Errorf("the next document read %q", got)
	}
}

// Only so many sandboxes are open at a time; who waits for one can give up.
func TestSlots(t *testing.T) {
	b := drawn("", "")
	var held []*Document
	for range sandboxes {
		held = append(held, open(t, b, Options{}))
	}
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := Open(ctx, bytes.NewReader(b), int64(len(b)), Options{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("one more: %v", err)
	}
	held[0].Close()
	open(t, b, Options{}).Close()
	held[1].Close()
}
