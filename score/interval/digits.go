package interval

import (
	"cmp"
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"fuhe"
)

// Scaled is a rational in units of its n-th place: the whole units at or below it, and whether it is exactly that many;
// twice the rest compares with the unit as half does. Whole numbers need no common divisors, which rationals look for at
// every step.
func Scaled(v *big.Rat, places int32) (floor *big.Int, exact bool, half int) {
	if w, ok := inWords(v); ok && !w.negative {
		if n, d, fits := w.at(places); fits {
			rest := n % d
			return new(big.Int).SetUint64(n / d), rest == 0, cmp.Compare(rest, d-rest)
		}
	}
	n, d := v.Num(), v.Denom()
	if places != 0 {
		n = new(big.Int).Mul(n, Pow10(places).Num())
		if places < 0 {
			d = new(big.Int).Mul(d, Pow10(places).Denom())
		}
	}
	rest := new(big.Int)
	floor, rest = new(big.Int).DivMod(n, d, rest) // Euclidean: rounds down, the denominator being positive
	exact = rest.Sign() == 0
	return floor, exact, rest.Lsh(rest, 1).Cmp(d)
}

// halfUpWord is UnitsHalfUp in words, a whole number; false where they do not hold it.
func halfUpWord(v *big.Rat, places int32) (units word, ok bool) {
	w, ok := inWords(v)
	if !ok {
		return units, false
	}
	n, d, ok := w.at(places)
	if !ok {
		return units, false
	}
	rest := n % d
	units = word{n: n / d, d: 1}
	if rest >= d-rest {
		units.n++ // of what is below zero, too: away from it
	}
	units.negative = w.negative && units.n != 0
	return units, true
}

// wordPowers are the powers of ten that scores and amounts need, read only.
var wordPowers = [...]uint64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9}

// intOne is read only.
var intOne = big.NewInt(1)

// UnitsHalfUp is a rational rounded half up in units of its n-th place, halves away from zero.
func UnitsHalfUp(v *big.Rat, places int32) *big.Int {
	floor, _, half := Scaled(v, places)
	if half > 0 || half == 0 && v.Sign() > 0 {
		floor.Add(floor, intOne)
	}
	return floor
}

// RoundsTo reports whether a rational is that many units of its n-th place, rounded half up.
func RoundsTo(v *big.Rat, places int32, units *big.Int) bool {
	if w, ok := halfUpWord(v, places); ok && !w.negative {
		return units.IsUint64() && units.Uint64() == w.n
	}
	return units.Cmp(UnitsHalfUp(v, places)) == 0
}

// ofUnits is that many units of the n-th place.
func ofUnits(units *big.Int, places int32) *big.Rat {
	if places < 0 {
		return new(big.Rat).SetInt(new(big.Int).Mul(units, Pow10(places).Denom()))
	}
	if int(places) < len(wordPowers) && units.IsInt64() {
		return wordOf(units.Int64(), wordPowers[places]).rat()
	}
	return new(big.Rat).SetFrac(units, Pow10(places).Num())
}

// RoundHalfUp rounds a rational to places, halves away from zero, as a spreadsheet's ROUND does.
func RoundHalfUp(v *big.Rat, places int32) *big.Rat {
	if units, ok := halfUpWord(v, places); ok && places >= 0 {
		units.d = wordPowers[places]
		return units.rat()
	}
	return ofUnits(UnitsHalfUp(v, places), places)
}

// Fixed writes a rational at places, rounded half up: "35.76".
func Fixed(v *big.Rat, places int32) string {
	if places < 0 {
		return RoundHalfUp(v, places).FloatString(0)
	}
	if units, ok := halfUpWord(v, places); ok && !units.negative {
		return placed(strconv.FormatUint(units.n, 10), places)
	}
	return Written(UnitsHalfUp(v, places), places)
}

// Written is that many units of the n-th place as digits: 3576 hundredths are 35.76.
func Written(units *big.Int, places int32) string {
	digits, negative := strings.CutPrefix(whole(units), "-")
	if negative {
		return "-" + placed(digits, places)
	}
	return placed(digits, places)
}

// whole writes a whole number.
func whole(n *big.Int) string {
	if n.IsInt64() {
		return strconv.FormatInt(n.Int64(), 10)
	}
	return n.String()
}

// trimmed is a figure with decimals without the zeros at its end: 9.5 of 9.50, 9 of 9.00.
func trimmed(s string) string { return strings.TrimRight(strings.TrimRight(s, "0"), ".") }

// placed are digits with the point before the last of them.
func placed(digits string, places int32) string {
	if places == 0 {
		return digits
	}
	if short := int(places) + 1 - len(digits); short > 0 {
		digits = strings.Repeat("0", short) + digits
	}
	cut := len(digits) - int(places)
	return digits[:cut] + "." + digits[cut:]
}

// Expanded writes a rational for a working: in full when it ends within the places shown, else cut off and "…". Where
// the first places beyond the given ones are all 0, more are shown, so that 89.45002 does not look like 89.45.
func Expanded(v *big.Rat, places int32) string {
	if v.IsInt() {
		return whole(v.Num())
	}
	cut := ""
	for shown := places; shown <= places+tailPlaces; shown++ {
		units, exact, _ := Scaled(new(big.Rat).Abs(v), shown)
		cut = Written(units, shown)
		if v.Sign() < 0 {
			cut = "-" + cut
		}
		if exact {
			return trimmed(cut)
		}
		if tail := cut[len(cut)-WorkingPlaces:]; shown < WorkingPlaces || strings.Trim(tail, "0") != "" {
			break
		}
	}
	return cut + "…"
}

// Ends is the number of decimals a rational needs, or limit when it needs more.
func Ends(v *big.Rat, limit int32) int32 {
	if w, ok := inWords(v); ok && int(limit) <= len(wordPowers) { // in lowest terms: it ends where 10ⁿ is a multiple
		for n := int32(0); n < limit; n++ {
			if wordPowers[n]%w.d == 0 {
				return n
			}
		}
		return limit
	}
	for n := int32(0); n < limit; n++ {
		if Mul(v, Pow10(n)).IsInt() {
			return n
		}
	}
	return limit
}

// Plain is the digits of a number without trailing zeros, for workings.
func Plain(n *fuhe.Number) string {
	w, ok := ofDecimal(n.Value)
	if !ok || w.negative {
		return n.Value.String()
	}
	digits := strconv.FormatUint(w.n, 10)
	if places := -n.Value.Exponent(); places > 0 {
		return trimmed(placed(digits, places))
	}
	return digits
}

// Value is a number as a rational.
func Value(n *fuhe.Number) *big.Rat { return Rat(n.Value) }

// Decimal is a rational rounded half up at places, as a decimal.
func Decimal(v *big.Rat, places int32) decimal.Decimal {
	places = max(places, 0)
	if units, ok := halfUpWord(v, places); ok && !units.negative && units.n <= math.MaxInt64 {
		return decimal.New(int64(units.n), -places)
	}
	return decimal.NewFromBigInt(UnitsHalfUp(v, places), -places)
}

// Like writes a recomputed value as the published entry is written: same places, same unit.
func Like(n *fuhe.Number, v *big.Rat) string { return Fixed(v, n.Places) + n.Unit }

// Claimed is the interval of a printed figure in its own unit.
func Claimed(n *fuhe.Number) Interval { return Printed(Value(n), n.Places) }

// FloorAt cuts a rational off at places, below it.
func FloorAt(v *big.Rat, places int32) *big.Rat {
	floor, _, _ := Scaled(v, places)
	return ofUnits(floor, places)
}

// CeilAt is the next unit at places above a rational, unless it is whole there.
func CeilAt(v *big.Rat, places int32) *big.Rat {
	floor, exact, _ := Scaled(v, places)
	if !exact {
		floor.Add(floor, intOne)
	}
	return ofUnits(floor, places)
}
