package xlsx

import (
	"io"

	"github.com/xuri/excelize/v2"
)

// compute fills in formulas that were saved without a result, as programs do that write workbooks without a calculator.
func (w *workbook) compute(sheets []*sheet, r io.ReaderAt, size int64) {
	var pending []*stored
	formulas, positions, failed := 0, 0, false
	names := map[*stored]string{}
	for _, s := range sheets {
		formulas += s.formulas
		positions += s.rows * s.cols
		failed = failed || s.failed != ""
		for i := range s.cells {
			if c := &s.cells[i]; c.pending {
				pending = append(pending, c)
				names[c] = s.part.name
			}
		}
	}
	if pending == nil {
		return
	}
	reason := ""
	switch {
	case failed:
		reason = "another sheet is damaged"
	case formulas > maxCalcFormulas || positions > maxCalcPositions:
		reason = "the workbook is too large"
	}
	if reason != "" {
		for _, c := range pending {
			c.doubt = reason
		}
		return
	}
	calculate(pending, names, r, size)
}

// calculate has excelize compute the given cells.
func calculate(pending []*stored, names map[*stored]string, r io.ReaderAt, size int64) {
	f, err := excelize.OpenReader(io.NewSectionReader(r, 0, size),
		excelize.Options{RawCellValue: true, UnzipSizeLimit: maxUnpackedBytes, UnzipXMLSizeLimit: maxUnpackedBytes})
	if err != nil {
		for _, c := range pending {
			c.doubt = err.Error()
		}
		return
	}
	defer f.Close()
	for _, c := range pending {
		at := reference(c.row, c.col)
		v, err := f.CalcCellValue(names[c], at)
		switch {
		case err != nil && v == "":
			c.doubt = err.Error()
		default:
			c.value, c.pending = v, false
			if _, ok := parseStored(v); !ok {
				c.kind = "str"
			}
		}
	}
}
