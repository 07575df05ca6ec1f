package cause

import (
	"math/big"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

// FundSum is what made the total of a column of amounts and the sum of its sources differ. It begins with the side that the
// rate and the budget score were computed from: when they follow from the sources, the total is the one slip; when they
// follow from the total, the slip is in a source.
func FundSum(f *figures.Figures, s *figures.Sum) []fuhe.Cause {
	if s.VouchedBy == figures.ByTotal {
		return after(f, causeSourceSlipped, ranked(f, sourceSlips(f, &s.Column)))
	}
	found := guesses(f, columnSlip(f, &s.Column))
	if s.VouchedBy == figures.BySources {
		return after(f, causeTotalSlipped, ranked(f, found))
	}
	return ranked(f, append(found, sourceSlips(f, &s.Column)...))
}

// after puts something that is known before the first of some causes.
func after(f *figures.Figures, known fuhe.Phrase, causes []fuhe.Cause) []fuhe.Cause {
	causes[0].Text = f.In(known) + f.In(partAlso) + causes[0].Text
	return causes
}

// columnSlip is the total of a column beside the sum of its sources; the other totals of its row stand around it.
func columnSlip(f *figures.Figures, c *figures.Column) Slip {
	s := Slip{published: c.Total.Number, exact: new(big.Rat).Quo(c.Exact, c.Factor())}
	s.sum = &sum{added: s.exact, parts: make([]part, len(c.Sources))}
	for i, a := range c.Sources {
		s.sum.parts[i] = part{name: f.FundName(a.Field.Row()), field: a.Field, value: interval.Decimal(new(big.Rat).Quo(a.Exact, c.Factor()), figures.ExactPlaces)}
	}
	for _, a := range f.PrintedTotal.Amounts() {
		if a.Known && a.Field != c.Total.Field {
			s.around = append(s.around, figures.Neighbour{Field: a.Field, Number: a.Number})
		}
	}
	return s
}

// sourceSlips are the sources that a slip of the pen would mend the sum by. One mend in several is no explanation.
func sourceSlips(f *figures.Figures, c *figures.Column) []guess {
	apart := new(big.Rat).Sub(c.Total.Exact, c.Exact)
	var found []guess
	for _, a := range c.Sources {
		v := new(big.Rat).Quo(new(big.Rat).Add(a.Exact, apart), a.Factor)
		right := interval.Fixed(v, a.Number.Places)
		kind, ways := slipOfPen(a.Number.String(), right)
		if kind == "" || v.Sign() <= 0 || interval.RoundHalfUp(v, a.Number.Places).Cmp(v) != 0 {
			continue
		}
		found = append(found, inputSlip(kind, ways*len(c.Sources), f.Label(a.Field), a.Number.String()+a.Number.Unit, right+a.Number.Unit))
	}
	return found
}

// inputSlip is a slip of the pen in a figure that others follow from.
func inputSlip(kind fuhe.CauseKind, ways int, name, printed, right string) guess {
	wording := causeInputDigit
	if kind == fuhe.Transposed {
		wording = causeInputSwapped
	}
	return guess{kind, ways, wording, []any{name, printed, right}}
}
