package score

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"fuhe"
)

func sprintf(format string, args ...any) string { return fmt.Sprintf(format, args...) }

// moneyRow is a row of the money block with its amounts in one unit.
type moneyRow struct {
	initial, adjusted, executed amount

	other  amount // what the rate is computed on where the form says or shows that it is not the adjusted budget
	unsaid bool   // it only shows: no heading says so
}

// amount is a printed amount of money, in 元 when its unit is known, else in the unit of the block.
type amount struct {
	field   fuhe.Field
	heading string // what it is called where it is no entry of a report
	number  *fuhe.Number
	known   bool     // it is a figure, in a unit that compares with the others of its block
	factor  *big.Rat // what one of its unit is in 元
	exact   *big.Rat // as printed
	own     interval // what it may stand for by its own printed places
	block   interval // by the places of its block: 50 beside 47.68 is 50.00, a spreadsheet drops the zeros
	summed  bool     // the sum of the sources, in the place of a printed total that is wrong
}

// scales are the units of money and what one of them is in 元.
var scales = map[string]int32{
	"元": 0, "人民币元": 0, "百元": 2, "千元": 3, "万元": 4, "万": 4, "百万元": 6, "千万元": 7, "亿元": 8, "亿": 8,
}

// scaleOf is the power of ten that turns a unit into 元; false when it is no unit of money.
func scaleOf(unit string) (int32, bool) {
	s, ok := scales[strings.Trim(unit, "()（）")]
	return s, ok
}

// moneyPlaces is the most places that an amount is printed with.
func moneyPlaces(r *fuhe.Report) int32 {
	places := int32(0)
	for i := range r.Funds {
		f := &r.Funds[i]
		for _, c := range []*fuhe.Cell{&f.InitialBudget, &f.AdjustedBudget, &f.Executed} {
			if c.Number != nil && c.Number.Unit == "" && c.Number.Value.Sign() != 0 { // 0.00 stands in empty forms already
				places = max(places, c.Number.Places)
			}
		}
	}
	return places
}

// readMoney reads the amounts of every fund.
func readMoney(r *fuhe.Report) []moneyRow {
	places := moneyPlaces(r)
	rows := make([]moneyRow, len(r.Funds))
	for i := range r.Funds {
		f := &r.Funds[i]
		rows[i] = moneyRow{
			initial:  readAmount(fuhe.FundField(i, "initial_budget"), &f.InitialBudget, r.MoneyUnit, places),
			adjusted: readAmount(fuhe.FundField(i, "adjusted_budget"), &f.AdjustedBudget, r.MoneyUnit, places),
			executed: readAmount(fuhe.FundField(i, "executed"), &f.Executed, r.MoneyUnit, places),
		}
	}
	return rows
}

// readAmount reads one amount. A unit in the cell counts instead of the block's, never on top of it: 50万元 under a
// heading 万元 is 50 of them.
func readAmount(field fuhe.Field, c *fuhe.Cell, blockUnit string, blockPlaces int32) amount {
	a := amount{field: field, number: c.Number}
	if c.Number == nil || c.Number.Sign != fuhe.NoSign {
		return a
	}
	unit := c.Number.Unit
	if unit == "" {
		unit = blockUnit
	}
	scale, isMoney := scaleOf(unit)
	if !isMoney && unit != "" {
		return a // 35% or 12个 in a column of amounts: not comparable
	}
	if c.Number.Unit != "" && blockUnit == "" {
		return a // the unit of the others is unknown
	}
	factor := pow10(scale)
	a.known, a.factor = true, factor
	a.exact = new(big.Rat).Mul(value(c.Number), factor)
	own := c.Number.Places
	if a.exact.Sign() == 0 {
		own = max(own, blockPlaces) // 0 beside 44009.31 is 0.00
	}
	a.own = moneyInterval(value(c.Number), own, scale, isMoney).times(factor)
	a.block = moneyInterval(value(c.Number), max(c.Number.Places, blockPlaces), scale, isMoney).times(factor)
	return a
}

// moneyInterval is what a printed amount may stand for: one printed to the fen was not rounded, any other was, at its
// last place. Amounts of money printed without a minus are not below zero.
func moneyInterval(v *big.Rat, places, scale int32, isMoney bool) interval {
	if isMoney && places-scale >= yuanExactPlaces {
		return exactly(v)
	}
	i := printed(v, places)
	if v.Sign() >= 0 && i.lo.Sign() < 0 {
		i.lo, i.loOpen = new(big.Rat), false
	}
	return i
}

// digits is an amount as it is written in a working: the printed digits, the unit only where the cell prints one.
func (a amount) digits() string {
	if a.number == nil {
		return "?"
	}
	return plain(a.number) + a.number.Unit
}

// zero reports whether an amount is a printed zero.
func (a amount) zero() bool { return a.known && a.exact.Sign() == 0 }

// positive reports whether an amount is a figure above zero.
func (a amount) positive() bool { return a.known && a.exact.Sign() > 0 }

// share is executed ÷ budget on intervals; false when one of them is missing, zero or not comparable.
func share(executed, budget amount) (interval, *big.Rat, bool) {
	if !executed.known || !budget.known || budget.exact.Sign() <= 0 || executed.exact.Sign() < 0 {
		return interval{}, nil, false
	}
	i, ok := executed.block.over(budget.block)
	if !ok {
		return interval{}, nil, false
	}
	return i, new(big.Rat).Quo(executed.exact, budget.exact), true
}

// initialShare is executed ÷ initial budget, where that is another budget than the adjusted one.
func (m moneyRow) initialShare() (*big.Rat, bool) {
	_, exact, ok := share(m.executed, m.initial)
	if !ok || m.adjusted.known && m.adjusted.exact.Cmp(m.initial.exact) == 0 {
		return nil, false
	}
	return exact, true
}

// rate is a printed rate read as a share of one.
type rate struct {
	number *fuhe.Number
	factor *big.Rat // what the printed figure is divided by to give the share: 100 for percent, 1 for a fraction
	span   interval // of the share
	sure   bool     // the reading is certain: the figure prints %, or only one reading is near
}

// working is executed ÷ budget with its result in the unit of the rate; a rate printed without % is shown with it where
// it was read as a percentage.
func (r rate) working(executed, budget amount, exact *big.Rat) string {
	unit := r.number.Unit
	if unit == "" && r.factor.Cmp(scoreFullPoints) == 0 {
		unit = "%"
	}
	result := expanded(new(big.Rat).Mul(exact, r.factor), r.number.Places+workingExtraPlaces)
	return executed.digits() + " ÷ " + budget.digits() + " = " + result + unit
}

// readRate reads a rate. Without a printed % it may be percent (79.27) or a fraction (0.958): the reading that meets the
// computed share is taken, else the one in its order of magnitude; false when there is no figure.
func readRate(c *fuhe.Cell, computed interval, center *big.Rat) (rate, bool) {
	n := c.Number
	if n == nil || n.Sign != fuhe.NoSign {
		return rate{}, false
	}
	as := func(factor int64, sure bool) rate {
		f := big.NewRat(factor, 1)
		return rate{number: n, factor: f, span: claimed(n).times(new(big.Rat).Inv(f)), sure: sure}
	}
	switch n.Unit {
	case "%", "％", "百分比", "百分点":
		return as(100, true), true
	case "‰":
		return as(1000, true), true
	case "":
	default:
		return rate{}, false
	}
	percent, fraction := as(100, false), as(1, false)
	if center == nil || center.Sign() <= 0 {
		return percent, true
	}
	p, f := percent.span.meets(computed), fraction.span.meets(computed)
	switch {
	case p != f:
		percent.sure, fraction.sure = true, true
		if p {
			return percent, true
		}
		return fraction, true
	case near(percent, center) && !near(fraction, center):
		percent.sure = true
		return percent, true
	case near(fraction, center) && !near(percent, center):
		fraction.sure = true
		return fraction, true
	}
	return percent, true
}

// headedPercent reports whether the form says at the heading of its rates that they are percentages: 执行率（%）. A figure
// below that can only be a fraction is still read as one.
func headedPercent(r *fuhe.Report) bool {
	return slices.ContainsFunc(r.Headings, func(h fuhe.Cell) bool {
		s := squeeze(h.Text)
		return strings.Contains(s, "率(%)") && containsAny(s, "执行", "完成", "支出")
	})
}

// near reports whether a reading of a rate lies in the order of magnitude of the computed one.
func near(r rate, center *big.Rat) bool {
	share := new(big.Rat).Quo(value(r.number), r.factor)
	limit := big.NewRat(rateOrderRatio, 1)
	return share.Cmp(new(big.Rat).Mul(center, limit)) <= 0 && new(big.Rat).Mul(share, limit).Cmp(center) >= 0
}
