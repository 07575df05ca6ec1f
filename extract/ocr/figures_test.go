package ocr

import (
	"image"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/ocr/bitmap"
	"fuhe/extract/ocr/recogniser"
	"fuhe/extract/page"
)

// drawn is a leaf with black boxes on it, a pixel a point, and one cell.
func drawn(whole, touch bool, boxes ...image.Rectangle) *leaf {
	grey := bitmap.NewGrey(100, 40)
	for _, b := range boxes {
		for y := b.Min.Y; y < b.Max.Y; y++ {
			for x := b.Min.X; x < b.Max.X; x++ {
				grey.Pix[y*100+x] = 0
			}
		}
	}
	return &leaf{wide: 100, high: 40, scale: 1, grey: grey, ink: grey.Dark(), coloured: bitmap.NewInk(100, 40), usual: 20,
		cells: []cell{{image.Rect(0, 0, 100, 40), whole, touch}}}
}

// A dash is told by its shape, a long one from a short one; a square and a digit are none.
func TestBar(t *testing.T) {
	for _, c := range []struct {
		box  image.Rectangle
		want string
	}{
		{image.Rect(10, 20, 30, 22), "—"}, {image.Rect(10, 20, 17, 22), "-"}, {image.Rect(10, 20, 13, 23), ""}, {image.Rect(10, 5, 20, 25), ""},
	} {
		if got := drawn(true, false, c.box).bar(c.box); got != c.want {
			t.Errorf("%v is %q, want %q", c.box, got, c.want)
		}
	}
}

// What speaks against a figure before anything is recognised: borders, edges, colours.
func TestDoubts(t *testing.T) {
	n := line{box: image.Rect(10, 10, 30, 30)}
	stamped := drawn(true, false)
	stamped.coloured.Bits[20*100+20] = true
	for _, c := range []struct {
		l    *leaf
		want *fuhe.Phrase
	}{{drawn(false, false), fuhe.DoubtBorders}, {drawn(true, true), fuhe.DoubtEdge}, {stamped, fuhe.DoubtStamped}, {drawn(true, false), nil}} {
		if got := c.l.doubtOf(n); got != c.want {
			t.Errorf("%v, want %v", got, c.want)
		}
	}
}

// A figure whose characters are not as many as the pieces of ink is in doubt: 0.0 read where 0.00 stands.
func TestPiecesAreCounted(t *testing.T) {
	l := drawn(true, false, image.Rect(10, 10, 20, 30), image.Rect(24, 26, 28, 30), image.Rect(32, 10, 42, 30), image.Rect(46, 10, 56, 30))
	n := line{box: image.Rect(10, 10, 56, 30)}
	for i, text := range []string{"0", ".", "0"} {
		n.characters = append(n.characters, recogniser.Character{Text: text, Sure: 1, From: 20 * i, To: 20*i + 10})
	}
	if got := l.doubtOf(n); got != fuhe.DoubtRecognised {
		t.Errorf("%v", got)
	}
}

// Doubts go to the cell they lie in, where it holds a figure; cells stand where they do on the page as it is shown.
func TestMark(t *testing.T) {
	r := Reading{Page: page.Page{Width: 600, Height: 800}, quarter: 1,
		doubts: []doubt{{box: fuhe.Box{110, 110, 130, 120}, why: fuhe.DoubtStamped}, {box: fuhe.Box{310, 110, 330, 120}, why: fuhe.DoubtStamped}, {box: fuhe.Box{110, 210, 130, 220}, why: fuhe.DoubtFaint, always: true}}}
	at := func(x, y float64) fuhe.Source { return fuhe.Source{Page: 1, Box: fuhe.Box{x, y, x + 100, y + 50}} }
	grids := r.Mark([]grid.Grid{{Cells: []grid.Cell{{Text: "9.50", At: at(100, 100)}, {Text: "9.50", At: at(200, 100)}, {Text: "数量指标", At: at(300, 100)}, {At: at(100, 200)}}}})
	want := []*fuhe.Phrase{fuhe.DoubtStamped, nil, nil, fuhe.DoubtFaint}
	for i, c := range grids[0].Cells {
		if c.Doubt != want[i] {
			t.Errorf("cell %d: %v, want %v", i, c.Doubt, want[i])
		}
	}
	// A page turned by a quarter clockwise to stand upright: its top left is the bottom left of what is shown.
	if got, want := grids[0].Cells[0].At.Box, (fuhe.Box{100, 400, 150, 500}); got != want {
		t.Errorf("box %v, want %v", got, want)
	}
	if !grids[0].Scanned {
		t.Error("the table is not marked as scanned")
	}
}

// A text layer that says another figure speaks against it; one that groups it differently, or says nothing there, does not.
func TestLayer(t *testing.T) {
	var layer []page.Glyph
	for i, c := range "1,234.50" {
		layer = append(layer, page.Glyph{Text: string(c), Box: fuhe.Box{float64(10 + 6*i), 10, float64(16 + 6*i), 20}, Base: 18, Size: 10, Hidden: true})
	}
	cell := fuhe.Box{0, 0, 100, 30}
	for text, want := range map[string]bool{"1234.50": false, "1,234.50": false, "1234.60": true} {
		if differs(layer, cell, text) != want {
			t.Errorf("%s: differs %v", text, !want)
		}
	}
	if differs(layer, fuhe.Box{200, 0, 300, 30}, "5") {
		t.Error("a layer that says nothing differs")
	}
}
