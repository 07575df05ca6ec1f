package pdfium

import (
	"testing"

	"fuhe"
	"fuhe/extract/page"
)

// rulesAndShadesCases are the cases of TestRulesAndShades.
var rulesAndShadesCases = map[string]struct {
	content string
	rules   []page.Rule
	shades  []fuhe.Box
}{
	"stroke":                      {"2 w 10 20 m 60 20 l S", []page.Rule{{X0: 10, Y0: 80, X1: 60, Y1: 80, Thickness: 2}}, nil},
	"hairline":                    {"0 w 10 20 m 10 70 l S", []page.Rule{{X0: 10, Y0: 30, X1: 10, Y1: 80}}, nil},
	"square caps":                 {"2 w 2 J 10 20 m 60 20 l S", []page.Rule{{X0: 9, Y0: 80, X1: 61, Y1: 80, Thickness: 2}}, nil},
	"thin fill":                   {"10 19.5 50 1 re f", []page.Rule{{X0: 10, Y0: 80, X1: 60, Y1: 80, Thickness: 1}}, nil},
	"thin fill upwards":           {"10 20 1 50 re f", []page.Rule{{X0: 10.5, Y0: 30, X1: 10.5, Y1: 80, Thickness: 1}}, nil},
	"mitred side of a border":     {"10 20 m 60 20 l 59 19 l 11 19 l h f", []page.Rule{{X0: 10, Y0: 80.5, X1: 60, Y1: 80.5, Thickness: 1}}, nil},
	"shade":                       {".8 g 10 20 50 30 re f", nil, []fuhe.Box{{10, 50, 60, 80}}},
	"white fill":                  {"1 g 10 20 50 30 re f", nil, nil},
	"white rule":                  {"1 G 10 20 m 60 20 l S", nil, nil},
	"white rule on a dark head":   {"0 0 .5 rg 10 20 50 30 re f 1 G 30 20 m 30 50 l S", []page.Rule{{X0: 30, Y0: 50, X1: 30, Y1: 80, Thickness: 1}}, []fuhe.Box{{10, 50, 60, 80}}},
	"clip":                        {"10 20 50 30 re W n", nil, nil},
	"fill seen through a clip":    {"10 20 50 1 re W n 0 0 200 100 re f", []page.Rule{{X0: 10, Y0: 79.5, X1: 60, Y1: 79.5, Thickness: 1}}, nil},
	"rule painted over":           {"10 20 m 60 20 l S 1 g 0 10 100 20 re f", nil, nil},
	"rules at the edge of a fill": {"10 20 m 60 20 l S .8 g 10 20 50 30 re f", []page.Rule{{X0: 10, Y0: 80, X1: 60, Y1: 80, Thickness: 1}}, []fuhe.Box{{10, 50, 60, 80}}},
	"border of two fills": {"10 20 50 30 re f .9 g 11 21 48 28 re f", []page.Rule{
		{X0: 10, Y0: 50.5, X1: 60, Y1: 50.5, Thickness: 1}, {X0: 10, Y0: 79.5, X1: 60, Y1: 79.5, Thickness: 1},
		{X0: 10.5, Y0: 50, X1: 10.5, Y1: 80, Thickness: 1}, {X0: 59.5, Y0: 50, X1: 59.5, Y1: 80, Thickness: 1}}, []fuhe.Box{{11, 51, 59, 79}, {11, 51, 59, 79}}},
	"slanted":      {"10 20 m 60 60 l S", nil, nil},
	"curve":        {"10 20 m 20 30 30 30 40 20 c S", nil, nil},
	"thick stroke": {".9 G 20 w 10 30 m 60 30 l S", nil, []fuhe.Box{{10, 60, 60, 80}}},
	"off the page": {"10 500 m 60 500 l S", nil, nil},
	"scaled":       {"2 0 0 4 0 0 cm 1 w 5 5 m 30 5 l S", []page.Rule{{X0: 10, Y0: 80, X1: 60, Y1: 80, Thickness: 4}}, nil},
	"stroked rectangle": {"10 20 50 30 re S", []page.Rule{
		{X0: 10, Y0: 80, X1: 60, Y1: 80, Thickness: 1}, {X0: 60, Y0: 50, X1: 60, Y1: 80, Thickness: 1},
		{X0: 10, Y0: 50, X1: 60, Y1: 50, Thickness: 1}, {X0: 10, Y0: 50, X1: 10, Y1: 80, Thickness: 1}}, nil},
	"rectangle with a hole": {"10 20 50 30 re 11 21 48 28 re f*", []page.Rule{
		{X0: 10, Y0: 50.5, X1: 60, Y1: 50.5, Thickness: 1}, {X0: 10, Y0: 79.5, X1: 60, Y1: 79.5, Thickness: 1},
		{X0: 10.5, Y0: 50, X1: 10.5, Y1: 80, Thickness: 1}, {X0: 59.5, Y0: 50, X1: 59.5, Y1: 80, Thickness: 1}}, nil},
}

// The same shapes as different producers draw them.
func TestRulesAndShades(t *testing.T) {
	for name, c := range rulesAndShadesCases {
		t.Run(name, func(t *testing.T) {
			p := firstPage(t, drawn(c.content, ""))
			if len(p.Rules) != len(c.rules) || len(p.Shades) != len(c.shades) {
				t.Fatalf("rules %v, shades %v", p.Rules, p.Shades)
			}
			for _, want := range c.rules {
				if !has(p.Rules, want) {
					t.Errorf("rules %v, want %v", p.Rules, want)
				}
			}
			for i, want := range c.shades {
				for k := range want {
					if !closeTo(p.Shades[i].Box[k], want[k]) {
						t.Errorf("shade %v, want %v", p.Shades[i].Box, want)
					}
				}
			}
		})
	}
}

func has(rules []page.Rule, want page.Rule) bool {
	for _, r := range rules {
		if closeTo(r.X0, want.X0) && closeTo(r.Y0, want.Y0) && closeTo(r.X1, want.X1) && closeTo(r.Y1, want.Y1) && closeTo(r.Thickness, want.Thickness) {
			return true
		}
	}
	return false
}

// A form drawn twice, once enlarged, with another form inside.
func TestFormsInForms(t *testing.T) {
	p := firstPage(t, drawn("q 2 0 0 2 10 10 cm /X1 Do Q /X1 Do", "",
		stream("/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Matrix[1 0 0 1 5 5]/Resources<</Font<</F1 5 0 R>>/XObject<</X2 7 0 R>>>>",
			"BT /F1 10 Tf 10 10 Td (A) Tj ET q 1 0 0 1 1 1 cm /X2 Do Q"),
		stream("/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<</Font<</F1 5 0 R>>>>", "BT /F1 4 Tf 20 20 Td (B) Tj ET 0 9.5 20 1 re f")))
	if letters(p) != "ABAB" {
		t.Fatalf("read %q", letters(p))
	}
	for i, want := range []struct{ x, base, size float64 }{{40, 60, 20}, {62, 38, 8}, {15, 85, 10}, {26, 74, 4}} {
		if g := p.Glyphs[i]; !closeTo(g.Box[0], want.x) || !closeTo(g.Base, want.base) || !closeTo(g.Size, want.size) {
			t.Errorf("%s at %.2f, base %.2f, size %.2f, want %v", g.Text, g.Box[0], g.Base, g.Size, want)
		}
	}
	for _, want := range []page.Rule{{X0: 22, Y0: 58, X1: 62, Y1: 58, Thickness: 2}, {X0: 6, Y0: 84, X1: 26, Y1: 84, Thickness: 1}} {
		if !has(p.Rules, want) {
			t.Errorf("rules %v, want %v", p.Rules, want)
		}
	}
}
