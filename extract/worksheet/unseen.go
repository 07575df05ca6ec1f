package worksheet

import (
	"strings"

	"fuhe"
)

// Unseen is a text in a cell that nobody sees who looks at the sheet, and that is not in the text of the cell.
type Unseen struct {
	Row, Col int
	Text     string
}

// Faded is a text of which nobody sees a part, if the colours of its style are those of the sheet.
type Faded struct {
	At     int    // among the cells of the sheet
	Seen   string // what is left of its text
	Hidden string
}

// Hide notes a text that nobody sees.
func (s *Sheet) Hide(row, col int, text string) {
	if len(s.Unseen) < maxUnseen {
		s.Unseen = append(s.Unseen, Unseen{Row: row, Col: col, Text: text})
	}
}

// LeaveFaded takes out what nobody sees. Where colours may be others than those of the styles (by conditions, of tables), it
// is in doubt instead.
func (s *Sheet) LeaveFaded(faded []Faded, restyled bool) {
	for _, p := range faded {
		c := &s.Cells[p.At]
		doubt := fuhe.DoubtUnseen
		if restyled {
			doubt = fuhe.DoubtStyled
		} else {
			c.Text = p.Seen
			s.Hide(c.Row, c.Col, p.Hidden)
		}
		if c.Doubt == nil && HoldsFigure(p.Hidden) {
			c.Doubt = doubt
		}
	}
}

// Fades parts a text as shown by the format of its cell into what is seen and what is not; hidden is "" where all is seen.
func (r Rich) Fades(cell Look, f *Format, unseen func(Look) bool) (seen, hidden string) {
	rich, hidden := r.Parted(cell, unseen)
	if hidden == "" {
		return "", ""
	}
	if seen, _ = rich.Seen(cell); strings.TrimSpace(seen) != "" {
		seen = Joined(f.Text(seen))
	}
	return seen, Joined(hidden)
}

// HidesText reports whether a format shows nothing of a text.
func (f *Format) HidesText(text string) bool {
	return strings.TrimSpace(text) != "" && strings.TrimSpace(f.Text(text)) == ""
}

// HidesNumber reports whether a format shows nothing of a number; a zero that formats leave blank is shown as they mean it.
func (f *Format) HidesNumber(v Value, date1904 bool) bool {
	text, sure := f.Number(v, date1904)
	if sure && v.Sign() == 0 {
		one, _ := ParseStored("1")
		text, sure = f.Number(one, date1904)
	}
	return sure && strings.TrimSpace(text) == ""
}

// Flat reports whether nothing is seen of a row of a height in points.
func Flat(height float64) bool { return height <= leastPoints }

// Thin reports whether nothing is seen of a column of a width in characters.
func Thin(width float64) bool { return width <= leastCharacters }

// HoldsFigure reports whether a text holds a digit.
func HoldsFigure(text string) bool { return strings.ContainsAny(text, "0123456789") }
