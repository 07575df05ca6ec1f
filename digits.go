package fuhe

import (
	"strings"
	"unicode/utf8"
)

const (
	maxDigits     = 24 // 10^24 元 is beyond any budget; longer strings are ids or run-together cells
	leastTrailing = 3  // characters of a figure that brackets or a minus behind it make negative: (10) and 5- are something else
)

// digits are those of a figure without separators.
type digits struct {
	text     string
	places   int32
	negative bool
}

// groupings are the characters that set thousands apart. A blank may also stand between two figures, see cutDigits.
const groupings = ",'·" + thinSpace + " "

// thinSpace stands for all spaces that only print between digits of one figure, see halfWidth.
const thinSpace = "\u2009"

// cutDigits takes a plain decimal with optional separators of thousands off the front of s. Separators must be all the
// same and stand every three digits: "1,23" is no number. A second figure right behind (".9194.9") is none either.
// "10 200" may be two figures in one cell, and 10·200 ten and a fifth; "1 234 567" and "10 200.00" are one figure.
func cutDigits(s string) (d digits, rest string, ok bool) {
	end := 0
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	if end == 0 {
		return d, "", false
	}
	first, groups, separator := end, 0, ""
	for {
		sep := separatorAt(s[end:])
		if sep == "" || !digitAt(s, end+len(sep)) {
			break
		}
		if sep == " " && separator != " " && groups > 0 {
			return d, "", false // 12,345 678: two figures
		}
		from := end + len(sep)
		end = from
		for digitAt(s, end) {
			end++
		}
		if end-from != 3 || separator != "" && sep != separator {
			return d, "", false
		}
		separator = sep
		groups++
	}
	if groups > 0 && first > 3 {
		return d, "", false
	}
	whole := s[:end]
	if groups > 0 {
		whole = strings.ReplaceAll(whole, separator, "")
	}
	fraction, rest, ok := cutFraction(s[end:])
	if !ok || len(whole) > maxDigits || (separator == " " || separator == "·") && groups == 1 && fraction == "" {
		return d, "", false
	}
	if fraction != "" {
		return digits{text: whole + "." + fraction, places: int32(len(fraction))}, rest, true
	}
	return digits{text: whole}, rest, true
}

// separatorAt is the separator of thousands that s begins with.
func separatorAt(s string) string {
	if s == "" {
		return ""
	}
	_, n := utf8.DecodeRuneInString(s)
	if strings.Contains(groupings, s[:n]) {
		return s[:n]
	}
	return ""
}

func digitAt(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

// cutFraction takes the point and the digits behind it off; false when the point has none, or the digits go on behind
// another separator.
func cutFraction(s string) (fraction, rest string, ok bool) {
	point := 0
	switch {
	case strings.HasPrefix(s, "."):
		point = 1
	case strings.HasPrefix(s, "。") && digitAt(s, len("。")):
		point = len("。") // typed with the Chinese keyboard
	default:
		return "", s, true
	}
	end := point
	for digitAt(s, end) {
		end++
	}
	if end == point || end-point > maxDigits {
		return "", "", false
	}
	if sep := separatorAt(s[end:]); sep != "" && digitAt(s, end+len(sep)) {
		return "", "", false
	}
	return s[point:end], s[end:], true
}

// cutCurrency takes the name or sign of the currency off the front.
func cutCurrency(s string) (rest string, ok bool) {
	for _, c := range currencies {
		if rest, ok = strings.CutPrefix(s, c); ok {
			return strings.TrimLeft(rest, " :"), true
		}
	}
	return s, false
}

var currencies = []string{"¥", "￥", "人民币", "RMB", "rmb", "CNY", "CN¥"}

// minuses are the signs of a negative figure before it. The dashes are no minus before a blank: they list things.
var minuses = []string{"-", "–", "—", "‐", "‑", "―", "─", "△", "负"}

// isMinus reports whether a text is nothing but a minus.
func isMinus(s string) bool {
	s = strings.TrimSpace(s)
	return s == "-" || s == "–" || s == "—" || s == "−"
}

func cutMinus(s string) (rest string, ok bool) {
	for _, m := range minuses {
		if rest, ok = strings.CutPrefix(s, m); ok {
			if r := firstRune(rest); isDigit(r) || r == '¥' || r == '￥' {
				return rest, true
			}
			return s, false
		}
	}
	if rest, ok = strings.CutPrefix(s, "+"); ok && digitAt(rest, 0) {
		return rest, false
	}
	return s, false
}

// cutBracketed takes a text in brackets off the front when nothing but a figure can stand in it.
func cutBracketed(s string) (inside, after string, ok bool) {
	if !strings.HasPrefix(s, "(") {
		return "", "", false
	}
	end := strings.IndexByte(s, ')')
	if end < 0 {
		return "", "", false
	}
	return strings.TrimSpace(s[1:end]), s[end+1:], true
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func firstRune(s string) rune {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return 0
	}
	return r
}

const maxFigureBytes = 400 // of a text that is one figure with remarks; longer is prose

// mayHoldFigure is a quick look whether a text can be a figure at all: most texts of a form are words.
func mayHoldFigure(s string) bool {
	if len(s) > maxFigureBytes {
		return false
	}
	plain, money := false, false
	for _, r := range s {
		switch {
		case r < 0x80:
			if r >= '0' && r <= '9' {
				return true
			}
			money = money || r == '.'
		case r >= '０' && r <= '９', r >= 0x1D7CE && r <= 0x1D7FF:
			return true
		case r == '元' || r == '圆' || r == '点' || r == '币' || r == '之':
			money = true
		default:
			capital, numeral := isNumeral(r)
			if capital {
				return true
			}
			plain = plain || numeral
		}
	}
	return plain && money
}

// isNumeral reports whether an ideograph is a numeral, and whether it is a capital one.
func isNumeral(r rune) (capital, numeral bool) {
	switch r {
	case '壹', '贰', '貳', '叁', '參', '肆', '伍', '陆', '陸', '柒', '捌', '玖', '拾', '佰', '仟':
		return true, true
	case '〇', '零', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '弐', '参':
		return false, true
	}
	return false, false
}
