package tables

import (
	"math"
	"slices"
	"strings"

	"fuhe"
	"fuhe/render"
	"fuhe/render/stream"
)

// laid is a table arranged on the rows and columns of a sheet.
type laid struct {
	t      *fuhe.Table
	types  []typed
	owner  []int32 // by position, row by row: the cell that covers it, from 1; 0 for none
	cells  []fuhe.TableCell
	from   []int // of each cell, its place in the table's own list; nil where they are the same
	widths []float64
	high   []float64
	format []string // of the figures of each column, "" where it has none
	sums   map[fuhe.Spot][]fuhe.TableFinding
	summed int // cells that its formulas worked on so far
}

// lay arranges a table; false when it has more positions than a sheet can hold.
func lay(t *fuhe.Table, o Options) (*laid, bool) {
	if t.Rows < 0 || t.Cols < 0 || t.Rows > mostRows || t.Cols > stream.MaxCols-2 || t.Cols > 0 && t.Rows > mostPositions/t.Cols {
		return nil, false
	}
	l := &laid{t: t, owner: make([]int32, t.Rows*t.Cols), sums: sums(t)}
	if o.AsText {
		l.types = make([]typed, len(t.Cells))
	} else {
		l.types = types(t)
	}
	if !l.whole() && !l.fitted() {
		return nil, false
	}
	return l, true
}

// dress is what a workbook shows of a table besides its cells: number formats, widths, heights.
func (l *laid) dress() {
	l.setFormats()
	l.setWidths()
	l.setHeights()
}

// whole takes the cells of a table as they are, and reports whether none of them ends outside of it or covers another.
func (l *laid) whole() bool {
	l.cells = l.t.Cells
	for i := range l.cells {
		c := &l.cells[i]
		if c.Row < 0 || c.Col < 0 || c.RowSpan < 1 || c.ColSpan < 1 || c.Row > l.t.Rows-c.RowSpan || c.Col > l.t.Cols-c.ColSpan || !l.free(c) {
			return false
		}
		l.own(c, i)
	}
	return true
}

// fitted makes the cells of a table fit; false when one begins outside of it.
func (l *laid) fitted() bool {
	clear(l.owner)
	l.cells, l.from = make([]fuhe.TableCell, 0, len(l.t.Cells)), make([]int, 0, len(l.t.Cells))
	for i, c := range l.t.Cells {
		if c.Row < 0 || c.Col < 0 || c.Row >= l.t.Rows || c.Col >= l.t.Cols {
			return false
		}
		l.place(i, c)
	}
	return true
}

// free reports whether no cell has a position of this one.
func (l *laid) free(c *fuhe.TableCell) bool {
	for r := c.Row; r < c.Row+c.RowSpan; r++ {
		for k := c.Col; k < c.Col+c.ColSpan; k++ {
			if l.owner[r*l.t.Cols+k] > 0 {
				return false
			}
		}
	}
	return true
}

// own gives a placed cell its positions.
func (l *laid) own(c *fuhe.TableCell, n int) {
	for r := c.Row; r < c.Row+c.RowSpan; r++ {
		for k := c.Col; k < c.Col+c.ColSpan; k++ {
			l.owner[r*l.t.Cols+k] = int32(n + 1)
		}
	}
}

// place gives a cell its positions. A span that ends outside the table or covers another cell shrinks; the text of a cell
// whose place is taken joins the one that has it, so that none is lost.
func (l *laid) place(i int, c fuhe.TableCell) {
	if n := l.owner[c.Row*l.t.Cols+c.Col]; n > 0 {
		k := &l.cells[n-1]
		k.Text = strings.TrimSpace(k.Text + "\n" + c.Text)
		k.Struck = k.Struck || c.Struck
		if k.Doubt == nil {
			k.Doubt = c.Doubt
		}
		l.types[l.from[n-1]] = typed{}
		return
	}
	c.RowSpan, c.ColSpan = min(max(c.RowSpan, 1), l.t.Rows-c.Row), min(max(c.ColSpan, 1), l.t.Cols-c.Col)
	if !l.free(&c) {
		c.RowSpan, c.ColSpan = 1, 1
	}
	l.cells, l.from = append(l.cells, c), append(l.from, i)
	l.own(&c, len(l.cells)-1)
}

// typeOf is what a placed cell holds.
func (l *laid) typeOf(n int) typed {
	if l.from != nil {
		n = l.from[n]
	}
	return l.types[n]
}

// setFormats gives the figures of a column one format as far as each is still shown as printed: 180.03 beside 1,615.24 is
// shown the same with separators, and a positive beside (5.00) by the format that has the brackets. The usual format of a
// column is what a blank in it gets, too.
func (l *laid) setFormats() {
	l.format = make([]string, l.t.Cols)
	columns := make([]columnFormats, l.t.Cols)
	for n := range l.cells {
		if ty := l.typeOf(n); ty.kind() != text {
			columns[l.cells[n].Col].meet(ty.figure)
		}
	}
	for n := range l.cells {
		if ty := l.typeOf(n); ty.kind() != text {
			col := l.cells[n].Col
			columns[col].settle(ty.figure)
			if best := l.format[col]; best == "" || best != ty.figure.Format && columns[col].counts[ty.figure.Format] > columns[col].counts[best] {
				l.format[col] = ty.figure.Format
			}
		}
	}
}

// setWidths takes the widths of the page, or guesses them from the texts, and widens a column whose number would be shown as
// ####: a spreadsheet never wraps a number.
func (l *laid) setWidths() {
	printed := l.t.Setting.Widths
	known := len(printed) == l.t.Cols
	l.widths = make([]float64, l.t.Cols)
	for i := range l.widths {
		l.widths[i] = narrowestPoints
		if known && printed[i] > 0 && !math.IsInf(printed[i], 0) {
			l.widths[i] = min(max(printed[i], narrowestPoints), widestPoints)
		}
	}
	for n, c := range l.cells {
		want := 0.0
		switch {
		case l.typeOf(n).kind() != text:
			want = render.TextPoints(c.Text, points(&c)) + figurePadPoints
		case !known && c.ColSpan == 1:
			want = min(render.TextPoints(c.Text, points(&c))+cellPadPoints, textColumnPoints)
		}
		if have := l.span(c.Col, c.ColSpan); want > have {
			l.widths[c.Col+c.ColSpan-1] += want - have
		}
	}
}

func (l *laid) span(col, cols int) float64 {
	sum := 0.0
	for _, w := range l.widths[col : col+cols] {
		sum += w
	}
	return sum
}

// setHeights gives each row the height that its texts need, because no spreadsheet program does that for merged cells.
func (l *laid) setHeights() {
	l.high = make([]float64, l.t.Rows)
	for r := range l.high {
		l.high[r] = lineHeight(1)
	}
	for _, merged := range []bool{false, true} { // single rows first: merged cells share what those have
		for _, c := range l.cells {
			if (c.RowSpan > 1) != merged {
				continue
			}
			have := 0.0
			for _, h := range l.high[c.Row : c.Row+c.RowSpan] {
				have += h
			}
			size := points(&c) / fontPoints
			if need := lineHeight(wrapped(c.Text, (l.span(c.Col, c.ColSpan)-cellPadPoints)/size)) * size; need > have {
				for r := c.Row; r < c.Row+c.RowSpan; r++ {
					l.high[r] = min(l.high[r]+(need-have)/float64(c.RowSpan), highestPoints)
				}
			}
		}
	}
}

// width is that of the whole table.
func (l *laid) width() float64 { return l.span(0, l.t.Cols) }

func lineHeight(lines int) float64 { return min(float64(lines)*linePoints+rowPadPoints, highestPoints) }

// wrapped is the number of lines a text takes in a column of the given width, in the font of a table.
func wrapped(s string, room float64) int { return render.LinesIn(s, fontPoints, room) }

// digits counts what of the figures of the page stands in the cells, in their marks, too.
func (l *laid) digits() fuhe.Digits {
	var d fuhe.Digits
	for _, c := range l.cells {
		d = d.Add(fuhe.DigitsOf(c.Text))
		for _, m := range c.Marks {
			d = d.Add(fuhe.DigitsOf(m))
		}
	}
	return d
}

// pageOf is the page a row stands on; 0 in a file without pages.
func (l *laid) pageOf(row int) int {
	if l.t.Page == 0 {
		return 0
	}
	n, found := slices.BinarySearch(l.t.Setting.Breaks, row)
	if found {
		n++
	}
	return l.t.Page + n
}
