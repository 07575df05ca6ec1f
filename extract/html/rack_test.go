package html

import (
	"fmt"
	"strings"
	"testing"

	"fuhe"
)

// scores is a table as text, with its rows laid out by each test.
const scores = "表\n| 指标 | 分值 | 得分 |\n| 甲 | 10 | 9.5 |\n| 乙 | 20 |  |\n| 总分 | 30 | 29.5 |\n尾"

var scoreRows = [][]string{{"指标", "分值", "得分"}, {"甲", "10", "9.5"}, {"乙", "20", ""}, {"总分", "30", "29.5"}}

// page lays the rows out, a text around each row and a text around each box.
func laid(row, box string) string {
	var b strings.Builder
	for _, texts := range scoreRows {
		var boxes strings.Builder
		for _, s := range texts {
			fmt.Fprintf(&boxes, box+"\n", s)
		}
		fmt.Fprintf(&b, row+"\n", boxes.String())
	}
	return b.String()
}

// TestRowsOfBoxes: rows of as many boxes each are a table, however their elements are called.
func TestRowsOfBoxes(t *testing.T) {
	for name, page := range map[string]string{
		"own style":   `<div>` + laid(`<div style="display:flex">%s</div>`, `<div style="flex:1">%s</div>`) + `</div>`,
		"classes":     `<style>.r{display:flex;flex-flow:row nowrap} .c{flex:0 0 33%;border:1px solid}</style><section>` + laid(`<div class=r>%s</div>`, `<span class=c>%s</span>`) + `</section>`,
		"list":        `<style>li{display:flex}</style><ul>` + laid(`<li>%s</li>`, `<p>%s`) + `</ul>`,
		"nested":      `<div style="display:flex;justify-content:center"><div>` + laid(`<div style="display:flex">%s</div>`, `<div><div style="display:flex"><b>%s</b></div></div>`) + `</div></div>`,
		"columns":     `<div style="display:flex;flex-direction:column">` + laid(`<div style="display:inline-flex">%s</div>`, `<div>%s</div>`) + `</div>`,
		"wraps":       `<div style="display:flex;flex-wrap:wrap">` + laid(`%s`, `<div style="width:33.33%%">%s</div>`) + `</div>`,
		"grid":        `<div style="display:grid;grid-template-columns:2fr repeat(2,minmax(10px,1fr))">` + laid(`%s`, `<div>%s</div>`) + `</div>`,
		"grid rows":   `<style>.r{display:grid;grid-template-columns:[a] 200px 1fr 1fr}</style>` + laid(`<div class=r>%s</div>`, `<span>%s</span>`),
		"contents":    `<div style="display:grid;grid-template-columns:1fr 1fr 1fr">` + laid(`<div style="display:contents">%s</div>`, `<div>%s</div>`) + `</div>`,
		"grid around": `<div style="display:grid"><div>` + laid(`<div style="display:grid;grid-template:auto / 1fr 1fr 1fr">%s</div>`, `<div>%s</div>`) + `</div></div>`,
	} {
		t.Run(name, func(t *testing.T) { same(t, read(t, `<p>表</p>`+page+`<p>尾</p>`), scores) })
	}
}

// TestSpansOfGrids: boxes of a grid go over the columns and rows that they say.
func TestSpansOfGrids(t *testing.T) {
	b := read(t, `<div style="display:grid;grid-template-columns:repeat(4,1fr)"><div style="grid-column:1 / -1">自评表</div>
<div style="grid-row:span 2">资金</div><div style="grid-column:span 2">预算数</div><div>执行数</div><div>年初</div><div>全年</div><div>12</div>
<div style="grid-column-start:1;grid-column-end:3">合计</div><div>30</div><div>29</div></div>`)
	want := map[string]string{"A1:D1": "自评表", "A2:A3": "资金", "B2:C2": "预算数", "D2": "执行数", "B3": "年初", "C3": "全年", "D3": "12", "A4:B4": "合计", "C4": "30", "D4": "29"}
	if len(b.Grids) != 1 || len(b.Grids[0].Cells) != len(want) || b.Grids[0].Unsure != "" {
		t.Fatalf("%+v", b.Grids)
	}
	for _, c := range b.Grids[0].Cells {
		if want[c.At.Ref] != c.Text {
			t.Errorf("%s is %q, want %q", c.At.Ref, c.Text, want[c.At.Ref])
		}
	}
}

// TestBoxesNotSure: rows of figures in boxes that do not stand under each other are no table to be relied on, and said to be none.
func TestBoxesNotSure(t *testing.T) {
	for name, page := range map[string]string{
		"ragged":   `<div style="display:flex"><i>甲</i><i>10</i><i>9</i></div><div style="display:flex"><i>乙</i><i>20</i><i>18</i></div><div style="display:flex"><i>总分</i><i>30</i></div>`,
		"widths":   `<div style="display:flex"><i style="flex:1">10</i><i style="flex:2">9</i></div><div style="display:flex"><i style="flex:2">20</i><i style="flex:1">18</i></div>`,
		"order":    `<div style="display:flex"><i style="order:2">10</i><i>9</i></div><div style="display:flex"><i>20</i><i>18</i></div>`,
		"repeated": `<div style="display:grid;grid-template-columns:repeat(auto-fill,9em)"><i>10</i><i>9</i></div><div style="display:grid;grid-template-columns:repeat(auto-fill,9em)"><i>20</i><i>18</i></div>`,
		"areas":    `<div style="display:grid;grid-template-columns:1fr 1fr"><i style="grid-area:a">10</i><i>9</i><i>20</i><i>18</i></div><div style="display:flex"><i>20</i><i>18</i></div>`,
	} {
		b := read(t, page)
		if len(b.Grids) != 1 || b.Grids[0].Unsure != "a table of boxes side by side, and which of them stand under each other is not known" {
			t.Errorf("%s: %+v", name, b.Grids)
		}
	}
}

// TestBoxesThatAreNoTable: boxes that lay out the page, one row alone, and boxes in a cell leave what they hold as it was.
func TestBoxesThatAreNoTable(t *testing.T) {
	same(t, read(t, `<div style="display:flex"><nav>首页</nav><main><p>题</p><table><tr><td>甲<td>1</table></main></div><footer style="display:flex"><p>注</p><p>完</p></footer>`), "题\n| 甲 | 1 |\n注\n完")
	for content, want := range map[string]string{`<div style="display:flex"><b>14</b><i>%</i></div>`: "14%", `<div style="display:flex"><i>1</i><i>14</i></div>`: "1 14",
		`<div style="display:flex">14</div>`: "14", `<div style="display:flex"><span>14</td>`: "14"} {
		if c := second(t, "", content); c.Text != want {
			t.Errorf("%s is %q", content, c.Text)
		}
	}
	for content, want := range map[string]*fuhe.Phrase{`<div style="display:flex"><i style="color:#fff">1</i><i>14</i></div>`: fuhe.DoubtUnseen, `<div style="display:flex"><img src=a.png></div>`: fuhe.DoubtPicture} {
		if c := second(t, "", content); c.Doubt != want {
			t.Errorf("%s is %q, doubt %v", content, c.Text, c.Doubt)
		}
	}
	if c := second(t, "", `<div style="display:flex;visibility:hidden"><i>1</i></div>14`); c.Text != "14" {
		t.Errorf("a hidden row of boxes is read: %+v", c)
	}
	if c := second(t, "", `<div style="display:flex"><s>9</s><i>5</i></div>`); c.Text != "5" || !c.Struck {
		t.Errorf("%+v", c)
	}
}

// TestBoxesNotRead: boxes that float, stand at places of their own or may stand side by side are said to be not read.
func TestBoxesNotRead(t *testing.T) {
	for _, head := range []string{`<style>.c{float:left;width:25%}</style>`, `<style>.c{position:absolute}</style>`, `<style>.t ~ .c{display:flex}</style><div class=t></div>`} {
		b := read(t, head+strings.Repeat(`<div class=c><span>9.5</span></div>`, 30))
		if len(b.Grids) != 0 || !strings.Contains(reasons(b), "boxes that the page puts side by side hold figures and are not read as a table") {
			t.Errorf("%s: %+v", head, b)
		}
	}
	b := read(t, `<style>li{float:left}</style>`+strings.Repeat(`<li>栏目</li>`, 30)+`<table>`+strings.Repeat(`<tr><td>甲<td>1`, 30)+`</table>`)
	if len(b.Unread) != 0 {
		t.Errorf("%+v", b.Unread)
	}
}
