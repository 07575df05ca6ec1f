package evidence

import (
	"slices"
	"strings"

	"fuhe"
)

// GridCell is a cell of a form shown as a grid.
type GridCell struct {
	RowSpan, ColSpan int
	Text             string
	At               fuhe.Source
	Fields           []fuhe.Field // the entries that stand in it
	Blank            bool         // no cell: the place was open in the file
}

// GridRow is a row of a grid; Number counts from 1, as its cells are called (A1).
type GridRow struct {
	Number int
	Cells  []GridCell
}

// Grid is a form as rows of cells with spans, for a table of a web page.
type Grid struct {
	Above, Below []string
	Rows         []GridRow
	Cut          bool // it has more cells than are shown
}

// GridOf is the printed form as a grid. Entries that stand in no cell of it, but in a line around, keep their line.
func GridOf(r *fuhe.Report) Grid {
	fields := map[fuhe.Source][]fuhe.Field{}
	for _, e := range r.Entries() {
		if e.Cell.Present() {
			fields[e.Cell.At] = append(fields[e.Cell.At], e.Field)
		}
	}
	t := &r.Printed.Table
	g := Grid{Above: lines(r.Printed.Above), Below: lines(r.Printed.Below)}
	rows, cols := t.Rows, max(t.Cols, 1)
	if rows > maxGridCells/cols {
		rows, g.Cut = maxGridCells/cols, true
	}
	covered := make([]bool, rows*cols)
	cells := make([][]GridCell, rows)
	starts := map[[2]int]*fuhe.TableCell{}
	for i := range t.Cells {
		starts[[2]int{t.Cells[i].Row, t.Cells[i].Col}] = &t.Cells[i]
	}
	for row := range rows {
		for col := range cols {
			if covered[row*cols+col] {
				continue
			}
			c := starts[[2]int{row, col}]
			if c == nil {
				cells[row] = append(cells[row], GridCell{RowSpan: 1, ColSpan: 1, Blank: true})
				continue
			}
			high, wide := min(max(c.RowSpan, 1), rows-row), free(covered[row*cols:row*cols+cols], col, max(c.ColSpan, 1))
			for y := row; y < row+high; y++ {
				for x := col; x < col+wide; x++ {
					covered[y*cols+x] = true
				}
			}
			cells[row] = append(cells[row], GridCell{RowSpan: high, ColSpan: wide, Text: c.Text, At: c.At, Fields: fields[c.At]})
		}
		g.Rows = append(g.Rows, GridRow{row + 1, cells[row]})
	}
	return g
}

// free is how many columns from one on are not covered, at most so many.
func free(row []bool, from, most int) int {
	n := 0
	for n < most && from+n < len(row) && !row[from+n] {
		n++
	}
	return max(n, 1)
}

func lines(from []fuhe.Line) []string {
	var out []string
	for _, l := range from {
		if strings.TrimSpace(l.Text) != "" {
			out = append(out, l.Text)
		}
	}
	return out
}

// Only are the rows of a grid in which some places stand, each whole: a cell merged over rows that are left out ends with those
// that are shown.
func (g Grid) Only(places []Place) []GridRow {
	var out []GridRow
	for _, row := range g.Rows {
		if slices.ContainsFunc(row.Cells, func(c GridCell) bool { return !c.At.IsZero() && marked(places, c.At) != "" }) {
			cells := slices.Clone(row.Cells)
			for i := range cells {
				cells[i].RowSpan = 1
			}
			out = append(out, GridRow{row.Number, cells})
		}
	}
	return out
}

// Marked is the mark of a cell among some places; "" for none.
func (c GridCell) Marked(places []Place) Mark {
	if c.At.IsZero() {
		return ""
	}
	return marked(places, c.At)
}

func marked(places []Place, at fuhe.Source) Mark {
	for _, p := range places {
		if p.At == at {
			return p.Mark
		}
	}
	return ""
}
