package flow

import (
	"reflect"
	"slices"
	"testing"

	"fuhe"
)

// rowsOf is a table of one cell for each text; a row is a list of them.
func rowsOf(rows ...[]string) *Table {
	t := &Table{Rows: len(rows), Cols: len(rows[0])}
	for r, row := range rows {
		for c, text := range row {
			t.Cells = append(t.Cells, Cell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, Blocks: []Block{{Text: text}}})
		}
	}
	return t
}

// TestHiddenRows: a hidden row with a figure between shown ones stays in doubt, any other goes and is said.
func TestHiddenRows(t *testing.T) {
	for _, c := range []struct {
		what    string
		rows    [][]string
		hidden  []int
		left    [][]string
		doubted []string
		notes   []string
	}{
		{"a figure in between", [][]string{{"甲", "1"}, {"乙", "2"}, {"计", "3"}}, []int{1}, [][]string{{"甲", "1"}, {"乙", "2"}, {"计", "3"}}, []string{"乙", "2"}, nil},
		{"words in between", [][]string{{"甲", "1"}, {"乙", "丙"}, {"计", "3"}}, []int{1}, [][]string{{"甲", "1"}, {"计", "3"}}, nil, []string{"hidden rows not read: 1"}},
		{"above and below", [][]string{{"甲", "1"}, {"乙", "2"}, {"计", "3"}, {"丁", "4"}}, []int{0, 3}, [][]string{{"乙", "2"}, {"计", "3"}}, nil, []string{"hidden rows not read: 2"}},
		{"all", [][]string{{"甲", "1"}}, []int{0}, nil, nil, []string{"hidden rows not read: 1"}},
		{"none", [][]string{{"甲", "1"}}, nil, [][]string{{"甲", "1"}}, nil, nil},
		{"a blank one", [][]string{{"甲", "1"}, {"", ""}, {"计", "1"}}, []int{1}, [][]string{{"甲", "1"}, {"计", "1"}}, nil, []string{"hidden rows not read: 1"}},
	} {
		table, hidden := rowsOf(c.rows...), map[int]bool{}
		for _, r := range c.hidden {
			hidden[r] = true
		}
		table.HideRows(hidden)
		left := make([][]string, table.Rows)
		var doubted []string
		for _, cell := range table.Cells {
			left[cell.Row] = append(left[cell.Row], cell.Blocks[0].Text)
			if cell.Doubt == fuhe.DoubtHidden {
				doubted = append(doubted, cell.Blocks[0].Text)
			}
		}
		if !slices.EqualFunc(left, c.left, slices.Equal) || !slices.Equal(doubted, c.doubted) || !slices.Equal(table.Notes, c.notes) {
			t.Errorf("%s: %q, doubted %q, said %q", c.what, left, doubted, table.Notes)
		}
	}
}

// TestHiddenRowUnderMergedCells: a merged cell is as much shorter; one that begins in the row keeps its place without text.
func TestHiddenRowUnderMergedCells(t *testing.T) {
	table := &Table{Rows: 4, Cols: 2, Cells: []Cell{
		{Row: 0, Col: 0, RowSpan: 2, ColSpan: 1, Blocks: []Block{{Text: "甲"}}}, {Row: 0, Col: 1, RowSpan: 1, ColSpan: 1, Blocks: []Block{{Text: "1"}}},
		{Row: 1, Col: 1, RowSpan: 2, ColSpan: 1, Blocks: []Block{{Text: "藏"}}},
		{Row: 2, Col: 0, RowSpan: 1, ColSpan: 1, Blocks: []Block{{Text: "乙"}}},
		{Row: 3, Col: 0, RowSpan: 1, ColSpan: 2, Blocks: []Block{{Text: "3"}}},
	}}
	left := table.LeaveHidden(map[int]bool{1: true})
	want := []Cell{
		{Row: 0, Col: 0, RowSpan: 1, ColSpan: 1, Blocks: []Block{{Text: "甲"}}}, {Row: 0, Col: 1, RowSpan: 1, ColSpan: 1, Blocks: []Block{{Text: "1"}}},
		{Row: 1, Col: 0, RowSpan: 1, ColSpan: 1, Blocks: []Block{{Text: "乙"}}}, {Row: 1, Col: 1, RowSpan: 1, ColSpan: 1},
		{Row: 2, Col: 0, RowSpan: 1, ColSpan: 2, Blocks: []Block{{Text: "3"}}},
	}
	if table.Rows != 3 || !reflect.DeepEqual(table.Cells, want) || len(left) != 1 || left[0].Blocks[0].Text != "藏" {
		t.Errorf("%d rows, %+v, left out %+v", table.Rows, table.Cells, left)
	}
}
