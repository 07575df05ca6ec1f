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
	for _, input := range []*amount{&money.adjusted, &money.executed} {
		was := *input
		try := func(kind fuhe.CauseKind, says fuhe.Phrase, ways int) func(string) {
			return func(text string) {
				*input = was.rewritten(text)
				if span, _, ok := share(money.executed, money.adjusted); ok && r.span.meets(span) {
					found = append(found, guess{kind, ways, says, []any{p.label(was.field), was.number.String() + was.number.Unit, text + was.number.Unit}})
				}
			}
		}
		text := was.number.String()
		swappedOff(text, try(fuhe.Transposed, causeInputSwapped, len(text)))
		oneDigitOff(text, try(fuhe.OneDigit, causeInputDigit, 9*len(text)))
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
