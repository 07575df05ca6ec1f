package pdf

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
)

// pages is a document of these pages.
type pages []func() (page.Page, error)

func (p pages) Pages() int                                       { return len(p) }
func (p pages) Page(_ context.Context, n int) (page.Page, error) { return p[n-1]() }
func (p pages) Close() error                                     { return nil }

// reader is a side that opens like this and gives pages this much time.
func reader(name Reader, limit time.Duration, c *clock, open func() (Document, error)) *side {
	return &side{ctx: context.Background(), name: string(name), opening: limit, perPage: limit, clock: c, file: &revocable{},
		open: func(context.Context) (Document, error) { return open() }}
}

// absent is a second reader nobody should need.
func absent() (Document, error) { return nil, errors.New("no second reader here") }

// of is a reading by two readers.
func of(limit time.Duration, o Options, first, second func() (Document, error)) *reading {
	o.Limit = limit
	c := newClock(limit)
	return &reading{options: o, clock: c, first: reader(Native, limit, c, first), second: reader(PDFium, limit, c, second)}
}

func opens(p ...func() (page.Page, error)) func() (Document, error) {
	return func() (Document, error) { return pages(p), nil }
}

func book(t *testing.T, limit time.Duration, p ...func() (page.Page, error)) grid.Book {
	t.Helper()
	b, err := of(limit, Options{}, opens(p...), absent).file()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// table is a page with a table of two columns between these heights.
func table(n int, y0, y1 float64) page.Page {
	p := page.Page{Number: n, Width: 600, Height: 800, Reader: "native"}
	for _, y := range []float64{y0, y1} {
		p.Rules = append(p.Rules, page.Rule{X0: 50, Y0: y, X1: 550, Y1: y})
	}
	for _, x := range []float64{50, 300, 550} {
		p.Rules = append(p.Rules, page.Rule{X0: x, Y0: y0, X1: x, Y1: y1})
	}
	return p
}

// framed is a page with a single frame at its top, and a text in it.
func framed(n int, right float64) page.Page {
	p := page.Page{Number: n, Width: 600, Height: 800, Reader: "native"}
	for _, y := range []float64{50, 90} {
		p.Rules = append(p.Rules, page.Rule{X0: 50, Y0: y, X1: right, Y1: y})
	}
	for _, x := range []float64{50, right} {
		p.Rules = append(p.Rules, page.Rule{X0: x, Y0: 50, X1: x, Y1: 90})
	}
	p.Glyphs = append(p.Glyphs, page.Glyph{Text: "完", Box: fuhe.Box{60, 60, 70, 70}, Base: 68, Size: 10})
	return p
}

func good(p page.Page) func() (page.Page, error) {
	return func() (page.Page, error) { return p, nil }
}

func TestPagesAreReadAndTheRestIsSaid(t *testing.T) {
	scan := page.Page{Number: 3, ImageArea: 0.9, Glyphs: []page.Glyph{{Text: "3", Size: 10}}}
	layer := page.Page{Number: 4, ImageArea: 1, Glyphs: []page.Glyph{{Text: "总", Size: 10, Hidden: true}}}
	unsure := table(6, 100, 140)
	unsure.Unsure = "font without Unicode"
	unsure.Glyphs = []page.Glyph{{Text: "", Box: fuhe.Box{60, 110, 65, 120}, Base: 118, Size: 10}}
	lost := page.Page{Number: 7, Unsure: "content does not parse", Incomplete: true}
	many := page.Page{Number: 8, Rules: make([]page.Rule, 1_000_000)}
	b := book(t, time.Minute,
		good(table(1, 100, 140)),
		func() (page.Page, error) { return page.Page{}, errors.New("no such filter") },
		good(scan), good(layer),
		func() (page.Page, error) { panic("odd object") },
		good(unsure), good(lost), good(many),
	)
	if b.Pages != 8 || len(b.Grids) != 2 || b.Grids[0].Page != 1 || b.Grids[1].Unsure == "" {
		t.Errorf("%d pages, grids %+v", b.Pages, b.Grids)
	}
	want := map[int]string{2: "no such filter", 3: "scanned", 4: "hidden", 5: "odd object", 6: "font without Unicode", 7: "does not parse", 8: "budget"}
	for _, u := range b.Unread {
		if w, ok := want[u.At.Page]; !ok || !strings.Contains(u.Reason, w) {
			t.Errorf("page %d: %q, want %q", u.At.Page, u.Reason, w)
		}
		delete(want, u.At.Page)
	}
	if len(want) > 0 {
		t.Errorf("nothing said of %v", want)
	}
}

func TestFramesAreTablesOnlyWhenTheyGoOn(t *testing.T) {
	tests := []struct {
		name  string
		right float64
		grids int
	}{{"as wide as the table before", 550, 2}, {"of its own width", 500, 1}}
	for _, tt := range tests {
		if b := book(t, time.Minute, good(table(1, 700, 780)), good(framed(2, tt.right))); len(b.Grids) != tt.grids {
			t.Errorf("%s: %d grids, want %d", tt.name, len(b.Grids), tt.grids)
		}
	}
	if b := book(t, time.Minute, good(framed(1, 550))); len(b.Grids) != 0 {
		t.Error("a frame on the first page goes on with nothing")
	}
}

// A file made so that its reader never comes back costs its time and no more.
func TestLoopingFile(t *testing.T) {
	stuck := make(chan struct{})
	defer close(stuck)
	b := book(t, 50*time.Millisecond, good(table(1, 100, 140)), func() (page.Page, error) { <-stuck; return page.Page{}, nil }, good(table(3, 100, 140)))
	if len(b.Grids) != 1 || len(b.Unread) != 2 || b.Unread[0].At.Page != 2 || !strings.Contains(b.Unread[1].Reason, "pages 3 to 3 not read within 50ms") {
		t.Errorf("grids %d, unread %+v", len(b.Grids), b.Unread)
	}
	if _, err := of(50*time.Millisecond, Options{}, func() (Document, error) { <-stuck; return pages{}, nil }, absent).file(); err == nil {
		t.Error("a file that never opens gave no error")
	}
}

func TestOpenFails(t *testing.T) {
	cause := errors.New("password")
	if _, err := of(time.Minute, Options{}, func() (Document, error) { return nil, cause }, absent).file(); !errors.Is(err, cause) || !strings.Contains(err.Error(), "no second reader") {
		t.Errorf("%v", err)
	}
	if _, err := of(time.Minute, Options{Reader: Native}, func() (Document, error) { panic("xref") }, opens()).file(); err == nil {
		t.Error("a panic gave no error")
	}
}
