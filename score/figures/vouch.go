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
	Located   int // the source that is wrong by its own printed rate; 0 where that is not told
}

// Missing is what the sources lack to the total, in 元.
func (s *Sum) Missing() *big.Rat { return interval.Sub(s.Total.Exact, s.Exact) }

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
	f.columns = [amountColumns]Column{emptyColumn, emptyColumn, emptyColumn}
	if len(f.Funds) == 0 {
		return
	}
	f.PrintedTotal, f.tree = f.Funds[0], f.arrange()
	for k := range f.columns {
		f.columns[k] = f.columnOf(ofTotal, k)
	}
	if len(f.Funds) < 2 || !f.tree.told {
		return
	}
	f.Sums = make([]Sum, amountColumns)
	for k := range f.Sums {
		c := f.Column(k)
		f.Sums[k] = Sum{Column: c, State: f.standOf(c, k)}
	}
	f.vouchUntold()
	both, fitBoth := f.withBothSums()
	for k := range f.Sums {
		c, state := f.Sums[k].Column, f.Sums[k].State
		asSummed, derived := f.withSum(c, c.own)
		if state != SumBroken && state != SumRounded || !derived || fitBoth && f.derivedAgree(f.Funds[0]) {
			continue // the totals and the sums give one rate: a whole row is in another unit
		}
		switch fromTotal, fromSources := f.derivedAgree(f.Funds[0]), f.derivedAgree(asSummed); {
		case fromTotal && !fromSources && state == SumBroken:
			f.Sums[k].VouchedBy = ByTotal
		case fromSources && !fromTotal:
			f.Sums[k].VouchedBy = BySources
			f.Funds[0] = asSummed
		}
	}
	a, b := &f.Sums[f.BaseColumn()], &f.Sums[ExecutedColumn]
	if fitBoth && a.VouchedBy == ByNeither && b.VouchedBy == ByNeither && !f.derivedAgree(f.Funds[0]) {
		a.VouchedBy, b.VouchedBy, f.Funds[0] = BySources, BySources, both
	}
	for k := range f.Sums {
		f.locate(k)
	}
}

// vouchUntold: sources that may not be all there are still are where rate and score follow from their sum, and not from the
// total.
func (f *Figures) vouchUntold() {
	for k := range f.Sums {
		s := &f.Sums[k]
		if s.State != SumUntold || !s.Total.Known || s.known < 2 || s.Total.Zero() || s.Exact.Sign() <= 0 {
			continue
		}
		if f.inOtherUnit(s) {
			s.State = SumBroken
			continue
		}
		if asSummed, derived := f.withSum(s.Column, s.own); derived && !f.derivedAgree(f.Funds[0]) && f.derivedAgree(asSummed) {
			s.State = SumBroken
		}
	}
}

// inOtherUnit reports whether a total is its sources to the digit, in 元 where they are in 万元, or the other way round.
func (f *Figures) inOtherUnit(s *Sum) bool {
	up := interval.Mul(s.Exact, interval.Pow10(yuanPerTenThousand))
	down := interval.Mul(s.Total.Exact, interval.Pow10(yuanPerTenThousand))
	return interval.Compare(s.Total.Exact, up) == 0 || interval.Compare(down, s.Exact) == 0
}

// withBothSums is the annual total with the sums of its sources for both amounts, and whether rate and score follow from
// them; false where either of them adds up.
func (f *Figures) withBothSums() (Money, bool) {
	a, b, both := &f.Sums[f.BaseColumn()], &f.Sums[ExecutedColumn], f.Funds[0]
	if a.State != SumBroken || b.State != SumBroken {
		return both, false
	}
	*both.DenominatorAt(), both.Executed = a.asTotal(a.own), b.asTotal(b.own)
	return both, f.derivedAgree(both)
}

// locate finds the source whose printed rate follows from what the total leaves for it, and not from its own amount: that
// amount is wrong, and what is computed with it is computed with the right one.
func (f *Figures) locate(k int) {
	s := &f.Sums[k]
	if s.State != SumBroken || s.VouchedBy == BySources || k == InitialColumn && f.BaseColumn() != k {
		return
	}
	for i := 1; i < len(f.Funds); i++ {
		m := f.Funds[i]
		own := m.amountAt(k)
		if k == f.BaseColumn() {
			own = m.DenominatorAt()
		}
		c := f.Cell(fuhe.FundField(i, "execution_rate"))
		if f.tree.parent[i] != ofTotal || !own.Known || c.Number == nil || m.fits(c, m.Denominator()) {
			continue
		}
		*own = own.moved(s.Missing())
		if own.Exact.Sign() >= 0 && m.fits(c, m.Denominator()) {
			s.Located, s.VouchedBy, f.Funds[i] = i, ByTotal, m
			return
		}
	}
}

func (m *Money) amountAt(k int) *Amount {
	return [amountColumns]*Amount{&m.Adjusted, &m.Executed, &m.Initial}[k]
}

// moved is another amount in the place of one, written in its unit.
func (a Amount) moved(by *big.Rat) Amount {
	shift := interval.Exactly(by)
	a.Exact, a.Own, a.Block, a.summed = interval.Add(a.Exact, by), a.Own.Plus(shift), a.Block.Plus(shift), true
	in := interval.Quo(a.Exact, a.Factor)
	a.Number = &fuhe.Number{Value: interval.Decimal(in, ExactPlaces), Places: max(a.Number.Places, interval.Ends(in, ExactPlaces)), Unit: a.Number.Unit}
	return a
}

// ExchangedWith is the source with which a source has exchanged what was executed, as both their printed rates say; 0 when
// there is none.
func (f *Figures) ExchangedWith(i int) int {
	c := f.Cell(fuhe.FundField(i, "execution_rate"))
	if i == 0 || c.Number == nil || f.Funds[i].fits(c, f.Funds[i].Denominator()) {
		return 0
	}
	for k := 1; k < len(f.Funds); k++ {
		other := f.Cell(fuhe.FundField(k, "execution_rate"))
		if k == i || other.Number == nil {
			continue
		}
		a, b := f.Funds[i], f.Funds[k]
		a.Executed, b.Executed = b.Executed, a.Executed
		if a.fits(c, a.Denominator()) && b.fits(other, b.Denominator()) && !f.Funds[k].fits(other, f.Funds[k].Denominator()) {
			return k
		}
	}
	return 0
}

// standOf compares the sources of the k-th column with their total.
func (f *Figures) standOf(c Column, k int) SumState {
	switch {
	case !c.Total.Known || c.known == 0 || c.unread:
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
		if m.Other.Field != c.Total.Field {
			return m, false
		}
		m.Other = c.asTotal(span)
	}
	return m, true
}

// asTotal is the sum of the sources as an amount, written in the unit of the total.
func (c Column) asTotal(span interval.Interval) Amount {
	a := c.Total
	a.Exact, a.Own, a.Block, a.summed = c.Exact, span, span, true
	if a.Number != nil {
		a.Number = &fuhe.Number{Value: interval.Decimal(interval.Quo(c.Exact, c.Factor()), ExactPlaces), Places: a.Number.Places, Unit: a.Number.Unit}
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
