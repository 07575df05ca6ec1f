package grid

import (
	"slices"
	"strings"
	"unicode"
)

// repeatedRows is the number of rows at the top of lower that repeat headings of upper: its first rows, or one row of
// headings further down (three or more texts and no figure among them).
func repeatedRows(upper, lower *rowIndex) int {
	n := 0
	for n < min(upper.rows(), lower.rows()) && sameRow(upper.row(n), lower.row(n)) {
		n++
	}
	for n > 0 && !lower.grid.cuttable(n) {
		n--
	}
	if n > 0 || !onlyHeadings(lower.row(0)) || !lower.grid.cuttable(1) {
		return n
	}
	for r := range upper.rows() {
		if sameRow(upper.row(r), lower.row(0)) {
			return 1
		}
	}
	return 0
}

// startsAnew reports whether lower is another table of the same kind: behind the repeated rows the labels at the left are
// those of upper again (项目名称, 主管部门 …), row by row, or it repeats all there is. A single label met again (a merged
// 产出指标 printed on both pages) is none.
func startsAnew(upper, lower *rowIndex, repeated int) bool {
	rows := min(labelRows, upper.rows()-repeated, lower.rows()-repeated)
	if lower.rows() == repeated || repeated == 0 && titled(lower) {
		return true
	}
	same := 0
	for r := repeated; r < repeated+rows; r++ {
		a, b := upper.row(r), lower.row(r)
		if len(a) > 0 && len(b) > 0 && a[0].Text != "" && a[0].Col == b[0].Col && sameText(a[0].Text, b[0].Text) {
			same++
		}
	}
	return same > 0 && same >= min(2, rows)
}

// titled reports whether the first row is a title: one cell over all columns that is called a table (表).
func titled(x *rowIndex) bool {
	first := x.row(0)
	return len(first) == 1 && first[0].ColSpan == x.grid.Cols && strings.HasSuffix(strings.Join(strings.Fields(first[0].Text), ""), "表")
}

// rowIndex finds the cells of each row of a grid without looking at all others: a table over a thousand pages is asked for
// its rows again at every page.
type rowIndex struct {
	grid  *Grid
	first []int   // of the cells of a row, where they begin in cells
	cells []*Cell // by the row they begin in, from left to right
}

func indexRows(g *Grid) *rowIndex {
	x := &rowIndex{g, make([]int, g.Rows+2), make([]*Cell, len(g.Cells))}
	for i := range g.Cells {
		x.first[g.Cells[i].Row+2]++
	}
	for r := range g.Rows {
		x.first[r+2] += x.first[r+1]
	}
	for i := range g.Cells {
		next := &x.first[g.Cells[i].Row+1] // the beginning of the row, and its end when all are there
		x.cells[*next] = &g.Cells[i]
		*next++
	}
	for r := range g.Rows {
		slices.SortFunc(x.row(r), func(a, b *Cell) int { return a.Col - b.Col })
	}
	return x
}

func (x *rowIndex) rows() int { return x.grid.Rows }

// row are the cells that begin in a row, from left to right.
func (x *rowIndex) row(r int) []*Cell { return x.cells[x.first[r]:x.first[r+1]] }

// sameRow reports whether two rows have the same cells with the same texts, at least one of them written.
func sameRow(a, b []*Cell) bool {
	written := false
	same := slices.EqualFunc(a, b, func(x, y *Cell) bool {
		written = written || x.Text != ""
		return x.Col == y.Col && x.ColSpan == y.ColSpan && sameText(x.Text, y.Text)
	})
	return same && written
}

func sameText(a, b string) bool {
	return a == b || strings.Join(strings.Fields(a), "") == strings.Join(strings.Fields(b), "")
}

// onlyHeadings reports whether cells can be a row of headings.
func onlyHeadings(cells []*Cell) bool {
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
	for i := range g.Cells {
		if c := &g.Cells[i]; c.Row < row && c.Row+c.RowSpan > row {
			return false
		}
	}
	return true
}
