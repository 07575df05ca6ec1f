package figures

import (
	"math/big"
	"strings"

	"fuhe"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// Units of one quantity: 1.2万人 against 12300人 is a comparison, 公顷 against 亩 is one, 公里 against 米. Units of two
// quantities are none, and a unit that stands in no list compares with itself alone.

// measure is a unit as so many of the first unit of its quantity.
type measure struct {
	quantity string
	factor   *big.Rat
}

// quantities are the units of each quantity and what one of them is in the first.
var quantities = map[string]map[string]*big.Rat{
	"length": {"米": big.NewRat(1, 1), "m": big.NewRat(1, 1), "公里": big.NewRat(1000, 1), "千米": big.NewRat(1000, 1), "km": big.NewRat(1000, 1), "里": big.NewRat(500, 1)},
	"area": {"平方米": big.NewRat(1, 1), "㎡": big.NewRat(1, 1), "m2": big.NewRat(1, 1), "平米": big.NewRat(1, 1), "亩": big.NewRat(2000, 3), "公顷": big.NewRat(10000, 1),
		"平方公里": big.NewRat(1000000, 1)},
	"mass":   {"千克": big.NewRat(1, 1), "公斤": big.NewRat(1, 1), "kg": big.NewRat(1, 1), "吨": big.NewRat(1000, 1), "t": big.NewRat(1000, 1), "克": big.NewRat(1, 1000)},
	"time":   {"分钟": big.NewRat(1, 1), "小时": big.NewRat(60, 1)},
	"days":   {"天": big.NewRat(1, 1), "日": big.NewRat(1, 1)}, // of eight hours of work or of twenty-four: no form says
	"volume": {"立方米": big.NewRat(1, 1), "m3": big.NewRat(1, 1), "升": big.NewRat(1, 1000)},
}

// multiples are put before units of anything that is counted or measured.
var multiples = []struct {
	word string
	of   int32 // the power of ten
}{{"亿", 8}, {"百万", 6}, {"十万", 5}, {"万", 4}, {"千", 3}, {"百", 2}}

// measureOf is what a unit measures; a unit of no quantity known is its own, with its multiple before it taken off.
func measureOf(unit string) measure {
	u := strings.Trim(text.Squeeze(unit), "()")
	if m, ok := listed(u); ok {
		return m
	}
	for _, x := range multiples {
		rest, ok := strings.CutPrefix(u, x.word)
		if !ok || rest == "" {
			continue
		}
		m, ok := listed(rest)
		if !ok {
			m = measure{rest, big.NewRat(1, 1)}
		}
		m.factor = interval.Mul(m.factor, interval.Pow10(x.of))
		return m
	}
	return measure{u, big.NewRat(1, 1)}
}

func listed(unit string) (measure, bool) {
	for quantity, units := range quantities {
		if factor, ok := units[unit]; ok {
			return measure{quantity, factor}, true
		}
	}
	return measure{}, false
}

// inOnes is the power of ten by which a figure whose unit has a multiple is brought to ones, where the other figure has no unit
// and counts ones: 10万人次 beside 95000 is 100000, beside 9.5 it stays (0). Which is meant only the magnitudes tell, and false
// says that they do not.
func inOnes(said, bare *fuhe.Number) (power int32, told bool) {
	_, power = baseOf(said.Unit)
	a, b := interval.Value(said), interval.Value(bare)
	if a.Sign() <= 0 || b.Sign() <= 0 {
		return 0, true
	}
	ratio := interval.Quo(b, a)
	if power == 0 {
		return 0, within(ratio, mostOfOne)
	}
	asOnes := interval.Mul(ratio, interval.Pow10(-power))
	if within(asOnes, mostNear) && !within(ratio, mostApart) {
		return power, true
	}
	return 0, within(ratio, mostNear) && !within(asOnes, mostApart)
}

// How many times one of target and actual may be the other: where a multiple may have been left out, in the reading that is
// taken and in the one that must be out of the question (40 beside 1千人 is far from both readings: neither is told), and where
// it is one unit and not another of its quantity (500公里 beside 520000).
var mostNear, mostApart, mostOfOne = big.NewRat(10, 1), big.NewRat(30, 1), big.NewRat(300, 1)

// within reports whether a ratio is at most so many times, or at least that part.
func within(ratio, most *big.Rat) bool {
	return interval.Compare(ratio, most) <= 0 && interval.Compare(interval.Mul(ratio, most), interval.One) >= 0
}

// baseOf is a unit without its multiple, and the power of ten that this was: of 万人次 it is 人次 and 4.
func baseOf(unit string) (string, int32) {
	u := strings.Trim(text.Squeeze(unit), "()")
	for _, x := range multiples {
		if rest, ok := strings.CutPrefix(u, x.word); ok {
			return rest, x.of
		}
	}
	return u, 0
}

// factorBetween is what a figure in one unit is multiplied by to be in the other; false when they measure two quantities.
func factorBetween(from, to string) (*big.Rat, bool) {
	a, b := measureOf(from), measureOf(to)
	if a.quantity != b.quantity {
		return nil, false
	}
	return interval.Quo(a.factor, b.factor), true
}
