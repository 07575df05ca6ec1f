package across

import (
	"math/big"

	"fuhe/score/figures"
	"fuhe/score/text"
)

// ceiling is how an upper bound of money that was widened stands to the budgets of its years.
type ceiling uint8

const (
	noCeiling ceiling = iota // it is no such bound, or went up by more than the budget
	atBudget                 // it is the budget of its year, and that of the year before was not
	keptUp                   // it is the budget in both years, or grew by no more than that did
)

// ceilingOf tells whether a cost may be higher because there is more to spend. What one of many costs (人均成本) may not.
func ceilingOf(p pair, r rowPair) ceiling {
	a, b := &r.before.target, &r.after.target
	if !figures.Downward(a.sign) || text.ContainsAny(r.after.name, "人均", "户均", "单位成本", "单价", "平均", "标准", "每") {
		return noCeiling
	}
	wasBudget, isBudget := p.before.hasBudget(a), p.after.hasBudget(b)
	switch {
	case wasBudget && isBudget, grewLess(p, a, b):
		return keptUp
	case isBudget:
		return atBudget
	}
	return noCeiling
}

// hasBudget reports whether a target is a budget of the form, of the whole or of a source, to the places it is printed with. One
// without a unit is in that of the money block.
func (f *form) hasBudget(e *entry) bool {
	for i := range 1 + len(f.sources) {
		row := &f.total
		if i > 0 {
			row = &f.sources[i-1]
		}
		for _, m := range []amount{row.initial, row.adjusted} {
			lo, hi, ok := e.money(m.unit)
			if ok && m.known && m.exact > 0 && big.NewRat(m.exact, perYuan).Cmp(lo) >= 0 && big.NewRat(m.exact, perYuan).Cmp(hi) <= 0 {
				return true
			}
		}
	}
	return false
}

// grewLess reports whether a bound of money grew by no more than the initial or the adjusted budget did.
func grewLess(p pair, before, after *entry) bool {
	_, was, ok := before.money("")
	is, _, also := after.money("")
	if !ok || !also || is.Sign() <= 0 {
		return false
	}
	growth := new(big.Rat).Quo(is, was)
	for _, m := range [][2]amount{{p.before.total.initial, p.after.total.initial}, {p.before.total.adjusted, p.after.total.adjusted}} {
		if m[0].known && m[1].known && m[0].exact > 0 && growth.Cmp(big.NewRat(m[1].exact, m[0].exact)) <= 0 {
			return true
		}
	}
	return false
}

// money is what a target may be rounded from, in 元: half a step of its last place around it. One without a unit is in the
// unit given; false for what is no money.
func (e *entry) money(unit string) (lo, hi *big.Rat, ok bool) {
	if e.unit != "" {
		unit = e.unit
	}
	scale, ok := figures.ScaleOf(unit)
	if !ok {
		return nil, nil, false
	}
	step := int64(1)
	for step < perOne && e.value%(step*10) == 0 {
		step *= 10
	}
	per := new(big.Rat).SetFrac(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(scale)), nil), big.NewInt(2*perOne))
	of := func(v int64) *big.Rat { return new(big.Rat).Mul(big.NewRat(v, 1), per) }
	return of(2*e.value - step), of(2*e.value + step), true
}
