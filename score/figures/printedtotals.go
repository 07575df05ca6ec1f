package figures

import (
	"math/big"

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
	return f.SumHolds(n, &s, sum) && f.TotalStands(other, &s) == TotalWrong && f.remarkOn(new(big.Rat).Sub(interval.Value(other), sum)) == ""
}

// AnyOverWeight reports whether any score is above its weight: what it should be is not known, and neither is the sum.
func (f *Figures) AnyOverWeight() bool {
	for i := range f.Report.Indicators {
		n, w := f.Report.Indicators[i].Score.Number, f.Report.Indicators[i].Weight.Number
		if n != nil && w != nil && n.Value.Cmp(w.Value) > 0 {
			return true
		}
	}
	return false
}
