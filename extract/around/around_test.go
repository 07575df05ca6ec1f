package around

import (
	"fmt"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

func parse(t *testing.T, text string) grid.Grid {
	t.Helper()
	g, err := grid.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// onPage puts a parsed table on a page: columns of 100 points from 50 on, rows of 20 from top on, lines of 12 over it.
func onPage(g grid.Grid, page, n int, top float64) grid.Grid {
	g.Page, g.Table = page, n
	g.Edges = make([]float64, g.Cols+1)
	for i := range g.Edges {
		g.Edges[i] = 50 + 100*float64(i)
	}
	g.Box = fuhe.Box{50, top, 50 + 100*float64(g.Cols), top + 20*float64(g.Rows)}
	for i := range g.Cells {
		c := &g.Cells[i]
		c.At = fuhe.Source{Page: page, Table: n, Ref: fuhe.Ref(c.Row, c.Col, c.RowSpan, c.ColSpan), Box: fuhe.Box{g.Edges[c.Col], top + 20*float64(c.Row), g.Edges[c.Col+c.ColSpan], top + 20*float64(c.Row+c.RowSpan)}}
	}
	for i := range g.Above {
		y := top - 16*float64(len(g.Above)-i)
		g.Above[i].At = fuhe.Source{Page: page, Box: fuhe.Box{50, y, 300, y + 12}}
	}
	for i := range g.Below {
		y := g.Box[3] + 4 + 16*float64(i)
		g.Below[i].At = fuhe.Source{Page: page, Box: fuhe.Box{50, y, 300, y + 12}}
	}
	return g
}

func TestWhatStandsAround(t *testing.T) {
	for _, c := range []struct{ name, text, title, unit, notes, above string }{
		{"an account", "国家信访局2024年度收、支总计22066.59万元。\n收入支出决算总表\n公开 01 表\n部门：国家信访局 金额单位：万元\n| 收入 | 支出 |\n| 1 | 2 |\n注：本表反映总收支。\n附件2", "收入支出决算总表", "万元", "注：本表反映总收支。", "收入支出决算总表/公开 01 表/部门：国家信访局 金额单位：万元"},
		{"number and title on one line", "公开02表 收入决算表\n单位：元\n| 收入 | 支出 |\n| 1 | 2 |", "收入决算表", "元", "", "公开02表 收入决算表/单位：元"},
		{"a department is no unit", "收入决算表\n编制单位：万元村财政所\n| 收入 | 支出 |\n| 1 | 2 |", "收入决算表", "", "", "收入决算表/编制单位：万元村财政所"},
		{"a unit in brackets", "2023年支出明细表（单位：千元）\n| 收入 | 支出 |\n| 1 | 2 |", "2023年支出明细表（单位：千元）", "千元", "", "2023年支出明细表（单位：千元）"},
		{"a sentence is no title", "各部门支出情况如下，详见下表。\n| 收入 | 支出 |\n| 1 | 2 |", "", "", "", ""},
		{"labels without a title", "本年收入情况。\n单位：万元\n| 收入 | 支出 |\n| 1 | 2 |", "", "万元", "", "单位：万元"},
		{"a title in the table", "| 某县2024年预算表 | < |\n| 编制单位：某局 | 单位：元 |\n| 收入 | 支出 |\n| 1 | 2 |\n| 注：含结转。 | < |", "某县2024年预算表", "元", "注：含结转。", ""},
		{"two notes", "收入表\n| 项目 | 金额 |\n| a | 2 |\n注：本表反映收入。\n说明：本单位无此项收入。\n附件2", "收入表", "", "注：本表反映收入。/说明：本单位无此项收入。", "收入表"},
		{"a unit in a heading", "收入表\n| 项目 | 金额（万元） |\n| a | 2 |", "收入表", "万元", "", "收入表"},
	} {
		g := parse(t, c.text)
		tables, _ := Tables(nil, grid.Book{Grids: []grid.Grid{g}}, false)
		got := tables[0]
		var above []string
		for _, l := range got.Setting.Above {
			above = append(above, l.Text)
		}
		if got.Title != c.title || got.Unit != c.unit || strings.Join(got.Notes, "/") != c.notes || strings.Join(above, "/") != c.above {
			t.Errorf("%s: title %q, unit %q, notes %q, above %q", c.name, got.Title, got.Unit, got.Notes, above)
		}
	}
}

func TestRowsOfHeadings(t *testing.T) {
	for _, c := range []struct {
		name, text string
		lead, head int
	}{
		{"one row", "| 科目 | 预算 | 决算 |\n| a | 1.0 | 2.0 |", 0, 1},
		{"merged down", "| 科目 | 合计 | < |\n| ^ | 预算 | 决算 |\n| a | 1.0 | 2.0 |", 0, 2},
		{"both sides divided, columns numbered", "| 收入 | < | 支出 | < |\n| 项目 | 金额 | 项目 | 金额 |\n| 栏次 | 1 | 栏次 | 2 |\n| a | 1.0 | b | 2.0 |", 0, 3},
		{"numbered with formulas", "| 科目 | 合计 | 基本 | 项目 |\n| 甲 | 1=2+3 | 2 | 3 |\n| a | 1.0 | b | 2.0 |", 0, 2},
		{"title and labels before", "| 收入决算表 | < | < |\n| 公开01表 | < | < |\n| 部门：某局 | < | 单位：元 |\n| 科目 | 预算 | 决算 |\n| a | 1.0 | 2.0 |", 3, 1},
		{"a form", "| 项目名称 | 某项目 | < | < |\n| 主管部门 | 某局 | 实施单位 | 某中心 |\n| 资金 | 预算 | 执行 | 分值 |", 0, 0},
		{"figures from the first row on", "| a | 1.0 | 2.0 |\n| b | 1.0 | 2.0 |", 0, 0},
		{"years as headings", "| 指标 | 2022年 | 2023年 |\n| a | 1.0 | 2.0 |", 0, 1},
	} {
		g := parse(t, c.text)
		tables, _ := Tables(nil, grid.Book{Grids: []grid.Grid{g}}, false)
		if s := tables[0].Setting; s.Lead != c.lead || s.Head != c.head {
			t.Errorf("%s: %d lead, %d head, want %d, %d", c.name, s.Lead, s.Head, c.lead, c.head)
		}
	}
}

const upper = `
收入决算表
单位：万元
| 科目 | 名称 | 决算 |
| 201 | 公共服务 | 3.00 |
| 202 | 外交 | 4.00 |`

func TestTablesOverPages(t *testing.T) {
	for _, c := range []struct {
		name, lower string
		pages       []int
		rows        int
	}{
		{"headings again", "| 科目 | 名称 | 决算 |\n| 203 | 国防 | 5.00 |", []int{1, 2}, 4},
		{"title, unit and headings again", "收入决算表\n单位：万元\n| 科目 | 名称 | 决算 |\n| 203 | 国防 | 5.00 |", []int{1, 2}, 4},
		{"title with 续", "收入决算表（续）\n单位：万元\n| 科目 | 名称 | 决算 |\n| 203 | 国防 | 5.00 |", []int{1, 2}, 4},
		{"续表", "续表\n| 科目 | 名称 | 决算 |\n| 203 | 国防 | 5.00 |", []int{1, 2}, 4},
		{"nothing again", "| 203 | 国防 | 5.00 |\n| 204 | 公安 | 6.00 |", []int{1, 2}, 5},
		{"a row cut by the edge", "| 科目 | 名称 | 决算 |\n| | 支出 | |\n| 203 | 国防 | 5.00 |", []int{1, 2}, 4},
		{"another table", "支出决算表\n单位：万元\n| 科目 | 名称 | 决算 |\n| 203 | 国防 | 5.00 |", nil, 3},
	} {
		book := grid.Book{Grids: []grid.Grid{onPage(parse(t, upper), 1, 1, 200), onPage(parse(t, c.lower), 2, 1, 200)}}
		tables, _ := Tables(nil, book, true)
		if got := tables[0]; fmt.Sprint(got.Pages) != fmt.Sprint(c.pages) || got.Rows != c.rows {
			t.Errorf("%s: pages %v, %d rows; want %v, %d", c.name, got.Pages, got.Rows, c.pages, c.rows)
		}
		if apart, _ := Tables(nil, book, false); len(apart) != 2 {
			t.Errorf("%s: page by page %d tables", c.name, len(apart))
		}
	}
}

func TestRowCutByTheEdge(t *testing.T) {
	lower := "| 科目 | 名称 | 决算 |\n| | 支出 | |\n| 203 | 国防 | 5.00 |"
	tables, _ := Tables(nil, grid.Book{Grids: []grid.Grid{onPage(parse(t, upper), 1, 1, 200), onPage(parse(t, lower), 2, 1, 200)}}, true)
	texts := ""
	for _, c := range tables[0].Cells {
		texts += c.Text + "|"
	}
	if want := "科目|名称|决算|201|公共服务|3.00|202|外交支出|4.00|203|国防|5.00|"; texts != want {
		t.Errorf("cells %s, want %s", texts, want)
	}
	if s := tables[0].Setting; fmt.Sprint(s.Breaks) != "[3]" {
		t.Errorf("the second page begins at rows %v", s.Breaks)
	}
}

func TestOutside(t *testing.T) {
	g := onPage(parse(t, "2024年收入20451.35万元，比上年增加3项。\n收入决算表\n| 科目 | 决算 |\n| 201 | 3.00 |\n注：见附件1。\n第3部分"), 1, 1, 200)
	loose := []grid.Loose{{Page: 2, Lines: []fuhe.Line{{Text: "共12项", At: fuhe.Source{Page: 2}}}}, {Page: 4, Pictures: true}}
	_, outside := Tables(nil, grid.Book{Grids: []grid.Grid{g}, Loose: loose}, true)
	got := ""
	for _, o := range outside {
		got += fmt.Sprintf("%d:%d %v %v ", o.At.Page, o.Figures, o.Pictures, o.NoTable)
	}
	if want := "1:3 false false 2:1 false true 4:0 true true "; got != want { // 2024, 20451.35, 3; the note belongs to the table, 第3部分 stands too near to it
		t.Errorf("outside %s, want %s", got, want)
	}
}

func TestCounts(t *testing.T) {
	a, b := onPage(parse(t, upper), 1, 1, 200), onPage(parse(t, "| 科目 | 名称 | 决算2 |\n| 203 | 国防 | 5.00 |"), 2, 1, 200)
	a.Cells[2].Text = "决算2"
	a.Cells[3].Marks = []string{"1"}
	a.Drawn, b.Drawn = fuhe.Digits{Runs: 6, Count: 14}, fuhe.Digits{Runs: 3, Count: 7}
	tables, _ := Tables(nil, grid.Book{Grids: []grid.Grid{a, b}}, true)
	s := tables[0].Setting
	if s.Drawn != (fuhe.Digits{Runs: 9, Count: 21}) || s.Held != (fuhe.Digits{Runs: 8, Count: 20}) || s.Repeat != (fuhe.Digits{Runs: 1, Count: 1}) {
		t.Errorf("drawn %v, held %v, repeated %v", s.Drawn, s.Held, s.Repeat)
	}
}
