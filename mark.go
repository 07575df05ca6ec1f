package fuhe

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What stands at a figure and is not part of it: footnote marks (¹ ① * ※ 注1 [1]) and remarks (（含结转）, ，优于目标).

// raisedRunes are the characters that Unicode has of raised text. grid.Raised writes them.
const raisedRunes = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾"

func isRaised(r rune) bool {
	return r >= 0xB2 && strings.ContainsRune(raisedRunes, r) || r >= 'ᴬ' && r <= 'ᶿ' && unicode.Is(unicode.Lm, r) || r == 'ⁱ' || r == 'ⁿ'
}

func isCircled(r rune) bool {
	return r >= '①' && r <= '⒇' || r >= 'Ⓐ' && r <= '⓿' || r >= '❶' && r <= '➓' || r >= '㉑' && r <= '㉟' || r >= '㊀' && r <= '㊰' || r >= '㊱' && r <= '㊿'
}

// symbols are the signs of footnotes.
const symbols = "*※†‡#★☆▲△◆"

// CutRaised takes raised marks off the end of a text: "年度资金总额¹". Raised characters behind a Latin letter or 米 are its
// power (km²).
func CutRaised(text string) (rest, marks string) {
	end := len(text)
	for end > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:end])
		before, _ := utf8.DecodeLastRuneInString(text[:end-n])
		if !isRaised(r) && (r != ',' || end == len(text) || !isRaised(before)) {
			break
		}
		end -= n
	}
	if bare := strings.TrimSuffix(text[:end], "注"); end < len(text) && bare != "" && len(bare) < end && (digitAt(bare, len(bare)-1) || strings.HasSuffix(bare, "%")) {
		end = len(bare)
	}
	if end == len(text) || end == 0 {
		return text, ""
	}
	if last, _ := utf8.DecodeLastRuneInString(text[:end]); last < 0x80 && unicode.IsLetter(last) || last == '米' || last > 0x36F && last < 0x400 {
		return text, ""
	}
	for _, power := range []string{"×10", "x10", "*10", "·10"} {
		if strings.HasSuffix(text[:end], power) {
			return text, "" // 3×10⁴
		}
	}
	return strings.TrimRightFunc(text[:end], unicode.IsSpace), text[end:]
}

// cutMark takes a footnote mark off the front; "" when there is none.
func cutMark(s string) (mark, rest string) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case n == 0:
	case isRaised(r), strings.ContainsRune(symbols, r):
		end := n
		for end < len(s) {
			next, size := utf8.DecodeRuneInString(s[end:])
			if isRaised(r) && !isRaised(next) && next != ',' || !isRaised(r) && next != r {
				break
			}
			end += size
		}
		return strings.TrimRight(s[:end], ","), s[end:]
	case isCircled(r):
		return s[:n], s[n:]
	case r == '注' && isMarkOf(s):
		end := len(s) - len(strings.TrimLeftFunc(s[n:], func(r rune) bool { return isDigit(r) || isCircled(r) || isRaised(r) }))
		return s[:end], s[end:]
	case r == '[', r == '【', r == '〔':
		closing := map[rune]string{'[': "]", '【': "】", '〔': "〕"}[r]
		if end := strings.Index(s, closing); end > 0 && end <= maxMarkBytes {
			return s[:end+len(closing)], s[end+len(closing):]
		}
	}
	return "", s
}

const maxMarkBytes = 24 // of a mark in square brackets, eight ideographs: [注1]

// isMarkOf reports whether a text that begins with 注 begins with such a mark: 注, 注1, 注①; 注册 is a word.
func isMarkOf(s string) bool {
	rest := strings.TrimPrefix(s, "注")
	rest = strings.TrimLeftFunc(rest, func(r rune) bool { return isDigit(r) || isCircled(r) || isRaised(r) })
	next := firstRune(rest)
	return next == 0 || next == ' ' || next == '(' || next == ',' || next == ';'
}

// cutRemark takes a remark in brackets off the front: words, or the number of a note. A second figure in brackets is none.
func cutRemark(s string) (remark, rest string) {
	if !strings.HasPrefix(s, "(") {
		return "", s
	}
	end := closingBracket(s)
	if end < 0 {
		return "", s
	}
	inside := strings.TrimSpace(s[1:end])
	words := strings.ContainsFunc(inside, func(r rune) bool { return unicode.IsLetter(r) || isCircled(r) || strings.ContainsRune(symbols, r) })
	note := len(inside) == 1 && digitAt(inside, 0)
	if !words && !note || words && isSecondFigure(inside) {
		return "", s
	}
	return s[:end+1], s[end+1:]
}

func isSecondFigure(s string) bool {
	d, rest, ok := cutDigits(s)
	if !ok {
		return false
	}
	unit, behind := cutUnit(strings.TrimSpace(rest))
	return d.text != "" && behind == "" && isUnit(unit) && !isDate(d.text, unit)
}

func closingBracket(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// cutClause takes words behind a comma off, up to the end: 98%，优于目标. Those with a figure in them are none. The mark of
// the end of a sentence says nothing.
func cutClause(s string) (clause, rest string) {
	r, n := utf8.DecodeRuneInString(s)
	words := strings.TrimSpace(s[n:])
	switch r {
	case '。', ';':
		if words == "" {
			return "", ""
		}
	case ',', '、', '/':
		if words == "" {
			return "", s
		}
	default:
		return "", s
	}
	if !strings.ContainsFunc(words, unicode.IsLetter) || strings.ContainsFunc(words, func(r rune) bool { return unicode.IsDigit(r) || unicode.IsNumber(r) }) {
		return "", s
	}
	return words, ""
}
