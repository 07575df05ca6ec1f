// Package interval takes a printed number for what it may stand for, every value that is written so at its places, and
// computes with it on exact rationals. Numbers go in; intervals, roundings and digits as they are written come out. It knows
// no form.
package interval

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// Interval is what a printed figure may stand for: every number between two bounds, each bound inside or not. All
// arithmetic is on exact rationals, so that no comparison ever depends on a rounding of ours.
type Interval struct {
	Lo, Hi         *big.Rat
	LoOpen, HiOpen bool
}

// Exactly is the interval that holds one number: assigned figures (weights, targets, counts) and sums of them.
func Exactly(v *big.Rat) Interval { return Interval{Lo: v, Hi: v} }

// Printed is what a measured figure may stand for when it was rounded half up at the given places: [v−u/2, v+u/2), and
// mirrored below zero, where half up means away from zero.
func Printed(v *big.Rat, places int32) Interval {
	half := HalfUnit(places)
	i := Interval{Lo: Sub(v, half), Hi: Add(v, half), HiOpen: true}
	if v.Sign() < 0 {
		i.LoOpen, i.HiOpen = true, false
	}
	return i
}

// HalfUnit is half a unit of the last printed place. The result is shared and must not be changed.
func HalfUnit(places int32) *big.Rat {
	if places >= -powersKept && places <= powersKept {
		return halves[powersKept-places]
	}
	return Quo(power(-places), ratTwo)
}

// powers are the powers of ten that scoring needs, read only.
var powers = func() (table [2*powersKept + 1]*big.Rat) {
	for i := range table {
		table[i] = power(int32(i) - powersKept)
	}
	return table
}()

// halves are half of each of the powers, read only.
var halves = func() (table [2*powersKept + 1]*big.Rat) {
	for i := range table {
		table[i] = Quo(powers[i], ratTwo)
	}
	return table
}()

// Small rationals, read only.
var (
	Zero   = new(big.Rat)
	One    = big.NewRat(1, 1)
	ratTwo = big.NewRat(2, 1)
)

// Pow10 is ten to the n-th. The result is shared and must not be changed.
func Pow10(n int32) *big.Rat {
	if n >= -powersKept && n <= powersKept {
		return powers[n+powersKept]
	}
	return power(n)
}

func power(n int32) *big.Rat {
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n, -n))), nil)
	if n < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), p)
	}
	return new(big.Rat).SetInt(p)
}

// Rat is a decimal as a rational.
func Rat(d decimal.Decimal) *big.Rat {
	if w, ok := ofDecimal(d); ok {
		return w.rat()
	}
	return d.Rat()
}

// Meets reports whether two intervals have a number in common.
func (a Interval) Meets(b Interval) bool {
	return !Before(a, b) && !Before(b, a)
}

// Before reports whether all of a lies below all of b.
func Before(a, b Interval) bool {
	c := Compare(a.Hi, b.Lo)
	return c < 0 || c == 0 && (a.HiOpen || b.LoOpen)
}

// Plus adds two intervals.
func (a Interval) Plus(b Interval) Interval {
	return Interval{
		Lo: Add(a.Lo, b.Lo), Hi: Add(a.Hi, b.Hi),
		LoOpen: a.LoOpen || b.LoOpen, HiOpen: a.HiOpen || b.HiOpen,
	}
}

// Minus takes one interval from another.
func (a Interval) Minus(b Interval) Interval { return a.Plus(b.Times(big.NewRat(-1, 1))) }

// Times scales by an exact number.
func (a Interval) Times(f *big.Rat) Interval {
	if Compare(f, One) == 0 {
		return a
	}
	i := Interval{Lo: Mul(a.Lo, f), Hi: Mul(a.Hi, f), LoOpen: a.LoOpen, HiOpen: a.HiOpen}
	switch f.Sign() {
	case 0:
		i.LoOpen, i.HiOpen = false, false
	case -1:
		i.Lo, i.Hi, i.LoOpen, i.HiOpen = i.Hi, i.Lo, i.HiOpen, i.LoOpen
	}
	return i
}

// Over divides. It reports false when the divisor may be zero or below: no figure on the form is divided by such a one.
func (a Interval) Over(b Interval) (Interval, bool) {
	if b.Lo.Sign() <= 0 || a.Lo.Sign() < 0 && a.Hi.Sign() > 0 {
		// A dividend on both sides of zero would need four quotients; an amount that may be 0 is not below it.
		return Interval{}, false
	}
	if a.Hi.Sign() <= 0 && a.Lo.Sign() < 0 {
		i, ok := a.Times(big.NewRat(-1, 1)).Over(b)
		return i.Times(big.NewRat(-1, 1)), ok
	}
	return Interval{
		Lo: Quo(a.Lo, b.Hi), Hi: Quo(a.Hi, b.Lo),
		LoOpen: a.LoOpen || b.HiOpen, HiOpen: a.HiOpen || b.LoOpen,
	}, true
}

// AtMost caps at an exact number: min(x, cap) for every x of a.
func (a Interval) AtMost(limit *big.Rat) Interval {
	if Compare(a.Lo, limit) >= 0 {
		return Exactly(limit)
	}
	if Compare(a.Hi, limit) > 0 || Compare(a.Hi, limit) == 0 && !a.HiOpen {
		a.Hi, a.HiOpen = limit, false
	}
	return a
}
