package score

import (
	"math/big"

	"fuhe"
)

// One wrong digit in an amount breaks the rate and the budget score at once: the figures computed from it are then the
// right ones.

// inputSlips are the amounts of a fund that one wrong digit would explain the printed rate by, and the printed budget
// score with it where there is one. Without a score that agrees, the rate alone is too little evidence among dozens of
// possible digits, unless there is but one.
func (p *Pass) inputSlips(i int, r rate) []guess {
	money := p.moneys[i]
	follows := false
	if i == 0 {
		b, ok := p.budgetScore()
		if ok && b.holds() {
			return nil // the score follows from the amounts as printed
		}
		follows = ok && b.follows(p)
	}
	var found []guess
	for _, input := range []*amount{money.baseAt(), &money.executed} {
		was := *input
		try := func(kind fuhe.CauseKind, says fuhe.Phrase, ways int) func(string) {
			return func(text string) {
				if *input = was.rewritten(text); money.gives(r) {
					found = append(found, guess{kind, ways, says, []any{p.amountLabel(was), was.number.String() + was.number.Unit, text + was.number.Unit}})
				}
			}
		}
		text, near := was.number.String(), money.nearly(r, was, input == &money.executed)
		swappedOff(text, near, try(fuhe.Transposed, causeInputSwapped, len(text)))
		oneDigitOff(text, near, try(fuhe.OneDigit, causeInputDigit, 9*len(text)))
		*input = was
	}
	if len(found) > causesShown || !follows && len(found) != 1 {
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

// gives reports whether a rate follows from the amounts.
func (m moneyRow) gives(r rate) bool {
	span, _, ok := share(m.executed, m.base())
	return ok && r.span.meets(span)
}

// nearly is a quick test in floating point, too generous on purpose, for whether a rate could follow with other digits in
// one of the amounts: of a hundred and fifty slips of the pen it leaves a few to be worked out.
func (m moneyRow) nearly(r rate, was amount, isExecuted bool) func(float64) bool {
	float := func(v *big.Rat) float64 { f, _ := v.Float64(); return f }
	other, factor := float(m.executed.exact), float(was.factor)
	if isExecuted {
		other = float(m.base().exact)
	}
	low, high := float(r.span.lo), float(r.span.hi)
	blur := float(was.block.hi) - float(was.block.lo)
	otherBlur := float(m.executed.block.hi) - float(m.executed.block.lo) + float(m.base().block.hi) - float(m.base().block.lo)
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
func (a amount) rewritten(text string) amount {
	v, ok := new(big.Rat).SetString(text)
	if !ok {
		return amount{}
	}
	by := new(big.Rat).Mul(new(big.Rat).Sub(v, value(a.number)), a.factor)
	shift := exactly(by)
	a.exact, a.own, a.block = new(big.Rat).Add(a.exact, by), a.own.plus(shift), a.block.plus(shift)
	return a
}
