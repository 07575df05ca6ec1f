package native

import (
	"math"
	"slices"
	"strings"
	"testing"

	"fuhe/extract/page"
)

// The place of the first glyph of a page 200 wide and 100 high on which 0 is shown at (20, 30) with Helvetica 10: its
// advance is 5.56 (Adobe's metrics), and its box the em box, for no descriptor says otherwise.
func TestGlyphPlaces(t *testing.T) {
	const usual = "/MediaBox[0 0 200 100]"
	for _, c := range []struct {
		name, entries, content   string
		x0, y0, x1, y1, base     float64
		wide, high, angle, sized float64
	}{
		{"plain", usual, "BT /F 10 Tf 20 30 Td (0) Tj ET", 20, 61.2, 25.56, 71.2, 70, 200, 100, 0, 10},
		{"text matrix", usual, "BT /F 1 Tf 10 0 0 10 20 30 Tm (0) Tj ET", 20, 61.2, 25.56, 71.2, 70, 200, 100, 0, 10},
		{"a page drawn upside down", usual, "1 0 0 -1 0 100 cm BT /F 10 Tf 1 0 0 -1 20 70 Tm (0) Tj ET", 20, 61.2, 25.56, 71.2, 70, 200, 100, 0, 10},
		{"box off the origin", "/MediaBox[100 50 300 150]", "BT /F 10 Tf 120 80 Td (0) Tj ET", 20, 61.2, 25.56, 71.2, 70, 200, 100, 0, 10},
		{"corners the other way", "/MediaBox[200 100 0 0]", "BT /F 10 Tf 20 30 Td (0) Tj ET", 20, 61.2, 25.56, 71.2, 70, 200, 100, 0, 10},
		{"crop box", usual + "/CropBox[10 20 110 95]", "BT /F 10 Tf 20 30 Td (0) Tj ET", 10, 56.2, 15.56, 66.2, 65, 100, 75, 0, 10},
		{"user unit", usual + "/UserUnit 2", "BT /F 10 Tf 20 30 Td (0) Tj ET", 40, 122.4, 51.12, 142.4, 140, 400, 200, 0, 20},
		{"turned right", usual + "/Rotate 90", "BT /F 10 Tf 20 30 Td (0) Tj ET", 28.8, 20, 38.8, 25.56, 20, 100, 200, 90, 10},
		{"upside down", usual + "/Rotate 180", "BT /F 10 Tf 20 30 Td (0) Tj ET", 174.44, 28.8, 180, 38.8, 30, 200, 100, 180, 10},
		{"turned left", usual + "/Rotate -90", "BT /F 10 Tf 20 30 Td (0) Tj ET", 61.2, 174.44, 71.2, 180, 180, 100, 200, -90, 10},
		{"drawn sideways for a turned page", usual + "/Rotate 90", "BT /F 10 Tf 0 1 -1 0 50 60 Tm (0) Tj ET", 60, 41.2, 65.56, 51.2, 50, 100, 200, 0, 10},
		{"stretched", usual, "BT /F 10 Tf 50 Tz 20 30 Td (0) Tj ET", 20, 61.2, 22.78, 71.2, 70, 200, 100, 0, 10},
		{"raised", usual, "BT /F 10 Tf 5 Ts 20 30 Td (0) Tj ET", 20, 56.2, 25.56, 66.2, 65, 200, 100, 0, 10},
	} {
		p := read(t, sheetWith(c.entries, helvetica, c.content))
		if len(p.Glyphs) != 1 {
			t.Errorf("%s: %d glyphs", c.name, len(p.Glyphs))
			continue
		}
		g := p.Glyphs[0]
		for i, want := range []float64{c.x0, c.y0, c.x1, c.y1, c.base, c.wide, c.high, c.angle, c.sized} {
			got := []float64{g.Box[0], g.Box[1], g.Box[2], g.Box[3], g.Base, p.Width, p.Height, g.Angle, g.Size}[i]
			if i == 7 { // angles are the same after a whole turn
				got, want = math.Mod(got+720.0001, 360), math.Mod(want+720.0001, 360)
			}
			if !close100(got, want) {
				t.Errorf("%s: value %d is %g, want %g", c.name, i, got, want)
			}
		}
	}
}

// Strings shown behind one another are one piece of text until its place is set again.
func TestPiecesOfText(t *testing.T) {
	p := read(t, sheetWith("/MediaBox[0 0 200 100]", helvetica, "BT /F 10 Tf 20 30 Td (1) Tj [(2) -10 (3)] TJ 30 0 Td (4) Tj ET BT 20 60 Td (5) Tj (6) ' ET"))
	var pieces []int
	for i := range p.Glyphs {
		if i == 0 || p.Glyphs[i].Piece != p.Glyphs[i-1].Piece {
			pieces = append(pieces, 0)
		}
		pieces[len(pieces)-1]++
	}
	if want := []int{3, 1, 1, 1}; !slices.Equal(pieces, want) {
		t.Errorf("pieces of %d glyphs, want %d", pieces, want)
	}
}

// Where the second glyph begins. Widths by Adobe: 1 556, blank 278.
func TestAdvances(t *testing.T) {
	for _, c := range []struct {
		content string
		want    float64
	}{
		{"BT /F 10 Tf 20 30 Td (11) Tj ET", 25.56},
		{"BT /F 10 Tf 2 Tc 20 30 Td (11) Tj ET", 27.56},
		{"BT /F 10 Tf 2 Tc 50 Tz 20 30 Td (11) Tj ET", 23.78},
		{"BT /F 10 Tf 20 30 Td [(1) -100 (1)] TJ ET", 26.56},
		{"BT /F 10 Tf 20 30 Td [(1) 100 (1)] TJ ET", 24.56},
		{"BT /F 10 Tf 20 30 Td (1) Tj (1) Tj ET", 25.56},
		{"BT /F 10 Tf 12 TL 20 60 Td (1) Tj T* (1) Tj ET", 20},
		{"BT /F 10 Tf 12 TL 20 60 Td (1) Tj (1) ' ET", 20},
		{"BT /F 10 Tf 20 60 Td (1) Tj 30 -12 TD (1) Tj ET", 50},
		{"q BT /F 10 Tf 20 60 Td (1) Tj ET Q BT /F 10 Tf 70 60 Td (1) Tj ET", 70},
	} {
		p := read(t, sheet(helvetica, c.content))
		if len(p.Glyphs) != 2 || !close100(p.Glyphs[1].Box[0], c.want) {
			t.Errorf("%s: %+v, want the second at %g", c.content, p.Glyphs, c.want)
		}
	}
	p := read(t, sheet(helvetica, `BT /F 10 Tf 20 60 Td 5 1 (1 1) " ET`)) // word and character space
	if len(p.Glyphs) != 3 || !close100(p.Glyphs[2].Box[0], 20+5.56+1+2.78+1+5) {
		t.Errorf("word space: %+v", p.Glyphs)
	}
}

func TestDrawnTwice(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"glyph by glyph", "BT /F 10 Tf 20 30 Td (5) Tj .3 0 Td (5) Tj ET", "5"},
		{"string by string", "BT /F 10 Tf 20 30 Td (95.50) Tj .3 .2 Td (95.50) Tj ET", "95.50"},
		{"the same digits side by side", "BT /F 10 Tf 20 30 Td (111) Tj ET", "111"},
		{"narrow digits side by side", "BT /F 10 Tf 20 Tz 20 30 Td (111) Tj ET", "111"},
		{"another size", "BT /F 10 Tf 20 30 Td (1) Tj /F 20 Tf (1) Tj ET", "11"},
		{"across the border of a square", "BT /F 10 Tf 29.0 30 Td (5) Tj .5 0 Td (5) Tj ET", "5"},
	} {
		if got := shownText(read(t, sheet(helvetica, c.content))); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestSeen(t *testing.T) {
	const states = helvetica + "/ExtGState<</A<</ca .3>>/Clear<</ca 0>>/M<</BM/Multiply>>>>"
	for _, c := range []struct {
		name, content string
		pale, hidden  bool
	}{
		{"black", "BT /F 10 Tf 20 30 Td (5) Tj ET", false, false},
		{"grey text", ".6 g BT /F 10 Tf 20 30 Td (5) Tj ET", false, false},
		{"a light watermark", ".8 g BT /F 10 Tf 20 30 Td (5) Tj ET", true, false},
		{"a red watermark, nearly clear", "/A gs 1 0 0 rg BT /F 10 Tf 20 30 Td (5) Tj ET", true, false},
		{"white on a dark heading", "0 0 .4 rg 0 0 200 100 re f 1 g BT /F 10 Tf 20 30 Td (5) Tj ET", false, false},
		{"white on white on dark", "0 g 0 0 200 100 re f 1 g 10 10 180 80 re f BT /F 10 Tf 20 30 Td (5) Tj ET", true, false},
		{"clear", "/Clear gs BT /F 10 Tf 20 30 Td (5) Tj ET", true, false},
		{"text layer", "BT 3 Tr /F 10 Tf 20 30 Td (5) Tj ET", false, true},
		{"outlined", "1 g 0 G BT 1 Tr /F 10 Tf 20 30 Td (5) Tj ET", false, false},
		{"painted over", "BT /F 10 Tf 20 30 Td (5) Tj ET 1 g 10 20 50 30 re f", true, false},
		{"marked with a pen", "BT /F 10 Tf 20 30 Td (5) Tj ET /M gs 1 1 0 rg 10 20 50 30 re f", false, false},
		{"called a watermark", "/Artifact <</Type/Pagination/Subtype/Watermark>> BDC BT /F 10 Tf 20 30 Td (5) Tj ET EMC", true, false},
	} {
		p := read(t, sheet(states, c.content))
		if len(p.Glyphs) != 1 || p.Glyphs[0].Pale != c.pale || p.Glyphs[0].Hidden != c.hidden {
			t.Errorf("%s: %+v, want pale %v hidden %v", c.name, p.Glyphs, c.pale, c.hidden)
		}
	}
}

func TestClippedTextCounts(t *testing.T) {
	p := read(t, sheet(helvetica, "q 0 0 30 100 re W n BT /F 10 Tf 20 30 Td (2024-12-31) Tj ET Q BT /F 10 Tf 20 -50 Td (off) Tj ET"))
	if got := shownText(p); got != "2024-12-31" {
		t.Errorf("%q: text cut by its cell counts, text off the page does not", got)
	}
}

func TestLayers(t *testing.T) {
	b := file("<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[5 0 R 6 0 R]/D<</OFF[6 0 R]>>>>>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Properties<</A 5 0 R/B 6 0 R>>"+helvetica+">>>>",
		stream("", "/OC /A BDC BT /F 10 Tf 20 30 Td (on) Tj ET EMC /OC /B BDC BT /F 10 Tf 50 30 Td (off) Tj ET 1 w 0 0 m 50 0 l S EMC BT /F 10 Tf 90 30 Td (!) Tj ET"),
		"<</Type/OCG/Name(A)>>", "<</Type/OCG/Name(B)>>")
	p := read(t, b)
	if got := shownText(p); got != "on!" || len(p.Rules) != 0 {
		t.Errorf("%q and %d rules, want what the visible layer shows", got, len(p.Rules))
	}
}

func TestFieldsFilledIn(t *testing.T) {
	look := stream("/Type/XObject/Subtype/Form/BBox[0 0 100 20]/Resources<<"+helvetica+">>", "BT /F 10 Tf 2 5 Td (98) Tj ET")
	entries := "/MediaBox[0 0 200 100]/Annots[<</Subtype/Widget/FT/Tx/Rect[50 40 150 60]/V(98)/AP<</N 5 0 R>>>>]"
	p := read(t, sheetWith(entries, "", "", look))
	if shownText(p) != "98" || !close100(p.Glyphs[0].Box[0], 52) || !close100(p.Glyphs[0].Base, 55) {
		t.Errorf("%+v", p.Glyphs)
	}
	p = read(t, sheetWith("/MediaBox[0 0 200 100]/Annots[<</Subtype/Widget/FT/Tx/Rect[50 40 150 60]/V(98)>>]", "", ""))
	if shownText(p) != "98" || p.Unsure != "" || p.Glyphs[0].Box[0] < 50 || p.Glyphs[1].Box[2] > 150 || p.Glyphs[0].Box[1] < 40 || p.Glyphs[0].Box[3] > 60 {
		t.Errorf("a field whose look a viewer makes: %+v, unsure %q", p.Glyphs, p.Unsure)
	}
	p = read(t, sheetWith("/MediaBox[0 0 200 100]/Annots[<</Subtype/Widget/FT/Tx/V(98)>>]", "", ""))
	if !strings.Contains(p.Unsure, "without an appearance") {
		t.Errorf("a field without a place: unsure %q", p.Unsure)
	}
}

func TestVerticalWriting(t *testing.T) {
	font := "/Font<</F<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UTF16-V/DescendantFonts[<</Subtype/CIDFontType2/BaseFont/SimSun>>]>>>>"
	p := read(t, sheet(font, "BT /F 10 Tf 100 90 Td <7EE96548> Tj ET")) // 绩效
	if shownText(p) != "绩效" {
		t.Fatalf("%q", shownText(p))
	}
	for i, want := range []page.Glyph{{Box: [4]float64{95, 10, 105, 20}}, {Box: [4]float64{95, 20, 105, 30}}} {
		g := p.Glyphs[i]
		for j := range 4 {
			if !close100(g.Box[j], want.Box[j]) {
				t.Errorf("glyph %d at %v, want %v", i, g.Box, want.Box)
				break
			}
		}
		if !g.Upright || !close100(g.Base, 100) {
			t.Errorf("glyph %d: upright %v, base %g", i, g.Upright, g.Base)
		}
	}
}

// A glyph so wide that its middle lies farther away than places are counted.
func TestGlyphWithoutMeasure(t *testing.T) {
	p := read(t, sheet(helvetica, "BT /F 10 Tf 20000000 Tz 0 30 Td (W) Tj 100 Tz ET BT 20 30 Td (5) Tj ET"))
	if got := shownText(p); got != "W5" {
		t.Errorf("%q", got)
	}
}
