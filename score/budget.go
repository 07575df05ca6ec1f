package score

import (
	"math/big"
	"slices"

	"fuhe"
)

// The score of budget execution: min(w, w × B ÷ A).

// scored is the printed budget score beside what it should be.
type scored struct {
	weight  *big.Rat
	printed *fuhe.Number
	right   interval  // what the recomputed score may be
	exact   *big.Rat  // recomputed from the figures as printed, capped
	over    *big.Rat  // the same before the cap; nil when it was not capped
	alt     *interval // what a score computed from the printed rate may be
	from    []fuhe.Field
	formula string // 10 × 80 ÷ 100
	working string // the same with its result
}

// holds reports whether the printed budget score is a permitted reading of the recomputed one.
func (b scored) holds() bool {
	return claimed(b.printed).meets(b.right) || b.alt != nil && claimed(b.printed).meets(*b.alt)
}

// follows reports whether the printed score is the weight times the rate as printed, right or wrong.
func (b scored) follows(p *Pass) bool {
	money := p.moneys[0]
	span, exact, _ := share(money.executed, money.base())
	r, ok := readRate(p.cell(fuhe.FundField(0, "execution_rate")), span, exact)
	if !ok {
		return false
	}
	product := exactly(new(big.Rat).Quo(value(r.number), r.factor)).times(b.weight).atMost(b.weight)
	return claimed(b.printed).meets(product)
}

// delta is what the score would gain if it were corrected.
func (b scored) delta() *big.Rat {
	return new(big.Rat).Sub(roundHalfUp(b.exact, b.printed.Places), value(b.printed))
}

// budgetWeight is the points of budget execution: from the cell, else from a heading that prints them.
func (p *Pass) budgetWeight() (*big.Rat, bool) {
	if len(p.Report.Funds) == 0 {
		return nil, false
	}
	if n := p.Report.Funds[0].Weight.Number; n != nil {
		return value(n), n.Value.Sign() > 0
	}
	for i := range p.Report.Sections {
		if s := &p.Report.Sections[i]; s.Covers == fuhe.CoversBudget && s.Weight.Value.Sign() > 0 {
			return value(&s.Weight), true
		}
	}
	return nil, false
}

// budgetScore recomputes the budget score from the amounts, or from the printed rate when an amount is missing. A rate
// that is right at its printed places may also have been the factor: 20 × 55.3% is a permitted way to score.
func (p *Pass) budgetScore() (scored, bool) { return p.once.budget() }

func (p *Pass) deriveBudgetScore() (scored, bool) {
	w, ok := p.budgetWeight()
	if !ok || p.Profile.OwnScore || p.Report.Funds[0].Score.Number == nil {
		return scored{}, false
	}
	b := scored{weight: w, printed: p.Report.Funds[0].Score.Number}
	money, rateField := p.moneys[0], fuhe.FundField(0, "execution_rate")
	span, exact, computed := share(money.executed, money.base())
	r, hasRate := readRate(p.cell(rateField), span, exact)
	limit := func(i interval) interval {
		if p.Profile.Uncapped {
			return i
		}
		return i.atMost(w)
	}
	wText := p.weightText()
	switch {
	case computed:
		b.right, b.exact = limit(span.times(w)), new(big.Rat).Mul(exact, w)
		b.from = money.inputs()
		b.formula = wText + " × " + money.executed.digits() + " ÷ " + money.base().digits()
		if hasRate && r.span.meets(span) {
			alt := limit(exactly(new(big.Rat).Quo(value(r.number), r.factor)).times(w))
			b.alt = &alt
		}
	case hasRate && r.number.Unit != "" && (!money.base().known || !money.executed.known):
		b.right = limit(r.span.times(w))
		b.exact = new(big.Rat).Mul(new(big.Rat).Quo(value(r.number), r.factor), w)
		b.from = []fuhe.Field{rateField}
		b.formula = wText + " × " + plain(r.number) + r.number.Unit
	default:
		return scored{}, false
	}
	b.working = b.formula + " = " + expanded(b.exact, b.printed.Places+workingExtraPlaces)
	if !p.Profile.Uncapped && b.exact.Cmp(w) > 0 {
		b.over, b.exact = b.exact, w
		b.working = "min(" + wText + ", " + b.working + ")"
		b.formula = "min(" + wText + ", " + b.formula + ")"
	}
	return b, true
}

// weightText is the points of budget execution as printed.
func (p *Pass) weightText() string {
	if n := p.Report.Funds[0].Weight.Number; n != nil {
		return plain(n)
	}
	w, _ := p.budgetWeight()
	return expanded(w, sumPlaces)
}

var budgetScore = &Rule{
	ID: "F104", Name: "budget-score", Severity: fuhe.Error, Heeds: []*Rule{executionRate},
	Title: fuhe.Phrase{ZH: "预算执行得分＝分值×执行率，不超过分值", EN: "budget score = weight × execution rate, at most the weight"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "先乘后除，由金额复算，按得分印出的小数位比较；由正确的执行率印数相乘得到的也认。分值取自表上（多为10，湖北20），无分值不查；按结余率等地方公式计分的表也不查。",
		EN: "Recomputed from the amounts, multiplied first and divided last, and compared at the printed places of the score; a score computed from the rate as printed is accepted when the rate is right. The weight is the form's own (mostly 10, 20 in Hubei); without one, or where a local formula is used (what is left over, as in Fujian), nothing is checked.",
	},
	Check: checkBudgetScore,
}

func checkBudgetScore(p *Pass) {
	b, ok := p.budgetScore()
	if !ok {
		return
	}
	field := fuhe.FundField(0, "score")
	if b.holds() {
		p.agree(append(slices.Clip(b.from), field, fuhe.FundField(0, "weight"))...)
		return
	}
	recomputed := like(b.printed, b.exact)
	f := fuhe.Finding{Field: field, Inputs: append([]fuhe.Field{fuhe.FundField(0, "weight")}, b.from...), Recomputed: recomputed, Working: b.working}
	rate := p.wrong(fuhe.FundField(0, "execution_rate"), executionRate)
	switch {
	case rate != nil && rate.Cause != nil && b.follows(p):
		f.Root, f.Cause = rate.ID, &fuhe.Cause{Kind: rate.Cause.Kind, Text: p.say(causeFromRate, p.cell(rate.Field).Text)}
	case b.over != nil && value(b.printed).Cmp(roundHalfUp(b.over, b.printed.Places)) == 0:
		f.Cause = &fuhe.Cause{Kind: fuhe.UnknownCause, Text: p.say(causeUncapped)}
	default:
		s := slip{published: b.printed, exact: b.exact, others: p.denominators(0, b.weight)}
		if n := p.Report.Funds[0].Weight.Number; n != nil {
			s.around = []neighbour{{fuhe.FundField(0, "weight"), n}}
		}
		p.explain(&f, p.guesses(s))
	}
	effect := p.effectOnTotal(b.delta())
	if n, scores := p.cell(totalField).Number, p.scores(); n != nil && p.followsCorrection(n, &scores) {
		effect = fuhe.ScoreEffect // the total is right already
	}
	f.Effect, f.Message = effect, p.say(saysBudgetScore, p.cell(field).Text, b.formula, recomputed)
	p.report(f)
}
