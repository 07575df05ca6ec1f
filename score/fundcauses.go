package score

import (
	"math/big"

	"fuhe"
)

// What made a column of amounts and its total differ.

// explainFundSum asks the rate and the budget score which side of a broken sum they were computed from, and says so in
// the cause. When they follow from the sources, the total is the one slip: they are then checked against the sources, and
// not accused, let alone corrected, for a total they never saw. When they follow from the total, the slip is in a source.
func (p *Pass) explainFundSum(f *fuhe.Finding, c column) {
	asSummed, derived := p.withSum(c, c.own)
	printed := derived && p.derivedAgree(p.moneys[0])
	summed := derived && p.derivedAgree(asSummed)
	if printed && !summed {
		p.explain(f, p.sourceSlips(c))
		f.Cause.Text = p.say(causeSourceSlipped) + p.say(partAlso) + f.Cause.Text
		return
	}
	guesses := p.guesses(p.columnSlip(c))
	if summed == printed {
		guesses = append(guesses, p.sourceSlips(c)...)
	}
	p.explain(f, guesses)
	if summed && !printed {
		f.Cause.Text = p.say(causeTotalSlipped) + p.say(partAlso) + f.Cause.Text
		p.moneys[0] = asSummed
	}
}

// withSum is the annual total with the sum of the sources in the place of one amount; false for the initial budget, which
// neither rate nor score follow from.
func (p *Pass) withSum(c column, span interval) (moneyRow, bool) {
	m, right := p.moneys[0], c.total
	right.exact, right.own, right.block = c.exact, span, span
	switch c.total.field.Key() {
	case "adjusted_budget":
		m.adjusted = right
	case "executed":
		m.executed = right
	default:
		return m, false
	}
	return m, true
}

// sumIsWitnessed reports whether the rate and the budget score follow from the sum of the sources and not from the total:
// then a source printed with fewer places, 6.4 for 6.40, does not excuse their difference.
func (p *Pass) sumIsWitnessed(c column) bool {
	asSummed, ok := p.withSum(c, c.block)
	return ok && c.blanks == 0 && !p.derivedAgree(p.moneys[0]) && p.derivedAgree(asSummed)
}

// columnSlip is the total of a column beside the sum of its sources.
func (p *Pass) columnSlip(c column) slip {
	s := slip{published: c.total.number, exact: new(big.Rat).Quo(c.exact, c.factor())}
	s.sum = &summed{added: s.exact, parts: make([]part, len(c.sources))}
	for i, a := range c.sources {
		s.sum.parts[i] = part{name: p.rowName(a.field.Row()), field: a.field, value: decimalOf(new(big.Rat).Quo(a.exact, c.factor()), sumApartPlaces)}
	}
	s.around = c.around
	return s
}

// sourceSlips are the sources that a slip of the pen would mend the sum by. One mend in several is no explanation.
func (p *Pass) sourceSlips(c column) []guess {
	apart := new(big.Rat).Sub(c.total.exact, c.exact)
	var found []guess
	for _, a := range c.sources {
		v := new(big.Rat).Quo(new(big.Rat).Add(a.exact, apart), a.factor)
		right := fixed(v, a.number.Places)
		kind, ways := slipOfPen(a.number.String(), right)
		if kind == "" || v.Sign() <= 0 || roundHalfUp(v, a.number.Places).Cmp(v) != 0 {
			continue
		}
		says := causeInputDigit
		if kind == fuhe.Transposed {
			says = causeInputSwapped
		}
		found = append(found, guess{kind, ways * len(c.sources), says, []any{p.label(a.field), a.number.String() + a.number.Unit, right + a.number.Unit}})
	}
	return found
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
