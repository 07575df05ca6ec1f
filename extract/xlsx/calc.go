package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/extract/lazy"
	"fuhe/extract/ooxml"
	"fuhe/extract/worksheet"
)

// compute fills in formulas that were saved without a result, as programs do that write workbooks without a calculator.
// Each is computed after those it is made of; one that is not computed, or is made of such a one, says why.
func (w *workbook) compute(sheets []*sheet) {
	var pending []*stored
	for _, s := range sheets {
		for i := range s.stored {
			if c := &s.stored[i]; c.pending && c.doubt == nil && !c.picture {
				pending = append(pending, c)
			}
		}
	}
	if pending == nil {
		return
	}
	order, err := w.orderOf(sheets)
	for _, c := range pending {
		why := err
		if why == nil {
			why = order.place(c.formula)
		}
		if why != nil {
			c.uncomputed(why)
		}
	}
	if err != nil || len(order.done) == 0 {
		return
	}
	file, err := w.calculator()
	if err != nil {
		for _, c := range pending {
			c.uncomputed(err)
		}
		return
	}
	defer file.Close()
	results := make(map[*formula]result, len(order.done))
	for _, f := range order.done {
		v, err := file.CalcCellValue(f.sheet, reference(f.row, f.col))
		results[f] = result{v, err}
	}
	for _, c := range pending {
		if c.doubt == nil {
			c.take(results[c.formula])
		}
	}
}

type result struct {
	value string
	err   error
}

// uncomputed says why a formula has no result.
func (c *stored) uncomputed(err error) {
	c.doubt = &fuhe.Phrase{ZH: fmt.Sprintf("%s（%v）", fuhe.DoubtFormula.ZH, err), EN: fmt.Sprintf("%s (%v)", fuhe.DoubtFormula.EN, err)}
}

// calculator rebuilds the workbook from the parts that formulas need: excelize unpacks whatever it is given.
func (w *workbook) calculator() (*excelize.File, error) {
	var packed bytes.Buffer
	zw := zip.NewWriter(&packed)
	for name, part := range w.Parts {
		if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") || strings.Contains(name, "drawing") || strings.Contains(name, "chart") ||
			strings.Contains(name, "pivot") || strings.Contains(name, "comment") || strings.HasPrefix(name, "docprops/") || strings.HasPrefix(name, "customxml/") {
			continue
		}
		if err := w.copyPart(zw, part); err != nil {
			return nil, err
		}
	}
	if err := zw.Close(); err != nil {
		return nil, err
	}
	const limit = ooxml.MaxUnpackedBytes // above the limit for one part excelize would write to the temporary folder
	o := excelize.Options{RawCellValue: true, UnzipSizeLimit: limit, UnzipXMLSizeLimit: limit}
	return excelize.OpenReader(bytes.NewReader(packed.Bytes()), o)
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

// take takes the result of one cell.
func (c *stored) take(r result) {
	switch {
	case r.err != nil && errorValues[r.value]:
		c.value, c.kind, c.pending = r.value, "e", false
	case r.err != nil:
		c.uncomputed(r.err)
	default:
		c.value, c.kind, c.pending = r.value, "", false
		if _, ok := worksheet.ParseStored(r.value); !ok {
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

// foreign says why a formula is not computed, whatever it refers to; nil when it can be.
func foreign(formula string) error {
	if len(formula) > maxCalcLength {
		return errors.New("a formula is too long")
	}
	formula = quotedText.ReplaceAllString(formula, "x")
	if strings.ContainsAny(formula, "&[") {
		return errors.New("a formula joins texts or refers to another workbook")
	}
	for _, m := range callee.FindAllStringSubmatch(formula, -1) {
		if name := strings.ToUpper(m[1]); !computed[name] {
			return fmt.Errorf("the function %s is not computed", name)
		}
	}
	return nil
}
