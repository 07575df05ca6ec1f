package typeset

import (
	"testing"

	"fuhe"
	"fuhe/extract/page"
)

// set is a line of glyphs five points wide and ten high, from x on at a baseline.
func set(x, base float64, text string) []Glyph {
	var out []Glyph
	for i, r := range []rune(text) {
		at := x + 5*float64(i)
		out = append(out, Glyph{Glyph: &page.Glyph{Text: string(r), Box: fuhe.Box{at, base - 8, at + 5, base + 2}, Base: base, Size: 10}})
	}
	return out
}

func TestDigits(t *testing.T) {
	join := func(parts ...[]Glyph) (out []Glyph) {
		for _, p := range parts {
			out = append(out, p...)
		}
		return out
	}
	for _, c := range []struct {
		name        string
		glyphs      []Glyph
		runs, count int
	}{
		{"one figure", set(0, 10, "1,234.50"), 1, 6},
		{"two in a line", join(set(0, 10, "12"), set(40, 10, "34")), 2, 4},
		{"two one under the other", join(set(0, 10, "12"), set(0, 24, "34")), 2, 4},
		{"drawn out of order", join(set(5, 10, "2"), set(0, 10, "1")), 1, 2},
		{"faux bold", join(set(0, 10, "12"), set(0.4, 10, "12")), 1, 2},
		{"twin digits", set(0, 10, "1100"), 1, 4},
		{"words between", set(0, 10, "第3页共12页"), 2, 3},
		{"no digits", set(0, 10, "合计"), 0, 0},
		{"baselines that differ a little", join(set(0, 10.4, "1"), set(5, 9.8, "2"), set(10, 10.2, "3")), 1, 3},
	} {
		d := new(Desk)
		if got := d.Digits(c.glyphs, d.Order(c.glyphs)); got.Runs != c.runs || got.Count != c.count {
			t.Errorf("%s: %+v, want %d runs, %d digits", c.name, got, c.runs, c.count)
		}
	}
}
