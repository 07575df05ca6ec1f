package tables

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render"
	"fuhe/render/example"
)

// account is a table of accounts as it was read, typed from a published one, its title, unit and notes around it.
func account(t testing.TB, title string) fuhe.Table {
	t.Helper()
	table := example.ParseTable(t, `
| 项目 | < | 本年收入合计 | 比上年增减 |
| 科目代码 | 科目名称 | ^ | ^ |
| 栏次 | < | 1 | 2 |
| 合计 | < | 20,451.35 | 12.50% |
| 201 | 公共服务 | 878.44 | (5.00%) |
| 20140 | 信访 | 0.00 | — |`)
	table.Title, table.Unit = title, "万元"
	table.Notes = []string{"注：本表反映收入。"}
	held := fuhe.Digits{}
	for _, c := range table.Cells {
		held = held.Add(fuhe.DigitsOf(c.Text))
	}
	table.Setting = fuhe.Setting{
		Head: 3, Above: []fuhe.Line{{Text: title}, {Text: "公开02表"}, {Text: "部门：某局 金额单位：万元"}}, Below: []fuhe.Line{{Text: "注：本表反映收入。"}},
		Widths: []float64{60, 120, 90, 60}, Drawn: held, Held: held,
	}
	return table
}

func written(t testing.TB, o Options, docs ...fuhe.Document) *excelize.File {
	t.Helper()
	var out bytes.Buffer
	w, err := New(&out, ".xlsx", o)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		if err := w.Add(d); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// look is a cell: what is shown, and with raw what is stored.
func look(t testing.TB, f *excelize.File, sheet, ref string, raw bool) string {
	t.Helper()
	v, err := f.GetCellValue(sheet, ref, excelize.Options{RawCellValue: raw})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestSheetPerTable(t *testing.T) {
	f := written(t, Options{Lang: fuhe.ZH}, fuhe.Document{Path: "a.pdf", Tables: []fuhe.Table{account(t, "收入决算表"), account(t, "收入决算表")}})
	if got := strings.Join(f.GetSheetList(), "|"); got != "目录|收入决算表|收入决算表 (2)" {
		t.Fatalf("sheets %q", got)
	}
	for ref, want := range map[string][2]string{
		"A1": {"收入决算表", "收入决算表"}, "A2": {"公开02表", "公开02表"}, "A3": {"部门：某局", "部门：某局"}, "C3": {"金额单位：万元", "金额单位：万元"},
		"C6": {"1", "1"}, "C7": {"20,451.35", "20451.35"}, "D7": {"12.50%", "0.125"}, "A8": {"201", "201"}, "C8": {"878.44", "878.44"},
		"D8": {"(5.00%)", "-0.05"}, "C9": {"0.00", "0"}, "D9": {"—", "—"}, "A10": {"注：本表反映收入。", "注：本表反映收入。"},
	} {
		if shown, raw := look(t, f, "收入决算表", ref, false), look(t, f, "收入决算表", ref, true); shown != want[0] || raw != want[1] {
			t.Errorf("%s shows %q and holds %q, want %q", ref, shown, raw, want)
		}
	}
	for ref, number := range map[string]bool{"A8": false, "C6": false, "C7": true, "D8": true, "C9": true, "D9": false} {
		kind, err := f.GetCellType("收入决算表", ref)
		if err != nil || (kind == excelize.CellTypeInlineString) == number {
			t.Errorf("%s is of type %v (%v); a number: %v", ref, kind, err, number)
		}
	}
	panes, err := f.GetPanes("收入决算表")
	if err != nil || !panes.Freeze || panes.YSplit != 6 {
		t.Errorf("panes %+v, %v", panes, err)
	}
	if names := f.GetDefinedName(); !slices.ContainsFunc(names, func(n excelize.DefinedName) bool {
		return n.Name == "_xlnm.Print_Titles" && n.RefersTo == "'收入决算表'!$4:$6"
	}) {
		t.Errorf("names %+v", names)
	}
}

// TestContents: the list says of each table where it is, what it adds up to and whether all figures of the page are in it.
func TestContents(t *testing.T) {
	lost := account(t, "支出决算表")
	lost.Page, lost.Pages = 3, []int{3, 4, 5}
	lost.Setting.Drawn.Count += 2 // the page shows two digits more than the cells hold
	doc := fuhe.Document{
		Path: "决算/a.pdf", Tables: []fuhe.Table{account(t, "收入决算表"), lost},
		Outside: []fuhe.Outside{{At: fuhe.Source{Page: 9}, Figures: 7, Sample: "2024年收入20451.35万元", Pictures: true}},
		Unread:  []fuhe.Unread{{At: fuhe.Source{Page: 2}, Reason: "scanned page, no text"}},
	}
	f := written(t, Options{Lang: fuhe.ZH}, doc)
	for ref, want := range map[string]string{
		"A3": "1", "B3": "收入决算表", "C3": "万元", "E3": "6", "F3": "4", "G3": "9", "H3": "9", "I3": "5", "K3": "0", "L3": "一致", "N3": "决算/a.pdf",
		"D4": "3–5", "L4": "不一致：原页 34 位，表格 32 位，请对照原页", "K4": "1",
		"A7": "页", "A8": "p2", "B8": "未能读取：scanned page, no text", "A9": "9", "B9": "表外文字中有 7 个数字，如：2024年收入20451.35万元", "B10": "有图片，图中文字未读取", "L10": "决算/a.pdf",
	} {
		if got := look(t, f, "目录", ref, false); got != want {
			t.Errorf("%s shows %q, want %q", ref, got, want)
		}
	}
	// 20451.35 + 0.125 + 878.44 − 0.05 + 0
	if formula, err := f.GetCellFormula("目录", "J3"); err != nil || formula != "SUM('收入决算表'!A4:D9)" || look(t, f, "目录", "J3", true) != "21329.865" {
		t.Errorf("the sum is %q, %v, now %s", formula, err, look(t, f, "目录", "J3", true))
	}
	if ok, to, err := f.GetCellHyperLink("目录", "B3"); !ok || to != "'收入决算表'!A4" || err != nil {
		t.Errorf("the link leads to %q, %v", to, err)
	}
}

// TestHeadingsFit: no word of a heading of the list of contents is broken over lines.
func TestHeadingsFit(t *testing.T) {
	w := newWorkbook(io.Discard, Options{Foot: true, Formulas: true})
	w.list = []listed{{inferred: true}}
	for _, c := range w.columns() {
		for _, word := range strings.Fields(c.name.EN) {
			if wide := 1.1 * render.TextPoints(word, fontPoints); wide > c.width-cellPadPoints { // bold
				t.Errorf("%q is %.0f points wide in a column of %.0f", word, wide, c.width)
			}
		}
	}
}

func TestOneSheet(t *testing.T) {
	f := written(t, Options{Lang: fuhe.ZH, Layout: OneSheet}, fuhe.Document{Path: "a.pdf", Tables: []fuhe.Table{account(t, "收入决算表")}},
		fuhe.Document{Path: "b.pdf", Tables: []fuhe.Table{account(t, "支出决算表")}})
	if got := strings.Join(f.GetSheetList(), "|"); got != "目录|全部表格" {
		t.Fatalf("sheets %q", got)
	}
	for ref, want := range map[string]string{"A1": "1. a.pdf　页 1", "A2": "收入决算表", "C8": "20451.35", "A13": "2. b.pdf　页 1", "A14": "支出决算表", "C20": "20451.35"} {
		if got := look(t, f, "全部表格", ref, true); got != want {
			t.Errorf("%s holds %q, want %q", ref, got, want)
		}
	}
}

// TestPunctuationOfEnglish: what a list of contents and a sheet of all tables say in English has the spaces and colons of English.
func TestPunctuationOfEnglish(t *testing.T) {
	sums := off(t)
	sums.Tables[0].Page, sums.Tables[0].Table = 1, 1
	unread := fuhe.Document{Path: "b.pdf", Unread: []fuhe.Unread{{Reason: "torn", Code: fuhe.Damaged}}}
	f := written(t, Options{Lang: fuhe.EN, Layout: OneSheet, Foot: true}, sums, unread)
	if got := look(t, f, "all tables", "A1", true); got != "1. a.pdf  page 1" {
		t.Errorf("the table is headed %q", got)
	}
	rows, err := f.GetRows("contents")
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, r := range rows {
		all += strings.Join(r, "|") + "\n"
	}
	for _, want := range []string{"contents  2 files, 1 tables", "0|not read: torn|", "all tables!C8  does not add up"} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
	if i := strings.IndexAny(all, "：（〔；、　"); i >= 0 {
		t.Errorf("Chinese punctuation at %q", all[max(0, i-60):i+3])
	}
}

// TestSheetPerTitle stacks the tables of all files that differ in their year only.
func TestSheetPerTitle(t *testing.T) {
	f := written(t, Options{Lang: fuhe.ZH, Layout: SheetPerTitle},
		fuhe.Document{Path: "a.pdf", Tables: []fuhe.Table{account(t, "2023年度收入决算表"), account(t, "支出决算表")}},
		fuhe.Document{Path: "b.pdf", Tables: []fuhe.Table{account(t, "2024年度收入决算表")}})
	if got := strings.Join(f.GetSheetList(), "|"); got != "目录|收入决算表|支出决算表" {
		t.Fatalf("sheets %q", got)
	}
	rows, err := f.GetRows("收入决算表", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	want := "文件,页,金额单位,项目/科目代码,项目/科目名称,本年收入合计,比上年增减\na.pdf,1,万元,合计,合计,20451.35,0.125\na.pdf,1,万元,201,公共服务,878.44,-0.05\n" +
		"a.pdf,1,万元,20140,信访,0,—\nb.pdf,1,万元,合计,合计,20451.35,0.125\nb.pdf,1,万元,201,公共服务,878.44,-0.05\nb.pdf,1,万元,20140,信访,0,—"
	var lines []string
	for _, r := range rows {
		lines = append(lines, strings.Join(r, ","))
	}
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("the stack is\n%s\nwant\n%s", got, want)
	}
	if got := look(t, f, "目录", "M5", false); got != "收入决算表" {
		t.Errorf("the third table is said to be on %q", got)
	}
}

func TestOptions(t *testing.T) {
	table := account(t, "收入决算表")
	table.Page, table.Setting.Breaks = 7, []int{5}
	doc := fuhe.Document{Path: "a.pdf", Tables: []fuhe.Table{table}}
	text := written(t, Options{Lang: fuhe.ZH, AsText: true}, doc)
	if kind, err := text.GetCellType("收入决算表", "C7"); err != nil || kind != excelize.CellTypeInlineString || look(t, text, "收入决算表", "C7", true) != "20,451.35" {
		t.Errorf("as text C7 is of type %v, %v", kind, err)
	}
	paged := written(t, Options{Lang: fuhe.ZH, Pages: true, Notes: true}, doc)
	for ref, want := range map[string]string{"A1": "页", "A4": "7", "A5": "7", "A6": "8", "D4": "20451.35"} {
		if got := look(t, paged, "收入决算表", ref, true); got != want {
			t.Errorf("%s holds %q, want %q", ref, got, want)
		}
	}
	comments, err := paged.GetComments("收入决算表")
	if err != nil || len(comments) != 1 || comments[0].Cell != "B1" || !strings.Contains(comments[0].Text+comments[0].Paragraph[0].Text, "公开02表") {
		t.Errorf("comments %+v, %v", comments, err)
	}
}

// TestDoubtfulFigures are text with the reason as a comment, and counted in the list.
func TestDoubtfulFigures(t *testing.T) {
	table := example.ParseTable(t, "| 项目 | 金额 |\n| a | 1.00 |\n| b | 1,23.00 |\n| c | 2.00 |")
	table.Setting = fuhe.Setting{Head: 1, Drawn: fuhe.Digits{Runs: 3, Count: 11}}
	f := written(t, Options{Lang: fuhe.ZH}, fuhe.Document{Path: "a.pdf", Tables: []fuhe.Table{table}})
	sheet := f.GetSheetName(1)
	comments, err := f.GetComments(sheet)
	if err != nil || len(comments) != 1 || comments[0].Cell != "B3" {
		t.Fatalf("comments %+v, %v", comments, err)
	}
	if got := look(t, f, sheet, "B3", true); got != "1,23.00" {
		t.Errorf("B3 holds %q", got)
	}
	if got := look(t, f, "目录", "K3", false); got != "1" {
		t.Errorf("%s doubts", got)
	}
}

// TestNotTaken: what of a cell was not taken stands at the cell in every layout, in the list of contents, and is counted there.
func TestNotTaken(t *testing.T) {
	table := example.ParseTable(t, "| 项目 | 金额 |\n| a | 1.00 |\n| b |  |\n|  |  |")
	table.Cells[5].Doubt, table.Cells[5].At = fuhe.DoubtPicture, fuhe.Source{Sheet: "原表", Ref: "C7"}
	table.Cells[7].Struck = true
	table.Setting = fuhe.Setting{Head: 1, Drawn: fuhe.Digits{Runs: 1, Count: 3}}
	for layout, cells := range map[Layout]string{SheetPerTable: "B3 B4", OneSheet: "B4 B5", SheetPerTitle: "E3 E4"} {
		f := written(t, Options{Lang: fuhe.ZH, Layout: layout}, fuhe.Document{Path: "a.xlsx", Tables: []fuhe.Table{table}})
		comments, err := f.GetComments(f.GetSheetName(1))
		var at []string
		for _, c := range comments {
			at = append(at, c.Cell)
		}
		if got := strings.Join(at, " "); got != cells || err != nil {
			t.Errorf("%s: comments at %q (%v), want %q", layout, got, err, cells)
		}
		if high, err := f.GetRowHeight("目录", 7); err != nil || high < lineHeight(2) {
			t.Errorf("%s: the row of a place that takes two lines is %v high, %v", layout, high, err)
		}
		for ref, want := range map[string]string{"K3": "2", "L3": "一致；2 格存疑或有内容未取入（见批注）", "A7": "原表!C7", "B7": fuhe.DoubtPicture.ZH, "A8": "p1.t1!B4", "B8": "此处有划去的文字，未取入"} {
			if got := look(t, f, "目录", ref, false); got != want {
				t.Errorf("%s: %s shows %q, want %q", layout, ref, got, want)
			}
		}
	}
}

// TestStruckOut names the figures that are struck out on the page.
func TestStruckOut(t *testing.T) {
	table := example.ParseTable(t, "| 项目 | 金额 |\n| a | 1.00 |\n| b | 2.00 |")
	table.Cells[3].Struck = true
	table.Setting = fuhe.Setting{Head: 1, Drawn: fuhe.Digits{Runs: 3, Count: 8}, Struck: fuhe.Digits{Runs: 1, Count: 2}}
	f := written(t, Options{Lang: fuhe.ZH}, fuhe.Document{Path: "a.pdf", Tables: []fuhe.Table{table}})
	if got := look(t, f, "目录", "L3", false); got != "一致（另有 1 个被划去，未取入）" {
		t.Errorf("the list says %q", got)
	}
	if comments, err := f.GetComments(f.GetSheetName(1)); err != nil || len(comments) != 1 || comments[0].Cell != "B2" {
		t.Errorf("comments %+v, %v", comments, err)
	}
}
