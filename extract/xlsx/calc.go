package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// compute fills in formulas that were saved without a result, as programs do that write workbooks without a calculator.
func (w *workbook) compute(sheets []*sheet) {
	type place struct {
		cell  *stored
		sheet string
	}
	var pending []place
	formulas, positions, longest, damaged := 0, 0, 0, false
	for _, s := range sheets {
		formulas += s.formulas
		positions += s.rows * s.cols
		longest = max(longest, s.longest)
		damaged = damaged || s.failed != ""
		for i := range s.cells {
			if s.cells[i].pending {
				pending = append(pending, place{&s.cells[i], s.part.name})
			}
		}
	}
	if pending == nil {
		return
	}
	var c calculator
	var err error
	switch {
	case damaged:
		err = fmt.Errorf("another sheet is damaged")
	case formulas > maxCalcFormulas || positions > maxCalcPositions || longest > maxCalcLength:
		err = fmt.Errorf("the workbook is too large to be computed")
	default:
		c, err = w.calculator()
	}
	if err != nil {
		for _, p := range pending {
			p.cell.doubt = err.Error()
		}
		return
	}
	for _, p := range pending {
		p.cell.calculate(c, p.sheet)
	}
}

// calculator is the workbook in excelize twice: with no and with some iterations. A circular reference gives something
// in either, but not the same.
type calculator struct{ once, iterated *excelize.File }

// calculator rebuilds the workbook from the parts that formulas need: excelize unpacks whatever it is given.
func (w *workbook) calculator() (calculator, error) {
	var packed bytes.Buffer
	zw := zip.NewWriter(&packed)
	for name, part := range w.parts {
		if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") || strings.Contains(name, "drawing") || strings.Contains(name, "chart") ||
			strings.Contains(name, "pivot") || strings.Contains(name, "comment") || strings.HasPrefix(name, "docprops/") || strings.HasPrefix(name, "customxml/") {
			continue
		}
		if err := w.copyPart(zw, part); err != nil {
			return calculator{}, err
		}
	}
	if err := zw.Close(); err != nil {
		return calculator{}, err
	}
	const limit = maxUnpackedBytes // above the limit for one part excelize would write to the temporary folder
	o := excelize.Options{RawCellValue: true, UnzipSizeLimit: limit, UnzipXMLSizeLimit: limit}
	once, err := excelize.OpenReader(bytes.NewReader(packed.Bytes()), o)
	if err != nil {
		return calculator{}, err
	}
	o.MaxCalcIterations = 3
	iterated, err := excelize.OpenReader(bytes.NewReader(packed.Bytes()), o)
	return calculator{once, iterated}, err
}

func (w *workbook) copyPart(zw *zip.Writer, part *zip.File) error {
	rc, err := part.Open()
	if err != nil {
		return err
	}
	defer rc.Close()
	to, err := zw.Create(part.Name)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, &budgetReader{r: rc, spent: &w.unpacked})
	return err
}

// errorValues are results that a reader sees as such. excelize gives others, too, for what it cannot compute.
var errorValues = map[string]bool{"#DIV/0!": true, "#N/A": true}

// calculate computes one cell.
func (c *stored) calculate(by calculator, sheet string) {
	at := reference(c.row, c.col)
	v, err := by.once.CalcCellValue(sheet, at)
	again, _ := by.iterated.CalcCellValue(sheet, at)
	switch {
	case err != nil && errorValues[v]:
		c.value, c.kind, c.pending = v, "e", false
	case err != nil:
		c.doubt = err.Error()
	case v != again:
		c.doubt = "circular reference"
	default:
		c.value, c.kind, c.pending = v, "", false
		if _, ok := parseStored(v); !ok {
			c.kind = "str"
		}
	}
}
