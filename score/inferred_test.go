package score

import (
	"strings"
	"testing"

	"fuhe"
)

// On a form that draws no rules an error stays one only where other sums vouch for what it was computed from: budget and
// execution do add up to their sources here, so a wrong rate is an error; a total that its sources do not give is a
// warning, for nothing else says that the sources were read from the right places.
func TestInferredFormsAreJudgedWithCare(t *testing.T) {
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
		inferred           bool
		want               fuhe.Severity
	}{
		{"400.00", "57.00%", "F102", false, fuhe.Error},
		{"400.00", "57.00%", "F102", true, fuhe.Error},
		{"410.00", "75.00%", "F101", false, fuhe.Error},
		{"410.00", "75.00%", "F101", true, fuhe.Warning},
	} {
		r := readExample(t, strings.NewReplacer("BUDGET", c.budget, "RATE", c.rate).Replace(form))
		r.Inferred = c.inferred
		Check(r, Options{Lang: fuhe.EN})
		found := false
		for _, f := range r.Findings {
			if f.Inferred != c.inferred || strings.Contains(f.Message, "inferred") != c.inferred {
				t.Errorf("%s: inferred %v in %q, want %v", f.Rule, f.Inferred, f.Message, c.inferred)
			}
			if f.Rule == c.rule {
				if found = true; f.Severity != c.want {
					t.Errorf("%s with budget %s, inferred %v: %s, want %s", f.Rule, c.budget, c.inferred, f.Severity, c.want)
				}
			}
		}
		if !found {
			t.Errorf("%s not found with budget %s and rate %s", c.rule, c.budget, c.rate)
		}
	}
}
