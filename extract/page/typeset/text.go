// Package typeset sets glyphs into text: the glyphs of a cell or of a whole page go in, out come their lines, top down, with raised
// marks and struck-out figures kept apart, seals left out, and what is not sure said.
package typeset

import (
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
	spacing := r.spacing()
	var b strings.Builder
	var before *mark
	drawn := false // a space was drawn since the mark before
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
			gap := m.u0 - before.u1
			size := min(m.size, before.size)
			apart := min(spacing+spaceShare*size, wideSpacingShare*size)
			switch {
			case drawn && gap > TwiceShare*size, // a drawn space that others are drawn over sets nothing apart
				Narrow(before.text) && Narrow(m.text) && gap > apart,
				outside && gap > spacing+GapShare*size:
				b.WriteByte(' ')
			}
		}
		b.WriteString(m.text)
		before, drawn = m, false
	}
	return together(b.String())
}

// spacing is the usual gap between the visible marks of a line: letter spacing, or what justifying made of it.
func (r *Row) spacing() float64 {
	var gaps []float64
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
