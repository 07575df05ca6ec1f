package lattice

import (
	"testing"

	"fuhe"
)

// each writes a text character by character, as pieces and drawing steps of their own.
func (s *sheet) each(x, base float64, text string) *sheet {
	for _, r := range text {
		s.text(x, base, string(r))
		g := &s.Glyphs[len(s.Glyphs)-1]
		g.Shown, g.Piece = int32(len(s.Glyphs)), int32(len(s.Glyphs))
		x = g.Box[2]
	}
	return s
}

// wide writes digits as wide as ideographs at a pitch of half of that.
func (s *sheet) wide(x, base float64, text string) *sheet {
	n := len(s.Glyphs)
	s.each(x, base, text)
	for i := n; i < len(s.Glyphs); i++ {
		s.Glyphs[i].Box[2] = s.Glyphs[i].Box[0] + 10
	}
	return s
}

// clipped clips the glyphs from the n-th on.
func (s *sheet) clipped(n int, box fuhe.Box) *sheet {
	for i := n; i < len(s.Glyphs); i++ {
		s.Glyphs[i].Clip = s.Clipped(box)
	}
	return s
}

// Two cells that are full to the brim are two cells, whatever touches at their border.
func TestTextsThatMeetAtABorder(t *testing.T) {
	tests := []struct {
		name string
		draw func(s *sheet)
		want string
	}{
		{"a blank behind a figure lies on the border", func(s *sheet) { s.each(169, 114, "346.73 317.49 ") }, "| 346.73 | 317.49 | |"},
		{"a figure behind a word and its blank", func(s *sheet) { s.each(177, 114, "Data 0") }, "| Data | 0 | |"},
		{"words go on behind a blank", func(s *sheet) { s.each(102, 114, "downloads of data set forms") }, "| downloads of data set forms | | |"},
		{"two figures without a blank", func(s *sheet) { s.each(165, 114, "1317.4912.50") }, "| 1317.49 | 12.50 | |"},
		{"digits whose widths are too large", func(s *sheet) { s.wide(149, 114, "110,344.65").wide(200.5, 114, "101,963.54") }, "| 110,344.65 | 101,963.54 | |"},
		{"one of them alone", func(s *sheet) { s.wide(149, 114, "110,344.65") }, "| 110,344.65 | | |"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := a4().lattice(xs3, []float64{100, 120})
			tt.draw(s)
			g := s.one(t)
			same(t, g, tt.want)
			for _, c := range g.Cells {
				if c.Doubt != nil {
					t.Errorf("%s %q in doubt: %s", c.At.Ref, c.Text, c.Doubt.EN)
				}
			}
		})
	}
}

// A border through a digit, and nothing to tell where the digit belongs: both cells are in doubt.
func TestFigureAcrossABorderIsDoubted(t *testing.T) {
	s := a4().lattice(xs3, []float64{100, 120}).each(148, 114, "110,344.65").each(198, 114, "101,963.54")
	g := s.one(t)
	for _, c := range g.Cells[:2] {
		if c.Doubt == nil {
			t.Errorf("%s %q is not in doubt", c.At.Ref, c.Text)
		}
	}
}

// Text that is clipped to its cell is that cell's, however far it would reach.
func TestClippedText(t *testing.T) {
	s := a4().lattice(xs3, []float64{100, 120, 140})
	s.text(102, 114, "2023年5月").text(147, 114, "1日至2023年12月31日").clipped(6, fuhe.Box{100, 100, 200, 120})
	n := len(s.Glyphs)
	s.text(202, 114, "2023年12月").clipped(n, fuhe.Box{199.5, 99.5, 300.5, 120.5})
	n = len(s.Glyphs)
	s.text(302, 108, "一").text(302, 120, "二").text(302, 132, "三").clipped(n, fuhe.Box{300, 100, 400, 120})
	s.text(302, 134, "9")
	same(t, s.one(t), "| 2023年5月1日至2023年12月31日 | 2023年12月 | 一二三 |\n| | | 9 |")
}

// Lines that stand in their rows stay there, also when they were drawn late and the label of the next row follows.
func TestStackBesideTheNextLabel(t *testing.T) {
	s := a4()
	for _, y := range []float64{100, 136} {
		s.across(y, 100, 400)
	}
	s.across(152, 100, 400).down(100, 100, 152).down(400, 100, 152).down(300, 100, 152).down(160, 100, 136)
	s.text(115, 110, "满意度").text(170, 120, "学员满意度").text(340, 120, "10")
	s.text(120, 121, "指标").text(112.5, 132, "(10分)")
	s.text(190, 143, "总分").text(340, 143, "100")
	g := s.one(t)
	same(t, g, "| 满意度指标(10分) | 学员满意度 | 10 |\n| 总分 | < | 100 |")
}

// A row border runs through the last line of the stack, whose place is that of its column.
func TestStackThatReachesIntoTheNextLabel(t *testing.T) {
	s := a4()
	for _, y := range []float64{100, 136} {
		s.across(y, 100, 400)
	}
	s.across(152, 100, 400).down(100, 100, 152).down(400, 100, 152).down(300, 100, 152).down(160, 100, 136)
	s.text(115, 114, "满意度").text(170, 120, "学员满意度").text(340, 120, "10")
	s.text(120, 127, "指标").text(112.5, 141, "(10分)")
	s.text(190, 148, "总分").text(340, 148, "100")
	same(t, s.one(t), "| 满意度指标(10分) | 学员满意度 | 10 |\n| 总分 | < | 100 |")
}

// Amounts under each other stay in their rows, though the table is drawn row by row but for them.
func TestAmountsDrawnAsAColumn(t *testing.T) {
	ys := []float64{100, 112, 124, 136, 148}
	s := a4().lattice(xs3, ys)
	want := ""
	for r, label := range []string{"合计", "财政拨款", "其他资金", "结转"} {
		s.text(102, ys[r]+10, label).text(202, ys[r]+10, "甲")
		want += "\n| " + label + " | 甲 | " + []string{"100.00", "70.00", "20.00", "10.00"}[r] + " |"
	}
	s.stackAt(340, 110, 12, "100.00", "70.00", "20.00", "10.00")
	same(t, s.one(t), want[1:])
}

func (s *sheet) stackAt(x, base, pitch float64, lines ...string) *sheet {
	for i, l := range lines {
		s.text(x, base+pitch*float64(i), l)
	}
	return s
}

// Large text is no watermark when it fits its cell and has it for itself.
func TestLargeHeadingInALowRow(t *testing.T) {
	ys := []float64{100, 120, 140, 160}
	s := filled(a4().lattice(xs3, ys))
	n := 0
	for i, g := range s.Glyphs { // the heading of the first column is written large instead
		if g.Base < 120 && g.Box[0] < 200 {
			continue
		}
		s.Glyphs[n] = s.Glyphs[i]
		n++
	}
	s.Glyphs = s.Glyphs[:n]
	s.styled(110, 119, 26, 0, "合计")
	if g := s.one(t); g.At(0, 0).Text != "合计" {
		t.Errorf("%q", g.At(0, 0).Text)
	}
}
