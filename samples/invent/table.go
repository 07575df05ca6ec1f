package invent

import (
	"fmt"
	"math/rand/v2"

	"fuhe"
	"fuhe/extract/grid"
)

// table is a grid in the making: cells are put into the next free positions of a row.
type table struct {
	cols, rows int
	cells      []grid.Cell
	taken      map[[2]int]bool
	headings   []int // which of the cells are headings
}

// cell is what is put into a table; no span means one.
type cell struct {
	text       string
	cols, rows int
	heading    bool
}

func (t *table) row(cells ...cell) {
	if t.taken == nil {
		t.taken = map[[2]int]bool{}
	}
	col := 0
	for _, c := range cells {
		c.cols, c.rows = max(c.cols, 1), max(c.rows, 1)
		for t.taken[[2]int{t.rows, col}] {
			col++
		}
		if col+c.cols > t.cols {
			panic(fmt.Sprintf("invent: %q stands outside a table of %d columns", c.text, t.cols))
		}
		for r := t.rows; r < t.rows+c.rows; r++ {
			for k := col; k < col+c.cols; k++ {
				t.taken[[2]int{r, k}] = true
			}
		}
		if c.heading {
			t.headings = append(t.headings, len(t.cells))
		}
		t.cells = append(t.cells, grid.Cell{Row: t.rows, Col: col, RowSpan: c.rows, ColSpan: c.cols, Text: c.text})
		col += c.cols
	}
	t.rows++
}

// wide is a row that is one cell.
func (t *table) wide(text string) { t.row(cell{text: text, cols: t.cols}) }

// grid is the finished table; positions left open hold blank cells.
func (t *table) grid(above, below []string) grid.Grid {
	g := grid.Grid{Table: 1, Rows: t.rows, Cols: t.cols}
	g.Cells = t.cells
	for r := range t.rows {
		for k := range t.cols {
			if !t.taken[[2]int{r, k}] {
				g.Cells = append(g.Cells, grid.Cell{Row: r, Col: k, RowSpan: 1, ColSpan: 1})
			}
		}
	}
	for i := range g.Cells {
		c := &g.Cells[i]
		c.At = fuhe.Source{Table: 1, Ref: fuhe.Ref(c.Row, c.Col, c.RowSpan, c.ColSpan)}
	}
	for _, s := range above {
		g.Above = append(g.Above, fuhe.Line{Text: s, At: fuhe.Source{Table: 1}})
	}
	for _, s := range below {
		g.Below = append(g.Below, fuhe.Line{Text: s, At: fuhe.Source{Table: 1}})
	}
	return g
}

// parts cuts a width into n pieces of at least one.
func parts(rng *rand.Rand, width, n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = 1
	}
	for range width - n {
		out[rng.IntN(n)]++
	}
	return out
}
