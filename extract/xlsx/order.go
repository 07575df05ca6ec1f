package xlsx

import (
	"errors"
	"fmt"
	"strings"
)

// formula is a cell's formula. One that many cells share stands in the first of them only.
type formula struct {
	sheet    string
	row, col int
	cell     int // its place among the cells of the sheet; -1 for none
	text     string
	kind     string // the attribute t: "", "array", "shared", "dataTable"
	ref      string // the cells an array formula fills
	shared   string // the number of the formula it shares

	state state
	err   error // why it is not computed

	source string // the text, that of the first cell where it is shared
	found  areas  // what it refers to from here; areas first, then those of names
}

type state uint8

const (
	unseen state = iota
	open         // what it is made of is being looked at
	placed
)

// order is the order in which formulas are computed, and what that may cost: every cell of every area is looked at
// anew for each formula.
type order struct {
	w       *workbook
	sheets  map[string]*sheet
	at      map[string]map[[2]int]*formula // by sheet, row and column
	masters map[string]*formula            // by sheet and number
	done    []*formula
	cells   int // touched by all formulas so far
	text    int // characters of them
	looked  int // formulas looked at to find those in areas
}

var errCircle = errors.New("circular reference")

func (w *workbook) orderOf(sheets []*sheet) (*order, error) {
	o := &order{w: w, sheets: map[string]*sheet{}, at: map[string]map[[2]int]*formula{}, masters: map[string]*formula{}}
	formulas, positions := 0, 0
	for _, s := range sheets {
		formulas += s.formulas
		positions += s.listed * max(1, s.Cols)
		o.sheets[strings.ToLower(s.Name)] = s
	}
	if formulas > maxCalcFormulas || positions > maxCalcPositions {
		return nil, errors.New("the workbook is too large")
	}
	for _, s := range sheets {
		places := make(map[[2]int]*formula, len(s.written))
		for _, f := range s.written {
			places[[2]int{f.row, f.col}] = f
			if f.shared != "" && f.text != "" {
				o.masters[s.Name+"!"+f.shared] = f
			}
		}
		o.at[strings.ToLower(s.Name)] = places
	}
	return o, nil
}

// place puts a formula behind all those it is made of. Its error says why it is not to be computed.
func (o *order) place(f *formula) error {
	switch f.state {
	case open:
		return errCircle
	case placed:
		return f.err
	}
	f.state = open
	f.err = o.inputs(f)
	f.state = placed
	if f.err == nil {
		o.done = append(o.done, f)
	}
	return f.err
}

// inputs looks at all that a formula refers to and counts what it costs.
func (o *order) inputs(f *formula) error {
	found, err := o.areasOf(f)
	if err != nil {
		return err
	}
	sum, rows, cols := 0, 1, 1
	for i, a := range found.list {
		s := o.sheets[strings.ToLower(a.sheet)]
		if s == nil {
			return fmt.Errorf("there is no sheet %q", a.sheet)
		}
		if s.Failed != "" {
			return fmt.Errorf("the sheet %q is damaged", a.sheet)
		}
		a = a.used(s)
		sum, rows, cols = sum+a.cells(), max(rows, a.rows()), max(cols, a.cols())
		found.list[i] = a
	}
	f.found = found
	cost := max(sum, rows*cols*(1+found.operators)) // an operator on a row and a column makes a result of both
	if cost > maxFormulaCells {
		return fmt.Errorf("a formula works on %d cells, more than the %d fuhe computes with", cost, maxFormulaCells)
	}
	if o.cells += cost; o.cells > maxCalcCells {
		return fmt.Errorf("the formulas work on more than %d cells", maxCalcCells)
	}
	for _, a := range found.list {
		if err := o.within(a); err != nil {
			return err
		}
	}
	return nil
}

// used is an area without the rest of whole columns and rows behind the last cell. Of any other
// area every cell counts.
func (a area) used(s *sheet) area {
	if a.to.row == maxRows-1 {
		a.to.row = max(s.listed-1, a.from.row)
	}
	if a.to.col == maxColumns-1 {
		a.to.col = max(s.Cols-1, a.from.col)
	}
	return a
}

// areasOf are the areas of a formula, those of the names it uses included. Names and whole areas that are operated on
// depend on the program or on where the formula stands.
func (o *order) areasOf(f *formula) (areas, error) {
	text, down, right := f.text, 0, 0
	if f.shared != "" && text == "" {
		master := o.masters[f.sheet+"!"+f.shared]
		if master == nil {
			return areas{}, errors.New("the formula it shares is missing")
		}
		text, down, right = master.text, f.row-master.row, f.col-master.col
	}
	if f.kind == "dataTable" || f.kind == "array" && f.ref != reference(f.row, f.col) {
		return areas{}, fmt.Errorf("a formula that fills %s at once", f.ref)
	}
	f.source = text
	if o.text += len(text); o.text > maxCalcText {
		return areas{}, fmt.Errorf("formulas of more than %d characters in all", maxCalcText)
	}
	if err := foreign(text); err != nil {
		return areas{}, err
	}
	found, err := areasOf(text, f.sheet)
	if err != nil {
		return found, err
	}
	for i, a := range found.list {
		if a = a.moved(down, right); a.from.row < 0 || a.from.col < 0 {
			return found, errors.New("a reference beyond the first row or column")
		}
		found.list[i] = a
	}
	for _, name := range found.names {
		a, ok := o.w.named(name)
		if !ok {
			return found, fmt.Errorf("the name %s is not followed", name)
		}
		found.list = append(found.list, a)
	}
	if found.operated && f.kind != "array" && !strings.Contains(strings.ToUpper(text), "SUMPRODUCT(") {
		return found, errors.New("an operator works on a whole area: what it gives depends on the program")
	}
	return found, nil
}

// within places the formulas in an area.
func (o *order) within(a area) error {
	places := o.at[strings.ToLower(a.sheet)]
	if a.single() {
		if f := places[[2]int{a.from.row, a.from.col}]; f != nil {
			return o.place(f)
		}
		return nil
	}
	for _, f := range o.sheets[strings.ToLower(a.sheet)].written {
		if o.looked++; o.looked > maxCalcLooks {
			return errors.New("the formulas depend on too many others")
		}
		if !a.holds(f.row, f.col) {
			continue
		}
		if err := o.place(f); err != nil {
			return err
		}
	}
	return nil
}

// named is the one area a defined name stands for.
func (w *workbook) named(name string) (area, bool) {
	found, err := areasOf(w.names[strings.ToLower(name)], "")
	if err != nil || len(found.list) != 1 || len(found.names) > 0 || found.operators > 0 || found.list[0].sheet == "" {
		return area{}, false
	}
	return found.list[0], true
}
