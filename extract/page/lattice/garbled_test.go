package lattice

import "testing"

func TestGarbled(t *testing.T) {
	for text, want := range map[string]bool{
		"298507.耱0": true, "2985耱07.00": true, "1ß368.25": true, "29я5": true, "3.5,\uE00012": true,
		"298507.00": false, "2023年12月31日": false, "1.完成2项": false, "第3季度2次": false, "5μ2": false, "≥95%": false, "12万3": false, "3O0": false, "1×2": false,
		"二〇二三": false, "8耱": false, "": false, "1.第2季度": false,
	} {
		if got := garbled(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	s := a4().lattice([]float64{100, 200, 300}, []float64{100, 120, 140}).text(105, 114, "298507.耱0").text(205, 114, "1.5").text(105, 134, "耱").text(205, 134, "2")
	g := s.one(t)
	if g.Cells[0].Doubt == nil || g.Cells[1].Doubt != nil || g.Cells[2].Doubt != nil {
		t.Errorf("doubts %v %v %v, want one at the first cell", g.Cells[0].Doubt, g.Cells[1].Doubt, g.Cells[2].Doubt)
	}
}
