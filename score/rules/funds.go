package rules

import (
	"slices"

	"fuhe"
	"fuhe/score/cause"
	"fuhe/score/figures"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// noteUnstated notes that a rate is computed on what arrived where no heading says so.
func (p *Pass) noteUnstated(f fuhe.Finding, money *figures.Money) {
	f.Severity = fuhe.Note
	f.Message = p.In(messageUnstatedDenominator, p.Label(f.Field), p.Cell(f.Field).Text, money.Other.Digits(), money.Adjusted.Digits())
	p.report(f)
}

// The money block: amounts add up, rates and the budget score follow from them.

var fundSources = &Rule{
	ID: "F101", Name: "fund-sources", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "年度资金总额＝各项资金来源之和", EN: "the annual total is the sum of its sources"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "逐列（年初预算数、全年预算数、全年执行数）核对勾稽关系。来源之和大于合计，必有差错；小于合计，只有印出的来源是全部来源时才算差错：列有“其他资金”一类兜底行且各行均已填列（填“-”“无”而其余各列不计它也相符的，按0计），或另一列已证明来源齐全。取整的金额按末位半个单位容许。一般公共预算资金下的人员经费、公用经费之类是来源的组成部分，小计是其下各行之和，结余资金不是来源：按名称允许、又能使各列相加的层次核对，组成部分不符的只作警告。合计由执行率、得分证实，而只有一项来源的简单笔误能解释的，记在该来源，应为合计减其余；该来源的组成部分、同行的其他金额（年初预算数等）正是此数的，是它；它们与印出的数相同、而另一项能解释的，不是它。几项都能解释的，记在合计，列出各项，不指定一项。",
		EN: "Checked for each column. Sources above the total are always wrong; sources below it only when the printed ones are all there are: a row for the rest (其他资金) is printed and every row filled (-, — and 无 are nothing where the other columns add up without them), or another column proves it. Rounded amounts are allowed half a unit of their last place. 人员经费 and 公用经费 under 一般公共预算资金 are parts of that source, a subtotal (小计) is the sum of the rows under it, and money left over (结余资金) is no source: of the arrangements that names permit the one that adds up is checked, and parts that do not are a warning. Where rate and score vouch for the total and a slip in one source alone explains the rest, the finding stands at that source: the total less the others. It is the source whose parts, or another amount of whose row (the initial budget), are just that; it is none whose parts or row print the same as it does while another explains it. Where several do, it stands at the total and names them all, and accuses none.",
	},
	Check: checkFundSources,
}

var ExecutionRate = &Rule{
	ID: "F102", Name: "execution-rate", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "执行率＝全年执行数÷全年预算数", EN: "execution rate = executed ÷ adjusted budget"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "按印出的小数位四舍五入复算年度资金总额的执行率；百分数、小数（0.958）和不带百分号的写法都认。进位或截断仍算不一致，原因另注。执行数大于预算数时执行率可以超过100%，不予更正。表头写明以到位资金或年初预算数为分母的，按其口径复算；未写明而与到位资金相符的，只作提示。金额没有来源之和、得分或总分印证，而其中一个笔误即可使执行率成立的，两种读法都写明，执行率和随它的得分都不更正。",
		EN: "Recomputed for the annual total, rounded half up at the printed places; percentages, fractions (0.958) and figures without % are all read. Rounding up or cutting off is still a mismatch, named in the cause. A rate above 100 % is right when more was executed than budgeted. Where the heading says that it is computed on what arrived (到位资金) or on the initial budget, so it is; where only the figures show it, a note says so. Where no sum of sources, no score and no total vouches for the amounts, and a slip of the pen in one of them would make the rate right, both readings are said and neither the rate nor the score that follows from it is corrected.",
	},
	Check: func(p *Pass) {
		if len(p.Funds) > 0 {
			checkRate(p, 0)
		}
	},
}

var SourceRate = &Rule{
	ID: "F107", Name: "source-rate", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "各资金来源印出的执行率＝本行执行数÷本行预算数", EN: "a source's printed rate = its own executed ÷ its own budget"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "与F102相同，核对“其中”各行；空白不查。各来源行一律印0而有执行数的，是系统未计算的默认值，只作一条提示。两行的执行数按印出的执行率应当互换的，记在执行数上，执行率不动。",
		EN: "As F102, for the rows of the sources; blanks are left alone. Where every source prints 0 although money was executed, the program that printed the form did not compute them: one note. Where by their printed rates two sources have exchanged what they executed, that is the finding, and the rates stay.",
	},
	Check: checkSourceRates,
}

func checkSourceRates(p *Pass) {
	if zeros := p.defaultRates(); len(zeros) > 0 {
		f := fuhe.Finding{Severity: fuhe.Note, Field: zeros[0], Inputs: zeros[1:]}
		f.Message = p.In(messageDefaultRates, p.Cell(zeros[0]).Text)
		p.report(f)
		return
	}
	root := ""
	for i := 1; i < len(p.Funds); i++ {
		if k := p.ExchangedWith(i); k > 0 {
			root = p.reportExchange(i, k, root)
			continue
		}
		checkRate(p, i)
	}
}

// reportExchange: two sources print what was executed in each other's row; their rates are right.
func (p *Pass) reportExchange(i, k int, root string) string {
	a, b := &p.Funds[i].Executed, &p.Funds[k].Executed
	f := fuhe.Finding{
		Field: a.Field, Inputs: []fuhe.Field{b.Field, p.Funds[i].Denominator().Field, p.Rate(i).Field}, Root: root, Recomputed: p.Cell(b.Field).Text,
		Message: p.In(messageExchanged, p.Label(a.Field), p.Cell(a.Field).Text, p.Label(b.Field), p.Cell(b.Field).Text),
	}
	explain(&f, cause.OfExchange(p.Figures, a.Field, b.Field))
	id := p.report(f)
	if root == "" {
		return id
	}
	return root
}

// defaultRates are the rates of sources that should not be 0, when every source prints 0.
func (p *Pass) defaultRates() []fuhe.Field {
	var zeros []fuhe.Field
	for i := 1; i < len(p.Funds); i++ {
		field := fuhe.FundField(i, "execution_rate")
		n := p.Cell(field).Number
		if n == nil {
			continue
		}
		if n.Value.Sign() != 0 {
			return nil
		}
		if p.Funds[i].Executed.Positive() && p.Funds[i].Adjusted.Positive() {
			zeros = append(zeros, field)
		}
	}
	return zeros
}

// checkRate compares the printed rate of a fund with its own amounts.
func checkRate(p *Pass, i int) {
	r := p.Rate(i)
	if !r.Computed() || r.Printed == nil {
		return
	}
	f := fuhe.Finding{Field: r.Field, Inputs: r.From, Working: r.Working()}
	if r.Holds() {
		p.agree(append(slices.Clip(r.From), r.Field)...)
		if r.Unstated() {
			p.noteUnstated(f, &p.Funds[i])
		}
		return
	}
	executed, by := r.Operands()
	name, printed, recomputed := p.Label(r.Field), p.Cell(r.Field).Text, r.Recomputed()
	switch {
	case !r.Sure && !figures.HeadedPercent(p.Report):
		f.Severity = fuhe.Warning
		f.Message = p.In(messageRateUnclear, name, printed, executed, by, interval.Expanded(r.Quotient, interval.WorkingPlaces+interval.WorkingPlaces))
	case interval.Compare(r.Quotient, interval.One) > 0 && interval.CompareNumber(r.Printed, r.Factor) == 0:
		f.Severity = fuhe.Note
		f.Message = p.In(messageRateCapped, name, printed, executed, by, recomputed)
	default:
		f.Recomputed, f.Effect = recomputed, rateEffect(p, i)
		explain(&f, cause.Rank(p.Figures, cause.OfRate(p.Figures, i)))
		if p.VouchedBySource(i) {
			f.Recomputed = "" // an amount may be the wrong one
		}
		if slices.Contains(p.Profile.Permits, f.Cause.Kind) {
			f.Severity = fuhe.Note
		}
		f.Message = p.In(messageRate, name, printed, executed, by, recomputed)
	}
	p.report(f)
}

// rateEffect: the score is computed from the amounts, so a wrong rate changes it only when the score followed the rate.
func rateEffect(p *Pass, i int) fuhe.Effect {
	if i != 0 {
		return fuhe.NoEffect
	}
	b, ok := p.BudgetScore()
	if !ok || b.Holds() {
		return fuhe.NoEffect
	}
	if b.FollowsRate() {
		return p.EffectOnTotal(b.Apart())
	}
	return fuhe.NoEffect
}

var zeroBudget = &Rule{
	ID: "F103", Name: "zero-budget", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "预算数为0时不应有执行数和执行率", EN: "nothing is executed, and no rate printed, against a budget of zero"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "预算数为0而执行数大于0，报错。预算数、执行数均为0时，执行率印0、0.00%、100%或空白都不算错；“其中”行印100%、预算执行得分与印出的执行率不符，只作提示。",
		EN: "Spending against a budget of 0 is an error. With both at 0 a rate of 0, 0.00%, 100% or a blank is nothing; 100% in the row of a source is a note, and so is a budget score that does not follow from the printed rate.",
	},
	Check: checkZeroBudget,
}

func checkZeroBudget(p *Pass) {
	whole := "" // the finding at the annual total, which those at its sources follow from
	for i, money := range p.Funds {
		if p.emptyRow(i) && (i > 0 || !p.SourcesFilled()) {
			p.noteEmptyRow(i)
			continue
		}
		if !money.Adjusted.Zero() || i == 0 && p.Column(figures.AdjustedColumn).Exact.Sign() > 0 {
			continue // an unfilled total row is F106
		}
		rateField := fuhe.FundField(i, "execution_rate")
		n := p.Cell(rateField).Number
		printsRate := n != nil && n.Value.Sign() != 0
		f := fuhe.Finding{Field: rateField, Inputs: []fuhe.Field{money.Adjusted.Field, money.Executed.Field}}
		switch {
		case money.Executed.Positive():
			if !printsRate {
				f.Field, f.Inputs = money.Executed.Field, f.Inputs[:1]
			}
			f.Root, f.Message = whole, p.In(messageZeroBudgetSpent, p.FundName(i), money.Executed.Digits())
			if id := p.report(f); i == 0 {
				whole = id
			}
		case money.Executed.Zero() && printsRate && (i > 0 || !figures.IsWhole(n)):
			f.Severity = fuhe.Warning
			if figures.IsWhole(n) {
				f.Severity = fuhe.Note
			}
			f.Message = p.In(messageZeroBudgetRate, p.FundName(i), p.Cell(rateField).Text)
			p.report(f)
		case money.Executed.Zero() && i == 0:
			p.noteScoreOfNothing()
		}
	}
}

// noteScoreOfNothing notes a budget score that does not follow from the rate that is printed for nothing out of nothing.
func (p *Pass) noteScoreOfNothing() {
	w, weighs := p.BudgetWeight()
	rate, n := p.Rate(0), p.Report.Funds[0].Score.Number
	if !weighs || rate.Printed == nil || n == nil || p.Scale() != nil || p.ClaimedScore(n, w).Meets(rate.Share.Times(w)) {
		return
	}
	p.report(fuhe.Finding{
		Severity: fuhe.Note, Field: fuhe.FundField(0, "score"), Inputs: []fuhe.Field{rate.Field, p.Funds[0].Adjusted.Field, p.Funds[0].Executed.Field},
		Message: p.In(messageZeroBudgetScore, p.Cell(rate.Field).Text, p.Cell(fuhe.FundField(0, "score")).Text),
	})
}

// emptyRow reports whether a fund has no amounts at all and a rate all the same.
func (p *Pass) emptyRow(i int) bool {
	m := &p.Funds[i]
	n := p.Cell(fuhe.FundField(i, "execution_rate")).Number
	return n != nil && n.Value.Sign() != 0 && p.blankAmount(m.Adjusted.Field) && p.blankAmount(m.Executed.Field)
}

func (p *Pass) noteEmptyRow(i int) {
	field := fuhe.FundField(i, "execution_rate")
	p.report(fuhe.Finding{
		Severity: fuhe.Note, Field: field, Inputs: []fuhe.Field{p.Funds[i].Adjusted.Field, p.Funds[i].Executed.Field},
		Message: p.In(messageEmptyRowRate, p.FundName(i), p.Cell(field).Text),
	})
}

// blankAmount reports whether an amount has a place on the form and nothing in it.
func (p *Pass) blankAmount(field fuhe.Field) bool {
	c := p.Cell(field)
	return c.Blank() || c.Present() && c.Doubt == nil && !c.Struck && text.IsBlank(c.Text)
}

// budgeted reports whether a blank budget beside what was executed is a gap: other rows have one, or a rate is printed that
// needs one. Where sources have budgets and their total is blank, that is F106.
func (p *Pass) budgeted(i int) bool {
	some := p.Column(figures.AdjustedColumn).Exact.Sign() > 0
	return i > 0 && some || i == 0 && !some && p.Rate(0).Printed != nil
}

var overspent = &Rule{
	ID: "F105", Name: "overspent", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "全年执行数不应大于全年预算数", EN: "executed does not exceed the adjusted budget"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "执行数确实大于全年预算数（两数的取整误差之外）时提示，需人工判断；执行率超过100%本身不算错。来源行预算数空白而有执行数的，合计行如此却印有执行率、与年初预算数也不符的，也提示。",
		EN: "Said when executed exceeds the adjusted budget beyond the rounding of both; a person must judge. A rate above 100 % is not wrong in itself. Said, too, of a source that executed money and whose budget is blank, and of the annual total where a rate is printed all the same that does not follow from the initial budget.",
	},
	Check: func(p *Pass) {
		for i, money := range p.Funds {
			a, b := money.Adjusted, money.Executed
			if !p.IsSource(i) {
				continue
			}
			if b.Positive() && !money.Other.Known && p.blankAmount(a.Field) && p.budgeted(i) {
				p.report(fuhe.Finding{Field: b.Field, Inputs: []fuhe.Field{a.Field}, Message: p.In(messageSpentUnbudgeted, p.FundName(i), b.Digits())})
				continue
			}
			if !a.Known || !b.Known || a.Exact.Sign() <= 0 || !interval.Before(a.Block, b.Block) || p.ExchangedWith(i) > 0 {
				continue
			}
			w := figures.Written(b, a)
			p.report(fuhe.Finding{
				Field: b.Field, Inputs: []fuhe.Field{a.Field}, Working: w[0] + " > " + w[1], Message: p.In(messageOverspent, p.FundName(i), w[0], w[1]),
			})
		}
	},
}
