package workbook

import (
	"math"
	"strconv"

	"github.com/xuri/excelize/v2"

	"fuhe"
)

// checkResults recalculates the formulas written. One that gives another figure than the correction says would show a
// figure nobody vouches for after the first recalculation: its cell gets the corrected figure instead, and the row says so.
func (b *book) checkResults(r *fuhe.Report, at spots, corrected map[fuhe.Field]*fuhe.Correction, rows []row) error {
	var scratch *excelize.File
	for i := range rows {
		s := rows[i].spot
		if rows[i].correction == nil || s.sheet == "" {
			continue
		}
		value, written := b.cached[s.sheet][s.first]
		if !written {
			rows[i].noFormula = true
			continue
		}
		if scratch == nil {
			var err error
			if scratch, err = scratchBook(r, at, corrected); err != nil {
				return err
			}
			defer scratch.Close()
		}
		formula, err := b.file.GetCellFormula(s.sheet, s.first)
		if err != nil {
			return err
		}
		if recalculates(scratch, s, formula, value) {
			continue
		}
		rows[i].noFormula = true
		if err := b.dropFormula(s, value); err != nil {
			return err
		}
	}
	return nil
}

// dropFormula puts the value where the formula was.
func (b *book) dropFormula(s spot, value cachedValue) error {
	delete(b.cached[s.sheet], s.first)
	if len(b.cached[s.sheet]) == 0 {
		delete(b.cached, s.sheet)
	}
	if err := b.file.SetCellFormula(s.sheet, s.first, ""); err != nil {
		return err
	}
	return b.writeResult(s, value)
}

// scratchBook holds nothing but the form's figures, corrected, in their places. Formulas are tried on it and not on the
// workbook itself, which may be somebody else's with formulas that take for ever.
func scratchBook(r *fuhe.Report, at spots, corrected map[fuhe.Field]*fuhe.Correction) (*excelize.File, error) {
	f := excelize.NewFile()
	for _, e := range r.Entries() {
		s, ok := at[e.Cell.At]
		n := corrected[e.Field]
		if !ok || n == nil && !s.numeric && s.text == "" || n != nil && n.Corrected.Number == nil {
			continue
		}
		i, err := f.GetSheetIndex(s.sheet)
		if err == nil && i < 0 {
			_, err = f.NewSheet(s.sheet)
		}
		if err != nil {
			return nil, err
		}
		switch {
		case n != nil:
			err = f.SetCellFloat(s.sheet, s.first, figureOfNumber(*n.Corrected.Number).value, -1, 64)
		case s.numeric:
			err = f.SetCellFloat(s.sheet, s.first, s.value, -1, 64)
		default:
			err = f.SetCellStr(s.sheet, s.first, s.text)
		}
		if err != nil {
			return nil, err
		}
	}
	return f, nil
}

// recalculates tries a formula on the scratch workbook, in a cell of a sheet of its own so that no figure is lost.
func recalculates(scratch *excelize.File, s spot, formula string, want cachedValue) bool {
	before, err := scratch.GetCellValue(s.sheet, s.first, rawValues)
	if err != nil {
		return false
	}
	if err := scratch.SetCellFormula(s.sheet, s.first, formula); err != nil {
		return false
	}
	got, err := scratch.CalcCellValue(s.sheet, s.first, rawValues)
	if restored := scratch.SetCellDefault(s.sheet, s.first, before); err != nil || restored != nil {
		return false
	}
	if want.kind == textValue {
		return got == want.text
	}
	a, errA := strconv.ParseFloat(got, 64)
	w, errW := strconv.ParseFloat(want.text, 64)
	return errA == nil && errW == nil && math.Abs(a-w) <= 1e-9*max(1, math.Abs(w))
}
