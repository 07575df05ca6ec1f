package lattice

import (
	"testing"
	"time"

	"fuhe"
	"fuhe/extract/page"
	"fuhe/extract/work"
)

func TestBudget(t *testing.T) {
	s := a4()
	s.Rules = make([]page.Rule, maxRules+1)
	if _, err := Find(s.Page); err == nil {
		t.Error("too many rules were taken")
	}
	s = a4()
	for i := range 700 {
		s.across(float64(10*i), 0, 7000).down(float64(10*i), 0, 7000)
	}
	if _, err := Find(s.Page); err == nil {
		t.Error("a table of 490 000 cells was taken")
	}
}

// Pages made to cost time: everything at one place, everything on one line, a mesh of rules.
func TestHostilePages(t *testing.T) {
	const many = 100_000
	tests := map[string]func(i int) (page.Glyph, page.Rule){
		"all at one place": func(i int) (page.Glyph, page.Rule) {
			return page.Glyph{Text: string(rune('0' + i%10)), Box: fuhe.Box{110, 105, 115, 115}, Base: 113, Size: 10}, page.Rule{X0: 100, X1: 300, Y0: 100, Y1: 100}
		},
		"all on one line": func(i int) (page.Glyph, page.Rule) {
			x := float64(i%9973) / 30
			return page.Glyph{Text: "8", Box: fuhe.Box{x, 105, x + 5, 115}, Base: 113, Size: 10}, page.Rule{X0: x, X1: x, Y0: 0, Y1: 800}
		},
		"all under each other": func(i int) (page.Glyph, page.Rule) {
			y := float64(i) / 100
			return page.Glyph{Text: "8", Box: fuhe.Box{110, y, 111, y + 1}, Base: y + 1, Size: 1}, page.Rule{X0: 100, X1: 300, Y0: float64(i%5000) * 3, Y1: float64(i%5000) * 3}
		},
		"mesh": func(i int) (page.Glyph, page.Rule) {
			x, y := float64(i%700), float64(i/700*5)
			return page.Glyph{Text: "8", Box: fuhe.Box{x, y, x + 5, y + 5}, Base: y, Size: 5}, page.Rule{X0: 0, X1: 700 + x, Y0: y, Y1: y}
		},
	}
	for name, draw := range tests {
		t.Run(name, func(t *testing.T) {
			s := a4().lattice(xs3, ys3)
			for i := range many {
				g, r := draw(i)
				s.Glyphs, s.Rules = append(s.Glyphs, g), append(s.Rules, r)
			}
			start := work.Start()
			_, err := Find(s.Page)
			if d := start.Spent(); d > 60*time.Second {
				t.Errorf("took %s", d)
			}
			t.Log(start.Spent(), err)
		})
	}
}
