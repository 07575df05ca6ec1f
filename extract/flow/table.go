package flow

import (
	"slices"
	"strings"
)

// onlyText reports whether a table is no more than a frame around text: one cell, or no text at all, and no table inside.
func (t *Table) onlyText() bool {
	filled := 0
	for _, c := range t.Cells {
		if holdsTable(c.Blocks) {
			return false
		}
		if holdsText(c.Blocks) {
			filled++
		}
	}
	return filled == 0 || len(t.Cells) == 1
}

// laysOut reports whether a table only puts other tables in their places on the page: it has fewer than two rows that say
// something beside them.
func (t *Table) laysOut() bool {
	inner, rows, row, filled := false, 0, -1, 0
	for _, c := range t.Cells {
		if c.Row != row {
			row, filled = c.Row, 0
		}
		switch {
		case holdsTable(c.Blocks):
			inner = true
		case holdsText(c.Blocks):
			if filled++; filled == 2 {
				rows++
			}
		}
	}
	return inner && rows < dataRows
}

// holdsTable reports whether there is a table among the blocks that is more than a frame around text.
func holdsTable(blocks []Block) bool {
	return slices.ContainsFunc(blocks, func(b Block) bool { return b.Table != nil && !b.Table.onlyText() })
}

func holdsText(blocks []Block) bool {
	return slices.ContainsFunc(blocks, func(b Block) bool {
		return strings.TrimSpace(b.Text) != "" || b.Table != nil && slices.ContainsFunc(b.Table.Cells, func(c Cell) bool { return holdsText(c.Blocks) })
	})
}

// tightened is the table without the rows and columns that no cell begins or ends in: a title over a hundred columns of
// which eight are there, the fine grid a word processor cuts columns of different rows from.
func (t *Table) tightened() *Table {
	rows, cols := border{0: true}, border{0: true}
	for _, c := range t.Cells {
		rows[c.Row], rows[c.Row+c.RowSpan] = true, true
		cols[c.Col], cols[c.Col+c.ColSpan] = true, true
	}
	row, lastRow := rows.numbered()
	col, lastCol := cols.numbered()
	out := &Table{Rows: lastRow, Cols: lastCol, Spaced: t.Spaced, Unsure: t.Unsure, Notes: t.Notes, Cells: make([]Cell, len(t.Cells))}
	for i, c := range t.Cells {
		c.Row, c.RowSpan = row[c.Row], row[c.Row+c.RowSpan]-row[c.Row]
		c.Col, c.ColSpan = col[c.Col], col[c.Col+c.ColSpan]-col[c.Col]
		out.Cells[i] = c
	}
	if len(t.Edges) == t.Cols+1 {
		out.Edges = make([]float64, lastCol+1)
		for old, now := range col {
			out.Edges[now] = t.Edges[old]
		}
	}
	return out
}

// border is the set of lines along which cells begin or end.
type border map[int]bool

// numbered numbers the lines in order, and says the last number.
func (b border) numbered() (map[int]int, int) {
	at := make([]int, 0, len(b))
	for i := range b {
		at = append(at, i)
	}
	slices.Sort(at)
	number := make(map[int]int, len(at))
	for n, i := range at {
		number[i] = n
	}
	return number, len(at) - 1
}
