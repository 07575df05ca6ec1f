package grid

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// JoinLines joins the lines of one cell into what a reader sees: no space between CJK, one between Latin words, so that
// two figures on two lines never become one; two where one would seem to set thousands apart (10, 200.00).
func JoinLines(lines []string) string {
	if len(lines) == 1 {
		return strings.TrimSpace(visible(lines[0]))
	}
	var b strings.Builder
	last := ' '
	for _, l := range lines {
		l = strings.TrimSpace(visible(l))
		if l == "" {
			continue
		}
		first, _ := utf8.DecodeRuneInString(l)
		if b.Len() > 0 && narrow(last) && narrow(first) {
			b.WriteByte(' ')
			if digits := len(l) - len(strings.TrimLeft(l, "0123456789")); digits == 3 && unicode.IsDigit(last) {
				b.WriteByte(' ')
			}
		}
		b.WriteString(l)
		last, _ = utf8.DecodeLastRuneInString(l)
	}
	return b.String()
}

// narrow tells letters and digits that need a space between words from ideographs, kana and punctuation.
func narrow(r rune) bool {
	return r < 0x2E80 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
