package rules

import (
	"math/big"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

var AheadOfSpending = &Rule{
	ID: "X604", Name: "ahead-of-spending", Severity: fuhe.Note, Hint: true, Heeds: onOneForm,
	Title: fuhe.Phrase{ZH: "绩效得分率明显高于预算执行得分率", EN: "indicators far ahead of spending"},
	Basis: fuhe.Phrase{ZH: "审核经验（不是算术关系）", EN: "auditors' experience, no arithmetic"},
	Explain: fuhe.Phrase{
		ZH: "指标得分率s与预算执行得分率b相差超过指标得分率的20%，即(s－b)÷s＞20%时提示：钱没花完而事都办成，值得一问。得分、分值有空缺或矛盾的不算。",
		EN: "A hint where the share of points earned by the indicators, s, is ahead of that of budget execution, b, by more than 20 %: (s − b) ÷ s > 20 %. Not worked out where scores or weights are missing or contradict each other.",
	},
	Check: checkAheadOfSpending,
}

func checkAheadOfSpending(p *Pass) {
	w, ok := p.BudgetWeight()
	weights, scores := p.IndicatorWeights(), p.Scores()
	if !ok || p.Report.Funds[0].Score.Number == nil || weights.Gaps > 0 || len(scores.Missing) > 0 || weights.Sum.Sign() <= 0 ||
		p.Funds[0].Adjusted.Zero() || p.deducts() || p.anyWrong() {
		return
	}
	indicators := new(big.Rat).Set(scores.Known)
	if scores.Budget != nil {
		indicators = interval.Sub(indicators, interval.Value(scores.Budget))
	}
	s, b := indicators.Quo(indicators, weights.Sum), interval.Quo(interval.Value(p.Report.Funds[0].Score.Number), w)
	if s.Sign() <= 0 || interval.Compare(s, interval.One) > 0 {
		return
	}
	gap := interval.Sub(s, b)
	if interval.Compare(gap.Quo(gap, s), big.NewRat(aheadPercent, 100)) <= 0 {
		return
	}
	percent := func(v *big.Rat) string { return interval.Fixed(interval.Mul(v, figures.FullPoints), 2) + "%" }
	cut := func(v *big.Rat) string {
		return interval.Expanded(interval.Mul(v, figures.FullPoints), interval.WorkingPlaces) + "%"
	}
	p.report(fuhe.Finding{
		Field: fuhe.FundField(0, "score"), Inputs: scores.Fields,
		Working: "(" + cut(s) + " − " + cut(b) + ") ÷ " + cut(s) + " = " + cut(gap),
		Message: p.In(messageAheadOfSpending, percent(s), percent(b)),
	})
}

// deducts reports whether some row takes points off: what the indicators earn of their weights is not told then.
func (p *Pass) deducts() bool {
	for i := range p.Report.Indicators {
		if figures.Deducts(&p.Report.Indicators[i]) {
			return true
		}
	}
	return false
}

var Copies = &Rule{
	ID: "X605", Name: "again", Severity: fuhe.Note,
	Title: fuhe.Phrase{ZH: "同一张表在输入中重复出现", EN: "the same form appears again"},
	Basis: fuhe.Phrase{ZH: "输入文件之间的比较", EN: "a comparison between the inputs"},
	Explain: fuhe.Phrase{
		ZH: "项目名称相同、表内所有数据也相同的，在后一张上提示前一张在哪里：可能重复公开，也可能一张表照抄了另一年度。项目、年度、主管部门和实施单位都相同，五分之四以上的数据相同而个别不同的，可能是同一表的两个版本，逐个列出不同之处；有读不准的数不算不同。数据不足六个的不比较。",
		EN: "Where project and all figures are those of an earlier form, the later one says where that is: it may have been published twice, or copied from another year. Where project, year, department and implementer are the same and four of five figures or more, the two may be versions of one form: those that differ are named; one that was not read for sure is not said to differ. Forms of fewer than six figures are not compared.",
	},
	Check: func(*Pass) {}, // see package across: one form cannot tell
}
