package pdfium

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"fuhe"
)

// Helvetica has these advances at 10 points: A 6.67, B 6.67, 1 5.56, space 2.78 (Adobe's metrics).
const tolerance = 0.02

func closeTo(a, b float64) bool { return math.Abs(a-b) <= tolerance }

func TestPlacesOfGlyphs(t *testing.T) {
	type place struct{ from, to, base, angle float64 } // of the A
	show := "BT /F1 10 Tf 20 50 Td (A1) Tj ET"
	for name, c := range map[string]struct {
		content, entries string
		width, height    float64
		along            int // 0: advance along x, 1: along y
		want             place
	}{
		"as it is":                {show, "", 200, 100, 0, place{20, 26.67, 50, 0}},
		"turned by 90":            {show, "/Rotate 90", 100, 200, 1, place{20, 26.67, 20, 90}},
		"turned by 180":           {show, "/Rotate 180", 200, 100, 0, place{173.33, 180, 50, 180}},
		"turned by 270":           {show, "/Rotate 270", 100, 200, 1, place{173.33, 180, 180, 270}},
		"crop box":                {show, "/CropBox[10 20 150 90]", 140, 70, 0, place{10, 16.67, 40, 0}},
		"media box off origin":    {show, "/MediaBox[10 10 210 110]", 200, 100, 0, place{10, 16.67, 60, 0}},
		"scaled, shifted":         {"2 0 0 2 10 10 cm BT /F1 5 Tf 20 20 Td (A1) Tj ET", "", 200, 100, 0, place{50, 56.67, 50, 0}},
		"half as wide, raised":    {"BT /F1 10 Tf 50 Tz 3 Ts 20 50 Td (A1) Tj ET", "", 200, 100, 0, place{20, 23.335, 47, 0}},
		"sideways":                {"BT /F1 10 Tf 0 1 -1 0 50 50 Tm (A1) Tj ET", "", 200, 100, 1, place{43.33, 50, 50, 270}},
		"size in the matrix":      {"BT /F1 1 Tf 10 0 0 10 20 50 Tm (A1) Tj ET", "", 200, 100, 0, place{20, 26.67, 50, 0}},
		"y turned over and again": {"1 0 0 -1 0 100 cm BT /F1 10 Tf 1 0 0 -1 20 50 Tm (A1) Tj ET", "", 200, 100, 0, place{20, 26.67, 50, 0}},
	} {
		t.Run(name, func(t *testing.T) {
			p := firstPage(t, drawn(c.content, c.entries))
			if !closeTo(p.Width, c.width) || !closeTo(p.Height, c.height) {
				t.Errorf("page %.2f × %.2f, want %.2f × %.2f", p.Width, p.Height, c.width, c.height)
			}
			if letters(p) != "A1" {
				t.Fatalf("read %q", letters(p))
			}
			g := p.Glyphs[0]
			if !closeTo(g.Box[c.along], c.want.from) || !closeTo(g.Box[c.along+2], c.want.to) {
				t.Errorf("advance %.2f to %.2f, want %.2f to %.2f", g.Box[c.along], g.Box[c.along+2], c.want.from, c.want.to)
			}
			if !closeTo(g.Base, c.want.base) || !closeTo(g.Size, 10) {
				t.Errorf("base %.2f size %.2f, want %.2f and 10", g.Base, g.Size, c.want.base)
			}
			if turn := math.Mod(g.Angle-c.want.angle+720, 360); !closeTo(turn, 0) && !closeTo(turn, 360) {
				t.Errorf("angle %.1f, want %.1f", g.Angle, c.want.angle)
			}
			if h := g.Box[3-c.along] - g.Box[1-c.along]; h < 5 || h > 20 {
				t.Errorf("%.2f high", h)
			}
			if p.Reader != "pdfium" || p.Number != 1 || p.Unsure != "" || !g.Sure || g.Hidden || g.Pale || g.Font != "Helvetica" {
				t.Errorf("page %q %d %q, glyph %+v", p.Reader, p.Number, p.Unsure, g)
			}
		})
	}
}

func TestWhatIsSeen(t *testing.T) {
	for name, c := range map[string]struct {
		content      string
		hidden, pale bool
	}{
		"black":             {"", false, false},
		"invisible":         {"3 Tr", true, false},
		"grey watermark":    {".8 g", false, true},
		"white":             {"1 g", false, true},
		"white on blue":     {"0 0 1 rg 10 40 50 30 re f 1 g", false, false},
		"white on covered":  {"0 0 1 rg 10 40 50 30 re f 1 g 10 40 50 30 re f", false, true},
		"a fill before":     {"1 g 10 40 50 30 re f 0 g", false, false},
		"blue":              {"0 0 1 rg", false, false},
		"outlines of black": {"1 g 1 Tr", false, false},
	} {
		t.Run(name, func(t *testing.T) {
			p := firstPage(t, drawn(c.content+" BT /F1 10 Tf 20 50 Td (A1) Tj ET", ""))
			if letters(p) != "A1" {
				t.Fatalf("read %q", letters(p))
			}
			if g := p.Glyphs[0]; g.Hidden != c.hidden || g.Pale != c.pale {
				t.Errorf("hidden %v, pale %v", g.Hidden, g.Pale)
			}
		})
	}
}

// What is drawn over text hides it, unless it shows through: a marker, a seal.
func TestWhatIsCovered(t *testing.T) {
	image := func(entries, data string) string {
		return stream("/Type/XObject/Subtype/Image/Width 2/Height 1/BitsPerComponent 8"+entries, data)
	}
	for name, c := range map[string]struct {
		over         string
		object       string
		hidden, pale bool
	}{
		"fill":             {"1 g 10 40 50 30 re f", "null", false, true},
		"fill beside":      {"1 g 10 60 50 30 re f", "null", false, false},
		"part of it":       {"1 g 10 40 12 30 re f", "null", false, false},
		"frame":            {"10 40 50 30 re S", "null", false, false},
		"picture":          {"q 50 0 0 30 10 40 cm /X1 Do Q", image("/ColorSpace/DeviceGray", "\x80\x80"), true, false},
		"seal with a mask": {"q 50 0 0 30 10 40 cm /X1 Do Q", image("/ColorSpace/DeviceGray/SMask 7 0 R", "\x80\x80"), false, false},
		"stencil":          {"q 50 0 0 30 10 40 cm /X1 Do Q", stream("/Type/XObject/Subtype/Image/Width 2/Height 1/ImageMask true", "\x40"), false, false},
		"transparent fill": {"/G gs 1 g 10 40 50 30 re f", "<</Type/ExtGState/ca 0.5>>", false, false},
		"marker":           {"/G gs 1 1 0 rg 10 40 50 30 re f", "<</Type/ExtGState/BM/Multiply>>", false, false},
	} {
		t.Run(name, func(t *testing.T) {
			resources := "/Resources<</Font<</F1 5 0 R>>/XObject<</X1 6 0 R>>/ExtGState<</G 6 0 R>>>>"
			p := firstPage(t, drawn("BT /F1 10 Tf 20 50 Td (A) Tj ET "+c.over+" 0 g BT /F1 10 Tf 40 50 Td (B) Tj ET", resources,
				c.object, image("/ColorSpace/DeviceGray", "\xff\x00")))
			if letters(p) != "AB" {
				t.Fatalf("read %q", letters(p))
			}
			if g := p.Glyphs[0]; g.Hidden != c.hidden || g.Pale != c.pale {
				t.Errorf("under it: hidden %v, pale %v", g.Hidden, g.Pale)
			}
			if g := p.Glyphs[1]; g.Hidden || g.Pale {
				t.Errorf("on it: hidden %v, pale %v", g.Hidden, g.Pale)
			}
		})
	}
}

// PDFium sorts characters into lines, adds spaces and line ends, marks hyphens and gives replacement texts: none of that
// was drawn.
func TestOnlyWhatWasDrawn(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"order of drawing":  {"20 20 Td (low) Tj 0 40 Td (high) Tj 50 -40 Td (more) Tj", "lowhighmore"},
		"gaps":              {"20 20 Td [(A)-3000(B)] TJ ( C ) Tj", "AB C "},
		"hyphen":            {"20 50 Td (co-) Tj 0 -12 Td (op) Tj", "co-op"},
		"replacement text":  {"20 50 Td /Span<</ActualText(99)>>BDC (1) Tj (2) Tj EMC (3) Tj", "123"},
		"empty one":         {"20 50 Td /Span<</ActualText()>>BDC (12) Tj EMC (3) Tj", "123"},
		"in UTF-16":         {"20 50 Td /Span<</ActualText<FEFF0039>>>BDC (12) Tj EMC (3) Tj", "123"},
		"space of no width": {"/F2 10 Tf 20 50 Td (a b) Tj", "a b"},
		"off the page":      {"20 50 Td (1) Tj 500 0 Td (2) Tj", "1"},
	} {
		t.Run(name, func(t *testing.T) {
			p := firstPage(t, drawn("BT /F1 10 Tf "+c.content+" ET", "",
				"<</Type/Font/Subtype/Type1/BaseFont/Courier/FirstChar 97/LastChar 98/Widths[600 600]/FontDescriptor 7 0 R>>",
				"<</Type/FontDescriptor/FontName/Courier/Flags 32/MissingWidth 0/Ascent 700/Descent -200>>"))
			if got := letters(p); got != c.want || p.Unsure != "" {
				t.Errorf("read %q, want %q; unsure %q", got, c.want, p.Unsure)
			}
		})
	}
}

// composite is a Type0 font as object 6 with what belongs to it behind.
func composite(encoding, ordering, entries string, more ...string) []string {
	return append([]string{
		"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/" + encoding + "/DescendantFonts[7 0 R]" + entries + ">>",
		"<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(" + ordering + ")/Supplement 0>>/FontDescriptor 8 0 R/DW 1000>>",
		"<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -141 1000 859]/Ascent 859/Descent -141/CapHeight 683/StemV 80/ItalicAngle 0>>",
	}, more...)
}

func toUnicode(pairs string) string {
	return stream("", "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "+
		"1 begincodespacerange <0000> <ffff> endcodespacerange 4 beginbfchar "+pairs+" endbfchar endcmap end end")
}

func TestCharactersOfCompositeFonts(t *testing.T) {
	pairs := "<0041> <76EE> <0042> <00660069> <0043> <D842DFB7> <0044> <E001>"
	for name, c := range map[string]struct {
		font        []string
		codes, want string
		unknown     bool
	}{
		"UniGB-UCS2-H":            {composite("UniGB-UCS2-H", "GB1", ""), "76EE00319500", "目1销", false},
		"GBK-EUC-H":               {composite("GBK-EUC-H", "GB1", ""), "C4BFB1ED31", "目表1", false},
		"radicals":                {composite("UniGB-UCS2-H", "GB1", ""), "2F6C2ED3", "目长", false},
		"ToUnicode":               {composite("Identity-H", "Identity", "/ToUnicode 9 0 R", toUnicode(pairs)), "0041", "目", false},
		"two letters":             {composite("Identity-H", "Identity", "/ToUnicode 9 0 R", toUnicode(pairs)), "00410042", "目fi", false},
		"beyond U+FFFF":           {composite("Identity-H", "Identity", "/ToUnicode 9 0 R", toUnicode(pairs)), "00430041", "𠮷目", false},
		"private use":             {composite("Identity-H", "Identity", "/ToUnicode 9 0 R", toUnicode(pairs)), "00440041", "?目", true},
		"no entry":                {composite("Identity-H", "Identity", "/ToUnicode 9 0 R", toUnicode(pairs)), "00500041", "?目", true},
		"code 0":                  {composite("Identity-H", "Identity", "/ToUnicode 9 0 R", toUnicode(pairs)), "00000041", "?目", true},
		"shapes without a name":   {composite("Identity-H", "Identity", ""), "00410042", "??", true},
		"shapes of a known order": {composite("Identity-H", "GB1", ""), "00220041", "A`", false}, // CIDs 34 and 65 of Adobe-GB1
	} {
		t.Run(name, func(t *testing.T) {
			p := firstPage(t, drawn("BT /F2 10 Tf 20 50 Td <"+c.codes+"> Tj ET", "", c.font...))
			if got := letters(p); got != c.want {
				t.Errorf("read %q, want %q", got, c.want)
			}
			if (p.Unsure != "") != c.unknown {
				t.Errorf("unsure %q", p.Unsure)
			}
			for _, g := range p.Glyphs {
				if (g.Text == "") == g.Sure {
					t.Errorf("glyph %+v", g)
				}
				if !closeTo(g.Box[2]-g.Box[0], 10) {
					t.Errorf("%q is %.2f wide, want 10", g.Text, g.Box[2]-g.Box[0])
				}
			}
		})
	}
}

// Text in a font that is neither embedded nor at hand draws nothing here, character by character as spreadsheets print
// it: it is on the page all the same.
func TestTextWithoutInk(t *testing.T) {
	for encoding, move := range map[string]string{"UniGB-UCS2-H": "10 0", "UniGB-UCS2-V": "0 -10"} {
		content := "BT /F2 10 Tf 50 90 Td <76EE> Tj " + move + " Td <8868> Tj " + move + " Td <FF08> Tj " + move + " Td <8868> Tj ET"
		p := firstPage(t, drawn(".5 g "+content, "", composite(encoding, "GB1", "")...))
		if letters(p) != "目表（表" {
			t.Errorf("%s: read %q", encoding, letters(p))
		}
		for _, g := range p.Glyphs {
			if g.Hidden || g.Pale || !closeTo(g.Box[2]-g.Box[0], 10) || !closeTo(g.Box[3]-g.Box[1], 10) {
				t.Errorf("%s: %+v", encoding, g)
			}
		}
		if p := firstPage(t, drawn("3 Tr "+content, "", composite(encoding, "GB1", "")...)); len(p.Glyphs) != 4 || !p.Glyphs[0].Hidden {
			t.Errorf("%s: invisible text is %+v", encoding, p.Glyphs)
		}
	}
}

func TestVerticalWriting(t *testing.T) {
	p := firstPage(t, drawn("BT /F2 10 Tf 50 90 Td <76EE8868> Tj ET", "", composite("UniGB-UCS2-V", "GB1", "")...))
	if letters(p) != "目表" {
		t.Fatalf("read %q", letters(p))
	}
	for i, want := range []fuhe.Box{{45, 10, 55, 20}, {45, 20, 55, 30}} {
		g := p.Glyphs[i]
		for k := range want {
			if !closeTo(g.Box[k], want[k]) {
				t.Fatalf("%q at %.2f, want %.2f", g.Text, g.Box, want)
			}
		}
		if !g.Upright || !closeTo(g.Base, 50) {
			t.Errorf("upright %v, base %.2f", g.Upright, g.Base)
		}
	}
}

// A field filled in stands in an annotation.
func TestFieldsFilledIn(t *testing.T) {
	field := "/Annots[<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[100 40 150 60]/F 4/AP<</N 6 0 R>>>>]"
	shown := stream("/Type/XObject/Subtype/Form/BBox[0 0 50 20]/Resources<</Font<</F1 5 0 R>>>>", "BT /F1 10 Tf 2 5 Td (9.5) Tj ET")
	for flag, want := range map[string]string{"4": "A9.5", "2": "A", "32": "A"} {
		hidden := strings.Replace(field, "/F 4", "/F "+flag, 1)
		if got := letters(firstPage(t, drawn("BT /F1 10 Tf 20 50 Td (A) Tj ET", hidden, shown))); got != want {
			t.Errorf("flag %s: read %q, want %q", flag, got, want)
		}
	}
	for name, c := range map[string]struct{ annotation, unsure string }{
		"field":     {"/Subtype/Widget/FT/Tx/T(a)/V(9.5)", "a form field or note without an appearance"},
		"no value":  {"/Subtype/Widget/FT/Tx/T(a)", ""},
		"free text": {"/Subtype/FreeText/Contents(9.5)/DA(/F1 10 Tf)", "a form field or note without an appearance"},
		"link":      {"/Subtype/Link/Contents(9.5)", ""},
	} {
		bare := "/Annots[<</Type/Annot/Rect[100 40 150 60]/F 4" + c.annotation + ">>]"
		if p := firstPage(t, drawn("BT /F1 10 Tf 20 50 Td (A) Tj ET", bare)); letters(p) != "A" || p.Unsure != c.unsure {
			t.Errorf("%s: read %q, unsure %q", name, letters(p), p.Unsure)
		}
	}
	p := firstPage(t, drawn("BT /F1 10 Tf 20 50 Td (A) Tj ET", field, shown))
	if letters(p) != "A9.5" {
		t.Fatalf("read %q", letters(p))
	}
	if g := p.Glyphs[1]; !closeTo(g.Box[0], 102) || !closeTo(g.Base, 55) || p.Width != 200 || p.Height != 100 {
		t.Errorf("%+v on %v × %v", g, p.Width, p.Height)
	}
}

// PDFium shows what is switched off as well, and does not say so.
func TestLayers(t *testing.T) {
	for state, sure := range map[string]bool{"": true, "/OFF[6 0 R]": false, "/OFF[]": true, "/BaseState/OFF": false} {
		resources := "/Resources<</Font<</F1 5 0 R>>/Properties<</Layer 6 0 R>>>>"
		b := drawn("/OC /Layer BDC BT /F1 10 Tf 20 50 Td (A1) Tj ET EMC", resources, "<</Type/OCG/Name(layer)>>")
		b = bytes.Replace(b, []byte("/Type/Catalog"), []byte("/Type/Catalog/OCProperties<</OCGs[6 0 R]/D<<"+state+">>>>"), 1)
		if p := firstPage(t, b); (p.Unsure == "") != sure || letters(p) != "A1" {
			t.Errorf("%q: read %q, unsure %q", state, letters(p), p.Unsure)
		}
	}
}

func TestScan(t *testing.T) {
	p := firstPage(t, drawn("q 100 0 0 50 0 0 cm /X1 Do Q", "",
		stream("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", "\x80")))
	if !closeTo(p.ImageArea, 0.25) || len(p.Glyphs) > 0 || len(p.Rules) > 0 {
		t.Errorf("image %v, glyphs %v, rules %v", p.ImageArea, p.Glyphs, p.Rules)
	}
}
