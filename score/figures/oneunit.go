package figures

import (
	"math/big"

	"fuhe"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// compareUnits brings target and actual to one unit; the zero row when they do not compare.
func compareUnits(t, x *fuhe.Number) Comparison {
	row := Comparison{Target: interval.Value(t), Actual: interval.Value(x), Sign: t.Sign, unit: t.Unit}
	row.span = interval.Exactly(row.Actual)
	if x.Places > 0 || IsPercent(x.Unit) || IsPercent(t.Unit) {
		row.span = interval.Claimed(x) // measured; a count of whole things is exact
	}
	tUnit, xUnit := plainUnit(t.Unit), plainUnit(x.Unit)
	switch {
	case tUnit == xUnit:
		return row
	case xUnit == "" && !IsPercent(tUnit), tUnit == "" && !IsPercent(xUnit):
		return row.unitSaidOnce(t, x)
	case xUnit == "" || tUnit == "":
		// 95% and 100, 95% and 0.98: a figure of one or less may be a fraction
		one := big.NewRat(1, 1)
		bare, percent := row.Actual, row.Target
		if tUnit == "" {
			bare, percent = row.Target, row.Actual
		}
		if interval.Compare(bare, one) <= 0 && interval.Compare(percent, one) > 0 {
			return Comparison{}
		}
		return row
	}
	factor, ok := unitFactor(tUnit, xUnit)
	if !ok {
		return Comparison{}
	}
	return row.converted(t, x, factor)
}

// roundedPlaces of a target tell that it was worked out and rounded.
const roundedPlaces = 2

// unitSaidOnce compares figures of which one has no unit: it is in that of the other, or in ones. The zero row where their
// magnitudes do not tell.
func (row Comparison) unitSaidOnce(t, x *fuhe.Number) Comparison {
	said, bare := t, x
	if t.Unit == "" {
		said, bare = x, t
	}
	power, told := inOnes(said, bare)
	switch {
	case !told:
		return Comparison{}
	case power == 0:
		return row
	case said == x:
		power = -power
	}
	return row.converted(t, x, interval.Pow10(power))
}

// converted brings the target to the unit of the actual. 72890元 against 7.29万元: the coarser of the two was rounded; but 10万人
// is a target as it stands.
func (row Comparison) converted(t, x *fuhe.Number, factor *big.Rat) Comparison {
	target := interval.Printed(interval.Value(t), t.Places)
	if t.Places < roundedPlaces {
		target = interval.Exactly(interval.Value(t))
	}
	row.Target = interval.Mul(row.Target, factor)
	row.span = interval.Claimed(x)
	if target.Times(factor).Meets(row.span) {
		row.Actual, row.span = row.Target, interval.Exactly(row.Target)
	}
	return row
}

// unitFactor is what a figure in one unit is multiplied by to be in another, of money or of anything else.
func unitFactor(from, to string) (*big.Rat, bool) {
	a, money := ScaleOf(from)
	b, alsoMoney := ScaleOf(to)
	if money || alsoMoney {
		return interval.Pow10(a - b), money && alsoMoney
	}
	return factorBetween(from, to)
}

// UnitFactor is what a figure in one unit is multiplied by to be in another; false when they measure two quantities, and where
// one of them is not printed.
func UnitFactor(from, to string) (*big.Rat, bool) { return unitFactor(plainUnit(from), plainUnit(to)) }

// plainUnit is a unit without the spellings that say the same.
func plainUnit(u string) string {
	switch u = text.Squeeze(u); u {
	case "百分比", "百分点", "％", "%":
		return "%"
	case "万":
		return "万元"
	case "亿":
		return "亿元"
	}
	return u
}
