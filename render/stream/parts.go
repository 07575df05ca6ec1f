package stream

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"fuhe/render"
)

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const (
	customPart = "docProps/custom.xml"
	coreXML    = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		`<dc:creator>fuhe</dc:creator><cp:lastModifiedBy>fuhe</cp:lastModifiedBy></cp:coreProperties>`
	appXML = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>fuhe</Application></Properties>`
)

// rootRelations tie the parts that say what the file is to it.
func (b *Book) rootRelations() string {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	var out strings.Builder
	out.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	fmt.Fprintf(&out, `<Relationship Id="rId1" Type="%sofficeDocument" Target="xl/workbook.xml"/>`, office)
	out.WriteString(`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`)
	fmt.Fprintf(&out, `<Relationship Id="rId3" Type="%sextended-properties" Target="docProps/app.xml"/>`, office)
	if b.Seal != nil {
		fmt.Fprintf(&out, `<Relationship Id="rId4" Type="%scustom-properties" Target="%s"/>`, office, customPart)
	}
	out.WriteString(`</Relationships>`)
	return out.String()
}

// order is the order sheets stand in: by the number of the sheet, the first ones before all others.
func (b *Book) order() []int {
	out := make([]int, len(b.sheets))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(x, y int) int {
		switch {
		case b.sheets[x].first == b.sheets[y].first:
			return 0
		case b.sheets[x].first:
			return -1
		}
		return 1
	})
	return out
}

func (b *Book) workbookXML() string {
	var out, names strings.Builder
	out.WriteString(`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView/></bookViews><sheets>`)
	for place, i := range b.order() {
		s := b.sheets[i]
		fmt.Fprintf(&out, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, escaped(s.name), i+1, i+1)
		if s.filter != "" {
			fmt.Fprintf(&names, `<definedName name="_xlnm._FilterDatabase" localSheetId="%d" hidden="1">%s</definedName>`, place, escaped(render.QuoteSheet(s.name)+"!"+absolute(s.filter)))
		}
		if s.titles != "" {
			fmt.Fprintf(&names, `<definedName name="_xlnm.Print_Titles" localSheetId="%d">%s</definedName>`, place, escaped(s.titles))
		}
	}
	out.WriteString(`</sheets>`)
	if names.Len() > 0 {
		out.WriteString(`<definedNames>` + names.String() + `</definedNames>`)
	}
	out.WriteString(`</workbook>`)
	return out.String()
}

var refParts = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`([A-Z]+)([0-9]+)`) })

func absolute(ref string) string { return refParts().ReplaceAllString(ref, `$$$1$$$2`) }

func (b *Book) relations() string {
	var out strings.Builder
	out.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i := range b.sheets {
		fmt.Fprintf(&out, `<Relationship Id="rId%[1]d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%[1]d.xml"/>`, i+1)
	}
	fmt.Fprintf(&out, `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`, len(b.sheets)+1)
	return out.String()
}

func (b *Book) contentTypes() string {
	var out strings.Builder
	out.WriteString(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`)
	override := func(part, kind string) {
		fmt.Fprintf(&out, `<Override PartName="%s" ContentType="%s"/>`, part, kind)
	}
	const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	override("/xl/workbook.xml", sheet+"sheet.main+xml")
	override("/xl/styles.xml", sheet+"styles+xml")
	override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
	override("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
	if b.Seal != nil {
		override("/"+customPart, "application/vnd.openxmlformats-officedocument.custom-properties+xml")
	}
	for i, s := range b.sheets {
		override(fmt.Sprintf("/xl/worksheets/sheet%d.xml", i+1), sheet+"worksheet+xml")
		if s.comments {
			override(fmt.Sprintf("/xl/comments%d.xml", i+1), sheet+"comments+xml")
		}
	}
	out.WriteString(`</Types>`)
	return out.String()
}

// escapeLike is what spreadsheet files write for a control character: a text that looks like one must say it is none.
var escapeLike = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`) })

// literal is a text as a cell holds it: no longer than a cell may be, and what looks like an escape no escape.
func literal(s string) string {
	if cut := render.CutUnits(s, render.MaxCellUnits); cut != s {
		const tail = "……（过长，以下从略）"
		s = render.CutUnits(s, render.MaxCellUnits-len(tail)) + tail
	}
	if !strings.Contains(s, "_x") {
		return s
	}
	return escapeLike().ReplaceAllString(s, "_x005F$0")
}

// escaped is a text in XML, without the characters that XML cannot hold.
func escaped(s string) string {
	for i := 0; i < len(s); i++ {
		if !plainByte(s[i]) {
			return string(appendEscaped(make([]byte, 0, len(s)+16), s))
		}
	}
	return s
}

// plainByte tells the characters of ASCII that stand in XML as they are.
func plainByte(c byte) bool {
	return c >= 0x20 && c < utf8.RuneSelf && c != '&' && c != '<' && c != '>' && c != '"'
}

// appendEscaped appends a text as it is escaped.
func appendEscaped(to []byte, s string) []byte {
	for _, r := range strings.ToValidUTF8(s, "\ufffd") {
		switch {
		case r == '&':
			to = append(to, "&amp;"...)
		case r == '<':
			to = append(to, "&lt;"...)
		case r == '>':
			to = append(to, "&gt;"...)
		case r == '"':
			to = append(to, "&quot;"...)
		case r == '\n', r == '\t':
			to = append(to, byte(r))
		case r < 0x20, r == 0xFFFE, r == 0xFFFF:
		default:
			to = utf8.AppendRune(to, r)
		}
	}
	return to
}
