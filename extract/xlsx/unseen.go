package xlsx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"fuhe"
	"fuhe/extract/ooxml"
	"fuhe/extract/worksheet"
)

// What a cell holds and nobody sees: letters of the colour of what they stand on, figures whose format shows nothing.

// Colours are told as six hexadecimal digits, those of a theme or a palette by their names there.
const (
	paper   = "FFFFFF" // what a cell without a fill shows
	letters = "000000" // the colour of a font that states none
)

// pale is a text of which nobody sees a part, if the colours of its style are those of the sheet.
type pale struct {
	at     int    // among the cells
	seen   string // what is left of its text
	hidden string
}

// inkOf is the colour that an element states.
func inkOf(t xml.StartElement) string {
	if rgb := strings.ToUpper(ooxml.Attr(t, "rgb")); len(rgb) == 8 || len(rgb) == 6 {
		return rgb[len(rgb)-6:]
	}
	tint := ooxml.Attr(t, "tint")
	theme, index := ooxml.Attr(t, "theme"), ooxml.Attr(t, "indexed")
	switch {
	case theme == "0" && number(tint) == 0:
		return paper
	case theme == "1" && number(tint) == 0:
		return letters
	case theme != "":
		return "theme " + theme + " " + tint
	case index != "":
		return palettePrefix + index
	case isTrue(ooxml.Attr(t, "auto")) && t.Name.Local == "color":
		return letters
	}
	return ""
}

// palettePrefix begins the name of a colour of the palette.
const palettePrefix = "indexed "

// told is a colour with those of the palette looked up, as far as pages of text use them.
func (w *workbook) told(ink string) string {
	index, ok := strings.CutPrefix(ink, palettePrefix)
	if !ok {
		return ink
	}
	n, err := strconv.Atoi(index)
	switch {
	case err != nil || n < 0:
		return ""
	case n < len(w.palette):
		return w.palette[n]
	case n == 1 || n == 9:
		return paper
	case n == 0 || n == 8:
		return letters
	case n >= systemColours: // of a window, which are others for letters and for grounds
		return ""
	}
	return ink
}

// alike reports whether letters of a colour are not seen on a ground.
func (w *workbook) alike(ink, ground string) bool {
	ink, ground = w.told(ink), w.told(ground)
	return ink != "" && ink == ground || ooxml.Alike(ink, ground)
}

// unseen notes what nobody sees of a cell as it is shown.
func (w *workbook) unseen(s *sheet, c *stored, is cellStyle, cell *worksheet.Cell) {
	fades := func(ink string) bool { return w.alike(ink, is.ground) }
	isText := c.kind == "s" || c.kind == "str" || c.kind == "inlineStr"
	switch {
	case cell.Text == "" && !cell.Struck && w.formatHides(c, is.format, isText):
		s.hide(c.row, c.col, c.value)
		if cell.Doubt == nil && holdsFigure(c.value) {
			cell.Doubt = fuhe.DoubtUnshown
		}
	case cell.Text == "":
	case isText:
		rich, hidden := worksheet.Rich{Plain: c.value, Runs: c.runs}.Parted(is.look, fades)
		if hidden == "" {
			return
		}
		seen, _ := rich.Seen(is.look)
		if seen != "" {
			seen = worksheet.Joined(is.format.Text(seen))
		}
		s.pale = append(s.pale, pale{c.at, seen, worksheet.Joined(hidden)})
	case fades(is.look.Ink):
		s.pale = append(s.pale, pale{c.at, "", cell.Text})
	}
}

// formatHides reports whether it is the number format that shows nothing of a value; a zero that formats leave blank is
// shown as they mean it.
func (w *workbook) formatHides(c *stored, f *worksheet.Format, isText bool) bool {
	if isText {
		return strings.TrimSpace(c.value) != "" && strings.TrimSpace(f.Text(c.value)) == ""
	}
	v, ok := worksheet.ParseStored(c.value)
	if !ok || c.kind != "" && c.kind != "n" {
		return false
	}
	text, sure := f.Number(v, w.date1904)
	if sure && v.Sign() == 0 {
		one, _ := worksheet.ParseStored("1")
		text, sure = f.Number(one, w.date1904)
	}
	return sure && strings.TrimSpace(text) == ""
}

// leaveUnseen takes out what nobody sees. Where colours may be others than those of the styles, it is in doubt instead.
func (s *sheet) leaveUnseen() {
	for _, p := range s.pale {
		c := &s.Cells[p.at]
		doubt := fuhe.DoubtUnseen
		if s.restyled {
			doubt = fuhe.DoubtStyled
		} else {
			c.Text = p.seen
			s.hide(c.Row, c.Col, p.hidden)
		}
		if c.Doubt == nil && holdsFigure(p.hidden) {
			c.Doubt = doubt
		}
	}
	s.pale = nil
}

// hide notes a text that nobody sees.
func (s *sheet) hide(row, col int, text string) {
	if len(s.Unseen) < maxUnseen {
		s.Unseen = append(s.Unseen, worksheet.Unseen{Row: row, Col: col, Text: text})
	}
}

func holdsFigure(text string) bool { return strings.ContainsAny(text, "0123456789") }
