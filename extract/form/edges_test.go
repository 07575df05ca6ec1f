package form

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/grid"
)

// cutAt puts a page edge before a row: merged cells that reach over it become two, the text in one half, the other blank.
func cutAt(g grid.Grid, at int, textBelow bool) grid.Grid {
	cells := g.Cells
	g.Cells = nil
	for _, c := range cells {
		if c.Row >= at || c.Row+c.RowSpan <= at {
			g.Cells = append(g.Cells, c)
			continue
		}
		lower := c
		lower.Row, lower.RowSpan = at, c.Row+c.RowSpan-at
		lower.At.Ref += "+"
		c.RowSpan = at - c.Row
		if textBelow {
			c.Text = ""
		} else {
			lower.Text = ""
		}
		g.Cells = append(g.Cells, c, lower)
	}
	g.Breaks = []int{at}
	return g
}

func TestPageEdgesChangeNothing(t *testing.T) {
	for _, f := range fixtures(t) {
		headings := headingsOf(t, f.grid)
		for at := 1; at < f.grid.Rows; at++ {
			if slices.ContainsFunc(f.grid.Cells, func(c grid.Cell) bool {
				return headings[c.At.Ref] != nil && c.Row < at && c.Row+c.RowSpan > at
			}) {
				continue // no page ends between the two rows of one heading
			}
			t.Run(fmt.Sprintf("%s row %d", f.name, at), func(t *testing.T) {
				sameLines(t, shown(readOne(t, cutAt(f.grid, at, false))), f.report)
			})
		}
	}
}

// TestNamesOnTheNextPage cuts where a merged level's name is printed on the second page only, as browsers centre it.
func TestNamesOnTheNextPage(t *testing.T) {
	for _, f := range fixtures(t) {
		first := f.firstIndicator(t)
		for at := first + 1; at < f.grid.Rows; at++ {
			if !slices.ContainsFunc(f.grid.Cells, func(c grid.Cell) bool {
				return c.Row > first-1 && c.Row < at && c.Row+c.RowSpan > at
			}) {
				continue
			}
			t.Run(fmt.Sprintf("%s row %d", f.name, at), func(t *testing.T) {
				g := cutAt(f.grid, at, false)
				below := cutAt(f.grid, at, true)
				for i := range g.Cells { // only names of levels move, not the caption beside them
					if g.Cells[i].Row >= first || strings.HasSuffix(g.Cells[i].At.Ref, "+") && f.startsAfter(g.Cells[i].At.Ref, first) {
						g.Cells[i] = below.Cells[i]
					}
				}
				sameLines(t, shown(readOne(t, g)), f.report)
			})
		}
	}
}

func (f *fixture) startsAfter(ref string, row int) bool {
	for _, c := range f.grid.Cells {
		if c.At.Ref+"+" == ref {
			return c.Row >= row
		}
	}
	return false
}

// firstIndicator is the row of the first indicator.
func (f *fixture) firstIndicator(t testing.TB) int {
	v, _ := view.New(&f.grid)
	for _, b := range view.FindBlocks(v, 0, len(v.Rows)) {
		if b.Kind == view.Indicators {
			return v.Rows[b.From]
		}
	}
	t.Fatal("no indicators")
	return 0
}

// cutRow cuts an indicator's row in two: the name is printed half on each page, what is left on the page where the
// points are.
func cutRow(g grid.Grid, row, nameCol int, pointsBelow bool) grid.Grid {
	g = insertRows(g, row+1, 1)
	cells := g.Cells
	g.Cells = nil
	for _, c := range cells {
		reaches := c.Row <= row && c.Row+c.RowSpan > row
		switch {
		case !reaches:
		case c.Row < row || c.RowSpan > 1: // a level over several rows: two cells, the name above
			lower := c
			c.RowSpan = row + 1 - c.Row
			lower.Row, lower.RowSpan, lower.Text = row+1, max(lower.Row+lower.RowSpan-row-1, 1), ""
			lower.At.Ref += "+"
			g.Cells = append(g.Cells, lower)
		default:
			lower := c
			lower.Row = row + 1
			lower.At.Ref += "+"
			r := []rune(c.Text)
			switch half := len(r) / 2; {
			case c.Col <= nameCol && c.Col+c.ColSpan > nameCol:
				c.Text, lower.Text = string(r[:half]), string(r[half:])
			case pointsBelow:
				c.Text = ""
			default:
				lower.Text = ""
			}
			g.Cells = append(g.Cells, lower)
		}
		g.Cells = append(g.Cells, c)
	}
	g.Breaks = []int{row + 1}
	return g
}

func TestRowsCutByThePageAreOneRow(t *testing.T) {
	for _, f := range fixtures(t) {
		v, _ := view.New(&f.grid)
		for _, b := range view.FindBlocks(v, 0, len(v.Rows)) {
			if b.Kind != view.Indicators {
				continue
			}
			nameCol := v.Cols[b.Columns.Find(words.Name).From]
			blocks, _ := newBody(v, []view.Block{b})
			n := blocks[0].(*indicatorBlock)
			for row := b.From; row < b.To; row++ {
				if len(v.In(row)) == 0 || n.rowKind(row) != indicatorRow {
					continue
				}
				for _, below := range []bool{false, true} {
					t.Run(fmt.Sprintf("%s row %d %t", f.name, row, below), func(t *testing.T) {
						got := shown(readOne(t, cutRow(f.grid, v.Rows[row], nameCol, below)))
						sameLines(t, got, f.report)
					})
				}
			}
		}
	}
}

// TestListsBesideTheFunds: rows that break the money down by another list are no funds, wherever their halves stand; a
// remark with a colon beside a fund is none of theirs.
func TestListsBesideTheFunds(t *testing.T) {
	total := "| ^ | 年度资金总额 | < | 100.00 | 100.00 | 50.00 | 10 | 50% | 5 |"
	for _, c := range []struct {
		row   string
		funds int
	}{
		{"| ^ | 按收入性质分： | < | < | < | 按支出性质分： | < | < | < |", 1},
		{"| ^ | 其中：公共预算：3.2 | < | < | < | < | 其中：基本支出：2.4 | < | < |", 1},
		{"| ^ | 基金拨款： | < |  |  |  |  |  | 项目支出：1 |", 1},
		{"| ^ | 其中：财政拨款 | < | 100.00 | 100.00 | 50.00 | — | 50% | — |", 2},
		{"| ^ | 其他资金： | < | 0 | 0 | 0 | — |  | — |", 2},
	} {
		r := readOne(t, parse(t, change(total, total+"\n"+c.row)))
		if len(r.Funds) != c.funds {
			t.Errorf("%s: %d funds, want %d", c.row, len(r.Funds), c.funds)
		}
	}
	remark := change("年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |", "全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | 原因 |",
		"| 100.00 | 100.00 | 50.00 | 10 | 50% | 5 |", "| 100.00 | 50.00 | 10 | 50% | 5 | 原因：招标推迟 |")
	if r := readOne(t, parse(t, remark)); len(r.Funds) != 1 || r.Funds[0].Executed.Text != "50.00" {
		t.Errorf("a fund with a remark: %+v", r.Funds)
	}
}

// TestFundCutByThePage: the parts of a fund's name on two pages are one name, wherever the figures stand; two sources
// stay two.
func TestFundCutByThePage(t *testing.T) {
	const figures, blank = "| 60.00 | 60.00 | 20.00 | — | — | — |", "|  |  |  |  |  |  |"
	for _, c := range []struct {
		above, below string
		names        string
	}{
		{"其中：当年财 | < " + figures, "政拨款 | < " + blank, "其中：当年财政拨款"},
		{"其中：当年财 | < " + blank, "政拨款 | < " + figures, "其中：当年财政拨款"},
		{"上年结转 | < " + blank, "资金 | < " + figures, "上年结转资金"},
		{"上年结 | < " + figures, "转资金 | < " + blank, "上年结转资金"},
		{"其中：当年财政拨款 | < " + blank, " | < " + figures, "其中：当年财政拨款"},
		{"其中：财政拨款 | < " + figures, "其他资金 | < " + blank, "其中：财政拨款 其他资金"},
		{"其中：财政拨款 | < " + blank, "其他资金 | < " + figures, "其中：财政拨款 其他资金"},
	} {
		total := "| ^ | 年度资金总额 | < | 100.00 | 100.00 | 50.00 | 10 | 50% | 5 |"
		g := parse(t, change(total, total+"\n| ^ | "+c.above+"\n| ^ | "+c.below))
		r := readOne(t, cutAt(g, 5, false))
		names := ""
		for _, f := range r.Funds[1:] {
			names += " " + f.Name.Text
		}
		if names != " "+c.names {
			t.Errorf("%s / %s: funds%s", c.above, c.below, names)
		}
	}
}

// TestNamesCutByThePageEdge: the first half of a level's name stands on one page, the second or the points on the next.
func TestNamesCutByThePageEdge(t *testing.T) {
	for name, halves := range map[string][2]string{"产出指标": {"产出", "指标"}, "项目绩效": {"项目", "绩效"}, "效益指标": {"效益指标", "（90分）"}, "成本指标": {"成本指标（9", "0分）"}, "产出": {"产", "出"}} {
		g := parse(t, change("产出指标 |", name+" |", "满意度指标 | 服务对象满意度指标", "^ | 服务对象满意度指标"))
		g = cutAt(g, 8, false)
		for i := range g.Cells {
			if c := &g.Cells[i]; c.Col == 1 && c.Row == 7 {
				c.Text = halves[0]
			} else if c.Col == 1 && c.Row == 8 {
				c.Text = halves[1]
			}
		}
		r := readOne(t, g)
		for i, n := range r.Indicators {
			if n.Level1.Text != name {
				t.Errorf("%q: indicator %d stands under %q", name, i, n.Level1.Text)
			}
		}
	}
}

// A page may end between the two rows of a heading: Word breaks a heading row that may break.
func TestHeadingsCutByThePageEdge(t *testing.T) {
	cut := 0
	for _, f := range fixtures(t) {
		headings := headingsOf(t, f.grid)
		for at := 1; at < f.grid.Rows; at++ {
			g, halves := headingsCutAt(f.grid, at, headings)
			if halves < 2 {
				continue
			}
			cut++
			t.Run(fmt.Sprintf("%s row %d", f.name, at), func(t *testing.T) {
				sameLines(t, shown(readOne(t, g)), f.report)
			})
		}
	}
	if cut == 0 {
		t.Error("no fixture has headings over two rows")
	}
}

// headingsCutAt ends a page before a row: the headings that reach over it have one half of their text on each side.
func headingsCutAt(g grid.Grid, at int, headings map[string]*words.Vocabulary) (out grid.Grid, halves int) {
	out = cutAt(g, at, false)
	lower := map[string]int{}
	for i, c := range out.Cells {
		if ref, ok := strings.CutSuffix(c.At.Ref, "+"); ok {
			lower[ref] = i
		}
	}
	for i := range out.Cells {
		c := &out.Cells[i]
		k, over := lower[c.At.Ref]
		text := []rune(c.Text)
		if !over || headings[c.At.Ref] == nil || len(text) < 2 {
			continue
		}
		half := (len(text) + 1) / 2
		c.Text, out.Cells[k].Text = string(text[:half]), string(text[half:])
		halves++
	}
	return out, halves
}
