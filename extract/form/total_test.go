package form

import (
	"strings"
	"testing"

	"fuhe/extract/grid"
)

// TestTheTotal: where the total stands and what it is taken for.
func TestTheTotal(t *testing.T) {
	row := "| 总分 | < | < | < | < | < | 100 | 91.67 |  |"
	for name, c := range map[string]struct{ row, weight, score, grade string }{
		"by its headings":               {row, "100", "91.67", ""},
		"label over the weight":         {"| 总 分 | < | < | < | < | < | < | 91.67 |  |", "", "91.67", ""},
		"grade behind it":               {"| 合计 | < | < | < | < | < | 100 | 91.67 | 优 |", "100", "91.67", "优"},
		"under both headings":           {"| 合计 | < | < | < | < | < | 91.67 | < | < |", "", "91.67", ""},
		"100 under both, may be either": {"| 合计 | < | < | < | < | < | 100 | < | < |", "", "", ""},
		"score under both by its name":  {"| 自评得分 | < | < | < | < | < | 100 | < | < |", "", "100", ""},
		"label before the points":       {"|  |  |  |  |  | 合计 | 100 | 91.67 |  |", "100", "91.67", ""},
		"one column left":               {"| 总分 | < | < | < | < | 100 | 91.67 | 评价等级 | 优 |", "100", "91.67", "优"},
		"one column left, not the sum":  {"| 总分 | < | < | < | < | 100 | 93.67 | 评价等级 | 优 |", "100", "93.67", "优"},
		"one column right":              {"| 总分 | < | < | < | < | < | < | 100 | 91.67 |", "100", "91.67", ""},
		"score over what is not its":    {"| 总分 | < | < | < | < | 91.67 | < | 等级：优 | < |", "", "91.67", "优"},
		"a figure over what is not its": {"| 总分 | < | < | < | < | 93.67 | < | 等级：优 | < |", "", "", "优"},
		"score under the weights":       {"| 总分 | < | < | < | < | < | 91.67 |  |  |", "", "91.67", ""},
		"a figure under the weights":    {"| 总分 | < | < | < | < | < | 93.67 |  |  |", "93.67", "", ""},
		"weights alone, and a grade":    {"| 总分 | < | < | < | < | < | 100 | 优 |  |", "100", "优", "优"},
		"merged from the names on":      {"| 总分 | < | < | 91.67 | < | < | < | < | < |", "", "91.67", ""},
		"merged over all, with a unit":  {"| 自评总分 | < | 91.67分 | < | < | < | < | < | < |", "", "91.67分", ""},
		"a slip merged over all":        {"| 总分 | 93.67 | < | < | < | < | < | < | < |", "", "93.67", ""},
		"in thirds":                     {"| 总分 | < | < | 100 | < | < | 91.67 | < | < |", "100", "91.67", ""},
		"dashes":                        {"| 总分 | < | < | < | — | — | 100 | 91.67 | — |", "100", "91.67", ""},
	} {
		t.Run(name, func(t *testing.T) {
			reports, _ := Read([]grid.Grid{parse(t, change(row, c.row))})
			if len(reports) != 1 {
				t.Fatal("not read")
			}
			r := reports[0]
			if got := r.Total; got.Weight.Text != c.weight || got.Score.Text != c.score || got.Grade.Text != c.grade || len(r.Indicators) != 2 {
				t.Errorf("weight %q, score %q, grade %q, %d indicators", got.Weight.Text, got.Score.Text, got.Grade.Text, len(r.Indicators))
			}
		})
	}
}

// TestTotalBesideItsHeadingsAfterADeduction: points taken off without a minus are taken off the sum that tells the score.
func TestTotalBesideItsHeadingsAfterADeduction(t *testing.T) {
	g := parse(t, `
		财政项目支出绩效自评表
		| 项目名称 | 科普 |  |  |  |  |  |  |
		| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
		| 产出指标 | 数量指标 | 场次 | ≥3场 | 4场 | 60 | 60 |  |
		| ^ | ^ | 满意度 | ≥90% | 80% | 40 | 35.56 | 宣传不够 |
		| 扣分项 | < | < | < | < |  | 2 | 迟报 |
		| 总分 | < | < | < | 93.56 | < | 等级：优 | < |`)
	reports, _ := Read([]grid.Grid{g})
	if len(reports) != 1 || reports[0].Total.Score.Text != "93.56" || reports[0].Total.Grade.Text != "优" {
		t.Errorf("%d forms, total %+v", len(reports), reports)
	}
}

// TestTotalBesideItsHeadingsAsTheWeights: a score that is as much as the weights of the indicators is the score before its grade.
func TestTotalBesideItsHeadingsAsTheWeights(t *testing.T) {
	g := parse(t, `
		财政项目支出绩效自评表
		| 项目名称 | 科普 |  |  |  |  |  |  |
		| 项目资金（元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |  |
		| 年度资金总额 | 100.00 | 100.00 | 90.00 | 10 | 90.00% | 9 |  |
		| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
		| 产出指标 | 数量指标 | 场次 | ≥3场 | 4场 | 60 | 60 |  |
		| ^ | ^ | 满意度 | ≥90% | 63% | 30 | 21 | 宣传不够 |
		| 总分 | < | < | < | 90 | < | 等级：优 | < |`)
	reports, _ := Read([]grid.Grid{g})
	if len(reports) != 1 || reports[0].Total.Score.Text != "90" || reports[0].Total.Weight.Present() {
		t.Errorf("%d forms, total %+v", len(reports), reports)
	}
}

// TestTotalBesideASecondScore: the score of a second reviewer is no total of the form, weights or none.
func TestTotalBesideASecondScore(t *testing.T) {
	for name, c := range map[string]struct{ heads, points, total, weight, score, column string }{
		"no weights":           {"得分 | 主管部门评分", "60 | 60;40 | 40", "| 总分 | < | < | < | < | 100 | 100 |", "", "100", "F"},
		"label over weights":   {"分值 | 得分 | 复核分", "60 | 60 | 60;40 | 35.56 | 35.56", "| 总分 | < | < | < | < | < | 95.56 | 95.56 |", "", "95.56", "G"},
		"weights in their row": {"分值 | 得分 | 复核分", "60 | 60 | 60;40 | 35.56 | 30", "| 总分 | < | < | < | < | 100 | 95.56 | 90 |", "100", "95.56", "G"},
	} {
		points := strings.Split(c.points, ";")
		g := parse(t, `
			财政项目支出绩效自评表
			| 项目名称 | 科普 |  |  |  | `+strings.Repeat(" |", strings.Count(c.heads, "|")+1)+`
			| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | `+c.heads+` |
			| 产出指标 | 数量指标 | 场次 | ≥3场 | 4场 | `+points[0]+` |
			| ^ | ^ | 满意度 | ≥90% | 80% | `+points[1]+` |
			`+c.total)
		reports, _ := Read([]grid.Grid{g})
		if len(reports) != 1 {
			t.Fatal(name, "not read")
		}
		if got := reports[0].Total; got.Weight.Text != c.weight || got.Score.Text != c.score || !strings.HasPrefix(got.Score.At.Ref, c.column) {
			t.Errorf("%s: weight %q, score %q at %s", name, got.Weight.Text, got.Score.Text, got.Score.At.Ref)
		}
	}
}

// TestShiftedTotal: where spans are lost the total may stand one column right; only when reading it by position cannot be.
func TestShiftedTotal(t *testing.T) {
	spaced := `
		财政项目支出绩效自评表
		| 项目名称 | 科普 |  |  |  |  |  |  |  |
		| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
		|  | 产出指标 | 数量指标 | 场次 | ≥3场 | 4场 | 60 | 60 |  |
		|  |  |  | 满意度 | ≥90% | 80% | 40 | 35.56 | 宣传不够 |
	`
	for name, c := range map[string]struct{ row, weight, score string }{
		"in place":         {"|  | 总分 |  |  |  |  | 100 | 95.56 |  |", "100", "95.56"},
		"one column right": {"|  | 总分 |  |  |  |  |  | 100 | 95.56 |", "100", "95.56"},
		"score alone":      {"|  | 总分 |  |  |  |  |  | 95.56 |  |", "", "95.56"},
		"nowhere":          {"|  | 总分 |  |  | 100 |  |  |  | 95.56 |", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			g := parse(t, spaced+c.row)
			g.Spaced = true
			reports, _ := Read([]grid.Grid{g})
			if len(reports) != 1 {
				t.Fatal("not read")
			}
			if got := reports[0].Total; got.Weight.Text != c.weight || got.Score.Text != c.score {
				t.Errorf("weight %q, score %q", got.Weight.Text, got.Score.Text)
			}
		})
	}
}

// TestShiftedRows: a blank that was left out moves a row under the wrong headings; such a form is said, not read.
func TestShiftedRows(t *testing.T) {
	for name, c := range map[string][2]string{
		"a budget left out":  {"| 年度资金总额 |  | 387664.62 | 387664.62 | 10 | 100% | 10 |  |  |", "| 年度资金总额 | 387664.62 | 387664.62 | 10 | 100% | 10 |  |  |  |"},
		"a target left out":  {"| 产出指标 | 数量指标 | 场次 | ≥3场 | 4场 | 90 | 90 |  |  |", "| 产出指标 | 数量指标 | 场次 | 完成 | 90 | 及时 |  |  |  |"},
		"a score in reasons": {"| 产出指标 | 数量指标 | 场次 | ≥3场 | 4场 | 90 | 90 |  |  |", "| 产出指标 | 数量指标 | 场次 | ≥3场 | 4场 |  |  | 90 |  |"},
	} {
		t.Run(name, func(t *testing.T) {
			form := `
				财政项目支出绩效自评表
				| 项目名称 | 科普 |  |  |  |  |  |  |  |
				| 项目资金（元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |  |  |
				| 年度资金总额 |  | 387664.62 | 387664.62 | 10 | 100% | 10 |  |  |
				| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |  |
				| 产出指标 | 数量指标 | 场次 | ≥3场 | 4场 | 90 | 90 |  |  |`
			g := parse(t, form)
			g.Spaced = true
			readOne(t, g)
			g = parse(t, strings.Replace(form, c[0], c[1], 1))
			g.Spaced = true
			if reports, unread := Read([]grid.Grid{g}); len(reports) != 0 || len(unread) == 0 {
				t.Errorf("%d reports, said %v", len(reports), unread)
			}
		})
	}
}

// TestTheTotalInTheHeader: beside a row that adds up the form, a total in the header is a second one; what the form is
// scored out of is none.
func TestTheTotalInTheHeader(t *testing.T) {
	row := "| 总分 | < | < | < | < | < | 100 | 91.67 |  |"
	project := "| 项目名称 | 科普 | < | < | < | < | < | < | < |"
	for name, c := range map[string]struct{ head, row, total, second, grade string }{
		"both":             {"| 自评得分 | 91.67 | < | < | < | < | < | < | < |", row, "91.67", "91.67", ""},
		"differ":           {"| 自评总分（分） | 96.67 | < | < | < | < | < | < | < |", row, "91.67", "96.67", ""},
		"in one cell":      {"| 自评总分：96.67分 | < | < | < | < | < | < | < | < |", row, "91.67", "96.67分", ""},
		"header only":      {"| 项目总得分 | 91.67 | < | < | < | < | < | < | < |", "| 备注 | < | < | < | < | < | < | < | < |", "91.67", "", ""},
		"out of a hundred": {"| 总分 | 100 | < | < | < | < | < | < | < |", row, "91.67", "", ""},
		"out of a hundred, without a row": {"| 总分 | 100 | < | < | 自评得分 | 91.67 | < | < | < |",
			"| 备注 | < | < | < | < | < | < | < | < |", "91.67", "", ""},
		"a grade in both": {"| 自评等级 | 良 | < | < | < | < | < | < | < |", strings.Replace(row, "91.67 |  |", "91.67 | 优 |", 1), "91.67", "", "良"},
	} {
		t.Run(name, func(t *testing.T) {
			r := readOne(t, parse(t, change(project, project+"\n"+c.head, row, c.row)))
			second, grade := "", ""
			if h := r.HeaderTotal; h != nil {
				second, grade = h.Score.Text, h.Grade.Text
			}
			if r.Total.Score.Text != c.total || second != c.second || grade != c.grade {
				t.Errorf("total %q, in the header %q with grade %q", r.Total.Score.Text, second, grade)
			}
		})
	}
}

// TestNoRateBesideItsName: amounts beside their names, nothing budgeted, and the rate left blank.
func TestNoRateBesideItsName(t *testing.T) {
	for _, f := range fixtures(t) {
		if f.name != "yinchuan" {
			continue
		}
		for i := range f.grid.Cells {
			if f.grid.Cells[i].Text == "95.00%" {
				f.grid.Cells[i].Text = ""
			}
		}
		if r := readOne(t, f.grid); len(r.Funds) != 1 || !r.Funds[0].ExecutionRate.Blank() || r.Funds[0].Executed.Text != "1140.48" {
			t.Errorf("%+v", r.Funds)
		}
		return
	}
	t.Fatal("no fixture")
}

// TestTotalOneColumnToTheRight: a total whose span was lost stands one column right of its headings, whether or not a heading
// stands over that column.
func TestTotalOneColumnToTheRight(t *testing.T) {
	for _, reason := range []string{"偏差原因分析及改进措施", ""} {
		g := parse(t, change("偏差原因分析及改进措施", reason, "| 总分 | < | < | < | < | < | 100 | 91.67 |  |", "| 总分 |  |  |  |  |  |  | 100 | 91.67 |"))
		g.Spaced = true
		reports, _ := Read([]grid.Grid{g})
		if len(reports) != 1 || reports[0].Total.Weight.Text != "100" || reports[0].Total.Score.Text != "91.67" {
			t.Errorf("under %q: %d reports", reason, len(reports))
		}
	}
}
