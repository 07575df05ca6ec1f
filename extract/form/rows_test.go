package form

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

const fundRow = "| ^ | 年度资金总额 | < | 100.00 | 100.00 | 50.00 | 10 | 50% | 5 |"

// TestOddRowsAreRead: what is odd in a row costs no figure beside it.
func TestOddRowsAreRead(t *testing.T) {
	for name, c := range map[string]struct{ form, want string }{
		"a colon behind an amount":    {change("| 50.00 | 10 |", "| 50.00（其中：中央40.00） | 10 |"), "/funds/0/executed: 50.00（其中：中央40.00）\n/funds/0/adjusted_budget: 100.00"},
		"a long remark in its place":  {change("| 50.00 | 10 |", "| 截至年底已按合同约定支付首期款，余款待验收合格后支付 | 10 |"), "/funds/0/adjusted_budget: 100.00\n/funds/0/score: 5"},
		"a rule down through a name":  {change(fundRow, "| ^ | 年度资金总 | 额 | 100.00 | 100.00 | 50.00 | 10 | 50% | 5 |"), "/funds/0/name: 年度资金总额"},
		"a rule across a name":        {change(fundRow, fundRow+"\n| ^ | 其中：财政 | < | 100.00 | 100.00 | 50.00 | — |  | — |\n| ^ | 拨款资金 | < | ^ | ^ | ^ | ^ | ^ | ^ |"), "/funds/1/name: 其中：财政拨款资金\n/funds/1/executed: 50.00"},
		"a stray figure in a corner":  {change("| 项目资金（元） |  |", "| 项目资金（元） | 120 |"), "/funds/0/adjusted_budget: 100.00"},
		"a dash over weight and rate": {change(fundRow, fundRow+"\n| ^ | 其中：财政拨款 | < | 100.00 | 100.00 | 50.00 | — | < | < |"), "/funds/1/executed: 50.00"},
		"a deduction":                 {change("| 总分 |", "| 扣分项 |  |  |  |  |  |  | -2 |  |\n| 总分 |"), "/indicators/2/name: 扣分项\n/indicators/2/score: -2"},
		"points on top, merged":       {change("| 总分 |", "| 加分项 | < | < | < | < | < | 5 | 5.00 |  |\n| 总分 |"), "/indicators/2/name: 加分项\n/indicators/2/weight: 5\n/indicators/2/score: 5.00"},
	} {
		t.Run(name, func(t *testing.T) {
			r := readOne(t, parse(t, c.form))
			got := shown(r)
			for _, w := range strings.Split(c.want, "\n") {
				if !strings.Contains(strings.Join(got, "\n")+"\n", w+"\n") {
					t.Errorf("no %q in\n%s", w, strings.Join(got, "\n"))
				}
			}
			for _, l := range r.Lost {
				if l.Needed || l.Text != "120" {
					t.Errorf("lost %+v", l)
				}
			}
			if corner := strings.Contains(c.form, "| 120 |"); corner != (len(r.Lost) == 1) {
				t.Errorf("lost %v", r.Lost)
			}
		})
	}
}

// TestADoubtfulEntryIsThere: a figure under two headings, or two under one, costs no other entry, and says why it is none.
func TestADoubtfulEntryIsThere(t *testing.T) {
	for name, c := range map[string]struct {
		form   string
		fields []fuhe.Field
		text   string
	}{
		"under two headings":       {change("| 60 | 60 |", "| 60 | < |"), []fuhe.Field{"/indicators/0/weight", "/indicators/0/score"}, "60"},
		"two under one":            {change("| 全年执行数 | 分值 | 执行率 | 得分 |", "| 全年执行数 | < | 执行率 | 得分 |", "| 50.00 | 10 |", "| 30.00 | 20.00 |"), []fuhe.Field{"/funds/0/executed"}, "30.00 20.00"},
		"an amount under two":      {change("| 100.00 | 50.00 |", "| 100.00 | < |"), []fuhe.Field{"/funds/0/adjusted_budget", "/funds/0/executed"}, "100.00"},
		"a rate and points in one": {change("| 50% | 5 |", "| 50% | < |"), []fuhe.Field{"/funds/0/execution_rate", "/funds/0/score"}, "50%"},
	} {
		t.Run(name, func(t *testing.T) {
			reports, unread := Read([]grid.Grid{parse(t, c.form)})
			if len(reports) != 1 {
				t.Fatalf("%d reports, said %v", len(reports), unread)
			}
			for _, f := range c.fields {
				if e := reports[0].Entry(f); e.Text != c.text || e.Doubt == nil || e.Number != nil {
					t.Errorf("%s: %+v", f, e)
				}
			}
			if len(reports[0].Indicators) != 2 || reports[0].Indicators[1].Score.Text != "26.67" || reports[0].Funds[0].InitialBudget.Text != "100.00" {
				t.Errorf("%v", shown(reports[0]))
			}
		})
	}
}

// TestBlankRateAtTheEdge: amounts beside their names without a rate, which nothing stands under.
func TestBlankRateAtTheEdge(t *testing.T) {
	r := readOne(t, parse(t, `
		2024年度项目支出绩效自评表
		| 项目名称 | 科普 | < | < | < | < | < | < |
		| 项目资金（万元） | 调整后预算数 | 0.00 | 执行数 | 0.00 | < | 执行率 |  |
		| 一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 实际完成值 | 自评得分 | < |
		| 产出 | 数量 | 场次 | 60 | ≥3场 | 3场 | 60 | < |
		| 效益 | 社会效益 | 知晓率 | 40 | ≥90% | 95% | 40 | < |`))
	if len(r.Funds) != 1 || r.Funds[0].Executed.Text != "0.00" || !r.Funds[0].ExecutionRate.Blank() || r.Funds[0].ExecutionRate.At.Ref != "H2" {
		t.Errorf("%+v", r.Funds)
	}
}
