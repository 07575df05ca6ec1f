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
		return after(f, causeSourceSlipped, ranked(f, plainly(sourceSlips(f, s))))
	}
	found := guesses(f, columnSlip(f, &s.Column))
	if s.VouchedBy == figures.BySources {
		return after(f, causeTotalSlipped, ranked(f, found))
	}
	for _, g := range sourceSlips(f, s) {
		g.ways += untoldWays
		found = append(found, g.guess)
	}
	return ranked(f, found)
}

// after puts something that is known before the first of some causes.
func after(f *figures.Figures, known fuhe.Phrase, causes []fuhe.Cause) []fuhe.Cause {
	causes[0].Text = f.In(known) + f.In(partAlso) + causes[0].Text
	return causes
}

// columnSlip is the total of a column beside the sum of its sources; the other totals of its row stand around it.
func columnSlip(f *figures.Figures, c *figures.Column) Slip {
	s := Slip{published: c.Total.Number, exact: interval.Quo(c.Exact, c.Factor())}
	s.sum = &sum{added: s.exact, parts: make([]part, len(c.Sources))}
	for i, a := range c.Sources {
		s.sum.parts[i] = part{name: f.FundName(a.Field.Row()), field: a.Field, value: interval.Decimal(interval.Quo(a.Exact, c.Factor()), figures.ExactPlaces)}
	}
	budget, same := func(a figures.Amount) bool { return a.Field.Key() != "executed" }, unadjusted(f)
	for _, a := range f.PrintedTotal.Amounts() {
		if same && budget(a) && budget(c.Total) {
			continue // a budget that was not adjusted is no copy
		}
		if a.Known && a.Field != c.Total.Field {
			s.around = append(s.around, figures.Neighbour{Field: a.Field, Number: a.Number})
		}
	}
	return s
}

// unadjusted reports whether the sources, all but one that may be a slip, have the same budget before and after adjustment.
func unadjusted(f *figures.Figures) bool {
	same, other := 0, 0
	for i := 1; i < len(f.Funds); i++ {
		switch a, b := f.Funds[i].Initial, f.Funds[i].Adjusted; {
		case !a.Known || !b.Known || a.Zero() && b.Zero():
		case interval.Compare(a.Exact, b.Exact) == 0:
			same++
		default:
			other++
		}
	}
	return same > 0 && other <= 1
}

// sourceGuess is a slip in a source.
type sourceGuess struct {
	guess
	row int
}

func plainly(found []sourceGuess) []guess {
	out := make([]guess, len(found))
	for i, g := range found {
		out[i] = g.guess
	}
	return out
}

// leftFor is what the total leaves for a source, in the unit of its cell.
func leftFor(a figures.Amount, s *figures.Sum) *big.Rat {
	return interval.Quo(interval.Add(a.Exact, s.Missing()), a.Factor)
}

func rightOf(a figures.Amount, s *figures.Sum) string {
	v := leftFor(a, s)
	return interval.Fixed(v, max(a.Number.Places, interval.Ends(v, interval.SumPlaces))) + a.Number.Unit
}

// sourceSlips are the slips in one source that would mend the sum.
func sourceSlips(f *figures.Figures, s *figures.Sum) []sourceGuess {
	var found []sourceGuess
	for _, a := range s.Sources {
		v := leftFor(a, s)
		if v.Sign() <= 0 {
			continue
		}
		row, penalty := a.Field.Row(), 0
		if overspends(f, a, v) {
			penalty = overspentWays
		}
		for _, g := range slipsOf(f, s, a, v) {
			g.ways += penalty
			found = append(found, sourceGuess{g, row})
		}
	}
	return found
}

// slipsOf are the slips that make one source other than what the total leaves for it.
func slipsOf(f *figures.Figures, s *figures.Sum, a figures.Amount, v *big.Rat) (out []guess) {
	printed, right, row, name := f.Cell(a.Field).Text, rightOf(a, s), a.Field.Row(), f.Label(a.Field)
	was := interval.Value(a.Number)
	if was.Sign() == 0 {
		ways := plainWays
		if emptyRow(f, row) {
			ways += sameWays // most rows of a form hold nothing
		}
		return []guess{{fuhe.LeftOut, ways, causeLost, []any{name, right}}}
	}
	for _, by := range unitFactors {
		if by.power*by.power == 16 && sameShifted(was, v, by.power) {
			out = append(out, guess{fuhe.UnitSlip, len(unitFactors), causeInputUnit, []any{name, printed, right}})
		}
	}
	for _, by := range pointFactors {
		if sameShifted(was, v, by.power) {
			out = append(out, guess{fuhe.Point, len(pointFactors) * 2, causeInputPoint, []any{name, printed, right}})
		}
	}
	if from := copiedFrom(f, s, a); from != "" {
		ways := plainWays
		switch {
		case from.Row() == row:
			ways += sameWays // the columns of a row are often equal
		case from.Row() > row:
			ways++ // from the row below it: forms are filled in downwards
		}
		out = append(out, guess{fuhe.Copied, ways, causeInputCopied, []any{name, printed, right, f.Label(from)}})
	}
	digits := interval.Fixed(v, a.Number.Places)
	if kind, ways := slipOfPen(a.Number.String(), digits); kind != "" && interval.Compare(interval.RoundHalfUp(v, a.Number.Places), v) == 0 {
		out = append(out, inputSlip(kind, ways*len(s.Sources), name, printed, right))
	}
	return out
}

// sameShifted reports whether a figure is another one with its point shifted, at the places of the shorter of them.
func sameShifted(was, right *big.Rat, power int32) bool {
	back := interval.Quo(was, interval.Pow10(power))
	places := interval.Ends(right, figures.ExactPlaces)
	return interval.Compare(back, right) == 0 || places > 0 && interval.Compare(interval.RoundHalfUp(back, places), right) == 0 ||
		power < 0 && interval.Compare(interval.RoundHalfUp(interval.Mul(right, interval.Pow10(power)), interval.Ends(was, figures.ExactPlaces)), was) == 0 && was.Sign() > 0
}

// emptyRow reports whether a source has no money in any column.
func emptyRow(f *figures.Figures, row int) bool {
	for _, a := range f.Funds[row].Amounts() {
		if a.Positive() {
			return false
		}
	}
	return true
}

// overspends reports whether a source would have spent more than its budget with so much in the place of an amount.
func overspends(f *figures.Figures, a figures.Amount, v *big.Rat) bool {
	m := &f.Funds[a.Field.Row()]
	v = interval.Mul(v, a.Factor)
	switch a.Field {
	case m.Executed.Field:
		return m.Adjusted.Known && interval.Compare(v, m.Adjusted.Exact) > 0
	case m.Adjusted.Field:
		return m.Executed.Known && interval.Compare(v, m.Executed.Exact) < 0
	}
	return false
}

// copiedFrom is another entry of the money block, in the column or in the row of an amount, that holds the same figure.
func copiedFrom(f *figures.Figures, s *figures.Sum, a figures.Amount) fuhe.Field {
	for _, b := range s.Sources {
		if b.Field != a.Field && b.Number.Value.Equal(a.Number.Value) {
			return b.Field
		}
	}
	for _, b := range f.Funds[a.Field.Row()].Amounts() {
		if b.Known && b.Field != a.Field && b.Number.Value.Equal(a.Number.Value) {
			return b.Field
		}
	}
	return ""
}

// inputSlip is a slip of the pen in a figure that others follow from.
func inputSlip(kind fuhe.CauseKind, ways int, name, printed, right string) guess {
	wording := causeInputDigit
	if kind == fuhe.Transposed {
		wording = causeInputSwapped
	}
	return guess{kind, ways, wording, []any{name, printed, right}}
}
