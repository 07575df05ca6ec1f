package xls

import (
	"fmt"

	"fuhe"
	"fuhe/extract/worksheet"
)

// takeCells takes a record that holds cells; others say nothing about them.
func (s *sheet) takeCells(rec record) error {
	switch rec.kind {
	case recLabelSST, recLabel, recRString, recNumber, recRK, recBoolErr, recFormula, recBlank, recMulRK, recMulBlank:
	default:
		return nil
	}
	t := text{parts: rec.parts}
	own := fields{b: rec.parts[0]}
	row, col := own.u16(), own.u16()
	if own.cut {
		return errCut
	}
	s.reach(row, col)
	switch rec.kind {
	case recMulRK:
		return s.takeMany(&own, row, col)
	case recMulBlank, recBlank:
		return nil
	}
	if s.w.cells++; s.w.cells > maxCells {
		return fmt.Errorf("the workbook has more than %d filled cells", maxCells)
	}
	style := own.u16()
	switch rec.kind {
	case recLabelSST:
		if err := s.takeShared(row, col, style, own.u32()); err != nil {
			return err
		}
	case recLabel:
		t.pass(6)
		s.show(row, col, style, plain(t.string(t.u16())))
	case recRString:
		t.pass(6)
		r := t.rich(t.u16())
		r.fonts = append(r.fonts, t.runs(t.u16())...)
		s.show(row, col, style, s.w.looked(r))
	case recNumber:
		s.numbers = append(s.numbers, number{row: row, col: col, style: style, digits: own.double()})
	case recRK:
		s.numbers = append(s.numbers, number{row: row, col: col, style: style, digits: own.rk()})
	case recBoolErr:
		s.show(row, col, style, plain(truth(own.u8(), own.u8() != 0)))
	case recFormula:
		s.takeFormula(&own, row, col, style)
	}
	if own.cut || t.cut {
		return errCut
	}
	return nil
}

// takeShared shows a text of the workbook's shared strings.
func (s *sheet) takeShared(row, col, style int, n int64) error {
	if n >= int64(len(s.w.strings)) {
		return fmt.Errorf("cell %s: no string %d in the shared strings", reference(row, col), n)
	}
	s.show(row, col, style, s.w.looked(s.w.strings[n]))
	return nil
}

// reach widens the extent of what is stored.
func (s *sheet) reach(row, col int) {
	s.Rows, s.Cols = max(s.Rows, row+1), max(s.Cols, col+1)
}

// takeMany takes numbers side by side.
func (s *sheet) takeMany(f *fields, row, col int) error {
	for ; len(f.b) >= 8; col++ { // six bytes a cell, and two behind the last
		style := f.u16()
		s.numbers = append(s.numbers, number{row: row, col: col, style: style, digits: f.rk()})
		if s.w.cells++; s.w.cells > maxCells || col >= maxColumns {
			return fmt.Errorf("the workbook has more than %d filled cells", maxCells)
		}
	}
	s.reach(row, col-1)
	return nil
}

// takeFormula takes a formula's stored result.
func (s *sheet) takeFormula(f *fields, row, col, style int) {
	result := f.take(8)
	flags := f.u16()
	if result[6] == 0xFF && result[7] == 0xFF {
		switch result[0] {
		case 0: // a text, in a record of its own
			s.awaits, s.row, s.col, s.style = true, row, col, style
		case 1:
			s.show(row, col, style, plain(truth(int(result[2]), false)))
		case 2:
			s.show(row, col, style, plain(truth(int(result[2]), true)))
		case 3: // an empty text
		default:
			s.Cells = append(s.Cells, worksheet.Cell{Row: row, Col: col, Doubt: fuhe.DoubtFormula})
		}
		return
	}
	n := number{row: row, col: col, style: style, digits: (&fields{b: result}).double()}
	n.unsaved = flags&mustCalculate != 0 && n.digits == "0" // programs without a calculator leave a zero and have Excel compute it
	s.numbers = append(s.numbers, n)
}

// mustCalculate are the marks of a formula that is to be computed whenever the workbook is opened.
const mustCalculate = 0x03

// takeResult takes the text that a formula gives.
func (s *sheet) takeResult(rec record) error {
	if !s.awaits {
		return nil
	}
	s.awaits = false
	t := text{parts: rec.parts}
	s.show(s.row, s.col, s.style, plain(t.string(t.u16())))
	if t.cut {
		return errCut
	}
	return nil
}

// truth is what is shown for a truth value or an error.
func truth(v int, isError bool) string {
	if isError {
		if text, ok := errorTexts[v]; ok {
			return text
		}
		return "#?"
	}
	if v != 0 {
		return "TRUE"
	}
	return "FALSE"
}

var errorTexts = map[int]string{0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
