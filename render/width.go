package render

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Cells is the number of terminal cells a text takes: two for wide characters, none for combining marks.
func Cells(s string) int {
	n := 0
	for _, r := range s {
		n += runeCells(r)
	}
	return n
}

func runeCells(r rune) int {
	if r < 0x7f {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1 // ambiguous ones (≥ → …) are narrow in most terminals; elsewhere columns shift, nothing is lost
}

// pad fills a text with spaces to n cells.
func pad(s string, n int) string {
	if missing := n - Cells(s); missing > 0 {
		return s + strings.Repeat(" ", missing)
	}
	return s
}

// Plain is a text from a document as one harmless line: a published form must not move the cursor, colour the terminal
// or turn the direction of what follows.
func Plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\t', r == '\u2028', r == '\u2029':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\ufeff':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return strings.TrimSpace(s)
}
