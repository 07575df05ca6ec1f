package shape

import (
	"encoding/binary"
	"os"
	"testing"
)

// ring draws a square with a square hole, units to the side, the hole moved up by so many.
func ring(units, up int) []byte {
	square := func(x0, y0, x1, y1 int, inner bool) [][2]int {
		if inner {
			return [][2]int{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}
		}
		return [][2]int{{x0, y0}, {x0, y1}, {x1, y1}, {x1, y0}}
	}
	points := append(square(0, 0, units, units, false), square(units/4, units/4+up, 3*units/4, 3*units/4+up, true)...)
	b := binary.BigEndian.AppendUint16(nil, 2)
	b = append(b, make([]byte, 8)...)
	b = binary.BigEndian.AppendUint16(b, 3)
	b = binary.BigEndian.AppendUint16(b, 7)
	b = binary.BigEndian.AppendUint16(b, 0) // no hints
	for range points {
		b = append(b, onCurve)
	}
	for axis := range 2 {
		at := 0
		for _, p := range points {
			b = binary.BigEndian.AppendUint16(b, uint16(int16(p[axis]-at)))
			at = p[axis]
		}
	}
	return b
}

func picture(t *testing.T, b []byte) *Picture {
	t.Helper()
	p, ok := draw(outline(b))
	if !ok {
		t.Fatal("not drawn")
	}
	return p
}

func TestAlikeAndUnlike(t *testing.T) {
	p := picture(t, ring(1000, 0))
	if q := picture(t, ring(2048, 0)); p.Unlike(q) {
		t.Error("the same shape in other units is unlike")
	}
	if q := picture(t, ring(1000, 20)); p.Unlike(q) {
		t.Error("a shape that differs by a fiftieth is unlike")
	}
	if q := picture(t, ring(1000, 240)); !p.Unlike(q) {
		t.Error("a hole elsewhere is alike")
	}
}

// The ten digits of a face are unlike each other, and each is like itself in another weight's size.
func TestDigitsOfAFace(t *testing.T) {
	raw, err := os.ReadFile("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
	if err != nil {
		t.Skip("no DejaVu Sans on this machine")
	}
	f, ok := Parse(raw)
	if !ok {
		t.Fatal("not parsed")
	}
	var all [10]*Picture
	for d := range all {
		p, ok := f.Picture(f.Glyph('0' + byte(d)))
		if !ok {
			t.Fatalf("%d is not drawn", d)
		}
		all[d] = p
	}
	for a := range all {
		for b := range a {
			if !all[a].Unlike(all[b]) {
				t.Errorf("%d and %d are alike", a, b)
			}
		}
	}
}

func FuzzPicture(f *testing.F) {
	f.Add(ring(1000, 0))
	f.Add([]byte{0, 1, 0, 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		if contours := outline(b); len(contours) > 0 {
			draw(contours)
		}
		if font, ok := Parse(b); ok {
			font.Picture(0)
			font.Glyph('0')
		}
	})
}
