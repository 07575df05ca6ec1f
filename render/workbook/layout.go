package workbook

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"fuhe"
	"fuhe/render"
)

// layout is where everything of a printed form stands on its sheet; rows and columns count from 0.
type layout struct {
	above  []fuhe.Line // one row each
	cells  []laidCell
	below  []fuhe.Line
	rows   int // of the table
	cols   int
	widths []float64 // of the columns, points
	high   []float64 // of the table's rows, points
	title  string
	beside float64 // width of what stands beside the table, points
}

// laidCell is a table cell at home on the sheet.
type laidCell struct {
	fuhe.TableCell
	font   float64
	left   bool // sentences
	bare   bool // no border: a line of the heading that a spreadsheet holds inside its grid
	bold   bool
	figure *printed // the cell is a number
}

// errUnfit is the reason why a table has no sheet; its sheet says so instead, and all others are written.
var errUnfit = errors.New("the table does not fit on a sheet")

// lay arranges a printed form. Figures are the places of the report's entries that may become numbers.
func lay(p fuhe.Printed, title string, figures map[fuhe.Source]bool) (*layout, error) {
	t := p.Table
	if !fits(t) || len(p.Above)+len(p.Below) > maxSheetRows-t.Rows {
		return nil, fmt.Errorf("%w: %d rows, %d columns, or cells outside them", errUnfit, t.Rows, t.Cols)
	}
	l := &layout{above: p.Above, below: p.Below, rows: t.Rows, cols: max(t.Cols, 1), title: title}
	if err := l.place(t.Cells); err != nil {
		return nil, err
	}
	for i := range l.cells {
		c := &l.cells[i]
		if figures[c.At] {
			if f, ok := figureOf(c.Text); ok {
				c.figure = &f
			}
		}
		c.bold = sameText(c.Text, title)
		c.font = fontPoints
		if c.bold {
			c.font = titlePoints
		}
	}
	l.bareHeading()
	l.setWidths(p.Widths)
	l.setHeights()
	return l, nil
}

// fits reports whether a table's own figures make sense for a sheet.
func fits(t fuhe.Table) bool {
	return t.Rows >= 0 && t.Rows <= maxSheetRows && t.Cols >= 0 && t.Cols <= maxSheetCols &&
		!slices.ContainsFunc(t.Cells, func(c fuhe.TableCell) bool { return c.Row < 0 || c.Row >= t.Rows || c.Col < 0 })
}

// sound reports whether all cells of a table lie within it.
func sound(t fuhe.Table) bool {
	return fits(t) && !slices.ContainsFunc(t.Cells, func(c fuhe.TableCell) bool {
		return c.RowSpan < 1 || c.RowSpan > t.Rows-c.Row || c.ColSpan < 1 || c.ColSpan > t.Cols-c.Col
	})
}

// place takes over the cells with spans that end inside the table and cover nothing twice. A hostile table may claim
// more: spans shrink, and the text of a cell whose place is taken joins the cell that has it, so that none is lost.
func (l *layout) place(cells []fuhe.TableCell) error {
	owner := map[[2]int]int{}
	for _, c := range cells {
		if c.Row < 0 || c.Col < 0 || c.Row >= l.rows || c.Col >= l.cols {
			return fmt.Errorf("%w: a cell outside its %d rows and %d columns", errUnfit, l.rows, l.cols)
		}
		if i, taken := owner[[2]int{c.Row, c.Col}]; taken {
			l.cells[i].Text = strings.TrimSpace(l.cells[i].Text + "\n" + c.Text)
			continue
		}
		c.RowSpan, c.ColSpan = min(max(c.RowSpan, 1), l.rows-c.Row), min(max(c.ColSpan, 1), l.cols-c.Col)
		if len(owner)+1 > maxTableCells || c.RowSpan > (maxTableCells-len(owner))/c.ColSpan {
			return fmt.Errorf("%w: more than %d cells", errUnfit, maxTableCells)
		}
		if overlaps(owner, c) {
			c.RowSpan, c.ColSpan = 1, 1
		}
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := c.Col; k < c.Col+c.ColSpan; k++ {
				owner[[2]int{r, k}] = len(l.cells)
			}
		}
		l.cells = append(l.cells, laidCell{TableCell: c})
	}
	return nil
}

func overlaps(owner map[[2]int]int, c fuhe.TableCell) bool {
	for r := c.Row; r < c.Row+c.RowSpan; r++ {
		for k := c.Col; k < c.Col+c.ColSpan; k++ {
			if _, taken := owner[[2]int{r, k}]; taken {
				return true
			}
		}
	}
	return false
}

// bareHeading leaves the rows before the table proper without borders: in a spreadsheet the title and the year are
// cells as wide as the table, at its top.
func (l *layout) bareHeading() {
	rows := map[int][]*laidCell{}
	for i := range l.cells {
		rows[l.cells[i].Row] = append(rows[l.cells[i].Row], &l.cells[i])
	}
	for row := 0; row < l.rows; row++ {
		texts, wide := 0, false
		for _, c := range rows[row] {
			if c.Text != "" {
				texts++
				wide = c.ColSpan == l.cols && c.RowSpan == 1 && l.cols > 1
			}
		}
		if texts > 1 || texts == 1 && !wide {
			return
		}
		for _, c := range rows[row] {
			c.bare = true
		}
	}
}

// setWidths takes the printed widths, or guesses them from the texts, and widens a column whose number would show as
// ####: a spreadsheet never wraps a number.
func (l *layout) setWidths(printed []float64) {
	l.widths = make([]float64, l.cols)
	for i := range l.widths {
		l.widths[i] = narrowestPoints
		if len(printed) == l.cols && printed[i] > 0 && !math.IsInf(printed[i], 0) {
			l.widths[i] = min(max(printed[i], narrowestPoints), widestPoints)
		}
	}
	for _, c := range l.cells {
		want := 0.0
		switch {
		case c.figure != nil:
			want = render.TextPoints(c.Text, fontPoints) + cellPadPoints + 4 // screen fonts are wider than paper ones
		case len(printed) != l.cols && c.ColSpan == 1:
			want = min(render.TextPoints(c.Text, fontPoints)+cellPadPoints, textColumnPoints)
		}
		if have := l.span(c); want > have {
			l.widths[c.Col+c.ColSpan-1] += want - have
		}
	}
}

func (l *layout) span(c laidCell) float64 {
	total := 0.0
	for _, w := range l.widths[c.Col : c.Col+c.ColSpan] {
		total += w
	}
	return total
}

// setHeights gives each row the height its texts need, because no spreadsheet program does that for merged cells.
func (l *layout) setHeights() {
	l.high = make([]float64, l.rows)
	for r := range l.high {
		l.high[r] = fontPoints*linePerFont + rowPadPoints
	}
	defer l.alike()
	for pass := 1; pass <= 2; pass++ { // single rows first: merged cells share what those have
		for i := range l.cells {
			c := &l.cells[i]
			if (c.RowSpan == 1) != (pass == 1) {
				continue
			}
			need := l.fit(c)
			have := 0.0
			for _, h := range l.high[c.Row : c.Row+c.RowSpan] {
				have += h
			}
			if need > have {
				for r := c.Row; r < c.Row+c.RowSpan; r++ {
					l.high[r] = min(l.high[r]+(need-have)/float64(c.RowSpan), maxRowPoints)
				}
			}
		}
	}
}

// alike gives the long texts of a row one size of type: two goals beside each other are read against each other.
func (l *layout) alike() {
	least := map[int]float64{}
	for _, c := range l.cells {
		if c.font < fontPoints {
			least[c.Row] = min(cmp.Or(least[c.Row], c.font), c.font)
		}
	}
	for i := range l.cells {
		c := &l.cells[i]
		if font := least[c.Row]; font > 0 && c.left && c.font > font {
			c.font = font
		}
	}
}

// fit is the height a cell's text needs at its font size, which shrinks as long as that is more than its rows can have.
func (l *layout) fit(c *laidCell) float64 {
	room := l.span(*c) - cellPadPoints
	for {
		lines := render.LinesIn(c.Text, c.font, room)
		c.left = lines > 1 && render.Cells(c.Text) > sentenceCells && c.figure == nil
		need := float64(lines)*c.font*linePerFont + rowPadPoints
		if need <= maxRowPoints*float64(c.RowSpan) || c.font <= smallestPoints {
			return need
		}
		c.font--
	}
}

// sameText compares texts without white space.
func sameText(a, b string) bool { return bare(a) != "" && bare(a) == bare(b) }
