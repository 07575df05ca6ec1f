package docx

import (
	"math"

	"fuhe/extract/flow"
)

// layout is a table as the file has it.
type layout struct {
	widths []int // of the grid's columns in twips
	rows   []row
}

// table lays the rows out.
func (t *layout) table() *flow.Table {
	var out flow.Table
	above := map[int]int{} // column → index of the cell that ends in the row before, at its first column
	hidden := map[int]bool{}
	var unseen []string
	for _, r := range t.rows {
		if r.hidden {
			hidden[out.Rows] = true
		}
		here := map[int]int{}
		col := r.before
		for _, at := range t.places(r) {
			c := at.cell
			unseen = append(unseen, c.Unseen...)
			i, merged := above[at.col]
			if c.down == "continue" && merged && out.Cells[i].ColSpan == at.span {
				out.Cells[i].RowSpan++
				here[at.col] = i
			} else {
				here[at.col] = len(out.Cells)
				out.Cells = append(out.Cells, flow.Cell{Row: out.Rows, Col: at.col, RowSpan: 1, ColSpan: at.span, Blocks: c.blocks,
					Struck: c.Struck, Instead: c.Instead, Doubt: c.Doubt})
			}
			col = at.col + at.span
		}
		out.Cols = max(out.Cols, col)
		out.Rows++
		above = here
	}
	out.Edges = t.edges(out.Cols)
	out.HideRows(hidden)
	out.NoteUnseen(unseen)
	return &out
}

// place is where a cell of a row stands.
type place struct {
	col, span int
	cell      cell
}

// places are the cells of a row with their columns, those merged with the one at their left joined to it.
func (t *layout) places(r row) []place {
	var out []place
	for _, p := range t.columns(r) {
		if n := len(out); n > 0 && p.cell.across == "continue" {
			out[n-1].span = p.col + p.span - out[n-1].col
			continue
		}
		out = append(out, p)
	}
	return out
}

// columns finds the columns of the cells of a row: those they say they span; when these do not fill the grid, as some
// programs write them, those their widths fill.
func (t *layout) columns(r row) []place {
	out := make([]place, len(r.cells))
	col := r.before
	for i, c := range r.cells {
		out[i] = place{col, c.span, c}
		col += c.span
	}
	if col == len(t.widths) || r.before > 0 {
		return out
	}
	borders := t.borders()
	at, from := 0, 0
	byWidth := make([]place, len(r.cells))
	for i, c := range r.cells {
		at += c.width
		to := nearest(borders, at)
		if c.width == 0 || to <= from {
			return out
		}
		byWidth[i] = place{from, to - from, c}
		from = to
	}
	return byWidth
}

// borders are the positions of the column borders in twips.
func (t *layout) borders() []int {
	out := make([]int, 1, len(t.widths)+1)
	for i, w := range t.widths {
		out = append(out, out[i]+w)
	}
	return out
}

// nearest is the border at a position, -1 when none is near.
func nearest(borders []int, at int) int {
	best := -1
	for i, b := range borders {
		if off := math.Abs(float64(b - at)); off <= sameEdgeTwips && (best < 0 || off < math.Abs(float64(borders[best]-at))) {
			best = i
		}
	}
	return best
}

// edges are the column borders in points; nil when the file does not state them all.
func (t *layout) edges(cols int) []float64 {
	if cols == 0 || len(t.widths) < cols {
		return nil
	}
	edges := make([]float64, 1, cols+1)
	for i, w := range t.widths[:cols] {
		if w == 0 {
			return nil
		}
		edges = append(edges, edges[i]+float64(w)/twipsPerPoint)
	}
	return edges
}

// joined joins tables that stand right behind one another on the same columns: they are drawn as one, and programs cut a
// long table into such pieces.
func joined(blocks []flow.Block) []flow.Block {
	var out []flow.Block
	for _, b := range blocks {
		if n := len(out); b.Table != nil && n > 0 && out[n-1].Table != nil && sameColumns(out[n-1].Table, b.Table) {
			stack(out[n-1].Table, b.Table)
			continue
		}
		out = append(out, b)
	}
	return out
}

func sameColumns(a, b *flow.Table) bool {
	if a.Edges == nil || len(a.Edges) != len(b.Edges) {
		return false
	}
	for i := range a.Edges {
		if math.Abs(a.Edges[i]-b.Edges[i]) > sameEdgeTwips/twipsPerPoint {
			return false
		}
	}
	return true
}

// stack puts the lower table under the upper one.
func stack(upper, lower *flow.Table) {
	for _, c := range lower.Cells {
		c.Row += upper.Rows
		upper.Cells = append(upper.Cells, c)
	}
	upper.Rows += lower.Rows
	upper.Notes = append(upper.Notes, lower.Notes...)
	if upper.Unsure == "" {
		upper.Unsure = lower.Unsure
	}
}
