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
				b = append(b, ' ')
			case gap > spaceShare*size:
				if math.IsNaN(spacing) {
					spacing = r.spacing()
				}
				if Narrow(before.text) && Narrow(m.text) && gap > min(spacing+spaceShare*size, wideSpacingShare*size) ||
					outside && gap > spacing+GapShare*size {
					b = append(b, ' ')
				}
			}
		}
		b = append(b, m.text...)
		before, drawn = m, false
	}
	return together(string(b))
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

// hasSpace reports whether white space is in a text.
func hasSpace(text string) bool {
	for _, r := range text {
		if r <= lastSpace && unicode.IsSpace(r) {
			return true
		}
	}
	return false
}

// together drops the spaces of a text in which every ideograph stands alone.
func together(text string) string {
	if !hasSpace(text) {
		return text
	}
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
