package xlsx

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

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
	results, err := w.results(sheets, order)
	if err != nil {
		for _, c := range pending {
			c.uncomputed(err)
		}
		return
	}
	for _, c := range pending {
		if c.doubt == nil {
			c.take(results[c.formula])
		}
	}
}

// results computes the formulas in their order.
func (w *workbook) results(sheets []*sheet, order *order) (map[*formula]result, error) {
	values, err := w.values(sheets)
	if err != nil {
		return nil, err
	}
	results := make(map[*formula]result, len(order.done))
	at := func(sheet string, row, col int) value {
		sheet = strings.ToLower(sheet)
		f := order.at[sheet][[2]int{row, col}]
		if f == nil {
			return values[sheet][[2]int{row, col}]
		}
		if r, ok := results[f]; ok && r.err == nil {
			return r.value
		}
		return value{kind: other}
	}
	for _, f := range order.done {
		v, err := evaluate(f, at)
		results[f] = result{v, err}
	}
	return results, nil
}

type result struct {
	value value
	err   error
}

// uncomputed says why a formula has no result.
func (c *stored) uncomputed(err error) {
	c.doubt = &fuhe.Phrase{ZH: fmt.Sprintf("%s（%v）", fuhe.DoubtFormula.ZH, err), EN: fmt.Sprintf("%s (%v)", fuhe.DoubtFormula.EN, err)}
}

// values are the cells of all sheets without the formulas, by sheet, row and column.
func (w *workbook) values(sheets []*sheet) (map[string]map[[2]int]value, error) {
	all := make(map[string]map[[2]int]value, len(sheets))
	for _, s := range sheets {
		if s.Failed != "" {
			continue // no formula refers to it
		}
		here := map[[2]int]value{}
		all[strings.ToLower(s.Name)] = here
		at, again := cursor{row: -1, col: -1}, sheet{}
		again.HiddenRows = map[int]bool{}
		err := w.Elements(s.part.path, func(d *ooxml.Parser, e ooxml.Element) error {
			switch e.Name.Local {
			case "row":
				return again.addRow(e, &at)
			case "c":
				c, err := w.storedCell(d, e, &at)
				if err == nil {
					here[[2]int{c.row, c.col}] = c.operand()
				}
				return err
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// operand is what a formula finds in a cell.
func (c *stored) operand() value {
	switch {
	case c.doubt != nil || c.picture:
	case c.kind == "s" || c.kind == "str" || c.kind == "inlineStr":
		return value{kind: textual, text: c.value}
	case c.kind != "" && c.kind != "n":
	case c.value == "":
		return value{}
	default:
		_, ok := worksheet.ParseStored(c.value)
		if n, err := strconv.ParseFloat(c.value, 64); ok && err == nil {
			return value{kind: numeric, number: n}
		}
	}
	return value{kind: other}
}

// take takes the result of one cell.
func (c *stored) take(r result) {
	if r.err != nil {
		c.uncomputed(r.err)
		return
	}
	c.pending = false
	switch r.value.kind {
	case divided:
		c.value, c.kind = "#DIV/0!", "e"
	case textual:
		c.value, c.kind = r.value.text, "str"
	case logical:
		c.value, c.kind = strconv.Itoa(map[bool]int{true: 1}[r.value.truth]), "b"
	default:
		c.value, c.kind = strconv.FormatFloat(r.value.number, 'g', -1, 64), ""
	}
}

// computed are the functions that are computed at all; of these, only what programs agree on.
var computed = func() map[string]bool {
	names := map[string]bool{}
	for _, n := range strings.Fields(`SUM ROUND ROUNDUP ROUNDDOWN IF IFERROR MIN MAX AVERAGE AND OR NOT ABS INT SUMPRODUCT PRODUCT`) {
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
