package docx

import (
	"fmt"
	"strconv"
	"strings"

	"fuhe/extract/flow"
	"fuhe/extract/ooxml"
)

// symbol writes a sign that is named by its place in a font. One that is not known may be a figure, so that the table
// cannot be relied on.
func (p *paragraph) symbol(s runStyle, e ooxml.Element) {
	font := ooxml.Attr(e, "font")
	n, err := strconv.ParseUint(ooxml.Attr(e, "char"), 16, 32)
	s.symbolFont = false
	if err != nil {
		p.write(s, "\uFFFD")
		p.d.doubt("有一个没有编码的符号", "a symbol without a code")
		return
	}
	text, ok := flow.Sign(font, rune(n))
	if !ok && s.hidden != on {
		p.d.unknownSymbol(font, rune(n))
	}
	p.write(s, text)
}

// fromSymbolFont turns letters set in the font Symbol into the signs it shows for them.
func (d *document) fromSymbolFont(s string) string {
	return strings.Map(func(r rune) rune {
		if r&0xFF00 != flow.PrivateUse {
			return r // programs set letters that the font has not in another one
		}
		text, ok := flow.Sign("Symbol", r)
		if !ok {
			d.unknownSymbol("Symbol", r)
			return '\uFFFD'
		}
		return []rune(text)[0]
	}, s)
}

func (d *document) unknownSymbol(font string, at rune) {
	d.doubt(fmt.Sprintf("字体%s中有未知的符号（%04X）", font, at), fmt.Sprintf("a symbol of the font %s that is not known (%04X)", font, at))
}
