package binder

import (
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
