package grid

import (
	"slices"
	"testing"

	"fuhe"
)

// onPage is a grid written as text, put on a page with these column borders.
func onPage(t *testing.T, page int, edges []float64, text string) Grid {
	t.Helper()
	g, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	if len(edges) != g.Cols+1 {
		t.Fatalf("%d borders for %d columns", len(edges), g.Cols)
	}
	g.Page, g.Edges = page, edges
	for i := range g.Cells {
		g.Cells[i].At.Page = page
	}
	place := func(lines []fuhe.Line, from float64) {
		for i := range lines {
			y := from + 20*float64(i)
			lines[i].At = fuhe.Source{Page: page, Box: fuhe.Box{100, y, 200, y + 10}}
		}
	}
	place(g.Above, 30)
	place(g.Below, 700)
	return g
}

// texts are the texts of the grid's positions, row by row; a merged cell stands at its first position.
func texts(g Grid) [][]string {
	out := make([][]string, g.Rows)
	for r := range out {
		out[r] = make([]string, g.Cols)
	}
	for _, c := range g.Cells {
		out[c.Row][c.Col] = c.Text
	}
	return out
}

func equalTexts(a, b [][]string) bool { return slices.EqualFunc(a, b, slices.Equal) }

var three = []float64{50, 150, 250, 350}

// firstPage is the page that the tables of joinPagesCases go on from, or do not.
const firstPage = "项目自评表\n| 指标 | 分值 | 得分 |\n| 甲 | 10 | 9 |"

// joinPagesCases are the cases of TestJoinPages.
var joinPagesCases = []struct {
	name   string
	a, b   string
	edges  []float64 // of b
	joined bool
	rows   [][]string // of the joined grid
}{
	{"goes on", firstPage, "| 乙 | 20 | 20 |\n| 总分 | 100 | 99 |", three, true,
		[][]string{{"指标", "分值", "得分"}, {"甲", "10", "9"}, {"乙", "20", "20"}, {"总分", "100", "99"}}},
	{"repeats its headings", firstPage, "| 指标 | 分值 | 得分 |\n| 乙 | 20 | 20 |", three, true,
		[][]string{{"指标", "分值", "得分"}, {"甲", "10", "9"}, {"乙", "20", "20"}}},
	{"a little aside", firstPage, "| 乙 | 20 | 20 |", []float64{51.5, 152, 250.5, 351}, true,
		[][]string{{"指标", "分值", "得分"}, {"甲", "10", "9"}, {"乙", "20", "20"}}},
	{"other margins", firstPage, "| 乙 | 20 | 20 |", []float64{80, 180, 280, 380}, true,
		[][]string{{"指标", "分值", "得分"}, {"甲", "10", "9"}, {"乙", "20", "20"}}},
	{"one column of its own", firstPage, "| 其余说明 |", []float64{50, 350}, true,
		[][]string{{"指标", "分值", "得分"}, {"甲", "10", "9"}, {"其余说明", "", ""}}},
	{"more columns", firstPage, "| 乙 | 20 | 2 | 0 |", []float64{50, 150, 250, 300, 350}, true,
		[][]string{{"指标", "分值", "得分", ""}, {"甲", "10", "9", ""}, {"乙", "20", "2", "0"}}},
	{"the same label once more", "| 一级 | 分值 | 得分 |\n| 产出 | 10 | 9 |\n| 数量 | 1 | 1 |", "| 一级 | 分值 | 得分 |\n| 产出 | 20 | 20 |\n| 质量 | 2 | 2 |", three, true,
		[][]string{{"一级", "分值", "得分"}, {"产出", "10", "9"}, {"数量", "1", "1"}, {"产出", "20", "20"}, {"质量", "2", "2"}}},
	{"wider", firstPage, "| 乙 | 20 | 20 |", []float64{50, 150, 250, 360}, false, nil},
	{"other columns", firstPage, "| 乙 | 20 | 20 |", []float64{50, 100, 200, 350}, false, nil},
	{"a title between", firstPage, "另一张表\n| 乙 | 20 | 20 |", three, false, nil},
	{"a note between", firstPage + "\n注：完", "| 乙 | 20 | 20 |", three, false, nil},
	{"the same title again", firstPage, "项目自评表\n| 乙 | 20 | 20 |", three, false, nil},
	{"a running head", "某局年报\n" + firstPage, "某局年报\n| 乙 | 20 | 20 |", three, true,
		[][]string{{"指标", "分值", "得分"}, {"甲", "10", "9"}, {"乙", "20", "20"}}},
	{"a foot with the page in it", firstPage + "\n某局年报 第4页", "| 乙 | 20 | 20 |\n某局年报 第5页", three, true,
		[][]string{{"指标", "分值", "得分"}, {"甲", "10", "9"}, {"乙", "20", "20"}}},
	{"title and headings as print titles", firstPage, "项目自评表\n| 指标 | 分值 | 得分 |\n| 乙 | 20 | 20 |", three, true,
		[][]string{{"指标", "分值", "得分"}, {"甲", "10", "9"}, {"乙", "20", "20"}}},
	{"the next form under the same title", "自评表\n| 部门 | 某局 | < |\n| 项目 | 甲 | < |\n| 年份 | 一 | < |", "自评表\n| 部门 | 某局 | < |\n| 项目 | 乙 | < |\n| 年份 | 一 | < |", three, false, nil},
	{"the next form, its title inside", "| 自评表 | < | < |\n| 项目 | 甲 | < |\n| 部门 | 某局 | < |", "| 自评表 | < | < |\n| 项目 | 乙 | < |\n| 部门 | 某局 | < |", three, false, nil},
	{"the next form without a title", "| 项目 | 甲 | < |\n| 部门 | 某局 | < |", "| 项目 | 乙 | < |\n| 部门 | 某局 | < |", three, false, nil},
	{"a copy", firstPage, firstPage[len("项目自评表\n"):], three, false, nil},
}

func TestJoinPages(t *testing.T) {
	for _, tt := range joinPagesCases {
		t.Run(tt.name, func(t *testing.T) {
			a, b := onPage(t, 4, three, tt.a), onPage(t, 5, tt.edges, tt.b)
			got := JoinPages([]Grid{a, b})
			if !tt.joined {
				if len(got) != 2 {
					t.Errorf("joined: %v", texts(got[0]))
				}
				return
			}
			if len(got) != 1 {
				t.Fatal("not joined")
			}
			g := got[0]
			if !equalTexts(texts(g), tt.rows) {
				t.Errorf("%v, want %v", texts(g), tt.rows)
			}
			if !slices.Equal(g.Breaks, []int{a.Rows}) || g.Page != 4 {
				t.Errorf("breaks %v on page %d, want [%d] on page 4", g.Breaks, g.Page, a.Rows)
			}
			for _, c := range g.Cells {
				if want := map[bool]int{true: 4, false: 5}[c.Row < a.Rows]; c.At.Page != want {
					t.Errorf("%q at page %d, want %d", c.Text, c.At.Page, want)
				}
			}
			if err := g.sound(); err != "" {
				t.Error(err)
			}
		})
	}
}

// sound says what is wrong with the cells of a grid; "" when each position has at most one.
func (g *Grid) sound() string {
	taken := make(map[[2]int]bool)
	for _, c := range g.Cells {
		if c.Row < 0 || c.Col < 0 || c.RowSpan < 1 || c.ColSpan < 1 || c.Row+c.RowSpan > g.Rows || c.Col+c.ColSpan > g.Cols {
			return "cell " + fuhe.Ref(c.Row, c.Col, c.RowSpan, c.ColSpan) + " is outside"
		}
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := c.Col; k < c.Col+c.ColSpan; k++ {
				if taken[[2]int{r, k}] {
					return "two cells at " + fuhe.Ref(r, k, 1, 1)
				}
				taken[[2]int{r, k}] = true
			}
		}
	}
	return ""
}

// Without a rule on either side of the edge it is one row; with one it stays two, and only the break is known.
func TestRowCutByThePage(t *testing.T) {
	a := onPage(t, 1, three, "| 指标 | 分值 | 偏差 |\n| 甲 | 10 | 因采购推迟， |")
	b := onPage(t, 2, three, "| | | 项目延期 |\n| 乙 | 20 | |")
	if g := JoinPages([]Grid{a, b}); len(g) != 1 || g[0].Rows != 4 || g[0].At(2, 2).Text != "项目延期" {
		t.Errorf("with rules at the cut: %v", texts(g[0]))
	}
	a.OpenBottom, b.OpenTop = true, true
	got := JoinPages([]Grid{a, b})
	want := [][]string{{"指标", "分值", "偏差"}, {"甲", "10", "因采购推迟，项目延期"}, {"乙", "20", ""}}
	if len(got) != 1 || !equalTexts(texts(got[0]), want) {
		t.Errorf("%v, want %v", texts(got[0]), want)
	}
	if a.Cells[5].Text != "因采购推迟，" {
		t.Error("the grid handed in was changed")
	}
}

func TestJoinThreePages(t *testing.T) {
	var pages []Grid
	for n, text := range []string{"题\n| 指标 | 分值 |\n| 甲 | 1 |", "| 乙 | 2 |", "| 丙 | 3 |\n注：完"} {
		pages = append(pages, onPage(t, n+1, []float64{0, 100, 200}, text))
	}
	got := JoinPages(pages)
	if len(got) != 1 || got[0].Rows != 4 || !slices.Equal(got[0].Breaks, []int{2, 3}) || len(got[0].Below) != 1 {
		t.Errorf("%+v", got)
	}
	gap := JoinPages([]Grid{pages[0], pages[2]})
	if len(gap) != 2 {
		t.Error("joined over a page between")
	}
}

func TestJoinLeavesSheetsAlone(t *testing.T) {
	a, err := Parse("| 1 | 2 |")
	if err != nil {
		t.Fatal(err)
	}
	if got := JoinPages([]Grid{a, a}); len(got) != 2 {
		t.Error("grids without pages were joined")
	}
}

func FuzzJoinPages(f *testing.F) {
	f.Add("| a | b |\n| ^ | c |", "| a | < |\n| d | e |", 3.0, true)
	f.Add("t\n| a |", "| b | c | d |", 0.0, false)
	f.Fuzz(func(t *testing.T, a, b string, shift float64, open bool) {
		x, err := Parse(a)
		y, err2 := Parse(b)
		if err != nil || err2 != nil || x.Rows*x.Cols > 1000 || y.Rows*y.Cols > 1000 {
			return
		}
		edges := func(cols int, by float64) []float64 {
			out := make([]float64, cols+1)
			for i := range out {
				out[i] = by + 300*float64(i)/float64(cols)
			}
			return out
		}
		if x.Cols > 0 {
			x.Edges = edges(x.Cols, 0)
		}
		if y.Cols > 0 {
			y.Edges = edges(y.Cols, shift)
		}
		x.Page, y.Page, x.OpenBottom, y.OpenTop = 1, 2, open, open
		for _, g := range JoinPages([]Grid{x, y}) {
			if bad := g.sound(); bad != "" {
				t.Error(bad)
			}
			if g.Edges != nil && (len(g.Edges) != g.Cols+1 || !slices.IsSorted(g.Edges)) {
				t.Errorf("%d columns, borders %v", g.Cols, g.Edges)
			}
		}
	})
}

// TestBlocksOfOtherColumns: the headings of a block stand at the foot of one page, its only row on the next; above and
// below are blocks whose columns have nothing in common.
func TestBlocksOfOtherColumns(t *testing.T) {
	a := onPage(t, 1, []float64{50, 80, 100, 130, 170, 200, 240, 260, 290, 350}, "| 资金 |  | 年初 | 全年 | < | 执行 | 分值 | 率 | 得分 |\n| 目标 | 预期目标 | < | < | < | 完成情况 | < | < | < |")
	b := onPage(t, 2, []float64{50, 65, 80, 110, 150, 200, 220, 270, 310, 350}, "|  | < | 办好 | < | < | 办好了 | < | < | < |\n| 指标 | 一级 | < | 二级 | 三级 | 目标值 | 完成值 | 分值 | 得分 |")
	if got := JoinPages([]Grid{a, b}); len(got) != 1 || !slices.ContainsFunc(got[0].Cells, func(c Cell) bool { return c.Text == "办好" && c.Row == 2 }) {
		t.Errorf("%d grids: %v", len(got), texts(got[0]))
	}
}

// TestNearestBorder: of two borders close to each other the nearest goes on.
func TestNearestBorder(t *testing.T) {
	a := onPage(t, 1, []float64{50, 150, 247, 250, 350}, "| 甲 | 乙 | < | 丙 |\n| 名称 | 分值 |  | 得分 |")
	b := onPage(t, 2, []float64{50, 150, 250, 350}, "| 数量 | 10 | 9 |")
	got := JoinPages([]Grid{a, b})
	if len(got) != 1 {
		t.Fatal("not joined")
	}
	if c := got[0].At(2, 3); c == nil || c.Text != "9" || c.ColSpan != 1 {
		t.Errorf("%v", texts(got[0]))
	}
}

// TestCaptionNotDrawnOn: the second page has all columns but the caption's.
func TestCaptionNotDrawnOn(t *testing.T) {
	a := onPage(t, 1, []float64{50, 80, 120, 160, 250, 350}, "| 绩效指标 | 一级 | 三级 | 分值 | 得分 |\n| ^ | 产出 | 甲 | 10 | 9 |")
	b := onPage(t, 2, []float64{80.4, 120.2, 160, 249.8, 350}, "| 效益 | 乙 | 20 | 18 |")
	got := JoinPages([]Grid{a, b})
	if len(got) != 1 {
		t.Fatal("not joined")
	}
	if c := got[0].At(2, 4); c == nil || c.Text != "18" || got[0].At(2, 0) != nil {
		t.Errorf("%v", texts(got[0]))
	}
}

// TestRunningHeadOverSeveralTables: the running head stands over the first table of a page, the last one goes on.
func TestRunningHeadOverSeveralTables(t *testing.T) {
	first := onPage(t, 1, three, "某局年报\n| 指标 | 分值 | 得分 |\n| 甲 | 10 | 9 |")
	second := onPage(t, 1, three, "项目自评表\n| 项目 | 分值 | 得分 |\n| 乙 | 10 | 9 |")
	second.Table, first.Table = 2, 1
	next := onPage(t, 2, three, "某局年报\n| 丙 | 20 | 20 |")
	next.Table = 1
	if got := JoinPages([]Grid{first, second, next}); len(got) != 2 || got[1].Rows != 3 {
		t.Errorf("%d tables", len(got))
	}
}

// TestMergedTextOutsideTheTable: the name in a merged cell is drawn on both pages, on the first one below the table.
func TestMergedTextOutsideTheTable(t *testing.T) {
	a := onPage(t, 1, three, "| 指标 | 分值 | 得分 |\n|  | 10 | 9 |\n| ^ | 5 | 5 |\n产出指标")
	b := onPage(t, 2, three, "| 产出指标 | 20 | 20 |\n| ^ | 30 | 30 |")
	for i := range b.Cells {
		b.Cells[i].At.Box = fuhe.Box{100, 50, 200, 80}
	}
	for _, scrap := range []string{"产出指标", "标"} {
		a.Below[0].Text = scrap
		if got := JoinPages([]Grid{a, b}); len(got) != 1 || got[0].Rows != 5 {
			t.Errorf("%s: %d tables", scrap, len(got))
		}
	}
	a.Below[0].Text = "效益指标"
	if got := JoinPages([]Grid{a, b}); len(got) != 2 {
		t.Error("joined over another text")
	}
}

// TestTitleInTheFirstRow begins another table, whatever its columns.
func TestTitleInTheFirstRow(t *testing.T) {
	a := onPage(t, 1, three, "| 指标 | 分值 | 得分 |\n| 甲 | 10 | 9 |")
	b := onPage(t, 2, three, "| 项目绩效自评表 | < | < |\n| 项目 | 乙 | < |")
	if got := JoinPages([]Grid{a, b}); len(got) != 2 {
		t.Error("joined")
	}
}
