package score

import (
	"math/big"
	"strings"

	"fuhe"
)

// What one form says in two places.

var printedTwice = &Rule{
	ID: "X601", Name: "printed-twice", Severity: fuhe.Error, Heeds: []*Rule{executionRate},
	Title: fuhe.Phrase{ZH: "同一数据在表内两处一致", EN: "one quantity printed twice agrees"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "资金栏的执行率与名为“预算执行率”一类的指标实际值对照，按各自印出的小数位比较；矛盾记在与金额复算不符的一处。以全年预算为目标的总成本指标与执行数对照，不一致只作警告（成本与支付未必同步）。",
		EN: "The execution rate of the money block against an indicator named 预算执行率 or the like, at the printed places of both; the finding stands at the one that disagrees with the amounts. A total-cost indicator whose target is the annual budget against the executed amount: only a warning, because cost and payment may differ.",
	},
	Check: func(p *Pass) {
		if len(p.moneys) == 0 {
			return
		}
		for i := range p.Report.Indicators {
			switch name := indicatorName(p.Report.Indicators[i].Name.Text); {
			case rateNames[name]:
				checkRateTwice(p, i)
			case costNames[name]:
				checkCostTwice(p, i)
			}
		}
	},
}

// rateNames are the names of indicators that are the execution rate of the whole budget and nothing else: not that of
// the fiscal part of it (财政资金执行率), nor of one kind of spending (政府采购执行率).
var rateNames = map[string]bool{
	"预算执行率": true, "资金执行率": true, "执行率": true, "预算资金执行率": true, "项目预算执行率": true, "项目资金执行率": true,
	"年度预算执行率": true, "全年预算执行率": true, "预算执行率(%)": true, "资金预算执行率": true, "预算执行率(B/A)": true,
}

// costNames are the names of indicators that are the cost of the whole project.
var costNames = map[string]bool{"项目总成本": true, "总成本": true, "项目成本": true, "项目总成本控制": true}

// indicatorName cuts numbering off a name: 指标1：, 1., (2).
func indicatorName(name string) string {
	s := squeeze(name)
	if rest, ok := strings.CutPrefix(s, "指标"); ok {
		s = rest
	}
	s = strings.TrimLeft(s, "0123456789.、:;()★▲ ")
	for _, bracket := range []string{"(1)", "(2)", "(3)", "(4)", "(5)"} {
		s = strings.TrimSuffix(s, bracket)
	}
	return strings.TrimRight(s, ":;。")
}

func checkRateTwice(p *Pass, i int) {
	actual, field := fuhe.IndicatorField(i, "actual"), fuhe.FundField(0, "execution_rate")
	money := p.moneys[0]
	span, exact, computed := share(money.executed, money.base())
	inBlock, ok := readRate(p.cell(field), span, exact)
	if !ok {
		return
	}
	asIndicator, ok := readRate(p.cell(actual), span, exact)
	if !ok || !computed && (inBlock.number.Unit == "" || asIndicator.number.Unit == "") {
		return
	}
	if inBlock.span.meets(asIndicator.span) {
		if !computed || asIndicator.span.meets(span) {
			p.agree(field, actual)
		}
		return // both wrong alike is F102's to say
	}
	f := fuhe.Finding{
		Field: actual, Inputs: []fuhe.Field{field},
		Message: p.say(saysRateTwice, p.cell(field).Text, p.nameOf(i), p.cell(actual).Text),
	}
	recomputed := asIndicator
	if computed && asIndicator.span.meets(span) && !inBlock.span.meets(span) {
		f.Field, f.Inputs, recomputed = field, []fuhe.Field{actual}, inBlock
		if rate := p.wrong(field, executionRate); rate != nil {
			f.Root = rate.ID
		}
		p.agree(actual)
	} else if other, ok := money.initialShare(); ok && asIndicator.span.meets(exactly(other)) {
		f.Severity = fuhe.Warning // the indicator may mean the share of the initial budget
	}
	if computed {
		shown := new(big.Rat).Mul(exact, recomputed.factor)
		f.Recomputed = like(recomputed.number, shown)
		f.Working = recomputed.working(money.executed, money.base(), exact)
		f.Inputs = append(f.Inputs, money.inputs()...)
	}
	p.report(f)
}

// checkCostTwice compares a cost indicator with the executed amount, but only when its target is the annual budget:
// then it speaks of the same money for sure.
func checkCostTwice(p *Pass, i int) {
	ind, money := &p.Report.Indicators[i], p.moneys[0]
	if ind.Target.Number == nil || ind.Actual.Number == nil || ind.Actual.Number.Sign != fuhe.NoSign {
		return
	}
	unit := ind.Target.Number.Unit
	target, ok := inYuan(ind.Target.Number, unit)
	if !ok || !money.adjusted.known || !money.executed.known || !target.meets(money.adjusted.block) {
		return
	}
	if ind.Actual.Number.Unit != "" {
		unit = ind.Actual.Number.Unit
	}
	actual, ok := inYuan(ind.Actual.Number, unit)
	field := fuhe.IndicatorField(i, "actual")
	if !ok {
		return
	}
	if actual.meets(money.executed.block) {
		p.agree(field, money.executed.field)
		return
	}
	p.report(fuhe.Finding{
		Severity: fuhe.Warning, Field: field, Inputs: []fuhe.Field{money.executed.field, fuhe.IndicatorField(i, "target"), money.adjusted.field},
		Message: p.say(saysCostTwice, p.nameOf(i), ind.Actual.Text, p.asCounted(money.executed)),
	})
}

// asCounted is an amount as the form prints it; the sum of the sources where that is what is compared.
func (p *Pass) asCounted(a amount) string {
	if a.summed {
		return a.digits()
	}
	return p.cell(a.field).Text
}

// inYuan is what a figure with a unit of money may stand for, in 元.
func inYuan(n *fuhe.Number, unit string) (interval, bool) {
	scale, ok := scaleOf(unit)
	if !ok {
		return interval{}, false
	}
	return moneyInterval(value(n), n.Places, scale, true).times(pow10(scale)), true
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
	w, weighs := p.budgetWeight()
	s := p.Report.Funds[0].Score.Number
	if !weighs || s == nil || value(s).Cmp(w) >= 0 {
		return
	}
	for i := range p.Report.Indicators {
		ind := &p.Report.Indicators[i]
		n, weight := ind.Score.Number, ind.Weight.Number
		if !rateNames[indicatorName(ind.Name.Text)] || n == nil || weight == nil || n.Value.Cmp(weight.Value) >= 0 {
			continue
		}
		p.report(fuhe.Finding{
			Field: fuhe.IndicatorField(i, "score"), Inputs: []fuhe.Field{fuhe.FundField(0, "score")},
			Message: p.say(saysChargedTwice, p.nameOf(i)),
		})
	}
}
