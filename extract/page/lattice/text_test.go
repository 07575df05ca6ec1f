package lattice

import (
	"slices"
	"testing"
)

// in is the text of a cell of 60 × 40 points with what draw puts there; its first column holds a padding of 2.
func in(t *testing.T, draw func(s *sheet)) string {
	t.Helper()
	s := a4().lattice([]float64{100, 160, 260}, []float64{100, 140, 180})
	s.text(102, 154, "一二三四五六"[:15]) // 50 points, so that padding on the left is 2
	draw(s)
	g := s.one(t)
	return g.At(0, 0).Text
}

func TestTextOfACell(t *testing.T) {
	tests := []struct {
		name string
		draw func(s *sheet)
		want string
	}{
		{"blank", func(s *sheet) {}, ""},
		{"ideographs on two lines", func(s *sheet) { s.text(102, 112, "偏差原因").text(102, 126, "分析") }, "偏差原因分析"},
		{"words on two lines", func(s *sheet) { s.text(102, 112, "green").text(102, 126, "tea") }, "green tea"},
		{"drawn out of order", func(s *sheet) { s.text(102, 126, "下").text(112, 112, "右").text(102, 112, "左") }, "左右下"},
		{"words apart by place only", func(s *sheet) { s.text(102, 112, "ab").text(118, 112, "cd") }, "ab cd"},
		{"two figures in a line", func(s *sheet) { s.text(102, 112, "15").text(125, 112, "16") }, "15 16"},
		{"letter spacing", func(s *sheet) { s.styled(102, 112, 10, 4, "98.76") }, "98.76"},
		{"ideographs spaced to justify", func(s *sheet) { s.styled(102, 112, 10, 5, "主管部") }, "主管部"},
		{"spaces for looks", func(s *sheet) { s.styled(102, 112, 8, 0, "备　　注") }, "备注"},
		{"a drawn space", func(s *sheet) { s.text(102, 112, "95 %") }, "95 %"},
		{"several drawn spaces are one", func(s *sheet) { s.text(102, 112, "12    %") }, "12 %"},
		{"a space others are drawn over", func(s *sheet) { s.text(107, 112, " ").text(102, 112, "12") }, "12"},
		{"padding", func(s *sheet) { s.text(102, 112, "  8  ") }, "8"},
		{"faux bold", func(s *sheet) { s.text(102, 112, "总分100").text(102.3, 112, "总分100") }, "总分100"},
		{"bold glyph by glyph", func(s *sheet) {
			for i, r := range "100.5" {
				s.text(102+5*float64(i), 112, string(r)).text(102.3+5*float64(i), 112, string(r))
			}
		}, "100.5"},
		{"one digit twice, apart in time", func(s *sheet) { s.text(102, 112, "8").text(102, 132, "九").text(102.2, 112, "8") }, "8九"},
		{"a digit upon its like in another text", func(s *sheet) { s.text(102, 112, "524").text(112.2, 112, "4607") }, "524 4607"},
		{"twin digits", func(s *sheet) { s.text(102, 112, "1100") }, "1100"},
		{"two figures on one another", func(s *sheet) { s.text(102, 112, "95").text(102.5, 112, "10") }, "95 10"},
		{"two figures half on one another", func(s *sheet) { s.text(102, 112, "95").text(104.5, 112, "10") }, "95 10"},
		{"two words on one another", func(s *sheet) { s.text(102, 112, "甲乙丙").text(107, 112, "丁戊") }, "甲乙丙丁戊"},
		{"two inks, no clash", func(s *sheet) { s.text(112, 112, "8").text(102, 112, "9").text(107, 112, ".") }, "9.8"},
		{"wrong widths", func(s *sheet) { s.styled(102, 112, 10, -2.5, "98.76") }, "98.76"},
		{"subscript", func(s *sheet) { s.text(102, 112, "PM").styled(112, 114, 6, 0, "2.5").text(121, 112, "浓度") }, "PM2.5浓度"},
		{"superscript", func(s *sheet) { s.text(102, 112, "5m").styled(112, 108, 6, 0, "2").text(117, 112, "内") }, "5m2内"},
		{"small line under a large one", func(s *sheet) { s.styled(102, 114, 14, 0, "总分").styled(102, 126, 8, 0, "（分）") }, "总分（分）"},
		{"text running down", func(s *sheet) { s.turned(120, 105, 90, "产出") }, "产出"},
		{"brackets of vertical writing", func(s *sheet) { s.turned(120, 102, 90, "︵元︶") }, "（元）"},
		{"text running up", func(s *sheet) { s.turned(120, 135, -90, "效益") }, "效益"},
		{"lines running down, from the right", func(s *sheet) { s.turned(120, 105, 90, "乙").turned(140, 105, 90, "甲") }, "甲乙"},
		{"stamp across", func(s *sheet) { s.turned(120, 105, 30, "公章"); s.text(102, 112, "8") }, "8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := in(t, tt.draw); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestVerticalWriting(t *testing.T) {
	got := in(t, func(s *sheet) {
		n := len(s.Glyphs)
		s.text(120, 112, "绩").text(120, 122, "效")
		for i := n; i < len(s.Glyphs); i++ {
			s.Glyphs[i].Upright, s.Glyphs[i].Base = true, 125
		}
	})
	if got != "绩效" {
		t.Errorf("%q", got)
	}
}

func TestPaleTextIsAWatermark(t *testing.T) {
	got := in(t, func(s *sheet) {
		s.text(102, 112, "8")
		n := len(s.Glyphs)
		s.styled(90, 130, 60, 0, "样本")
		for i := n; i < len(s.Glyphs); i++ {
			s.Glyphs[i].Pale = true
		}
	})
	if got != "8" {
		t.Errorf("%q", got)
	}
}

func TestLargeTextOverSmallCellsIsAWatermark(t *testing.T) {
	ys := []float64{100, 120, 140, 160, 240} // the last row is high enough for it
	s := filled(a4().lattice(xs3, ys)).styled(120, 150, 60, 0, "样本").styled(120, 210, 10, 0, "注")
	same(t, s.one(t), filled3+"\n| 注 | | |")
	s = filled(a4().lattice(xs3, ys)).styled(120, 220, 30, 0, "合计")
	same(t, s.one(t), filled3+"\n| 合计 | | |")
}

// A figure wider than its cell is one figure; two figures one under the other are two.
func TestBrokenFigures(t *testing.T) {
	tests := []struct{ name, first, second, want string }{
		{"cut where the cell is full", "7182068.189", "5", "7182068.1895"},
		{"cut behind the dot", "71820689999.", "18", "71820689999.18"},
		{"cut among groups", "147,663,421", ",000.00", "147,663,421,000.00"},
		{"room for another digit", "7182068", "8", "7182068 8"},
		{"two years", "2019", "2020", "2019 2020"},
		{"equal halves without a mark", "71820681234", "71820681234", "71820681234 71820681234"},
		{"both with decimals", "530000.0000", "24.00", "530000.0000 24.00"},
		{"a space was drawn behind", "7182068.18 ", "8", "7182068.18 8"},
		{"a list goes on", "完成率100%为50", "2.推进", "完成率100%为50 2.推进"},
		{"short, where a rule was missed", "有效改善10", "5", "有效改善10 5"},
		{"signed and short", "目标值为≥15", "2次", "目标值为≥15 2次"},
		{"a unit follows", "718.2112345", "万元", "718.2112345万元"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := in(t, func(s *sheet) { s.text(102, 112, tt.first).text(102, 126, tt.second) }); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// A column of 20 points, padding 2, holds three digits.
func TestBrokenFiguresInANarrowCell(t *testing.T) {
	tests := []struct {
		lines []string
		want  string
	}{
		{[]string{"7,1", "44,", "592", ".48"}, "7,144,592.48"},
		{[]string{"99.", "44"}, "99.44"},
		{[]string{"9.5", "10"}, "9.5 10"},
		{[]string{"9.4", "4"}, "9.44"},
		{[]string{"≥15", "2次"}, "≥152次"},
		{[]string{"100", "100"}, "100  100"},
		{[]string{"10", "5"}, "10 5"},
		{[]string{"718", "206", "8.1"}, "718  206 8.1"},
		{[]string{"1.2", "3.4"}, "1.2 3.4"},
	}
	for _, tt := range tests {
		s := a4().lattice([]float64{100, 120, 220}, []float64{100, 160, 200})
		for i, l := range tt.lines {
			s.text(102, 112+12*float64(i), l)
		}
		g := s.one(t)
		if got := g.At(0, 0).Text; got != tt.want {
			t.Errorf("%q: %q, want %q", tt.lines, got, tt.want)
		}
	}
}

// Half a point more than the text needs is the border's, a point and a half is room.
func TestBrokenFigureBesideAWideBorder(t *testing.T) {
	for width, want := range map[float64]string{24.5: "9.44", 25.5: "9.4 4"} {
		s := a4().lattice([]float64{100, 100 + width, 220}, []float64{100, 140, 180})
		g := s.text(102, 112, "9.4").text(102, 124, "4").text(130, 112, "九").one(t)
		if got := g.At(0, 0).Text; got != want {
			t.Errorf("in %.1f points: %q, want %q", width, got, want)
		}
	}
}

// One line that hangs into the padding, as a closing bracket does where it may not begin a line, says nothing of it.
func TestBrokenFigureBesideAHangingBracket(t *testing.T) {
	s := a4().lattice([]float64{100, 128, 220}, []float64{100, 140, 180, 400})
	for i := range 12 {
		s.text(132, 192+14*float64(i), "项目实施单位")
	}
	g := s.text(104, 112, "43.0").text(104, 124, "0").text(107, 160, "元）").one(t) // ends at 127, one point from the rule
	if got := g.At(0, 0).Text; got != "43.00" {
		t.Errorf("%q", got)
	}
}

// Text longer than its cell belongs to the cell it was set in, whether the neighbour is empty or not.
func TestOverflow(t *testing.T) {
	row := func(draw func(s *sheet)) func(t *testing.T, want string) {
		return func(t *testing.T, want string) {
			t.Helper()
			s := a4().lattice(xs3, ys3)
			draw(s)
			same(t, s.one(t), want+"\n| | | |\n| | | |")
		}
	}
	t.Run("to the right", func(t *testing.T) {
		row(func(s *sheet) { s.text(102, 114, "开展群众满意度调查工作与回访") })(t, `| 开展群众满意度调查工作与回访 | | |`)
	})
	t.Run("over a filled cell", func(t *testing.T) {
		row(func(s *sheet) { s.text(102, 114, "服务对象满意度指标等等").text(202, 114, "满意") })(t, `| 服务对象满意度指标等等 | 满意 | |`)
	})
	t.Run("to the left", func(t *testing.T) {
		row(func(s *sheet) { s.text(298-120, 114, "截至年底的完成情况与说明") })(t, `| | 截至年底的完成情况与说明 | |`)
	})
	t.Run("to both sides", func(t *testing.T) {
		row(func(s *sheet) { s.text(180, 114, "截至年底的全部完成情况与说明") })(t, `| | 截至年底的全部完成情况与说明 | |`)
	})
	t.Run("out of the table", func(t *testing.T) {
		row(func(s *sheet) { s.text(302, 114, "偏差原因分析及改进措施") })(t, `| | | 偏差原因分析及改进措施 |`)
	})
	t.Run("figures as wide as their cells", func(t *testing.T) {
		row(func(s *sheet) {
			s.text(103, 114, "12345678901234567890").text(203, 114, "98765432109876543210").text(303, 114, "8")
		})(t, `| 12345678901234567890 | 98765432109876543210 | 8 |`)
	})
	t.Run("a long figure", func(t *testing.T) {
		row(func(s *sheet) { s.text(107, 114, "12345678901234567890.55") })(t, `| 12345678901234567890.55 | | |`)
	})
	t.Run("a figure that ends where the next was placed", func(t *testing.T) {
		row(func(s *sheet) {
			s.text(180, 114, "10.00").piece(5).text(205, 114, "10").piece(2)
		})(t, `| 10.00 | 10 | |`)
	})
	t.Run("headings that end and begin at a border", func(t *testing.T) {
		row(func(s *sheet) {
			s.text(136, 114, "得分系数（％").piece(6).text(196, 114, "指标权重（分值比例").piece(9)
		})(t, `| 得分系数（％ | 指标权重（分值比例 | |`)
	})
	t.Run("a figure shown digit by digit", func(t *testing.T) {
		row(func(s *sheet) {
			for i, r := range "1234567.89" {
				s.text(170+5*float64(i), 114, string(r)).piece(1)
			}
		})(t, `| 1234567.89 | | |`)
	})
	t.Run("nearly touching", func(t *testing.T) {
		row(func(s *sheet) { s.text(102, 114, "一二三四五六七八九十").text(203, 114, "捌玖") })(t, `| 一二三四五六七八九十 | 捌玖 | |`)
	})
	t.Run("full cells side by side", func(t *testing.T) {
		row(func(s *sheet) {
			s.text(101, 114, "一二三四五六七八九").text(191.1, 114, "8").text(201, 114, "9")
		})(t, `| 一二三四五六七八九8 | 9 | |`)
	})
}

func TestLinesAround(t *testing.T) {
	s := a4().lattice(xs3, ys3).text(110, 114, "1")
	s.styled(100, 40, 20, 12, "绩 效 自 评 表").text(100, 60, "附件3")
	s.text(100, 80, "填报单位：某局").text(320, 80, "单位：万元")
	s.text(280, 830, "— 3 —").text(100, 200, "注：完").styled(100, 60, 10, 0, "")
	g := s.one(t)
	if got, want := lineTexts(g.Above), []string{"绩效自评表", "附件3", "填报单位：某局 单位：万元"}; !slices.Equal(got, want) {
		t.Errorf("above %q, want %q", got, want)
	}
	if got, want := lineTexts(g.Below), []string{"注：完"}; !slices.Equal(got, want) {
		t.Errorf("below %q, want %q", got, want)
	}
}
