package flow

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
)

// HideRows takes out the rows of a laid-out table that the file hides, as LeaveHidden does, and notes how many.
func (t *Table) HideRows(hidden map[int]bool) {
	before := t.Rows
	t.LeaveHidden(hidden)
	if left := before - t.Rows; left > 0 {
		t.Notes = append(t.Notes, fmt.Sprintf("hidden rows not read: %d", left))
	}
}

// LeaveHidden takes out the rows of a laid-out table, by number, that the file hides, and returns the cells that begin in
// them. Those between shown rows that hold figures may be part of the sums that are shown: they stay, in doubt.
func (t *Table) LeaveHidden(hidden map[int]bool) (left []Cell) {
	if len(hidden) == 0 {
		return nil
	}
	kept := t.hiddenFigures(hidden)
	row := make([]int, t.Rows+1) // number of each row among those that stay
	for r := range t.Rows {
		row[r+1] = row[r]
		if !hidden[r] || kept[r] {
			row[r+1]++
		}
	}
	cells := make([]Cell, 0, len(t.Cells))
	for _, c := range t.Cells {
		switch {
		case kept[c.Row]:
			if c.Doubt == nil && (holdsText(c.Blocks) || c.Instead != nil) {
				c.Doubt = fuhe.DoubtHidden
			}
		case hidden[c.Row]:
			left = append(left, c)
			c.Blocks, c.Struck, c.Instead, c.Doubt = nil, false, nil, nil // what reaches out of the row holds its place
		}
		end := row[min(c.Row+c.RowSpan, t.Rows)]
		if c.Row = row[c.Row]; end > c.Row {
			c.RowSpan = end - c.Row
			cells = append(cells, c)
		}
	}
	slices.SortStableFunc(cells, func(a, b Cell) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col)) })
	t.Cells, t.Rows = cells, row[t.Rows]
	return left
}

// hiddenFigures are the hidden rows between shown ones in which a figure stands.
func (t *Table) hiddenFigures(hidden map[int]bool) map[int]bool {
	first, last := t.Rows, -1
	for _, c := range t.Cells {
		if !hidden[c.Row] && holdsText(c.Blocks) {
			first, last = min(first, c.Row), max(last, c.Row)
		}
	}
	kept := map[int]bool{}
	for _, c := range t.Cells {
		if !hidden[c.Row] || c.Row < first || c.Row > last {
			continue
		}
		if _, figure := fuhe.ParseNumber(grid.JoinLines(lines(c.Blocks))); figure {
			kept[c.Row] = true
		}
	}
	return kept
}

// NoteUnseen notes the texts of cells that nobody sees and that were left out.
func (t *Table) NoteUnseen(texts []string) {
	if len(texts) == 0 {
		return
	}
	text := []rune(strings.Join(texts, " "))
	if len(text) > shownHidden {
		text = append(text[:shownHidden:shownHidden], '…')
	}
	t.Notes = append(t.Notes, "hidden text of the table is not read: "+string(text))
}
