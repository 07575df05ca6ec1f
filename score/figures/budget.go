package figures

import (
	"math/big"
	"slices"

	"fuhe"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// The score of budget execution: min(w, w × B ÷ A).

// BudgetScore is the score of budget execution. Its Exact is capped at the weight where the profile caps it.
type BudgetScore struct {
	Derived
	Weight *big.Rat
	Over   *big.Rat           // recomputed before the cap; nil when it was not capped
	Scale  *Scale             // by which the form says that it is scored; nil for its weight times the rate
	byRate *interval.Interval // what a score computed from the printed rate may be, where that rate is right
	rate   *Rate
	right  *once[ScoreReading] // see Right
	figure *Figures

	holds, followsRate bool // see Holds, FollowsRate
}

// Holds reports whether the printed budget score is a permitted reading of the recomputed one.
func (b *BudgetScore) Holds() bool { return b.holds }

func (b *BudgetScore) gives(printed interval.Interval) bool {
	if b.Scale != nil {
		return slices.ContainsFunc(b.Scale.Scores(b.rate.Span, b.Weight), printed.Meets)
	}
	return printed.Meets(b.Span) || b.byRate != nil && printed.Meets(*b.byRate)
}

// InProportion reports whether the printed score is the weight times the rate, whatever scale is printed.
func (b *BudgetScore) InProportion() bool {
	return b.figure.ClaimedScore(b.Printed, b.Weight).Meets(b.Span)
}

// CutOff reports whether a score that does not hold is the right one cut off at two places or more, as a platform does.
func (b *BudgetScore) CutOff() bool {
	return b.Scale == nil && b.Printed.Places >= scorePlaces && (b.rate.Printed == nil || !b.rate.Computed() || b.rate.Holds()) && interval.CompareNumber(b.Printed, interval.FloorAt(b.Exact, b.Printed.Places)) == 0
}

// RoundedToFull reports whether a score that does not hold would as one rounded to all points, on a form that prints no decimals,
// or one: 9.96 of 10 is 10 there, or 10.0. Whether that was meant cannot be told.
func (b *BudgetScore) RoundedToFull() bool {
	followsWrong := b.rate.Printed != nil && b.rate.Computed() && !b.rate.Holds() && b.FollowsRate()
	places := b.figure.printedPlaces()
	return !followsWrong && places < scorePlaces && interval.CompareNumber(b.Printed, b.Weight) == 0 && b.gives(interval.Printed(b.Weight, places))
}

// Recomputed is the right score as it would be printed.
func (b *BudgetScore) Recomputed() string {
	right := b.Right()
	return interval.Fixed(right.Value, right.Places) + b.Printed.Unit
}

// Apart is what the score would gain if it were corrected.
func (b *BudgetScore) Apart() *big.Rat {
	return interval.Sub(b.Right().Value, interval.Value(b.Printed))
}

// FollowsRate reports whether the printed score is the weight times the rate as printed, right or wrong.
func (b *BudgetScore) FollowsRate() bool { return b.followsRate }

// OfRate reports whether the printed score is the weight times the rate as printed, whatever follows from the amounts.
func (b *BudgetScore) OfRate() bool {
	if b.rate.Printed == nil {
		return false
	}
	product := interval.Exactly(interval.Quo(interval.Value(b.rate.Printed), b.rate.Factor)).Times(b.Weight).AtMost(b.Weight)
	return interval.Claimed(b.Printed).Meets(product)
}

// product is the weight times the rate in digits: 10 × 80 ÷ 100.
func (b *BudgetScore) product() string {
	w := interval.Expanded(b.Weight, interval.SumPlaces) + " × "
	if b.rate.Computed() {
		executed, by := b.rate.Operands()
		return w + executed + " ÷ " + by
	}
	return w + interval.Plain(b.rate.Printed) + b.rate.Printed.Unit
}

// Expression is what the score is computed as: 10 × 80 ÷ 100.
func (b *BudgetScore) Expression() string {
	if b.Over != nil {
		return "min(" + interval.Expanded(b.Weight, interval.SumPlaces) + ", " + b.product() + ")"
	}
	return b.product()
}

// Working is the expression with its result.
func (b *BudgetScore) Working() string {
	places := b.Printed.Places + interval.WorkingPlaces
	if b.Over != nil {
		return "min(" + interval.Expanded(b.Weight, interval.SumPlaces) + ", " + b.product() + " = " + interval.Expanded(b.Over, places) + ")"
	}
	return b.product() + " = " + interval.Expanded(b.Exact, places)
}

// Formula is the score as a spreadsheet works it out.
func (b *BudgetScore) Formula() string {
	weight := b.figure.WeightText()
	if b.figure.Report.Funds[0].Weight.Number != nil {
		weight = b.figure.weightRef(fuhe.FundField(0, "weight"))
	}
	right := b.Right()
	product := weight + "*" + Ref(b.rate.Field)
	if b.rate.Computed() && !right.ByRate {
		product = weight + "*" + b.rate.ratio()
	} else if b.rate.Printed != nil && interval.Compare(b.rate.Factor, FullPoints) == 0 && b.rate.Printed.Unit == "" {
		product += "/100" // a percentage without its sign is no fraction in a spreadsheet
	}
	if !b.figure.Profile.Uncapped {
		product = "MIN(" + weight + "," + product + ")"
	}
	return rounded(product, right.Places)
}

// BudgetWeight is the points of budget execution: from the cell, else from a heading that prints them, else, where their
// place is blank, what the indicators leave of the total.
func (f *Figures) BudgetWeight() (*big.Rat, bool) {
	if len(f.Report.Funds) == 0 {
		return nil, false
	}
	if n := f.Report.Funds[0].Weight.Number; n != nil {
		return interval.Value(n), n.Value.Sign() > 0
	}
	if w := f.sectionWeight(); w != nil {
		return w, true
	}
	return f.impliedWeight()
}

// sectionWeight is the points that a heading prints for budget execution; nil when none does.
func (f *Figures) sectionWeight() *big.Rat {
	for i := range f.Report.Sections {
		if s := &f.Report.Sections[i]; s.Covers == fuhe.CoversBudget && s.Weight.Value.Sign() > 0 {
			return interval.Value(&s.Weight)
		}
	}
	return nil
}

// impliedWeight is what the weights of the indicators leave of the total for a budget score whose own weight is blank; false
// where the score or a weight is missing, or nothing is left.
func (f *Figures) impliedWeight() (*big.Rat, bool) {
	fund, w := &f.Report.Funds[0], f.IndicatorWeights()
	if fund.Score.Number == nil || !fund.Weight.Present() || !text.IsBlank(fund.Weight.Text) || w.Gaps > 0 || len(w.Fields) == 0 {
		return nil, false
	}
	full := FullPoints
	if n := f.Cell(TotalWeight).Number; n != nil {
		full = interval.Value(n)
	}
	left := interval.Sub(full, w.Sum)
	if f.scoredOf(left) {
		return left, true
	}
	// The score may say that the total or a weight is the wrong one.
	for _, points := range []*big.Rat{interval.Sub(FullPoints, w.Sum), big.NewRat(10, 1), mostBudgetPoints} {
		if f.scoredOf(points) {
			return points, true
		}
	}
	return left, left.Sign() > 0
}

// scoredOf reports whether the budget score follows from the amounts under a weight. A score of 10 or 20 may be all that
// execution weighs: it claims nothing about rounding.
func (f *Figures) scoredOf(w *big.Rat) bool {
	span, _, ok := Share(f.Funds[0].Executed, f.Funds[0].Denominator())
	if !ok || w.Sign() <= 0 {
		return false
	}
	n := f.Report.Funds[0].Score.Number
	claimed := interval.Claimed(n)
	if BudgetPoints[interval.Value(n).RatString()] {
		claimed = interval.Printed(interval.Value(n), max(n.Places, scorePlaces))
	}
	return claimed.Meets(span.Times(w).AtMost(w))
}

// WeightImplied reports whether the weight of budget execution is printed nowhere and follows from the others.
func (f *Figures) WeightImplied() bool {
	if len(f.Report.Funds) == 0 || f.Report.Funds[0].Weight.Number != nil || f.sectionWeight() != nil {
		return false
	}
	_, ok := f.impliedWeight()
	return ok
}

// BudgetScore recomputes the budget score from the amounts, or from the printed rate when an amount is missing. A rate
// that is right at its printed places may also have been the factor: 20 × 55.3% is a permitted way to score.
func (f *Figures) BudgetScore() (BudgetScore, bool) {
	b := f.derived.budget.of(maybe(f.deriveBudgetScore))
	return b.value, b.ok
}

func (f *Figures) deriveBudgetScore() (BudgetScore, bool) {
	w, ok := f.BudgetWeight()
	if !ok || f.Profile.OwnScore || f.Report.Funds[0].Score.Number == nil {
		return BudgetScore{}, false
	}
	scale := f.Scale()
	if !f.ScaleTells() {
		return BudgetScore{}, false
	}
	if right := f.WeightSlip(); right != nil {
		w = right
	}
	return f.budgetScoreOf(w, scale)
}

// budgetScoreOf is the budget score under a weight and a scale, nil for none.
func (f *Figures) budgetScoreOf(w *big.Rat, scale *Scale) (BudgetScore, bool) {
	rate, money := f.Rate(0), &f.Funds[0]
	b := BudgetScore{Weight: w, Scale: scale, rate: rate, figure: f}
	b.Field, b.Printed = fuhe.FundField(0, "score"), f.Report.Funds[0].Score.Number
	switch {
	case rate.Computed():
		b.Span, b.Exact, b.From = f.capped(rate.Span.Times(w), w), interval.Mul(rate.Quotient, w), rate.From
		if rate.Printed != nil && rate.Holds() {
			byRate := f.capped(interval.Exactly(interval.Quo(interval.Value(rate.Printed), rate.Factor)).Times(w), w)
			b.byRate = &byRate
		} else if by := b.fromRate(); by != nil { // the rate is wrong now; the score may follow from the right one
			byRate := interval.Exactly(by)
			b.byRate = &byRate
		}
	case rate.Printed != nil && rate.Printed.Unit != "" && (!money.Denominator().Known || !money.Executed.Known):
		b.Span = f.capped(rate.Share.Times(w), w)
		b.Exact = interval.Mul(interval.Quo(interval.Value(rate.Printed), rate.Factor), w)
		b.From = []fuhe.Field{rate.Field}
	default:
		return BudgetScore{}, false
	}
	if !f.Profile.Uncapped && interval.Compare(b.Exact, w) > 0 {
		b.Over, b.Exact = b.Exact, w
	}
	sums, right := f.SumsSources(b.Printed)
	b.holds = sums && right || b.gives(f.ClaimedScore(b.Printed, w))
	b.followsRate = !b.holds && b.OfRate()
	b.right = new(once[ScoreReading])
	return b, true
}

// capped is a score at most at its weight, where the profile caps it.
func (f *Figures) capped(score interval.Interval, weight *big.Rat) interval.Interval {
	if f.Profile.Uncapped {
		return score
	}
	return score.AtMost(weight)
}

// WeightSlip is the weight of budget execution that the score, the weights of the indicators and the total vouch for where the
// printed one is another; nil where they do not.
func (f *Figures) WeightSlip() *big.Rat { return f.derived.weightSlip.of(f.findWeightSlip) }

func (f *Figures) findWeightSlip() *big.Rat {
	if len(f.Report.Funds) == 0 || f.Scale() != nil {
		return nil
	}
	printed, score := f.Report.Funds[0].Weight.Number, f.Report.Funds[0].Score.Number
	total, w := f.Cell(TotalWeight).Number, f.IndicatorWeights()
	if printed == nil || score == nil || w.Gaps > 0 || len(w.Fields) == 0 {
		return nil
	}
	full := FullPoints
	if total != nil {
		full = interval.Value(total)
	}
	right := interval.Sub(full, w.Sum)
	if right.Sign() <= 0 || interval.CompareNumber(printed, right) == 0 {
		return nil
	}
	if b, ok := f.budgetScoreOf(interval.Value(printed), nil); !ok || b.Holds() {
		return nil
	}
	if b, ok := f.budgetScoreOf(right, nil); !ok || !b.Holds() {
		return nil
	}
	if n, s := f.Cell(TotalScore).Number, f.Scores(); n != nil && len(s.Missing) == 0 && s.farFrom(n) {
		return nil // the score may be the wrong one
	}
	return right
}

// WeightText is the points of budget execution as printed.
func (f *Figures) WeightText() string {
	if n := f.Report.Funds[0].Weight.Number; n != nil {
		return interval.Plain(n)
	}
	w, _ := f.BudgetWeight()
	return interval.Expanded(w, interval.SumPlaces)
}
