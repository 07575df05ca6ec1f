package render

import (
	"math"
	"strconv"
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

// The ideographs that most texts are made of.
const firstIdeograph, lastIdeograph = 0x4E00, 0x9FFF

func runeCells(r rune) int {
	switch {
	case r < 0x7f:
		return 1
	case r >= firstIdeograph && r <= lastIdeograph:
		return 2
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

// TextPoints is the width of a text on one line of a sheet, in points: a wide character is as wide as the font is high, a
// narrow one half.
func TextPoints(text string, font float64) float64 { return float64(Cells(text)) * font / 2 }

// LinesIn is the number of lines that a text takes in a column of a sheet with so many points of room.
func LinesIn(text string, font, room float64) int {
	if float64(len(text))*font/2 <= max(room, font) && strings.IndexByte(text, '\n') < 0 {
		return 1 // no character is wider than it has bytes
	}
	lines := 0
	for line := range strings.SplitSeq(text, "\n") {
		lines += max(1, int(math.Ceil(TextPoints(line, font)/max(room, font))))
	}
	return lines
}

// pad fills a text with spaces to n cells.
func pad(s string, n int) string {
	if missing := n - Cells(s); missing > 0 {
		return s + strings.Repeat(" ", missing)
	}
	return s
}

// Plain is a text from a document as one harmless line: a published form must not move the cursor, colour the terminal
// or turn the direction of what follows. Line ends and tabs become spaces, other such characters are shown escaped.
func Plain(s string) string {
	return strings.TrimSpace(escaped(s, func(r rune) string { return " " }))
}

// Path is the name of a file as one harmless line, in which line ends and tabs are shown escaped, too.
func Path(s string) string { return escaped(s, escape) }

func escaped(s string, blank func(rune) string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	if !strings.ContainsFunc(s, unprintable) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case !unprintable(r):
			b.WriteRune(r)
		case strings.ContainsRune("\n\r\t\u2028\u2029", r):
			b.WriteString(blank(r))
		default:
			b.WriteString(escape(r))
		}
	}
	return b.String()
}

// unprintable are the characters that do something on a terminal instead of being seen.
func unprintable(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' || r == '\ufeff'
}

// escape writes a character as programs do: \n, \x1b, \u202e.
func escape(r rune) string { return strings.Trim(strconv.QuoteRuneToASCII(r), "'") }
