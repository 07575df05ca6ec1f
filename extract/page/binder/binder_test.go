package binder

import (
	"fmt"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
)

// leaf is a page with a table of one row whose columns have these borders.
func leaf(n int, openTop, openBottom bool, edges []float64, texts ...string) Leaf {
	g := grid.Grid{Page: n, Table: 1, Rows: 1, Cols: len(edges) - 1, Edges: edges, OpenTop: openTop, OpenBottom: openBottom}
	for col, text := range texts {
		g.Cells = append(g.Cells, grid.Cell{Col: col, RowSpan: 1, ColSpan: 1, Text: text, At: fuhe.Source{Page: n, Box: fuhe.Box{edges[col], 50, edges[col+1], 800}}})
	}
	return Leaf{Page: page.Page{Number: n, Width: 595, Height: 842, Glyphs: make([]page.Glyph, 1)}, Grids: []grid.Grid{g}}
}

// A row that fills a page is the row of the pages before and behind it; lines down a page without such a row are no table; between
// other lines than the row began with the rest of it may stand, which is said of each page.
func TestRowThatFillsAPage(t *testing.T) {
	three, two := []float64{50, 200, 550}, []float64{50, 550}
	for _, c := range []struct {
		name   string
		leaves []Leaf
		texts  string
		unread int
	}{
		{"over three pages", []Leaf{leaf(1, false, true, three, "甲", "一"), leaf(2, true, true, three, "", "二"), leaf(3, true, false, three, "", "三")}, "甲|一二三|", 0},
		{"without a row before", []Leaf{leaf(1, false, false, three, "甲", "一"), leaf(2, true, true, three, "", "二")}, "甲|一|", 0},
		{"two pages later", []Leaf{leaf(1, false, true, three, "甲", "一"), leaf(3, true, true, three, "", "二")}, "甲|一|", 0},
		{"between other lines", []Leaf{leaf(1, false, true, three, "甲", "一"), leaf(2, true, true, []float64{50, 300, 500}, "", "二"), leaf(3, true, true, three, "", "三")}, "甲|一|", 2},
		{"lines alone", []Leaf{leaf(1, true, true, two, "正文")}, "", 0},
	} {
		b := &Binder{}
		for _, l := range c.leaves {
			b.Add(l.Page.Number, l)
		}
		texts := ""
		for _, g := range grid.JoinPages(b.Book.Grids) {
			for _, k := range g.Cells {
				texts += k.Text + "|"
			}
		}
		if texts != c.texts || len(b.Book.Unread) != c.unread {
			t.Errorf("%s: %s, unread %v; want %s, %d", c.name, texts, b.Book.Unread, c.texts, c.unread)
		}
	}
}

// A spreadsheet too wide for the paper: a title set across all columns is drawn whole on both pages, each at its place on the
// sheet, and cuts no text. One that merely ends there does.
func TestTitleAcrossTwoPages(t *testing.T) {
	sheet := func(n int, title string, x float64, texts string) grid.Grid {
		g := grid.Grid{Page: n, Table: 1, Rows: 4, Cols: 1, Edges: []float64{70, 520}, Box: fuhe.Box{70, 80, 520, 160}}
		for i, text := range []rune(texts) {
			y := 80 + 20*float64(i)
			g.Cells = append(g.Cells, grid.Cell{Row: i, RowSpan: 1, ColSpan: 1, Text: string(text), At: fuhe.Source{Page: n, Box: fuhe.Box{70, y, 520, y + 20}}})
		}
		g.Above = []fuhe.Line{{Text: title, At: fuhe.Source{Page: n, Box: fuhe.Box{x, 40, x + 140, 60}}}}
		return g
	}
	const title = "项目支出绩效自评表"
	for _, c := range []struct {
		name, second string
		x            float64
		tables       int
	}{
		{"drawn on both", title, 0, 1},
		{"a title of its own", title, 200, 2},
		{"another title", "部门整体支出绩效自评表", 0, 2},
	} {
		b := &Binder{}
		b.Book.Grids = []grid.Grid{sheet(1, title, 450, "甲乙丙丁"), sheet(2, c.second, c.x, "一二三四")}
		b.JoinSides()
		if len(b.Book.Grids) != c.tables || len(b.Book.Unread) != 0 {
			t.Errorf("%s: %d tables, want %d; unread %v", c.name, len(b.Book.Grids), c.tables, b.Book.Unread)
		}
	}
}

// What stands in a frame around a text is no table, over several pages neither; it is what the page holds besides its tables.
func TestFrameAroundAText(t *testing.T) {
	two := []float64{50, 550}
	framed := func(n int, text string) Leaf {
		l := leaf(n, n > 1, n < 2, two, text)
		l.Page.Glyphs = nil
		for i, r := range text {
			x := 60 + 3*float64(i)
			l.Page.Glyphs = append(l.Page.Glyphs, page.Glyph{Text: string(r), Box: fuhe.Box{x, 92, x + 9, 102}, Base: 100, Size: 9, Sure: true})
		}
		return l
	}
	beside := framed(3, "支出456")
	beside.Grids[0].Above = []fuhe.Line{{Text: "第7页", At: fuhe.Source{Page: 3}}}
	beside.Grids = append(beside.Grids, leaf(3, false, false, []float64{50, 200, 550}, "甲", "8").Grids...)
	b := &Binder{}
	for _, l := range []Leaf{framed(1, "收入123"), framed(2, "结余789"), beside} {
		b.Add(l.Page.Number, l)
	}
	got := ""
	for _, l := range b.Book.Loose {
		for _, line := range l.Lines {
			got += fmt.Sprintf("%d %s|", l.Page, line.Text)
		}
	}
	if want := "1 收入123|2 结余789|3 第7页|3 支出456|"; got != want || len(b.Book.Grids) != 1 {
		t.Errorf("%d tables, besides %s; want %s", len(b.Book.Grids), got, want)
	}
}

// A page is given back when the next one is in the book, and only when nothing of it is kept but tables in rules.
func TestSpentPages(t *testing.T) {
	edges := []float64{50, 200, 550}
	inferred := leaf(2, false, false, edges, "甲", "一")
	inferred.Grids[0].Inferred = true
	blank := leaf(3, false, false, edges)
	blank.Grids = nil
	var spent []int
	b := &Binder{Spent: func(p page.Page) { spent = append(spent, p.Number) }}
	for _, l := range []Leaf{leaf(1, false, false, edges, "甲", "一"), inferred, blank, leaf(4, false, false, edges, "乙", "二"), leaf(5, false, false, edges, "丙", "三")} {
		b.Add(l.Page.Number, l)
	}
	if len(spent) != 2 || spent[0] != 1 || spent[1] != 4 {
		t.Errorf("pages %v, not 1 and 4", spent)
	}
}
