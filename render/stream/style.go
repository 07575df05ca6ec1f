package stream

import (
	"fmt"
	"strings"
)

// Style is the look of a cell.
type Style struct {
	Size   float64 // of the font in points, 0 for the usual one
	Bold   bool
	Color  string // of the font, "RRGGBB"; "" for black
	Fill   string // of the ground, "RRGGBB"; "" for none
	Format string // number format; "@" for text that stays text when it is edited
	Align  Align
	Border bool
	NoWrap bool
	Link   bool
}

// Align is where a text stands in its cell.
type Align uint8

// Places of a text in its cell.
const (
	Left Align = iota
	Centre
	Right
)

const usualSize = 10

// styles are the styles of a workbook in the order they were first asked for.
type styles struct {
	ids     map[Style]int
	fonts   parts
	fills   parts
	formats parts
	cells   []string
}

// parts are pieces of the part for styles, each once.
type parts struct {
	ids  map[string]int
	list []string
}

func (p *parts) id(s string) int {
	if p.ids == nil {
		p.ids = map[string]int{}
	}
	n, ok := p.ids[s]
	if !ok {
		n = len(p.list)
		p.ids[s], p.list = n, append(p.list, s)
	}
	return n
}

func newStyles() styles {
	s := styles{ids: map[Style]int{}}
	s.fonts.id(fontXML(Style{}))
	s.fills.id(`<fill><patternFill patternType="none"/></fill>`)
	s.fills.id(`<fill><patternFill patternType="gray125"/></fill>`) // the file format wants these two first
	s.id(Style{})
	return s
}

func fontXML(s Style) string {
	var b strings.Builder
	b.WriteString("<font>")
	if s.Bold {
		b.WriteString("<b/>")
	}
	if s.Link {
		b.WriteString("<u/>")
		s.Color = "0563C1"
	}
	size := s.Size
	if size == 0 {
		size = usualSize
	}
	fmt.Fprintf(&b, `<sz val="%g"/>`, size)
	if s.Color != "" {
		fmt.Fprintf(&b, `<color rgb="FF%s"/>`, s.Color)
	}
	b.WriteString(`<name val="宋体"/><family val="3"/><charset val="134"/></font>`)
	return b.String()
}

// firstOwnFormat is the first number that a workbook may give to a number format of its own.
const firstOwnFormat = 164

// formatID is the number of a number format: built in, or one of this workbook.
func (s *styles) formatID(format string) int {
	switch format {
	case "", "General":
		return 0
	case "0":
		return 1
	case "0.00":
		return 2
	case "#,##0":
		return 3
	case "#,##0.00":
		return 4
	case "0%":
		return 9
	case "0.00%":
		return 10
	case "@":
		return 49
	}
	return firstOwnFormat + s.formats.id(format)
}

// id is the number of a style.
func (s *styles) id(st Style) int {
	if n, ok := s.ids[st]; ok {
		return n
	}
	n := len(s.cells)
	s.ids[st] = n
	fill, border := 0, 0
	if st.Fill != "" {
		fill = s.fills.id(fmt.Sprintf(`<fill><patternFill patternType="solid"><fgColor rgb="FF%s"/><bgColor indexed="64"/></patternFill></fill>`, st.Fill))
	}
	if st.Border {
		border = 1
	}
	wrap := ` wrapText="1"`
	if st.NoWrap {
		wrap = ""
	}
	s.cells = append(s.cells, fmt.Sprintf(`<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="%s" vertical="center"%s/></xf>`,
		s.formatID(st.Format), s.fonts.id(fontXML(st)), fill, border, [...]string{"left", "center", "right"}[st.Align], wrap))
	return n
}

// Style is the number of a style in the workbook.
func (b *Book) Style(s Style) int { return b.styles.id(s) }

// xml is the part for styles.
func (s *styles) xml() string {
	var b strings.Builder
	b.WriteString(`<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`)
	if n := len(s.formats.list); n > 0 {
		fmt.Fprintf(&b, `<numFmts count="%d">`, n)
		for i, f := range s.formats.list {
			fmt.Fprintf(&b, `<numFmt numFmtId="%d" formatCode="%s"/>`, firstOwnFormat+i, escaped(f))
		}
		b.WriteString(`</numFmts>`)
	}
	var thin strings.Builder
	for _, side := range []string{"left", "right", "top", "bottom"} {
		fmt.Fprintf(&thin, `<%[1]s style="thin"><color auto="1"/></%[1]s>`, side)
	}
	fmt.Fprintf(&b, `<fonts count="%d">%s</fonts><fills count="%d">%s</fills>`, len(s.fonts.list), strings.Join(s.fonts.list, ""), len(s.fills.list), strings.Join(s.fills.list, ""))
	fmt.Fprintf(&b, `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>%s<diagonal/></border></borders>`, thin.String())
	b.WriteString(`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`)
	fmt.Fprintf(&b, `<cellXfs count="%d">%s</cellXfs>`, len(s.cells), strings.Join(s.cells, ""))
	b.WriteString(`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`)
	return b.String()
}
