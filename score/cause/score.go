package cause

import (
	"math/big"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

// OfScore is what made the score of one indicator other than the total, and its own row, say that it is.
func OfScore(f *figures.Figures, x *figures.RowSlip) []fuhe.Cause {
	switch {
	case x.Twice:
		return []fuhe.Cause{{Kind: fuhe.RowTwice, Text: f.In(causeRowTwice, f.NameOf(x.Row))}}
	case x.Minus:
		return []fuhe.Cause{*OfLostMinus(f)}
	}
	s := Slip{published: f.Report.Indicators[x.Row].Score.Number, exact: x.Right}
	for _, k := range []int{x.Row - 1, x.Row + 1} {
		if k < 0 || k >= len(f.Report.Indicators) {
			continue
		}
		if n := f.Report.Indicators[k].Score.Number; n != nil {
			s.around = append(s.around, figures.Neighbour{Field: fuhe.IndicatorField(k, "score"), Number: n})
		}
	}
	return ranked(f, guesses(f, s))
}

// OfLostMinus is the cause of points taken off that look like points earned.
func OfLostMinus(f *figures.Figures) *fuhe.Cause {
	return &fuhe.Cause{Kind: fuhe.LostMinus, Text: f.In(causeLostMinus)}
}

// OfTwin is what made a figure other than the one it repeats.
func OfTwin(f *figures.Figures, printed *fuhe.Number, right *big.Rat) []fuhe.Cause {
	return Rank(f, Slip{published: printed, exact: right})
}

// OfBudgetWeight is the cause of all that a wrong weight of budget execution makes look wrong.
func OfBudgetWeight(f *figures.Figures, right *big.Rat) []fuhe.Cause {
	return []fuhe.Cause{{Kind: fuhe.BudgetWeight, Text: f.In(causeBudgetWeight, interval.Expanded(right, interval.SumPlaces))}}
}

// OfBudgetLeftOut is the cause of totals that count the indicators alone.
func OfBudgetLeftOut(f *figures.Figures) []fuhe.Cause {
	w, _ := f.BudgetWeight()
	return []fuhe.Cause{{Kind: fuhe.LeftOut, Text: f.In(causeBudgetLeftOut, interval.Expanded(w, interval.SumPlaces))}}
}

// OfRoundedParts is the cause of a sum that differs by no more than the roundings of its parts.
func OfRoundedParts(f *figures.Figures) []fuhe.Cause {
	return []fuhe.Cause{{Kind: fuhe.RoundedParts, Text: f.In(causeRoundedParts)}}
}

// OfExchange is the cause of two figures that stand in each other's place.
func OfExchange(f *figures.Figures, a, b fuhe.Field) []fuhe.Cause {
	return []fuhe.Cause{{Kind: fuhe.Exchanged, Text: f.In(causeExchanged, f.Label(a), f.Label(b))}}
}
