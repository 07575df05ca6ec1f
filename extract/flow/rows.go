package flow

import (
	"math"
	"slices"

	"fuhe"
)

// Row is a row of a table as word processors store it: each cell ends at a place of its own.
type Row struct {
	Left   int // where the first cell begins, in twips
	Cells  []RowCell
	Hidden bool
}

// RowCell is a cell of such a row.
type RowCell struct {
	Right  int // where it ends, in twips
	Down   Merge
	Across Merge
	Blocks []Block

	Struck  bool
	Instead *fuhe.Phrase
	Doubt   *fuhe.Phrase
	Unseen  []string // text that nobody sees, left out
}

// Merge is how a cell takes part in a merged one.
type Merge uint8

const (
	Alone Merge = iota
	First
	GoesOn
)

const (
	twipsPerPoint = 20.0
	sameEdgeTwips = 20 // places are rounded by programs that convert
)

// FromRows lays rows out: their borders are the columns of the table.
func FromRows(rows []Row) *Table {
	var t Table
	borders := bordersOf(rows)
	above := map[int]int{} // column → index of the cell that ends in the row before, at its first column
	hidden := map[int]bool{}
	var unseen []string
	for _, r := range rows {
		for _, c := range r.Cells {
			unseen = append(unseen, c.Unseen...)
		}
		if r.Hidden {
			hidden[t.Rows] = true
		}
		here := map[int]int{}
		for _, p := range r.places(borders) {
			i, merged := above[p.Col]
			if p.down == GoesOn && merged && t.Cells[i].ColSpan == p.ColSpan {
				t.Cells[i].RowSpan++
				here[p.Col] = i
				continue
			}
			here[p.Col] = len(t.Cells)
			p.Row = t.Rows
			t.Cells = append(t.Cells, p.Cell)
		}
		t.Rows++
		above = here
	}
	t.Cols = len(borders) - 1
	for _, b := range borders {
		t.Edges = append(t.Edges, float64(b-borders[0])/twipsPerPoint)
	}
	t.NoteUnseen(unseen)
	if t.HideRows(hidden); len(hidden) > 0 {
		return t.tightened() // the borders of rows that are gone are none
	}
	return &t
}

// placed is a cell with its columns, and whether it goes on from the row above.
type placed struct {
	Cell
	down Merge
}

// doubtMerged is for texts of two cells of which one has no place of its own.
var doubtMerged = &fuhe.Phrase{ZH: "两个单元格的文字落在同一处", EN: "the texts of two cells stand in one place"}

// places are the cells of a row with their columns, those merged with the one at their left joined to it. A cell without
// width has no column: programs leave such cells behind.
func (r Row) places(borders []int) []placed {
	var out []placed
	from := nearest(borders, r.Left)
	for _, c := range r.Cells {
		to := nearest(borders, c.Right)
		n := len(out)
		switch {
		case c.Across == GoesOn && n > 0, to <= from && n > 0:
			if out[n-1].ColSpan = max(to, from) - out[n-1].Col; holdsText(c.Blocks) {
				out[n-1].Blocks = append(out[n-1].Blocks, c.Blocks...)
				out[n-1].Doubt = doubtMerged
			}
		case to > from:
			out = append(out, placed{Cell{Col: from, RowSpan: 1, ColSpan: to - from, Blocks: c.Blocks, Struck: c.Struck, Instead: c.Instead, Doubt: c.Doubt}, c.Down})
		}
		from = max(to, from)
	}
	return out
}

// bordersOf are the places at which cells begin and end, those nearly the same taken for one.
func bordersOf(rows []Row) []int {
	var all []int
	for _, r := range rows {
		if len(r.Cells) == 0 {
			continue
		}
		all = append(all, r.Left)
		for _, c := range r.Cells {
			all = append(all, c.Right)
		}
	}
	slices.Sort(all)
	var out []int
	for _, b := range all {
		if n := len(out); n == 0 || b-out[n-1] > sameEdgeTwips {
			out = append(out, b)
		}
	}
	if len(out) == 0 {
		return []int{0}
	}
	return out
}

// nearest is the number of the border next to a place.
func nearest(borders []int, at int) int {
	i, exact := slices.BinarySearch(borders, at)
	if exact || i == 0 {
		return i
	}
	if i == len(borders) || math.Abs(float64(at-borders[i-1])) <= math.Abs(float64(borders[i]-at)) {
		return i - 1
	}
	return i
}
