package html

import (
	"strconv"
	"strings"

	"fuhe"
	"fuhe/extract/flow"
	"fuhe/extract/worksheet"
)

// What Excel shows in the cells of a sheet that was saved as a page: the stored number in the format of the cell.

// format shows the number of a cell of a saved sheet; a text stays as it is.
func (c *cell) format() {
	if len(c.blocks) != 1 || c.blocks[0].Table != nil {
		return
	}
	stored := c.number
	if stored == "" {
		stored = c.blocks[0].Text
	}
	code := formatCode(c.shown.format)
	v, ok := worksheet.ParseStored(strings.TrimSpace(stored))
	if !ok || code == "" {
		return // Excel reads other spellings of a number by the rules of its language
	}
	text, sure := worksheet.ParseFormat(code).Number(v, false)
	switch {
	case sure && sameFigure(text, c.blocks[0].Text): // 10 for 10.00: the page says it as it is
	case sure:
		c.blocks = []flow.Block{{Text: worksheet.Joined(text)}}
	case c.number == "":
		c.doubt = fuhe.DoubtFormat // with x:num the page holds what was shown
	}
}

func sameFigure(a, b string) bool {
	x, ok := fuhe.ParseNumber(a)
	y, ok2 := fuhe.ParseNumber(b)
	return ok && ok2 && x.Value.Equal(y.Value) && x.Unit == y.Unit
}

// named are the formats that Excel writes by name.
var named = map[string]string{"general": "General", "fixed": "0.00", "standard": "#,##0.00", "percent": "0.00%", "scientific": "0.00E+00", "0": "0"}

// formatCode is the number format of a style: quoted, with backslashes before its signs and characters by their codes; ""
// for none and for that of texts.
func formatCode(style string) string {
	style = strings.Trim(style, `"' `)
	var b strings.Builder
	for i := 0; i < len(style); i++ {
		if style[i] != '\\' {
			b.WriteByte(style[i])
			continue
		}
		if i+5 <= len(style) {
			if n, err := strconv.ParseUint(style[i+1:i+5], 16, 16); err == nil && (n >= ' ' && n < 0xD800) {
				b.WriteRune(rune(n))
				i += 4
				continue
			}
		}
		if i++; i < len(style) {
			b.WriteByte(style[i])
		}
	}
	code := b.String()
	if n, ok := named[strings.ToLower(code)]; ok {
		return n
	}
	if code == "@" || strings.EqualFold(code, "text") {
		return ""
	}
	return code
}
