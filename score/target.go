package score

import (
	"math/big"

	"fuhe"
)

// How an indicator's actual value stands to its target.

// standing is the outcome of that comparison; unknown unless both are figures of one kind and the target prints, or
// does not need, a comparison sign.
type standing int

const (
	unknown standing = iota
	met
	missed
)

// indicatorRow is the figures of one indicator, brought to one unit.
type indicatorRow struct {
	target, actual *big.Rat
	span           interval // what the actual may stand for
	sign           fuhe.Sign
	standing       standing
}

func readIndicators(r *fuhe.Report) []indicatorRow {
	rows := make([]indicatorRow, len(r.Indicators))
	for i := range r.Indicators {
		t, x := r.Indicators[i].Target.Number, r.Indicators[i].Actual.Number
		if t == nil || x == nil {
			continue
		}
		rows[i] = compareUnits(t, x)
		rows[i].standing = rows[i].stand(x.Sign)
	}
	return rows
}

// compareUnits brings target and actual to one unit; the zero row when they do not compare.
func compareUnits(t, x *fuhe.Number) indicatorRow {
	row := indicatorRow{target: value(t), actual: value(x), sign: t.Sign}
	row.span = exactly(row.actual)
	if x.Places > 0 || isPercent(x.Unit) || isPercent(t.Unit) {
		row.span = claimed(x) // measured; a count of whole things is exact
	}
	tUnit, xUnit := plainUnit(t.Unit), plainUnit(x.Unit)
	switch {
	case tUnit == xUnit:
		return row
	case xUnit == "" && !isPercent(tUnit), tUnit == "" && !isPercent(xUnit):
		return row // the unit is said once
	case xUnit == "" || tUnit == "":
		// 95% and 100, 95% and 0.98: a figure of one or less may be a fraction
		one := big.NewRat(1, 1)
		bare, percent := row.actual, row.target
		if tUnit == "" {
			bare, percent = row.target, row.actual
		}
		if bare.Cmp(one) <= 0 && percent.Cmp(one) > 0 {
			return indicatorRow{}
		}
		return row
	}
	ts, tMoney := scaleOf(tUnit)
	xs, xMoney := scaleOf(xUnit)
	if !tMoney || !xMoney {
		return indicatorRow{}
	}
	// 72890元 against 7.29万元: the coarser of the two was rounded
	row.target.Mul(row.target, pow10(ts))
	row.actual.Mul(row.actual, pow10(xs))
	row.span = claimed(x).times(pow10(xs))
	if printed(value(t), t.Places).times(pow10(ts)).meets(row.span) {
		row.actual, row.span = row.target, exactly(row.target)
	}
	return row
}

// plainUnit is a unit without the spellings that say the same.
func plainUnit(u string) string {
	switch u = squeeze(u); u {
	case "百分比", "百分点", "％", "%":
		return "%"
	case "万":
		return "万元"
	case "亿":
		return "亿元"
	}
	return u
}

func isPercent(unit string) bool { return plainUnit(unit) == "%" }

// stand compares. An actual that is itself an inequality (>20次) may prove a target met, never missed; without a sign
// only the very target value is met, because whether more or less is better is not printed.
func (row indicatorRow) stand(actualSign fuhe.Sign) standing {
	if row.target == nil {
		return unknown
	}
	c := row.actual.Cmp(row.target)
	if actualSign != fuhe.NoSign && actualSign != fuhe.Equals {
		switch {
		case upward(row.sign) && upward(actualSign) && c >= 0 && (row.sign == fuhe.AtLeast || actualSign == fuhe.Above || c > 0):
			return met
		case downward(row.sign) && downward(actualSign) && c <= 0 && (row.sign == fuhe.AtMost || actualSign == fuhe.Below || c < 0):
			return met
		}
		return unknown
	}
	switch row.sign {
	case fuhe.AtLeast:
		return either2(c >= 0, c < 0)
	case fuhe.Above:
		return either2(c > 0, c < 0)
	case fuhe.AtMost:
		return either2(c <= 0, c > 0)
	case fuhe.Below:
		return either2(c < 0, c > 0)
	case fuhe.Equals:
		return either2(c == 0, c < 0 || row.target.Sign() == 0 && c > 0)
	}
	return either2(c == 0, false)
}

func either2(isMet, isMissed bool) standing {
	switch {
	case isMet:
		return met
	case isMissed:
		return missed
	}
	return unknown
}

func upward(s fuhe.Sign) bool   { return s == fuhe.AtLeast || s == fuhe.Above }
func downward(s fuhe.Sign) bool { return s == fuhe.AtMost || s == fuhe.Below }

// share is what a missed target earns in proportion, as a share of the weight: at a value and over the interval of the
// actual. Reverse targets have one for each formula that the profile permits.
type earned struct {
	formula Reverse // "" for w·X/T
	at      *big.Rat
	below   *big.Rat // what the formula gives where that is less than nothing
	over    interval
}

func (row indicatorRow) proportions(permitted []Reverse) []earned {
	one := exactly(big.NewRat(1, 1))
	if row.target.Sign() <= 0 || row.actual.Sign() < 0 {
		if row.target.Sign() == 0 && !upward(row.sign) {
			return []earned{{at: new(big.Rat), over: exactly(new(big.Rat))}}
		}
		return nil
	}
	target := exactly(row.target)
	if !downward(row.sign) {
		over, ok := row.span.over(target)
		if !ok {
			return nil
		}
		return []earned{{at: new(big.Rat).Quo(row.actual, row.target), over: over.atMost(one.lo)}}
	}
	var out []earned
	for _, f := range permitted {
		switch f {
		case Linear: // 1 − (X−T)/T = 2 − X/T, nothing from 2T on
			over, ok := row.span.over(target)
			if !ok {
				continue
			}
			over = exactly(big.NewRat(2, 1)).minus(over)
			at := new(big.Rat).Sub(big.NewRat(2, 1), new(big.Rat).Quo(row.actual, row.target))
			e := earned{formula: Linear, at: at, over: over}
			if at.Sign() < 0 {
				e = earned{formula: Linear, at: new(big.Rat), below: at, over: exactly(new(big.Rat))}
			}
			out = append(out, e)
		case Ratio:
			if over, ok := target.over(row.span); ok {
				out = append(out, earned{formula: Ratio, at: new(big.Rat).Quo(row.target, row.actual), over: over})
			}
		}
	}
	return out
}
