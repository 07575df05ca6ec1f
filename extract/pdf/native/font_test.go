package native

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// toUnicode is a CMap in the form all producers write.
func toUnicode(body string) string {
	return stream("", `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def /CMapName /X def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
`+body+`
endcmap CMapName currentdict /CMap defineresource pop end end`)
}

func identity2(more string) string {
	return "/Font<</F<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+SimSun/Encoding/Identity-H/ToUnicode 5 0 R/DescendantFonts[<</Subtype/CIDFontType2/BaseFont/SimSun" + more + ">>]>>>>"
}

func TestToUnicode(t *testing.T) {
	for _, c := range []struct{ name, body, codes, want string }{
		{"single", "1 beginbfchar <0003> <7EE9> endbfchar", "<0003>", "绩"},
		{"range", "1 beginbfrange <0010> <0019> <0030> endbfrange", "<001900100015>", "905"},
		{"list", "1 beginbfrange <0001> <0003> [<5206> <503C> <5F97>] endbfrange", "<000100020003>", "分值得"},
		{"a long range", "1 beginbfrange <0000> <FFFF> <0000> endbfrange", "<4E004E8C>", "一二"},
		{"several letters", "1 beginbfchar <0003> <00660066> endbfchar", "<0003>", "ff"},
		{"beyond the first plane", "1 beginbfchar <0003> <D842DFB7> endbfchar", "<0003>", "𠮷"},
		{"radicals", "4 beginbfchar <0001> <2F6C> <0002> <2FA6> <0003> <2ED3> <0004> <2EA0> endbfchar", "<0001000200030004>", "目金长民"},
		{"no blanks between", "1 beginbfchar<0003><4E00>endbfchar", "<0003>", "一"},
		{"one byte where two belong", "1 beginbfchar <0003> <41> endbfchar", "<0003>", "A"},
		{"a soft hyphen is seen as a hyphen", "1 beginbfchar <0003> <00AD> endbfchar", "<0003>", "-"},
		{"what has no width in text", "2 beginbfchar <0003> <FEFF> <0004> <0041> endbfchar", "<00030004>", "A"},

		{"not in the map", "1 beginbfchar <0003> <0041> endbfchar", "<00030004>", "A?"},
		{"replacement character", "1 beginbfchar <0003> <FFFD> endbfchar", "<0003>", "?"},
		{"private use", "1 beginbfchar <0003> <E123> endbfchar", "<0003>", "?"},
		{"nothing", "1 beginbfchar <0003> <0000> endbfchar", "<0003>", "?"},
	} {
		p := read(t, sheet(identity2(""), "BT /F 10 Tf 20 30 Td "+c.codes+" Tj ET", toUnicode(c.body)))
		if got := shownText(p); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if unknown := strings.Contains(c.want, "?"); unknown != (p.Unsure != "") {
			t.Errorf("%s: unsure %q", c.name, p.Unsure)
		}
	}
}

func TestIdentityWithoutMap(t *testing.T) {
	font := strings.Replace(identity2(""), "/ToUnicode 5 0 R", "", 1)
	p := read(t, sheet(font, "BT /F 10 Tf 20 30 Td <00030004> Tj ET"))
	if shownText(p) != "??" || !strings.Contains(p.Unsure, "SimSun: 2 characters without Unicode (encoding Identity-H)") {
		t.Errorf("%q, unsure %q", shownText(p), p.Unsure)
	}
	if p.Incomplete || p.Damaged {
		t.Error("all that is drawn is told, only not what it means")
	}
	if len(p.Glyphs) == 2 && (p.Glyphs[0].Sure || !close100(p.Glyphs[1].Box[0], 30)) {
		t.Errorf("places must be right without characters: %+v", p.Glyphs)
	}
}

func TestWidthsByCID(t *testing.T) {
	m := toUnicode("1 beginbfrange <0000> <00FF> <0000> endbfrange")
	p := read(t, sheet(identity2("/DW 900/W[49[500 600]60 62 250]"), "BT /F 10 Tf 20 30 Td <0031003200330034003C003D003E003F> Tj ET", m))
	want := []float64{20, 25, 31, 40, 49, 51.5, 54, 56.5} // widths .5 .6 .9 .9 .25 .25 .25
	for i, g := range p.Glyphs {
		if !close100(g.Box[0], want[i]) {
			t.Errorf("glyph %d at %g, want %g", i, g.Box[0], want[i])
		}
	}
}

func TestPredefinedCMaps(t *testing.T) {
	gbk := func(s string) string {
		b, err := simplifiedchinese.GB18030.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`).Replace(b)
	}
	for _, c := range []struct{ encoding, str, want string }{
		{"UniGB-UCS2-H", "(\x4E\x00\x00\x35)", "一5"},
		{"UniGB-UTF16-H", "<4E000035D842DFB7>", "一5𠮷"},
		{"GBK-EUC-H", "(" + gbk("年度资金总额 35.77%镕") + ")", "年度资金总额 35.77%镕"},
		{"GBKp-EUC-H", "(" + gbk("执行率①（A）") + ")", "执行率①（A）"},
		{"GB-EUC-H", "(" + gbk("得分9.5") + ")", "得分9.5"},
		{"GBK2K-H", "(" + gbk("得分㐀9.5") + ")", "得分㐀9.5"},
		{"90ms-RKSJ-H", "(\x82\xA0)", "?"},
	} {
		font := "/Font<</F<</Type/Font/Subtype/Type0/BaseFont/STSong/Encoding/" + c.encoding + "/DescendantFonts[<</Subtype/CIDFontType0/BaseFont/STSong>>]>>>>"
		p := read(t, sheet(font, "BT /F 5 Tf 2 30 Td "+c.str+" Tj ET"))
		if got := shownText(p); got != c.want || (p.Unsure == "") == strings.Contains(c.want, "?") {
			t.Errorf("%s: %q, want %q; unsure %q", c.encoding, got, c.want, p.Unsure)
		}
	}
}

func TestEmbeddedCMap(t *testing.T) {
	encoding := stream("/Type/CMap/CMapName/Own", "begincmap 2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange 1 begincidrange <20> <7E> 100 endcidrange 1 begincidchar <8001> 7 endcidchar endcmap")
	m := stream("", "1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <41> <0041> <8001> <6548> endbfchar")
	font := "/Font<</F<</Type/Font/Subtype/Type0/BaseFont/X/Encoding 6 0 R/ToUnicode 5 0 R/DescendantFonts[<</Subtype/CIDFontType2/W[7[800]133[300]]>>]>>>>"
	p := read(t, sheet(font, "BT /F 10 Tf 20 30 Td <41800141> Tj ET", m, encoding))
	if shownText(p) != "A效A" {
		t.Fatalf("%q, unsure %q", shownText(p), p.Unsure)
	}
	if !close100(p.Glyphs[1].Box[0], 23) || !close100(p.Glyphs[2].Box[0], 31) {
		t.Errorf("widths .3 and .8: %+v", p.Glyphs)
	}
}

// <05> and <0005> are two codes, each with its own character.
func TestCodesOfSeveralLengths(t *testing.T) {
	encoding := stream("/Type/CMap/CMapName/Own", "2 begincodespacerange <01> <0F> <00000000> <00FFFFFF> endcodespacerange")
	m := stream("", "3 beginbfchar <01> <0031> <05> <0035> <00000001> <0039> endbfchar")
	font := "/Font<</F<</Type/Font/Subtype/Type0/BaseFont/X/Encoding 6 0 R/ToUnicode 5 0 R/DescendantFonts[<</Subtype/CIDFontType2>>]>>>>"
	p := read(t, sheet(font, "BT /F 10 Tf 20 30 Td <0105000000010000000501> Tj ET", m, encoding))
	if got := shownText(p); got != "159?1" {
		t.Errorf("%q, want 159, one unknown, 1", got)
	}
}

func TestSimpleFonts(t *testing.T) {
	for _, c := range []struct{ name, font, str, want string }{
		{"WinAnsi", "/Subtype/TrueType/BaseFont/Arial/Encoding/WinAnsiEncoding", `(\200 \226 \267)`, "€ – ·"},
		{"MacRoman", "/Subtype/TrueType/BaseFont/Arial/Encoding/MacRomanEncoding", `(\245)`, "•"},
		{"Standard", "/Subtype/Type1/BaseFont/Times-Roman", `(\047)`, "’"},
		{"differences", "/Subtype/Type1/BaseFont/X/FirstChar 1/Widths[1000 1000]/FontDescriptor<</MissingWidth 500>>/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/greaterequal/uni7EE9 65/five]>>", `(\001\002AB)`, "≥绩5B"},
		{"the Symbol font", "/Subtype/Type1/BaseFont/Symbol", `(\263\243)`, "≥≤"},
		{"Wingdings", "/Subtype/TrueType/BaseFont/Wingdings-Regular/Encoding/WinAnsiEncoding", `(\374)`, "✓"},
		{"ZapfDingbats", "/Subtype/Type1/BaseFont/ZapfDingbats", `(4)`, "✔"},
		{"names that say nothing", "/Subtype/Type1/BaseFont/ABCDEF+X/Encoding<</Differences[65/g12/G13]>>", `(AB)`, "??"},
		{"an encoding of its own", "/Subtype/TrueType/BaseFont/ABCDEF+X/FontDescriptor<</Flags 4/FontFile2 5 0 R>>", `(AB)`, "??"},
		{"GBK behind a Chinese name", "/Subtype/TrueType/BaseFont/#CB#CE#CC#E5/Encoding/WinAnsiEncoding", "(\xB5\xC3\xB7\xD6 9)", "得分 9"},
	} {
		p := read(t, sheet("/Font<</F<</Type/Font"+c.font+">>>>", "BT /F 10 Tf 20 30 Td "+c.str+" Tj ET", stream("", "")))
		if got := shownText(p); got != c.want || (p.Unsure == "") == strings.Contains(c.want, "?") {
			t.Errorf("%s: %q, want %q; unsure %q", c.name, got, c.want, p.Unsure)
		}
	}
}

// Chromium prints some fonts as Type3: names say nothing, ToUnicode everything.
func TestType3(t *testing.T) {
	const font = "/Font<</F<</Type/Font/Subtype/Type3/FontMatrix[.01 0 0 .01 0 0]/FontBBox[0 0 100 100]/FirstChar 1/LastChar 2/Widths[50 70]" +
		"/CharProcs<<>>/Encoding<</Differences[1/A/B]>>%>>>>"
	content := "BT /F 10 Tf 20 30 Td <0102> Tj ET"
	p := read(t, sheet(strings.Replace(font, "%", "/ToUnicode 5 0 R", 1), content, toUnicode("2 beginbfchar <01> <5206> <02> <6570> endbfchar")))
	if shownText(p) != "分数" || !close100(p.Glyphs[1].Box[0], 25) || !close100(p.Glyphs[1].Box[2], 32) {
		t.Errorf("%q %+v", shownText(p), p.Glyphs)
	}
	p = read(t, sheet(strings.Replace(font, "%", "", 1), content))
	if shownText(p) != "??" || p.Unsure == "" {
		t.Errorf("without a map: %q, unsure %q", shownText(p), p.Unsure)
	}
}

func TestSymbolsInPrivateUse(t *testing.T) {
	font := strings.ReplaceAll(identity2(""), "SimSun", "Symbol")
	p := read(t, sheet(font, "BT /F 10 Tf 20 30 Td <0003> Tj ET", toUnicode("1 beginbfchar <0003> <F0B3> endbfchar")))
	if got := shownText(p); got != "≥" {
		t.Errorf("Word writes the Symbol font so: %q, want ≥", got)
	}
}

// Fonts are known again by their references; names made to look like such must not mix them up.
func TestFontReferences(t *testing.T) {
	fonts := "/Font<</A#20#2FC 5 0 R/B/X#20#2FC#209#200#20R/C 6 0 R/D<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[65/six]>>>>/E 7 0 R>>"
	font := func(n string) string {
		return "<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[65/" + n + "]>>>>"
	}
	content := "BT 20 30 Td /A#20#2FC 10 Tf (A) Tj /C 10 Tf (A) Tj /D 10 Tf (A) Tj /E 10 Tf (A) Tj ET"
	p := read(t, sheet(fonts, content, font("one"), font("two"), font("three"), font("four"), font("nine")))
	if got := shownText(p); got != "1263" {
		t.Errorf("%q, want 1263, unsure %q", got, p.Unsure)
	}
}
