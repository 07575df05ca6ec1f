package xlsx

import (
	"encoding/xml"
	"fmt"
	"strconv"
)

// readStyles reads the number format of every cell style.
func (w *workbook) readStyles(name string) ([]*format, error) {
	custom := map[int]string{}
	var ids []int
	err := w.elements(name, func(d *parser, e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt": // also stands in differential styles, whose ids are the same
			if id, err := strconv.Atoi(attr(e, "numFmtId")); err == nil && len(custom) < maxStyles {
				if _, twice := custom[id]; !twice {
					custom[id] = attr(e, "formatCode")
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
	parsed := map[int]*format{}
	formats := make([]*format, len(ids))
	for i, id := range ids {
		if parsed[id] == nil {
			code, ok := custom[id]
			if !ok {
				code, ok = builtin[id]
			}
			if !ok {
				parsed[id] = &format{code: "id " + strconv.Itoa(id), unsure: true}
			} else {
				parsed[id] = parseFormat(code)
			}
		}
		formats[i] = parsed[id]
	}
	return formats, nil
}

// cellStyles reads the number format ids of the cellXfs element just begun.
func cellStyles(d *parser) ([]int, error) {
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
			if v := attr(t, "numFmtId"); v != "" {
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

// general is the format of a cell without a style.
var general = parseFormat("General")

// builtin are the formats a file names by id only, as a Chinese Excel shows them.
var builtin = map[int]string{
	0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
	5: `"¥"#,##0;"¥"-#,##0`, 6: `"¥"#,##0;"¥"-#,##0`, 7: `"¥"#,##0.00;"¥"-#,##0.00`, 8: `"¥"#,##0.00;"¥"-#,##0.00`,
	9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
	14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
	22: "yyyy/m/d h:mm", 27: `yyyy"年"m"月"`, 28: `m"月"d"日"`, 29: `m"月"d"日"`, 30: "m-d-yy", 31: `yyyy"年"m"月"d"日"`,
	32: `h"时"mm"分"`, 33: `h"时"mm"分"ss"秒"`, 34: `上午/下午h"时"mm"分"`, 35: `上午/下午h"时"mm"分"ss"秒"`, 36: `yyyy"年"m"月"`,
	37: "#,##0_);(#,##0)", 38: "#,##0_);(#,##0)", 39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);(#,##0.00)",
	41: `_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ `, 42: `_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ `,
	43: `_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `, 44: `_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ `,
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
	50: `yyyy"年"m"月"`, 51: `m"月"d"日"`, 52: `yyyy"年"m"月"`, 53: `m"月"d"日"`, 54: `m"月"d"日"`,
	55: `上午/下午h"时"mm"分"`, 56: `上午/下午h"时"mm"分"ss"秒"`, 57: `yyyy"年"m"月"`, 58: `m"月"d"日"`,
}
