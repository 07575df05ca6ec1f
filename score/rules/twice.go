package rules

import (
	"cmp"

	"fuhe"
	"fuhe/score/cause"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

// What one form says in two places.

var printedTwice = &Rule{
	ID: "X601", Name: "printed-twice", Severity: fuhe.Error, Heeds: []*Rule{ExecutionRate},
	Title: fuhe.Phrase{ZH: "同一数据在表内两处一致", EN: "one quantity printed twice agrees"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "资金栏的执行率与名为“预算执行率”一类的指标实际值对照，按各自印出的小数位比较；矛盾记在与金额复算不符的一处；名为“资金支付率”一类的只作警告（分母可能是到位资金）。项目总成本、实施成本一类指标与执行数对照，不论其目标是否等于预算；其他成本指标只在目标等于全年预算，或与执行数只差一处笔误时对照。成本不一致只作警告（成本与支付未必同步）。",
		EN: "The execution rate of the money block against an indicator named 预算执行率 or the like, at the printed places of both; the finding stands at the one that disagrees with the amounts, and is a warning for 资金支付率 and the like, which may be shares of what arrived. A cost indicator of the whole project (项目总成本, 实施成本) against the executed amount, whatever its target; one of a part only where its target is the annual budget, or its figure is the executed amount but for one slip. Costs are only warned of, because cost and payment may differ.",
	},
	Check: func(p *Pass) {
		if len(p.Funds) == 0 {
			return
		}
		for i := range p.Report.Indicators {
			name := p.Report.Indicators[i].Name.Text
			if plain := figures.IndicatorName(name); figures.RateNames[plain] || figures.PaymentNames[plain] {
				checkRateTwice(p, i)
			} else if kind := figures.CostOf(name); kind != figures.NoCost {
				checkCostTwice(p, i, kind)
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
	} else if other, ok := p.Funds[0].InitialShare(); ok && indicator.Share.Meets(interval.Exactly(other)) || figures.PaymentNames[figures.IndicatorName(p.NameOf(i))] {
		f.Severity = fuhe.Warning // the indicator may mean the share of the initial budget, or of what arrived
	}
	if block.Computed() {
		f.Recomputed = interval.Like(at.Number, interval.Mul(block.Quotient, at.Factor))
		f.Working = block.WorkingAs(at)
		f.Inputs = append(f.Inputs, block.From...)
	}
	p.report(f)
}

// checkCostTwice compares a cost indicator with the executed amount: that of the whole project always, that of a part only
// when its target is the annual budget or its figure is the executed amount but for a slip of the pen.
func checkCostTwice(p *Pass, i int, kind figures.CostKind) {
	ind, money := &p.Report.Indicators[i], p.Funds[0]
	t, x := ind.Target.Number, ind.Actual.Number
	if x == nil || x.Sign != fuhe.NoSign || !money.Executed.Known || money.Executed.Zero() {
		return
	}
	ofBudget := p.isBudget(t)
	unit := cmp.Or(x.Unit, unitOf(t))
	if unit == "" && ofBudget {
		unit = p.Report.MoneyUnit
	}
	actual, ok := figures.InYuan(x, unit)
	_, sameMoney := figures.ScaleOf(cmp.Or(money.Executed.Number.Unit, p.Report.MoneyUnit))
	field := fuhe.IndicatorField(i, "actual")
	switch {
	case !ok || !sameMoney:
		return
	case actual.Meets(money.Executed.Block):
		p.agree(field, money.Executed.Field)
		return
	}
	scale, _ := figures.ScaleOf(unit)
	right := interval.Quo(money.Executed.Exact, interval.Pow10(scale))
	places := max(x.Places, interval.Ends(right, interval.SumPlaces))
	causes := cause.OfTwin(p.Figures, x, right)
	if kind != figures.WholeCost && !ofBudget && causes[0].Kind == fuhe.UnknownCause {
		return // the cost of a part of the project
	}
	message, inputs := messageWholeCost, []fuhe.Field{money.Executed.Field}
	if ofBudget {
		message, inputs = messageCostTwice, append(inputs, fuhe.IndicatorField(i, "target"), money.Adjusted.Field)
	}
	f := fuhe.Finding{
		Severity: fuhe.Warning, Field: field, Inputs: inputs,
		Recomputed: interval.Fixed(right, places) + x.Unit,
		Message:    p.In(message, p.NameOf(i), ind.Actual.Text, p.AsCounted(money.Executed)),
	}
	explain(&f, causes)
	p.report(f)
}

// isBudget reports whether a target is the annual budget, with its unit or in that of the block.
func (p *Pass) isBudget(t *fuhe.Number) bool {
	if t == nil || !p.Funds[0].Adjusted.Known {
		return false
	}
	target, ok := figures.InYuan(t, cmp.Or(t.Unit, p.Report.MoneyUnit))
	return ok && target.Meets(p.Funds[0].Adjusted.Block)
}

func unitOf(n *fuhe.Number) string {
	if n == nil {
		return ""
	}
	return n.Unit
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
	for i := range p.Report.Indicators {
		if p.chargesAgain(i) {
			p.report(fuhe.Finding{
				Field: fuhe.IndicatorField(i, "score"), Inputs: []fuhe.Field{fuhe.FundField(0, "score")},
				Message: p.In(messageChargedTwice, p.NameOf(i)),
			})
		}
	}
}

// chargesAgain reports whether an indicator lost points by the execution rate, which lost points in the money block already.
func (p *Pass) chargesAgain(i int) bool {
	ind := &p.Report.Indicators[i]
	n, weight := ind.Score.Number, ind.Weight.Number
	if len(p.Report.Funds) == 0 || !figures.RateNames[figures.IndicatorName(ind.Name.Text)] || n == nil || weight == nil || n.Value.Cmp(weight.Value) >= 0 {
		return false
	}
	w, weighs := p.BudgetWeight()
	s := p.Report.Funds[0].Score.Number
	return weighs && s != nil && interval.CompareNumber(s, w) < 0
}
