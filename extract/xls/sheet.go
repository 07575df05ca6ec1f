package xls

import (
	"errors"
	"fmt"

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
	faded       []worksheet.Faded // texts that nobody sees, if the colours of their styles are those of the sheet
	restyled    bool              // colours may be others: by conditions, of tables, over a picture
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
	case recConditions, recConditions12, recSheetTable, recSheetTable12, recBackground:
		s.restyled = true
		return nil
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
	const hidden, stated, usual, twentieths = 0x20, 0x40, 0x8000, 20 // of a point
	row := f.u16()
	f.take(4)
	height := f.u16()
	f.take(4)
	flags := f.u16()
	flat := height&usual == 0 && (height > 0 || flags&stated != 0) && worksheet.Flat(float64(height)/twentieths)
	if flags&hidden != 0 || flat {
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
		w := float64(width) / charactersFraction
		s.Columns[i] = worksheet.Column{Width: w, Hidden: hidden || worksheet.Thin(w)}
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

// styleOf is a cell style by its number.
func (s *sheet) styleOf(n int) style {
	if n < len(s.w.styles) {
		return s.w.styles[n]
	}
	return style{format: worksheet.General, ground: paper}
}

// plain is a text of one look.
func plain(s string) worksheet.Rich { return worksheet.Rich{Plain: s} }

func reference(row, col int) string { return fuhe.Ref(row, col, 1, 1) }
