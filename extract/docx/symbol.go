package docx

import (
	"fmt"
	"strconv"
	"strings"

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
	text, ok := sign(font, rune(n))
	if !ok && !s.hidden {
		p.d.unknownSymbol(font, rune(n))
	}
	p.write(s, text)
}

// fromSymbolFont turns letters set in the font Symbol into the signs it shows for them.
func (d *document) fromSymbolFont(s string) string {
	return strings.Map(func(r rune) rune {
		if r&0xFF00 != privateUse {
			return r // programs set letters that the font has not in another one
		}
		text, ok := sign("Symbol", r)
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

// privateUse is where programs put the places of a symbol font.
const privateUse = 0xF000

// sign is what a symbol font shows at a place.
func sign(font string, at rune) (string, bool) {
	if at&0xFF00 == privateUse {
		at &= 0xFF
	}
	table, ok := symbols[strings.ToLower(font)]
	if !ok {
		if at > 0x2000 && (at < 0xE000 || at > 0xF8FF) {
			return string(at), true // a character of a plain font
		}
		return "\uFFFD", false
	}
	text, ok := table[at]
	if !ok && strings.EqualFold(font, "Symbol") && (at >= '0' && at <= '9' || strings.ContainsRune(" !#%&()+,./:;<=>?[]_{|}", at)) {
		return string(at), true
	}
	if !ok {
		return "\uFFFD", false
	}
	return text, true
}

// symbols are the signs that forms use, by font and place.
var symbols = map[string]map[rune]string{
	"symbol": {0x2A: "*", 0x2D: "-", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB0: "°", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xA5: "∞", 0xB7: "·", 0xBC: "…",
		0xD6: "√", 0xE5: "∑", 0xAE: "→", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAF: "↓", 0x7E: "~"},
	"wingdings": {0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "□", 0x6F: "□", 0x71: "□", 0x72: "□", 0x6E: "■", 0xA7: "▪", 0x6C: "●", 0xA1: "○", 0xAB: "★",
		0x75: "◆", 0xD8: "➢", 0xE0: "→", 0xE8: "→", 0x76: "❖"},
	"wingdings 2": {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x51: "☒", 0x54: "☒", 0x53: "☒", 0xA3: "□", 0x30: "□", 0x2A: "□", 0xEA: "★", 0xE9: "★"},
}
