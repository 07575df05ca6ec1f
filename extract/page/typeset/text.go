// Package typeset sets glyphs into text: the glyphs of a cell or of a whole page go in, out come their lines, top down, with raised
// marks and struck-out figures kept apart, seals left out, and what is not sure said.
package typeset

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text is the line as it stands in a cell.
func (r *Row) Text() string { return r.text(false) }

// text is a line as a reader sees it. Spaces that were drawn are kept, one for several; between letters and digits a
// real gap is a space, too. Ideographs set apart one by one (项 目 名 称) are set apart for looks and stand together.
// Outside of tables a wide gap sets ideographs apart as well.
func (r *Row) text(outside bool) string {
	var room [4 * usualMarks]byte
	b := room[:0]
	var before *mark
	spacing := math.NaN() // of the line, when it was asked for
	drawn := false        // a space was drawn since the mark before
	spaces := false       // may be in the text
	for i := range r.marks {
		m := &r.marks[i]
		if m.struck {
			continue
		}
		if m.blank {
			drawn = true
			continue
		}
		if before != nil {
			gap, size := m.u0-before.u1, min(m.size, before.size)
			switch {
			case drawn && gap > TwiceShare*size: // a drawn space that others are drawn over sets nothing apart
				b, spaces = append(b, ' '), true
			case gap > spaceShare*size:
				if math.IsNaN(spacing) {
					spacing = r.spacing()
				}
				if Narrow(before.text) && Narrow(m.text) && gap > min(spacing+spaceShare*size, wideSpacingShare*size) ||
					outside && gap > spacing+GapShare*size {
					b, spaces = append(b, ' '), true
				}
			}
		}
		b, spaces = append(b, m.text...), spaces || !single(m.text)
		before, drawn = m, false
	}
	if !spaces {
		return string(b)
	}
	return together(string(b))
}

// single reports whether a text is surely one character.
func single(text string) bool {
	return len(text) == 1 || len(text) == 3 && text[0] >= 0xE0 && text[0] < 0xF0 && text[1] >= 0x80 && text[2] >= 0x80
}

// spacing is the usual gap between the visible marks of a line: letter spacing, or what justifying made of it.
func (r *Row) spacing() float64 {
	var room [usualMarks]float64
	gaps := room[:0]
	var before *mark
	drawn := false
	for i := range r.marks {
		m := &r.marks[i]
		if m.struck {
			continue
		}
		if m.blank {
			drawn = true
			continue
		}
		if before != nil && !drawn {
			gaps = append(gaps, m.u0-before.u1)
		}
		before, drawn = m, false
	}
	if len(gaps) < 2 {
		return 0
	}
	slices.Sort(gaps)
	return max(0, gaps[(len(gaps)-1)/2])
}

// lastSpace is the last character that is white space.
const lastSpace = '\u3000'

// Narrow reports whether a text is of the scripts that set words apart by spaces.
func Narrow(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return r < 0x2E80
}

// together drops the spaces of a text in which every ideograph stands alone.
func together(text string) string {
	words := strings.Fields(text)
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	for _, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		if n < len(w) || Narrow(w) && !unicode.IsPunct(r) {
			return strings.Join(words, " ")
		}
	}
	return strings.Join(words, "")
}
