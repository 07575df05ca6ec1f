package cause

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"fuhe"
	"fuhe/score/interval"
)

// Slips of the pen: a figure as written beside the right one as it would be written.

// figure is a printed number taken apart for comparing.
type figure struct {
	value  decimal.Decimal
	units  *big.Int // in units of its last printed place
	places int32
	text   string // its printed digits
	unit   string
}

func readFigure(n *fuhe.Number) figure {
	return figure{value: n.Value, units: n.Value.Shift(n.Places).BigInt(), places: n.Places, text: n.String(), unit: n.Unit}
}

// unitFactors are the slips of unit: percent against fraction, and 元 against 万元.
var unitFactors = []struct {
	power int32
	name  string
}{{2, "100"}, {-2, "1/100"}, {4, "10000"}, {-4, "1/10000"}}

// pointFactors are the shifts of the decimal point by one place.
var pointFactors = []struct {
	power int32
	name  string
}{{1, "10"}, {-1, "1/10"}}

// pointFactor is the shift of the point that turns the recomputed value into the published one, "" when none does.
func pointFactor(f figure, exact *big.Rat, right *big.Int) string {
	if f.units.Sign() == 0 {
		return ""
	}
	for _, by := range pointFactors {
		if interval.RoundsTo(exact, f.places+by.power, f.units) || shiftedUnits(right, by.power, f.units) {
			return by.name
		}
	}
	return ""
}

// shiftedUnits reports whether the rounded value with its point shifted is the published one: 9.43% of 94.26%, 942.60% of it.
func shiftedUnits(right *big.Int, power int32, published *big.Int) bool {
	if power > 0 {
		return published.Cmp(new(big.Int).Mul(right, interval.Pow10(power).Num())) == 0
	}
	ten := interval.Quo(new(big.Rat).SetInt(right), interval.Pow10(-power))
	return interval.RoundsTo(ten, 0, published)
}

// unitFactor is the factor that turns the recomputed value into the published one, "" when none does.
func unitFactor(f figure, exact *big.Rat, right *big.Int) string {
	if f.units.Sign() == 0 {
		return ""
	}
	for _, by := range unitFactors {
		if interval.RoundsTo(exact, f.places+by.power, f.units) {
			return by.name
		}
		if by.power > 0 && f.units.Cmp(new(big.Int).Mul(right, interval.Pow10(by.power).Num())) == 0 {
			return by.name
		}
	}
	return ""
}

// digitSlips compares the digits as written: two neighbours swapped, or one of them wrong.
func digitSlips(f figure, units *big.Int) []guess {
	right := interval.Written(units, f.places)
	if led := "0" + f.text; len(led) == len(right) && f.units.Sign() > 0 {
		if apart, at := digitsApart(led, right); apart == 2 && at == 0 && swapped(led, right, at) { // 90.70 → 09.70, and nobody writes that zero
			return []guess{{fuhe.Transposed, len(right), causeTransposedZero, []any{right + f.unit, led + f.unit, f.text + f.unit}}}
		}
	}
	switch apart, at := digitsApart(f.text, right); {
	case apart == 2 && at < len(right) && swapped(f.text, right, at):
		return []guess{{fuhe.Transposed, len(right), causeTransposed, []any{right + f.unit, f.text + f.unit}}}
	case apart == 1:
		return []guess{{fuhe.OneDigit, 9 * len(right), causeOneDigit, []any{right + f.unit}}}
	}
	return nil
}

// digitsApart counts the places where two figures of one length differ, and says where the first is; more than two, or
// figures of different lengths, count as three.
func digitsApart(a, b string) (apart, first int) {
	if len(a) != len(b) {
		return 3, -1
	}
	first = -1
	for i := range len(a) {
		if a[i] == b[i] {
			continue
		}
		if apart++; apart == 3 {
			return 3, first
		}
		if first < 0 {
			first = i
		}
	}
	return apart, first
}

// swapped reports whether two digits side by side, the decimal point aside, stand in each other's place; the first of
// them is at i, and no others differ.
func swapped(a, b string, i int) bool {
	j := i + 1
	if j < len(a) && a[j] == '.' {
		j++
	}
	return j < len(a) && a[i] == b[j] && a[j] == b[i]
}

// slipOfPen reports whether one figure became the other by a slip of the pen, and in how many ways such slips go.
func slipOfPen(a, b string) (fuhe.CauseKind, int) {
	switch apart, at := digitsApart(a, b); {
	case apart == 1:
		return fuhe.OneDigit, 9 * len(a)
	case apart == 2 && swapped(a, b, at):
		return fuhe.Transposed, len(a)
	}
	return "", 0
}

// IsSlip reports whether a printed figure is another value with a digit wrong, two neighbours exchanged or the point shifted.
func IsSlip(n *fuhe.Number, right *big.Rat) bool {
	printed, units := readFigure(n), interval.UnitsHalfUp(right, n.Places)
	return len(digitSlips(printed, units)) > 0 || pointFactor(printed, right, units) != ""
}

// OneDigitOff tries the figures near enough that one wrong digit could have made of this one, as written; none leads with
// a zero. near is asked with their values, roughly, before anything is written.
func OneDigitOff(text string, near func(float64) bool, try func(string)) {
	digits, about := []byte(text), magnitude(text)
	for i, was := range digits {
		if was < '0' || was > '9' {
			continue
		}
		for d := byte('0'); d <= '9'; d++ {
			if d == was || d == '0' && i == 0 && len(digits) > 1 && !strings.HasPrefix(text[1:], ".") {
				continue
			}
			if near(about.all + (float64(d)-float64(was))*about.place(i)) {
				digits[i] = d
				try(string(digits))
			}
		}
		digits[i] = was
	}
}

// SwappedOff tries those that two neighbouring digits swapped could have made.
func SwappedOff(text string, near func(float64) bool, try func(string)) {
	digits, about := []byte(text), magnitude(text)
	for i := range digits {
		j := i + 1
		if j < len(digits) && digits[j] == '.' {
			j++
		}
		if j >= len(digits) || digits[i] == '.' || digits[i] == digits[j] || i == 0 && digits[j] == '0' && !strings.HasPrefix(text[1:], ".") {
			continue
		}
		if !near(about.all + (float64(digits[j])-float64(digits[i]))*(about.place(i)-about.place(j))) {
			continue
		}
		digits[i], digits[j] = digits[j], digits[i]
		try(string(digits))
		digits[i], digits[j] = digits[j], digits[i]
	}
}

// DigitLessOff tries those that one digit too many before the point could have been put into.
func DigitLessOff(text string, near func(float64) bool, try func(string)) {
	about, before := magnitude(text), 0.0
	for i := range about.point {
		d, place := float64(text[i]-'0'), about.place(i)
		if left := text[:i] + text[i+1:]; left != "" && left[0] != '.' && near(about.all-(9*before+d)*place) {
			try(left)
		}
		before = 10*before + d
	}
}

// DigitMoreOff tries those that a digit before the point could have been left out of.
func DigitMoreOff(text string, near func(float64) bool, try func(string)) {
	about, before := magnitude(text), 0.0
	for i := 0; i <= about.point; i++ {
		place := math.Pow10(about.point - i)
		for d := byte('0'); d <= '9'; d++ {
			if (i > 0 || d > '0') && near(about.all+(9*before+float64(d-'0'))*place) {
				try(text[:i] + string(d) + text[i:])
			}
		}
		if i < about.point {
			before = 10*before + float64(text[i]-'0')
		}
	}
}

// rough is a figure in floating point, and where its decimal point stands.
type rough struct {
	all   float64
	point int
}

func magnitude(text string) rough {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return rough{} // no printed figure: nothing is near it
	}
	point := strings.IndexByte(text, '.')
	if point < 0 {
		point = len(text)
	}
	return rough{v, point}
}

// place is what the i-th character counts for.
func (r rough) place(i int) float64 {
	if i < r.point {
		return math.Pow10(r.point - 1 - i)
	}
	return math.Pow10(r.point - i)
}
