package figures

import (
	"math/big"
	"strings"

	"fuhe"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// Where the total is not the sum of the scores, one row may be the reason and the total right: a score that its own row
// contradicts, by its weight, by its target or by its kind, and with which put right the total adds up.

// RowSlip is the one score that makes a right total look wrong.
type RowSlip struct {
	Row   int
	Right *big.Rat // what it should be; nil where the whole row is printed twice
	Minus bool     // points taken off that were printed without their minus
	Twice bool     // the row repeats another one
}

// ScoreSlip is the one score that the total and its own row speak against; nil when there is none, or more than one.
func (f *Figures) ScoreSlip() *RowSlip { return f.derived.scoreSlip.of(f.findScoreSlip) }

func (f *Figures) findScoreSlip() *RowSlip {
	apart, ok := f.totalApart()
	if !ok {
		return nil
	}
	if twice := f.repeatedRow(apart); twice != nil || apart.Sign() == 0 {
		return twice
	}
	var found *RowSlip
	for i := range f.Report.Indicators {
		x := f.contradicted(i, apart)
		if x == nil {
			continue
		}
		if found != nil {
			return nil
		}
		found = x
	}
	return found
}

// totalApart is how far a total is from the sum of the scores, a wrong budget score put right; false where that is not known, or
// the budget score is the one slip.
func (f *Figures) totalApart() (*big.Rat, bool) {
	apart := f.derived.totalApart.of(maybe(f.findTotalApart))
	return apart.value, apart.ok
}

func (f *Figures) findTotalApart() (*big.Rat, bool) {
	n, s := f.Cell(TotalScore).Number, f.Scores()
	if n == nil || len(s.Missing) > 0 || len(s.Fields) == 0 || f.TotalRemark() != "" {
		return nil, false
	}
	apart := interval.Sub(interval.Value(n), s.Known)
	if b, ok := f.BudgetScore(); ok && s.Budget != nil && !b.Holds() && !b.RoundedToFull() {
		if f.FollowsCorrection() {
			return nil, false
		}
		apart = interval.Sub(apart, b.Apart())
	}
	return apart, true
}

// OtherReading is a row of a missed target with which the total would be right if it had been scored in proportion in another
// permitted way than it is: row and total then speak against each other, and neither is known to be wrong. nil for none.
func (f *Figures) OtherReading() *RowSlip {
	apart, ok := f.totalApart()
	if !ok || apart.Sign() == 0 {
		return nil
	}
	for i := range f.Report.Indicators {
		ind := &f.Report.Indicators[i]
		n, standing := ind.Score.Number, f.Comparisons[i].Standing
		if n == nil || ind.Weight.Number == nil || standing != Missed && standing != Short || f.Repeats(i, ColScore) {
			continue
		}
		right := interval.Add(interval.Value(n), apart)
		places := max(n.Places, interval.Ends(right, scorePlaces))
		// One that was cut off at fewer places than points are counted to is no reading.
		if f.roundsTo(i, right, places) || places >= scorePlaces && f.atProportion(i, right, places) {
			return &RowSlip{Row: i, Right: right}
		}
	}
	return nil
}

// repeatedRow is an indicator printed twice where the totals count it once.
func (f *Figures) repeatedRow(apart *big.Rat) *RowSlip {
	total, w := f.Cell(TotalWeight).Number, f.IndicatorWeights()
	for i := 1; i < len(f.Report.Indicators); i++ {
		a, b := &f.Report.Indicators[i-1], &f.Report.Indicators[i]
		if b.Name.Text == "" || a.Name.Text != b.Name.Text || a.Target.Text != b.Target.Text || a.Actual.Text != b.Actual.Text ||
			a.Weight.Text != b.Weight.Text || a.Score.Text != b.Score.Text || f.Shared(i) || b.Score.Number == nil {
			continue
		}
		scores := apart.Sign() != 0 && interval.CompareNumber(b.Score.Number, new(big.Rat).Neg(apart)) == 0
		weights := false
		if total != nil && b.Weight.Number != nil && w.Gaps == 0 {
			over := interval.Sub(f.weightsWithBudget(), interval.Value(total))
			weights = interval.CompareNumber(b.Weight.Number, over) == 0
		}
		if scores && weights || weights && apart.Sign() == 0 && b.Score.Number.Value.Sign() == 0 || scores && total == nil {
			return &RowSlip{Row: i, Twice: true}
		}
	}
	return nil
}

func (f *Figures) weightsWithBudget() *big.Rat {
	sum := new(big.Rat).Set(f.IndicatorWeights().Sum)
	if b, ok := f.BudgetWeight(); ok {
		sum = interval.Add(sum, b)
	}
	return sum
}

// contradicted is the slip in the score of a row that is off by so much and that the row itself contradicts.
func (f *Figures) contradicted(i int, apart *big.Rat) *RowSlip {
	ind := &f.Report.Indicators[i]
	n, w := ind.Score.Number, ind.Weight.Number
	if n == nil || f.Shared(i) || f.Repeats(i, ColScore) {
		return nil
	}
	printed := interval.Value(n)
	right := interval.Add(printed, apart)
	if w == nil || Deducts(ind) {
		if Deducts(ind) && printed.Sign() > 0 && interval.Compare(new(big.Rat).Neg(printed), right) == 0 {
			return &RowSlip{Row: i, Right: right, Minus: true}
		}
		return nil
	}
	weight := interval.Value(w)
	if right.Sign() < 0 || interval.Compare(right, weight) > 0 {
		return nil
	}
	slip := &RowSlip{Row: i, Right: right}
	standing, full := f.Comparisons[i].Standing, interval.Compare(right, weight) == 0
	reason := !text.NoReason(ind.Deviation.Text)
	switch {
	case interval.Compare(printed, weight) > 0:
		return slip
	case standing == Missed, standing == Short && !full:
		if f.atProportion(i, right, n.Places) && !f.atProportion(i, printed, n.Places) || !f.inProportion(i, n) && !f.atProportion(i, printed, n.Places) && f.inProportion(i, at(right, n.Places)) {
			return slip
		}
		return nil
	case full && f.SaysMet(i) && !reason && !Bonus(ind):
		return slip
	}
	return nil
}

// SaysMet reports whether a row says that its target is met: in figures, in the words of the target, in those of the best tier,
// or by a date in time.
func (f *Figures) SaysMet(i int) bool {
	row, ind := &f.Comparisons[i], &f.Report.Indicators[i]
	if row.Standing != Unknown {
		return row.Standing == Met
	}
	said := text.Squeeze(ind.Actual.Text)
	switch {
	case said == "" || row.Late:
		return false
	case row.Kept, ind.Target.Number == nil && said == text.Squeeze(ind.Target.Text), doneWords[said]:
		return true
	}
	return strings.HasPrefix(said, "达成预期") || strings.HasPrefix(said, "达成年度") || strings.HasPrefix(said, "全部达成")
}

// doneWords say that a target was met and nothing more.
var doneWords = map[string]bool{"完成": true, "已完成": true, "全部完成": true, "按期完成": true, "按时完成": true, "按计划完成": true, "已按期完成": true, "达标": true, "已达标": true}

// at is a figure at places, or at as many as it needs.
func at(v *big.Rat, places int32) *fuhe.Number {
	places = max(places, interval.Ends(v, scorePlaces))
	return &fuhe.Number{Value: interval.Decimal(v, places), Places: places}
}

// inProportion reports whether a score of a missed target is one that it earns in proportion.
func (f *Figures) inProportion(i int, n *fuhe.Number) bool {
	weight := interval.Value(f.Report.Indicators[i].Weight.Number)
	for _, p := range f.Proportions(i) {
		if f.ClaimedScore(n, weight).Meets(p.Span) {
			return true
		}
	}
	return false
}

// roundsTo reports whether a score is what the printed target and actual value give, rounded at places.
func (f *Figures) roundsTo(i int, score *big.Rat, places int32) bool {
	for _, p := range f.Proportions(i) {
		if interval.Compare(interval.RoundHalfUp(p.Exact, places), score) == 0 {
			return true
		}
	}
	return false
}

// atProportion reports whether a score is what the printed target and actual value give, rounded or cut off at places.
func (f *Figures) atProportion(i int, score *big.Rat, places int32) bool {
	for _, p := range f.Proportions(i) {
		if interval.Compare(interval.RoundHalfUp(p.Exact, places), score) == 0 || interval.Compare(interval.FloorAt(p.Exact, places), score) == 0 {
			return true
		}
	}
	return false
}

// Deducts reports whether a row takes points off: 扣分项, 减分项, 扣减分.
func Deducts(ind *fuhe.Indicator) bool { return headed(ind, "扣分", "减分") }

// Adds reports whether a row gives points on top: 加分项.
func Adds(ind *fuhe.Indicator) bool { return headed(ind, "加分") }

// Bonus reports whether the points of a row, with a weight or none, come on top of what can be earned: what it does not score is not
// taken off.
func Bonus(ind *fuhe.Indicator) bool {
	return text.ContainsAny(ind.Level1.Text+"\n"+ind.Level2.Text, "加分") || strings.HasPrefix(IndicatorName(ind.Name.Text), "加分项")
}

// headed reports whether a row that deals out no points, its weight blank, nothing or less, stands under one of some words.
func headed(ind *fuhe.Indicator, words ...string) bool {
	w := ind.Weight.Number
	return (w == nil || w.Value.Sign() <= 0) && text.ContainsAny(ind.Level1.Text+ind.Level2.Text+ind.Name.Text, words...)
}
