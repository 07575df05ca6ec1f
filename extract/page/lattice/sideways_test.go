package lattice

import (
	"slices"
	"testing"

	"fuhe"
	"fuhe/extract/page"
)

// A page drawn sideways or upside down is read as one turns the sheet, and its cells stand where they stand on the page.
func TestTableOnItsSide(t *testing.T) {
	upright := a4().lattice(xs3, ys3).text(110, 60, "2023年度项目支出绩效自评表")
	for r, row := range [][]string{{"项目名称", "全年预算数", "全年执行数"}, {"年度资金总额", "412907.00", "147663.64"}, {"其他资金", "0.00", "0.00"}} {
		for c, text := range row {
			upright.text(xs3[c]+5, ys3[r]+14, text)
		}
	}
	upright.Strokes = []page.Stroke{{X0: xs3[1] + 4, Y0: ys3[1] + 14, X1: xs3[1] + 40, Y1: ys3[1] + 6}} // through 412907.00
	want := upright.one(t)
	if want.At(1, 1).Doubt != fuhe.DoubtCrossed {
		t.Fatalf("a line aslant through %q goes by without a word", want.At(1, 1).Text)
	}
	for _, quarters := range []int{1, 2, 3} {
		lying := upright.Page.Turn(quarters)
		grids, err := Find(lying)
		if err != nil || len(grids) != 1 {
			t.Fatalf("%d quarters: %d tables, %v", quarters, len(grids), err)
		}
		g := grids[0]
		if len(g.Cells) != len(want.Cells) || !slices.Equal(lineTexts(g.Above), lineTexts(want.Above)) {
			t.Fatalf("%d quarters: %+v", quarters, g)
		}
		for i, c := range g.Cells {
			w := want.Cells[i]
			box := page.TurnBox(w.At.Box, upright.Width, upright.Height, quarters)
			if c.Doubt != w.Doubt || c.At.Ref != w.At.Ref || c.Text != w.Text || !nearBox(c.At.Box, box) {
				t.Errorf("%d quarters: %s %q at %v, want %s %q at %v", quarters, c.At.Ref, c.Text, c.At.Box, w.At.Ref, w.Text, box)
			}
		}
	}
}

func nearBox(a, b fuhe.Box) bool {
	for i := range a {
		if !near(a[i], b[i]) {
			return false
		}
	}
	return true
}
