package lattice

import (
	"testing"

	"fuhe"
	"fuhe/extract/page"
)

// TestFramesInAnotherInk: a red frame on a black grid of rows 20 high and columns 100 wide is laid on it where its corners are on no
// line; one that rules cells, or replaces the black lines round them, is the table's.
func TestFramesInAnotherInk(t *testing.T) {
	for name, c := range map[string]struct {
		box     fuhe.Box
		replace bool // the black lines under it are not drawn
		stamp   bool
	}{
		"inside, over a line":       {fuhe.Box{120, 110, 180, 150}, false, true},
		"right border within reach": {fuhe.Box{260, 113, 301, 150}, false, true},
		"right border met exactly":  {fuhe.Box{260, 113, 300, 150}, false, true},
		"last line near the top":    {fuhe.Box{220, 196, 260, 240}, false, true},
		"on a corner of the table":  {fuhe.Box{270, 170, 320, 220}, false, true},
		"round a cell":              {fuhe.Box{100, 100, 200, 120}, false, false},
		"in place of its lines":     {fuhe.Box{100, 100, 200, 120}, true, false},
		"in place, cells in corner": {fuhe.Box{0, 0, 200, 60}, true, false},
		"in place, a whole row":     {fuhe.Box{0, 100, 300, 120}, true, false},
		"in place, whole columns":   {fuhe.Box{100, 0, 200, 200}, true, false},
		"within a cell":             {fuhe.Box{110, 103, 150, 117}, false, false},
		"round the table":           {fuhe.Box{-3, -3, 303, 203}, false, false},
	} {
		rules := framedGrid(c.box, c.replace)
		kept, stamps, doubtful := new(desk).withoutLaid(rules, 4.5, 0.5)
		want, left := 0, len(rules)
		if c.stamp {
			want, left = 1, len(rules)-4
		}
		if len(stamps) != want || len(kept) != left || len(doubtful) != 0 {
			t.Errorf("%s: stamps %v, in doubt %v, kept %d rules of %d", name, stamps, doubtful, len(kept), len(rules))
		}
	}
}

// framedGrid is a black grid of 3 columns and 10 rows with a red frame on it, or in place of what lies under it.
func framedGrid(b fuhe.Box, replace bool) (out []page.Rule) {
	add := func(r page.Rule) { r.Thickness = 0.5; out = append(out, r) }
	// A rule is left out where the frame runs.
	parted := func(from, to, at, near, far, start, end float64, draw func(from, to float64)) {
		if replace && (at == near || at == far) {
			if from < start {
				draw(from, start)
			}
			if end < to {
				draw(end, to)
			}
			return
		}
		draw(from, to)
	}
	for y := 0.0; y <= 200; y += 20 {
		parted(0, 300, y, b[1], b[3], b[0], b[2], func(from, to float64) { add(page.Rule{X0: from, X1: to, Y0: y, Y1: y}) })
	}
	for x := 0.0; x <= 300; x += 100 {
		parted(0, 200, x, b[0], b[2], b[1], b[3], func(from, to float64) { add(page.Rule{X0: x, X1: x, Y0: from, Y1: to}) })
	}
	const red = 0xFF0000
	for _, x := range []float64{b[0], b[2]} {
		add(page.Rule{X0: x, X1: x, Y0: b[1], Y1: b[3], Ink: red})
	}
	for _, y := range []float64{b[1], b[3]} {
		add(page.Rule{X0: b[0], X1: b[2], Y0: y, Y1: y, Ink: red})
	}
	return out
}
