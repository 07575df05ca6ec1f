package lattice

import (
	"testing"

	"fuhe"
)

// TestTwoTextsInOneCell: two texts beside each other, or one in each of the rows that a cell covers, are never one without a
// word; the lines of one text are.
func TestTwoTextsInOneCell(t *testing.T) {
	tests := []struct {
		name string
		draw func(s *sheet)
		want *fuhe.Phrase
	}{
		{"a heading beside one of two lines", func(s *sheet) { s.text(105, 120, "得分").text(140, 114, "偏差原因").text(140, 126, "分析") }, fuhe.DoubtBeside},
		{"a caption beside three lines", func(s *sheet) {
			s.text(105, 120, "绩效").text(140, 112, "产出").text(140, 125, "效益").text(140, 138, "满意度")
		}, fuhe.DoubtBeside},
		{"one text of three lines", func(s *sheet) {
			s.text(105, 112, "偏差原因").text(105, 125, "分析").text(105, 138, "及改进措施")
		}, nil},
		{"centred lines", func(s *sheet) {
			s.text(112, 112, "偏差原因").text(122, 125, "分析").text(107, 138, "及改进措施")
		}, nil},
		{"a list in two columns", func(s *sheet) {
			s.text(105, 112, "甲乙").text(150, 112, "丙丁").text(105, 125, "戊己").text(150, 125, "庚辛").text(105, 138, "壬").text(150, 138, "癸")
		}, nil},
		{"a signature under its name", func(s *sheet) { s.text(105, 112, "负责人").text(160, 138, "（签字）") }, nil},
	}
	for _, tt := range tests {
		s := a4().lattice([]float64{100, 200, 260}, []float64{100, 145, 180})
		s.text(202, 112, "甲").text(202, 160, "乙")
		tt.draw(s)
		g := s.one(t)
		if got := g.At(0, 0).Doubt; got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// over is the doubt of a cell over two rows of 20 points, 100 wide, with texts beside it on the baselines 113 and 133.
func over(t *testing.T, draw func(s *sheet)) *fuhe.Phrase {
	t.Helper()
	s := a4()
	s.across(100, 100, 260).across(140, 100, 260).across(120, 200, 260).down(100, 100, 140).down(200, 100, 140).down(260, 100, 140)
	s.text(202, 113, "甲").text(202, 133, "乙")
	draw(s)
	g := s.one(t)
	return g.At(0, 0).Doubt
}

func TestTextInEachRowOfACell(t *testing.T) {
	for _, tt := range []struct {
		name string
		draw func(s *sheet)
		want *fuhe.Phrase
	}{
		{"two figures", func(s *sheet) { s.text(140, 113, "11").text(140, 133, "10") }, fuhe.DoubtStacked},
		{"a figure and a text", func(s *sheet) { s.text(140, 113, "3731㎡").text(140, 133, "及时") }, fuhe.DoubtStacked},
		{"one text over the middle", func(s *sheet) { s.text(140, 117, "12月").text(140, 129, "底前") }, nil},
		{"one figure", func(s *sheet) { s.text(140, 123, "21") }, nil},
		{"words", func(s *sheet) { s.text(140, 113, "质量").text(140, 133, "指标") }, nil},
		{"a text that fills its lines", func(s *sheet) { s.text(102, 113, "于2021年12月底前全部").text(102, 133, "完成") }, nil},
	} {
		if got := over(t, tt.draw); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
