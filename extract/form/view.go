package form

import (
	"slices"
	"strconv"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
)

// view is a grid without its empty rows and columns, with the cell of every position: what headings and positions are
// judged on. Rows and columns count from 0 in the view; sources stay those of the file.
type view struct {
	grid       *grid.Grid
	rows, cols []int // of the view → of the grid
	cells      []cell
	owner      []int32      // row × columns + column → index in cells + 1, 0 for an open position
	starts     [][]*cell    // row → the cells with text that begin in it, left to right
	breaks     map[int]bool // rows that begin a page
	spaced     bool         // nothing is merged: spans are lost, or there were none
	dropped    []bool       // rows that only repeat earlier ones (headings at the top of a page)
}

// cell is a cell of the view.
type cell struct {
	row, col, rowspan, colspan int
	text                       string
	heading                    heading
	at                         fuhe.Source
	asked                      *[vocabularies]answer // nil until asked

	marks  []string     // kept out of text
	struck bool         // text was left out
	doubt  *fuhe.Phrase // why text is not to be relied on
}

func (c *cell) bottom() int { return c.row + c.rowspan - 1 }
func (c *cell) right() int  { return c.col + c.colspan - 1 }
func (c *cell) blank() bool { return c == nil || c.text == "" && c.doubt == nil }

// entry is the cell as an entry of the report, with what its reader found beside the text.
func (c *cell) entry() fuhe.Cell {
	return fuhe.NewCell(c.text, c.at).Kept(c.marks, c.struck, c.doubt)
}

// newView compacts a grid; false when it is beyond the budget.
func newView(g *grid.Grid) (*view, bool) {
	rows, rowAt := keep(g, func(c grid.Cell) (int, int) { return c.Row, c.RowSpan })
	cols, colAt := keep(g, func(c grid.Cell) (int, int) { return c.Col, c.ColSpan })
	v := &view{grid: g, rows: rows, cols: cols, breaks: map[int]bool{}, spaced: true}
	if len(cols) > maxColumns || len(rows) > 0 && len(cols) > maxPositions/len(rows) {
		return v, false
	}
	v.owner = make([]int32, len(rows)*len(cols))
	v.starts = make([][]*cell, len(rows))
	v.dropped = make([]bool, len(rows))
	v.cells = make([]cell, 0, len(g.Cells)) // never grows: pointers to it stay good
	for _, c := range g.Cells {
		r0, r1 := rowAt(c.Row), rowAt(c.Row+max(c.RowSpan, 1))
		c0, c1 := colAt(c.Col), colAt(c.Col+max(c.ColSpan, 1))
		if r0 >= r1 || c0 >= c1 {
			continue // a blank cell in a row or column that is empty throughout
		}
		v.spaced = v.spaced && (g.Spaced || c.RowSpan <= 1 && c.ColSpan <= 1)
		text := strings.TrimSpace(c.Text)
		v.cells = append(v.cells, cell{row: r0, col: c0, rowspan: r1 - r0, colspan: c1 - c0, text: text, heading: readHeading(text), at: c.At,
			marks: c.Marks, struck: c.Struck, doubt: c.Doubt})
		v.place(len(v.cells) - 1)
	}
	for _, b := range g.Breaks {
		if r := rowAt(b); r < len(rows) && r > 0 {
			v.breaks[r] = true
		}
	}
	return v, true
}

// place enters a cell at its positions. Overlapping cells break the grid's promise; the first one keeps the position.
func (v *view) place(i int) {
	c := &v.cells[i]
	for r := c.row; r <= c.bottom(); r++ {
		for k := c.col; k <= c.right(); k++ {
			if p := &v.owner[r*len(v.cols)+k]; *p == 0 {
				*p = int32(i + 1)
			}
		}
	}
	if c.blank() {
		return
	}
	s := v.starts[c.row]
	at := len(s)
	for at > 0 && s[at-1].col > c.col {
		at--
	}
	v.starts[c.row] = slices.Insert(s, at, c)
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

// at is the cell that covers a position; nil for an open one or one outside.
func (v *view) at(row, col int) *cell {
	if row < 0 || row >= len(v.rows) || col < 0 || col >= len(v.cols) {
		return nil
	}
	if i := v.owner[row*len(v.cols)+col]; i > 0 {
		return &v.cells[i-1]
	}
	return nil
}

// in lists the cells with text that begin in a row, left to right.
func (v *view) in(row int) []*cell {
	if row < 0 || row >= len(v.rows) {
		return nil
	}
	return v.starts[row]
}

// source is the place of a position in the file, also of an open one: its reference is counted from a cell of the same
// row, because a sheet's or a later page's references do not begin where the grid does.
func (v *view) source(row, col int) fuhe.Source {
	if c := v.at(row, col); c != nil {
		return c.at
	}
	for k := range v.cols {
		c := v.at(row, k)
		if c == nil {
			continue
		}
		s := fuhe.Source{Sheet: c.at.Sheet, Page: c.at.Page, Table: c.at.Table}
		if r, first, ok := parseRef(c.at.Ref); ok {
			s.Ref = fuhe.Ref(r+v.rows[row]-v.rows[c.row], max(0, first+v.cols[col]-v.cols[c.col]), 1, 1)
		}
		return s
	}
	return fuhe.Source{Sheet: v.grid.Sheet, Page: v.grid.Page, Table: v.grid.Table}
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

// entry is the report cell of a view cell; where the position is open, a blank one at its place.
func (v *view) entry(c *cell, row, col int) fuhe.Cell {
	if c == nil {
		return fuhe.NewCell("", v.source(row, col))
	}
	return c.entry()
}
