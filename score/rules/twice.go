package rules

import (
	"math/big"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

// What one form says in two places.

var printedTwice = &Rule{
	ID: "X601", Name: "printed-twice", Severity: fuhe.Error, Heeds: []*Rule{ExecutionRate},
	Title: fuhe.Phrase{ZH: "同一数据在表内两处一致", EN: "one quantity printed twice agrees"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "资金栏的执行率与名为“预算执行率”一类的指标实际值对照，按各自印出的小数位比较；矛盾记在与金额复算不符的一处。以全年预算为目标的总成本指标与执行数对照，不一致只作警告（成本与支付未必同步）。",
		EN: "The execution rate of the money block against an indicator named 预算执行率 or the like, at the printed places of both; the finding stands at the one that disagrees with the amounts. A total-cost indicator whose target is the annual budget against the executed amount: only a warning, because cost and payment may differ.",
	},
	Check: func(p *Pass) {
		if len(p.Funds) == 0 {
			return
		}
		for i := range p.Report.Indicators {
			switch name := figures.IndicatorName(p.Report.Indicators[i].Name.Text); {
			case figures.RateNames[name]:
				checkRateTwice(p, i)
			case figures.CostNames[name]:
				checkCostTwice(p, i)
			}
		}
	},
}

// checkRateTwice compares the rate of the money block with an indicator of that name. The finding stands at the one that
// disagrees with the amounts.
func checkRateTwice(p *Pass, i int) {
	actual, block := fuhe.IndicatorField(i, "actual"), p.Rate(0)
	if block.Printed == nil {
		return
	}
	indicator, ok := figures.ReadRate(p.Cell(actual), block.Span, block.Quotient)
	if !ok || !block.Computed() && (block.Printed.Unit == "" || indicator.Number.Unit == "") {
		return
	}
	if block.Share.Meets(indicator.Share) {
		if !block.Computed() || indicator.Share.Meets(block.Span) {
			p.agree(block.Field, actual)
		}
		return // both wrong alike is F102's to say
	}
	f := fuhe.Finding{
		Field: actual, Inputs: []fuhe.Field{block.Field},
		Message: p.In(messageRateTwice, p.Cell(block.Field).Text, p.NameOf(i), p.Cell(actual).Text),
	}
	at := indicator
	if block.Computed() && indicator.Share.Meets(block.Span) && !block.Holds() {
		f.Field, f.Inputs, at = block.Field, []fuhe.Field{actual}, block.Reading
		if rate := p.wrong(block.Field, ExecutionRate); rate != nil {
			f.Root = rate.ID
		}
		p.agree(actual)
	} else if other, ok := p.Funds[0].InitialShare(); ok && indicator.Share.Meets(interval.Exactly(other)) {
		f.Severity = fuhe.Warning // the indicator may mean the share of the initial budget
	}
	if block.Computed() {
		f.Recomputed = interval.Like(at.Number, new(big.Rat).Mul(block.Quotient, at.Factor))
		f.Working = block.WorkingAs(at)
		f.Inputs = append(f.Inputs, block.From...)
	}
	p.report(f)
}

// checkCostTwice compares a cost indicator with the executed amount, but only when its target is the annual budget:
// then it speaks of the same money for sure.
func checkCostTwice(p *Pass, i int) {
	ind, money := &p.Report.Indicators[i], p.Funds[0]
	if ind.Target.Number == nil || ind.Actual.Number == nil || ind.Actual.Number.Sign != fuhe.NoSign {
		return
	}
	unit := ind.Target.Number.Unit
	target, ok := figures.InYuan(ind.Target.Number, unit)
	if !ok || !money.Adjusted.Known || !money.Executed.Known || !target.Meets(money.Adjusted.Block) {
		return
	}
	if ind.Actual.Number.Unit != "" {
		unit = ind.Actual.Number.Unit
	}
	actual, ok := figures.InYuan(ind.Actual.Number, unit)
	field := fuhe.IndicatorField(i, "actual")
	if !ok {
		return
	}
	if actual.Meets(money.Executed.Block) {
		p.agree(field, money.Executed.Field)
		return
	}
	p.report(fuhe.Finding{
		Severity: fuhe.Warning, Field: field, Inputs: []fuhe.Field{money.Executed.Field, fuhe.IndicatorField(i, "target"), money.Adjusted.Field},
		Message: p.In(messageCostTwice, p.NameOf(i), ind.Actual.Text, p.AsCounted(money.Executed)),
	})
}

var chargedTwice = &Rule{
	ID: "X603", Name: "charged-twice", Severity: fuhe.Note,
	Title: fuhe.Phrase{ZH: "同一短缺不宜重复扣分", EN: "one shortfall should not be charged twice"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "资金栏已按执行率计分，又把执行率列为指标计分，且执行率不足100%、两处都扣了分的，提示。",
		EN: "Said where execution is scored in the money block and again as an indicator, the rate is below 100 %, and both lost points.",
	},
	Check: checkChargedTwice,
}

func checkChargedTwice(p *Pass) {
	if len(p.Report.Funds) == 0 {
		return
	}
	w, weighs := p.BudgetWeight()
	s := p.Report.Funds[0].Score.Number
	if !weighs || s == nil || interval.Value(s).Cmp(w) >= 0 {
		return
	}
	for i := range p.Report.Indicators {
		ind := &p.Report.Indicators[i]
		n, weight := ind.Score.Number, ind.Weight.Number
		if !figures.RateNames[figures.IndicatorName(ind.Name.Text)] || n == nil || weight == nil || n.Value.Cmp(weight.Value) >= 0 {
			continue
		}
		p.report(fuhe.Finding{
			Field: fuhe.IndicatorField(i, "score"), Inputs: []fuhe.Field{fuhe.FundField(0, "score")},
			Message: p.In(messageChargedTwice, p.NameOf(i)),
		})
	}
}
