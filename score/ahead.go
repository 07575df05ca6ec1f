package score

import (
	"math/big"

	"fuhe"
)

var ahead = &Rule{
	ID: "X604", Name: "ahead-of-spending", Severity: fuhe.Note, Hint: true, Heeds: onOneForm,
	Title: fuhe.Phrase{ZH: "绩效得分率明显高于预算执行得分率", EN: "indicators far ahead of spending"},
	Basis: fuhe.Phrase{ZH: "审核经验（不是算术关系）", EN: "auditors' experience, no arithmetic"},
	Explain: fuhe.Phrase{
		ZH: "指标得分率s与预算执行得分率b相差超过指标得分率的5%，即(s－b)÷s＞5%时提示：钱没花完而事都办成，值得一问。得分、分值有空缺或矛盾的不算。",
		EN: "A hint where the share of points earned by the indicators, s, is ahead of that of budget execution, b, by more than 5 %: (s − b) ÷ s > 5 %. Not worked out where scores or weights are missing or contradict each other.",
	},
	Check: checkAhead,
}

func checkAhead(p *Pass) {
	w, ok := p.budgetWeight()
	weights, scores := p.once.indicatorWeights(), p.scores()
	if !ok || p.Report.Funds[0].Score.Number == nil || weights.gaps > 0 || len(scores.missing) > 0 || weights.sum.Sign() <= 0 ||
		p.moneys[0].adjusted.zero() || p.anyWrong() {
		return
	}
	indicators := new(big.Rat).Set(scores.known)
	if scores.budget != nil {
		indicators.Sub(indicators, value(scores.budget))
	}
	s, b := indicators.Quo(indicators, weights.sum), new(big.Rat).Quo(value(p.Report.Funds[0].Score.Number), w)
	if s.Sign() <= 0 || s.Cmp(ratOne) > 0 {
		return
	}
	gap := new(big.Rat).Sub(s, b)
	if gap.Quo(gap, s).Cmp(big.NewRat(aheadPercent, 100)) <= 0 {
		return
	}
	percent := func(v *big.Rat) string { return fixed(new(big.Rat).Mul(v, scoreFullPoints), 2) + "%" }
	cut := func(v *big.Rat) string {
		return expanded(new(big.Rat).Mul(v, scoreFullPoints), workingExtraPlaces) + "%"
	}
	p.report(fuhe.Finding{
		Field: fuhe.FundField(0, "score"), Inputs: scores.fields,
		Working: "(" + cut(s) + " − " + cut(b) + ") ÷ " + cut(s) + " = " + cut(gap),
		Message: p.say(saysAhead, percent(s), percent(b)),
	})
}
