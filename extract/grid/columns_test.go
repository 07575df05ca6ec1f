package grid

import (
	"testing"

	"fuhe"
)

// inColumn is a grid written as text that begins so far from the left side of a page, between two heights.
func inColumn(t *testing.T, page, table int, x, top, bottom float64, text string) Grid {
	t.Helper()
	g := onPage(t, page, []float64{x, x + 60, x + 120, x + 180}, text)
	g.Table, g.Box = table, fuhe.Box{x, top, x + 180, bottom}
	return g
}

// TestJoinColumns: a table goes on at the head of the next column of its page, where it has the same columns and begins nothing.
func TestJoinColumns(t *testing.T) {
	const first = "| 指标 | 分值 | 得分 |\n| 甲 | 10 | 9 |"
	for _, c := range []struct {
		name, text string
		move       func(b *Grid)
		want       [][]string
	}{
		{"goes on", "| 乙 | 20 | 20 |", func(*Grid) {}, [][]string{{"指标", "分值", "得分"}, {"甲", "10", "9"}, {"乙", "20", "20"}}},
		{"repeats its headings", "| 指标 | 分值 | 得分 |\n| 乙 | 20 | 20 |", func(*Grid) {}, [][]string{{"指标", "分值", "得分"}, {"甲", "10", "9"}, {"乙", "20", "20"}}},
		{"a border of its own", "| 乙 | 20 | 20 |", func(b *Grid) { b.Edges[1] += 20 }, nil},
		{"wider", "| 乙 | 20 | 20 |", func(b *Grid) { b.Edges[3] += 20 }, nil},
		{"below", "| 乙 | 20 | 20 |", func(b *Grid) { b.Box[1], b.Box[3] = 600, 620 }, nil},
		{"on the next page", "| 乙 | 20 | 20 |", func(b *Grid) { b.Page = 2 }, nil},
		{"all over again", first, func(*Grid) {}, nil},
	} {
		a, b := inColumn(t, 1, 1, 50, 60, 500, first), inColumn(t, 1, 2, 250, 60, 500, c.text)
		c.move(&b)
		whole, ok := JoinColumns(a, b)
		if ok != (c.want != nil) || ok && (!equalTexts(texts(whole), c.want) || lastPage(&whole) != 1) {
			t.Errorf("%s: joined %t, %v on page %d", c.name, ok, texts(whole), lastPage(&whole))
		}
	}
}

// TestTwinsOverPages: two tables of one kind side by side go on side by side on the next page; a table that goes on in the next
// column goes on from there.
func TestTwinsOverPages(t *testing.T) {
	const left, right = "| 名称 | 渠 | 一 |\n| 部门 | 局 | 一 |\n| 甲 | 1 | 2 |", "| 名称 | 路 | 一 |\n| 部门 | 局 | 二 |\n| 乙 | 3 | 4 |"
	for _, c := range []struct {
		name   string
		tables []Grid
		want   [][][]string
	}{
		{"both", []Grid{
			inColumn(t, 1, 1, 50, 60, 500, left), inColumn(t, 1, 2, 250, 60, 500, right),
			inColumn(t, 2, 1, 50, 60, 90, "| 丙 | 5 | 6 |"), inColumn(t, 2, 2, 250, 60, 90, "| 丁 | 7 | 8 |"),
		}, [][][]string{{{"名称", "渠", "一"}, {"部门", "局", "一"}, {"甲", "1", "2"}, {"丙", "5", "6"}}, {{"名称", "路", "一"}, {"部门", "局", "二"}, {"乙", "3", "4"}, {"丁", "7", "8"}}}},
		{"the left one", []Grid{
			inColumn(t, 1, 1, 50, 60, 500, left), inColumn(t, 1, 2, 250, 60, 400, right), inColumn(t, 2, 1, 50, 60, 90, "| 丙 | 5 | 6 |"),
		}, [][][]string{{{"名称", "渠", "一"}, {"部门", "局", "一"}, {"甲", "1", "2"}, {"丙", "5", "6"}}, {{"名称", "路", "一"}, {"部门", "局", "二"}, {"乙", "3", "4"}}}},
		{"columns", []Grid{
			inColumn(t, 1, 1, 50, 60, 500, left), inColumn(t, 1, 2, 250, 60, 500, "| 乙 | 3 | 4 |"), inColumn(t, 2, 1, 50, 60, 90, "| 丙 | 5 | 6 |"),
		}, [][][]string{{{"名称", "渠", "一"}, {"部门", "局", "一"}, {"甲", "1", "2"}}, {{"乙", "3", "4"}, {"丙", "5", "6"}}}},
	} {
		got := JoinPages(c.tables)
		if len(got) != len(c.want) {
			t.Errorf("%s: %d tables", c.name, len(got))
			continue
		}
		for i, want := range c.want {
			if !equalTexts(texts(got[i]), want) {
				t.Errorf("%s: table %d is %v", c.name, i+1, texts(got[i]))
			}
		}
	}
}
