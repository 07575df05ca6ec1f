package figures

import (
	"math/big"

	"fuhe"
	"fuhe/score/interval"
)

// Which amount the annual total stands for: the one printed, or the sum of its sources where the figures computed from it
// say so.

// Sum is a column of amounts beside its total.
type Sum struct {
	Column
	State     SumState
	VouchedBy Voucher
}

// SumState is how the sources and their total stand to each other.
type SumState int

const (
	SumUntold  SumState = iota // there is nothing to compare, or the printed sources need not be all
	SumHolds                   // they add up
	SumRounded                 // they do if the total was rounded
	SumBroken                  // no reading of them adds up
)

// Voucher says for which side of a sum the printed rate and budget score speak: they follow from one and not the other.
type Voucher int

const (
	ByNeither Voucher = iota
	ByTotal
	BySources
)

// sumColumns compares each column with its total. Where rate and score follow from the sources and not from the total,
// what is computed from the total is computed from the sum: it is not accused, let alone corrected, for a total it never
// saw. The sum carries its own digits, so that what is worked out with it is printed with it.
func (f *Figures) sumColumns() {
	if len(f.Funds) == 0 {
		return
	}
	f.PrintedTotal = f.Funds[0]
	if len(f.Funds) < 2 || Nested(f.Report.Funds) {
		return
	}
	f.Sums = make([]Sum, amountColumns)
	for k := range f.Sums {
		c := f.Column(k)
		f.Sums[k] = Sum{Column: c, State: f.standOf(c, k)}
		asSummed, derived := f.withSum(c, c.own)
		if f.Sums[k].State != SumBroken || !derived {
			continue
		}
		switch fromTotal, fromSources := f.derivedAgree(f.Funds[0]), f.derivedAgree(asSummed); {
		case fromTotal && !fromSources:
			f.Sums[k].VouchedBy = ByTotal
		case fromSources && !fromTotal:
			f.Sums[k].VouchedBy = BySources
			f.Funds[0] = asSummed
		}
	}
}

// standOf compares the sources of the k-th column with their total.
func (f *Figures) standOf(c Column, k int) SumState {
	switch {
	case !c.Total.Known || c.known == 0:
	case c.Total.Zero() && c.Exact.Sign() > 0: // F106
	case c.Total.Own.Meets(c.own) && c.Total.Block.Meets(c.own):
		if !c.Total.Block.Meets(c.block) && f.sumIsWitnessed(c) {
			return SumBroken
		}
		if c.blanks == 0 || c.closes() {
			return SumHolds
		}
	case c.Total.Own.Meets(c.own):
		return SumRounded
	case interval.Before(c.Total.Own, c.own) || f.exhaustive(c, k):
		return SumBroken
	}
	return SumUntold
}

// withSum is the annual total with the sum of the sources in the place of one amount; false for the initial budget, which
// neither rate nor score follow from.
func (f *Figures) withSum(c Column, span interval.Interval) (Money, bool) {
	m := f.Funds[0]
	switch c.Total.Field.Key() {
	case "adjusted_budget":
		m.Adjusted = c.asTotal(span)
	case "executed":
		m.Executed = c.asTotal(span)
	default:
		return m, false
	}
	return m, true
}

// asTotal is the sum of the sources as an amount, written in the unit of the total.
func (c Column) asTotal(span interval.Interval) Amount {
	a := c.Total
	a.Exact, a.Own, a.Block, a.summed = c.Exact, span, span, true
	if a.Number != nil {
		a.Number = &fuhe.Number{Value: interval.Decimal(new(big.Rat).Quo(c.Exact, c.Factor()), ExactPlaces), Places: a.Number.Places, Unit: a.Number.Unit}
	}
	return a
}

// sumIsWitnessed reports whether the rate and the budget score follow from the sum of the sources and not from the total:
// then a source printed with fewer places, 6.4 for 6.40, does not excuse their difference.
func (f *Figures) sumIsWitnessed(c Column) bool {
	asSummed, ok := f.withSum(c, c.block)
	return ok && c.blanks == 0 && !f.derivedAgree(f.Funds[0]) && f.derivedAgree(asSummed)
}

// derivedAgree reports whether the printed rate and budget score, those that there are, follow from the given amounts;
// false when there are none.
func (f *Figures) derivedAgree(money Money) bool {
	span, exact, ok := Share(money.Executed, money.Denominator())
	if !ok {
		return false
	}
	asked := false
	if r, ok := ReadRate(f.Cell(fuhe.FundField(0, "execution_rate")), span, exact); ok {
		asked = true
		if !r.Share.Meets(span) {
			return false
		}
	}
	if w, ok := f.BudgetWeight(); ok && f.Report.Funds[0].Score.Number != nil {
		asked = true
		if !interval.Claimed(f.Report.Funds[0].Score.Number).Meets(span.Times(w).AtMost(w)) {
			return false
		}
	}
	return asked
}
