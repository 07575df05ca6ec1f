package score

import (
	"strings"
	"testing"

	"fuhe"
)

// TestRateUnderPercentHeading: a figure without % is a percentage where its heading says so, and a fraction only where
// it can be nothing else.
func TestRateUnderPercentHeading(t *testing.T) {
	const form = `
项目支出绩效自评表
| 项目名称 | 示例项目 | < | < | < | < | < | < | < |
| 项目资金（元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率（%） | 得分 | |
| ^ | 年度资金总额 | 9233.81 | 9233.81 | 6559.65 | 10 | RATE | 7.10 | |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| ^ | 产出指标 | 数量指标 | 培训场次 | ≥20场 | 20场 | 90 | 90 |  |
| 总分 | < | < | < | < | < | 100 | 97.10 |  |
`
	for rate, want := range map[string]string{"71.04": "", "0.7104": "", "11.04": "71.04"} {
		r := readExample(t, strings.Replace(form, "RATE", rate, 1))
		Check(r, Options{Lang: fuhe.EN})
		got := ""
		for _, f := range r.Findings {
			if f.Rule == "F102" && f.Severity == fuhe.Error {
				got = f.Recomputed
			}
		}
		if got != want {
			t.Errorf("%s: recomputed %q, want %q", rate, got, want)
		}
	}
}

// TestAmountInAUnitOfItsOwn: 14.8万 among amounts in 元 is one of 147 500 to 148 500, whatever places the others print; what
// no amount in that range gives is wrong all the same.
func TestAmountInAUnitOfItsOwn(t *testing.T) {
	const form = `
项目支出绩效自评表
| 项目名称 | 示例项目 | < | < | < | < | < | < | < |
| 项目资金（元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | |
| ^ | 年度资金总额 | 412907.00 | 412907.00 | 14.8万 | 10 | RATE | SCORE | |
| ^ | 其中：当年财政拨款 | 312907.00 | 312907.00 | 100000.00 | | | | |
| ^ | 其他资金 | 100000.00 | 100000.00 | 47663.64 | | | | |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| ^ | 产出指标 | 数量指标 | 培训场次 | ≥20场 | 20场 | 90 | 90 |  |
| 总分 | < | < | < | < | < | 100 | TOTAL |  |
`
	for rate, want := range map[string]string{"35.77%": "", "35.96%": "", "36.10%": "F102"} {
		score := map[string]string{"35.77%": "3.58", "35.96%": "3.60", "36.10%": "3.61"}[rate]
		total := map[string]string{"3.58": "93.58", "3.60": "93.60", "3.61": "93.61"}[score]
		r := readExample(t, strings.NewReplacer("RATE", rate, "SCORE", score, "TOTAL", total).Replace(form))
		Check(r, Options{Lang: fuhe.EN})
		got := ""
		for _, f := range r.Findings {
			if (f.Rule == "F101" || f.Rule == "F102") && f.Severity != fuhe.Note {
				got += f.Rule
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", rate, got, want)
		}
	}
}
