package score

import (
	"strings"
	"testing"

	"fuhe"
)

// A form that was recognised in a picture is accused of nothing and corrected nowhere, and a figure counts as right only
// where one digit read wrong would break an identity: amounts by the sum of their sources and not by a rate that they give
// with other last digits, too; targets and actual values by nothing.
func TestScannedFormsAreNeverAccused(t *testing.T) {
	const form = `
项目支出绩效自评表
| 项目名称 | 示例项目 | < | < | < | < | < | < | < |
| 项目资金（元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | |
| ^ | 年度资金总额 | 400.00 | BUDGET | 300.00 | 10 | RATE | 7.50 | |
| ^ | 其中：当年财政拨款 | 300.00 | 300.00 | 200.00 | | | | |
| ^ | 其他资金 | 100.00 | 100.00 | 100.00 | | | | |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| ^ | 产出指标 | 数量指标 | 培训场次 | ≥20场 | 20场 | 90 | 90 |  |
| 总分 | < | < | < | < | < | 100 | 97.50 |  |
`
	for _, c := range []struct {
		budget, rate, rule string
		right              []string // entries that count as right
		unproved           []string
	}{
		{"400.00", "75.00%", "", []string{"/funds/0/adjusted_budget", "/funds/1/executed", "/funds/0/execution_rate", "/funds/0/score", "/indicators/0/weight", "/total/score"}, []string{"/indicators/0/target", "/indicators/0/actual"}},
		{"400.00", "57.00%", "F102", []string{"/funds/0/adjusted_budget"}, nil},
		{"410.00", "75.00%", "F101", nil, nil},
	} {
		r := readExample(t, strings.NewReplacer("BUDGET", c.budget, "RATE", c.rate).Replace(form))
		r.Scanned = true
		Check(r, Options{Lang: fuhe.EN})
		found := c.rule == ""
		for _, f := range r.Findings {
			found = found || f.Rule == c.rule
			if f.Severity == fuhe.Error || !f.Scanned || !strings.Contains(f.Message, "scan") {
				t.Errorf("%s: severity %s, scanned %v, %q", f.Rule, f.Severity, f.Scanned, f.Message)
			}
		}
		if !found {
			t.Errorf("%s not found with budget %s and rate %s", c.rule, c.budget, c.rate)
		}
		if got := Recompute(r, Options{}); len(got) > 0 {
			t.Errorf("corrections on a scanned form: %v", got)
		}
		classes := map[string]fuhe.Figure{}
		for _, f := range r.Figures {
			classes[string(f.Field)] = f
		}
		for _, field := range c.right {
			if classes[field].Class != fuhe.Agrees {
				t.Errorf("%s with rate %s: %+v", field, c.rate, classes[field])
			}
		}
		for _, field := range c.unproved {
			if f := classes[field]; f.Class != fuhe.Unchecked || !strings.Contains(f.Because, "scan") {
				t.Errorf("%s: %+v", field, f)
			}
		}
	}
}
