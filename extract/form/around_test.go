package form

import (
	"strings"
	"testing"

	"fuhe/extract/grid"
)

// TestListAboveTheForm: a list of projects on the same sheet has columns called like entries of the form under it.
func TestListAboveTheForm(t *testing.T) {
	list := `
	| 序号 | 项目名称 | 自评得分 | 主管部门 | < | < | < | < | < |
	| 1 | 防汛 | 98.5 | 别局 | < | < | < | < | < |
	| 项目支出绩效自评表 | < | < | < | < | < | < | < | < |
`
	_, table, _ := strings.Cut(national, "（2021年度）\n")
	r := readOne(t, parse(t, list+table))
	if r.Project.Text != "科普" || r.Department.Text != "某局" || r.Total.Score.Text != "91.67" || r.HeaderTotal != nil {
		t.Errorf("project %q, department %q, total %q, in the header %v", r.Project.Text, r.Department.Text, r.Total.Score.Text, r.HeaderTotal)
	}
}

// TestProseUnderTheForm: paragraphs right under a form without a total are none of its indicators.
func TestProseUnderTheForm(t *testing.T) {
	for _, after := range []string{"二、存在的问题", "（一）项目资金情况", "各项工作完成较好。下一步加强管理。", "现将有关情况报告如下。"} {
		r := readOne(t, parse(t, strings.Split(national, "	| 总分")[0]+"	|  |  |  | "+after+" |  |  |  |  |  |\n"))
		if len(r.Indicators) != 2 {
			t.Errorf("%q: %d indicators, want 2", after, len(r.Indicators))
		}
	}
}

// TestLettersOfFormulas: the letter by which a formula names a column may stand without brackets.
func TestLettersOfFormulas(t *testing.T) {
	r := readOne(t, parse(t, change("全年预算数 |", "调整预算数A |", "全年执行数 |", "全年执行数 B |", "执行率 |", "执行率B/A |")))
	if f := r.Funds[0]; f.AdjustedBudget.Text != "100.00" || f.Executed.Text != "50.00" || f.ExecutionRate.Text != "50%" {
		t.Errorf("%+v", f)
	}
}

// TestValueBehindASliver: rules beside each other leave a column of a few points between a label and its value.
func TestValueBehindASliver(t *testing.T) {
	g := parse(t, change("| 项目名称 | 科普 | < | < | < | < | < | < | < |", "| 项目名称 |  | 科普 | < | < | < | < | < | < |"))
	g.Page, g.Edges = 1, []float64{50, 110, 113, 170, 230, 290, 350, 410, 470, 530}
	if r := readOne(t, g); r.Project.Text != "科普" {
		t.Errorf("project %q", r.Project.Text)
	}
}

// TestRestInTheSameColumns: a form without a total whose last indicators stand in a table of their own on the next page,
// which begins elsewhere, is known to lack them.
func TestRestInTheSameColumns(t *testing.T) {
	a := parse(t, strings.Split(national, "	| 总分")[0])
	a.Page, a.Edges = 1, []float64{50, 90, 140, 190, 240, 290, 340, 390, 440, 500}
	b := parse(t, "| 长效机制 | 健全 | 健全 | 5 | 5 |  |\n| 知晓率 | ≥90% | 95% | 5 | 5 |  |")
	b.Page, b.Table, b.Edges = 2, 1, []float64{200, 240, 290, 340, 390, 440, 500}
	reports, unread := Read([]grid.Grid{a, b})
	if len(reports) != 1 || len(unread) != 1 || !strings.Contains(unread[0].Reason, "go on") || !reports[0].Incomplete("/indicators") {
		t.Errorf("%d reports, said %v", len(reports), unread)
	}
}

// TestUnitCutByThePageEdge: on a form without points the last characters of a target stand alone on the next page.
func TestUnitCutByThePageEdge(t *testing.T) {
	g := parse(t, `
	转移支付绩效目标自评表
	| 项目名称 | 科普 | < | < | < | < |
	| 资金情况（元） |  | < | 全年预算数 | 全年执行数 | 执行率 |
	| ^ | 年度资金总额 | < | 100.00 | 50.00 | 50% |
	| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 全年完成值 |
	| ^ | 产出指标 | 数量指标 | 人数 | ≥7545人 | 8000人次 |
	| ^ | ^ | ^ |  | 次 |  |
	| ^ | 满意度指标 | 服务对象满意度指标 | 满意度 | ≥90% | 95% |
`)
	g.Breaks = []int{5}
	r := readOne(t, g)
	if len(r.Indicators) != 2 || r.Indicators[0].Target.Text != "≥7545人次" {
		t.Errorf("%d indicators, the first target %q", len(r.Indicators), r.Indicators[0].Target.Text)
	}
}

// TestFormBegunAtTheFoot: under a whole form the next one begins in the same table, and goes on in a table of its own.
func TestFormBegunAtTheFoot(t *testing.T) {
	_, table, _ := strings.Cut(national, "（2021年度）\n")
	head, rest, _ := strings.Cut(table, "	| 项目资金")
	first := parse(t, table+"	| 项目支出绩效自评表 | < | < | < | < | < | < | < | < |\n"+strings.ReplaceAll(head, "科普", "治水"))
	second := parse(t, "	| 项目资金"+rest)
	first.Page, second.Page, second.Table = 1, 2, 1
	for i := range first.Cells {
		first.Cells[i].At.Page = 1
	}
	reports, unread := Read([]grid.Grid{first, second})
	if len(reports) != 2 || len(unread) != 0 || reports[1].Project.Text != "治水" || reports[1].Total.Score.Text != "91.67" {
		t.Errorf("%d reports, said %v", len(reports), unread)
	}
}

// TestNoteRightOfTheForm: a text with a colon outside of the form is no part of the fund beside it.
func TestNoteRightOfTheForm(t *testing.T) {
	form := strings.ReplaceAll(national, "|\n", "|  |  |\n")
	form = strings.Replace(form, "| 10 | 50% | 5 |  |  |", "| 10 | 50% | 5 |  | 核: 1003.43 |", 1)
	r := readOne(t, parse(t, form))
	if len(r.Funds) != 1 || r.Funds[0].Executed.Text != "50.00" {
		t.Errorf("%+v", r.Funds)
	}
}
