package ofd

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"fuhe/extract/page/inferred"
	"maps"
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

// packed is a package of parts.
func packed(t testing.TB, parts map[string]string) *bytes.Reader {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(parts[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return bytes.NewReader(b.Bytes())
}

const space = ` xmlns:ofd="http://www.ofdspec.org/2016"`

// of is a package of one page with this content, and resources.
func of(content, resources string, more ...string) map[string]string {
	parts := map[string]string{
		"OFD.xml": `<ofd:OFD` + space + `><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
		"Doc_0/Document.xml": `<ofd:Document` + space + `><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>` +
			`<ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:TemplatePage ID="90" BaseLoc="Tpls/T.xml"/></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/P.xml"/></ofd:Pages></ofd:Document>`,
		"Doc_0/PublicRes.xml": `<ofd:Res` + space + ` BaseLoc="Res">` + resources + `</ofd:Res>`,
		"Doc_0/Pages/P.xml":   `<ofd:Page` + space + `>` + content + `</ofd:Page>`,
	}
	for i := 0; i+1 < len(more); i += 2 {
		parts[more[i]] = more[i+1]
	}
	return parts
}

func layer(objects ...string) string {
	return `<ofd:Content><ofd:Layer ID="2">` + strings.Join(objects, "") + `</ofd:Layer></ofd:Content>`
}

// rules are those of a table of two columns and two rows, 20 to 80 mm across, 20 to 40 mm down.
var rules = drawn(`Boundary="0 0 210 297"`, "M 20 20 L 80 20 M 20 30 L 80 30 M 20 40 L 80 40 M 20 20 L 20 40 M 50 20 L 50 40 M 80 20 L 80 40")

func drawn(attrs, data string) string {
	return fmt.Sprintf(`<ofd:PathObject %s><ofd:AbbreviatedData>%s</ofd:AbbreviatedData></ofd:PathObject>`, attrs, data)
}

// words is a text at a place in millimetres.
func words(x, y float64, text string) string {
	return fmt.Sprintf(`<ofd:TextObject Boundary="%g %g 40 6" Size="3.5" Font="7"><ofd:TextCode X="0" Y="4" DeltaX="g %d 3.5">%s</ofd:TextCode></ofd:TextObject>`, x, y-4, len([]rune(text))-1, text)
}

func readParts(t *testing.T, parts map[string]string) (grid.Book, error) {
	t.Helper()
	r := packed(t, parts)
	return Read(context.Background(), r, r.Size(), inferred.Wish{})
}

// texts are the texts of the first table, row by row.
func texts(t *testing.T, parts map[string]string) string {
	t.Helper()
	b, err := readParts(t, parts)
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Grids) == 0 {
		t.Fatalf("no table; unread: %v", b.Unread)
	}
	var out []string
	for _, c := range b.Grids[0].Cells {
		out = append(out, c.Text)
	}
	if u := b.Grids[0].Unsure; u != "" {
		out = append(out, "unsure: "+u)
	}
	return strings.Join(out, "|")
}

// TestDrawn: what is drawn by every means of the format is where it is seen.
func TestDrawn(t *testing.T) {
	figures := words(21, 27, "甲") + words(51, 27, "乙") + words(21, 37, "丙")
	half := `<ofd:TextObject Boundary="51 33 20 6" CTM="0.5 0 0 0.5 0 0" Size="7" Font="7"><ofd:TextCode X="0" Y="8" DeltaX="g 3 3.6 2 3.6">147.64</ofd:TextCode></ofd:TextObject>`
	template := "Doc_0/Tpls/T.xml"
	used := `<ofd:Template TemplateID="90"/>`
	for _, c := range []struct {
		name  string
		parts map[string]string
	}{
		{"a scaled text with a run of equal steps", of(layer(rules, figures, half), "")},
		{"rules of a template", of(used+layer(figures, half), "", template, `<ofd:Page`+space+`>`+layer(rules)+`</ofd:Page>`)},
		{"a foreground layer and a block", of(`<ofd:Content><ofd:Layer ID="3" Type="Foreground">`+half+`</ofd:Layer><ofd:Layer ID="2"><ofd:PageBlock>`+rules+figures+`</ofd:PageBlock></ofd:Layer></ofd:Content>`, "")},
		{"rules of a composite object", of(layer(`<ofd:CompositeObject Boundary="10 0 210 297" CTM="2 0 0 2 -10 0" ResourceID="5"/>`, figures, half),
			`<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5" Width="1" Height="1"><ofd:Content>`+drawn(`Boundary="0 0 105 150" LineWidth="0.1"`, "M 10 10 L 40 10 M 10 15 L 40 15 M 10 20 L 40 20 M 10 10 L 10 20 M 25 10 L 25 20 M 40 10 L 40 20")+`</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`)},
		{"a stamp and a watermark are no text", of(layer(rules, figures, half), "", "Doc_0/Document.xml",
			strings.Replace(of("", "")["Doc_0/Document.xml"], "</ofd:Document>", "<ofd:Annotations>Annots.xml</ofd:Annotations></ofd:Document>", 1),
			"Doc_0/Annots.xml", `<ofd:Annotations`+space+`><ofd:Page PageID="1"><ofd:FileLoc>A.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
			"Doc_0/A.xml", `<ofd:PageAnnot`+space+`><ofd:Annot Type="Stamp"><ofd:Appearance Boundary="0 0 210 297">`+words(52, 37, "章")+`</ofd:Appearance></ofd:Annot><ofd:Annot Type="Watermark"><ofd:Appearance>`+words(21, 37, "密")+`</ofd:Appearance></ofd:Annot></ofd:PageAnnot>`)},
		{"a white text and one that is not visible", of(layer(rules, figures, half, `<ofd:TextObject Boundary="55 33 20 6" Size="3.5" Font="7" DrawParam="8"><ofd:TextCode X="0" Y="4">9</ofd:TextCode></ofd:TextObject>`, strings.Replace(words(60, 37, "8"), "Size", `Visible="false" Size`, 1)),
			`<ofd:DrawParams><ofd:DrawParam ID="8" Relative="9"/><ofd:DrawParam ID="9"><ofd:FillColor Value="255 255 255"/></ofd:DrawParam></ofd:DrawParams>`)},
		{"frames filled dark around white cells", of(layer(
			drawn(`Boundary="0 0 210 297" Fill="true" Stroke="false" Rule="Even-Odd"`, "M 20 20 L 80 20 L 80 20.3 L 20 20.3 C M 20 30 L 80 30 L 80 30.3 L 20 30.3 C M 20 40 L 80 40 L 80 40.3 L 20 40.3 C"),
			drawn(`Boundary="0 0 210 297" Fill="true" Stroke="false"`, "M 20 20 L 20.3 20 L 20.3 40 L 20 40 C M 50 20 L 50.3 20 L 50.3 40 L 50 40 C M 80 20 L 80.3 20 L 80.3 40 L 80 40 C"), figures, half), "")},
	} {
		if got := texts(t, c.parts); got != "甲|乙|丙|147.64" {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// TestClipped: what a clip hides is not drawn.
func TestClipped(t *testing.T) {
	long := drawn(`Boundary="0 0 210 297"`, "M 20 20 L 200 20 M 20 30 L 200 30 M 20 20 L 20 30 M 50 20 L 50 30 M 80 20 L 80 30 M 200 20 L 200 30")
	clips := `<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="0 0 81 297"><ofd:AbbreviatedData>M 0 0 L 81 0 L 81 297 L 0 297 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>`
	b, err := readParts(t, of(layer(strings.Replace(long, "<ofd:Abb", clips+"<ofd:Abb", 1), words(21, 27, "甲"), words(51, 27, "乙")), ""))
	if err != nil || len(b.Grids) != 1 || b.Grids[0].Cols != 2 {
		t.Errorf("%v: %+v", err, b.Grids)
	}
}

// TestGlyphCodes: what a private code shows is told by the glyph it is drawn with; a digit that another one is drawn for is
// not believed.
func TestGlyphCodes(t *testing.T) {
	program := fontOf(map[rune]int{'3': 20, '5': 21, '7': 22})
	res := `<ofd:Fonts><ofd:Font ID="7" FontName="F"><ofd:FontFile>f.ttf</ofd:FontFile></ofd:Font></ofd:Fonts>`
	coded := func(text string, glyphs ...int) string {
		return fmt.Sprintf(`<ofd:TextObject Boundary="51 33 20 6" Size="3.5" Font="7"><ofd:CGTransform CodePosition="0" CodeCount="%d" GlyphCount="%[1]d"><ofd:Glyphs>%s</ofd:Glyphs></ofd:CGTransform>`+
			`<ofd:TextCode X="0" Y="4" DeltaX="1.8 1.8">%s</ofd:TextCode></ofd:TextObject>`, len(glyphs), strings.Trim(fmt.Sprint(glyphs), "[]"), text)
	}
	for _, c := range []struct{ text, want string }{
		{coded("357", 20, 21, 22), "甲|乙|丙|357"},
		{coded("\ue001\ue002\ue003", 20, 21, 22), "甲|乙|丙|357"},
		{coded("3\ue0025", 20, 99, 21), "甲|乙|丙|3\uFFFD5|unsure: 1 characters without Unicode on page 1"},
		{coded("337", 20, 21, 22), "甲|乙|丙|3\uFFFD7|unsure: 1 characters without Unicode on page 1"},
	} {
		parts := of(layer(rules, words(21, 27, "甲"), words(51, 27, "乙"), words(21, 37, "丙"), c.text), res, "Doc_0/Res/f.ttf", string(program))
		if got := texts(t, parts); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

// TestNotRead: what is not read says why.
func TestNotRead(t *testing.T) {
	var shapes []string
	for i := range 40 {
		x := 21 + i%10
		shapes = append(shapes, drawn(fmt.Sprintf(`Boundary="%d %d 3 3" Fill="true" Stroke="false"`, x, 22+i/10), "M 0 0 B 1 1 2 1 2 0 L 1 2 C"))
	}
	b, err := readParts(t, of(layer(append(shapes, rules)...), ""))
	if err != nil || len(b.Unread) != 1 || b.Unread[0].Code != fuhe.Outlines || len(b.Sizes) != 1 {
		t.Errorf("outlines: %v %+v", err, b)
	}
	if _, err := readParts(t, of(layer(rules), "", "Encryptions.xml", "<E/>")); !errors.Is(err, grid.ErrLocked) {
		t.Errorf("encrypted: %v", err)
	}
	parts := of(layer(rules), "")
	delete(parts, "Doc_0/Pages/P.xml")
	if b, err := readParts(t, parts); err != nil || len(b.Unread) != 1 || !strings.Contains(b.Unread[0].Reason, "missing") {
		t.Errorf("page missing: %v %+v", err, b.Unread)
	}
	parts = of(layer(rules, words(21, 27, "甲")), "")
	parts["OFD.xml"] = strings.Replace(parts["OFD.xml"], "</ofd:OFD>", `<ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody><ofd:DocBody><ofd:DocRoot>none.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`, 1)
	if b, err := readParts(t, parts); err != nil || b.Pages != 2 || len(b.Grids) != 2 || b.Grids[1].Page != 2 || len(b.Unread) != 1 {
		t.Errorf("several documents: %v, %d pages, %v", err, b.Pages, b.Unread)
	}
}

// TestSizes: pages are told in points.
func TestSizes(t *testing.T) {
	b, err := readParts(t, of(layer(rules), ""))
	if err != nil || len(b.Sizes) != 1 || b.Sizes[0].Width != 595.28 || b.Sizes[0].Height != 841.89 {
		t.Errorf("%v: %+v", err, b.Sizes)
	}
}
