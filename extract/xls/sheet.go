package xls

import (
	"errors"
	"fmt"
	"strings"

	"fuhe"
	"fuhe/extract/worksheet"
)

// sheet is a worksheet being read.
type sheet struct {
	worksheet.Sheet
	w           *workbook
	awaits      bool // the result of the last formula is a text, which follows
	row, col    int  // of that formula
	style       int
	zerosHidden bool
	numbers     []number
	anchored    *anchor // of the shape drawn last
}

// number is a number cell; how it is shown is settled when the whole sheet is read.
type number struct {
	row, col, style int
	digits          string
	unsaved         bool // of a formula that was never computed
}

// readSheets reads all worksheets. A damaged one does not keep the others from being read.
func (w *workbook) readSheets() []*worksheet.Sheet {
	out := make([]*worksheet.Sheet, len(w.sheets))
	for i, place := range w.sheets {
		s := &sheet{w: w}
		s.Name, s.Hidden, s.HiddenRows, s.ListedRows = place.name, place.hidden, map[int]bool{}, map[int]bool{}
		if err := s.read(place.at); err != nil {
			s.Failed = err.Error()
		}
		out[i] = &s.Sheet
	}
	return out
}

func (s *sheet) read(at int64) error {
	if at < 0 || at >= int64(len(s.w.raw)) {
		return errors.New("it lies outside the file")
	}
	r := records{raw: s.w.raw, at: int(at), spent: &s.w.spent}
	rec, ok, err := r.next()
	if err != nil {
		return err
	}
	if !ok || rec.kind != recBOF {
		return errors.New("no sheet at its place")
	}
	for depth := 1; ; {
		rec, ok, err := r.next()
		switch {
		case err != nil:
			return err
		case !ok:
			return errCut
		case rec.kind == recBOF:
			if depth++; depth > maxNested {
				return fmt.Errorf("charts nested more than %d deep", maxNested)
			}
		case rec.kind == recEOF:
			if depth--; depth == 0 {
				s.settle()
				return nil
			}
		case depth == 1:
			if err := s.take(rec); err != nil {
				return err
			}
		}
	}
}

// take takes one record of the sheet.
func (s *sheet) take(rec record) error {
	f := fields{b: rec.parts[0]}
	switch rec.kind {
	case recRow:
		s.takeRow(&f)
	case recColInfo:
		s.takeColumns(&f)
	case recDefColWidth:
		if s.Width == 0 {
			s.Width = float64(f.u16())
		}
	case recStandardWidth:
		s.Width = float64(f.u16()) / charactersFraction
	case recDefaultRowHeight:
		s.RowsHidden = f.u16()&0x02 != 0
	case recWindow2:
		s.zerosHidden = f.u16()&0x10 == 0
	case recDrawing:
		s.takeDrawing(rec)
	case recObject:
		s.takeObject(&f)
		return nil
	case recBoxText:
		s.takeBoxText(&f)
		return nil
	case recMergedCells:
		return s.takeMerges(&f)
	case recString:
		return s.takeResult(rec)
	case recSharedFormula, recArray, recTable: // between a formula and its result
	default:
		return s.takeCells(rec)
	}
	if f.cut {
		return errCut
	}
	return nil
}

// charactersFraction: widths are in 1/256 of a character.
const charactersFraction = 256

func (s *sheet) takeRow(f *fields) {
	row := f.u16()
	f.take(10)
	if f.u16()&0x20 != 0 {
		s.HiddenRows[row] = true
	}
	s.ListedRows[row] = true
}

func (s *sheet) takeColumns(f *fields) {
	first, last, width := f.u16(), min(f.u16(), maxColumns-1), f.u16()
	f.u16()
	hidden := f.u16()&1 != 0
	for len(s.Columns) <= last {
		s.Columns = append(s.Columns, worksheet.Column{})
	}
	for i := first; i <= last; i++ {
		s.Columns[i] = worksheet.Column{Width: float64(width) / charactersFraction, Hidden: hidden || width == 0}
	}
}

func (s *sheet) takeMerges(f *fields) error {
	for n := f.u16(); n > 0 && !f.cut; n-- {
		m := worksheet.Span{Row: f.u16(), LastRow: f.u16(), Col: f.u16(), LastCol: f.u16()}
		if m.LastRow < m.Row || m.LastCol < m.Col {
			return fmt.Errorf("a merged range that ends before it begins (%s)", reference(m.Row, m.Col))
		}
		if len(s.Merges) >= maxMerges {
			return fmt.Errorf("more than %d merged ranges", maxMerges)
		}
		s.Merges = append(s.Merges, m)
	}
	if f.cut {
		return errCut
	}
	return nil
}

// settle shows the numbers, once it is known whether zeros are.
func (s *sheet) settle() {
	for _, n := range s.numbers {
		cell := worksheet.Cell{Row: n.row, Col: n.col, Text: n.digits, Doubt: fuhe.DoubtFormat}
		if v, ok := worksheet.ParseStored(n.digits); ok {
			f := s.styleOf(n.style).format
			if s.zerosHidden && v.Sign() == 0 {
				continue
			}
			shown, sure := f.Number(v, s.w.date1904)
			if !sure {
				shown = f.Stored(v, s.w.date1904)
			}
			cell.Text = worksheet.Joined(shown)
			if sure {
				cell.Doubt = nil
			}
		}
		if n.unsaved {
			cell.Doubt = fuhe.DoubtFormula
		}
		if s.styleOf(n.style).look.Struck {
			cell.Text, cell.Struck, cell.Doubt = "", true, nil
		}
		s.Cells = append(s.Cells, cell)
	}
}

// styleOf is a cell style by its number.
func (s *sheet) styleOf(n int) style {
	if n < len(s.w.styles) {
		return s.w.styles[n]
	}
	return style{format: worksheet.General}
}

func (s *sheet) show(row, col, style int, text worksheet.Rich) {
	is := s.styleOf(style)
	cell := worksheet.Cell{Row: row, Col: col}
	cell.Text, cell.Struck = text.Seen(is.look)
	if strings.TrimSpace(cell.Text) != "" {
		cell.Text = worksheet.Joined(is.format.Text(cell.Text))
	} else if cell.Text = ""; !cell.Struck {
		return
	}
	s.Cells = append(s.Cells, cell)
}

// plain is a text of one look.
func plain(s string) worksheet.Rich { return worksheet.Rich{Plain: s} }

func reference(row, col int) string { return fuhe.Ref(row, col, 1, 1) }
