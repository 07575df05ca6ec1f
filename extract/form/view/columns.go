package view

import (
	"slices"

	"fuhe/extract/form/words"
)

// Zone is the heading rows of a block.
type Zone struct {
	Top, Bottom int
}

// Column is what one heading covers: a field and the columns it stands over.
type Column struct {
	Field    words.Field
	From, To int
	Heading  *Cell
}

// Columns are the fields of a block by their headings.
type Columns struct {
	List    []Column
	Unknown []Column   // headings that mean nothing to the block, or less than another one
	Same    [][2]*Cell // headings that say the same as each other: neither is taken
}

// Clone is a copy that may be changed for itself.
func (c *Columns) Clone() Columns {
	return Columns{slices.Clone(c.List), slices.Clone(c.Unknown), slices.Clone(c.Same)}
}

func (c *Columns) Find(f words.Field) *Column {
	for i := range c.List {
		if c.List[i].Field == f {
			return &c.List[i]
		}
	}
	return nil
}

// Set gives a column that no heading tells its field.
func (c *Columns) Set(told Column) {
	same := func(u Column) bool { return u.From == told.From && u.Heading == told.Heading }
	c.Unknown, c.List = slices.DeleteFunc(c.Unknown, same), slices.DeleteFunc(c.List, same)
	c.List = append(c.List, told)
	slices.SortFunc(c.List, func(a, b Column) int { return a.From - b.From })
}

func (c *Columns) Has(f words.Field) bool { return c.Find(f) != nil }

// Over counts the fields that a cell covers.
func (c *Columns) Over(at *Cell) int {
	n := 0
	for i := range c.List {
		if o := &c.List[i]; !o.Field.Aside() && at.Col <= o.To && at.Right() >= o.From {
			n++
		}
	}
	return n
}

// Remarked reports whether a cell stands under a heading that is not read, such as 原因 or 备注.
func (c *Columns) Remarked(at *Cell) bool {
	for i := range c.List {
		if o := &c.List[i]; o.Field.Aside() && at.Col >= o.From && at.Right() <= o.To {
			return true
		}
	}
	return false
}

// First is the leftmost column of a field that is read.
func (c *Columns) First() int {
	at := -1
	for _, col := range c.List {
		if !col.Field.Aside() && (at < 0 || col.From < at) {
			at = col.From
		}
	}
	return at
}

// CellsUnder lists the distinct cells with text of a row under a column; a cell is listed once.
func (v *View) CellsUnder(row int, col *Column) []*Cell {
	var out []*Cell
	for k := col.From; k <= col.To; k++ {
		if c := v.At(row, k); !c.Blank() && (len(out) == 0 || out[len(out)-1] != c) {
			out = append(out, c)
		}
	}
	return out
}

// Under is the one cell of a row under a column: the one with text, else the blank one. More than one text is not
// decided here.
func (v *View) Under(row int, col *Column) (*Cell, bool) {
	full := v.CellsUnder(row, col)
	switch len(full) {
	case 0:
		return v.At(row, col.From), true
	case 1:
		return full[0], true
	}
	return nil, false
}
