package figures

import (
	"math/big"
	"strings"

	"fuhe"
	"fuhe/score/interval"
	"fuhe/score/profile"
)

// OutOfHundred reports whether the form is scored out of a hundred, as far as it prints that.
func (f *Figures) OutOfHundred() bool {
	w := f.Cell(TotalWeight).Number
	return w == nil || interval.CompareNumber(w, FullPoints) == 0
}

// Grade is the grade that is printed, as the profile names it, and the one that a total is given; false when nothing can be
// said of it: no grade of the profile is printed, the form is not scored out of a hundred, or its own bands are not understood.
func (f *Figures) Grade(total *big.Rat) (printed, right string, ok bool) {
	said := f.Cell(TotalGrade).Text
	if s := f.GradeScale(); s != nil {
		printed, right, ok = s.judge(said, total)
		return printed, right, ok && f.OutOfHundred()
	}
	printed, right = f.Profile.GradeIn(said), f.Profile.Grade(total)
	return printed, right, printed != "" && right != "" && f.OutOfHundred()
}

// EffectOnTotal is what a change of some points does to the form: the total changes, and perhaps its grade.
func (f *Figures) EffectOnTotal(delta *big.Rat) fuhe.Effect {
	if delta.Sign() == 0 {
		return fuhe.NoEffect
	}
	n := f.Cell(TotalScore).Number
	if n == nil || !f.OutOfHundred() {
		return fuhe.ScoreEffect
	}
	if f.GradeOf(interval.Value(n)) != f.GradeOf(interval.Add(interval.Value(n), delta)) {
		return fuhe.GradeEffect
	}
	return fuhe.ScoreEffect
}

// The row 总分: the total is the sum of the scores.

// Scores is the scores of a form, each printed cell once.
type Scores struct {
	added   interval.Sum
	Places  int32      // the most any of them is printed with: the sum is exact to them
	Known   *big.Rat   // what they add up to
	Missing []*big.Rat // the weight of each score that is not there; nil for one without a weight
	Fields  []fuhe.Field
	parts   []string
	Budget  *fuhe.Number // the printed budget score, when it is one of them
	Off     []fuhe.Field // those printed without a minus that take points off; see takeOff

	Unbounded bool // something printed was not read that may as well take points off: nothing bounds the sum
}

// Scores adds up the budget score and the indicators' scores. A source's score repeats the total row's and is none of
// them; a merged cell counts once.
func (f *Figures) Scores() Scores { return f.derived.scores.of(f.addScores) }

func (f *Figures) addScores() Scores {
	rows := len(f.Report.Indicators) + 1
	s := Scores{Fields: make([]fuhe.Field, 0, rows), parts: make([]string, 0, rows)}
	if len(f.Report.Funds) > 0 && !f.TotalOfIndicators() {
		fund := &f.Report.Funds[0]
		// A score that weighs something and has no entry, its column hidden or left out, is as missing as a blank one.
		_, weighs := f.BudgetWeight()
		if s.add(fuhe.FundField(0, "score"), &fund.Score, fund.Weight.Number, weighs || Unread(&fund.Score)) {
			s.Budget = fund.Score.Number
		}
	}
	if w, some := f.unreadBudget(); some {
		s.Missing = append(s.Missing, w)
	}
	if f.lost("/funds") || f.lost("/indicators") {
		s.Missing, s.Unbounded = append(s.Missing, nil), true
	}
	weighed := f.weighed()
	for i := range f.Report.Indicators {
		n := &f.Report.Indicators[i]
		if f.Repeats(i, ColScore) && (n.Score.Number != nil || f.Repeats(i, ColWeight)) {
			continue // a merged cell without a score leaves the weights of all its rows open
		}
		weighs := n.Weight.Number != nil || !weighed && n.Score.Present() || Unread(&n.Weight) || Unread(&n.Score)
		s.add(fuhe.IndicatorField(i, "score"), &n.Score, n.Weight.Number, weighs)
	}
	s.Known = s.added.Rat()
	f.takeOff(&s)
	return s
}

// unreadBudget is what budget execution may weigh where the form prints no entry for its score: it may stand in a sentence,
// 执行率98.75%，得9.88分.
func (f *Figures) unreadBudget() (*big.Rat, bool) {
	if _, weighs := f.BudgetWeight(); weighs || len(f.Report.Funds) > 0 && f.Report.Funds[0].Score.Present() {
		return nil, false
	}
	w, full := f.IndicatorWeights(), FullPoints
	if w.Gaps > 0 || len(w.Fields) == 0 {
		return mostBudgetPoints, true
	}
	if n := f.Cell(TotalWeight).Number; n != nil {
		full = interval.Value(n)
	}
	short := interval.Sub(full, w.Sum)
	return short, BudgetPoints[short.RatString()]
}

// add takes in one score; one that is not there is missing only when its entry weighs something.
func (s *Scores) add(field fuhe.Field, c *fuhe.Cell, weight *fuhe.Number, weighs bool) bool {
	if c.Number == nil {
		if weighs {
			var w *big.Rat
			if weight != nil {
				w = interval.Value(weight)
			}
			s.Missing = append(s.Missing, w)
			s.Unbounded = s.Unbounded || Unread(c) && (w == nil || w.Sign() <= 0)
		}
		return false
	}
	s.added.Add(c.Number.Value)
	s.Places = max(s.Places, c.Number.Places)
	s.Fields = append(s.Fields, field)
	s.parts = append(s.parts, interval.Plain(c.Number))
	return true
}

// farFrom reports whether a printed total is further from the sum than rounding its parts explains.
func (s *Scores) farFrom(n *fuhe.Number) bool {
	apart := interval.Sub(interval.Value(n), s.Known)
	slack := interval.Mul(interval.HalfUnit(min(s.Places, n.Places)), big.NewRat(int64(len(s.Fields)+1), 1))
	return interval.Compare(apart.Abs(apart), slack) > 0
}

// Most is the highest the sum can be; false when a missing score has no weight.
func (s *Scores) Most() (*big.Rat, bool) {
	m := new(big.Rat).Set(s.Known)
	for _, w := range s.Missing {
		if w == nil {
			return nil, false
		}
		m = interval.Add(m, w)
	}
	return m, true
}

// Working is the sum with its parts.
func (s *Scores) Working() string {
	return strings.Join(s.parts, " + ") + " = " + interval.Expanded(s.Known, interval.SumPlaces)
}

// SumHolds reports whether a printed total is the given sum: exactly, or with the budget score unrounded.
func (f *Figures) SumHolds(n *fuhe.Number, s *Scores, known *big.Rat) bool {
	apart := interval.Sub(interval.Value(n), known)
	if apart.Sign() == 0 {
		return true
	}
	if s.Budget == nil || interval.Compare(new(big.Rat).Abs(apart), interval.HalfUnit(s.Budget.Places)) > 0 {
		return false
	}
	b, ok := f.BudgetScore()
	if !ok || !b.Holds() {
		return true // nothing better is known of the unrounded score than its printed places
	}
	return b.UnroundedIn(n, known, interval.Value(s.Budget))
}

// GradedBehind reports whether the grade stands in the cell of the total, behind the figure.
func (f *Figures) GradedBehind() bool {
	return f.Cell(TotalGrade).Present() && f.Cell(TotalGrade).At == f.Cell(TotalScore).At
}

// GradedElsewhere reports whether bands in use elsewhere would give a total the printed grade.
func (f *Figures) GradedElsewhere(total *big.Rat) bool {
	return f.GradeScale() == nil && profile.OtherwiseGraded(total, f.Cell(TotalGrade).Text)
}

// TotalState is how a printed total stands to the sum of the scores.
type TotalState int

// The readings of a total: it is the sum; the sum rounded to its fewer places; the sum of scores that were rounded one by
// one; it is apart from the sum by what a remark below it tells; none of these.
const (
	TotalHolds TotalState = iota
	TotalRounded
	TotalOfParts
	TotalRemarked
	TotalWrong
)

// TotalStands is how the printed total stands to the sum of the scores. A full total claims nothing about rounding.
func (f *Figures) TotalStands(n *fuhe.Number, s *Scores) TotalState {
	if f.SumHolds(n, s, s.Known) {
		return TotalHolds
	}
	if f.TotalRemark() != "" {
		return TotalRemarked
	}
	full := FullPoints
	if w := f.Cell(TotalWeight).Number; w != nil {
		full = interval.Value(w)
	}
	if n.Places < s.Places && interval.CompareNumber(n, full) != 0 && interval.CompareNumber(n, interval.RoundHalfUp(s.Known, n.Places)) == 0 {
		return TotalRounded
	}
	apart := interval.Sub(interval.Value(n), s.Known)
	if interval.Compare(apart.Abs(apart), f.roundingOfScores()) <= 0 {
		return TotalOfParts
	}
	return TotalWrong
}

// roundingOfScores is half a unit for each score that was itself computed: one below its weight, or dealt out as a rounded
// share of its heading. One that was cut off may lack a whole unit.
func (f *Figures) roundingOfScores() *big.Rat {
	sum := new(big.Rat)
	if b := f.Scores().Budget; b != nil {
		if w, ok := f.BudgetWeight(); ok && interval.CompareNumber(b, w) < 0 {
			sum = interval.Add(sum, interval.HalfUnit(b.Places))
			if score, ok := f.BudgetScore(); ok && !score.Holds() && score.CutOff() {
				sum = interval.Add(sum, interval.HalfUnit(b.Places))
			}
		}
	}
	for i := range f.Report.Indicators {
		n, w := f.Report.Indicators[i].Score.Number, f.Report.Indicators[i].Weight.Number
		if n == nil || w == nil || f.Repeats(i, ColScore) || n.Value.Equal(w.Value) && !isShare(w) || n.Value.Cmp(w.Value) > 0 {
			continue
		}
		sum = interval.Add(sum, interval.HalfUnit(n.Places))
		if n.Places >= scorePlaces && f.cutOff(i, n) {
			sum = interval.Add(sum, interval.HalfUnit(n.Places))
		}
	}
	return sum
}

// cutOff reports whether a score is what a missed target earns in proportion, cut off at its places and not rounded.
func (f *Figures) cutOff(i int, n *fuhe.Number) bool {
	v := interval.Value(n)
	return !f.roundsTo(i, v, n.Places) && f.atProportion(i, v, n.Places)
}

// isShare reports whether a weight looks computed, 8.33 of 50: weights that are dealt out have a place at most.
func isShare(w *fuhe.Number) bool {
	return interval.Ends(interval.Value(w), sharePlaces+1) >= sharePlaces
}

// RoundedWeights reports whether weights miss their total by no more than half a unit for each that is a rounded share.
func (f *Figures) RoundedWeights(w *Weights) bool {
	n, sum := f.Cell(TotalWeight).Number, new(big.Rat)
	for i := range f.Report.Indicators {
		if x := f.Report.Indicators[i].Weight.Number; x != nil && !f.Repeats(i, ColWeight) && isShare(x) {
			sum = interval.Add(sum, interval.HalfUnit(x.Places))
		}
	}
	apart := interval.Sub(interval.Value(n), w.Sum)
	return interval.Compare(apart.Abs(apart), sum) <= 0
}

// UnroundedIn reports whether a printed total is the given sum with the budget score, which is in it as rounded, taken as
// it was before it was rounded.
func (b *BudgetScore) UnroundedIn(n *fuhe.Number, sum, rounded *big.Rat) bool {
	apart := interval.Sub(interval.Value(n), sum)
	if interval.Compare(apart.Abs(apart), interval.HalfUnit(b.Printed.Places)) > 0 {
		return false
	}
	return b.Within(n, interval.Sub(sum, rounded))
}

// Within reports whether a printed total may be the other scores and what the amounts permit for this one.
func (b *BudgetScore) Within(n *fuhe.Number, others *big.Rat) bool {
	return b.figure.claimedTotal(n).Meets(b.Span.Plus(interval.Exactly(others)))
}

// FollowsCorrection reports whether the total is right once the budget score is: then the slip is in the score alone,
// and F104 has said it.
func (f *Figures) FollowsCorrection() bool { return f.derived.followsCorrection.of(f.isOfCorrection) }

func (f *Figures) isOfCorrection() bool {
	n, s := f.Cell(TotalScore).Number, f.Scores()
	b, ok := f.BudgetScore()
	if n == nil || s.Budget == nil || !ok || b.Holds() {
		return false
	}
	sum := interval.Add(s.Known, b.Apart())
	return interval.CompareNumber(n, sum) == 0 || b.Within(n, interval.Sub(sum, b.Right().Value))
}
