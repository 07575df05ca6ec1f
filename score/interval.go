package score

import (
	"math/big"
	"strings"

	"github.com/shopspring/decimal"

	"fuhe"
)

// interval is what a printed figure may stand for: every number between two bounds, each bound inside or not. All
// arithmetic is on exact rationals, so that no comparison ever depends on a rounding of ours.
type interval struct {
	lo, hi         *big.Rat
	loOpen, hiOpen bool
}

// exactly is the interval that holds one number: assigned figures (weights, targets, counts) and sums of them.
func exactly(v *big.Rat) interval { return interval{lo: v, hi: v} }

// printed is what a measured figure may stand for when it was rounded half up at the given places: [v−u/2, v+u/2), and
// mirrored below zero, where half up means away from zero.
func printed(v *big.Rat, places int32) interval {
	half := halfUnit(places)
	i := interval{lo: new(big.Rat).Sub(v, half), hi: new(big.Rat).Add(v, half), hiOpen: true}
	if v.Sign() < 0 {
		i.loOpen, i.hiOpen = true, false
	}
	return i
}

// halfUnit is half a unit of the last printed place. The result is shared and must not be changed.
func halfUnit(places int32) *big.Rat {
	if places >= -powersKept && places <= powersKept {
		return halves[powersKept-places]
	}
	return new(big.Rat).Quo(power(-places), ratTwo)
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
		table[i] = new(big.Rat).Quo(powers[i], ratTwo)
	}
	return table
}()

// Small rationals, read only.
var (
	ratOne = big.NewRat(1, 1)
	ratTwo = big.NewRat(2, 1)
)

// pow10 is ten to the n-th. The result is shared and must not be changed.
func pow10(n int32) *big.Rat {
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

// rat is a decimal as a rational. Whole figures, most of a form, need no reduction.
func rat(d decimal.Decimal) *big.Rat {
	if d.Exponent() == 0 && d.IsInteger() && d.NumDigits() < 18 {
		return new(big.Rat).SetInt64(d.CoefficientInt64())
	}
	return d.Rat()
}

// meets reports whether two intervals have a number in common.
func (a interval) meets(b interval) bool {
	return !before(a, b) && !before(b, a)
}

// before reports whether all of a lies below all of b.
func before(a, b interval) bool {
	c := a.hi.Cmp(b.lo)
	return c < 0 || c == 0 && (a.hiOpen || b.loOpen)
}

func (a interval) plus(b interval) interval {
	return interval{
		lo: new(big.Rat).Add(a.lo, b.lo), hi: new(big.Rat).Add(a.hi, b.hi),
		loOpen: a.loOpen || b.loOpen, hiOpen: a.hiOpen || b.hiOpen,
	}
}

func (a interval) minus(b interval) interval { return a.plus(b.times(big.NewRat(-1, 1))) }

// times scales by an exact number.
func (a interval) times(f *big.Rat) interval {
	if f.Cmp(ratOne) == 0 {
		return a
	}
	i := interval{lo: new(big.Rat).Mul(a.lo, f), hi: new(big.Rat).Mul(a.hi, f), loOpen: a.loOpen, hiOpen: a.hiOpen}
	switch f.Sign() {
	case 0:
		i.loOpen, i.hiOpen = false, false
	case -1:
		i.lo, i.hi, i.loOpen, i.hiOpen = i.hi, i.lo, i.hiOpen, i.loOpen
	}
	return i
}

// over divides. It reports false when the divisor may be zero or below: no figure on the form is divided by such a one.
func (a interval) over(b interval) (interval, bool) {
	if b.lo.Sign() <= 0 || a.lo.Sign() < 0 && a.hi.Sign() > 0 {
		// A dividend on both sides of zero would need four quotients; an amount that may be 0 is not below it.
		return interval{}, false
	}
	if a.hi.Sign() <= 0 && a.lo.Sign() < 0 {
		i, ok := a.times(big.NewRat(-1, 1)).over(b)
		return i.times(big.NewRat(-1, 1)), ok
	}
	return interval{
		lo: new(big.Rat).Quo(a.lo, b.hi), hi: new(big.Rat).Quo(a.hi, b.lo),
		loOpen: a.loOpen || b.hiOpen, hiOpen: a.hiOpen || b.loOpen,
	}, true
}

// atMost caps at an exact number: min(x, cap) for every x of a.
func (a interval) atMost(limit *big.Rat) interval {
	if a.lo.Cmp(limit) >= 0 {
		return exactly(limit)
	}
	if a.hi.Cmp(limit) > 0 || a.hi.Cmp(limit) == 0 && !a.hiOpen {
		a.hi, a.hiOpen = limit, false
	}
	return a
}

// scaled is a rational in units of its n-th place: the whole units at or below it, and whether it is exactly that many;
// twice the rest compares with the unit as half does. Whole numbers need no common divisors, which rationals look for at
// every step.
func scaled(v *big.Rat, places int32) (floor *big.Int, exact bool, half int) {
	n, d := v.Num(), v.Denom()
	if places != 0 {
		n = new(big.Int).Mul(n, pow10(places).Num())
		if places < 0 {
			d = new(big.Int).Mul(d, pow10(places).Denom())
		}
	}
	rest := new(big.Int)
	floor, rest = new(big.Int).DivMod(n, d, rest) // Euclidean: rounds down, the denominator being positive
	exact = rest.Sign() == 0
	return floor, exact, rest.Lsh(rest, 1).Cmp(d)
}

var intOne = big.NewInt(1)

// unitsHalfUp is a rational rounded half up in units of its n-th place, halves away from zero.
func unitsHalfUp(v *big.Rat, places int32) *big.Int {
	floor, _, half := scaled(v, places)
	if half > 0 || half == 0 && v.Sign() > 0 {
		floor.Add(floor, intOne)
	}
	return floor
}

// ofUnits is that many units of the n-th place.
func ofUnits(units *big.Int, places int32) *big.Rat {
	if places < 0 {
		return new(big.Rat).SetInt(new(big.Int).Mul(units, pow10(places).Denom()))
	}
	return new(big.Rat).SetFrac(units, pow10(places).Num())
}

// roundHalfUp rounds a rational to places, halves away from zero, as a spreadsheet's ROUND does.
func roundHalfUp(v *big.Rat, places int32) *big.Rat { return ofUnits(unitsHalfUp(v, places), places) }

// floorAt cuts a rational off below at places; ceilAt takes the next unit above unless it is whole already.
func floorAt(v *big.Rat, places int32) *big.Rat {
	floor, _, _ := scaled(v, places)
	return ofUnits(floor, places)
}

func ceilAt(v *big.Rat, places int32) *big.Rat {
	floor, exact, _ := scaled(v, places)
	if !exact {
		floor.Add(floor, intOne)
	}
	return ofUnits(floor, places)
}

// fixed writes a rational at places, rounded half up: "35.76".
func fixed(v *big.Rat, places int32) string {
	if places < 0 {
		return roundHalfUp(v, places).FloatString(0)
	}
	return written(unitsHalfUp(v, places), places)
}

// written is that many units of the n-th place as digits: 3576 hundredths are 35.76.
func written(units *big.Int, places int32) string {
	digits, sign := units.String(), ""
	if digits[0] == '-' {
		digits, sign = digits[1:], "-"
	}
	if places == 0 {
		return sign + digits
	}
	if short := int(places) + 1 - len(digits); short > 0 {
		digits = strings.Repeat("0", short) + digits
	}
	cut := len(digits) - int(places)
	return sign + digits[:cut] + "." + digits[cut:]
}

// expanded writes a rational for a working: in full when it ends within the places shown, else cut off and "…". Where
// the first places beyond the given ones are all 0, more are shown, so that 89.45002 does not look like 89.45.
func expanded(v *big.Rat, places int32) string {
	if v.IsInt() {
		return v.Num().String()
	}
	cut := ""
	for shown := places; shown <= places+tailPlaces; shown++ {
		units, exact, _ := scaled(new(big.Rat).Abs(v), shown)
		cut = written(units, shown)
		if v.Sign() < 0 {
			cut = "-" + cut
		}
		if exact {
			return strings.TrimRight(strings.TrimRight(cut, "0"), ".")
		}
		if tail := cut[len(cut)-workingExtraPlaces:]; shown < workingExtraPlaces || strings.Trim(tail, "0") != "" {
			break
		}
	}
	return cut + "…"
}

// ends is the number of decimals a rational needs, or limit when it needs more.
func ends(v *big.Rat, limit int32) int32 {
	for n := int32(0); n < limit; n++ {
		if new(big.Rat).Mul(v, pow10(n)).IsInt() {
			return n
		}
	}
	return limit
}

// plain is the digits of a number without trailing zeros, for workings.
func plain(n *fuhe.Number) string { return n.Value.String() }

// value is a number as a rational.
func value(n *fuhe.Number) *big.Rat { return rat(n.Value) }

// decimalOf is a rational rounded half up at places, as a decimal.
func decimalOf(v *big.Rat, places int32) decimal.Decimal {
	places = max(places, 0)
	return decimal.NewFromBigInt(unitsHalfUp(v, places), -places)
}
