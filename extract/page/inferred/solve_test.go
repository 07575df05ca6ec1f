package inferred

import (
	"slices"
	"testing"
)

// at are lines of 10 points at heights.
func at(bases ...float64) []line {
	var out []line
	for _, b := range bases {
		out = append(out, line{base: b, x0: 0, x1: 40, size: 10, unit: 10})
	}
	return out
}

func TestLinesGoToTheRowTheyAreCentredOn(t *testing.T) {
	// Three rows; the text of the second is broken in two around its line, that of the third in three.
	s := solver{lines: at(100, 124, 136, 158, 170, 182), rows: []float64{100, 130, 170}, tight: 30, width: 45, pitch: 17, most: maxTextLines, how: centred}
	got, ok := s.solve()
	if want := []int{0, 1, 1, 2, 2, 2}; !ok || !slices.Equal(got, want) {
		t.Errorf("%v %v, want %v", got, ok, want)
	}
}

func TestALineOnNoRowIsRefused(t *testing.T) {
	for _, how := range []setting{centred, fromTop, toBottom} {
		s := solver{lines: at(100, 145, 170), rows: []float64{100, 170}, tight: 70, width: 45, pitch: 17, most: maxTextLines, how: how}
		if got, ok := s.solve(); ok {
			t.Errorf("setting %d: a line 45 points below its row and 25 above the next was given to %v", how, got)
		}
	}
}

// Rows as close as lines: a short line in a row without points is no second line of the row above.
func TestAShortLineInItsOwnRowIsNotGlued(t *testing.T) {
	s := solver{lines: at(100, 114, 128), rows: []float64{100, 128}, tight: 14, width: 80, pitch: 17, most: maxTextLines, how: fromTop}
	if got, ok := s.solve(); ok {
		t.Errorf("a line that would have fitted on the one before was given to %v", got)
	}
}

func divide(how setting, bases [][2]float64, rows ...float64) ([]span, bool) {
	d := divider{t: &table{rows: rows}, how: how}
	d.bands = append(d.bands, rows[0]-15)
	for i := 1; i < len(rows); i++ {
		d.bands = append(d.bands, (rows[i-1]+rows[i])/2-5)
	}
	d.bands = append(d.bands, rows[len(rows)-1]+5)
	for _, b := range bases {
		d.groups = append(d.groups, []piece{{base: b[0], size: 10}, {base: b[1], size: 10}})
	}
	ways := d.divide()
	if len(ways) != 1 {
		return nil, false
	}
	return ways[0], true
}

func TestGroupsStandInTheMiddleOfTheirRows(t *testing.T) {
	// Five rows, 20 apart: a group of three around the second, one of two between the fourth and the fifth.
	got, ok := divide(centred, [][2]float64{{114, 126}, {164, 176}}, 100, 120, 140, 160, 180)
	if !ok || len(got) != 2 || got[0].to != 3 || got[1].from != 3 || got[1].to != 5 {
		t.Errorf("%+v %v", got, ok)
	}
	if got, ok := divide(centred, [][2]float64{{109, 121}, {159, 171}}, 100, 120, 140, 160, 180); ok {
		t.Errorf("groups between two places were given %+v", got)
	}
}

func TestGroupsBeginOnTheirFirstRow(t *testing.T) {
	got, ok := divide(fromTop, [][2]float64{{100, 112}, {160, 172}}, 100, 120, 140, 160, 180)
	if !ok || len(got) != 2 || got[0].to != 3 || got[1].to != 5 {
		t.Errorf("%+v %v", got, ok)
	}
}
