package looks

import (
	"testing"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
)

// TestSet: the look of most glyphs of a cell is that of the cell; ink that white paper would not show is left out.
func TestSet(t *testing.T) {
	glyph := func(text string, x float64, font string, size float64, ink page.Ink) page.Glyph {
		return page.Glyph{Text: text, Box: fuhe.Box{x, 10, x + 8, 20}, Font: font, Size: size, Ink: ink}
	}
	p := &page.Page{Glyphs: []page.Glyph{
		glyph("合", 10, "ABCDEF+SimHei", 10.52, 0), glyph("计", 20, "ABCDEF+SimHei", 10.52, 0), glyph("1", 30, "Times", 6, 0),
		glyph("3", 110, "SimSun", 9, 0xC00000), glyph("4", 210, "Arial-BoldMT", 9, 0xFFFFFF),
	}}
	grids := []grid.Grid{{Cells: []grid.Cell{
		{At: fuhe.Source{Box: fuhe.Box{0, 0, 100, 30}}}, {At: fuhe.Source{Box: fuhe.Box{100, 0, 200, 30}}}, {At: fuhe.Source{Box: fuhe.Box{200, 0, 300, 30}}}, {At: fuhe.Source{Box: fuhe.Box{300, 0, 400, 30}}},
	}}}
	Set(p, grids)
	for i, want := range []*fuhe.CellStyle{{Bold: true, Size: 10.5}, {Size: 9, Color: "C00000"}, {Bold: true, Size: 9}, nil} {
		got := grids[0].Cells[i].Style
		if (got == nil) != (want == nil) || got != nil && *got != *want {
			t.Errorf("cell %d is set as %+v, want %+v", i, got, want)
		}
	}
}
