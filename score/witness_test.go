package score_test

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/form"
	"fuhe/extract/grid"
	"fuhe/score"
)

const witnessForm = `项目支出绩效自评表
（2023年度）
| 项目名称 | 示例项目 | < | < | < | < | < | < | < |
| 项目资金（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |  |
| ^ | 年度资金总额 | 250.00 | 231.77 | 213.69 | 10 | 92.20% | 9.22 |  |
| ^ | 其中：中央补助 | 250.00 | 231.77 | 213.69 | — |  |  |  |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| ^ | 产出指标 | 数量指标 | 培训场次 | ≥20场 | 22场 | 40 | 40 | 超额完成 |
| ^ | ^ | 质量指标 | 效果 | 效果明显 | 部分达成预期指标并具有一定效果 | 10 | 8.00 | 宣传不够 |
| ^ | 效益指标 | 社会效益指标 | 知晓率 | ≥90% | 95% | 30 | 30 |  |
| ^ | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 95% | 10 | 10 |  |
| 总分 | < | < | < | < | < | 100 | 97.22 |  |
`

// Where another entry may as well be the wrong one nothing is corrected, and the contradiction is said all the same.
func TestNothingIsCorrectedAgainstAWitness(t *testing.T) {
	for name, c := range map[string]struct{ was, is, says string }{
		"as it should be":                       {"示例项目", "示例项目", ""},
		"a total budget against its one source": {"年度资金总额 | 250.00 | 231.77", "年度资金总额 | 250.00 | 831.77", "F102 F104"},
		"points of a met target with a reason":  {"| 40 | 40 | 超额完成 |", "| 40 | 35 | 超额完成 |", "T401"},
		"a score outside its tier":              {"| 10 | 8.00 |", "| 10 | 3.00 |", "T401"},
		"a score that nothing vouches for":      {"| 10 | 8.00 |;97.22", "| 10 | 7.90 |;96.32", "T401"}, // 7.10: one digit in the score, two in the total
	} {
		text, is := witnessForm, strings.Split(c.is, ";")
		for i, was := range strings.Split(c.was, ";") {
			text = strings.Replace(text, was, is[i], 1)
		}
		g, err := grid.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		reports, unread := form.Read([]grid.Grid{g})
		if len(reports) != 1 {
			t.Fatalf("%s: unread %v", name, unread)
		}
		score.Check(reports[0], score.Options{Lang: fuhe.ZH})
		var said []string
		for _, f := range reports[0].Findings {
			if f.Severity == fuhe.Error {
				said = append(said, f.Rule)
			}
		}
		if got := strings.Join(said, " "); got != c.says {
			t.Errorf("%s: said %q, want %q", name, got, c.says)
		}
		if fixed := score.Recompute(reports[0], score.Options{Lang: fuhe.ZH}); len(fixed) > 0 {
			t.Errorf("%s: corrected %+v", name, fixed)
		}
	}
}
