package lattice

import (
	"strings"
	"testing"

	"fuhe/extract/page"
)

// thick draws double rules of 3 points with 3 between, as a word processor does: a stroke to each side of the border, those
// inside end 7.5 points before the inner stroke of the frame.
func (s *sheet) thick(xs, ys []float64) *sheet {
	strokes := func(places, along []float64, rule func(at, from, to float64)) {
		first, last := along[0], along[len(along)-1]
		for i, at := range places {
			for _, side := range []float64{-3, 3} {
				if i == 0 || i == len(places)-1 {
					rule(at+side, first-4.5, last+4.5)
					continue
				}
				for k := range len(along) - 1 {
					from, to := along[k]+1.5, along[k+1]-1.5
					if k == 0 {
						from = first + 10.5
					}
					if k == len(along)-2 {
						to = last - 10.5
					}
					rule(at+side, from, to)
				}
			}
		}
	}
	add := func(x0, y0, x1, y1 float64) {
		s.Rules = append(s.Rules, page.Rule{X0: x0, Y0: y0, X1: x1, Y1: y1, Thickness: 3})
	}
	strokes(ys, xs, func(y, x0, x1 float64) { add(x0, y, x1, y) })
	strokes(xs, ys, func(x, y0, y1 float64) { add(x, y0, x, y1) })
	return s
}

func TestThickDoubleRules(t *testing.T) {
	s := a4().thick([]float64{50, 150, 300, 500}, []float64{100, 122, 144, 166})
	words := [][]string{{"甲", "乙", "丙"}, {"1", "2", "3"}, {"4", "5", "6"}}
	for r, row := range words {
		for c, w := range row {
			s.text([]float64{60, 160, 310}[c], 114+22*float64(r), w)
		}
	}
	g := s.one(t)
	if g.Rows != 3 || g.Cols != 3 || g.Unsure != "" {
		t.Fatalf("%d × %d, unsure %q", g.Rows, g.Cols, g.Unsure)
	}
	for r, row := range words {
		for c, w := range row {
			if got := g.At(r, c).Text; got != w {
				t.Errorf("row %d column %d: %q, want %q", r, c, got, w)
			}
		}
	}
}

// A figure that rules were not understood around must not be missing without a word.
func TestTextBesideCellsIsSaid(t *testing.T) {
	inner := func() *sheet {
		return a4().lattice([]float64{100, 200, 300}, []float64{100, 120, 140}).text(110, 114, "8")
	}
	tests := []struct {
		name   string
		sheet  *sheet
		unsure bool
	}{
		{"none", inner(), false},
		{"between a table and the frame close around it", inner().lattice([]float64{90, 310}, []float64{84, 150}).text(110, 96, "9"), true},
		{"a frame close around and nothing between", inner().lattice([]float64{90, 310}, []float64{84, 150}), false},
		{"a title in a frame around title and table", inner().lattice([]float64{90, 310}, []float64{50, 150}).text(110, 80, "表"), false},
		{"a title above", inner().text(110, 90, "表"), false},
	}
	for _, tt := range tests {
		found := false
		for _, g := range tt.sheet.find(t) {
			found = found || strings.Contains(g.Unsure, "in no cell")
		}
		if found != tt.unsure {
			t.Errorf("text beside cells: %s: said %v, want %v", tt.name, found, tt.unsure)
		}
	}
}
