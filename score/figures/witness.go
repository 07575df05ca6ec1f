package figures

import (
	"math/big"

	"fuhe"
	"fuhe/score/interval"
	"fuhe/score/text"
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

// OtherScore is the row with whose score put right the total may be right; nil for none. Such a row lost just the points by which the
// total is above the sum of the scores, and says that its target is met, or gives no reason and cannot be compared; or it kept all its
// points and gives a reason for losing some; or something is said against it (doubted); or nothing vouches for it, neither target nor
// weight, and it has a slip of the pen, where its words make the other score possible. The score would have to lie between nothing and
// its weight. Where the header prints the sum of the scores these are vouched for.
func (f *Figures) OtherScore(doubted func(row int) bool, possible func(row int, right *big.Rat) bool) *RowSlip {
	apart, ok := f.totalApart()
	if !ok || apart.Sign() == 0 || f.headerIsSum() {
		return nil
	}
	for i := range f.Report.Indicators {
		n := f.Report.Indicators[i].Score.Number
		if n == nil || f.Repeats(i, ColScore) {
			continue
		}
		if f.mayBeFull(i, apart) {
			return &RowSlip{Row: i, Right: interval.Value(f.Report.Indicators[i].Weight.Number)}
		}
		if right := interval.Add(interval.Value(n), apart); f.mayScore(i, right) && (f.lostUnsaid(i) || doubted(i) || f.mistyped(i, right) && possible(i, right)) {
			return &RowSlip{Row: i, Right: right}
		}
	}
	return nil
}

// mayBeFull reports whether the total counts all points of a row that scores less and says that its target is met, or does not say
// why it lost some; a total of fewer places was rounded.
func (f *Figures) mayBeFull(i int, apart *big.Rat) bool {
	ind := &f.Report.Indicators[i]
	n, w, total := ind.Score.Number, ind.Weight.Number, f.Cell(TotalScore).Number
	if w == nil || w.Value.Sign() <= 0 || n.Value.Cmp(w.Value) >= 0 {
		return false
	}
	if unsaid := f.Comparisons[i].Standing == Unknown && !text.IsBlank(ind.Actual.Text) && text.NoReason(ind.Deviation.Text); !unsaid && !f.SaysMet(i) {
		return false
	}
	off := interval.Sub(apart, interval.Sub(interval.Value(w), interval.Value(n)))
	if off.Sign() == 0 {
		return true
	}
	sum := interval.Sub(interval.Value(total), off)
	return total.Places < f.Scores().Places && interval.CompareNumber(total, interval.RoundHalfUp(sum, total.Places)) == 0
}

// headerIsSum reports whether the total in the header is the sum of the scores.
func (f *Figures) headerIsSum() bool {
	h := f.Report.HeaderTotal
	return h != nil && h.Score.Number != nil && interval.CompareNumber(h.Score.Number, f.Scores().Known) == 0
}

// mayScore reports whether a row may score so much: between nothing and its weight, or points taken off.
func (f *Figures) mayScore(i int, right *big.Rat) bool {
	ind := &f.Report.Indicators[i]
	if Deducts(ind) {
		return right.Sign()*ind.Score.Number.Value.Sign() >= 0
	}
	return ind.Weight.Number != nil && right.Sign() >= 0 && interval.CompareNumber(ind.Weight.Number, right) >= 0
}

// lostUnsaid reports whether a row kept all its points though it gives a reason for losing some.
func (f *Figures) lostUnsaid(i int) bool {
	ind := &f.Report.Indicators[i]
	return ind.Weight.Number != nil && ind.Score.Number.Value.Equal(ind.Weight.Number.Value) && !f.SaysMet(i) && !text.NoReason(ind.Deviation.Text)
}

// mistyped reports whether nothing vouches for the score of a row, and it is another but for a slip of the pen.
func (f *Figures) mistyped(i int, right *big.Rat) bool {
	ind := &f.Report.Indicators[i]
	n := ind.Score.Number
	if f.Comparisons[i].Standing != Unknown || ind.Weight.Number != nil && n.Value.Cmp(ind.Weight.Number.Value) >= 0 {
		return false
	}
	return oneDigit(n, right) || Deducts(ind) && (interval.CompareNumber(n, interval.Mul(right, interval.Pow10(1))) == 0 || interval.CompareNumber(n, interval.Quo(right, interval.Pow10(1))) == 0)
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
