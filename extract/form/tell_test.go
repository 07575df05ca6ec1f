package form

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

// TestColumnsToldByTheirFigures: a heading that nobody knows, or that is damaged, stands over what only one field can be;
// the form is read as if its heading were known.
func TestColumnsToldByTheirFigures(t *testing.T) {
	want := readOne(t, parse(t, national))
	for name, form := range map[string]string{
		"points that add up":               change("| 得分 | 偏差", "| 评定 | 偏差"),
		"weights that add up":              change("| 分值 | 得分 | 偏差", "| 甲项 | 得分 | 偏差"),
		"points under the reason, too":     change("偏差原因分析及改进措施", "得分"),
		"executed, by the rate":            change("全年执行数 | 分值", "本年资金 | 分值"),
		"budget, by the rate":              change("| 全年预算数 |", "| 小计③=①+② |"),
		"adjusted, by the rate":            change("| 全年预算数 | 全年执行数 |", "| 预算调整数 | 实际支出数 |"),
		"the only percentages":             change("| 执行率 |", "| 成效 |"),
		"the score of the money":           change("| 执行率 | 得分 |", "| 执行率 | 核定 |"),
		"the weight of the money":          change("| 分值 | 执行率 |", "| 甲项 | 执行率 |"),
		"no heading over the rate":         change("| 执行率 |", "|  |"),
		"a character lost in the budget":   change("| 全年预算数 |", "| 全年算数 |"),
		"a character lost in the first":    change("| 年初预算数 |", "| 年预算数 |"),
		"a character changed in executed":  change("| 全年执行数 |", "| 全年执汀数 |"),
		"a character changed in the value": change("| 实际完成值 |", "| 实际完戌值 |"),
		"a character lost in the target":   change("| 年度指标值 |", "| 年度标值 |"),
		"a character too many":             change("| 三级指标 |", "| 三级指指标 |"),
		"both, one after the other":        change("| 执行率 | 得分 |", "| 成效 | 核定 |"),
	} {
		t.Run(name, func(t *testing.T) {
			got := readOne(t, parse(t, form))
			if name == "points under the reason, too" {
				want := *want
				want.Indicators = append([]fuhe.Indicator{}, want.Indicators...)
				for i := range want.Indicators {
					want.Indicators[i].Deviation = fuhe.Cell{}
				}
				sameLines(t, entriesOnly(shown(got)), entriesOnly(shown(&want)))
				return
			}
			sameLines(t, entriesOnly(shown(got)), entriesOnly(shown(want)))
			if len(got.Lost) > 0 {
				t.Errorf("lost %+v", got.Lost)
			}
		})
	}
}

// figuresThatNothingTellsAreLostCases are the cases of TestFiguresThatNothingTellsAreLost.
var figuresThatNothingTellsAreLostCases = map[string]struct {
	form   string
	part   fuhe.Field
	lost   string // the figures, as printed, that of the total behind them
	needed bool
	reason string
}{
	"points that do not add up":     {change("| 得分 | 偏差", "| 评定 | 偏差", "| 26.67 |", "| 26 |"), "/indicators", "60 26 91.67", true, "“评定”, which is not understood"},
	"points above their weight":     {change("| 得分 | 偏差", "| 评定 | 偏差", "| 60 | 60 |", "| 60 | 61 |", "91.67", "92.67"), "/indicators", "61 26.67 92.67", true, "“评定”"},
	"amounts with another rate":     {change("| 全年执行数 |", "| 本年资金 |", "| 50% |", "| 40% |"), "/funds", "50.00", true, "“本年资金”, which is not understood"},
	"amounts without a rate":        {change("| 全年执行数 |", "| 本年资金 |", "| 50% |", "|  |"), "/funds", "50.00", true, "“本年资金”"},
	"two budgets":                   {change("年初预算数", "调整后预算数"), "/funds", "100.00 100.00", true, "say the same"},
	"a figure under no heading":     {change("| 得分 | 偏差原因分析及改进措施 |", "| 得分 |  |", "宣传不够", "26.67"), "/indicators", "26.67", false, "no heading"},
	"a column beside all others":    {change("| 年初预算数 |", "| 上报数 |"), "/funds", "100.00", false, "“上报数”"},
	"a damaged heading of two":      {change("年初预算数 | 全年预算数", "年预算数 | 全预算数"), "/funds", "100.00 100.00", true, "“年预算数”"},
	"a score of a row without rate": {change("| 执行率 | 得分 |", "| 执行率 | 核定 |", "| 50% | 5 |", "|  | 5 |"), "/funds", "5", true, "“核定”"},
	"a total under another name":    {change("| 总分 | < | < | < | < | < | 100 |", "| 满分及评定得分 | < | < | < |  |  | 100 |"), "/total", "100 91.67", true, "may be a total"},
	"a total under a damaged name":  {change("| 总分 | < | < | < | < | < | 100 |", "| 总 | < | < | < |  |  | 100 |"), "/total", "100 91.67", true, "may be a total"},
	"the sum of all under no name":  {change("| 总分 | < | < | < | < | < | 100 | 91.67 |", "| ^ | 满意度指标 | 服务对象满意度指标 | 投诉 | 0起 | 0起 | 5 | 5 |  |\n| 氛 | < | < | < |  |  | 105 | 96.67 |"), "/total", "105 96.67", true, "may be the total"},
	"points without a name":         {change("| ^ | 产出指标 | 数量指标 | 场次 | ≥3场 | 4场 |", "| ^ |  |  |  |  |  |"), "/indicators", "60 60", true, "points without an indicator"},
	"an indicator with its score":   {change("| 满意度 | ≥90% | 80% | 30 | 26.67 | 宣传不够 |", "| 满意度有效达成目标30 26.67 | < | < | < | < | < |"), "/indicators", "满意度有效达成目标30 26.67", true, "under several headings"},
	"an indicator in one cell":      {change("| 满意度 | ≥90% | 80% | 30 | 26.67 | 宣传不够 |", "| 满意度 ≥90% 80% 30 26.67 | < | < | < | < | < |"), "/indicators", "满意度 ≥90% 80% 30 26.67", true, "under several headings"},
	"a fund in one cell":            {change("| ^ | 年度资金总额 | < | 100.00 | 100.00 | 50.00 | 10 | 50% | 5 |", "| ^ | 年度资金总额 | < | 100.00 | 100.00 | 50.00 | 10 | 50% | 5 |\n| ^ | 其中：拨款 9 9 5 | < | < | < | < | < | < | < |"), "/funds", "其中：拨款 9 9 5", true, "in one cell"},
	"a list beside the funds":       {change("| ^ | 年度资金总额 | < | 100.00 | 100.00 | 50.00 | 10 | 50% | 5 |", "| ^ | 年度资金总额 | < | 100.00 | 100.00 | 50.00 | 10 | 50% | 5 |\n| ^ | 按收入性质分：100.00 | < | < | < | 按支出性质分：50.00 | < | < | < |"), "/funds", "按收入性质分：100.00 按支出性质分：50.00", false, "listed beside the funds"},
	"a name over the amounts":       {change("| ^ | 年度资金总额 | < | 100.00 | 100.00 | 50.00 | 10 | 50% | 5 |", "| ^ | 年度资金总额 | < | 100.00 | 100.00 | 50.00 | 10 | 50% | 5 |\n| ^ | 其中：拨款 | < | < | 9.00 | 5.00 |  |  |  |"), "/funds", "9.00 5.00", true, "no fund"},
	"figures without a name":        {change("| ^ | 年度资金总额 | < | 100.00 | 100.00 | 50.00 | 10 | 50% | 5 |", "| ^ | 年度资金总额 | < | 100.00 | 100.00 | 50.00 | 10 | 50% | 5 |\n| ^ |  | < | 7.00 | 9.00 | 5.00 |  |  |  |"), "/funds", "7.00 9.00 5.00", true, "no fund"},
}

// TestFiguresThatNothingTellsAreLost: where figures leave a doubt about their column no entry is made of them; they are
// named, and so is what they may be missing from.
func TestFiguresThatNothingTellsAreLost(t *testing.T) {
	for name, c := range figuresThatNothingTellsAreLostCases {
		t.Run(name, func(t *testing.T) {
			reports, unread := Read([]grid.Grid{parse(t, c.form)})
			if len(reports) != 1 {
				t.Fatalf("%d reports, said %v", len(reports), unread)
			}
			var texts []string
			causes := map[string]bool{}
			for k, l := range reports[0].Lost {
				texts, causes[l.Reason.EN] = append(texts, l.Text), true
				if k == 0 && l.Part != c.part || l.Needed != c.needed || l.At.IsZero() || l.Reason.ZH == "" {
					t.Errorf("%+v", l)
				}
			}
			if got := strings.Join(texts, " "); got != c.lost || !strings.Contains(reports[0].Lost[0].Reason.EN, c.reason) {
				t.Errorf("lost %q because %s", got, reports[0].Lost[0].Reason.EN)
			}
			said := strings.Contains(strings.Join(reasons(unread), "\n"), c.reason)
			if said != c.needed || c.needed && len(unread) != len(causes) {
				t.Errorf("said %v", unread)
			}
		})
	}
}

func reasons(unread []fuhe.Unread) []string {
	var out []string
	for _, u := range unread {
		out = append(out, u.Reason)
	}
	return out
}

// TestAnAmountThatMayBeTheBudget: between the initial budget and what was executed an amount that the rates do not tell is in
// doubt, so that no rate is held against the initial budget.
func TestAnAmountThatMayBeTheBudget(t *testing.T) {
	for _, heading := range []string{"预算调整数", "年中调整金额", "甲数"} {
		form := change("| 全年预算数 | 全年执行数 |", "| "+heading+" | 实际支出数 |", "| 100.00 | 100.00 | 50.00 | 10 | 50% |", "| 80.00 | 20.00 | 50.00 | 10 | 50% |")
		reports, _ := Read([]grid.Grid{parse(t, form)})
		if len(reports) != 1 {
			t.Fatalf("%s: %d reports", heading, len(reports))
		}
		f := reports[0].Funds[0]
		if b := f.AdjustedBudget; b.Text != "20.00" || b.Number != nil || b.Doubt == nil || f.Executed.Text != "50.00" || f.InitialBudget.Text != "80.00" {
			t.Errorf("%s: %+v", heading, f)
		}
	}
}
