package lattice

import (
	"math"
	"slices"
	"testing"

	"fuhe/extract/page"
)

var (
	xs3 = []float64{100, 200, 300, 400}
	ys3 = []float64{100, 120, 140, 160}
)

// filled writes a number into each position of the 3 × 3 lattice.
func filled(s *sheet) *sheet {
	for r := range 3 {
		for c := range 3 {
			s.text(xs3[c]+5, ys3[r]+14, string(rune('1'+3*r+c)))
		}
	}
	return s
}

const filled3 = `
	| 1 | 2 | 3 |
	| 4 | 5 | 6 |
	| 7 | 8 | 9 |`

// wholeLines draws the grid of three by three by whole lines.
func wholeLines(s *sheet) { s.lattice(xs3, ys3) }

// rulesHoweverDrawnCases are the cases of TestRulesHoweverDrawn.
var rulesHoweverDrawnCases = map[string]func(s *sheet){
	"whole lines": wholeLines,
	"drawn twice": func(s *sheet) { wholeLines(s); wholeLines(s) },
	"a rectangle for each cell": func(s *sheet) {
		for r := range 3 {
			for c := range 3 {
				s.lattice(xs3[c:c+2], ys3[r:r+2])
			}
		}
	},
	"cells with spacing between": func(s *sheet) {
		for r := range 3 {
			for c := range 3 {
				s.lattice([]float64{xs3[c] + 1, xs3[c+1] - 1}, []float64{ys3[r] + 1, ys3[r+1] - 1})
			}
		}
	},
	"double rules around": func(s *sheet) {
		wholeLines(s)
		s.lattice([]float64{97, 403}, []float64{97, 163})
	},
	"dashes": func(s *sheet) {
		for _, y := range ys3 {
			for x := 100.0; x < 400; x += 6 {
				s.across(y, x, min(x+3, 400))
			}
		}
		for _, x := range xs3 {
			for y := 100.0; y < 160; y += 6 {
				s.down(x, y, y+3)
			}
		}
	},
	"square dots": func(s *sheet) {
		dot := func(x, y float64) {
			s.Rules = append(s.Rules, page.Rule{X0: x - 0.3, Y0: y, X1: x + 0.3, Y1: y, Thickness: 0.6})
		}
		for _, y := range ys3 {
			for x := 100.0; x <= 400; x += 1.2 {
				dot(x, y)
			}
		}
		for _, x := range xs3 {
			for y := 100.0; y <= 160; y += 1.2 {
				dot(x, y)
			}
		}
	},
	"corners that do not meet": func(s *sheet) {
		for _, y := range ys3 {
			for c := range 3 {
				s.across(y, xs3[c]+1.5, xs3[c+1]-1.5)
			}
		}
		for _, x := range xs3 {
			for r := range 3 {
				s.down(x, ys3[r]+1.5, ys3[r+1]-1.5)
			}
		}
	},
	"rules a little off from row to row": func(s *sheet) {
		for _, y := range ys3 {
			s.across(y, 100, 400)
		}
		for r := range 3 {
			for _, x := range xs3 {
				s.down(x+float64(r)-1, ys3[r], ys3[r+1])
			}
		}
	},
	"underlines in cells": func(s *sheet) {
		wholeLines(s)
		s.across(116, 105, 130)
		s.across(136, 210, 290)
		s.across(156, 102, 170) // begins near the border
	},
	"open to the left and right": func(s *sheet) {
		for _, y := range ys3 {
			s.across(y, 100, 400)
		}
		s.down(200, 100, 160).down(300, 100, 160)
	},
	"open above and below": func(s *sheet) {
		for _, x := range xs3 {
			s.down(x, 100, 160)
		}
		s.across(120, 100, 400).across(140, 100, 400)
	},
	"open on all sides": func(s *sheet) {
		s.down(200, 100, 160).down(300, 100, 160).across(120, 100, 400).across(140, 100, 400)
	},
	"a rule that overshoots": func(s *sheet) {
		wholeLines(s)
		s.across(120, 60, 500)
	},
}

func TestRulesHoweverDrawn(t *testing.T) {
	for name, draw := range rulesHoweverDrawnCases {
		t.Run(name, func(t *testing.T) {
			s := a4()
			draw(s)
			same(t, filled(s).one(t), filled3)
		})
	}
}

func TestSpans(t *testing.T) {
	s := a4()
	for _, y := range []float64{100, 160} {
		s.across(y, 100, 400)
	}
	s.across(120, 100, 400).across(140, 200, 400) // the first column of rows 2 and 3 is one
	s.down(100, 100, 160).down(400, 100, 160).down(200, 100, 160).down(300, 120, 160)
	s.text(110, 114, "项目").text(210, 114, "资金").text(110, 144, "总额").text(210, 134, "1").text(310, 134, "2").text(210, 154, "3")
	g := s.one(t)
	same(t, g, `
		| 项目 | 资金 | < |
		| 总额 | 1 | 2 |
		| ^ | 3 | |`)
	if want := []float64{100, 200, 300, 400}; !slices.EqualFunc(g.Edges, want, near) {
		t.Errorf("edges %v, want %v", g.Edges, want)
	}
	if b := g.At(1, 0).At.Box; !slices.EqualFunc(b[:], []float64{100, 120, 200, 160}, near) {
		t.Errorf("box of A2:A3 %v", b)
	}
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.5 }

// A rule that stops half way leaves a room that is no rectangle; nothing may be lost or counted twice.
func TestRoomThatIsNoRectangle(t *testing.T) {
	s := a4().lattice([]float64{100, 400}, []float64{100, 160})
	s.across(120, 100, 400).across(140, 200, 400).down(200, 140, 160).down(300, 100, 160)
	s.text(110, 134, "上").text(110, 154, "下").text(210, 154, "右")
	g := s.one(t)
	var all string
	for _, c := range g.Cells {
		all += c.Text
	}
	if len([]rune(all)) != 3 {
		t.Errorf("texts %q", all)
	}
	covered := 0
	for _, c := range g.Cells {
		covered += c.RowSpan * c.ColSpan
	}
	if covered != g.Rows*g.Cols {
		t.Errorf("%d of %d positions covered", covered, g.Rows*g.Cols)
	}
}

func TestNoTables(t *testing.T) {
	tests := map[string]*sheet{
		"nothing":               a4(),
		"underline":             a4().across(100, 100, 300).text(110, 98, "标题"),
		"page border":           a4().lattice([]float64{20, 575}, []float64{20, 820}).text(100, 15, "页眉").text(100, 400, "正文"),
		"framed note below":     a4().text(100, 90, "正文").lattice([]float64{100, 500}, []float64{300, 360}).text(110, 320, "注意"),
		"a corner":              a4().down(100, 100, 200).across(100, 100, 300).across(200, 100, 110).down(300, 100, 110),
		"rules without columns": a4().across(100, 100, 400).across(120, 100, 400).text(110, 114, "一").text(210, 114, "二"),
	}
	for name, s := range tests {
		t.Run(name, func(t *testing.T) {
			if g := s.find(t); len(g) > 0 {
				t.Errorf("found %+v", g)
			}
		})
	}
}

// The rest of a long cell may be alone on its page.
func TestFrameThatMayContinue(t *testing.T) {
	g := a4().lattice([]float64{100, 500}, []float64{70, 200}).text(110, 90, "其余的目标").one(t)
	same(t, g, `| 其余的目标 |`)
}
