// Package view shows a grid as forms are read from it: a grid goes in; its cells without the empty rows and columns, the
// blocks under their headings with a field for each column, and the labels with the entries beside them come out. What a
// row of a block is, package form decides.
package view

import (
	"slices"
	"strconv"
	"strings"

	"fuhe"
	"fuhe/extract/form/words"
	"fuhe/extract/grid"
)

// View is a grid without its empty rows and columns, with the cell of every position: what headings and positions are
// judged on. Rows and columns count from 0 in the view; sources stay those of the file.
type View struct {
	Grid       *grid.Grid
	Rows, Cols []int // of the view → of the grid
	Cells      []Cell
	owner      []int32      // row × columns + column → index in cells + 1, 0 for an open position
	starts     [][]*Cell    // row → the cells with text that begin in it, left to right
	Breaks     map[int]bool // rows that begin a page
	Spaced     bool         // nothing is merged: spans are lost, or there were none
	Dropped    []bool       // rows that only repeat earlier ones (headings at the top of a page)
}

// New compacts a grid; false when it is beyond the budget.
func New(g *grid.Grid) (*View, bool) {
	rows, rowAt := keep(g, func(c grid.Cell) (int, int) { return c.Row, c.RowSpan })
	cols, colAt := keep(g, func(c grid.Cell) (int, int) { return c.Col, c.ColSpan })
	v := &View{Grid: g, Rows: rows, Cols: cols, Breaks: map[int]bool{}, Spaced: true}
	if len(cols) > maxColumns || len(rows) > 0 && len(cols) > maxPositions/len(rows) {
		return v, false
	}
	v.owner = make([]int32, len(rows)*len(cols))
	v.starts = make([][]*Cell, len(rows))
	v.Dropped = make([]bool, len(rows))
	v.Cells = make([]Cell, 0, len(g.Cells)) // never grows: pointers to it stay good
	for _, c := range g.Cells {
		r0, r1 := rowAt(c.Row), rowAt(c.Row+max(c.RowSpan, 1))
		c0, c1 := colAt(c.Col), colAt(c.Col+max(c.ColSpan, 1))
		if r0 >= r1 || c0 >= c1 {
			continue // a blank cell in a row or column that is empty throughout
		}
		v.Spaced = v.Spaced && (g.Spaced || c.RowSpan <= 1 && c.ColSpan <= 1)
		text := strings.TrimSpace(c.Text)
		v.Cells = append(v.Cells, Cell{Row: r0, Col: c0, RowSpan: r1 - r0, ColSpan: c1 - c0, Text: text, Heading: words.Read(text), At: c.At,
			marks: c.Marks, struck: c.Struck, doubt: c.Doubt})
		v.place(len(v.Cells) - 1)
	}
	for _, b := range g.Breaks {
		if r := rowAt(b); r < len(rows) && r > 0 {
			v.Breaks[r] = true
		}
	}
	return v, true
}

// place enters a cell at its positions. Overlapping cells break the grid's promise; the first one keeps the position.
func (v *View) place(i int) {
	c := &v.Cells[i]
	for r := c.Row; r <= c.Bottom(); r++ {
		for k := c.Col; k <= c.Right(); k++ {
			if p := &v.owner[r*len(v.Cols)+k]; *p == 0 {
				*p = int32(i + 1)
			}
		}
	}
	if c.Blank() {
		return
	}
	s := v.starts[c.Row]
	at := len(s)
	for at > 0 && s[at-1].Col > c.Col {
		at--
	}
	v.starts[c.Row] = slices.Insert(s, at, c)
}

// keep lists the rows (or columns) in which a cell with text begins, and maps a grid index to the first kept one at or
// behind it.
func keep(g *grid.Grid, span func(grid.Cell) (at, length int)) ([]int, func(int) int) {
	used := map[int]bool{}
	last := 0
	for _, c := range g.Cells {
		at, length := span(c)
		if !c.Blank() && at >= 0 {
			used[at] = true
		}
		last = max(last, at+max(length, 1))
	}
	kept := make([]int, 0, len(used))
	for at := range used {
		kept = append(kept, at)
	}
	slices.Sort(kept)
	return kept, func(at int) int { i, _ := slices.BinarySearch(kept, at); return i }
}

// At is the cell that covers a position; nil for an open one or one outside.
func (v *View) At(row, col int) *Cell {
	if row < 0 || row >= len(v.Rows) || col < 0 || col >= len(v.Cols) {
		return nil
	}
	if i := v.owner[row*len(v.Cols)+col]; i > 0 {
		return &v.Cells[i-1]
	}
	return nil
}

// In lists the cells with text that begin in a row, left to right.
func (v *View) In(row int) []*Cell {
	if row < 0 || row >= len(v.Rows) {
		return nil
	}
	return v.starts[row]
}

// Source is the place of a position in the file, also of an open one: its reference is counted from a cell of the same
// row, because a sheet's or a later page's references do not begin where the grid does.
func (v *View) Source(row, col int) fuhe.Source {
	if c := v.At(row, col); c != nil {
		return c.At
	}
	for k := range v.Cols {
		c := v.At(row, k)
		if c == nil {
			continue
		}
		s := fuhe.Source{Sheet: c.At.Sheet, Page: c.At.Page, Table: c.At.Table}
		if r, first, ok := parseRef(c.At.Ref); ok {
			s.Ref = fuhe.Ref(r+v.Rows[row]-v.Rows[c.Row], max(0, first+v.Cols[col]-v.Cols[c.Col]), 1, 1)
		}
		return s
	}
	return fuhe.Source{Sheet: v.Grid.Sheet, Page: v.Grid.Page, Table: v.Grid.Table}
}

// parseRef reads the first cell of an A1-style reference as row and column from 0.
func parseRef(ref string) (row, col int, ok bool) {
	ref, _, _ = strings.Cut(ref, ":")
	i := 0
	for ; i < len(ref) && i < 4 && ref[i] >= 'A' && ref[i] <= 'Z'; i++ {
		col = col*26 + int(ref[i]-'A') + 1
	}
	n, err := strconv.Atoi(ref[i:])
	return n - 1, col - 1, err == nil && i > 0 && n > 0
}

// Entry is the report cell of a view cell; where the position is open, a blank one at its place.
func (v *View) Entry(c *Cell, row, col int) fuhe.Cell {
	if c == nil {
		return fuhe.NewCell("", v.Source(row, col))
	}
	return c.Entry()
}
