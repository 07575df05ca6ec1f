package bitmap

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"testing"
)

// sheet is a white page of w × h pixels with black boxes.
func sheet(w, h int, boxes ...image.Rectangle) Grey {
	g := NewGrey(w, h)
	for _, b := range boxes {
		for y := b.Min.Y; y < b.Max.Y; y++ {
			for x := b.Min.X; x < b.Max.X; x++ {
				g.Pix[y*w+x] = 0
			}
		}
	}
	return g
}

// A grey ground is no ink, writing on it is.
func TestInkOnAGreyGround(t *testing.T) {
	g := sheet(200, 100, image.Rect(100, 40, 104, 60))
	for y := range 100 {
		for x := range 100 {
			g.Pix[y*200+x+100] = max(0, min(g.Pix[y*200+x+100], 170))
		}
	}
	k := g.Ink(40)
	if n := k.In(image.Rect(100, 40, 104, 60)); n != 80 {
		t.Errorf("%d of 80 pixels of the stroke are ink", n)
	}
	if n := k.In(image.Rect(120, 5, 195, 95)); n != 0 {
		t.Errorf("%d pixels of the ground are ink", n)
	}
}

// The angle of a page of rules is found to a fiftieth of a degree, and turning it back lays them straight.
func TestAngle(t *testing.T) {
	for _, want := range []float64{0, 0.3, -0.72, 1.5, -2.6} {
		var rows []image.Rectangle
		for y := 60; y < 540; y += 40 {
			rows = append(rows, image.Rect(50, y, 750, y+3))
		}
		straight := sheet(800, 600, rows...)
		turned := straight.Rotated(want)
		k := turned.Ink(40)
		got := k.Angle()
		if math.Abs(got-want) > 0.06 {
			t.Errorf("turned by %g°, found %g°", want, got)
		}
		back := turned.Rotated(-got)
		k = back.Ink(40)
		if n := len(k.Rules(2)); n != len(rows) {
			t.Errorf("turned by %g°: %d of %d rules found", want, n, len(rows))
		}
	}
}

// A table of three rows and two columns has seven rules; the strokes of a character in it have none.
func TestRules(t *testing.T) {
	g := sheet(400, 300,
		image.Rect(20, 20, 380, 22), image.Rect(20, 100, 380, 102), image.Rect(20, 180, 380, 182), image.Rect(20, 260, 380, 262),
		image.Rect(20, 20, 22, 262), image.Rect(200, 20, 202, 262), image.Rect(378, 20, 380, 262),
		image.Rect(60, 60, 76, 62), image.Rect(67, 50, 69, 76), // 十
	)
	k := g.Ink(40)
	rules := k.Rules(2)
	level := 0
	for _, r := range rules {
		if r.Level {
			level++
		}
		if r.Thick() != 2 {
			t.Errorf("rule %v is %d thick", r.Box, r.Thick())
		}
	}
	if len(rules) != 7 || level != 4 {
		t.Errorf("%d rules, %d of them level: %v", len(rules), level, rules)
	}
}

// A short upright between two level rules is one, the same stroke by itself is none.
func TestShortRules(t *testing.T) {
	g := sheet(400, 200, image.Rect(20, 20, 380, 22), image.Rect(20, 46, 380, 48), image.Rect(100, 20, 102, 48), image.Rect(200, 100, 202, 126))
	k := g.Ink(40)
	upright := 0
	for _, r := range k.Rules(2) {
		if !r.Level {
			upright++
			if r.Box.Min.X != 100 {
				t.Errorf("a stroke is taken for a rule: %v", r.Box)
			}
		}
	}
	if upright != 1 {
		t.Errorf("%d upright rules", upright)
	}
}

// 二 is one line of writing, two rows of characters are two, and dust is none.
func TestLines(t *testing.T) {
	g := sheet(200, 200, image.Rect(20, 20, 40, 23), image.Rect(16, 37, 44, 40), image.Rect(20, 80, 60, 104), image.Rect(20, 112, 60, 136), image.Rect(150, 170, 151, 171))
	k := g.Ink(40)
	lines := k.Lines(image.Rect(0, 0, 200, 200), 24)
	want := []image.Rectangle{image.Rect(16, 20, 44, 40), image.Rect(20, 80, 60, 104), image.Rect(20, 112, 60, 136)}
	if len(lines) != len(want) {
		t.Fatalf("lines %v", lines)
	}
	for i := range want {
		if lines[i] != want[i] {
			t.Errorf("line %d: %v, want %v", i, lines[i], want[i])
		}
	}
}

// The parts of % are one piece, a digit and a point beside it two.
func TestPieces(t *testing.T) {
	g := sheet(100, 40, image.Rect(10, 5, 20, 30), image.Rect(24, 26, 28, 30),
		image.Rect(40, 5, 46, 12), image.Rect(43, 5, 50, 30), image.Rect(48, 22, 54, 30))
	k := g.Ink(20)
	got := k.Pieces(image.Rect(0, 0, 100, 40))
	want := []image.Rectangle{image.Rect(10, 5, 20, 30), image.Rect(24, 26, 28, 30), image.Rect(40, 5, 54, 30)}
	if len(got) != 3 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("pieces %v, want %v", got, want)
	}
}

// Red ink is taken out of the grey and told apart; black under it stays.
func TestColouredInk(t *testing.T) {
	p := image.NewRGBA(image.Rect(0, 0, 20, 10))
	draw.Draw(p, p.Rect, image.White, image.Point{}, draw.Src)
	p.Set(3, 3, color.RGBA{220, 30, 30, 255})
	p.Set(7, 7, color.RGBA{20, 10, 10, 255})
	grey, coloured := Of(p)
	k := coloured.Dark()
	if !k.At(3, 3) || k.At(7, 7) || k.At(0, 0) {
		t.Error("coloured ink is not told apart")
	}
	if grey.At(3, 3) < 200 || grey.At(7, 7) > 30 {
		t.Errorf("red %d, black %d", grey.At(3, 3), grey.At(7, 7))
	}
}

// A quarter turn four times over is none, and one brings the top to the right.
func TestTurned(t *testing.T) {
	g := sheet(30, 20, image.Rect(2, 3, 9, 4))
	if once := g.Turned(1); once.Wide != 20 || once.At(16, 2) != 0 || once.At(16, 8) != 0 {
		t.Error("a quarter turn clockwise does not bring the top to the right")
	}
	if four := g.Turned(4); string(four.Pix) != string(g.Pix) {
		t.Error("four quarter turns change the page")
	}
}

// A part scaled up or down keeps how dark it is on the whole.
func TestScaled(t *testing.T) {
	g := sheet(100, 100, image.Rect(25, 25, 75, 75))
	for _, high := range []int{10, 48, 200} {
		pix := g.Scaled(image.Rect(0, 0, 100, 100), high)
		sum := 0
		for _, p := range pix {
			sum += int(p)
		}
		if mean := float64(sum) / float64(len(pix)); math.Abs(mean-0.75*255) > 3 {
			t.Errorf("%d high: mean %g, want %g", high, mean, 0.75*255)
		}
	}
}

// Whatever is drawn, rules and lines stand within the page.
func FuzzPage(f *testing.F) {
	f.Add([]byte{1, 2, 3, 255, 0, 9}, uint8(7))
	f.Add([]byte{0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}, uint8(12))
	f.Fuzz(func(t *testing.T, bits []byte, wide uint8) {
		w := int(wide)%200 + 1
		h := min(200, 8*len(bits)/w)
		if h < 1 {
			return
		}
		g := NewGrey(w, h)
		for i := range g.Pix {
			if bits[i/8]&(1<<(i%8)) != 0 {
				g.Pix[i] = 0
			}
		}
		page := image.Rect(0, 0, w, h)
		k := g.Ink(20)
		g.Rotated(k.Angle())
		for _, r := range k.Rules(0.2) {
			if r.Box.Empty() || !r.Box.In(page) {
				t.Fatalf("rule %v on a page of %d × %d", r.Box, w, h)
			}
		}
		for _, b := range append(k.Lines(page, 10), k.Pieces(page)...) {
			if b.Empty() || !b.In(page) {
				t.Fatalf("writing %v on a page of %d × %d", b, w, h)
			}
		}
	})
}
