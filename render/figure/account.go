package figure

import (
	"strings"
	"unicode/utf8"

	"fuhe"
)

// minusSigns are the spellings of a negative that accounts print before a figure.
const minusSigns = "－−﹣△▲"

// OfAccount is the figure a text in a table of accounts is: as Of, and with the negatives that accounts print,
// (1,000.00), △1,000.00, －3.50, and a plus sign. Each is shown as it was printed.
func OfAccount(text string) (Figure, bool) {
	text = strings.TrimSpace(text)
	first, n := utf8.DecodeRuneInString(text)
	rest := text[n:]
	switch {
	case first == '(' || first == '（':
		last, m := utf8.DecodeLastRuneInString(rest)
		if last != ')' && last != '）' {
			return Figure{}, false
		}
		f, ok := signed(rest[:len(rest)-m], string(first), string(last))
		f.Bracketed = true
		return f, ok
	case strings.ContainsRune(minusSigns, first):
		return signed(rest, string(first), "")
	case first == '+' || first == '＋':
		f, ok := Of(rest)
		if !ok || strings.HasPrefix(f.Literal, "-") {
			return Figure{}, false
		}
		f.Format = `"` + string(first) + `"` + f.Format + ";-" + f.Format + `;"` + string(first) + `"` + f.Format
		f.Bare = false
		return f, true
	}
	return Of(text)
}

// signed is a negative whose sign stands around its digits. A zero cannot be shown with one.
func signed(text, before, behind string) (Figure, bool) {
	f, ok := Of(text)
	if !ok || strings.HasPrefix(f.Literal, "-") || f.Literal == "0" || strings.HasPrefix(f.Format, `"`) {
		return Figure{}, false
	}
	f.Literal, f.Format = "-"+f.Literal, f.Format+";"+quotedSign(before)+f.Format+quotedSign(behind)
	f.Bare = f.Bare && (before == "(" || before == "（")
	return f, true
}

// quotedSign: brackets of ASCII need no quotes in a format.
func quotedSign(s string) string {
	if s == "" || s == "(" || s == ")" {
		return s
	}
	return `"` + s + `"`
}

// Reasons why a text that is made of digits is no figure for sure.
var (
	whyUnread  = fuhe.Phrase{ZH: "有字符未能识别，按原样写为文本", EN: "a character of it is not known: written as text"}
	whySpaces  = fuhe.Phrase{ZH: "数字之间有空格，可能是两个数，按原样写为文本", EN: "a space between its digits, it may be two figures: written as text"}
	whyPoints  = fuhe.Phrase{ZH: "千分位或小数点的位置不合写法，按原样写为文本", EN: "its commas or points stand where none belong: written as text"}
	whyDash    = fuhe.Phrase{ZH: "前面的横线可能是负号，也可能不是，按原样写为文本", EN: "the dash before it may be a minus sign or not: written as text"}
	whyBracket = fuhe.Phrase{ZH: "只有半个括号，按原样写为文本", EN: "half a bracket: written as text"}
	whyMark    = fuhe.Phrase{ZH: "数字后有标记，按原样写为文本", EN: "a mark stands behind its digits: written as text"}
	whyLong    = fuhe.Phrase{ZH: "超过 15 位有效数字，表格软件存不下，写为文本", EN: "more than 15 digits, which no spreadsheet number holds: written as text"}
)

// Doubt says why a text that seems to be a figure was not taken for one; nil when it does not seem to be one.
func Doubt(text string) *fuhe.Phrase {
	s := strings.TrimSpace(Narrow(text))
	if strings.ContainsRune(s, utf8.RuneError) && strings.ContainsAny(s, "0123456789") {
		return &whyUnread
	}
	core := strings.TrimSuffix(strings.TrimLeft(s, "-+−–—△▲("), "%")
	bracket := strings.HasPrefix(s, "(") != strings.HasSuffix(s, ")")
	core = strings.TrimSuffix(core, ")")
	marked := strings.TrimRight(core, "*#①②③④⑤⑥⑦⑧⑨'`ˊ·、;；:。")
	if marked == "" || marked[0] < '0' || marked[0] > '9' || strings.Trim(marked, "0123456789., ") != "" {
		return fuhe.ReadFigure(text).Doubt
	}
	digits := significant(strings.ReplaceAll(marked, " ", ""))
	switch {
	case marked != core:
		return &whyMark
	case strings.Contains(core, " "):
		return &whySpaces
	case bracket:
		return &whyBracket
	case digits > maxExactDigits:
		return &whyLong
	case strings.HasPrefix(s, "–") || strings.HasPrefix(s, "—"):
		return &whyDash
	case strings.ContainsAny(core, ",."):
		return &whyPoints
	}
	return nil
}
