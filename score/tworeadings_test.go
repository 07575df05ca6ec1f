package score_test

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/form"
	"fuhe/extract/grid"
	"fuhe/score"
)

// A form without sources: 827.38 ÷ 1130.92 = 73.16 %, 10 × 827.38 ÷ 1130.92 = 7.32, and 7.32 + 20 + 20 + 4 + 8 + 28 + 10 = 97.32.
const unsourcedForm = `项目支出绩效自评表
（2023年度）
| 项目名称 | 示例项目 | < | < | < | < | < | < | < |
| 项目资金（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |  |
| ^ | 年度资金总额 | 980.00 | 1130.92 | 827.38 | 10 | 73.16% | 7.32 |  |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| ^ | 产出指标 | 数量指标 | 培训场次 | ≥20场 | 22场 | 20 | 20 |  |
| ^ | ^ | 时效指标 | 办理时长 | 3～5个工作日 | 4个工作日 | 20 | 20 |  |
| ^ | ^ | 数量指标 | 印发手册 | ≥5000册 | 4810册 | 5 | 4 | 印刷损耗，下年预留 |
| ^ | ^ | 质量指标 | 环境改善程度 | 明显改善 | 有所改善 | 9 | 8 | 改善程度未达预期 |
| ^ | 效益指标 | 社会效益指标 | 知晓率 | ≥90% | 95% | 28 | 28 |  |
| ^ | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 95% | 10 | 10 |  |
| 总分 | < | < | < | < | < | 102 | 97.32 |  |
`

// Where one slip of the pen in another entry makes the contradicted one right, and nothing on the form tells which of them it is,
// nothing is corrected and both readings are said; where another entry tells, the wrong one is corrected.
func TestWhereTwoReadingsHoldNothingIsCorrected(t *testing.T) {
	const row, minus = "| 10 | 73.16% | 7.32 |  |", "| 总分 |"
	for name, c := range map[string]struct{ was, is, fixed, says string }{
		"as it should be":                   {},
		"one digit of the executed amount":  {"827.38", "828.38", "", "应为827.38（印作828.38）"},
		"two of them exchanged":             {"827.38", "872.38", "", "应为827.38（印作872.38）"},
		"one of them lost":                  {"827.38", "82.38", "", "应为827.38（印作82.38）"},
		"its point shifted":                 {"827.38", "82.738", "", "应为113.092（印作1130.92）"},
		"one digit of the budget":           {"1130.92", "1730.92", "", "应为1130.92（印作1730.92）"},
		"the rate alone":                    {"73.16%", "37.16%", "/funds/0/execution_rate 73.16%", ""},
		"the rate, near":                    {"73.16%", "73.46%", "/funds/0/execution_rate 73.16%", ""}, // 7.346 is not 7.32: the score tells
		"the rate, nearer than scores tell": {"73.16%", "73.18%", "", "印出的数有误，或"},
		"rate and score after it":           {"73.16% | 7.32", "84.00% | 8.40", "/funds/0/execution_rate 73.16%, /funds/0/score 7.32", ""}, // and the total knows the score
		"rate, score and total after it, one digit of an amount": {"73.16% | 7.32;97.32", "82.00% | 8.20;98.20", "", "应为927.38（印作827.38）"},
		"a budget printed twice":                                 {"980.00;827.38", "1130.92;828.38", "", "全年执行数应为827.38"},
		"the score alone":                                        {"| 7.32 |", "| 7.23 |", "/funds/0/score 7.32", ""},
		"a rate that no amounts tell":                            {"| 1130.92 | 827.38 | 10 | 73.16%", "|  |  | 10 | 76.13%", "", "或执行率有误而得分是对的"},
		"a score beside a rate that no amounts tell":             {"| 1130.92 | 827.38 | 10 | 73.16% | 7.32", "|  |  | 10 | 73.16% | 3.72", "/funds/0/score 7.32", ""},
		"a row of a range that lost points without a reason":     {"| 20 | 20 |  |\n| ^ | ^ | 数", "| 20 | 18 |  |\n| ^ | ^ | 数", "", "“办理时长”得分应为20而总分97.32是对的"},
		"all points though a reason for less is given":           {"| 9 | 8 |", "| 9 | 9 |", "", "“环境改善程度”得分应为8而总分97.32是对的"},
		"all points of a missed target that gives a reason":      {"| 5 | 4 |", "| 5 | 5 |", "", "“印发手册”得分应为4而总分97.32是对的"},
		"one digit of a score or of the total":                   {"| 9 | 8 |", "| 9 | 6 |", "", "“环境改善程度”得分应为8而总分97.32是对的"},
		"points taken off, ten times":                            {minus + ";97.32", "| 扣分项 | 扣分项 | < | 审计发现问题 |  | 1项 |  | -20 | 已整改 |\n" + minus + ";95.32", "", "得分应为-2"},
		"a total of fewer places with the score of a row":        {"| 20 | 20 |  |\n| ^ | ^ | 数;97.32", "| 20 | 18 |  |\n| ^ | ^ | 数;97", "", "“办理时长”得分应为20而总分97是对的"},
		"a score, and a total of fewer places":                   {row + ";97.32", strings.Replace(row, "7.32", "7.92", 1) + ";97", "/funds/0/score 7.32", ""},
	} {
		text, is := unsourcedForm, strings.Split(c.is, ";")
		for i, was := range strings.Split(c.was, ";") {
			if was != "" && strings.Count(text, was) != 1 {
				t.Fatalf("%s: %d times %q", name, strings.Count(text, was), was)
			}
			text = strings.Replace(text, was, is[i], 1)
		}
		r := readingOf(t, name, text)
		var fixed, said []string
		for _, x := range score.Recompute(r, score.Options{Lang: fuhe.ZH}) {
			fixed = append(fixed, string(x.Field)+" "+x.Corrected.Text)
		}
		if got := strings.Join(fixed, ", "); got != c.fixed {
			t.Errorf("%s: corrected %q, want %q", name, got, c.fixed)
		}
		for _, f := range r.Findings {
			if f.Severity == fuhe.Error {
				said = append(said, f.Message)
			}
		}
		if (len(said) == 0) != (c.was == "") || !strings.Contains(strings.Join(said, "\n"), c.says) {
			t.Errorf("%s: %q is not in %q", name, c.says, said)
		}
	}
}

// dealtForm deals the ten points out: 5 × 300 ÷ 400 = 3.75, 5 × 100 ÷ 100 = 5, together 8.75, where 10 × 400 ÷ 500 is 8.00; 8.75 +
// 50 + 30 + 10 = 98.75.
const dealtForm = `项目支出绩效自评表
（2023年度）
| 项目名称 | 示例项目 | < | < | < | < | < | < | < |
| 项目资金（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |  |
| ^ | 年度资金总额 | 500.00 | 500.00 | 400.00 | 10 | 80.00% | 8.75 |  |
| ^ | 其中：财政拨款 | 400.00 | 400.00 | 300.00 | 5 | 75.00% | 3.75 |  |
| ^ | 其他资金 | 100.00 | 100.00 | 100.00 | 5 | 100.00% | 5 |  |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| ^ | 产出指标 | 数量指标 | 培训场次 | ≥20场 | 22场 | 50 | 50 |  |
| ^ | 效益指标 | 社会效益指标 | 知晓率 | ≥90% | 95% | 30 | 30 |  |
| ^ | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 95% | 10 | 10 |  |
| 总分 | < | < | < | < | < | 100 | 98.75 |  |
`

// Points that are dealt out to rows may be added up or follow from the rate of the whole: a score that is neither is corrected to
// none of them, and one that is the sum is right when another score is looked for.
func TestADealtOutScoreIsCorrectedToNeitherReading(t *testing.T) {
	for name, c := range map[string]struct{ was, is, rules, says string }{
		"the sum of the rows":   {},
		"the rate of the whole": {"80.00% | 8.75;98.75", "80.00% | 8.00;98.00", "", ""},
		"neither":               {"80.00% | 8.75", "80.00% | 8.57", "F104 T401", "各行得分合计8.75"},
		"a score of a met row":  {"| 30 | 30 |", "| 30 | 28 |", "I302 T401", "差错在“知晓率”一行"},
	} {
		text, is := dealtForm, strings.Split(c.is, ";")
		for i, was := range strings.Split(c.was, ";") {
			text = strings.Replace(text, was, is[i], 1)
		}
		r := readingOf(t, name, text)
		if fixed := score.Recompute(r, score.Options{Lang: fuhe.ZH}); len(fixed) > 0 {
			t.Errorf("%s: corrected %+v", name, fixed)
		}
		var said, messages []string
		for _, f := range r.Findings {
			if f.Severity == fuhe.Error {
				said, messages = append(said, f.Rule), append(messages, f.Message)
			}
		}
		if got := strings.Join(said, " "); got != c.rules || !strings.Contains(strings.Join(messages, "\n"), c.says) {
			t.Errorf("%s: said %q, want %q; %q is not in %q", name, got, c.rules, c.says, messages)
		}
	}
}

// A remark that points were taken off explains a total that was added up with the right budget score as well as with the printed one;
// weights whose sum is no hundred doubt a budget score that is right by the weight with which they are.
func TestARightTotalStaysBesideAWrongBudgetScore(t *testing.T) {
	const remark = "| 备注：因绩效信息公开不及时扣2分。 | < | < | < | < | < | < | < | < |\n"
	for name, c := range map[string]struct{ text, fixed, says string }{
		"a remark, the score right": {strings.Replace(unsourcedForm, "97.32", "95.32", 1) + remark, "", ""},
		"a remark, the score wrong": {strings.NewReplacer("97.32", "95.32", "7.32", "3.72").Replace(unsourcedForm) + remark, "/funds/0/score 7.32", ""},
		"weight and total weight":   {strings.NewReplacer("102", "97", "| 10 | 73.16%", "| 7 | 73.16%", "| 28 | 28 |", "| 26 | 26 |", "97.32", "95.32").Replace(unsourcedForm), "", "使各项分值合计为100"},
	} {
		r := readingOf(t, name, c.text)
		var fixed, messages []string
		for _, x := range score.Recompute(r, score.Options{Lang: fuhe.ZH}) {
			fixed = append(fixed, string(x.Field)+" "+x.Corrected.Text)
		}
		for _, f := range r.Findings {
			messages = append(messages, f.Message)
			if f.Severity == fuhe.Error && f.Field == "/total/score" {
				t.Errorf("%s: a right total is accused: %s", name, f.Message)
			}
		}
		if got := strings.Join(fixed, ", "); got != c.fixed || !strings.Contains(strings.Join(messages, "\n"), c.says) {
			t.Errorf("%s: corrected %q, want %q; said %q", name, got, c.fixed, messages)
		}
	}
}

func readingOf(t *testing.T, name, text string) *fuhe.Report {
	t.Helper()
	g, err := grid.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	reports, unread := form.Read([]grid.Grid{g})
	if len(reports) != 1 {
		t.Fatalf("%s: unread %v", name, unread)
	}
	score.Check(reports[0], score.Options{Lang: fuhe.ZH})
	return reports[0]
}
