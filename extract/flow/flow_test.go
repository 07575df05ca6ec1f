package flow

import (
	"strings"
	"testing"
)

// row is a row of cells with texts.
func row(n int, texts ...string) []Cell {
	var out []Cell
	for i, s := range texts {
		out = append(out, Cell{Row: n, Col: i, RowSpan: 1, ColSpan: 1, Blocks: []Block{{Text: s}}})
	}
	return out
}

func of(rows ...[]Cell) *Table {
	t := &Table{Rows: len(rows)}
	for _, r := range rows {
		t.Cells = append(t.Cells, r...)
		t.Cols = max(t.Cols, len(r))
	}
	return t
}

// TestLinesStandWhereTheyAre: a line is above the next table; behind the last one it is below it.
func TestLinesStandWhereTheyAre(t *testing.T) {
	b := Book([]Block{{Text: " 题 "}, {Text: ""}, {Table: of(row(0, "1", "2"))}, {Text: "注"}, {Table: of(row(0, "3", "4"))}, {Text: "完"}})
	if len(b.Grids) != 2 || len(b.Grids[0].Above) != 1 || b.Grids[0].Above[0].Text != "题" || b.Grids[0].Below != nil ||
		b.Grids[1].Above[0].Text != "注" || b.Grids[1].Below[0].Text != "完" || b.Grids[1].Below[0].At.Table != 2 {
		t.Errorf("%+v", b.Grids)
	}
	if b := Book([]Block{{Text: "只有文字"}}); len(b.Grids) != 0 || len(b.Unread) != 0 {
		t.Errorf("%+v", b)
	}
}

// TestTightened: a border that no cell has is none.
func TestTightened(t *testing.T) {
	wide := &Table{Rows: 4, Cols: 9, Edges: []float64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, Cells: []Cell{
		{Row: 0, Col: 0, RowSpan: 1, ColSpan: 9, Blocks: []Block{{Text: "题"}}}, {Row: 1, Col: 0, RowSpan: 3, ColSpan: 4, Blocks: []Block{{Text: "1"}}}, {Row: 1, Col: 4, RowSpan: 2, ColSpan: 2, Blocks: []Block{{Text: "2"}}}}}
	g := Book([]Block{{Table: wide}}).Grids[0]
	if g.Rows != 3 || g.Cols != 3 || g.Cells[1].RowSpan != 2 || g.Cells[2].Col != 1 || g.Cells[0].At.Ref != "A1:C1" {
		t.Errorf("%+v", g)
	}
	if e := g.Edges; len(e) != 4 || e[1] != 4 || e[2] != 6 || e[3] != 9 {
		t.Errorf("edges %v", e)
	}
}

// TestBudgets: what is too large is said, and the rest is read.
func TestBudgets(t *testing.T) {
	huge := of(row(0, "1", "2"))
	for i := range maxPositions/100 + 1 {
		huge.Cells = append(huge.Cells, Cell{Row: i + 1, RowSpan: 1, ColSpan: 1, Col: i % 200})
	}
	huge.Rows, huge.Cols = maxPositions/100+2, 200
	b := Book([]Block{{Table: huge}, {Table: of(row(0, "3", "4"))}})
	if len(b.Grids) != 1 || b.Grids[0].Cells[0].Text != "3" || len(b.Unread) != 1 || !strings.Contains(b.Unread[0].Reason, "larger than a form") {
		t.Errorf("%d grids, %v", len(b.Grids), b.Unread)
	}
	var many []Block
	for range maxTables + 5 {
		many = append(many, Block{Table: of(row(0, "1", "2"))})
	}
	b = Book(many)
	if len(b.Grids) != maxTables || len(b.Unread) != 1 {
		t.Errorf("%d grids, %v", len(b.Grids), b.Unread)
	}
}
