package tables

import (
	"fmt"
	"strings"
	"testing"

	"fuhe"
	"fuhe/render/example"
)

// typesOf is a table of the given rows of headings with, for every cell in print order, n for a number, t for a text, d for a
// day, ? for a text that a comment explains, and - for a blank.
func typesOf(t *testing.T, head int, text string) string {
	t.Helper()
	table := example.ParseTable(t, text)
	table.Setting.Head = head
	var b strings.Builder
	row := 0
	for i, ty := range types(&table) {
		c := table.Cells[i]
		if c.Row != row {
			b.WriteByte(' ')
			row = c.Row
		}
		switch {
		case ty.why != nil:
			b.WriteByte('?')
		case ty.kind() == number:
			b.WriteByte('n')
		case ty.kind() == day:
			b.WriteByte('d')
		case c.Text == "":
			b.WriteByte('-')
		default:
			b.WriteByte('t')
		}
	}
	return b.String()
}

// typesCases are the cases of TestTypes.
var typesCases = []struct {
	name string
	head int
	text string
	want string
}{
	{"收入支出决算总表", 3, `
| 收入 | < | < | 支出 | < | < |
| 项目 | 行次 | 金额 | 项目 | 行次 | 金额 |
| 栏次 |  | 1 | 栏次 |  | 2 |
| 一、财政拨款 | 1 | 19,572.91 | 一、公共服务 | 32 | 180.03 |
| 二、基金 | 2 |  | 二、外交 | 33 | 0 |
| 合计 | 31 | 12 | 合计 | 62 | — |`, "tt tttttt t-tt-t ttnttn tt-ttn ttnttt"},
	{"codes by their heading, amounts without separators", 2, `
| 项目 | < | 本年收入合计 | 财政拨款收入 |
| 科目代码 | 科目名称 | ^ | ^ |
| 201 | 公共服务 | 1677089 | 1589245 |
| 20140 | 信访 | 1677089 | 1589245 |
| 2014001 | 行政运行 | 600076 | 0 |`, "ttt tt ttnn ttnn ttnn"},
	{"codes by their looks", 1, `
| 甲 | 乙 | 丙 |
| x | 2050803 | 1.5 |
| y | 2050804 | 2.5 |
| z | 2080501 | 3.1 |`, "ttt ttn ttn ttn"},
	{"codes made of codes", 1, `
| 甲 | 乙 | 丙 |
| x | 201 | a |
| y | 20101 | b |
| z | 2010101 | c |`, "ttt ttt ttt ttt"},
	{"class, item and sub-item", 2, `
| 科目编码 | < | < | 合计 |
| 类 | 款 | 项 | ^ |
| 201 | 01 | 01 | 12 |
| 201 | 10 | 02 | 15 |`, "tt ttt tttn tttn"},
	{"numbers of rows by their order, counts beside them", 1, `
| 甲 | 乙 | 人数 |
| a | 1 | 12 |
| b | 2 | 15 |
| c | 3 | 31 |`, "ttt ttn ttn ttn"},
	{"chapters", 1, `
| 甲 | 乙 |
| a | 1 |
| b | 1.1 |
| c | 1.2 |
| d | 2 |
| e | 2.1 |`, "tt tt tt tt tt tt"},
	{"3.1 among figures", 1, `
| 项目 | 占比 |
| a | 3.1 |
| b | 12.5 |
| c | 0.4 |`, "tt tn tn tn"},
	{"ranges, telephones, long numbers, leading zeros", 1, `
| 名称 | 说明 | 联系电话 | 金额 | 编号 |
| a | 1-2 | 13800138000 | 1234567890123456.78 | 007 |
| b | 3-4 | 010-12345678 | 5.00 | 012 |`, "ttttt ttt?t tttnt"},
	{"电话费 is an amount", 1, `
| 科目 | 电话费 |
| a | 1200 |
| b | 350 |`, "tt tn tn"},
	{"negatives", 1, `
| 科目 | 增减额 |
| a | (1,000.00) |
| b | △20.00 |
| c | －3.50 |
| d | （5） |
| e | -7 |
| f | — |
| g | / |`, "tt tn tn tn tn tn tt tt"},
	{"items numbered in brackets", 1, `
| 序 | 内容 |
| (1) | a |
| (2) | b |`, "tt tt tt"},
	{"days, when all are", 1, `
| 项目 | 完成日期 | 时间 |
| a | 2024-01-05 | 2024年1月 |
| b | 2024-12-31 | 2024-3-1 |`, "ttt tdt tdt"},
	{"a figure that cannot be sure", 1, `
| 项目 | 金额 |
| a | 1,000.00 |
| b | 12 345.00 |
| c | 1,23.00 |
| d | —5.00 |
| e | 8.00① |
| f | 3.00 |
| g | 4.00 |
| h | 5.00 |
| i | 6.00 |`, "tt tn t? t? t? tn tn tn tn tn"},
	{"a year is a number where the heading says year", 1, `
| 年度 | 收入 |
| 2022 | 1.0 |
| 2023 | 2.0 |
| 2024 | 3.0 |`, "tt nn nn nn"},
	{"rates and units", 1, `
| 项目 | 完成率 | 数量 |
| a | 35.77% | 12个 |
| b | 100% | 3栋楼房外 |`, "ttt tnn tnt"},
	{"a form: blocks with headings of their own", 0, `
| 项目代码 | 2023001 | 联系电话 | 12345 |
| 资金 | 全年预算数 | 全年执行数 | 得分 |
| 总额 | 530000 | 147,663.64 | 3.58 |
| 指标 | 年度指标值 | 实际完成值 | 分值 |
| 次数 | ≥20次 | 20次 | 10 |`, "tttt tttt tnnn tttt ttnn"},
}

func TestTypes(t *testing.T) {
	for _, c := range typesCases {
		if got := typesOf(t, c.head, c.text); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestUnsureTables are text, every figure with the reason.
func TestUnsureTables(t *testing.T) {
	table := example.ParseTable(t, "| 项目 | 金额 |\n| a | 1.00 |\n| b | 2.00 |")
	table.Setting = fuhe.Setting{Head: 1, Unsure: "text layer under a picture on page 1"}
	table.Cells[5].Doubt = fuhe.DoubtPicture
	got := ""
	for _, ty := range types(&table) {
		got += fmt.Sprint(ty.kind(), ty.why != nil, " ")
	}
	if want := "0 false 0 false 0 false 0 true 0 false 0 true "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
