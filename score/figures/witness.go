package figures

import (
	"math/big"

	"fuhe"
	"fuhe/score/interval"
)

// Witnesses that forbid a correction: what they say does not make the printed entry right, it makes it possible that another
// entry is the wrong one.

// VouchedBySource reports whether the printed rate of a row follows from what other rows print for it: that of the total from
// the budget of a source that spent all there was, that of a source from what the total leaves for it, where the printed sources
// need not be all.
func (f *Figures) VouchedBySource(row int) bool {
	if row == 0 {
		return f.derived.totalBySource.of(func() bool { return f.findVouching(0) })
	}
	return f.findVouching(row)
}

func (f *Figures) findVouching(row int) bool {
	c, m := &f.Report.Funds[row].ExecutionRate, f.Funds[row]
	if c.Number == nil || m.fits(c, m.Denominator()) {
		return false
	}
	if row == 0 {
		for i := 1; i < len(f.Funds); i++ {
			by, spent := f.Funds[i].Denominator(), f.Funds[i].Executed
			if spent.Known && m.Executed.Known && spent.Exact.Sign() > 0 && interval.Compare(spent.Exact, m.Executed.Exact) == 0 && m.fits(c, by) {
				return true
			}
		}
		return false
	}
	for i := 1; i < len(f.Funds); i++ {
		if i != row && (f.fitsExecutedOf(row, i) || f.fitsExecutedOf(i, row)) {
			return true
		}
	}
	for k := range f.Sums {
		s := &f.Sums[k]
		if s.State != SumUntold || !s.Total.Known || s.known == 0 || f.tree.parent[row] != ofTotal {
			continue
		}
		moved := m
		own := moved.amountAt(k)
		if k == f.BaseColumn() {
			own = moved.DenominatorAt()
		}
		if !own.Known {
			continue
		}
		if *own = own.moved(s.Missing()); own.Exact.Sign() >= 0 && moved.fits(c, moved.Denominator()) {
			return true
		}
	}
	return false
}

// fitsExecutedOf reports whether the printed rate of a source follows from its budget and what another source has executed, and not
// from its own: the two may stand in each other's row.
func (f *Figures) fitsExecutedOf(row, other int) bool {
	c, m := &f.Report.Funds[row].ExecutionRate, f.Funds[row]
	if c.Number == nil || m.fits(c, m.Denominator()) {
		return false
	}
	m.Executed = f.Funds[other].Executed
	return m.Executed.Positive() && m.fits(c, m.Denominator())
}

// OtherScore is the row with whose score put right the total may be right; nil for none. Such a row says that its target is met and
// lost just the points by which the total is above the sum of the scores, whatever reason it gives; or something is said against it
// (doubted) and it would lie between nothing and its weight; or nothing vouches for it, neither target nor weight, and it has one
// digit wrong where the total has more.
func (f *Figures) OtherScore(doubted func(row int) bool) *RowSlip {
	apart, ok := f.totalApart()
	if !ok || apart.Sign() == 0 {
		return nil
	}
	total := f.Cell(TotalScore).Number
	plain := oneDigit(total, interval.Sub(interval.Value(total), apart)) // a slip of the pen in the total explains it as well
	for i := range f.Report.Indicators {
		n, w := f.Report.Indicators[i].Score.Number, f.Report.Indicators[i].Weight.Number
		if n == nil || f.Repeats(i, ColScore) {
			continue
		}
		right, weight := interval.Add(interval.Value(n), apart), new(big.Rat)
		if w != nil {
			weight = interval.Value(w)
		}
		within := right.Sign() >= 0 && interval.Compare(right, weight) <= 0
		switch {
		case interval.Compare(right, weight) == 0 && weight.Sign() > 0 && f.SaysMet(i), within && doubted(i),
			!plain && (within || Deducts(&f.Report.Indicators[i])) && f.Comparisons[i].Standing == Unknown && interval.CompareNumber(n, weight) < 0 && oneDigit(n, right):
			return &RowSlip{Row: i, Right: right}
		}
	}
	return nil
}

// TwoScores are two rows with which, put right both, the total is right; nil for none. Such a row misses its target and is out of
// proportion, or says that it met it and does not have all points.
func (f *Figures) TwoScores() []RowSlip {
	apart, ok := f.totalApart()
	if !ok || apart.Sign() == 0 {
		return nil
	}
	first := map[string]RowSlip{} // by what it would gain
	for i := range f.Report.Indicators {
		for _, right := range f.OwedScores(i) {
			gain := interval.Sub(right, interval.Value(f.Report.Indicators[i].Score.Number))
			if x, found := first[interval.Sub(apart, gain).RatString()]; found && x.Row != i {
				return []RowSlip{x, {Row: i, Right: right}}
			}
			if key := gain.RatString(); first[key].Right == nil {
				first[key] = RowSlip{Row: i, Right: right}
			}
		}
	}
	return nil
}

// OwedScores are what the score of a row should be by its target and actual value, where it is another: none for a row of which that
// is not known.
func (f *Figures) OwedScores(i int) []*big.Rat {
	n, w := f.Report.Indicators[i].Score.Number, f.Report.Indicators[i].Weight.Number
	if n == nil || w == nil || f.Repeats(i, ColScore) {
		return nil
	}
	if f.SaysMet(i) {
		if n.Value.Cmp(w.Value) >= 0 || f.Shared(i) {
			return nil
		}
		return []*big.Rat{interval.Value(w)}
	}
	if f.Comparisons[i].Standing != Missed || f.inProportion(i, n) || f.cutOff(i, n) {
		return nil
	}
	var out []*big.Rat
	for _, p := range f.Proportions(i) {
		out = append(out, interval.RoundHalfUp(p.Exact, max(n.Places, scorePlaces)))
	}
	return out
}

// oneDigit reports whether a figure written as another one is differs from it in a single digit.
func oneDigit(n *fuhe.Number, other *big.Rat) bool {
	if interval.Ends(other, interval.SumPlaces) > n.Places {
		return false
	}
	a, b := n.String(), interval.Fixed(other, n.Places)
	differ := 0
	for i := 0; i < len(a) && len(a) == len(b); i++ {
		if a[i] != b[i] {
			differ++
		}
	}
	return differ == 1
}
