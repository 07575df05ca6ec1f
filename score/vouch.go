package score

import (
	"math/big"

	"fuhe"
)

// Which amount the annual total stands for: the one printed, or the sum of its sources where the figures computed from it
// say so.

// columnSum is a column of amounts beside its total.
type columnSum struct {
	column
	stands    sumStanding
	vouchedBy vouched
}

// sumStanding is how the sources and their total stand to each other.
type sumStanding int

const (
	sumUntold  sumStanding = iota // there is nothing to compare, or the printed sources need not be all
	sumHolds                      // they add up
	sumRounded                    // they do if the total was rounded
	sumBroken                     // no reading of them adds up
)

// vouched says for which side of a sum the printed rate and budget score speak: they follow from one and not the other.
type vouched int

const (
	byNeither vouched = iota
	byTotal
	bySources
)

// sumColumns compares each column with its total. Where rate and score follow from the sources and not from the total,
// what is computed from the total is computed from the sum: it is not accused, let alone corrected, for a total it never
// saw. The sum carries its own digits, so that what is worked out with it is printed with it.
func (p *Pass) sumColumns() {
	if len(p.moneys) == 0 {
		return
	}
	p.printed = p.moneys[0]
	if len(p.moneys) < 2 || nested(p.Report.Funds) {
		return
	}
	p.sums = make([]columnSum, len(columns))
	for k, of := range columns {
		c := p.column(of)
		p.sums[k] = columnSum{column: c, stands: p.standOf(c, k)}
		asSummed, derived := p.withSum(c, c.own)
		if p.sums[k].stands != sumBroken || !derived {
			continue
		}
		switch fromTotal, fromSources := p.derivedAgree(p.moneys[0]), p.derivedAgree(asSummed); {
		case fromTotal && !fromSources:
			p.sums[k].vouchedBy = byTotal
		case fromSources && !fromTotal:
			p.sums[k].vouchedBy = bySources
			p.moneys[0] = asSummed
		}
	}
}

func (p *Pass) standOf(c column, k int) sumStanding {
	switch {
	case !c.total.known || c.known == 0:
	case c.total.zero() && c.exact.Sign() > 0: // F106
	case c.total.own.meets(c.own) && c.total.block.meets(c.own):
		if !c.total.block.meets(c.block) && p.sumIsWitnessed(c) {
			return sumBroken
		}
		if c.blanks == 0 || c.closes() {
			return sumHolds
		}
	case c.total.own.meets(c.own):
		return sumRounded
	case before(c.total.own, c.own) || p.exhaustive(c, k):
		return sumBroken
	}
	return sumUntold
}

// withSum is the annual total with the sum of the sources in the place of one amount; false for the initial budget, which
// neither rate nor score follow from.
func (p *Pass) withSum(c column, span interval) (moneyRow, bool) {
	m := p.moneys[0]
	switch c.total.field.Key() {
	case "adjusted_budget":
		m.adjusted = c.asTotal(span)
	case "executed":
		m.executed = c.asTotal(span)
	default:
		return m, false
	}
	return m, true
}

// asTotal is the sum of the sources as an amount, written in the unit of the total.
func (c column) asTotal(span interval) amount {
	a := c.total
	a.exact, a.own, a.block, a.summed = c.exact, span, span, true
	if a.number != nil {
		a.number = &fuhe.Number{Value: decimalOf(new(big.Rat).Quo(c.exact, c.factor()), sumApartPlaces), Places: a.number.Places, Unit: a.number.Unit}
	}
	return a
}

// sumIsWitnessed reports whether the rate and the budget score follow from the sum of the sources and not from the total:
// then a source printed with fewer places, 6.4 for 6.40, does not excuse their difference.
func (p *Pass) sumIsWitnessed(c column) bool {
	asSummed, ok := p.withSum(c, c.block)
	return ok && c.blanks == 0 && !p.derivedAgree(p.moneys[0]) && p.derivedAgree(asSummed)
}

// derivedAgree reports whether the printed rate and budget score, those that there are, follow from the given amounts;
// false when there are none.
func (p *Pass) derivedAgree(money moneyRow) bool {
	span, exact, ok := share(money.executed, money.base())
	if !ok {
		return false
	}
	asked := false
	if r, ok := readRate(p.cell(fuhe.FundField(0, "execution_rate")), span, exact); ok {
		asked = true
		if !r.span.meets(span) {
			return false
		}
	}
	if w, ok := p.budgetWeight(); ok && p.Report.Funds[0].Score.Number != nil {
		asked = true
		if !claimed(p.Report.Funds[0].Score.Number).meets(span.times(w).atMost(w)) {
			return false
		}
	}
	return asked
}
