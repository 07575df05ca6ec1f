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
	for _, after := range []string{"二、存在的问题", "（一）项目资金情况", "各项工作完成较好。下一步加强管理。"} {
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

// TestUnknownAmountsLeftOfAll: amounts under a heading that is not understood are said wherever they stand.
func TestUnknownAmountsLeftOfAll(t *testing.T) {
	_, unread := Read([]grid.Grid{parse(t, change("年初预算数 | 全年预算数 | 全年执行数 | 分值 |", "参考资料 | 本年资金 | 全年执行数 | 分值 |", "| 100.00 | 100.00 |", "|  | 100.00 |"))})
	for _, u := range unread {
		if strings.Contains(u.Reason, "“本年资金”, which is not understood") {
			return
		}
	}
	t.Errorf("not said: %v", unread)
}

// TestValueBehindASliver: rules beside each other leave a column of a few points between a label and its value.
func TestValueBehindASliver(t *testing.T) {
	g := parse(t, change("| 项目名称 | 科普 | < | < | < | < | < | < | < |", "| 项目名称 |  | 科普 | < | < | < | < | < | < |"))
	g.Page, g.Edges = 1, []float64{50, 110, 113, 170, 230, 290, 350, 410, 470, 530}
	if r := readOne(t, g); r.Project.Text != "科普" {
		t.Errorf("project %q", r.Project.Text)
	}
}
