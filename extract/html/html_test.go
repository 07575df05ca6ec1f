package html

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"fuhe/extract/work"
)

// TestTables: what a browser shows of a table is the grid.
func TestTables(t *testing.T) {
	for _, c := range []struct {
		name, page string
		want       []string
	}{
		{"spans", `<h2>自评表</h2><p>（2022年度）</p><table><tr><td rowspan=2>资金<td colspan="2">金额</td></tr><tr><td>10<td>9.50</table><p>注：完`,
			[]string{"自评表\n（2022年度）\n| 资金 | 金额 | < |\n| ^ | 10 | 9.50 |\n注：完"}},
		{"sections", `<table><tfoot><tr><td>总分<td>100</tfoot><tbody><tr><td>甲<td>1</tbody><thead><tr><th>指标<th>分值</thead></table>`,
			[]string{"| 指标 | 分值 |\n| 甲 | 1 |\n| 总分 | 100 |"}},
		{"spans end with their section", `<table><tbody><tr><td rowspan=9>甲<td>1<tr><td>2</tbody><tbody><tr><td>乙<td>3</tbody></table>`,
			[]string{"| 甲 | 1 |\n| ^ | 2 |\n| 乙 | 3 |"}},
		{"span to the end", `<table><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3</table>`, []string{"| 甲 | 1 |\n| ^ | 2 |\n| ^ | 3 |"}},
		{"absurd spans", `<table><tr><td colspan=99999999999999999999>甲<tr><td colspan=-1>1<td colspan="2px">2<td rowspan=x>3<td rowspan=99999999>4</table>`,
			[]string{"| 甲 | < | < | < | < |\n| 1 | 2 | 3 | 4 | . |"}},
		{"title wider than the table", `<table><tr><td colspan=20>题<tr><td>1<td>2</table>`, []string{"| 题 | < | < |\n| 1 | 2 | . |"}},
		{"row of merged cells only", `<table><tr><td rowspan=2>甲<td rowspan=2>乙<tr></tr><tr><td>1<td>2</table>`, []string{"| 甲 | 乙 |\n| 1 | 2 |"}},
		{"a merged cell goes over an empty row", `<table><tr><td>0<td rowspan=3>甲</tr><tr></tr><tr><td>1</tr><tr><td>2<td>3</table>`,
			[]string{"| 0 | 甲 |\n| . | ^ |\n| 1 | ^ |\n| 2 | 3 |"}},
		{"clash of merged cells", `<table><tr><td>1<td rowspan=2>甲<td>2<tr><td colspan=3>乙</table>`, []string{"| 1 | 甲 | 2 |\n| 乙 | ^ | . |"}},
		{"short row", `<table><tr><td>1<td>2<tr><td>3</table>`, []string{"| 1 | 2 |\n| 3 | . |"}},
		{"left open", `<table><tr><td>1<td>2<tr><td>3<td>4`, []string{"| 1 | 2 |\n| 3 | 4 |"}},
		{"cells without a row", `<table><td>1<td>2</table>`, []string{"| 1 | 2 |"}},
		{"caption", `<table><caption>题</caption><tr><td>1<td>2</table>`, []string{"题\n| 1 | 2 |"}},
		{"text between cells", `<table>单位：元<tr><td>1<td>2</table>`, []string{"单位：元\n| 1 | 2 |"}},
		{"lines", `<table><tr><td><p>产出</p><p>指标</p><td>1<br>2<td>a<div>b</div>c<td> 项目
			支出 <b>绩</b>效&nbsp;&ge;80&#37; </table>`, []string{"| 产出指标 | 1 2 | a b c | 项目支出 绩效 ≥80% |"}},
		{"raised", `<table><tr><td>10<sup>4</sup>m<sub>2</sub><td>1</table>`, []string{"| 10⁴m₂ | 1 |"}},
		{"fields", `<table><tr><td><input value="9.5"><td><input type=hidden value=7><td><select><option>否<option selected>是</select><td><textarea>一
二</textarea><td><input type=checkbox checked>有<input type=radio>无</table>`, []string{"| 9.5 | | 是 | 一二 | ☑有□无 |"}},
		{"two tables", `甲<table><tr><td>1<td>2</table>乙<table><tr><td>3<td>4</table>丙`, []string{"甲\n| 1 | 2 |", "乙\n| 3 | 4 |\n丙"}},
		{"a table between cells ends the one before", `<table><tr><td>1<td>2</td><tr><table><tr><td>3<td>4</table>`, []string{"| 1 | 2 |", "| 3 | 4 |"}},
		{"Excel's overflow is no merge", `<table><tr><td colspan=2 style='mso-ignore:colspan'>长<td>1<tr><td>2<td>3<td>4</table>`, []string{"| 长 | . | 1 |\n| 2 | 3 | 4 |"}},
		{"shown text, not the stored number", `<table><tr><td x:num="0.3577123">35.77%</td><td sdval="1">1.00</table>`, []string{"| 35.77% | 1.00 |"}},
		{"frame around text", `<table><tr><td>题目</table><table><tr><td>1<td><table><tr><td>2</table></table>`, []string{"题目\n| 1 | 2 |"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := read(t, c.page)
			same(t, b, c.want...)
			if len(b.Unread) != 0 {
				t.Errorf("unread %v", b.Unread)
			}
		})
	}
}

// TestPageAround: navigation, scripts and the tables that lay the page out are not part of the form.
func TestPageAround(t *testing.T) {
	b := read(t, `<!DOCTYPE html><html><head><title>局</title><style>td{color:red}</style><script>var a="<table><tr><td>x"</script></head><body>
	<nav><ul><li>首页<li>公开</ul></nav><noscript>请启用</noscript><table width=100%><tr><td>菜单</td><td>搜索</td></tr><tr><td><a>栏目</a></td><td>
	<h1>自评表</h1><table border=1><tr><td>项目<td>甲</tr><tr><td>得分<td>9</table><p>说明</p></td></tr></table><!-- <table> --><footer>版权</footer>`)
	same(t, b, "菜单\n搜索\n栏目\n自评表\n| 项目 | 甲 |\n| 得分 | 9 |\n说明\n版权")
}

// TestTableInCell: an outer table of figures stays, the inner one is a table of its own, and that is said.
func TestTableInCell(t *testing.T) {
	b := read(t, `<table><tr><td>项目<td>甲<tr><td>部门<td>乙<tr><td>资金<td>单位：元<table><tr><td>预算<td>10<tr><td>执行<td>9</table></table>`)
	same(t, b, "| 项目 | 甲 |\n| 部门 | 乙 |\n| 资金 | 单位：元 |", "项目\n甲\n部门\n乙\n单位：元\n| 预算 | 10 |\n| 执行 | 9 |")
	if !strings.Contains(reasons(b), "holds a table") || b.Unread[0].At.Ref != "B3" {
		t.Errorf("unread %v", b.Unread)
	}
}

// TestHidden: what the page hides is not read, and said when it stands in a table.
func TestHidden(t *testing.T) {
	for _, c := range []struct{ name, page, want, reason string }{
		{"element", `<table><tr><td>9<span style="display:none">5</span><td>1</table>`, "| 9 | 1 |", "hidden text of the table is not read: 5"},
		{"cell", `<table><tr><td>1<td style="DISPLAY: none !important">2<td>3</table>`, "| 1 | 3 |", "2"},
		{"cell that keeps its place", `<table><tr><td>1<td style="visibility:hidden">2<td>3</table>`, "| 1 | | 3 |", "2"},
		{"row", `<table><tr><td rowspan=2>甲<td>1<tr hidden><td>隐<tr><td>2</table>`, "| 甲 | 1 |\n| ^ | 2 |", "隐"},
		{"class", `<style>/* x */ .a, td.hide{color:red;display:none} @media print{.b{display:none}}</style><table><tr><td class="hide x">7<td>1<td class=b>2</table>`, "| 1 | 2 |", "7"},
		{"own style first", `<style>.a{display:none}</style><table><tr><td class=a style="display:table-cell">7<td>1</table>`, "| 7 | 1 |", ""},
		{"outside a table", `<p hidden>藏<p>题<table><tr><td>1<td>2</table>`, "题\n| 1 | 2 |", ""},
		{"left open in a cell", `<table><tr><td>1<div style="display:none">x<td>2</table>`, "| 1 | 2 |", "x"},
		{"a table", `<div style="display:none"><table>` + strings.Repeat("<tr><td>5<td>6", 20) + `</table></div><table><tr><td>1<td>2</table>`, "| 1 | 2 |", "tables that the page hides are not read"},
		{"a small table", `<div style="display:none"><table><tr><td>5<td>6</table></div><table hidden><tr><td>5<td>6</table><table><tr><td>1<td>2</table>`, "| 1 | 2 |", ""},
		{"a table by itself", `<table hidden>` + strings.Repeat("<tr><td>5<td>6", 20) + `</table><table><tr><td>1<td>2</table>`, "| 1 | 2 |", "tables that the page hides are not read"},
		{"Excel's row of widths", `<table><tr><td>1<td>2</tr><![if supportMisalignedColumns]><tr style='display:none'><td width=72><td></tr><![endif]></table>`, "| 1 | 2 |", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := read(t, c.page)
			same(t, b, c.want)
			if r := reasons(b); (r == "") != (c.reason == "") || !strings.Contains(r, c.reason) {
				t.Errorf("unread %q, want %q", r, c.reason)
			}
		})
	}
}

// TestEncodings: the page is read whatever it states, by what it is.
func TestEncodings(t *testing.T) {
	const page = `<html><head>%</head><body><p>项目支出绩效自评表：执行率与得分</p><table><tr><td>产出指标<td>≥95%</table>`
	const want = "项目支出绩效自评表：执行率与得分\n| 产出指标 | ≥95% |"
	for _, c := range []struct {
		name, head string
		as         encoding.Encoding
	}{
		{"UTF-8", `<meta charset="utf-8">`, encoding.Nop}, {"UTF-8 that states GB 2312", `<meta charset=gb2312>`, encoding.Nop}, {"nothing stated", ``, encoding.Nop},
		{"GBK", `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">`, simplifiedchinese.GBK}, {"GB 18030, nothing stated", ``, simplifiedchinese.GB18030},
		{"GBK that states UTF-8", `<meta charset=utf-8>`, simplifiedchinese.GBK}, {"UTF-16", `<meta charset=utf-8>`, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
		{"UTF-16 without a mark", ``, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)}, {"UTF-8 with a mark", ``, unicode.UTF8BOM},
	} {
		t.Run(c.name, func(t *testing.T) {
			raw, err := c.as.NewEncoder().String(strings.Replace(page, "%", c.head, 1))
			if err != nil {
				t.Fatal(err)
			}
			same(t, read(t, raw), want)
		})
	}
	big5, err := traditionalchinese.Big5.NewEncoder().String(`<meta charset=big5><table><tr><td>項目<td>1</table>`)
	if err != nil {
		t.Fatal(err)
	}
	same(t, read(t, big5), "| 項目 | 1 |")
	broken := read(t, "<meta charset=utf-8><p>项目支出绩效自评表执行率与得分项目支出绩效自评表<table><tr><td>9\xFF<td>1</table>")
	if len(broken.Grids) != 1 || !strings.Contains(broken.Grids[0].Unsure, "not valid") {
		t.Errorf("a broken character in a cell is not said: %+v", broken.Grids)
	}
}

// TestUnsure: what may be read as another figure is said.
func TestUnsure(t *testing.T) {
	if b := read(t, `<table><tr><td colspan=1000>1<td>2</table>`); !strings.Contains(reasons(b), "beyond 1000 columns") {
		t.Errorf("lost cells are not named: %v", b.Unread)
	}
	if b := read(t, `<frameset><frame src="sheet001.htm"></frameset>`); !strings.Contains(reasons(b), "frames") {
		t.Errorf("frames are not named: %v", b.Unread)
	}
}

// TestHostile: pages that are made to be expensive end soon, with a grid or a reason.
func TestHostile(t *testing.T) {
	for name, page := range map[string]string{
		"nested":        strings.Repeat("<table><tr><td>", 100000),
		"formatting":    strings.Repeat("<b><i><font a=1>", 200000) + strings.Repeat("<p>x", 100000),
		"wide":          "<table>" + strings.Repeat("<tr>"+strings.Repeat("<td colspan=1000 rowspan=60000>x", 20), 5000),
		"tall":          "<table>" + strings.Repeat("<tr><td rowspan=60000>", 30000),
		"rows":          "<table>" + strings.Repeat("<tr>", 1000000),
		"cells":         "<table><tr>" + strings.Repeat("<td>", 1000000),
		"styles":        "<style>" + strings.Repeat("/**/.a{display:none}", 200000) + "</style><table><tr><td class=a>",
		"comments":      strings.Repeat("<!--", 500000),
		"lines":         strings.Repeat("x<br>", 600000),
		"tables":        strings.Repeat("<table><tr><td>1<td>2</table>", 100000),
		"open brackets": strings.Repeat("<", 2000000),
		"hidden":        strings.Repeat("<p hidden>x<table><tr><td>", 100000),
	} {
		begin := work.Start()
		b, err := Read(bytes.NewReader([]byte(page)), int64(len(page)))
		if d := begin.Spent(); d > 60*time.Second {
			t.Errorf("%s took %s", name, d)
		}
		for _, g := range b.Grids {
			covered(t, g)
		}
		t.Logf("%s: %d grids, %d unread, %v, %s", name, len(b.Grids), len(b.Unread), err, begin.Spent())
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`<style>.a{display:none}</style><table><thead><tr><th colspan=2>x<tbody><tr><td rowspan=0>1<td><table><tr><td>2<td class=a>3</table></table>`))
	f.Add([]byte(`<p hidden>x<table><caption>c</caption><tr hidden><td>1<select><option>a<sup>2</sup></table><pre>a
b</pre><textarea>z`))
	f.Add([]byte("<meta charset=gbk>\xCF\xEE\xC4\xBF<table><td>1<tr><td colspan=3 style=mso-ignore:colspan>2<td>3"))
	f.Add([]byte("<style>.[{display:none}</style><table><tr><td>1"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		b, err := Read(bytes.NewReader(raw), int64(len(raw)))
		if err != nil {
			return
		}
		for _, g := range b.Grids {
			covered(t, g)
		}
	})
}

// An element with attributes beyond number is refused before they are held.
func TestAttributesBeyondNumber(t *testing.T) {
	page := "<table><tr><td"
	for i := range maxAttributes + 1 {
		page += fmt.Sprintf(" a%d=1", i)
	}
	page += ">x</td></tr></table>"
	if _, err := Read(strings.NewReader(page), int64(len(page))); err == nil || !strings.Contains(err.Error(), "attributes") {
		t.Errorf("read with %v", err)
	}
}
