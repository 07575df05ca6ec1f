package grid

import (
	"slices"
	"strings"
	"unicode"
)

// repeatedRows is the number of rows at the top of lower that repeat headings of upper: its first rows, or one row of
// headings further down (three or more texts and no figure among them).
func repeatedRows(upper, lower *Grid) int {
	above, below := indexRows(upper), indexRows(lower)
	n := 0
	for n < min(upper.Rows, lower.Rows) && sameRow(above.row(n), below.row(n)) {
		n++
	}
	for n > 0 && !lower.cuttable(n) {
		n--
	}
	first := lower.rowCells(0)
	if n > 0 || !lower.cuttable(1) || !onlyHeadings(first) {
		return n
	}
	for r := range upper.Rows {
		if sameRow(above.row(r), first) {
			return 1
		}
	}
	return 0
}

// startsAnew reports whether lower is another table of the same kind: behind the repeated rows the labels at the left are
// those of upper again (项目名称, 主管部门 …), row by row, or it repeats all there is. A single label met again (a merged
// 产出指标 printed on both pages) is none.
func startsAnew(upper, lower *Grid, repeated int) bool {
	rows := min(labelRows, upper.Rows-repeated, lower.Rows-repeated)
	if lower.Rows == repeated || repeated == 0 && lower.titled() {
		return true
	}
	same := 0
	for r := repeated; r < repeated+rows; r++ {
		a, b := upper.rowCells(r), lower.rowCells(r)
		if len(a) > 0 && len(b) > 0 && a[0].Text != "" && a[0].Col == b[0].Col && sameText(a[0].Text, b[0].Text) {
			same++
		}
	}
	return same > 0 && same >= min(2, rows)
}

// titled reports whether the first row is a title: one cell over all columns that is called a table (表).
func (g *Grid) titled() bool {
	first := g.rowCells(0)
	return len(first) == 1 && first[0].ColSpan == g.Cols && strings.HasSuffix(strings.Join(strings.Fields(first[0].Text), ""), "表")
}

// rowCells are the cells that begin in a row, from left to right.
func (g *Grid) rowCells(row int) []Cell {
	var out []Cell
	for _, c := range g.Cells {
		if c.Row == row {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b Cell) int { return a.Col - b.Col })
	return out
}

// rowIndex finds the cells of each row of a grid without looking at all others: a table over a thousand pages is asked for
// its rows again at every page.
type rowIndex struct {
	grid  *Grid
	first []int // of the cells of a row, where they begin in cells
	cells []int // of the grid, by the row they begin in
}

func indexRows(g *Grid) rowIndex {
	x := rowIndex{g, make([]int, g.Rows+1), make([]int, len(g.Cells))}
	for _, c := range g.Cells {
		x.first[c.Row+1]++
	}
	for r := range g.Rows {
		x.first[r+1] += x.first[r]
	}
	next := slices.Clone(x.first)
	for i, c := range g.Cells {
		x.cells[next[c.Row]] = i
		next[c.Row]++
	}
	return x
}

// row are the cells that begin in a row, from left to right.
func (x rowIndex) row(r int) []Cell {
	out := make([]Cell, 0, x.first[r+1]-x.first[r])
	for _, i := range x.cells[x.first[r]:x.first[r+1]] {
		out = append(out, x.grid.Cells[i])
	}
	slices.SortFunc(out, func(a, b Cell) int { return a.Col - b.Col })
	return out
}

// sameRow reports whether two rows have the same cells with the same texts, at least one of them written.
func sameRow(a, b []Cell) bool {
	written := false
	same := slices.EqualFunc(a, b, func(x, y Cell) bool {
		written = written || x.Text != ""
		return x.Col == y.Col && x.ColSpan == y.ColSpan && sameText(x.Text, y.Text)
	})
	return same && written
}

func sameText(a, b string) bool {
	return strings.Join(strings.Fields(a), "") == strings.Join(strings.Fields(b), "")
}

// onlyHeadings reports whether cells can be a row of headings.
func onlyHeadings(cells []Cell) bool {
	written := 0
	for _, c := range cells {
		if strings.ContainsFunc(c.Text, unicode.IsDigit) {
			return false
		}
		if c.Text != "" {
			written++
		}
	}
	return written >= headingTexts
}

// cuttable reports whether no cell reaches over the border above a row.
func (g *Grid) cuttable(row int) bool {
	return !slices.ContainsFunc(g.Cells, func(c Cell) bool { return c.Row < row && c.Row+c.RowSpan > row })
}

// dropTop takes away the first rows.
func (g *Grid) dropTop(rows int) {
	if rows == 0 {
		return
	}
	cells := make([]Cell, 0, len(g.Cells))
	for _, c := range g.Cells {
		if c.Row >= rows {
			c.Row -= rows
			cells = append(cells, c)
		}
	}
	g.Cells, g.Rows = cells, g.Rows-rows
}
