package cause

import (
	"math"
	"math/big"
	"strings"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

// OfRate is the printed rate of a fund beside the one computed.
func OfRate(f *figures.Figures, i int) Slip {
	r := f.Rate(i)
	s := Slip{published: r.Printed, exact: r.Exact, others: f.OtherDenominators(i, r.Factor), whole: r.Factor, share: true}
	for k := range f.Report.Funds {
		if n := f.Report.Funds[k].ExecutionRate.Number; k != i && n != nil && n.Unit == r.Printed.Unit {
			s.around = append(s.around, figures.Neighbour{Field: f.Rate(k).Field, Number: n})
		}
	}
	s.elsewhere = func() []guess { return amountSlips(f, i) }
	return s
}

// OfBudgetScore is the printed budget score beside the one computed.
func OfBudgetScore(f *figures.Figures, b *figures.BudgetScore) Slip {
	s := Slip{published: b.Printed, exact: b.Right().Value, others: f.OtherDenominators(0, b.Weight), whole: b.Weight}
	if right := b.Right(); b.Scale == nil && !right.ByRate && right.Places == b.Printed.Places {
		s.exact = b.Exact
	}
	for _, key := range []string{"weight", "execution_rate"} {
		if n := f.Cell(fuhe.FundField(0, key)).Number; n != nil {
			s.around = append(s.around, figures.Neighbour{Field: fuhe.FundField(0, key), Number: n})
		}
	}
	return s
}

// OfSourceScore is the printed score of a row with points of its own beside the one computed, at places at which they differ.
func OfSourceScore(f *figures.Figures, x *figures.SourceScore) Slip {
	s := Slip{published: x.Printed, exact: x.Exact, whole: x.Weight}
	if right, ok := fuhe.ParseNumber(x.Recomputed()); ok {
		s.exact, s.published = interval.Value(&right), &fuhe.Number{Value: x.Printed.Value, Places: right.Places, Unit: x.Printed.Unit}
	}
	for _, key := range []string{"weight", "execution_rate"} {
		if n := f.Cell(fuhe.FundField(x.Row, key)).Number; n != nil {
			s.around = append(s.around, figures.Neighbour{Field: fuhe.FundField(x.Row, key), Number: n})
		}
	}
	return s
}

// amountSlips are the amounts of a fund that one wrong digit would explain the printed rate by, and the printed budget score
// with it where there is one: figures computed from the right amount are then right. Without a score that agrees, the rate
// alone is too little evidence among dozens of possible digits, unless there is but one.
func amountSlips(f *figures.Figures, i int) []guess {
	follows := false
	if i == 0 {
		b, ok := f.BudgetScore()
		if ok && b.Holds() && !b.OfRate() {
			return nil // the score follows from the amounts as printed
		}
		follows = ok && b.FollowsRate()
	}
	var found []guess
	for _, x := range otherAmounts(f, i, f.Rate(i).Share) {
		found = append(found, inputSlip(x.kind, x.ways, f.AmountLabel(x.was), x.Printed(), x.digits+x.was.Number.Unit))
	}
	if len(found) > Shown || !follows && len(found) != 1 {
		return nil
	}
	for i := range found {
		found[i].ways *= 2 // either amount
		if follows {
			found[i].ways = inputWays // two figures that agree against one
		}
	}
	return found
}

// OtherAmount is an amount as it would be printed but for a slip of the pen.
type OtherAmount struct {
	kind   fuhe.CauseKind
	ways   int
	was    figures.Amount
	digits string
}

// Field is the amount.
func (x *OtherAmount) Field() fuhe.Field { return x.was.Field }

// Printed is the amount as it is printed.
func (x *OtherAmount) Printed() string { return x.was.Number.String() + x.was.Number.Unit }

// Right is what it would be.
func (x *OtherAmount) Right() string { return x.digits + x.was.Number.Unit }

// OtherAmounts are the amounts of a fund that a slip of the pen would explain a printed share by that does not follow from them: a
// digit wrong, lost or one too many, two neighbours exchanged, the point.
func OtherAmounts(f *figures.Figures, i int, share interval.Interval) []OtherAmount {
	return append(otherAmounts(f, i, share), shiftedAmounts(f, i, share)...)
}

func otherAmounts(f *figures.Figures, i int, share interval.Interval) (found []OtherAmount) {
	money := f.Funds[i]
	for _, input := range []*figures.Amount{money.DenominatorAt(), &money.Executed} {
		was := *input
		if was.Number == nil {
			continue
		}
		try := func(kind fuhe.CauseKind, ways int) func(string) {
			return func(digits string) {
				if *input = rewritten(was, digits); gives(&money, share) {
					found = append(found, OtherAmount{kind, ways, was, digits})
				}
			}
		}
		digits, near := was.Number.String(), nearly(&money, share, was, input == &money.Executed)
		SwappedOff(digits, near, try(fuhe.Transposed, len(digits)))
		OneDigitOff(digits, near, try(fuhe.OneDigit, 9*len(digits)))
		*input = was
	}
	return found
}

// shiftedAmounts are those with their decimal point elsewhere, a digit more or a digit less.
func shiftedAmounts(f *figures.Figures, i int, share interval.Interval) (found []OtherAmount) {
	money := f.Funds[i]
	for _, input := range []*figures.Amount{money.DenominatorAt(), &money.Executed} {
		was := *input
		if was.Number == nil {
			continue
		}
		otherLengths(was.Number, nearly(&money, share, was, input == &money.Executed), func(digits string) {
			if *input = rewritten(was, digits); gives(&money, share) {
				found = append(found, OtherAmount{fuhe.Point, len(pointFactors), was, digits})
			}
		})
		*input = was
	}
	return found
}

// otherLengths tries a figure as written with its point shifted, one digit left out or one put in.
func otherLengths(n *fuhe.Number, near func(float64) bool, try func(string)) {
	text := n.String()
	about := magnitude(text)
	for _, by := range pointFactors {
		if near(about.all * math.Pow10(int(-by.power))) {
			value := n.Value.Shift(-by.power)
			try(value.StringFixed(max(n.Places, -value.Exponent())))
		}
	}
	if bare, negative := strings.CutPrefix(text, "-"); negative {
		if near(-about.all) {
			try(bare)
		}
		return
	}
	DigitLessOff(text, near, try)
	DigitMoreOff(text, near, try)
}

// gives reports whether a rate follows from the amounts.
func gives(m *figures.Money, rate interval.Interval) bool {
	span, _, ok := figures.Share(m.Executed, m.Denominator())
	return ok && rate.Meets(span)
}

// nearly is a quick test in floating point, too generous on purpose, for whether a rate could follow with other digits in
// one of the amounts: of a hundred and fifty slips of the pen it leaves a few to be worked out.
func nearly(m *figures.Money, rate interval.Interval, was figures.Amount, isExecuted bool) func(float64) bool {
	float := func(v *big.Rat) float64 { f, _ := v.Float64(); return f }
	other, factor := float(m.Executed.Exact), float(was.Factor)
	if isExecuted {
		other = float(m.Denominator().Exact)
	}
	low, high := float(rate.Lo), float(rate.Hi)
	blur := float(was.Block.Hi) - float(was.Block.Lo)
	otherBlur := float(m.Executed.Block.Hi) - float(m.Executed.Block.Lo) + float(m.Denominator().Block.Hi) - float(m.Denominator().Block.Lo)
	return func(v float64) bool {
		if v *= factor; v <= 0 || other <= 0 {
			return false
		}
		q := other / v
		if isExecuted {
			q = v / other
		}
		slack := 1 + nearlySlack + blur/v + otherBlur/other
		return q*slack >= low && q <= high*slack
	}
}

// rewritten is the amount with other digits in the same places and unit.
func rewritten(a figures.Amount, digits string) figures.Amount {
	v, ok := new(big.Rat).SetString(digits)
	if !ok {
		return figures.Amount{}
	}
	by := interval.Mul(interval.Sub(v, interval.Value(a.Number)), a.Factor)
	shift := interval.Exactly(by)
	a.Exact, a.Own, a.Block = interval.Add(a.Exact, by), a.Own.Plus(shift), a.Block.Plus(shift)
	return a
}
