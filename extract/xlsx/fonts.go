package xlsx

import (
	"encoding/xml"
	"fmt"
	"strings"

	"fuhe"
	"fuhe/extract/ooxml"
	"fuhe/extract/worksheet"
)

// font is a font of the workbook: what matters for what a text says, and how it looks.
type font struct {
	worksheet.Look
	bold  bool
	color string
}

// fontOf reads the font element just begun.
func fontOf(d *ooxml.Parser) (font, error) {
	f := font{Look: worksheet.Look{Ink: letters}}
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return f, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			f.take(t.Name.Local, ooxml.Attr(t, "val"), t)
		case xml.EndElement:
			depth--
		}
	}
	return f, nil
}

func (f *font) take(name, v string, t xml.StartElement) {
	switch name {
	case "strike":
		f.Struck = v == "" || isTrue(v)
	case "vertAlign":
		f.Raised, f.Lowered = v == "superscript", v == "subscript"
	case "b":
		f.bold = v == "" || isTrue(v)
	case "sz":
		f.Size = number(v)
	case "color":
		f.color, f.Ink = colour(t), inkOf(t)
	}
}

// fill is what text stands on.
type fill struct {
	color  string // that is written out, "" for any other
	ground string // as inks are told, "" for what is no one colour
}

// fillsOf reads the fills of the element just begun.
func fillsOf(d *ooxml.Parser) ([]fill, error) {
	var out []fill
	solid := false
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			switch t.Name.Local {
			case "fill":
				if len(out) >= maxStyles {
					return nil, fmt.Errorf("more than %d fonts", maxStyles)
				}
				out = append(out, fill{})
			case "patternFill":
				pattern := ooxml.Attr(t, "patternType")
				solid = pattern == "solid"
				if n := len(out); n > 0 && (pattern == "" || pattern == "none") {
					out[n-1].ground = paper
				}
			case "fgColor":
				if n := len(out); solid && n > 0 {
					out[n-1] = fill{colour(t), inkOf(t)}
				}
			}
		case xml.EndElement:
			depth--
		}
	}
	return out, nil
}

// colour is a colour that is written out; those of a theme or a palette are not told, nor is black, the usual one.
func colour(t xml.StartElement) string {
	rgb := strings.ToUpper(ooxml.Attr(t, "rgb"))
	if len(rgb) == 8 {
		rgb = rgb[2:]
	}
	if len(rgb) != 6 || strings.Trim(rgb, "0123456789ABCDEF") != "" || rgb == "000000" && t.Name.Local == "color" {
		return ""
	}
	return rgb
}

// setOf is how a style sets its cells.
func setOf(at xf, fonts []font, fills []fill) *fuhe.CellStyle {
	s := &fuhe.CellStyle{}
	if at.font < len(fonts) {
		f := fonts[at.font]
		s.Bold, s.Size, s.Color = f.bold, f.Size, f.color
	}
	if at.fill < len(fills) {
		s.Fill = fills[at.fill].color
	}
	if s.Color != "" && s.Fill == "" && light(s.Color) {
		s.Color = "" // it stands on a ground that is not told
	}
	return s
}

// light reports whether white paper would hardly show a colour.
func light(rgb string) bool { return rgb[0] >= 'D' && rgb[2] >= 'D' && rgb[4] >= 'D' }
