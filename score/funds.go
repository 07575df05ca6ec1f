package score

import (
	"math/big"
	"slices"
	"strings"

	"fuhe"
)

// The money block: amounts add up, rates and the budget score follow from them.

var fundSources = &Rule{
	ID: "F101", Name: "fund-sources", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "年度资金总额＝各项资金来源之和", EN: "the annual total is the sum of its sources"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "逐列（年初预算数、全年预算数、全年执行数）核对勾稽关系。来源之和大于合计，必有差错；小于合计，只有印出的来源是全部来源时才算差错：列有“其他资金”一类兜底行且各行均已填列，或另一列已证明来源齐全。取整的金额按末位半个单位容许。",
		EN: "Checked for each column. Sources above the total are always wrong; sources below it only when the printed ones are all there are: a row for the rest (其他资金) is printed and every row filled, or another column proves it. Rounded amounts are allowed half a unit of their last place.",
	},
	Check: checkFundSources,
}

var executionRate = &Rule{
	ID: "F102", Name: "execution-rate", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "执行率＝全年执行数÷全年预算数", EN: "execution rate = executed ÷ adjusted budget"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "按印出的小数位四舍五入复算年度资金总额的执行率；百分数、小数（0.958）和不带百分号的写法都认。进位或截断仍算不一致，原因另注。执行数大于预算数时执行率可以超过100%，不予更正。表头写明以到位资金或年初预算数为分母的，按其口径复算；未写明而与到位资金相符的，只作提示。",
		EN: "Recomputed for the annual total, rounded half up at the printed places; percentages, fractions (0.958) and figures without % are all read. Rounding up or cutting off is still a mismatch, named in the cause. A rate above 100 % is right when more was executed than budgeted. Where the heading says that it is computed on what arrived (到位资金) or on the initial budget, so it is; where only the figures show it, a note says so.",
	},
	Check: func(p *Pass) {
		if len(p.moneys) > 0 {
			checkRate(p, 0)
		}
	},
}

var sourceRate = &Rule{
	ID: "F107", Name: "source-rate", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "各资金来源印出的执行率＝本行执行数÷本行预算数", EN: "a source's printed rate = its own executed ÷ its own budget"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "与F102相同，核对“其中”各行；空白不查。各来源行一律印0而有执行数的，是系统未计算的默认值，只作一条提示。",
		EN: "As F102, for the rows of the sources; blanks are left alone. Where every source prints 0 although money was executed, the program that printed the form did not compute them: one note.",
	},
	Check: checkSourceRates,
}

func checkSourceRates(p *Pass) {
	if zeros := p.defaultRates(); len(zeros) > 0 {
		f := fuhe.Finding{Severity: fuhe.Note, Field: zeros[0], Inputs: zeros[1:]}
		f.Message = p.say(saysDefaultRates, p.cell(zeros[0]).Text)
		p.report(f)
		return
	}
	for i := 1; i < len(p.moneys); i++ {
		checkRate(p, i)
	}
}

// defaultRates are the rates of sources that should not be 0, when every source prints 0.
func (p *Pass) defaultRates() []fuhe.Field {
	var zeros []fuhe.Field
	for i := 1; i < len(p.moneys); i++ {
		field := fuhe.FundField(i, "execution_rate")
		n := p.cell(field).Number
		if n == nil {
			continue
		}
		if n.Value.Sign() != 0 {
			return nil
		}
		if p.moneys[i].executed.positive() && p.moneys[i].adjusted.positive() {
			zeros = append(zeros, field)
		}
	}
	return zeros
}

// checkRate compares the printed rate of a fund with its own amounts.
func checkRate(p *Pass, i int) {
	field, money := fuhe.FundField(i, "execution_rate"), p.moneys[i]
	span, exact, ok := share(money.executed, money.base())
	if !ok {
		return
	}
	r, ok := readRate(p.cell(field), span, exact)
	if !ok {
		return
	}
	r.sure = r.sure || headedPercent(p.Report)
	f := fuhe.Finding{Field: field, Inputs: money.inputs(), Working: r.working(money.executed, money.base(), exact)}
	if r.span.meets(span) {
		p.agree(append(money.inputs(), field)...)
		if money.unsaid {
			p.sayUnsaid(f, money)
		}
		return
	}
	shown := new(big.Rat).Mul(exact, r.factor)
	executed, adjusted := money.executed.digits(), money.base().digits()
	recomputed := like(r.number, shown)
	switch {
	case !r.sure:
		f.Severity = fuhe.Warning
		f.Message = p.say(saysRateUnclear, p.label(field), p.cell(field).Text, executed, adjusted, expanded(exact, workingExtraPlaces+workingExtraPlaces))
	case exact.Cmp(big.NewRat(1, 1)) > 0 && value(r.number).Cmp(r.factor) == 0:
		f.Severity = fuhe.Note
		f.Message = p.say(saysRateCapped, p.label(field), p.cell(field).Text, executed, adjusted, recomputed)
	default:
		f.Recomputed = recomputed
		f.Effect = rateEffect(p, i)
		p.explain(&f, p.guesses(p.rateSlip(i, r, shown)))
		if slices.Contains(p.Profile.Permits, f.Cause.Kind) {
			f.Severity = fuhe.Note
		}
		f.Message = p.say(saysRate, p.label(field), p.cell(field).Text, executed, adjusted, recomputed)
	}
	p.report(f)
}

func (p *Pass) rateSlip(i int, r rate, shown *big.Rat) slip {
	s := slip{published: r.number, exact: shown, others: p.denominators(i, r.factor)}
	for k := range p.Report.Funds {
		if n := p.Report.Funds[k].ExecutionRate.Number; k != i && n != nil && n.Unit == r.number.Unit {
			s.around = append(s.around, neighbour{fuhe.FundField(k, "execution_rate"), n})
		}
	}
	s.inputs = func() []guess { return p.inputSlips(i, r) }
	return s
}

// denominators are the other budgets that the executed amount of a fund may have been divided by.
func (p *Pass) denominators(i int, factor *big.Rat) []denominator {
	var out []denominator
	money := p.moneys[i]
	if exact, ok := money.initialShare(); ok {
		out = append(out, denominator{kind: fuhe.InitialBudget, exact: new(big.Rat).Mul(exact, factor), printed: money.initial.digits()})
	}
	for k, other := range p.moneys {
		same := money.adjusted.known && other.adjusted.known && other.adjusted.exact.Cmp(money.adjusted.exact) == 0
		if k == 0 || k == i || !other.adjusted.known || same {
			continue
		}
		if _, exact, ok := share(money.executed, other.adjusted); ok {
			out = append(out, denominator{kind: fuhe.SourceBudget, exact: new(big.Rat).Mul(exact, factor), printed: other.adjusted.digits(), row: p.rowName(k)})
		}
	}
	return out
}

// rateEffect: the score is computed from the amounts, so a wrong rate changes it only when the score followed the rate.
func rateEffect(p *Pass, i int) fuhe.Effect {
	if i != 0 {
		return fuhe.NoEffect
	}
	b, ok := p.budgetScore()
	if !ok || b.holds() {
		return fuhe.NoEffect
	}
	if b.follows(p) {
		return p.effectOnTotal(b.delta())
	}
	return fuhe.NoEffect
}

var zeroBudget = &Rule{
	ID: "F103", Name: "zero-budget", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "预算数为0时不应有执行数和执行率", EN: "nothing is executed, and no rate printed, against a budget of zero"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "预算数为0而执行数大于0，报错。预算数、执行数均为0时，执行率印0、0.00%、100%或空白都不算错；“其中”行印100%只作提示。",
		EN: "Spending against a budget of 0 is an error. With both at 0 a rate of 0, 0.00%, 100% or a blank is nothing; 100% in the row of a source is a note.",
	},
	Check: checkZeroBudget,
}

func checkZeroBudget(p *Pass) {
	for i, money := range p.moneys {
		if !money.adjusted.zero() || i == 0 && sourcesFilled(p) {
			continue // an unfilled total row is F106
		}
		rateField := fuhe.FundField(i, "execution_rate")
		n := p.cell(rateField).Number
		printsRate := n != nil && n.Value.Sign() != 0
		inputs := []fuhe.Field{money.adjusted.field, money.executed.field}
		switch {
		case money.executed.positive() && printsRate:
			p.report(fuhe.Finding{Field: rateField, Inputs: inputs, Message: p.say(saysZeroBudgetSpent, p.rowName(i), money.executed.digits())})
		case money.executed.positive():
			p.report(fuhe.Finding{Field: money.executed.field, Inputs: inputs[:1], Message: p.say(saysZeroBudgetSpent, p.rowName(i), money.executed.digits())})
		case money.executed.zero() && printsRate && isWhole(n):
			if i > 0 {
				p.report(fuhe.Finding{Severity: fuhe.Note, Field: rateField, Inputs: inputs, Message: p.say(saysZeroBudgetRate, p.rowName(i), p.cell(rateField).Text)})
			}
		case money.executed.zero() && printsRate:
			p.report(fuhe.Finding{Severity: fuhe.Warning, Field: rateField, Inputs: inputs, Message: p.say(saysZeroBudgetRate, p.rowName(i), p.cell(rateField).Text)})
		}
	}
}

// isWhole reports whether a rate says all of it: 100%, 100 or the fraction 1.
func isWhole(n *fuhe.Number) bool {
	v := value(n)
	return v.Cmp(scoreFullPoints) == 0 || n.Unit == "" && v.Cmp(big.NewRat(1, 1)) == 0
}

// rowName is the name of a fund as printed, 其中 and colons cut off.
func (p *Pass) rowName(i int) string {
	name := strings.TrimRight(strings.TrimLeft(strings.TrimPrefix(p.Report.Funds[i].Name.Text, "其中"), ":： "), ":： ")
	if name == "" {
		return p.label(fuhe.FundField(i, "adjusted_budget"))
	}
	return name
}

var overspent = &Rule{
	ID: "F105", Name: "overspent", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "全年执行数不应大于全年预算数", EN: "executed does not exceed the adjusted budget"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "执行数确实大于全年预算数（两数的取整误差之外）时提示，需人工判断；执行率超过100%本身不算错。",
		EN: "Said when executed exceeds the adjusted budget beyond the rounding of both; a person must judge. A rate above 100 % is not wrong in itself.",
	},
	Check: func(p *Pass) {
		for i, money := range p.moneys {
			a, b := money.adjusted, money.executed
			if !a.known || !b.known || a.exact.Sign() <= 0 || !before(a.block, b.block) {
				continue
			}
			p.report(fuhe.Finding{
				Field: b.field, Inputs: []fuhe.Field{a.field},
				Working: b.digits() + " > " + a.digits(), Message: p.say(saysOverspent, p.rowName(i), b.digits(), a.digits()),
			})
		}
	},
}
