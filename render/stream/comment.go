package stream

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"fuhe"
)

type comment struct {
	row, col int
	text     string
}

// Comment puts a comment on a cell; a further one goes under the first, for a cell has one at most.
func (s *Sheet) Comment(row, col int, text string) {
	if s.commented == nil {
		s.commented = map[[2]int]int{}
	}
	n, found := s.commented[[2]int{row, col}]
	if found {
		text = s.comments[n].text + "\n" + text
	}
	if r := []rune(text); len(r) > maxComment {
		text = string(r[:maxComment]) + "…"
	}
	if found {
		s.comments[n].text = text
		return
	}
	s.commented[[2]int{row, col}] = len(s.comments)
	s.comments = append(s.comments, comment{row, col, text})
}

// writeComments writes the comments of a sheet: their texts, their boxes, and what ties both to the sheet.
func (s *Sheet) writeComments() error {
	var texts, boxes strings.Builder
	texts.WriteString(`<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>fuhe</author></authors><commentList>`)
	boxes.WriteString(`<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
		`<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`)
	for i, c := range s.comments {
		fmt.Fprintf(&texts, `<comment ref="%s" authorId="0"><text><r><rPr><sz val="9"/><rFont val="宋体"/></rPr><t xml:space="preserve">%s</t></r></text></comment>`, fuhe.Ref(c.row, c.col, 1, 1), escaped(literal(c.text)))
		lines := math.Ceil(float64(utf8.RuneCountInString(c.text))/commentChars) + 1
		fmt.Fprintf(&boxes, `<v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;width:%gpt;height:%gpt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:textbox/>`+
			`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%d, 15, %d, 2, %d, 31, %d, 1</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`,
			1025+i, commentWide, lines*commentLine, c.col+1, c.row, c.col+4, c.row+int(lines), c.row, c.col)
	}
	texts.WriteString(`</commentList></comments>`)
	boxes.WriteString(`</xml>`)
	relations := fmt.Sprintf(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" Target="../drawings/vmlDrawing%[1]d.vml"/>`+
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments%[1]d.xml"/></Relationships>`, s.n)
	for _, p := range []struct{ name, content string }{
		{fmt.Sprintf("xl/comments%d.xml", s.n), texts.String()},
		{fmt.Sprintf("xl/drawings/vmlDrawing%d.vml", s.n), boxes.String()},
		{fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", s.n), relations},
	} {
		if err := s.book.whole(p.name, p.content); err != nil {
			return err
		}
	}
	return nil
}
