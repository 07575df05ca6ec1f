package score

import (
	"math/big"
	"slices"
	"strconv"

	"fuhe"
)

// slip is a published figure beside what it should be: where hypotheses about the slip are tried.
type slip struct {
	published *fuhe.Number
	exact     *big.Rat      // recomputed, not rounded, in the published unit
	others    []denominator // the same by other denominators
	around    []neighbour   // figures that stand beside it and may have been copied
	sum       *summed       // what it is the sum of; nil when it is none
	inputs    func() []guess
}

// denominator is another budget that an amount may have been divided by, and what that gives.
type denominator struct {
	kind    fuhe.CauseKind
	exact   *big.Rat
	printed string
	row     string // the source it belongs to, "" for the initial budget
}

// neighbour is a figure beside the published one.
type neighbour struct {
	field  fuhe.Field
	number *fuhe.Number
}

// guess is one hypothesis that gives the published figure. ways is in how many ways a slip of its kind could have gone:
// rounding up gives one figure, one wrong digit dozens. The fewer there are, the less likely it hits by chance, and the
// simpler the explanation.
type guess struct {
	kind fuhe.CauseKind
	ways int
	says fuhe.Phrase
	args []any
}

// plainWays: an explanation that could have gone in so few ways leaves no need to look for a wrong digit elsewhere.
const plainWays = 2

// causesShown: more than three explanations explain nothing.
const causesShown = 3

// explain writes the simplest explanations into a finding. They are evidence, not a verdict.
func (p *Pass) explain(f *fuhe.Finding, guesses []guess) {
	slices.SortStableFunc(guesses, func(a, b guess) int { return a.ways - b.ways })
	shown, seen := 0, make(map[fuhe.CauseKind]bool, causesShown)
	for _, g := range guesses {
		if shown == causesShown {
			break
		}
		if seen[g.kind] && g.kind != fuhe.OneDigit {
			continue // the simpler wording of a kind has been said; which digit is wrong may be told in several ways
		}
		seen[g.kind] = true
		c := fuhe.Cause{Kind: g.kind, Text: p.say(g.says, g.args...)}
		if shown++; shown == 1 {
			f.Cause = &c
		} else {
			f.Causes = append(f.Causes, c)
		}
	}
	if shown == 0 {
		f.Cause = &fuhe.Cause{Kind: fuhe.UnknownCause, Text: p.say(causeUnknown)}
	}
}

// guesses are all slips that give the published figure, in the order in which they are tried.
func (p *Pass) guesses(s slip) []guess {
	f := readFigure(s.published)
	right := unitsHalfUp(s.exact, f.places)
	out := p.roundings(s, f, right)
	for _, d := range s.others {
		if f.units.Cmp(unitsHalfUp(d.exact, f.places)) != 0 {
			continue
		}
		g := guess{d.kind, 1, causeInitialBudget, []any{d.printed}}
		if d.kind == fuhe.SourceBudget {
			g.ways, g.says, g.args = len(s.others), causeSourceBudget, []any{d.row, d.printed}
		}
		out = append(out, g)
	}
	if factor := unitFactor(f, s.exact, right); factor != "" {
		out = append(out, guess{fuhe.UnitSlip, len(unitFactors), causeUnit, []any{factor}})
	}
	out = append(out, digitSlips(f, right)...)
	if s.sum != nil {
		out = append(out, s.sum.guesses(p, s)...)
	}
	for _, n := range s.around {
		if f.value.Cmp(n.number.Value) == 0 {
			out = append(out, guess{fuhe.Copied, max(len(s.around), 2), causeCopied, []any{p.label(n.field), n.number.String() + n.number.Unit}})
		}
	}
	if s.inputs != nil && !slices.ContainsFunc(out, func(g guess) bool { return g.ways <= plainWays }) {
		out = append(out, s.inputs()...)
	}
	return out
}

// roundings tries other roundings of the right value at the printed places, and at fewer, padded with zeros afterwards:
// 95.36% printed as 95.00%.
func (p *Pass) roundings(s slip, f figure, right *big.Int) []guess {
	exactly, printed := func() string { return expanded(s.exact, f.places+workingExtraPlaces) + f.unit }, f.text+f.unit
	if f.units.Cmp(right) == 0 { // a sum is never rounded to the places of its total
		kind := fuhe.Truncated
		if value(s.published).Cmp(s.exact) > 0 {
			kind = fuhe.RoundedUp
		}
		return []guess{{kind, 1, causeRounded, []any{exactly(), printed}}}
	}
	floor, whole, half := scaled(s.exact, f.places)
	up := new(big.Int).Add(floor, intOne)
	switch {
	case whole:
	case f.units.Cmp(up) == 0:
		says := causeRoundedUp
		if p.Profile.RoundsUp {
			says = causeRoundedUpKnown
		}
		return []guess{{fuhe.RoundedUp, 1, says, []any{exactly(), printed, written(right, f.places) + f.unit}}}
	case f.units.Cmp(floor) == 0:
		cut := guess{fuhe.Truncated, 1, causeTruncated, []any{exactly(), printed, written(right, f.places) + f.unit}}
		if half == 0 && floor.Bit(0) == 0 {
			return []guess{{fuhe.HalfEven, 1, causeHalfEven, cut.args}, cut}
		}
		return []guess{cut}
	}
	for k := f.places - 1; k >= 0; k-- {
		floor, whole, _ := scaled(s.exact, k)
		at, kind := new(big.Int).Mul(floor, pow10(f.places-k).Num()), fuhe.Truncated
		if f.units.Cmp(at) != 0 && !whole {
			at, kind = at.Add(at, pow10(f.places-k).Num()), fuhe.RoundedUp
		}
		if f.units.Cmp(at) == 0 {
			return []guess{{kind, 2, causeCoarse, []any{strconv.Itoa(int(k)), printed}}}
		}
	}
	return nil
}
