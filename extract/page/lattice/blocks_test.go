package lattice

import "testing"

// stack writes lines of 10 points under each other, 11 apart.
func (s *sheet) stack(x, base float64, lines ...string) *sheet {
	for i, l := range lines {
		s.text(x, base+11*float64(i), l)
	}
	return s
}

// Rows of 16 points hold one line each; a cell with more is drawn over its neighbours.
func TestTextTallerThanItsRow(t *testing.T) {
	const sep = "\n| "
	ys := []float64{100, 116, 132, 148, 164, 180}
	first, score := []string{"甲", "乙", "丙", "丁", "戊"}, []string{"1", "2", "3", "4", "5"}
	long := []string{"因采购推", "迟项目延", "期到明年"}
	tests := []struct {
		name string
		at   float64 // baseline of the first line of the long text, in row 3
		col  float64 // where it stands: the middle column or the last
	}{
		{"from the top, in the middle", 143, 150}, {"about the middle, in the middle", 133, 150}, {"to the bottom, in the middle", 123, 150},
		{"from the top, last", 143, 250}, {"about the middle, last", 133, 250}, {"to the bottom, last", 123, 250},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := a4().lattice([]float64{100, 148, 248, 348}, ys)
			want := ""
			for r := range 5 {
				middle := tt.col == 150
				reason := map[bool]string{true: "短文", false: "因采购推迟项目延期到明年"}[r != 2]
				s.text(102, ys[r]+12, first[r])
				if !middle {
					s.text(150, ys[r]+12, score[r])
				}
				if r == 2 {
					s.stack(tt.col, tt.at, long...)
				} else {
					s.text(tt.col, ys[r]+12, reason)
				}
				if middle {
					s.text(250, ys[r]+12, score[r])
					want += sep + first[r] + " | " + reason + " | " + score[r] + " |"
				} else {
					want += sep + first[r] + " | " + score[r] + " | " + reason + " |"
				}
			}
			same(t, s.one(t), want)
		})
	}
}

// Lines one under the other in cells of their own stay there, drawn by rows or by columns.
func TestLinesOfTheirOwnCells(t *testing.T) {
	ys := []float64{100, 114, 128, 142}
	want := "| 甲 | 1 | 好 |\n| 乙 | 2 | 差 |\n| 丙 | 3 | 中 |"
	texts := [][]string{{"甲", "1", "好"}, {"乙", "2", "差"}, {"丙", "3", "中"}}
	t.Run("by columns", func(t *testing.T) {
		s := a4().lattice(xs3, ys)
		for c := range 3 {
			for r := range 3 {
				s.text(xs3[c]+5, ys[r]+11, texts[r][c])
			}
		}
		same(t, s.one(t), want)
	})
	t.Run("with nothing beside", func(t *testing.T) {
		s := a4().lattice(xs3, ys)
		s.text(105, 111, "甲").text(205, 111, "1").text(105, 125, "其中").text(105, 139, "其他").text(205, 139, "3").text(305, 139, "中")
		same(t, s.one(t), "| 甲 | 1 | |\n| 其中 | | |\n| 其他 | 3 | 中 |")
	})
	t.Run("beside a merged cell", func(t *testing.T) {
		s := a4()
		for _, y := range []float64{100, 142} {
			s.across(y, 100, 400)
		}
		for _, x := range xs3 {
			s.down(x, 100, 142)
		}
		s.across(114, 200, 400).across(128, 200, 400)
		s.text(105, 125, "产出").text(205, 111, "数量").text(205, 125, "质量").text(205, 139, "时效").text(305, 139, "3")
		same(t, s.one(t), "| 产出 | 数量 | |\n| ^ | 质量 | |\n| ^ | 时效 | 3 |")
	})
}

// A caption taller than its rows reaches into the wider cell of the label above.
func TestCaptionTallerThanItsRows(t *testing.T) {
	s := a4()
	for _, y := range []float64{100, 116, 132, 148} {
		s.across(y, 100, 400)
	}
	s.down(100, 100, 148).down(400, 100, 148).down(200, 100, 116).down(130, 116, 148).down(250, 116, 148)
	s.text(120, 112, "主管部门").text(210, 112, "某局").stack(102, 118, "年度", "资金", "万元").text(140, 128, "总额").text(260, 128, "8").text(140, 144, "其他").text(260, 144, "9")
	g := s.one(t)
	if a, b := g.At(0, 0), g.At(1, 0); a.Text != "主管部门" || b.Text != "年度资金万元" {
		t.Errorf("%q above %q", a.Text, b.Text)
	}
}
