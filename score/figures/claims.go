package figures

import (
	"math/big"

	"fuhe"
	"fuhe/score/interval"
)

// What a printed score claims. A score is rounded at its own places, but for one that equals its weight: it was dealt out in
// full, not rounded up to it, and 10 is 10.00 at the places of the form.

// scorePlaces: points are counted to two places where a form prints no more.
const scorePlaces = 2

// ScorePlaces is the most places that a score or the total is printed with, two at least.
func (f *Figures) ScorePlaces() int32 {
	return max(f.printedPlaces(), scorePlaces)
}

// printedPlaces is the most places that a score or the total is printed with.
func (f *Figures) printedPlaces() int32 {
	places := f.Scores().Places
	if n := f.Cell(TotalScore).Number; n != nil {
		places = max(places, n.Places)
	}
	return places
}

// ClaimedScore is what a printed score may stand for under its weight.
func (f *Figures) ClaimedScore(n *fuhe.Number, weight *big.Rat) interval.Interval {
	if weight != nil && interval.CompareNumber(n, weight) == 0 {
		return interval.Printed(interval.Value(n), max(n.Places, f.ScorePlaces()))
	}
	return interval.Claimed(n)
}

// claimedTotal is what a printed total may stand for. All points, and the exact sum of the printed scores, were not rounded: 100
// under scores with two places is 100.00.
func (f *Figures) claimedTotal(n *fuhe.Number) interval.Interval {
	v, full := interval.Value(n), FullPoints
	if w := f.Cell(TotalWeight).Number; w != nil {
		full = interval.Value(w)
	}
	if s := f.Scores(); interval.Compare(v, full) == 0 || len(s.Missing) == 0 && interval.Compare(v, s.Known) == 0 {
		return interval.Printed(v, max(n.Places, f.ScorePlaces()))
	}
	return interval.Claimed(n)
}

// ScoreReading is a budget score that is right: what it is, at which places, and whether it follows from the rate as printed.
type ScoreReading struct {
	Value  *big.Rat // rounded
	Places int32
	ByRate bool
}

// Right is the budget score as it should be printed: at the printed places, or at those of the form where a full score was
// printed; of the readings that are permitted the one that the printed total was added up with.
func (b *BudgetScore) Right() ScoreReading { return b.right.of(b.findRight) }

func (b *BudgetScore) findRight() ScoreReading {
	f := b.figure
	if b.Scale != nil {
		return b.byScale()
	}
	places := b.Printed.Places
	if interval.CompareNumber(b.Printed, b.Weight) >= 0 {
		places = max(places, f.ScorePlaces())
	}
	first := ScoreReading{Value: interval.RoundHalfUp(b.Exact, places), Places: places}
	left := b.leftByTotal()
	if left == nil || interval.Compare(left, first.Value) == 0 || b.roundedWith(first.Value, left) {
		return first
	}
	if interval.CompareNumber(b.Printed, left) == 0 {
		return first // the total was added up with the wrong score
	}
	by := b.fromRate()
	for _, at := range []int32{b.Printed.Places, scorePlaces, 1, 0, f.ScorePlaces()} {
		if r := (ScoreReading{Value: interval.RoundHalfUp(b.Exact, at), Places: at}); interval.Compare(left, r.Value) == 0 {
			return r
		}
		if by != nil {
			if r := (ScoreReading{Value: interval.RoundHalfUp(by, at), Places: at, ByRate: true}); interval.Compare(left, r.Value) == 0 {
				return r
			}
		}
	}
	return first
}

// roundedWith reports whether the printed total, of fewer places, is rounded from a sum with a score: then what it leaves tells nothing.
func (b *BudgetScore) roundedWith(score, left *big.Rat) bool {
	n := b.figure.Cell(TotalScore).Number
	sum := interval.Add(interval.Sub(interval.Value(n), left), score)
	return n.Places < b.Printed.Places && interval.CompareNumber(n, interval.RoundHalfUp(sum, n.Places)) == 0
}

// leftByTotal is what the printed total leaves for this score beside the others; nil where that is not known.
func (b *BudgetScore) leftByTotal() *big.Rat {
	n, s := b.figure.Cell(TotalScore).Number, b.figure.Scores()
	if n == nil || s.Budget == nil || len(s.Missing) > 0 {
		return nil
	}
	return interval.Sub(interval.Value(n), interval.Sub(s.Known, interval.Value(s.Budget)))
}

// addedOtherwise is the score that the printed total was added up with where it is another than printed; nil where it is not.
func (b *BudgetScore) addedOtherwise() *big.Rat {
	left := b.leftByTotal()
	if left == nil || interval.CompareNumber(b.Printed, left) == 0 {
		return nil
	}
	return left
}

// Undecided reports whether the printed total was added up with another score than the right one that the rate permits too:
// amounts in 万元 and a rate known in print only stand for all that round to them.
func (b *BudgetScore) Undecided() bool {
	left := b.addedOtherwise()
	return left != nil && b.Scale == nil && interval.Compare(left, b.Right().Value) != 0 && b.Span.Meets(interval.Exactly(left))
}

// OtherHolds reports whether the printed total was added up with another score than printed that would hold as well.
func (b *BudgetScore) OtherHolds() bool {
	left := b.addedOtherwise()
	return left != nil && b.gives(interval.Printed(left, max(b.Printed.Places, interval.Ends(left, interval.SumPlaces))))
}

// byScale is the score that the printed scale gives; the one that the total was added up with where it leaves a choice.
func (b *BudgetScore) byScale() ScoreReading {
	var out ScoreReading
	n, s := b.figure.Cell(TotalScore).Number, b.figure.Scores()
	for k, i := range b.Scale.Scores(b.rate.Span, b.Weight) {
		v := i.Lo
		if interval.Compare(i.Lo, i.Hi) != 0 {
			v = b.Exact
		}
		r := ScoreReading{Value: interval.RoundHalfUp(v, b.figure.ScorePlaces()), Places: b.figure.ScorePlaces()}
		if k == 0 || n != nil && s.Budget != nil && interval.CompareNumber(n, interval.Add(interval.Sub(s.Known, interval.Value(s.Budget)), r.Value)) == 0 {
			out = r
		}
	}
	return out
}

// fromRate is the score that the right rate gives at its printed places; nil where no rate is printed or worked out.
func (b *BudgetScore) fromRate() *big.Rat {
	r := b.rate
	if r.Printed == nil || !r.Computed() {
		return nil
	}
	share := interval.RoundHalfUp(interval.Mul(r.Quotient, r.Factor), r.Printed.Places)
	score := share.Quo(share, r.Factor)
	score = interval.Mul(score, b.Weight)
	if !b.figure.Profile.Uncapped && interval.Compare(score, b.Weight) > 0 {
		return b.Weight
	}
	return score
}
