package worksheet

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
)

// Book lays the sheets of a workbook out as grids, visible ones first. A sheet larger than a form is unread.
func Book(sheets []*Sheet) grid.Book { return room{maxPositions, maxAllPositions}.book(sheets) }

// Tables is Book for sheets of any use; they are given away while it lays them out, for the largest would else be held twice.
func Tables(sheets []*Sheet) grid.Book {
	return room{maxTablePositions, maxAllTablePositions}.book(sheets)
}

// room is how many positions are laid out.
type room struct{ sheet, all int }

func (m room) book(sheets []*Sheet) grid.Book {
	var b grid.Book
	positions := 0
	ordered := slices.Clone(sheets)
	slices.SortStableFunc(ordered, func(a, b *Sheet) int {
		switch {
		case a.Hidden == b.Hidden:
			return 0
		case b.Hidden:
			return -1
		}
		return 1
	})
	for _, s := range ordered {
		at := fuhe.Source{Sheet: s.Name}
		if s.Failed != "" {
			b.Unread = append(b.Unread, fuhe.Unread{At: at, Reason: "sheet not read: " + s.Failed})
			continue
		}
		l := s.layOut(m.sheet)
		b.Unread = append(b.Unread, l.unread...)
		if len(l.rows) == 0 {
			continue // a blank sheet
		}
		size := len(l.rows) * len(l.cols)
		if positions += size; size > m.sheet || positions > m.all {
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
	most       int                // positions
	rows, cols []int              // sheet rows and columns in the grid, ascending
	shown      seen               // by sheet position, those that are not blank
	unsure     string             //
	unread     []fuhe.Unread      //
	owner      map[[2]int]*merged // by sheet position, merged cells only
}

// merged is a merged range as far as it is visible.
type merged struct {
	Span
	placed bool
}

func (s *Sheet) layOut(most int) *layout {
	l := &layout{most: most, shown: seenOf(s.Cells), unsure: s.Unsure}
	s.Cells = nil // their array is that of l.shown now
	l.nameUnseen(s)
	l.picturesIn(s)
	l.visibleRange(s)
	return l
}

// picturesIn marks the blank cells, merged or single, that a picture lies in.
func (l *layout) picturesIn(s *Sheet) {
	if len(s.Pictures) > 0 && len(s.Merges) > maxMergeWork/len(s.Pictures) {
		l.unsure = "too many pictures over merged cells"
		return
	}
	for _, p := range s.Pictures {
		cell := Span{p.Row, p.Col, p.Row, p.Col}
		for _, m := range s.Merges {
			if m.Row <= p.Row && m.Col <= p.Col && m.LastRow >= p.LastRow && m.LastCol >= p.LastCol {
				cell = m
				break
			}
		}
		if inside := cell.LastRow >= p.LastRow && cell.LastCol >= p.LastCol; inside && l.shown.at(cell.Row, cell.Col) == nil {
			l.shown.picture(cell.Row, cell.Col)
		}
	}
}

// someOf lists places, not endlessly.
func someOf(places []string) string {
	if len(places) > maxNotes {
		return strings.Join(places[:maxNotes], ", ") + fmt.Sprintf(" and %d more", len(places)-maxNotes)
	}
	return strings.Join(places, ", ")
}

// grid is the layout as a grid: a cell at every position, merged ranges once.
func (l *layout) grid(s *Sheet) grid.Grid {
	g := grid.Grid{Sheet: s.Name, Hidden: s.Hidden, Rows: len(l.rows), Cols: len(l.cols), Unsure: l.unsure, Edges: s.edges(l.cols)}
	g.Cells = make([]grid.Cell, 0, g.Rows*g.Cols)
	var texts Texts
	var room [16]byte
	for r, row := range l.rows {
		l.shown.leave(row, l.unplaced)
		for c, col := range l.cols {
			cell := grid.Cell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, At: fuhe.Source{Sheet: g.Sheet, Ref: texts.Keep(fuhe.AppendRef(room[:0], row, col))}}
			from := [2]int{row, col}
			if m := l.owner[from]; m != nil {
				if m.placed {
					continue
				}
				m.placed = true
				cell.RowSpan, cell.ColSpan = countWithin(l.rows, row, m.LastRow), countWithin(l.cols, col, m.LastCol)
				cell.At.Ref = fuhe.Ref(m.Row, m.Col, m.LastRow-m.Row+1, m.LastCol-m.Col+1)
				from = [2]int{m.Row, m.Col}
			}
			if c := l.shown.at(from[0], from[1]); c != nil {
				cell.Text, cell.Struck, cell.Doubt, cell.Formula = c.Text, c.Struck, c.Doubt, l.formula(c.Formula)
				cell.Style = c.Style
			}
			g.Cells = append(g.Cells, cell)
		}
	}
	return g
}

// unplaced is the first row of the merged ranges that have not got a cell yet.
func (l *layout) unplaced() int {
	first := maxRows
	for _, m := range l.owner {
		if !m.placed {
			first = min(first, m.Row)
		}
	}
	return first
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
func (s *Sheet) edges(cols []int) []float64 {
	edges := make([]float64, 1, len(cols)+1)
	for _, col := range cols {
		width := s.Width
		if col < len(s.Columns) && s.Columns[col].Width > 0 {
			width = s.Columns[col].Width
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
