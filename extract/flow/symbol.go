package flow

import "strings"

// PrivateUse is where programs put the places of a symbol font.
const PrivateUse = 0xF000

// Sign is what a symbol font shows at a place; false for one that is not known.
func Sign(font string, at rune) (string, bool) {
	if at&0xFF00 == PrivateUse {
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
