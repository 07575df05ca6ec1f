package xlsx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/ooxml"
	"fuhe/extract/worksheet"
)

// What a cell holds and nobody sees: letters of the colour of what they stand on, figures whose format shows nothing.

// Colours are told as six hexadecimal digits, those of a theme or a palette by their names there.
const (
	paper   = "FFFFFF" // what a cell without a fill shows
	letters = "000000" // the colour of a font that states none
)

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
	return ink != "" && ink == ground || grid.Alike(ink, ground)
}

// unseen notes what nobody sees of a cell as it is shown.
func (w *workbook) unseen(s *sheet, c *stored, is *cellStyle, cell *worksheet.Cell) {
	fades := func(l worksheet.Look) bool { return l.Tiny() || w.alike(l.Ink, is.ground) }
	isText := c.kind == "s" || c.kind == "str" || c.kind == "inlineStr"
	switch {
	case cell.Text == "" && !cell.Struck && w.formatHides(c, is.format, isText):
		s.Hide(c.row, c.col, c.value)
		if cell.Doubt == nil && worksheet.HoldsFigure(c.value) {
			cell.Doubt = fuhe.DoubtUnshown
		}
	case cell.Text == "":
	case isText && c.runs == nil && !is.fades(w):
	case isText:
		seen, hidden := worksheet.Rich{Plain: c.value, Runs: c.runs}.Fades(is.look, is.format, fades)
		if hidden != "" {
			s.faded = append(s.faded, worksheet.Faded{At: c.at, Seen: seen, Hidden: hidden})
		}
	case is.fades(w):
		s.faded = append(s.faded, worksheet.Faded{At: c.at, Hidden: cell.Text})
	}
}

// fades reports whether nothing is seen of letters that look as the style says; a sheet may have a million cells of one style.
func (is *cellStyle) fades(w *workbook) bool {
	if is.seen == 0 {
		is.seen = 1
		if is.look.Tiny() || w.alike(is.look.Ink, is.ground) {
			is.seen = -1
		}
	}
	return is.seen < 0
}

// formatHides reports whether it is the number format that shows nothing of a value.
func (w *workbook) formatHides(c *stored, f *worksheet.Format, isText bool) bool {
	if isText {
		return f.HidesText(c.value)
	}
	v, ok := worksheet.ParseStored(c.value)
	return ok && (c.kind == "" || c.kind == "n") && f.HidesNumber(v, w.date1904)
}
