package grid

import (
	"fmt"
	"strings"

	"fuhe"
)

// Parse reads a grid written as text, for tests: a row a line, cells between bars, "<" continues the cell to the left,
// "^" the cell above; lines without a bar before the first row stand above the table, after the last row below it.
//
//	财政项目支出绩效自评表
//	| 项目资金 | 年初预算数 | 全年预算数 |
//	| ^        | 530000     | <          |
//
// Inside a cell \n is a line break and \| a bar. Sources are t1!A1 and so on. Rows may not differ in their number of cells.
func Parse(text string) (Grid, error) {
	g := Grid{Table: 1}
	var rows [][]string
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case !strings.HasPrefix(line, "|"):
			l := fuhe.Line{Text: line, At: fuhe.Source{Table: 1}}
			if rows == nil {
				g.Above = append(g.Above, l)
			} else {
				g.Below = append(g.Below, l)
			}
		default:
			row := splitRow(line)
			if rows != nil && len(row) != len(rows[0]) {
				return Grid{}, fmt.Errorf("line %d: %d cells, the first row has %d", n+1, len(row), len(rows[0]))
			}
			rows = append(rows, row)
		}
	}
	if rows == nil {
		return g, nil
	}
	g.Rows, g.Cols = len(rows), len(rows[0])
	return g, g.fill(rows)
}

func splitRow(line string) []string {
	line = strings.ReplaceAll(strings.TrimPrefix(line, "|"), `\|`, "\x00")
	cells := strings.Split(strings.TrimSuffix(strings.TrimSpace(line), "|"), "|")
	for i, c := range cells {
		c = strings.ReplaceAll(strings.TrimSpace(c), "\x00", "|")
		cells[i] = strings.ReplaceAll(c, `\n`, "\n")
	}
	return cells
}

// fill turns rows with continuation marks into cells with spans.
func (g *Grid) fill(rows [][]string) error {
	owner := make(map[[2]int]int) // position → index of its cell
	for r, row := range rows {
		for c, text := range row {
			var from [2]int
			switch text {
			case "<":
				from = [2]int{r, c - 1}
			case "^":
				from = [2]int{r - 1, c}
			default:
				owner[[2]int{r, c}] = len(g.Cells)
				g.Cells = append(g.Cells, Cell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, Text: JoinLines(strings.Split(text, "\n"))})
				continue
			}
			i, ok := owner[from]
			if !ok {
				return fmt.Errorf("row %d, cell %d: %q continues nothing", r+1, c+1, text)
			}
			owner[[2]int{r, c}] = i
			cell := &g.Cells[i]
			cell.RowSpan, cell.ColSpan = max(cell.RowSpan, r-cell.Row+1), max(cell.ColSpan, c-cell.Col+1)
		}
	}
	for i := range g.Cells {
		c := &g.Cells[i]
		c.At = fuhe.Source{Table: g.Table, Ref: fuhe.Ref(c.Row, c.Col, c.RowSpan, c.ColSpan)}
	}
	return nil
}
