package correct

import (
	"math/big"

	"fuhe"
	"fuhe/score/cause"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

// An amount may be the wrong figure as well as the rate that does not follow from it: where nothing else on the form tells that
// the amounts are right, and a slip of the pen in one of them makes the rate right, neither is put right by the other.

// otherAmount reports whether the printed rate of a row, or its score, may be right and an amount of the row wrong.
func (c *correcting) otherAmount(row int, share interval.Interval, entry fuhe.Field) bool {
	if row == 0 && c.amountsWitnessed() {
		return false
	}
	for _, x := range cause.OtherAmounts(c.Figures, row, share) {
		if !c.vouchedFor(row, x.Field()) {
			c.keep(entry, keptOneAmount, c.Label(x.Field()), x.Right(), x.Printed())
			return true
		}
	}
	return false
}

// doubtedAmount reports whether a budget score may be right and an amount wrong: with the rate that it follows from, or alone
// where no rate is printed.
func (c *correcting) doubtedAmount(b *figures.BudgetScore) bool {
	r := c.Rate(0)
	switch {
	case !r.Computed():
		return false
	case r.Printed != nil:
		if why := c.kept[r.Field]; why != "" && !r.Holds() {
			c.keep(b.Field, keptAsRate)
			return true
		}
		return false
	}
	share := c.ClaimedScore(b.Printed, b.Weight).Times(new(big.Rat).Inv(b.Weight))
	return c.otherAmount(0, share, b.Field)
}

// amountsWitnessed reports whether the budget score, or the total of the scores, follows from the amounts of the annual total as
// they are printed and not from what the rate says.
func (c *correcting) amountsWitnessed() bool {
	b, ok := c.BudgetScore()
	if !ok || b.Scale != nil {
		return false
	}
	if r := c.Rate(0); r.Printed != nil && b.Holds() {
		return !interval.Claimed(b.Printed).Meets(r.Share.Times(b.Weight).AtMost(b.Weight))
	}
	n, s := c.Cell(figures.TotalScore).Number, c.Scores()
	if n == nil || s.Budget == nil || len(s.Missing) > 0 || b.Holds() {
		return false
	}
	corrected := interval.Add(s.Known, b.Apart())
	return interval.CompareNumber(n, corrected) == 0 && interval.CompareNumber(n, s.Known) != 0
}

// vouchedFor reports whether an amount of a row is printed a second time: it is the sum of its sources, it makes one with the others,
// or it is the budget that was not adjusted.
func (c *correcting) vouchedFor(row int, amount fuhe.Field) bool {
	key := amount.Key()
	for k := range c.Sums {
		s := &c.Sums[k]
		if s.Total.Field.Key() == key && s.State == figures.SumHolds {
			return true
		}
	}
	m := &c.Funds[row]
	return key == "adjusted_budget" && m.Initial.Known && m.Adjusted.Known && interval.Compare(m.Initial.Exact, m.Adjusted.Exact) == 0
}
