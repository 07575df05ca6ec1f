package workbook

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"
)

// sharedCell is a cell of the input whose formula is written once for a whole column of cells.
var sharedCell = expression(`<(?:\w+:)?c\s[^>]*\br="([A-Z]+[0-9]+)"[^>]*>\s*<(?:\w+:)?f\s[^>]*\bt="shared"`)

// unshare gives every cell that shares a formula with the cell to be corrected a formula of its own, the same one with
// the same result: excelize empties the others when the cell that holds it for all gets another formula.
func (b *book) unshare(s spot) error {
	if !s.foreign || b.unshared[s.sheet] {
		return nil
	}
	parts, err := sheetParts(b.part)
	if err != nil {
		return err
	}
	sheet, err := b.part(parts[s.sheet])
	if err != nil {
		return err
	}
	var refs []string
	for _, m := range sharedCell().FindAllSubmatch(sheet, -1) {
		refs = append(refs, string(m[1]))
	}
	if !slices.Contains(refs, s.first) {
		return nil
	}
	b.unshared[s.sheet] = true
	return b.ownFormulas(s.sheet, refs)
}

// ownFormulas reads all formulas and results first: writing the first one clears the rest.
func (b *book) ownFormulas(sheet string, refs []string) error {
	formulas, results := make([]string, len(refs)), make([]cachedValue, len(refs))
	for i, ref := range refs {
		var err error
		if formulas[i], err = b.file.GetCellFormula(sheet, ref); err != nil {
			return fmt.Errorf("shared formula of %s: %w", ref, err)
		}
		if results[i].text, err = b.file.GetCellValue(sheet, ref, rawValues); err != nil {
			return err
		}
		kind, err := b.file.GetCellType(sheet, ref)
		if err != nil {
			return err
		}
		results[i].kind = map[excelize.CellType]valueKind{
			excelize.CellTypeFormula: textValue, excelize.CellTypeBool: boolValue, excelize.CellTypeError: errorValue,
		}[kind]
	}
	for i, ref := range refs {
		if formulas[i] == "" {
			continue
		}
		if err := b.file.SetCellFormula(sheet, ref, formulas[i]); err != nil {
			return err
		}
		if results[i].text != "" { // a formula that was never calculated has no result
			b.cached.set(sheet, ref, results[i])
		}
	}
	return nil
}
