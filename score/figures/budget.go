package figures

import (
	"math/big"

	"fuhe"
	"fuhe/score/interval"
)

// The score of budget execution: min(w, w × B ÷ A).

// BudgetScore is the score of budget execution. Its Exact is capped at the weight where the profile caps it.
type BudgetScore struct {
	Derived
	Weight *big.Rat
	Over   *big.Rat           // recomputed before the cap; nil when it was not capped
	byRate *interval.Interval // what a score computed from the printed rate may be, where that rate is right
	rate   *Rate
	figure *Figures
	words  string // 10 × 80 ÷ 100
}

// Holds reports whether the printed budget score is a permitted reading of the recomputed one.
func (b *BudgetScore) Holds() bool {
	printed := interval.Claimed(b.Printed)
	return printed.Meets(b.Span) || b.byRate != nil && printed.Meets(*b.byRate)
}

// FollowsRate reports whether the printed score is the weight times the rate as printed, right or wrong.
func (b *BudgetScore) FollowsRate() bool {
	if b.rate.Printed == nil {
		return false
	}
	product := interval.Exactly(new(big.Rat).Quo(interval.Value(b.rate.Printed), b.rate.Factor)).Times(b.Weight).AtMost(b.Weight)
	return interval.Claimed(b.Printed).Meets(product)
}

// Expression is what the score is computed as: 10 × 80 ÷ 100.
func (b *BudgetScore) Expression() string {
	if b.Over != nil {
		return "min(" + b.figure.WeightText() + ", " + b.words + ")"
	}
	return b.words
}

// Working is the expression with its result.
func (b *BudgetScore) Working() string {
	places := b.Printed.Places + interval.WorkingPlaces
	if b.Over != nil {
		return "min(" + b.figure.WeightText() + ", " + b.words + " = " + interval.Expanded(b.Over, places) + ")"
	}
	return b.words + " = " + interval.Expanded(b.Exact, places)
}

// Formula is the score as a spreadsheet works it out.
func (b *BudgetScore) Formula() string {
	weight := b.figure.WeightText()
	if b.figure.Report.Funds[0].Weight.Number != nil {
		weight = Ref(fuhe.FundField(0, "weight"))
	}
	product := weight + "*" + Ref(b.rate.Field)
	if b.rate.Computed() {
		product = weight + "*" + b.rate.ratio()
	}
	if !b.figure.Profile.Uncapped {
		product = "MIN(" + weight + "," + product + ")"
	}
	return rounded(product, b.Printed.Places)
}

// BudgetWeight is the points of budget execution: from the cell, else from a heading that prints them.
func (f *Figures) BudgetWeight() (*big.Rat, bool) {
	if len(f.Report.Funds) == 0 {
		return nil, false
	}
	if n := f.Report.Funds[0].Weight.Number; n != nil {
		return interval.Value(n), n.Value.Sign() > 0
	}
	for i := range f.Report.Sections {
		if s := &f.Report.Sections[i]; s.Covers == fuhe.CoversBudget && s.Weight.Value.Sign() > 0 {
			return interval.Value(&s.Weight), true
		}
	}
	return nil, false
}

// BudgetScore recomputes the budget score from the amounts, or from the printed rate when an amount is missing. A rate
// that is right at its printed places may also have been the factor: 20 × 55.3% is a permitted way to score.
func (f *Figures) BudgetScore() (BudgetScore, bool) { return f.derived.budget() }

func (f *Figures) deriveBudgetScore() (BudgetScore, bool) {
	w, ok := f.BudgetWeight()
	if !ok || f.Profile.OwnScore || f.Report.Funds[0].Score.Number == nil {
		return BudgetScore{}, false
	}
	rate, money := f.Rate(0), &f.Funds[0]
	b := BudgetScore{Weight: w, rate: rate, figure: f}
	b.Field, b.Printed = fuhe.FundField(0, "score"), f.Report.Funds[0].Score.Number
	switch {
	case rate.Computed():
		executed, by := rate.Operands()
		b.Span, b.Exact, b.From = f.capped(rate.Span.Times(w), w), new(big.Rat).Mul(rate.Quotient, w), rate.From
		b.words = f.WeightText() + " × " + executed + " ÷ " + by
		if rate.Printed != nil && rate.Holds() {
			byRate := f.capped(interval.Exactly(new(big.Rat).Quo(interval.Value(rate.Printed), rate.Factor)).Times(w), w)
			b.byRate = &byRate
		}
	case rate.Printed != nil && rate.Printed.Unit != "" && (!money.Denominator().Known || !money.Executed.Known):
		b.Span = f.capped(rate.Share.Times(w), w)
		b.Exact = new(big.Rat).Mul(new(big.Rat).Quo(interval.Value(rate.Printed), rate.Factor), w)
		b.From = []fuhe.Field{rate.Field}
		b.words = f.WeightText() + " × " + interval.Plain(rate.Printed) + rate.Printed.Unit
	default:
		return BudgetScore{}, false
	}
	if !f.Profile.Uncapped && b.Exact.Cmp(w) > 0 {
		b.Over, b.Exact = b.Exact, w
	}
	return b, true
}

// capped is a score at most at its weight, where the profile caps it.
func (f *Figures) capped(score interval.Interval, weight *big.Rat) interval.Interval {
	if f.Profile.Uncapped {
		return score
	}
	return score.AtMost(weight)
}

// WeightText is the points of budget execution as printed.
func (f *Figures) WeightText() string {
	if n := f.Report.Funds[0].Weight.Number; n != nil {
		return interval.Plain(n)
	}
	w, _ := f.BudgetWeight()
	return interval.Expanded(w, interval.SumPlaces)
}
