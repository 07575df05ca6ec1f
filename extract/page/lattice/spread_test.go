package lattice

import (
	"slices"
	"testing"
)

// TestTablesInColumns: tables side by side are read column by column with what is written over each, unless text runs across.
func TestTablesInColumns(t *testing.T) {
	for name, c := range map[string]struct {
		across string
		order  []string
		above  []string // of the first table of the right column
	}{
		"columns":       {"", []string{"甲", "乙", "丙", "丁"}, []string{"右表"}},
		"a text across": {"这一行文字从左栏一直写到右栏", []string{"甲", "丙", "乙", "丁"}, []string{"右表"}},
	} {
		s := a4()
		left, right := []float64{50, 100, 150}, []float64{170, 220, 270}
		upper, lower := []float64{100, 120, 140}, []float64{180, 200, 220}
		s.text(60, 90, "左表").text(180, 90, "右表").text(80, 60, "一张纸上的两张表")
		s.lattice(left, upper).text(60, 114, "甲").lattice(left, lower).text(60, 194, "乙")
		s.lattice(right, []float64{101, 121, 141}).text(180, 115, "丙").lattice(right, lower).text(180, 194, "丁")
		if c.across != "" {
			s.text(60, 164, c.across)
		}
		var order []string
		grids := s.find(t)
		for _, g := range grids {
			order = append(order, g.At(0, 0).Text)
		}
		third := slices.Index(order, "丙")
		if !slices.Equal(order, c.order) || !slices.Equal(lineTexts(grids[third].Above), c.above) {
			t.Errorf("%s: %v, above the third %v", name, order, lineTexts(grids[third].Above))
		}
		if above := lineTexts(grids[0].Above); !slices.Equal(above, []string{"一张纸上的两张表", "左表"}) && !slices.Equal(above, []string{"左表", "一张纸上的两张表"}) {
			t.Errorf("%s: above the first %v", name, above)
		}
	}
}

// TestHangingInColumns: what hangs out of a cell at the foot of a column is its text, whatever stands beside it.
func TestHangingInColumns(t *testing.T) {
	s := a4()
	s.across(100, 50, 150).across(120, 50, 150).down(50, 100, 140).down(100, 100, 140).down(150, 100, 140).across(140, 100, 150)
	s.text(60, 114, "名称").text(110, 114, "9").text(60, 136, "产出").text(60, 147, "指标").text(110, 134, "8")
	s.lattice([]float64{170, 220, 270}, []float64{100, 120, 140, 160}).text(180, 114, "右")
	grids := s.find(t)
	if len(grids) != 2 || grids[0].At(1, 0).Text != "产出指标" {
		t.Errorf("%+v", grids)
	}
}
