package figures

import (
	"cmp"
	"math/big"

	"fuhe"
	"fuhe/score/interval"
	"fuhe/score/profile"
)

// Proportion is what a missed target earns in proportion, by one formula. Reverse targets have one for each formula that the
// profile permits.
type Proportion struct {
	Derived
	formula profile.Reverse // "" for w·X/T
	share   *big.Rat        // of the weight
	below   *big.Rat        // what the formula gives where that is less than nothing
	weight  *fuhe.Number
	of      *fuhe.Indicator
	figure  *Figures
}

// Proportions is what the score of the i-th indicator should be in proportion; nil when its target is not missed for sure,
// or its score and weight are not figures of its own.
func (f *Figures) Proportions(i int) []Proportion {
	row, ind := &f.Comparisons[i], &f.Report.Indicators[i]
	n, w := ind.Score.Number, ind.Weight.Number
	if row.Standing != Missed && row.Standing != Short || n == nil || w == nil || f.Shared(i) || w.Value.Sign() <= 0 {
		return nil
	}
	out := row.earned(f.Profile.Reverse)
	for k := range out {
		p, weight := &out[k], interval.Value(w)
		p.Field, p.Printed, p.From = fuhe.IndicatorField(i, "score"), n, f.IndicatorInputs(i)
		p.Exact, p.Span = interval.Mul(p.share, weight), p.Span.Times(weight)
		p.weight, p.of, p.figure = w, ind, f
	}
	return out
}

// earned is the shares of the weight that a missed target earns.
func (row *Comparison) earned(permitted []profile.Reverse) []Proportion {
	if row.Target.Sign() <= 0 || row.Actual.Sign() < 0 {
		if row.Target.Sign() == 0 && !Upward(row.Sign) {
			return []Proportion{proportion("", new(big.Rat), interval.Exactly(new(big.Rat)))}
		}
		return nil
	}
	target := interval.Exactly(row.Target)
	if !Downward(row.Sign) {
		span, ok := row.span.Over(target)
		if !ok {
			return nil
		}
		return []Proportion{proportion("", interval.Quo(row.Actual, row.Target), span.AtMost(interval.One))}
	}
	var out []Proportion
	for _, formula := range permitted {
		switch formula {
		case profile.Linear:
			if span, ok := row.span.Over(target); ok {
				out = append(out, row.linear(span))
			}
		case profile.Ratio:
			if span, ok := target.Over(row.span); ok {
				out = append(out, proportion(profile.Ratio, interval.Quo(row.Target, row.Actual), span))
			}
		}
	}
	return out
}

// proportion is a share by a formula.
func proportion(by profile.Reverse, share *big.Rat, span interval.Interval) Proportion {
	return Proportion{Derived: Derived{Span: span}, formula: by, share: share}
}

// linear is 1 − (X−T)/T = 2 − X/T, nothing from 2T on; over is what X/T may be.
func (row *Comparison) linear(over interval.Interval) Proportion {
	two := big.NewRat(2, 1)
	share := interval.Sub(two, interval.Quo(row.Actual, row.Target))
	p := proportion(profile.Linear, share, interval.Exactly(two).Minus(over))
	if share.Sign() < 0 {
		p.below, p.share = share, new(big.Rat)
	}
	if share.Sign() <= 0 {
		p.Span = interval.Exactly(new(big.Rat))
	}
	return p
}

// Working is the formula in digits; "3次 > 0次" where nothing was to happen and did.
func (p *Proportion) Working() string {
	weight := interval.Plain(p.weight)
	actual, target := InOneUnit(p.of)
	result := func(share *big.Rat) string {
		return " = " + interval.Expanded(interval.Mul(share, interval.Value(p.weight)), p.Printed.Places+interval.WorkingPlaces)
	}
	switch {
	case p.of.Target.Number.Value.Sign() == 0:
		return actual + " > " + target
	case p.below != nil:
		return "max(0, " + weight + " × (1 − (" + actual + " − " + target + ") ÷ " + target + ")" + result(p.below) + ")"
	case p.formula == profile.Linear:
		return weight + " × (1 − (" + actual + " − " + target + ") ÷ " + target + ")" + result(p.share)
	case p.formula == profile.Ratio:
		return weight + " × " + target + " ÷ " + actual + result(p.share)
	}
	return weight + " × " + actual + " ÷ " + target + result(p.share)
}

// Formula is the score at some places as a spreadsheet works it out.
func (p *Proportion) Formula(places int32) string {
	row := p.Field.Row()
	return rounded(p.figure.weightRef(fuhe.IndicatorField(row, "weight"))+"*"+p.share.Num().String()+"/"+p.share.Denom().String(), places)
}

// InOneUnit writes actual and target of an indicator for a working: a unit that the form says once stands behind both, without
// its multiple where the other counts ones.
func InOneUnit(ind *fuhe.Indicator) (actual, target string) {
	x, t := ind.Actual.Number, ind.Target.Number
	switch {
	case x.Unit == "" && t.Unit != "" && !IsPercent(t.Unit):
		target, actual = saidOnce(t, x)
		return actual, target
	case t.Unit == "" && x.Unit != "" && !IsPercent(x.Unit):
		return saidOnce(x, t)
	}
	actual, target = interval.Plain(x)+cmp.Or(x.Unit, t.Unit), interval.Plain(t)+cmp.Or(t.Unit, x.Unit)
	if x.Unit == "" || t.Unit == "" || plainUnit(x.Unit) == plainUnit(t.Unit) {
		return actual, target
	}
	if factor, ok := unitFactor(plainUnit(t.Unit), plainUnit(x.Unit)); ok {
		target = interval.Expanded(interval.Mul(interval.Value(t), factor), interval.SumPlaces) + x.Unit
	}
	return actual, target
}

// saidOnce writes two figures of which the second has no unit.
func saidOnce(said, bare *fuhe.Number) (string, string) {
	power, _ := inOnes(said, bare)
	if power == 0 {
		return interval.Plain(said) + said.Unit, interval.Plain(bare) + said.Unit
	}
	base, _ := baseOf(said.Unit)
	return interval.Expanded(interval.Mul(interval.Value(said), interval.Pow10(power)), interval.SumPlaces) + base, interval.Plain(bare) + base
}
