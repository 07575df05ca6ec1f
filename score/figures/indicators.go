package figures

import (
	"math/big"
	"strings"

	"fuhe"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// RateNames are the names of indicators that are the execution rate of the whole budget and nothing else: not that of
// the fiscal part of it (财政资金执行率), nor of one kind of spending (政府采购执行率).
var RateNames = map[string]bool{
	"预算执行率": true, "资金执行率": true, "执行率": true, "预算资金执行率": true, "项目预算执行率": true, "项目资金执行率": true,
	"年度预算执行率": true, "全年预算执行率": true, "预算执行率(%)": true, "资金预算执行率": true, "预算执行率(B/A)": true,
}

// CostNames are the names of indicators that are the cost of the whole project.
var CostNames = map[string]bool{"项目总成本": true, "总成本": true, "项目成本": true, "项目总成本控制": true}

// IndicatorName cuts numbering off a name: 指标1：, 1., (2).
func IndicatorName(name string) string {
	s := text.Squeeze(name)
	if rest, ok := strings.CutPrefix(s, "指标"); ok {
		s = rest
	}
	s = strings.TrimLeft(s, "0123456789.、:;()★▲ ")
	for _, bracket := range []string{"(1)", "(2)", "(3)", "(4)", "(5)"} {
		s = strings.TrimSuffix(s, bracket)
	}
	return strings.TrimRight(s, ":;。")
}

// InYuan is what a figure with a unit of money may stand for, in 元.
func InYuan(n *fuhe.Number, unit string) (interval.Interval, bool) {
	scale, ok := ScaleOf(unit)
	if !ok {
		return interval.Interval{}, false
	}
	return MoneyInterval(interval.Value(n), n.Places, scale, true).Times(interval.Pow10(scale)), true
}

// Repeats reports whether the entry of row i is the same printed cell as that of the row above: a merged cell.
func (f *Figures) Repeats(i, column int) bool {
	if i == 0 {
		return false
	}
	c := f.Places.Cells[f.Places.Indicator(i, column)]
	return c.Present() && c.At == f.Places.Cells[f.Places.Indicator(i-1, column)].At
}

// Shared reports whether the score of row i is merged over several rows: then it is not this row's alone.
func (f *Figures) Shared(i int) bool {
	return f.Repeats(i, ColScore) || i+1 < len(f.Report.Indicators) && f.Repeats(i+1, ColScore)
}

// IndicatorInputs are the entries that the score of an indicator follows from.
func (f *Figures) IndicatorInputs(i int) []fuhe.Field {
	return []fuhe.Field{fuhe.IndicatorField(i, "target"), fuhe.IndicatorField(i, "actual"), fuhe.IndicatorField(i, "weight")}
}

// Standing is the outcome of that comparison; unknown unless both are figures of one kind and the target prints, or
// does not need, a comparison sign.
type Standing int

// The outcomes of a comparison.
const (
	Unknown Standing = iota
	Met
	Missed
)

// Comparison is the figures of one indicator, brought to one unit.
type Comparison struct {
	Target, Actual *big.Rat
	span           interval.Interval // what the actual may stand for
	Sign           fuhe.Sign
	Standing       Standing
}

// readIndicators compares the target of each indicator with its actual value.
func readIndicators(r *fuhe.Report) []Comparison {
	rows := make([]Comparison, len(r.Indicators))
	for i := range r.Indicators {
		t, x := r.Indicators[i].Target.Number, r.Indicators[i].Actual.Number
		if t == nil || x == nil {
			continue
		}
		rows[i] = compareUnits(t, x)
		rows[i].Standing = rows[i].stand(x.Sign)
	}
	return rows
}

// compareUnits brings target and actual to one unit; the zero row when they do not compare.
func compareUnits(t, x *fuhe.Number) Comparison {
	row := Comparison{Target: interval.Value(t), Actual: interval.Value(x), Sign: t.Sign}
	row.span = interval.Exactly(row.Actual)
	if x.Places > 0 || IsPercent(x.Unit) || IsPercent(t.Unit) {
		row.span = interval.Claimed(x) // measured; a count of whole things is exact
	}
	tUnit, xUnit := plainUnit(t.Unit), plainUnit(x.Unit)
	switch {
	case tUnit == xUnit:
		return row
	case xUnit == "" && !IsPercent(tUnit), tUnit == "" && !IsPercent(xUnit):
		return row // the unit is said once
	case xUnit == "" || tUnit == "":
		// 95% and 100, 95% and 0.98: a figure of one or less may be a fraction
		one := big.NewRat(1, 1)
		bare, percent := row.Actual, row.Target
		if tUnit == "" {
			bare, percent = row.Target, row.Actual
		}
		if bare.Cmp(one) <= 0 && percent.Cmp(one) > 0 {
			return Comparison{}
		}
		return row
	}
	ts, tMoney := ScaleOf(tUnit)
	xs, xMoney := ScaleOf(xUnit)
	if !tMoney || !xMoney {
		return Comparison{}
	}
	// 72890元 against 7.29万元: the coarser of the two was rounded
	row.Target.Mul(row.Target, interval.Pow10(ts))
	row.Actual.Mul(row.Actual, interval.Pow10(xs))
	row.span = interval.Claimed(x).Times(interval.Pow10(xs))
	if interval.Printed(interval.Value(t), t.Places).Times(interval.Pow10(ts)).Meets(row.span) {
		row.Actual, row.span = row.Target, interval.Exactly(row.Target)
	}
	return row
}

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

// IsPercent reports whether a unit is percent, however it is spelled.
func IsPercent(unit string) bool { return plainUnit(unit) == "%" }

// stand compares. An actual that is itself an inequality (>20次) may prove a target met, never missed; without a sign
// only the very target value is met, because whether more or less is better is not printed.
func (row Comparison) stand(actualSign fuhe.Sign) Standing {
	if row.Target == nil {
		return Unknown
	}
	c := row.Actual.Cmp(row.Target)
	if actualSign != fuhe.NoSign && actualSign != fuhe.Equals {
		switch {
		case Upward(row.Sign) && Upward(actualSign) && c >= 0 && (row.Sign == fuhe.AtLeast || actualSign == fuhe.Above || c > 0):
			return Met
		case downward(row.Sign) && downward(actualSign) && c <= 0 && (row.Sign == fuhe.AtMost || actualSign == fuhe.Below || c < 0):
			return Met
		}
		return Unknown
	}
	switch row.Sign {
	case fuhe.AtLeast:
		return outcome(c >= 0, c < 0)
	case fuhe.Above:
		return outcome(c > 0, c < 0)
	case fuhe.AtMost:
		return outcome(c <= 0, c > 0)
	case fuhe.Below:
		return outcome(c < 0, c > 0)
	case fuhe.Equals:
		return outcome(c == 0, c < 0 || row.Target.Sign() == 0 && c > 0)
	}
	return outcome(c == 0, false)
}

// outcome is what a comparison comes to.
func outcome(isMet, isMissed bool) Standing {
	switch {
	case isMet:
		return Met
	case isMissed:
		return Missed
	}
	return Unknown
}

// Upward reports whether more is better; downward, whether less is.
func Upward(s fuhe.Sign) bool { return s == fuhe.AtLeast || s == fuhe.Above }

func downward(s fuhe.Sign) bool { return s == fuhe.AtMost || s == fuhe.Below }
