package pdfium

import (
	"bytes"
	"maps"
	"os"
	"strings"
	"testing"
)

// The font of this file draws 5, 7 and A for the codes 33, 34 and 65, and says nowhere that it does.
func TestUnnamedShapesAreNotGuessed(t *testing.T) {
	b, err := os.ReadFile("testdata/symbolic-truetype.pdf")
	if err != nil {
		t.Fatal(err)
	}
	p := firstPage(t, b)
	if letters(p) != "???" || !strings.Contains(p.Unsure, "3 characters") {
		t.Errorf("read %q, unsure %q", letters(p), p.Unsure)
	}
	named := bytes.Replace(b, []byte("/Subtype/TrueType"), []byte("/Subtype/TrueType/ToUnicode 8 0 R"), 1)
	named = append(named[:bytes.Index(named, []byte("xref\n0"))], []byte("8 0 obj\n"+stream("",
		"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <ff> endcodespacerange "+
			"3 beginbfchar <21> <0035> <22> <0037> <41> <0041> endbfchar endcmap end end")+"\nendobj\ntrailer\n<</Root 1 0 R/Size 9>>\n%%EOF\n")...)
	if p := firstPage(t, named); letters(p) != "57A" || p.Unsure != "" {
		t.Errorf("with ToUnicode read %q, unsure %q", letters(p), p.Unsure)
	}
}

func TestFontsThatSay(t *testing.T) {
	for text, want := range map[string]map[string]bool{
		"1 0 obj <</Type/Font/BaseFont/A/Subtype/TrueType>> endobj":                                    {"A": false},
		"1 0 obj <</BaseFont/A/Subtype/TrueType/ToUnicode 2 0 R>> endobj":                              {"A": true},
		"1 0 obj <</Encoding/WinAnsiEncoding/BaseFont/A/Subtype/TrueType>>":                            {"A": true},
		"1 0 obj <</Encoding <</Differences[1/a]>>/Subtype/TrueType/BaseFont/A>>":                      {"A": true},
		"<</BaseFont/ABCDEF+A/Subtype/Type0>>":                                                         {"A": true},
		"<</BaseFont/A#20B/Subtype/Type1>>":                                                            {"A B": true},
		"<</BaseFont/A/Subtype 7 0 R>>":                                                                {"A": false},
		"<</BaseFont/A/Subtype/TrueType/X/ToUnicode>>":                                                 {"A": false},
		"<</BaseFont/A/Subtype/TrueType/X(/ToUnicode 2 0 R)/Y[/ToUnicode 2 0 R]/Z<</ToUnicode 1>> >>":  {"A": false},
		"<</BaseFont/A/Subtype/Type1>> <</BaseFont/A/Subtype/TrueType>>":                               {"A": false},
		"<</BaseFont/A/Subtype/TrueType>> <</BaseFont/A/Subtype/Type1>>":                               {"A": false},
		"<</Length 9>> stream\n<</BaseFont/A/Subtype/Type1>>\nendstream <</BaseFont/B/Subtype/Type1>>": {"B": true},
		"<</Font<</F<</BaseFont/A/Subtype/Type1>>>>>>":                                                 {"A": true},
		strings.Repeat("<<", 5000) + "/BaseFont/A/Subtype/Type1>>":                                     {},
		">> ] <</BaseFont/A/Subtype/Type3>> ] >>":                                                      {"A": true},
		"<</BaseFont": {},
	} {
		got := look([]byte(text)).says
		if !maps.Equal(got, want) {
			t.Errorf("%.80s: %v, want %v", text, got, want)
		}
	}
}

// Whatever the bytes, looking through them ends, and no font is relied on whose name is not written there.
func FuzzLook(f *testing.F) {
	f.Add([]byte("1 0 obj <</BaseFont/A/Subtype/TrueType/ToUnicode 2 0 R/X(a\\)b)/Y<00>/Z[/A#41 1 0 R]>> stream x endstream % y\nendobj"))
	f.Add([]byte("<</BaseFont/ABCDEF+A/Subtype/Type0>>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		for name, says := range look(b).says {
			if says && !bytes.Contains(b, []byte("#")) && !bytes.Contains(b, []byte(name)) {
				t.Errorf("%q is said nowhere", name)
			}
		}
		for rest := b; ; {
			token, after := next(rest)
			if token == "" {
				break
			}
			if len(after) >= len(rest) {
				t.Fatal("no way forward")
			}
			rest = after
		}
	})
}

func TestLayersThatAreOff(t *testing.T) {
	for text, want := range map[string]bool{
		"<</OCProperties<</OCGs[1 0 R]/D<</ON[1 0 R]/OFF[]/Order[1 0 R]>>>>>>":       false,
		"<</OCProperties<</OCGs[1 0 R]/D<</ON[1 0 R]/OFF[ 1 0 R]/Order[1 0 R]>>>>>>": true,
		"<</D<</OFF 7 0 R>>>>":            true,
		"<</D<</BaseState/OFF>>>>":        true,
		"<</D<</BaseState/ON>>>>":         false,
		"<</OFF[<</Name(a)>>]>>":          true,
		"<</BaseFont/OFF/Subtype/Type1>>": false,
	} {
		if got := look([]byte(text)).layersOff; got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}
