package score

import (
	"math/big"

	"fuhe"
)

// What made a column of amounts and its total differ.

// explainFundSum says in the cause which side of a broken sum the rate and the budget score were computed from. When they
// follow from the sources, the total is the one slip; when they follow from the total, the slip is in a source.
func (p *Pass) explainFundSum(f *fuhe.Finding, c column, by vouched) {
	if by == byTotal {
		p.explain(f, p.sourceSlips(c))
		f.Cause.Text = p.say(causeSourceSlipped) + p.say(partAlso) + f.Cause.Text
		return
	}
	guesses := p.guesses(p.columnSlip(c))
	if by == byNeither {
		guesses = append(guesses, p.sourceSlips(c)...)
	}
	p.explain(f, guesses)
	if by == bySources {
		f.Cause.Text = p.say(causeTotalSlipped) + p.say(partAlso) + f.Cause.Text
	}
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
