package figures

import (
	"math/big"
	"slices"

	"fuhe"
	"fuhe/score/interval"
)

// TotalDecides reports whether the total in the last row shows that another one printed for it is wrong: it is the sum of the
// scores, in points, and the other is no reading of that sum, be it rounded, of unrounded scores or after what a remark takes
// off. Of a sum
// that is nil, with scores missing or above their weight nothing is known.
func (f *Figures) TotalDecides(other *fuhe.Number, sum *big.Rat) bool {
	n, s := f.Cell(TotalScore).Number, f.Scores()
	if n == nil || sum == nil || len(s.Missing) > 0 || f.Weighted != nil || f.AnyOverWeight() {
		return false
	}
	s.Known = sum
	return f.SumHolds(n, &s, sum) && f.TotalStands(other, &s) == TotalWrong && f.remarkOn(interval.Sub(interval.Value(other), sum)) == ""
}

// AnyOverWeight reports whether any score is above its weight: what it should be is not known, and neither is the sum. The score
// of the budget counts where nothing else recomputes it.
func (f *Figures) AnyOverWeight() bool {
	return f.BudgetOverWeight() || slices.ContainsFunc(f.Report.Indicators, func(row fuhe.Indicator) bool {
		return over(row.Score.Number, row.Weight.Number)
	})
}

// BudgetOverWeight reports whether a budget score that nothing recomputes (a local formula, a scale that is not understood, no
// amounts) is above its printed weight.
func (f *Figures) BudgetOverWeight() bool {
	if len(f.Report.Funds) == 0 || f.Profile.Uncapped {
		return false
	}
	_, recomputed := f.BudgetScore()
	return !recomputed && over(f.Report.Funds[0].Score.Number, f.Report.Funds[0].Weight.Number)
}

// over reports whether a score is above its weight, where both are known.
func over(score, weight *fuhe.Number) bool {
	return score != nil && weight != nil && score.Value.Cmp(weight.Value) > 0
}
