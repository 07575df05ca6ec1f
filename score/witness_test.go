package score_test

import (
	"strings"
	"testing"

	"fuhe"
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
		// 2.31 ÷ 3.19 of amounts rounded to 100 yuan is 72.14 to 72.68 %: 7.24 and 7.25 both hold, and 90 more are 97.24 or 97.25.
		"a budget score of which two hold": {"| 231.77 | 213.69 | 10 | 92.20% | 9.22;| 231.77 | 213.69 | —;部分达成预期指标并具有一定效果 | 10 | 8.00 | 宣传不够;97.22", "| 3.19 | 2.31 | 10 | 72.41% | 7.24;| 3.19 | 2.31 | —;达成预期指标 | 10 | 10 | ;97.25", "T401"},
		// 40 for the met target and 27 = 30 × 81 ÷ 90 for the missed one: 9.22 + 40 + 8 + 27 + 10 = 94.22, as printed.
		// 15 points of budget execution make 105: neither they nor the others are known, nor 15 or 10 × 213.69 ÷ 231.77.
		"a weight of budget execution that is too much": {"| 10 | 92.20% | 9.22;| 100 | 97.22 |", "| 15 | 92.20% | 2.92;|  | 97.22 |", "F104 W201 T401"},
		// 93.87 % and 90.00 % are 123.69 of 131.77 and 90.00 of 100.00: each has what the other executed, and 93.87 has lost its 9 as well.
		"executed amounts in each other's row": {
			"| ^ | 其中：中央补助 | 250.00 | 231.77 | 213.69 | — |  |  |  |",
			"| ^ | 其中：中央补助 | 150.00 | 131.77 | 90.00 | — | 39.87% |  |  |\n| ^ | 地方资金 | 100.00 | 100.00 | 123.69 | — | 90.00% |  |  |", "F107 F107",
		},
		"two rows that explain the total": {"| 40 | 40 | 超额完成 |;| ≥90% | 95% | 30 | 30 |  |;97.22", "| 40 | 38 |  |;| ≥90% | 81% | 30 | 26 | 宣传不够 |;94.22", "T401"},
	} {
		text, is := witnessForm, strings.Split(c.is, ";")
		for i, was := range strings.Split(c.was, ";") {
			text = strings.Replace(text, was, is[i], 1)
		}
		r := readingOf(t, name, text)
		var said []string
		for _, f := range r.Findings {
			if f.Severity == fuhe.Error {
				said = append(said, f.Rule)
				if f.Rule == "F102" || f.Rule == "T401" {
					if !strings.Contains(f.Kept, "未更正") || !strings.HasSuffix(f.Message, f.Kept) {
						t.Errorf("%s: that nothing was changed is not said: %q", name, f.Message)
					}
				}
			}
		}
		if got := strings.Join(said, " "); got != c.says {
			t.Errorf("%s: said %q, want %q", name, got, c.says)
		}
		if fixed := score.Recompute(r, score.Options{Lang: fuhe.ZH}); len(fixed) > 0 {
			t.Errorf("%s: corrected %+v", name, fixed)
		}
	}
}

// A sum that holds a score at odds with its target is written only where the total was that sum before a slip of the pen, or before
// another score was corrected, and what is in doubt is said. 26 of 30 points for 81 of 90 % should be 27: the scores printed add up to
// 9.22 + 40 + 8 + 26 + 10 = 93.22, and would to 94.22.
func TestSumsWithAScoreInDoubt(t *testing.T) {
	for name, c := range map[string]struct{ budget, total, fixed string }{
		"as printed":                        {"9.22", "93.22", ""},
		"off by what nothing explains":      {"9.22", "94.72", ""},
		"all points":                        {"9.22", "100", ""},
		"one digit off":                     {"9.22", "63.22", "/total/score 93.22"},
		"two digits exchanged":              {"9.22", "39.22", "/total/score 93.22"},
		"one digit off the other sum":       {"9.22", "84.22", ""},
		"one digit off either":              {"9.22", "95.22", ""},
		"a budget score that it counts":     {"2.92", "86.92", "/funds/0/score 9.22, /total/score 93.22"},
		"a budget score, and all points":    {"2.92", "100", "/funds/0/score 9.22"},
		"a budget score that it counts not": {"2.92", "93.22", "/funds/0/score 9.22"},
	} {
		text := strings.NewReplacer("92.20% | 9.22", "92.20% | "+c.budget, "| ≥90% | 95% | 30 | 30 |  |", "| ≥90% | 81% | 30 | 26 | 宣传不够 |", "| 100 | 97.22 |", "| 100 | "+c.total+" |").Replace(witnessForm)
		r := readingOf(t, name, text)
		var fixed []string
		for _, x := range score.Recompute(r, score.Options{Lang: fuhe.ZH}) {
			fixed = append(fixed, string(x.Field)+" "+x.Corrected.Text)
			if x.Field == "/total/score" && !strings.Contains(x.Because, "“知晓率”的得分存疑，按所印计入") {
				t.Errorf("%s: that a score is in doubt is not said: %s", name, x.Because)
			}
		}
		if got := strings.Join(fixed, ", "); got != c.fixed {
			t.Errorf("%s: corrected %q, want %q", name, got, c.fixed)
		}
		for _, f := range r.Findings {
			if f.Rule == "T401" && (f.Kept == "") != strings.Contains(c.fixed, "/total/score") {
				t.Errorf("%s: %q, kept %q", name, f.Message, f.Kept)
			}
		}
	}
}

// A total in the header is corrected where the last row is the sum of the scores and the header no reading of it, and where it
// repeats a last row that is corrected. Each figure is typed: 9.22 + 40 + 8 + 30 + 10 = 97.22, the budget score 9.2199 unrounded.
func TestHeaderTotalIsCorrectedOnlyWhereTheScoresDecide(t *testing.T) {
	const project = "| 项目名称 | 示例项目 | < | < | < | < | < | < | < |\n"
	const remark = "| 备注：因绩效信息公开不及时扣2分。 | < | < | < | < | < | < | < |  |\n"
	for name, c := range map[string]struct{ header, was, is, fixed string }{
		"both right":                            {"97.22", "", "", ""},
		"the header wrong":                      {"91.22", "", "", "/header_total/score 97.22"},
		"the last row wrong":                    {"97.22", "| 100 | 97.22 |", "| 100 | 91.22 |", "/total/score 97.22"},
		"the last row wrong, repeated":          {"91.22", "| 100 | 97.22 |", "| 100 | 91.22 |", "/total/score 97.22, /header_total/score 97.22"},
		"the last row wrong, repeated coarsely": {"91.2", "| 100 | 97.22 |", "| 100 | 91.22 |", "/total/score 97.22, /header_total/score 97.22"},
		"three readings":                        {"93.22", "| 100 | 97.22 |", "| 100 | 91.22 |", "/total/score 97.22"},
		"a score missing":                       {"97.22", "| 40 | 40 |;| 100 | 97.22 |", "| 40 |  |;| 100 | 91.22 |", ""},
		"a score over its weight in the sum":    {"97.22", "| 10 | 10 |  |;| 100 | 97.22 |", "| 10 | 12 |  |;| 100 | 99.22 |", ""},
		"the last row of parts rounded apart":   {"97.22", "| 100 | 97.22 |", "| 100 | 97.21 |", ""},
		"the header of parts rounded apart":     {"97.21", "", "", ""},
		"the last row of unrounded scores":      {"97.20", "| 9.22 |", "| 9.2 |", ""},
		"the header of unrounded scores":        {"97.22", "| 9.22 |;| 100 | 97.22 |", "| 9.2 |;| 100 | 97.20 |", ""},
		"the last row after a remark":           {"97.22", "| 100 | 97.22 |  |\n", "| 100 | 95.22 |  |\n" + remark, ""},
		"the header after a remark":             {"95.22", "| 100 | 97.22 |  |\n", "| 100 | 97.22 |  |\n" + remark, ""},
		"a budget score that both leave out":    {"97.22", "| 9.22 |", "| 10 |", "/funds/0/score 9.22"},
		"a budget score in the last row alone":  {"97.22", "| 9.22 |;| 100 | 97.22 |", "| 10 |;| 100 | 98 |", "/funds/0/score 9.22, /total/score 97.22"},
		"a budget score in both":                {"98", "| 9.22 |;| 100 | 97.22 |", "| 10 |;| 100 | 98 |", "/funds/0/score 9.22, /total/score 97.22, /header_total/score 97.22"},
		"a budget score, and the header apart":  {"91.22", "| 9.22 |", "| 10 |", "/funds/0/score 9.22, /header_total/score 97.22"},
	} {
		text, is := witnessForm, strings.Split(c.is, ";")
		for i, was := range strings.Split(c.was, ";") {
			text = strings.Replace(text, was, is[i], 1)
		}
		text = strings.Replace(text, project, project+"| 自评总分 | "+c.header+" | < | < | < | < | < | < | < |\n", 1)
		r := readingOf(t, name, text)
		if r.HeaderTotal == nil {
			t.Fatalf("%s: no total in the header", name)
		}
		var fixed []string
		for _, x := range score.Recompute(r, score.Options{Lang: fuhe.ZH}) {
			fixed = append(fixed, string(x.Field)+" "+x.Corrected.Text)
		}
		if got := strings.Join(fixed, ", "); got != c.fixed {
			t.Errorf("%s: corrected %q, want %q", name, got, c.fixed)
		}
		apart := c.header != "91.2" && c.header != r.Total.Score.Text // the coarse one claims no second place
		for _, f := range r.Findings {
			if f.Rule != "T404" {
				continue
			}
			apart = false
			if !strings.Contains(f.Message, c.header) || !strings.Contains(f.Message, r.Total.Score.Text) {
				t.Errorf("%s: %q does not say both readings", name, f.Message)
			}
			if f.Recomputed != "" && !strings.Contains(c.fixed, "/header_total/score "+f.Recomputed) {
				t.Errorf("%s: the header should be %s, by a finding", name, f.Recomputed)
			}
		}
		if apart {
			t.Errorf("%s: nothing said of totals that differ", name)
		}
	}
}
