package xlsx

import (
	"encoding/xml"
	"fmt"
	"strconv"

	"fuhe"
	"fuhe/extract/ooxml"
	"fuhe/extract/worksheet"
)

// cellStyle is what matters of a cell style.
type cellStyle struct {
	format *worksheet.Format
	look   worksheet.Look
	ground string          // colour of what its text stands on, "" when that is not known
	set    *fuhe.CellStyle // nil when that is not wanted
	seen   int             // 1 when letters of this look are seen, -1 when not; 0 before somebody asked
}

// xf is a cell style as the file has it: by the ids of its number format and its font.
type xf struct{ format, font, fill int }

// readStyles reads the cell styles.
func (w *workbook) readStyles(name string) ([]cellStyle, error) {
	custom := map[int]string{}
	var fonts []font
	var fills []fill
	var ids []xf
	err := w.Elements(name, func(d *ooxml.Parser, e ooxml.Element) error {
		switch e.Name.Local {
		case "numFmt": // also stands in differential styles, whose ids are the same
			if id, err := strconv.Atoi(ooxml.Attr(e, "numFmtId")); err == nil && len(custom) < maxStyles {
				if _, twice := custom[id]; !twice {
					custom[id] = ooxml.Attr(e, "formatCode")
				}
			}
		case "fonts":
			var err error
			fonts, err = fontLooks(d)
			return err
		case "fills":
			var err error
			fills, err = fillsOf(d)
			return err
		case "rgbColor": // of a palette of the workbook's own
			if len(w.palette) < maxPalette {
				w.palette = append(w.palette, inkOf(e))
			}
		case "cellXfs":
			var err error
			ids, err = cellStyles(d)
			return err
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return w.stylesOf(ids, custom, fonts, fills), nil
}

// stylesOf are the cell styles, put together from their parts.
func (w *workbook) stylesOf(ids []xf, custom map[int]string, fonts []font, fills []fill) []cellStyle {
	parsed := map[int]*worksheet.Format{}
	styles := make([]cellStyle, len(ids))
	for i, at := range ids {
		id := at.format
		if parsed[id] == nil {
			if code, ok := custom[id]; ok {
				parsed[id] = worksheet.ParseFormat(code)
			} else {
				parsed[id] = worksheet.BuiltinFormat(id)
			}
		}
		styles[i].format = parsed[id]
		if at.font < len(fonts) {
			styles[i].look = fonts[at.font].Look
		}
		styles[i].ground = paper
		if at.fill < len(fills) {
			styles[i].ground = fills[at.fill].ground
		}
		if w.styled {
			styles[i].set = setOf(at, fonts, fills)
		}
	}
	return styles
}

// fontLooks reads the fonts of the element just begun.
func fontLooks(d *ooxml.Parser) ([]font, error) {
	var looks []font
	for {
		t, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch t.(type) {
		case xml.StartElement:
			look, err := fontOf(d)
			if err != nil {
				return nil, err
			}
			if looks = append(looks, look); len(looks) > maxStyles {
				return nil, fmt.Errorf("more than %d fonts", maxStyles)
			}
		case xml.EndElement:
			return looks, nil
		}
	}
}

// cellStyles reads the cell styles of the cellXfs element just begun.
func cellStyles(d *ooxml.Parser) ([]xf, error) {
	var ids []xf
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
			if t.Name.Local != "xf" {
				continue
			}
			var id xf
			if v := ooxml.Attr(t, "numFmtId"); v != "" {
				if id.format, err = strconv.Atoi(v); err != nil {
					return nil, fmt.Errorf("number format id %q", v)
				}
			}
			if id.font, err = strconv.Atoi(ooxml.Attr(t, "fontId")); err != nil || id.font < 0 {
				id.font = 0
			}
			if id.fill, err = strconv.Atoi(ooxml.Attr(t, "fillId")); err != nil || id.fill < 0 {
				id.fill = 0
			}
			if ids = append(ids, id); len(ids) > maxStyles {
				return nil, fmt.Errorf("more than %d cell styles", maxStyles)
			}
		case xml.EndElement:
			depth--
		}
	}
	return ids, nil
}
