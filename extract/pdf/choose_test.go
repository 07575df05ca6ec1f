package pdf

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
)

// written is a page with a table whose first cell holds a text, character by character; "?" is one nobody knows.
func written(reader Reader, text string) page.Page {
	p := table(1, 100, 140)
	p.Reader = string(reader)
	put(&p, text, 60, 118)
	return p
}

func put(p *page.Page, text string, x, base float64) {
	for _, r := range text {
		g := page.Glyph{Text: string(r), Box: fuhe.Box{x, base - 8, x + 10, base + 2}, Base: base, Size: 10}
		if r == '?' {
			g.Text, p.Unsure = "", "a font without Unicode"
		}
		p.Glyphs = append(p.Glyphs, g)
		x += 10
	}
}

func change(p page.Page, change func(p *page.Page)) page.Page {
	change(&p)
	return p
}

func fails(why string) func() (page.Page, error) {
	return func() (page.Page, error) { return page.Page{}, errors.New(why) }
}

// What may be the matter with a page.
func lostForm(p *page.Page)    { p.Unsure, p.Incomplete = "a form is missing", true }
func brokenBytes(p *page.Page) { p.Unsure, p.Incomplete, p.Damaged = "corrupt content", true, true }
func onlyFooter(p *page.Page)  { p.Rules = nil }

// autoCases are the cases of TestAuto.
var autoCases = []struct {
	name          string
	first, second func() (page.Page, error)
	reader, text  string
	unread        []string // parts of the one reason; nil: nothing is said
}{
	{"sure", good(written(Native, "甲")), fails("must not be asked"), "native", "甲", nil},
	{"a character it does not know", good(written(Native, "?")), good(written(PDFium, "乙")), "pdfium", "乙", nil},
	{"a page it does not read", fails("no such filter"), good(written(PDFium, "乙")), "pdfium", "乙", nil},
	{"a page it panics on", func() (page.Page, error) { panic("odd") }, good(written(PDFium, "乙")), "pdfium", "乙", nil},
	{"something not understood", good(change(written(Native, "甲"), lostForm)), good(written(PDFium, "乙")), "pdfium", "乙", nil},
	{"something not understood where no table is", good(change(page.Page{Number: 1, Width: 600, Height: 800}, lostForm)), good(written(PDFium, "乙")), "pdfium", "乙", nil},
	{"an unknown character on a page without a table", good(change(written(Native, "?"), onlyFooter)), fails("must not be asked"), "native", "", nil},
	{"neither knows", good(written(Native, "?")), good(written(PDFium, "??")), "native", "\uFFFD", []string{"native: a font", "pdfium: a font"}},
	{"characters the second leaves out", good(written(Native, "甲乙丙?")), good(written(PDFium, "甲")), "native", "甲乙丙\uFFFD", []string{"native: a font", "pdfium: 1 of 3 characters"}},
	{"the second does not start", good(written(Native, "?")), fails("no memory"), "native", "\uFFFD", []string{"native: a font", "no memory"}},
	{"neither reads", fails("no such filter"), fails("no memory"), "", "", []string{"native: no such filter", "pdfium: no memory"}},
	{"broken bytes", good(change(written(Native, "甲"), brokenBytes)), good(written(PDFium, "乙")), "pdfium", "乙", []string{"corrupt content"}},
}

// Which reader's page is taken, and what is said, for what the two make of it.
func TestAuto(t *testing.T) {
	for _, tt := range autoCases {
		t.Run(tt.name, func(t *testing.T) {
			b, err := of(time.Minute, Options{}, opens(tt.first), opens(tt.second)).file()
			if err != nil {
				t.Fatal(err)
			}
			reader, text := "", ""
			for _, r := range b.Readers {
				reader = r.Reader
			}
			for _, g := range b.Grids {
				text += g.Cells[0].Text
				if (g.Unsure != "") != (tt.unread != nil) {
					t.Errorf("unsure %q", g.Unsure)
				}
			}
			if reader == "pdfium" && !strings.HasPrefix(b.Readers[0].Because, "native: ") {
				t.Errorf("because %q", b.Readers[0].Because)
			}
			if reader == "" && tt.reader == "native" && tt.text == "" {
				reader = "native" // Page.Reader of a bare page
			}
			if reader != tt.reader || text != tt.text || len(b.Unread) > 1 || (len(b.Unread) == 1) != (tt.unread != nil) {
				t.Errorf("reader %q, text %q, unread %v", reader, text, b.Unread)
			}
			for _, part := range tt.unread {
				if !strings.Contains(b.Unread[0].Reason, part) {
					t.Errorf("%q does not say %q", b.Unread[0].Reason, part)
				}
			}
		})
	}
}

// A page that never ends costs its time in the first reader and is read by the second, and so are those behind it.
func TestStuckPageIsHandedOver(t *testing.T) {
	stuck := make(chan struct{})
	defer close(stuck)
	r := of(time.Minute, Options{}, opens(good(written(Native, "甲")), func() (page.Page, error) { <-stuck; return page.Page{}, nil }, good(written(Native, "丙"))),
		opens(good(written(PDFium, "子")), good(written(PDFium, "丑")), good(written(PDFium, "寅"))))
	r.first.perPage = 50 * time.Millisecond
	b, err := r.file()
	if err != nil || len(b.Grids) != 3 || len(b.Unread) != 0 {
		t.Fatalf("%v: %d grids, unread %v", err, len(b.Grids), b.Unread)
	}
	for i, want := range []string{"甲", "丑", "寅"} {
		if got := b.Grids[i].Cells[0].Text; got != want {
			t.Errorf("page %d: %q, want %q", i+1, got, want)
		}
	}
}

func TestOneReaderAskedFor(t *testing.T) {
	never := func() (Document, error) { t.Error("the other reader was opened"); return nil, errors.New("no") }
	b, err := of(time.Minute, Options{Reader: Native}, opens(good(written(Native, "?"))), never).file()
	if err != nil || len(b.Unread) != 1 || b.Readers[0].Reader != "native" {
		t.Errorf("%v %+v", err, b)
	}
}

// A file cut in the middle of something is repaired and read, but not relied on.
func TestCutShort(t *testing.T) {
	for end, cut := range map[string]bool{
		"startxref\n1234\n%%EOF\n": false, "\nendobj\n": false, "trailer <</Size 4>>\r\n": false, "%%EOF\x00\x00": false,
		"stream\nBT /F1 12 Tf (8": true, "<</Type /Pa": true, "5 0 obj": true,
	} {
		file := strings.Repeat("x", 5000) + end
		if got := cutShort(strings.NewReader(file), int64(len(file))); (got != "") != cut {
			t.Errorf("%q: %q", end, got)
		}
	}
	r := of(time.Minute, Options{}, func() (Document, error) { return nil, errors.New("no cross-reference") }, opens(good(written(PDFium, "8"))))
	r.cut = cutShort(bytes.NewReader([]byte("8 0 ob")), 6)
	b, err := r.file()
	if err != nil || len(b.Grids) != 1 || b.Grids[0].Unsure == "" || len(b.Unread) != 1 {
		t.Errorf("%v: %+v", err, b)
	}
}

// A blank page of a file that had to be repaired may be one whose content is lost.
func TestBlankPageOfRepairedFile(t *testing.T) {
	blank := page.Page{Number: 1, Width: 600, Height: 800, Reader: "pdfium"}
	b, err := of(time.Minute, Options{}, func() (Document, error) { return nil, errors.New("no cross-reference") }, opens(good(blank))).file()
	if err != nil || len(b.Unread) != 1 || !strings.Contains(b.Unread[0].Reason, "blank page in a damaged file") {
		t.Errorf("%v: %+v", err, b)
	}
	if b, err = of(time.Minute, Options{}, opens(good(blank)), absent).file(); err != nil || len(b.Unread) != 0 {
		t.Errorf("a blank page of a sound file: %v: %+v", err, b)
	}
}

// A title left alone at the foot of its page belongs to the table on the next one; running text does not.
func TestTitleOnThePageBefore(t *testing.T) {
	prose := func(lines ...string) page.Page {
		p := page.Page{Number: 1, Width: 600, Height: 800, Reader: "native"}
		for i, l := range lines {
			put(&p, l, 60, 600+20*float64(i))
		}
		return p
	}
	second := table(2, 60, 100)
	withTitle := table(2, 100, 140)
	put(&withTitle, "绩效自评表", 200, 80)
	tests := []struct {
		name  string
		pages []page.Page
		want  string
	}{
		{"title", []page.Page{prose("自评工作已经完成。", "项目支出绩效自评表", "（2023年度）"), second}, "项目支出绩效自评表（2023年度）"},
		{"running text", []page.Page{prose("自评表见附件，", "自评工作已经完成。"), second}, ""},
		{"a title of its own", []page.Page{prose("附件"), withTitle}, "绩效自评表"},
	}
	for _, tt := range tests {
		b := book(t, time.Minute, good(tt.pages[0]), good(tt.pages[1]))
		got := ""
		for _, g := range b.Grids {
			for _, l := range g.Above {
				got += l.Text
			}
		}
		if len(b.Grids) != 1 || got != tt.want {
			t.Errorf("%s: %d grids, above %q, want %q", tt.name, len(b.Grids), got, tt.want)
		}
	}
	if b := book(t, time.Minute, good(table(1, 700, 780)), good(second)); !grid.Continues(b.Grids[0], b.Grids[1]) {
		t.Error("a table no longer goes on over the page")
	}
}
