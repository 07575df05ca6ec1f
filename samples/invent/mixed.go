package invent

import (
	"math/rand/v2"
	"slices"
)

// Mixed fills in a consistent form by parts of several conventions: amounts by one, rates, scores, rows, a target and the total by
// others. It gives the convention that they make together, with the rules that one of them asks for.
func Mixed(seed uint64) (*Form, *Convention) {
	for try := range uint64(maxTries) {
		c := mix(rand.New(rand.NewPCG(seed, 500+try)), true)
		if s := sheetOf(c, seed, try); s.fill() {
			return s.form(), c
		}
	}
	panic("invent: no form by parts of conventions")
}

// MixedSlipped makes one slip on such a form, of conventions on which slips are made; false when no figures were met in which it
// shows.
func MixedSlipped(slip string, seed uint64) (*Form, bool) {
	k := findSlip(slip)
	if len(k.only) > 0 {
		return nil, false
	}
	for try := range uint64(slipTries) {
		s := sheetOf(mix(rand.New(rand.NewPCG(seed, 500+try)), false), seed, try)
		s.seeded = k
		if s.fill() && k.make(s) && len(s.was) > 0 {
			f := s.form()
			f.Slip = s.told(k)
			return f, true
		}
	}
	return nil, false
}

// mix takes parts of conventions; odd ones where they may be.
func mix(rng *rand.Rand, odd bool) *Convention {
	c := &Convention{}
	part := func(from []Convention, take func(*Convention)) {
		k := &from[rng.IntN(len(from))]
		if rng.IntN(3) == 0 || k.Odd != "" && !odd {
			return // the plain way
		}
		take(k)
		c.Name += " " + k.Name
		c.Asks = append(c.Asks, k.Asks...)
	}
	part(moneyConventions, func(k *Convention) { c.money = k.money })
	part(moneyConventions, func(k *Convention) { c.rate = k.rate })
	part(moneyConventions, func(k *Convention) { c.budget, c.notes = k.budget, k.notes })
	part(slices.Concat(pointConventions, moneyConventions), func(k *Convention) {
		c.points, c.says = k.points, k.says
		if k.budget.text != "" && k.points.weight != nil { // weights of one form are all printed in one way
			c.budget.text, c.total.weight = k.budget.text, k.total.weight
		}
	})
	part(targetConventions, func(k *Convention) { c.target = k.target })
	part(totalConventions, func(k *Convention) {
		weight := c.total.weight
		c.total = k.total
		c.total.weight = weight
	})
	return c
}
