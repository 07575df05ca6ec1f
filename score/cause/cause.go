// Package cause tells what a published figure could have come from: the figure and what it should be go in, and the simplest
// slips that give it come out, ranked. They are evidence, no verdict. It knows figures and no rule.
package cause

import (
	"math/big"
	"slices"
	"strconv"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

// Slip is a published figure beside what it should be: where hypotheses about the slip are tried.
type Slip struct {
	published *fuhe.Number
	exact     *big.Rat              // recomputed, not rounded, in the published unit
	whole     *big.Rat              // what all of it would be, in the published unit; nil where it is no share of anything
	share     bool                  // it is the share of one amount in another
	others    []figures.Denominator // the same by other denominators
	around    []figures.Neighbour   // figures that stand beside it and may have been copied
	sum       *sum                  // what it is the sum of; nil when it is none
	elsewhere func() []guess        // slips in the figures it follows from, looked for when there is no plain one here
}

// guess is one hypothesis that gives the published figure. ways is in how many ways a slip of its kind could have gone:
// rounding up gives one figure, one wrong digit dozens. The fewer there are, the less likely it hits by chance, and the
// simpler the explanation.
type guess struct {
	kind fuhe.CauseKind
	ways int
	text fuhe.Phrase
	args []any
}

// plainWays: an explanation that could have gone in so few ways leaves no need to look for a wrong digit elsewhere.
const plainWays = 2

// Shown is how many explanations a finding has at most: more than three explain nothing.
const Shown = 3

// Rank are the slips that give the published figure, the simplest first; one of an unknown kind where none does.
func Rank(f *figures.Figures, s Slip) []fuhe.Cause { return ranked(f, guesses(f, s)) }

// ranked are the simplest of some guesses in words.
func ranked(f *figures.Figures, guesses []guess) []fuhe.Cause {
	slices.SortStableFunc(guesses, func(a, b guess) int { return a.ways - b.ways })
	out, seen := make([]fuhe.Cause, 0, Shown), make(map[fuhe.CauseKind]bool, Shown)
	for _, g := range guesses {
		if len(out) == Shown {
			break
		}
		if seen[g.kind] && g.kind != fuhe.OneDigit {
			continue // the simpler wording of a kind has been given; which digit is wrong may be told in several ways
		}
		seen[g.kind] = true
		out = append(out, fuhe.Cause{Kind: g.kind, Text: f.In(g.text, g.args...)})
	}
	if len(out) == 0 {
		out = append(out, fuhe.Cause{Kind: fuhe.UnknownCause, Text: f.In(causeUnknown)})
	}
	return out
}

// guesses are all slips that give the published figure, in the order in which they are tried.
func guesses(f *figures.Figures, s Slip) []guess {
	printed := readFigure(s.published)
	right := interval.UnitsHalfUp(s.exact, printed.places)
	out := roundings(f, s, printed, right)
	out = append(out, s.denominators(printed)...)
	out = append(out, s.ofShares(printed)...)
	if factor := pointFactor(printed, s.exact, right); factor != "" {
		out = append(out, guess{fuhe.Point, len(pointFactors), causePoint, []any{factor}})
	}
	if factor := unitFactor(printed, s.exact, right); factor != "" {
		out = append(out, guess{fuhe.UnitSlip, len(unitFactors), causeUnit, []any{factor}})
	}
	out = append(out, digitSlips(printed, right)...)
	if s.sum != nil {
		out = append(out, s.sum.guesses(f, s)...)
	}
	for _, n := range s.around {
		if printed.value.Cmp(n.Number.Value) == 0 {
			ways := max(len(s.around), plainWays)
			if n.Field.Key() == "execution_rate" && !s.share {
				ways = 1 // a score of 66.27 beside a rate of 66.27 %: the point is shifted as well, but nobody shifted it
			}
			out = append(out, guess{fuhe.Copied, ways, causeCopied, []any{f.Label(n.Field), n.Number.String() + n.Number.Unit}})
		}
	}
	if s.elsewhere != nil && !slices.ContainsFunc(out, func(g guess) bool { return g.ways <= plainWays }) {
		out = append(out, s.elsewhere()...)
	}
	return out
}

// ofShares tries the share that is missing to the whole, and the whole in its share.
func (s *Slip) ofShares(printed figure) (out []guess) {
	if s.whole == nil || s.exact.Sign() <= 0 || interval.Compare(s.exact, s.whole) == 0 {
		return nil
	}
	rest := interval.Sub(s.whole, s.exact)
	if rest.Sign() > 0 && interval.RoundsTo(rest, printed.places, printed.units) {
		out = append(out, guess{fuhe.Complement, plainWays, causeComplement, []any{printed.text + printed.unit}})
	}
	inverse := interval.Mul(s.whole, s.whole)
	if s.share && interval.RoundsTo(inverse.Quo(inverse, s.exact), printed.places, printed.units) {
		out = append(out, guess{fuhe.Inverse, plainWays, causeInverse, nil})
	}
	return out
}

// denominators tries the other budgets that it may have been divided by.
func (s *Slip) denominators(printed figure) (out []guess) {
	for _, d := range s.others {
		if !interval.RoundsTo(d.Exact, printed.places, printed.units) {
			continue
		}
		g := guess{d.Kind, 1, causeInitialBudget, []any{d.Printed}}
		if d.Kind == fuhe.SourceBudget {
			g.ways, g.text, g.args = len(s.others), causeSourceBudget, []any{d.Row, d.Printed}
		}
		out = append(out, g)
	}
	return out
}

// roundings tries other roundings of the right value at the printed places, and at fewer.
func roundings(f *figures.Figures, s Slip, printed figure, right *big.Int) []guess {
	exactly := func() string {
		return interval.Expanded(s.exact, printed.places+interval.WorkingPlaces) + printed.unit
	}
	shown, halfUp := printed.text+printed.unit, interval.Written(right, printed.places)+printed.unit
	if printed.units.Cmp(right) == 0 { // a sum is never rounded to the places of its total
		kind := fuhe.Truncated
		if interval.CompareNumber(s.published, s.exact) > 0 {
			kind = fuhe.RoundedUp
		}
		return []guess{{kind, 1, causeRounded, []any{exactly(), shown}}}
	}
	floor, whole, half := interval.Scaled(s.exact, printed.places)
	up := new(big.Int).Add(floor, big.NewInt(1))
	switch {
	case whole:
	case printed.units.Cmp(up) == 0:
		wording := causeRoundedUp
		if f.Profile.RoundsUp {
			wording = causeRoundedUpKnown
		}
		return []guess{{fuhe.RoundedUp, 1, wording, []any{exactly(), shown, halfUp}}}
	case printed.units.Cmp(floor) == 0:
		cut := guess{fuhe.Truncated, 1, causeTruncated, []any{exactly(), shown, halfUp}}
		if half == 0 && floor.Bit(0) == 0 {
			return []guess{{fuhe.HalfEven, 1, causeHalfEven, cut.args}, cut}
		}
		return []guess{cut}
	}
	return padded(s, printed)
}

// padded tries roundings at fewer places, filled up with zeros afterwards: 95.36% printed as 95.00%.
func padded(s Slip, printed figure) []guess {
	for k := printed.places - 1; k >= 0; k-- {
		floor, whole, _ := interval.Scaled(s.exact, k)
		unit := interval.Pow10(printed.places - k).Num()
		at, kind := new(big.Int).Mul(floor, unit), fuhe.Truncated
		if printed.units.Cmp(at) != 0 && !whole {
			at, kind = at.Add(at, unit), fuhe.RoundedUp
		}
		if printed.units.Cmp(at) == 0 {
			return []guess{{kind, 2, causeCoarse, []any{strconv.Itoa(int(k)), printed.text + printed.unit}}}
		}
	}
	return nil
}
