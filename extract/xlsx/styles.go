package xlsx

import (
	"encoding/xml"
	"fmt"
	"strconv"

	"fuhe/extract/ooxml"
	"fuhe/extract/worksheet"
)

// readStyles reads the number format of every cell style.
func (w *workbook) readStyles(name string) ([]*worksheet.Format, error) {
	custom := map[int]string{}
	var ids []int
	err := w.Elements(name, func(d *ooxml.Parser, e ooxml.Element) error {
		switch e.Name.Local {
		case "numFmt": // also stands in differential styles, whose ids are the same
			if id, err := strconv.Atoi(ooxml.Attr(e, "numFmtId")); err == nil && len(custom) < maxStyles {
				if _, twice := custom[id]; !twice {
					custom[id] = ooxml.Attr(e, "formatCode")
				}
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
	parsed := map[int]*worksheet.Format{}
	formats := make([]*worksheet.Format, len(ids))
	for i, id := range ids {
		if parsed[id] == nil {
			if code, ok := custom[id]; ok {
				parsed[id] = worksheet.ParseFormat(code)
			} else {
				parsed[id] = worksheet.BuiltinFormat(id)
			}
		}
		formats[i] = parsed[id]
	}
	return formats, nil
}

// cellStyles reads the number format ids of the cellXfs element just begun.
func cellStyles(d *ooxml.Parser) ([]int, error) {
	var ids []int
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
			id := 0
			if v := ooxml.Attr(t, "numFmtId"); v != "" {
				if id, err = strconv.Atoi(v); err != nil {
					return nil, fmt.Errorf("number format id %q", v)
				}
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
