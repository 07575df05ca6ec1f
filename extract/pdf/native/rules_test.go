package native

import (
	"fmt"
	"strings"
	"testing"
)

// What is drawn on a page of 200 × 100 points, and the rules a person sees there: x0,y0-x1,y1/thickness from the top left.
func TestRules(t *testing.T) {
	const states = "/ExtGState<</Clear<</ca 0/CA 0>>>>"
	for _, c := range []struct{ name, content, want string }{
		{"a stroked line", "2 w 10 90 m 110 90 l S", "10,10-110,10/2"},
		{"a hairline", "0 w 10 90 m 10 40 l S", "10,10-10,60/0"},
		{"a stroked rectangle is four rules", "1 w 10 20 100 50 re S", "10,80-110,80/1 110,30-110,80/1 10,30-110,30/1 10,30-10,80/1"},
		{"an open path closed by s", "1 w 10 10 m 50 10 l 50 60 l 10 60 l s", "10,90-50,90/1 50,40-50,90/1 10,40-50,40/1 10,40-10,90/1"},
		{"a thin filled rectangle", "10 50 100 0.5 re f", "10,49.75-110,49.75/0.5"},
		{"a thin filled rectangle drawn backwards", "110 50.5 -100 -0.5 re f", "10,49.75-110,49.75/0.5"},
		{"a thin outline of lines", "10 50 m 110 50 l 110 51 l 10 51 l h f", "10,49.5-110,49.5/1"},
		{"the matrix holds for paths", "q .1 0 0 .1 0 0 cm 10 w 100 900 m 1100 900 l S Q", "10,10-110,10/1"},
		{"a page drawn upside down", "1 0 0 -1 0 100 cm 1 w 10 10 m 60 10 l S", "10,10-60,10/1"},
		{"thin only after the matrix", "q 1 0 0 .01 0 0 cm 10 5000 100 50 re f Q", "10,49.75-110,49.75/0.5"},
		{"a frame of two rectangles", "10 10 100 50 re 11 11 98 48 re f*", "10,40.5-110,40.5/1 10,89.5-110,89.5/1 10.5,40-10.5,90/1 109.5,40-109.5,90/1"},
		{"a frame of opposite directions", "10 10 100 50 re 109 11 -98 48 re f", "10,40.5-110,40.5/1 10,89.5-110,89.5/1 10.5,40-10.5,90/1 109.5,40-109.5,90/1"},
		{"a stroke as wide as a rule is long", "100 w 60 50 m 60 50.5 l S", "10,49.75-110,49.75/0.5"},
		{"a dot", "10 50 .5 .5 re f", "10,49.75-10.5,49.75/0.5"},
		{"a round dot", "1 J 1 w 10 50 m 10 50 l S", "9.5,50-10.5,50/1"},
		{"a straight curve", "1 w 10 50 m 40 50 80 50 110 50 c S", "10,50-110,50/1"},
		{"a clip cuts", "q 20 0 50 100 re W n 1 w 10 50 m 110 50 l S Q", "20,50-70,50/1"},
		{"a clip ends with Q", "q 0 0 5 5 re W n Q 1 w 10 50 m 110 50 l S", "10,50-110,50/1"},
		{"an area clipped to a rule", "q 10 50 100 1 re W n 0 0 200 100 re f Q", "10,49.5-110,49.5/1"},
		{"a light grey", ".8 G 1 w 10 50 m 110 50 l S", "10,50-110,50/1"},
		{"white on a dark ground", "0 0 200 100 re f 1 g 10 50 100 1 re f", "10,49.5-110,49.5/1"},

		{"a clip is no rule", "10 10 100 .5 re W n", ""},
		{"white", "1 1 1 RG 1 w 10 50 m 110 50 l S", ""},
		{"no ink in CMYK", "0 0 0 0 k 10 50 100 1 re f", ""},
		{"clear", "/Clear gs 1 w 10 50 m 110 50 l S 10 30 100 1 re f", ""},
		{"outside the clip", "q 0 0 5 5 re W n 1 w 10 50 m 110 50 l S Q", ""},
		{"off the page", "1 w 10 -50 m 110 -50 l S", ""},
		{"a slanted line", "1 w 10 10 m 110 60 l S", ""},
		{"a curve", "1 w 10 10 m 40 60 80 60 110 10 c S", ""},
		{"painted over", "1 w 20 50 m 90 50 l S 1 g 10 10 150 80 re f", ""},
	} {
		p := read(t, sheet(states, c.content))
		if got := ruleText(p.Rules); got != c.want || p.Unsure != "" {
			t.Errorf("%s: rules %q, want %q; unsure %q", c.name, got, c.want, p.Unsure)
		}
	}
}

func TestShades(t *testing.T) {
	for _, c := range []struct{ name, content, shades, rules string }{
		{"a row", ".9 g 10 50 100 20 re f", "10,30,110,50", ""},
		{"a white one is none", "1 g 10 50 100 20 re f", "", ""},
		{"a triangle is none", "10 10 m 60 10 l 60 50 l f", "", ""},
		{"a fat stroke", "20 w .5 G 10 50 m 110 50 l S", "10,40,110,60", ""},
		{"a box of two fills", "10 10 100 50 re f 1 g 11 11 98 48 re f", "11,41,109,89",
			"10,40.5-110,40.5/1 10,89.5-110,89.5/1 10.5,40-10.5,90/1 109.5,40-109.5,90/1"},
	} {
		p := read(t, sheet("", c.content))
		var shades []string
		for _, s := range p.Shades {
			shades = append(shades, fmt.Sprintf("%g,%g,%g,%g", round(s.Box[0]), round(s.Box[1]), round(s.Box[2]), round(s.Box[3])))
		}
		if got := strings.Join(shades, " "); got != c.shades || ruleText(p.Rules) != c.rules {
			t.Errorf("%s: shades %q, want %q; rules %q, want %q", c.name, got, c.shades, ruleText(p.Rules), c.rules)
		}
	}
}

func TestFormObjects(t *testing.T) {
	form := stream("/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Matrix[.5 0 0 .5 0 0]/Resources<<"+helvetica+">>",
		"2 w 20 100 m 80 100 l S BT /F 20 Tf 20 20 Td (in) Tj ET")
	p := read(t, sheet("/XObject<</X 5 0 R>>", "q 1 0 0 1 10 10 cm /X Do Q", form))
	if got := ruleText(p.Rules); got != "20,40-50,40/1" {
		t.Errorf("rules %q", got)
	}
	if got := shownText(p); got != "in" || !close100(p.Glyphs[0].Box[0], 20) || !close100(p.Glyphs[0].Base, 80) || !close100(p.Glyphs[0].Size, 10) {
		t.Errorf("text %q, first glyph %+v", got, p.Glyphs)
	}

	self := stream("/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<</XObject<</X 5 0 R>>>>", "/X Do 1 w 0 50 m 50 50 l S")
	p = read(t, sheet("/XObject<</X 5 0 R>>", "/X Do", self))
	if !strings.Contains(p.Unsure, "draw themselves") {
		t.Errorf("a form that draws itself: unsure %q", p.Unsure)
	}
}

func TestImages(t *testing.T) {
	image := stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", "x")
	p := read(t, sheet("/XObject<</I 5 0 R>>"+helvetica, "BT /F 10 Tf 20 50 Td (under) Tj ET q 100 0 0 100 0 0 cm /I Do Q", image))
	if p.ImageArea < 0.49 || p.ImageArea > 0.51 {
		t.Errorf("half the page is covered, got %g", p.ImageArea)
	}
	if len(p.Glyphs) != 5 || !p.Glyphs[0].Hidden {
		t.Errorf("text under a picture is not seen: %+v", p.Glyphs)
	}
	// An inline image whose bytes hold an EI, and an operator behind it.
	p = read(t, sheet("", "q 10 0 0 10 0 0 cm BI /W 4 /H 1 /CS /G /BPC 8 ID  EI  EI Q 1 w 10 50 m 60 50 l S"))
	if got := ruleText(p.Rules); got != "10,50-60,50/1" || p.Unsure != "" {
		t.Errorf("behind an inline image: %q, unsure %q", got, p.Unsure)
	}
}
