package figures

import (
	"math/big"

	"fuhe"
	"fuhe/score/interval"
)

// SourceScore is the score of a source, or of a task, that has a share of the points of budget execution.
type SourceScore struct {
	Derived
	Weight *big.Rat
	Row    int
	byRate *interval.Interval // from the rate of its row as printed
	whole  *interval.Interval // from that of the annual total
	claim  interval.Interval
	words  string // 5 × 20 ÷ 40
}

// SourceScores are the scores of rows between which the weight of budget execution is dealt out: two at least, each with a
// part of it, and all of them together the whole. A row that repeats weight and score of the total has no points of its own.
func (f *Figures) SourceScores() []SourceScore {
	whole, ok := f.BudgetWeight()
	if !ok || f.Profile.OwnScore || f.Scale() != nil || len(f.Report.Funds) < 3 || f.lost("/funds") {
		return nil
	}
	var out []SourceScore
	sum := new(big.Rat)
	for i := 1; i < len(f.Report.Funds); i++ {
		w, n := f.Report.Funds[i].Weight.Number, f.Report.Funds[i].Score.Number
		if w == nil {
			continue
		}
		weight := interval.Value(w)
		if weight.Sign() <= 0 || interval.Compare(weight, whole) >= 0 {
			return nil
		}
		sum = interval.Add(sum, weight)
		if r := f.Rate(i); n != nil && r.Computed() {
			out = append(out, f.sourceScore(i, n, weight))
		}
	}
	if interval.Compare(sum, whole) != 0 {
		return nil
	}
	return out
}

// Dealt is what the scores of the rows that the points of budget execution are dealt out to add up to, where each of them is right and
// the rate of the annual total gives another score; nil else. Which of the two was meant the form does not say.
func (b *BudgetScore) Dealt() *big.Rat {
	sum := new(big.Rat)
	scores := b.figure.SourceScores()
	for k := range scores {
		if !scores[k].Holds() {
			return nil
		}
		sum = interval.Add(sum, interval.Value(scores[k].Printed))
	}
	if len(scores) < 2 || interval.Compare(sum, b.Right().Value) == 0 {
		return nil
	}
	return sum
}

// SumsSources reports whether a budget score is the sum of the scores of the rows that its points are dealt out to, and whether
// each of those is right.
func (f *Figures) SumsSources(n *fuhe.Number) (sums, right bool) {
	sum, scores := new(big.Rat), f.SourceScores()
	right = true
	for k := range scores {
		sum = interval.Add(sum, interval.Value(scores[k].Printed))
		right = right && scores[k].Holds()
	}
	return sum.Sign() > 0 && interval.CompareNumber(n, sum) == 0, right
}

func (f *Figures) sourceScore(i int, n *fuhe.Number, weight *big.Rat) SourceScore {
	r := f.Rate(i)
	executed, by := r.Operands()
	s := SourceScore{Weight: weight, Row: i, claim: f.ClaimedScore(n, weight), words: interval.Expanded(weight, interval.SumPlaces) + " × " + executed + " ÷ " + by}
	s.Field, s.Printed, s.From = fuhe.FundField(i, "score"), n, append([]fuhe.Field{fuhe.FundField(i, "weight")}, r.From...)
	s.Exact, s.Span = interval.Mul(r.Quotient, weight), f.capped(r.Span.Times(weight), weight)
	if !f.Profile.Uncapped && interval.Compare(s.Exact, weight) > 0 {
		s.Exact = weight
	}
	if r.Printed != nil && r.Holds() {
		by := f.capped(interval.Exactly(interval.Quo(interval.Value(r.Printed), r.Factor)).Times(weight), weight)
		s.byRate = &by
	}
	if all := f.Rate(0); all.Computed() {
		span := f.capped(all.Span.Times(weight), weight)
		s.whole = &span
	}
	return s
}

// Holds reports whether the printed score is a permitted reading of the recomputed one.
func (s *SourceScore) Holds() bool {
	for _, permitted := range []*interval.Interval{&s.Span, s.byRate, s.whole} {
		if permitted != nil && s.claim.Meets(*permitted) {
			return true
		}
	}
	return false
}

// Working is what the score is computed as, with its result.
func (s *SourceScore) Working() string {
	return s.words + " = " + interval.Expanded(s.Exact, s.Printed.Places+interval.WorkingPlaces)
}

// Recomputed is the right score, at as many places as it takes to differ from a full one.
func (s *SourceScore) Recomputed() string {
	return interval.Fixed(s.Exact, max(s.Printed.Places, min(interval.Ends(s.Exact, interval.SumPlaces), scorePlaces))) + s.Printed.Unit
}
