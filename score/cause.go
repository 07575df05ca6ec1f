package score

import (
	"math/big"
	"strconv"
	"strings"

	"fuhe"
)

// slip is a published figure beside what it should be: where hypotheses about the slip are tried, simplest first.
type slip struct {
	published *fuhe.Number
	exact     *big.Rat // recomputed, not rounded, in the published unit
	initial   *big.Rat // the same with the initial budget for a denominator; nil when that is not known
	budget    string   // the initial budget as printed
}

// cause is the simplest slip that gives the published figure. It is evidence, not a verdict.
func (p *Pass) cause(s slip) *fuhe.Cause {
	v, places, unit := value(s.published), s.published.Places, s.published.Unit
	right := roundHalfUp(s.exact, places)
	exact, printed, rounded := expanded(s.exact, places+workingExtraPlaces)+unit, s.published.String()+unit, fixed(s.exact, places)+unit
	switch {
	case v.Cmp(right) == 0: // a sum is never rounded to the places of its total
		kind := fuhe.Truncated
		if v.Cmp(s.exact) > 0 {
			kind = fuhe.RoundedUp
		}
		return &fuhe.Cause{Kind: kind, Text: p.say(causeRounded, exact, printed)}
	case v.Cmp(ceilAt(s.exact, places)) == 0:
		text := causeRoundedUp
		if p.Profile.RoundsUp {
			text = causeRoundedUpKnown
		}
		return &fuhe.Cause{Kind: fuhe.RoundedUp, Text: p.say(text, exact, printed, rounded)}
	case v.Cmp(floorAt(s.exact, places)) == 0:
		return &fuhe.Cause{Kind: fuhe.Truncated, Text: p.say(causeTruncated, exact, printed, rounded)}
	}
	if c := p.coarse(s, v); c != nil {
		return c
	}
	if s.initial != nil && v.Cmp(roundHalfUp(s.initial, places)) == 0 {
		return &fuhe.Cause{Kind: fuhe.InitialBudget, Text: p.say(causeInitialBudget, s.budget)}
	}
	if factor := unitFactor(v, s.exact, places); factor != "" {
		return &fuhe.Cause{Kind: fuhe.UnitSlip, Text: p.say(causeUnit, factor)}
	}
	return p.digitSlip(fixed(v, places), fixed(right, places), unit)
}

// coarse tries a rounding at fewer places, padded with zeros afterwards: 95.36% printed as 95.00%.
func (p *Pass) coarse(s slip, v *big.Rat) *fuhe.Cause {
	for k := s.published.Places - 1; k >= 0; k-- {
		if v.Cmp(ceilAt(s.exact, k)) != 0 && v.Cmp(floorAt(s.exact, k)) != 0 {
			continue
		}
		kind := fuhe.Truncated
		if v.Cmp(s.exact) > 0 {
			kind = fuhe.RoundedUp
		}
		return &fuhe.Cause{Kind: kind, Text: p.say(causeCoarse, strconv.Itoa(int(k)), s.published.String()+s.published.Unit)}
	}
	return nil
}

// unitFactor is the factor of a hundred or ten thousand that turns the recomputed value into the published one.
func unitFactor(v, exact *big.Rat, places int32) string {
	if v.Sign() == 0 {
		return ""
	}
	for _, by := range []struct {
		power int32
		name  string
	}{{2, "100"}, {-2, "1/100"}, {4, "10000"}, {-4, "1/10000"}} {
		scaled := new(big.Rat).Mul(exact, pow10(by.power))
		if v.Cmp(roundHalfUp(scaled, places)) == 0 || by.power > 0 && v.Cmp(new(big.Rat).Mul(roundHalfUp(exact, places), pow10(by.power))) == 0 {
			return by.name
		}
	}
	return ""
}

// digitSlip compares the digits as written: two neighbours swapped, or one of them wrong.
func (p *Pass) digitSlip(published, right, unit string) *fuhe.Cause {
	if len(published) == len(right) {
		var differ []int
		for i := range published {
			if published[i] != right[i] {
				differ = append(differ, i)
			}
		}
		if len(differ) == 2 && neighbours(right, differ[0], differ[1]) &&
			published[differ[0]] == right[differ[1]] && published[differ[1]] == right[differ[0]] {
			return &fuhe.Cause{Kind: fuhe.Transposed, Text: p.say(causeTransposed, right+unit, published+unit)}
		}
		if len(differ) == 1 {
			return &fuhe.Cause{Kind: fuhe.OneDigit, Text: p.say(causeOneDigit, right+unit)}
		}
	}
	return &fuhe.Cause{Kind: fuhe.UnknownCause, Text: p.say(causeUnknown)}
}

// neighbours reports whether two digits stand side by side, the decimal point aside.
func neighbours(s string, i, j int) bool {
	return strings.Trim(s[i+1:j], ".") == ""
}
