package xlsx

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
)

// book lays the sheets out as grids, visible sheets first.
func (w *workbook) book(sheets []*sheet) grid.Book {
	var b grid.Book
	positions := 0
	ordered := slices.Clone(sheets)
	slices.SortStableFunc(ordered, func(a, b *sheet) int {
		switch {
		case a.part.hidden == b.part.hidden:
			return 0
		case b.part.hidden:
			return -1
		}
		return 1
	})
	for _, s := range ordered {
		at := fuhe.Source{Sheet: s.part.name}
		if s.failed != "" {
			b.Unread = append(b.Unread, fuhe.Unread{At: at, Reason: "sheet not read: " + s.failed})
			continue
		}
		l := w.layOut(s)
		b.Unread = append(b.Unread, l.unread...)
		if len(l.rows) == 0 {
			continue // a blank sheet
		}
		size := len(l.rows) * len(l.cols)
		if positions += size; size > maxPositions || positions > maxAllPositions {
			b.Unread = append(b.Unread, fuhe.Unread{At: at, Reason: fmt.Sprintf(
				"sheet not read: its used range of %d rows × %d columns is larger than a form — save the form in a workbook of its own", len(l.rows), len(l.cols))})
			positions -= size
			continue
		}
		g := l.grid(s)
		g.Table = len(b.Grids) + 1
		b.Grids = append(b.Grids, g)
	}
	return b
}

// layout is a sheet's visible used range: which rows and columns are in it, and what is shown where.
type layout struct {
	rows, cols []int              // sheet rows and columns in the grid, ascending
	text       map[[2]int]string  // by sheet position
	unsure     string             //
	unread     []fuhe.Unread      //
	owner      map[[2]int]*merged // by sheet position, merged cells only
}

// merged is a merged range as far as it is visible.
type merged struct {
	span
	placed bool
}

func (w *workbook) layOut(s *sheet) *layout {
	l := &layout{text: make(map[[2]int]string, len(s.cells))}
	var odd []string
	for _, c := range s.cells {
		text, sure := w.shown(s, c)
		if !sure {
			odd = append(odd, reference(c.row, c.col))
		}
		if c.doubt != "" && l.unsure == "" {
			l.unsure = fmt.Sprintf("the formula in %s has no stored result and could not be computed (%s)", reference(c.row, c.col), c.doubt)
		}
		if text != "" {
			l.text[[2]int{c.row, c.col}] = text
		}
	}
	if odd != nil {
		l.unread = append(l.unread, fuhe.Unread{At: fuhe.Source{Sheet: s.part.name, Ref: odd[0]},
			Reason: "number format not applied, the stored number is read: " + someOf(odd)})
	}
	l.visibleRange(s)
	return l
}

// shown is what a reader sees in a cell, and whether that is sure.
func (w *workbook) shown(s *sheet, c stored) (text string, sure bool) {
	f := general
	if c.style < len(w.formats) {
		f = w.formats[c.style]
	}
	switch c.kind {
	case "s", "str", "inlineStr":
		text = f.text(c.value)
	case "b":
		text = map[bool]string{true: "TRUE", false: "FALSE"}[isTrue(c.value)]
	case "e":
		return c.value, true
	case "d":
		return w.shownDate(f, c.value)
	default:
		v, ok := parseStored(c.value)
		if !ok {
			return c.value, c.pending || c.value == ""
		}
		if s.zerosHidden && v.Sign() == 0 {
			return "", true
		}
		var done bool
		if text, done = f.number(v, w.date1904); !done {
			return f.stored(v, w.date1904), false
		}
	}
	return grid.JoinLines(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' || r == '\v' })), true
}

// someOf lists places, not endlessly.
func someOf(places []string) string {
	if len(places) > maxNotes {
		return strings.Join(places[:maxNotes], ", ") + fmt.Sprintf(" and %d more", len(places)-maxNotes)
	}
	return strings.Join(places, ", ")
}

// grid is the layout as a grid: a cell at every position, merged ranges once.
func (l *layout) grid(s *sheet) grid.Grid {
	g := grid.Grid{Sheet: s.part.name, Hidden: s.part.hidden, Rows: len(l.rows), Cols: len(l.cols), Unsure: l.unsure, Edges: s.edges(l.cols)}
	g.Cells = make([]grid.Cell, 0, g.Rows*g.Cols)
	for r, row := range l.rows {
		for c, col := range l.cols {
			cell := grid.Cell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, At: fuhe.Source{Sheet: g.Sheet, Ref: reference(row, col)}}
			from := [2]int{row, col}
			if m := l.owner[from]; m != nil {
				if m.placed {
					continue
				}
				m.placed = true
				cell.RowSpan, cell.ColSpan = countWithin(l.rows, row, m.lastRow), countWithin(l.cols, col, m.lastCol)
				cell.At.Ref = fuhe.Ref(m.row, m.col, m.lastRow-m.row+1, m.lastCol-m.col+1)
				from = [2]int{m.row, m.col}
			}
			cell.Text = l.text[from]
			g.Cells = append(g.Cells, cell)
		}
	}
	return g
}

// countWithin counts the lines from first to last; lines are ascending.
func countWithin(lines []int, first, last int) int {
	from, _ := slices.BinarySearch(lines, first)
	to, _ := slices.BinarySearch(lines, last+1)
	return to - from
}

const (
	defaultCharacters = 8.43 // Excel's width of a column nobody changed
	digitPixels       = 7    // width of a digit in Excel's default font at 96 dpi
	pointsPerPixel    = 0.75
)

// edges are the x coordinates of the borders of the given columns in points.
func (s *sheet) edges(cols []int) []float64 {
	edges := make([]float64, 1, len(cols)+1)
	for _, col := range cols {
		width := s.width
		if col < len(s.columns) && s.columns[col].width > 0 {
			width = s.columns[col].width
		}
		if width == 0 {
			width = defaultCharacters
		}
		pixels := math.Trunc((256*width + math.Trunc(128/digitPixels)) / 256 * digitPixels)
		edges = append(edges, edges[len(edges)-1]+pixels*pointsPerPixel)
	}
	return edges
}

func reference(row, col int) string { return fuhe.Ref(row, col, 1, 1) }
