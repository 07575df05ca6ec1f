package xls

import (
	"strings"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/worksheet"
)

// fades reports whether nobody sees letters of a look in a cell.
func (is style) fades(l worksheet.Look) bool { return l.Tiny() || grid.Alike(l.Ink, is.ground) }

// put puts a cell into the sheet of which a part may be seen by nobody: what is left of its text, and that part.
func (s *sheet) put(cell worksheet.Cell, is style, seen, hidden string) {
	switch {
	case hidden == "":
	case s.w.extended && is.ground != paper: // the palette may be the nearest to two colours of a theme
		if cell.Doubt == nil && worksheet.HoldsFigure(hidden) {
			cell.Doubt = fuhe.DoubtStyled
		}
	default:
		s.faded = append(s.faded, worksheet.Faded{At: len(s.Cells), Seen: seen, Hidden: hidden})
	}
	s.Cells = append(s.Cells, cell)
}

// unshown puts a cell into the sheet whose format shows nothing of what is stored.
func (s *sheet) unshown(row, col int, stored string) {
	s.Hide(row, col, stored)
	if worksheet.HoldsFigure(stored) {
		s.Cells = append(s.Cells, worksheet.Cell{Row: row, Col: col, Doubt: fuhe.DoubtUnshown})
	}
}

// show puts a text into the sheet.
func (s *sheet) show(row, col, style int, text worksheet.Rich) {
	is := s.styleOf(style)
	cell := worksheet.Cell{Row: row, Col: col}
	cell.Text, cell.Struck = text.Seen(is.look)
	stored := cell.Text
	if strings.TrimSpace(stored) != "" {
		cell.Text = worksheet.Joined(is.format.Text(stored))
	} else if cell.Text = ""; !cell.Struck {
		return
	}
	if is.format.HidesText(stored) {
		s.unshown(row, col, strings.TrimSpace(stored))
		return
	}
	seen, hidden := text.Fades(is.look, is.format, is.fades)
	s.put(cell, is, seen, hidden)
}

// settle shows the numbers, once it is known whether zeros are, and takes out what nobody sees.
func (s *sheet) settle() {
	for _, n := range s.numbers {
		s.settleNumber(n)
	}
	s.LeaveFaded(s.faded, s.restyled)
	s.faded = nil
}

func (s *sheet) settleNumber(n number) {
	is := s.styleOf(n.style)
	cell := worksheet.Cell{Row: n.row, Col: n.col, Text: n.digits, Doubt: fuhe.DoubtFormat}
	if v, ok := worksheet.ParseStored(n.digits); ok {
		if s.zerosHidden && v.Sign() == 0 {
			return
		}
		shown, sure := is.format.Number(v, s.w.date1904)
		if !sure {
			shown = is.format.Stored(v, s.w.date1904)
		}
		cell.Text = worksheet.Joined(shown)
		if sure {
			cell.Doubt = nil
		}
		if !n.unsaved && !is.look.Struck && is.format.HidesNumber(v, s.w.date1904) {
			s.unshown(n.row, n.col, n.digits)
			return
		}
	}
	if n.unsaved {
		cell.Doubt = fuhe.DoubtFormula
	}
	hidden := ""
	switch {
	case is.look.Struck:
		cell.Text, cell.Struck, cell.Doubt = "", true, nil
	case is.fades(is.look):
		hidden = cell.Text
	}
	s.put(cell, is, "", hidden)
}
