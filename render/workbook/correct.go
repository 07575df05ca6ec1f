package workbook

import (
	"fmt"
	"math"
	"strconv"

	"fuhe"
)

// correct writes the corrections of a form into its places, marks what was found, and returns what the lists show.
func (b *book) correct(r *fuhe.Report, at spots, corrections []fuhe.Correction) ([]row, error) {
	rows := rowsOf(r, at, corrections, b.lang, b.causes)
	corrected := map[fuhe.Field]*fuhe.Correction{}
	for i := range corrections {
		corrected[corrections[i].Field] = &corrections[i]
	}
	fields := fieldsOf(r)
	for i := range rows {
		c := rows[i].correction
		if c == nil || rows[i].spot.sheet == "" {
			continue
		}
		if err := b.correctCell(fields, at, corrected, rows[i].spot, *c); err != nil {
			return nil, fmt.Errorf("correct %s: %w", c.Field, err)
		}
	}
	if err := b.checkResults(r, at, corrected, rows); err != nil {
		return nil, err
	}
	return rows, b.annotate(rows)
}

// correctCell gives a cell its formula, and its result for those who do not recalculate.
func (b *book) correctCell(fields map[fuhe.Field]*fuhe.Cell, at spots, corrected map[fuhe.Field]*fuhe.Correction, s spot, c fuhe.Correction) error {
	value, format := cachedValue{c.Corrected.Text, textValue}, ""
	if f, ok := figureOfCell(c.Corrected); ok {
		value, format = cachedValue{f.literal, numberValue}, f.format
	}
	if keepsFormat(s, c) {
		format = ""
	}
	if err := b.unshare(s); err != nil {
		return err
	}
	if err := b.mark(s, correctedMark, format); err != nil {
		return err
	}
	formula, ok := expand(c.Formula, s.sheet, func(field fuhe.Field) (operand, bool) { return operandOf(fields, at, corrected, field) })
	if !ok {
		return b.dropFormula(s, value)
	}
	if err := b.file.SetCellFormula(s.sheet, s.first, formula); err != nil {
		return err
	}
	b.cached.set(s.sheet, s.first, value)
	return nil
}

// keepsFormat reports whether the cell's own number format shows the corrected figure as well as the published one: the
// cell holds the published figure itself, not a hundredfold of it or a text.
func keepsFormat(s spot, c fuhe.Correction) bool {
	if !s.numeric || !s.foreign || c.Published.Number == nil || c.Corrected.Number == nil {
		return false
	}
	half := math.Pow10(-int(c.Published.Number.Places)) / 2
	if c.Published.Number.Unit == "%" {
		half /= 100
	}
	return math.Abs(s.value-figureOfNumber(*c.Published.Number).value) <= half*(1+1e-9) && c.Published.Number.Places == c.Corrected.Number.Places
}

// writeResult writes a corrected value without a formula, where an operand has no figure.
func (b *book) writeResult(s spot, value cachedValue) error {
	if value.kind == textValue {
		return b.text(s.sheet, s.first, value.text)
	}
	f, err := strconv.ParseFloat(value.text, 64)
	if err != nil {
		return err
	}
	return b.file.SetCellFloat(s.sheet, s.first, f, -1, 64)
}

func figureOfCell(c fuhe.Cell) (printed, bool) {
	if f, ok := figureOf(c.Text); ok {
		return f, true
	}
	if c.Number == nil || c.Number.Sign != fuhe.NoSign {
		return printed{}, false
	}
	return figureOfNumber(*c.Number), true
}
