package lattice

import (
	"slices"
	"testing"

	"fuhe/extract/page"
)

func TestSeveralTables(t *testing.T) {
	s := a4()
	s.text(100, 400, "第二张").lattice(xs3, []float64{420, 440, 460}).text(110, 434, "乙")
	s.text(100, 90, "第一张").lattice(xs3, ys3).text(110, 114, "甲").text(100, 480, "注：完")
	g := s.find(t)
	if len(g) != 2 {
		t.Fatalf("%d tables", len(g))
	}
	for i, want := range []string{"甲", "乙"} {
		if c := g[i].At(0, 0); c.Text != want || g[i].Table != i+1 || c.At.Table != i+1 || c.At.Page != 1 {
			t.Errorf("table %d: %q at %v", g[i].Table, c.Text, c.At)
		}
	}
	if a, b, c := lineTexts(g[0].Above), lineTexts(g[1].Above), lineTexts(g[1].Below); !slices.Equal(a, []string{"第一张"}) || !slices.Equal(b, []string{"第二张"}) || !slices.Equal(c, []string{"注：完"}) {
		t.Errorf("above %q, above %q, below %q", a, b, c)
	}
}

// Rules between the columns in the headings only.
func TestColumnsRuledInTheHeadingsOnly(t *testing.T) {
	s := a4().lattice([]float64{100, 400}, []float64{100, 120, 140, 160, 180}).down(200, 100, 120).down(300, 100, 120)
	s.text(110, 114, "国别").text(210, 114, "数量").text(310, 114, "比例")
	for r, row := range [][]string{{"甲国", "12", "3.5"}, {"乙国", "", "4.5"}, {"丙国", "7", "5.5"}} {
		for c, text := range row {
			s.text(xs3[c]+10, 134+20*float64(r), text)
		}
	}
	same(t, s.one(t), "| 国别 | 数量 | 比例 |\n| 甲国 | 12 | 3.5 |\n| 乙国 | | 4.5 |\n| 丙国 | 7 | 5.5 |")
}

// Merged rows with one text each stay merged.
func TestMergedRowsUnderHeadings(t *testing.T) {
	s := a4().lattice([]float64{100, 400}, []float64{100, 120, 140, 160, 180}).down(200, 100, 120).down(300, 100, 120)
	s.text(110, 114, "指标").text(210, 114, "分值").text(310, 114, "得分")
	s.text(110, 134, "其他需要说明的问题").text(110, 154, "无").text(110, 174, "填表人：张").text(310, 174, "电话：12345")
	same(t, s.one(t), "| 指标 | 分值 | 得分 |\n| 其他需要说明的问题 | < | < |\n| 无 | < | < |\n| 填表人：张电话：12345 | < | < |")
}

// A frame around a form and a table inside a cell: a glyph is in the innermost.
func TestTableInATable(t *testing.T) {
	s := a4().lattice([]float64{50, 300, 550}, []float64{50, 300, 500})
	s.lattice([]float64{60, 160, 260}, []float64{100, 120, 140})
	s.text(70, 114, "内").text(60, 80, "外")
	g := s.find(t)
	if len(g) != 2 || g[0].At(0, 0).Text != "外" || g[1].At(0, 0).Text != "内" {
		t.Errorf("%+v", g)
	}
}

// A first row of two wide cells has one rule only, and no border above.
func TestOpenAboveOneRule(t *testing.T) {
	s := a4().lattice(xs3, ys3[1:])
	s.Rules = s.Rules[:len(s.Rules)-4]
	s.down(100, 120, 160).down(300, 120, 160).down(400, 120, 160).down(200, 100, 160)
	s.text(110, 114, "项目").text(210, 114, "防汛").text(110, 134, "甲")
	same(t, s.one(t), `
		| 项目 | 防汛 | < |
		| 甲 | | |
		| | | |`)
}

func TestCutByThePage(t *testing.T) {
	s := a4()
	for _, x := range xs3 {
		s.down(x, 700, 800)
	}
	s.across(700, 100, 400).across(740, 100, 400)
	s.text(110, 780, "未完")
	g := s.one(t)
	same(t, g, "| | | |\n| 未完 | | |")
	if g.OpenTop || !g.OpenBottom {
		t.Errorf("open above %v, below %v", g.OpenTop, g.OpenBottom)
	}
}

// TestMisnamed: accented letters as wide as ideographs are none; narrow ones may well be meant.
func TestMisnamed(t *testing.T) {
	for _, wide := range []bool{true, false} {
		s := a4().lattice(xs3, ys3).text(110, 114, "Öç附件")
		if wide {
			for i := range 2 {
				s.Glyphs[i].Box[2] = s.Glyphs[i].Box[0] + 10
			}
		}
		if g := s.one(t); (g.Unsure != "") != wide {
			t.Errorf("wide %v: unsure %q", wide, g.Unsure)
		}
	}
}

func TestUnsure(t *testing.T) {
	tests := map[string]func(g *page.Glyph){
		"unknown character": func(g *page.Glyph) { g.Text = "" },
		"hidden layer":      func(g *page.Glyph) { g.Hidden = true },
	}
	for name, change := range tests {
		t.Run(name, func(t *testing.T) {
			s := a4().lattice(xs3, ys3).text(110, 114, "8")
			change(&s.Glyphs[0])
			if g := s.one(t); g.Unsure == "" || g.At(0, 0).Text == "" {
				t.Errorf("unsure %q, text %q", g.Unsure, g.At(0, 0).Text)
			}
		})
	}
	if g := a4().lattice(xs3, ys3).text(110, 114, "8").one(t); g.Unsure != "" {
		t.Errorf("unsure of nothing: %s", g.Unsure)
	}
}
