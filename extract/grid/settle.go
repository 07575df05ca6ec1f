package grid

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe"
)

// Settle gives every text of a book its last form, whatever format it was read from: characters that nobody sees are
// dropped, blanks are of one kind but between digits, and raised marks behind a text are kept apart from it.
func (b *Book) Settle() {
	for i := range b.Grids {
		g := &b.Grids[i]
		for k := range g.Cells {
			settleCell(&g.Cells[k])
		}
		settleLines(g.Above)
		settleLines(g.Below)
	}
}

func settleCell(c *Cell) {
	if isPlain(c.Text) {
		return
	}
	if c.Doubt == nil && isTurned(c.Text) {
		c.Doubt = fuhe.DoubtTurned
	}
	c.Text = onLine(settled(c.Text))
	text, marks := fuhe.CutRaised(c.Text)
	if marks != "" {
		c.Text, c.Marks = text, append(c.Marks[:len(c.Marks):len(c.Marks)], marks)
	}
}

// isPlain tells most texts, which have their last form: they hold nothing but ASCII, ideographs, and the usual and wide
// punctuation.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= ' ' && c < 0x7F, c == '\t', c == '\n', c >= 0x80 && c < 0xC0: // the last within a character
		case c >= 0xE4 && c <= 0xE9: // U+4000 to U+9FFF
		case c == 0xE3 && i+1 < len(s) && s[i+1] < 0x85: // U+3000 to U+313F
		case c == 0xEF && i+1 < len(s) && (s[i+1] == 0xBC || s[i+1] == 0xBD): // U+FF00 to U+FF7F
		default:
			return false
		}
	}
	return true
}

// onLine puts a text back on the line that is raised as a whole: it is a figure set high in its cell, no mark at anything. A
// few raised digits alone are a mark all the same.
func onLine(s string) string {
	plain := lowered.Replace(s)
	if plain == s || strings.Trim(plain, "0123456789.,%()-+ ") != "" || strings.ContainsAny(s, "0123456789") || len(plain) < leastRaisedFigure {
		return s
	}
	return plain
}

func settleLines(lines []fuhe.Line) {
	for i := range lines {
		if !isPlain(lines[i].Text) {
			lines[i].Text = settled(lines[i].Text)
		}
	}
}

// RightToLeft in a text has everything behind it shown from right to left, up to the end of that: 12.3 is seen as 3.21.
const (
	RightToLeft = "\u202e"
	EndOfTurn   = "\u202c"
)

// isTurned reports whether figures are shown from right to left, and are others then.
func isTurned(s string) bool {
	_, turned, ok := strings.Cut(s, RightToLeft)
	if !ok {
		return false
	}
	turned, _, _ = strings.Cut(turned, EndOfTurn)
	turned = strings.TrimSpace(fuhe.Visible(turned))
	mirrored := []rune(turned)
	slices.Reverse(mirrored)
	return strings.ContainsAny(turned, "0123456789") && string(mirrored) != turned
}

// visible is a text as it is seen, but for what turns figures round: Settle tells them by it.
func visible(s string) string {
	if isTurned(s) {
		return s
	}
	return fuhe.Visible(s)
}

// settled is a text as it is seen. Spaces of other widths stay between digits only, where they set thousands apart.
func settled(s string) string {
	s = fuhe.Visible(s)
	if strings.IndexFunc(s, isOddSpace) < 0 {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		if isOddSpace(r) {
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			after, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			if !unicode.IsDigit(before) || !unicode.IsDigit(after) {
				r = ' '
			}
		}
		b.WriteRune(r)
	}
	return strings.TrimSpace(b.String())
}

func isOddSpace(r rune) bool { return r == '\u00a0' || r >= '\u2004' && r <= '\u200a' || r == '\u202f' }
