package flow

import (
	"fmt"
	"strings"
	"testing"
)

// TestFromRows: cells that end at places of their own share the columns of the table.
func TestFromRows(t *testing.T) {
	cell := func(right int, text string) RowCell { return RowCell{Right: right, Blocks: []Block{{Text: text}}} }
	first, on := cell(1000, "甲"), cell(1005, "")
	first.Down, on.Down = First, GoesOn
	wide, more := cell(2000, "宽"), cell(3000, "")
	wide.Across, more.Across = First, GoesOn
	got := FromRows([]Row{
		{Cells: []RowCell{first, cell(3000, "1")}},
		{Left: 4, Cells: []RowCell{on, cell(2000, "2"), cell(3000, "3")}},
		{Hidden: true, Cells: []RowCell{cell(500, "藏")}},
		{Cells: []RowCell{cell(1000, "乙"), wide, more}},
		{Left: 1000, Cells: []RowCell{cell(2000, "5"), cell(2000, "6")}},
	})
	var out []string
	for _, c := range got.Cells {
		out = append(out, fmt.Sprintf("%d,%d %dx%d %s", c.Row, c.Col, c.RowSpan, c.ColSpan, strings.Join(lines(c.Blocks), "")))
	}
	want := "0,0 2x1 甲|0,1 1x2 1|1,1 1x1 2|1,2 1x1 3|2,0 1x1 乙|2,1 1x2 宽|3,1 1x1 56"
	if s := strings.Join(out, "|"); s != want || got.Rows != 4 || got.Cols != 3 || len(got.Notes) != 1 || got.Edges[3] != 150 {
		t.Errorf("%s, want %s; %d × %d, %v %v", s, want, got.Rows, got.Cols, got.Edges, got.Notes)
	}
	if e := FromRows(nil); e.Rows != 0 || e.Cols != 0 {
		t.Errorf("of nothing: %+v", e)
	}
}
