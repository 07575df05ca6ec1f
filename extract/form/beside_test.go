package form

import (
	"fmt"
	"testing"

	"fuhe/extract/grid"
)

// besideEachOther is one grid that holds both, with some empty columns between.
func besideEachOther(a, b grid.Grid, gap int) grid.Grid {
	out := a
	out.Cells = append([]grid.Cell(nil), a.Cells...)
	for _, c := range b.Cells {
		c.Col += a.Cols + gap
		c.At.Ref = "R" + c.At.Ref
		out.Cells = append(out.Cells, c)
	}
	out.Rows, out.Cols = max(a.Rows, b.Rows), a.Cols+gap+b.Cols
	return out
}

// TestFormsSideBySide: each is read as if it stood alone.
func TestFormsSideBySide(t *testing.T) {
	for _, f := range fixtures(t) {
		for gap := range 2 {
			t.Run(fmt.Sprint(f.name, gap), func(t *testing.T) {
				reports, unread := Read([]grid.Grid{besideEachOther(f.grid, f.grid, gap)})
				if len(reports) != 2 || len(unread) > 0 {
					t.Fatalf("%d reports, unread %v", len(reports), unread)
				}
				for _, r := range reports {
					sameLines(t, shown(r), f.report)
				}
			})
		}
	}
	three := besideEachOther(besideEachOther(parse(t, national), parse(t, national), 1), parse(t, national), 1)
	if reports, unread := Read([]grid.Grid{three}); len(reports) != 3 || len(unread) > 0 {
		t.Errorf("three: %d reports, unread %v", len(reports), unread)
	}
}

// TestFormsSideBySideUnderOneTitle: a text across both keeps them from being parted, and that is said.
func TestFormsSideBySideUnderOneTitle(t *testing.T) {
	g := besideEachOther(parse(t, national), parse(t, national), 0)
	g = insertRows(g, 0, 1)
	g.Cells = append(g.Cells, grid.Cell{Row: 0, Col: 0, RowSpan: 1, ColSpan: g.Cols, Text: "两个项目的自评情况"})
	if reports, unread := Read([]grid.Grid{g}); len(reports) != 0 || len(unread) == 0 {
		t.Errorf("%d reports, unread %v", len(reports), unread)
	}
}
