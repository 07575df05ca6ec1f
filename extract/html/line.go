package html

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"fuhe/extract/grid"
)

// line is a line of text being read, white space as a browser shows it: one blank for any run of it, none where the source
// is broken between ideographs.
type line struct {
	text  strings.Builder
	last  rune
	blank bool // white space since the last character
	kept  bool // which is one that is not broken: it may set thousands apart
	ended bool // with an end of line of the source in it
	back  bool // what is written is shown from right to left
}

func (l *line) write(s string) {
	for _, r := range s {
		switch r {
		case '\n', '\r', '\f':
			l.blank, l.ended = true, true
		case ' ', '\t':
			l.blank = true
		case '\u00a0':
			l.kept, l.blank = !l.blank, true
		default:
			switch {
			case !l.blank || l.text.Len() == 0 || l.ended && isWide(l.last) && isWide(r):
			case l.kept:
				l.text.WriteRune('\u00a0')
			default:
				l.text.WriteByte(' ')
			}
			l.text.WriteRune(r)
			l.last, l.blank, l.kept, l.ended = r, false, false, false
		}
	}
}

// turn says whether what follows is shown from right to left: the line has the characters that do so, by which grids tell it.
func (l *line) turn(back bool) {
	switch {
	case back == l.back:
	case back:
		l.text.WriteString(grid.RightToLeft)
	default:
		l.text.WriteString(grid.EndOfTurn)
	}
	l.back = back
}

// take is the line; the next one begins.
func (l *line) take() string {
	l.turn(false)
	s := strings.TrimFunc(l.text.String(), unicode.IsSpace)
	*l = line{}
	return s
}

// isWide tells ideographs and their punctuation.
func isWide(r rune) bool {
	k := width.LookupRune(r).Kind()
	return k == width.EastAsianWide || k == width.EastAsianFullwidth
}
