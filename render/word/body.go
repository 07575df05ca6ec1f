package word

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// body is the text of a document being written. Whatever comes from a document is escaped text.
type body struct{ out bytes.Buffer }

func newBody() *body { return &body{} }

// sizes of type in half points, as the format has them.
const (
	titleSize = 36
	textSize  = 21
)

// paragraph writes a paragraph of one look.
func (b *body) paragraph(text string, size int, bold, centred bool) {
	b.out.WriteString("<w:p><w:pPr>")
	if centred {
		b.out.WriteString(`<w:jc w:val="center"/>`)
	}
	b.out.WriteString("</w:pPr><w:r><w:rPr>")
	if bold {
		b.out.WriteString("<w:b/>")
	}
	fmt.Fprintf(&b.out, `<w:sz w:val="%d"/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r></w:p>`, size, escaped(text))
}

func (b *body) title(text string) { b.paragraph(text, titleSize, true, true) }
func (b *body) line(text string)  { b.paragraph(text, textSize, false, false) }

// table begins a table with columns so wide, in twentieths of a point.
func (b *body) table(widths ...int) *table {
	b.out.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		fmt.Fprintf(&b.out, `<w:%s w:val="single" w:sz="4" w:space="0" w:color="000000"/>`, side)
	}
	b.out.WriteString(`</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		fmt.Fprintf(&b.out, `<w:gridCol w:w="%d"/>`, w)
	}
	b.out.WriteString("</w:tblGrid>")
	return &table{b, widths}
}

type table struct {
	*body
	widths []int
}

// head writes the headings, which each page repeats.
func (t *table) head(cells ...string) { t.cells(cells, true) }

// row writes a row; a line of a text becomes a paragraph.
func (t *table) row(cells ...string) { t.cells(cells, false) }

func (t *table) cells(cells []string, head bool) {
	t.out.WriteString("<w:tr>")
	if head {
		t.out.WriteString("<w:trPr><w:tblHeader/></w:trPr>")
	}
	for i, text := range cells {
		fmt.Fprintf(&t.out, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`, t.widths[i])
		for line := range strings.SplitSeq(text, "\n") {
			t.paragraph(line, textSize, head || i == 0 && len(cells) == 2, head)
		}
		t.out.WriteString("</w:tc>")
	}
	t.out.WriteString("</w:tr>")
}

func (t *table) end() { t.out.WriteString("</w:tbl>") }

// escaped is a text that XML can hold.
func escaped(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == utf8.RuneError || r == '\uFFFE' || r == '\uFFFF' {
			return -1
		}
		return r
	}, text)
	var out strings.Builder
	if err := xml.EscapeText(&out, []byte(text)); err != nil {
		return "" // a strings.Builder takes everything
	}
	return out.String()
}

const (
	namespaces   = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	header       = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	contentTypes = header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
		`<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>` +
		`<Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>` +
		`<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>`
	rootRels     = header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	documentRels = header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>` +
		`<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>` +
		`<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/></Relationships>`
	fonts    = header + `<w:fonts ` + namespaces + `><w:font w:name="宋体"/><w:font w:name="Times New Roman"/></w:fonts>`
	settings = header + `<w:settings ` + namespaces + `><w:defaultTabStop w:val="420"/></w:settings>`
	styles   = header + `<w:styles ` + namespaces + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`
	footer = header + `<w:ftr ` + namespaces + `><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> / </w:t></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`
	// A4 with margins of two centimetres, the footer on each page.
	section = `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`
)

// write writes the document.
func (b *body) write(w io.Writer) error {
	z := zip.NewWriter(w)
	for _, part := range []struct{ name, content string }{
		{"[Content_Types].xml", contentTypes}, {"_rels/.rels", rootRels}, {"word/_rels/document.xml.rels", documentRels}, {"word/styles.xml", styles}, {"word/settings.xml", settings}, {"word/fontTable.xml", fonts}, {"word/footer1.xml", footer},
		{"word/document.xml", header + "<w:document " + namespaces + "><w:body>" + b.out.String() + section + "</w:body></w:document>"},
	} {
		to, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(to, part.content); err != nil {
			return err
		}
	}
	return z.Close()
}
