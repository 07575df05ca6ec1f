package html

import (
	"bytes"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

func read(t *testing.T, page string) grid.Book {
	t.Helper()
	b, err := Read(bytes.NewReader([]byte(page)), int64(len(page)))
	if err != nil {
		t.Fatal(err)
	}
	b.Settle() // as package extract does for all formats
	return b
}

// same asserts that the grids of a book are those written, in the notation of grid.Parse; "." is a place without a cell.
func same(t *testing.T, b grid.Book, want ...string) {
	t.Helper()
	if len(b.Grids) != len(want) {
		t.Fatalf("%d grids, want %d: %+v", len(b.Grids), len(want), b.Grids)
	}
	for i, text := range want {
		w, err := grid.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		g := b.Grids[i]
		cells := map[[4]int]string{}
		for _, c := range g.Cells {
			cells[[4]int{c.Row, c.Col, c.RowSpan, c.ColSpan}] = c.Text
		}
		holes := 0
		for _, c := range w.Cells {
			got, ok := cells[[4]int{c.Row, c.Col, c.RowSpan, c.ColSpan}]
			if c.Text == "." {
				holes++
				if ok {
					t.Errorf("grid %d has a cell at %s", i+1, c.At.Ref)
				}
			} else if !ok || got != c.Text {
				t.Errorf("grid %d: %s is %q (there: %v), want %q", i+1, c.At.Ref, got, ok, c.Text)
			}
		}
		if g.Rows != w.Rows || g.Cols != w.Cols || len(g.Cells) != len(w.Cells)-holes || g.Table != i+1 {
			t.Errorf("grid %d is table %d, %d × %d with %d cells, want %d × %d with %d", i+1, g.Table, g.Rows, g.Cols, len(g.Cells), w.Rows, w.Cols, len(w.Cells)-holes)
		}
		if a, wa := linesOf(g.Above), linesOf(w.Above); a != wa {
			t.Errorf("grid %d: above %q, want %q", i+1, a, wa)
		}
		if a, wa := linesOf(g.Below), linesOf(w.Below); a != wa {
			t.Errorf("grid %d: below %q, want %q", i+1, a, wa)
		}
	}
}

func linesOf(lines []fuhe.Line) string {
	var out []string
	for _, l := range lines {
		out = append(out, l.Text)
	}
	return strings.Join(out, "/")
}

func reasons(b grid.Book) string {
	var out []string
	for _, u := range b.Unread {
		out = append(out, u.Reason)
	}
	return strings.Join(out, "/")
}

// covered asserts that no position of a grid is covered twice, and none outside it.
func covered(t *testing.T, g grid.Grid) {
	t.Helper()
	seen := map[[2]int]bool{}
	for _, c := range g.Cells {
		if c.RowSpan < 1 || c.ColSpan < 1 || c.Row < 0 || c.Col < 0 || c.Row+c.RowSpan > g.Rows || c.Col+c.ColSpan > g.Cols {
			t.Fatalf("cell %s reaches outside %d × %d", c.At.Ref, g.Rows, g.Cols)
		}
		for r := range c.RowSpan {
			for k := range c.ColSpan {
				at := [2]int{c.Row + r, c.Col + k}
				if seen[at] {
					t.Fatalf("%v is covered twice", at)
				}
				seen[at] = true
			}
		}
	}
}
