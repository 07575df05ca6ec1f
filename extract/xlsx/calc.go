package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/lazy"
	"fuhe/extract/ooxml"
	"fuhe/extract/worksheet"
)

// compute fills in formulas that were saved without a result, as programs do that write workbooks without a calculator.
func (w *workbook) compute(sheets []*sheet) {
	type place struct {
		cell  *stored
		sheet string
	}
	var pending []place
	formulas, positions, refused := 0, 0, ""
	for _, s := range sheets {
		formulas += s.formulas
		positions += s.Rows * s.Cols
		if s.Failed != "" {
			refused = "another sheet is damaged"
		} else if refused == "" {
			refused = s.foreign
		}
		for i := range s.stored {
			if s.stored[i].pending {
				pending = append(pending, place{&s.stored[i], s.part.name})
			}
		}
	}
	if pending == nil {
		return
	}
	var c calculator
	var err error
	switch {
	case refused != "":
		err = errors.New(refused)
	case formulas > maxCalcFormulas || positions > maxCalcPositions:
		err = errors.New("the workbook is too large")
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
	for name, part := range w.Parts {
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
	const limit = ooxml.MaxUnpackedBytes // above the limit for one part excelize would write to the temporary folder
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
	rc, err := w.Unpack(part)
	if err != nil {
		return err
	}
	defer rc.Close()
	to, err := zw.Create(part.Name)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, rc)
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
		if _, ok := worksheet.ParseStored(v); !ok {
			c.kind = "str"
		}
	}
}

// computed are the functions whose results are relied on. Those that build texts or ranges out of numbers are not among
// them: REPT("x",10^9) fills the memory. TODAY and NOW give another result on every day.
var computed = func() map[string]bool {
	names := map[string]bool{}
	for _, n := range strings.Fields(`SUM ROUND ROUNDUP ROUNDDOWN IF IFS IFERROR IFNA MIN MAX AVERAGE AND OR NOT ABS INT TRUNC SUMPRODUCT SUMIF
		SUMIFS COUNT COUNTA COUNTIF COUNTIFS COUNTBLANK AVERAGEIF TEXT VLOOKUP HLOOKUP LOOKUP INDEX MATCH LEFT RIGHT MID LEN TRIM VALUE ISNUMBER ISBLANK
		ISERROR ISTEXT YEAR MONTH DAY DATE PRODUCT MOD SQRT CEILING FLOOR SUBTOTAL MEDIAN LARGE SMALL RANK CHOOSE N T TRUE FALSE EXACT SIGN`) {
		names[n] = true
	}
	return names
}()

var (
	quotedText = lazy.New(`"[^"]*"|'[^']*'`)
	callee     = lazy.New(`([\pL_][\pL\pN_.]*)\s*\(`)
)

// foreignTo says why a formula is not computed; "" when it can be.
func foreignTo(formula string) string {
	if len(formula) > maxCalcLength {
		return "a formula is too long"
	}
	formula = quotedText.ReplaceAllString(formula, "x")
	if strings.ContainsAny(formula, "&[") {
		return "a formula joins texts or refers to another workbook"
	}
	for _, m := range callee.FindAllStringSubmatch(formula, -1) {
		if name := strings.ToUpper(m[1]); !computed[name] {
			return "the function " + name + " is not computed"
		}
	}
	return ""
}
