package figures

import (
	"math/big"
	"slices"
	"strings"

	"fuhe"
	"fuhe/score/interval"
)

// Money is a row of the money block with its amounts in one unit.
type Money struct {
	Initial, Adjusted, Executed, Received Amount

	Other    Amount // what the rate is computed on where the form says or shows that it is not the adjusted budget
	Unstated bool   // it only shows: no heading says so
}

// Amount is a printed amount of money, in 元 when its unit is known, else in the unit of the block.
type Amount struct {
	Field   fuhe.Field
	heading string // what it is called where it is no entry of a report
	Number  *fuhe.Number
	unit    string            // its own, else that of its block
	Known   bool              // it is a figure, in a unit that compares with the others of its block
	Factor  *big.Rat          // what one of its unit is in 元
	Exact   *big.Rat          // as printed
	Own     interval.Interval // what it may stand for by its own printed places
	Block   interval.Interval // by the places of its block: 50 beside 47.68 is 50.00, a spreadsheet drops the zeros
	summed  bool              // the sum of the sources, in the place of a printed total that is wrong
}

// scales are the units of money and what one of them is in 元.
var scales = map[string]int32{
	"元": 0, "人民币元": 0, "百元": 2, "千元": 3, "万元": 4, "万": 4, "百万元": 6, "千万元": 7, "亿元": 8, "亿": 8,
}

// ScaleOf is the power of ten that turns a unit into 元; false when it is no unit of money.
func ScaleOf(unit string) (int32, bool) {
	s, ok := scales[strings.Trim(unit, "()（）")]
	return s, ok
}

// moneyPlaces is the most places that an amount is printed with.
func moneyPlaces(r *fuhe.Report) int32 {
	places := int32(0)
	for i := range r.Funds {
		f := &r.Funds[i]
		for _, c := range []*fuhe.Cell{&f.InitialBudget, &f.AdjustedBudget, &f.Executed} {
			if c.Number != nil && (c.Number.Unit == "" || c.Number.Unit == r.MoneyUnit) && c.Number.Value.Sign() != 0 { // 0.00 stands in empty forms already
				places = max(places, c.Number.Places)
			}
		}
	}
	return places
}

// AmountsOf are the amounts of every fund of a report as printed, for comparing forms with each other.
func AmountsOf(r *fuhe.Report) []Money { return readMoney(r) }

// readMoney reads the amounts of every fund.
func readMoney(r *fuhe.Report) []Money {
	places := moneyPlaces(r)
	rows := make([]Money, len(r.Funds))
	unit := r.MoneyUnit
	if unit == "" && ownUnits(r) {
		unit = "元" // every amount has its own, and a blank one needs none
	}
	for i := range r.Funds {
		f := &r.Funds[i]
		rows[i] = Money{
			Initial:  readAmount(fuhe.FundField(i, "initial_budget"), &f.InitialBudget, unit, places),
			Adjusted: readAmount(fuhe.FundField(i, "adjusted_budget"), &f.AdjustedBudget, unit, places),
			Executed: readAmount(fuhe.FundField(i, "executed"), &f.Executed, unit, places),
			Received: readAmount(fuhe.FundField(i, "received"), &f.Received, unit, places),
		}
	}
	return rows
}

// ownUnits reports whether all amounts of the block print their unit, or stand under a heading with one of its own.
func ownUnits(r *fuhe.Report) bool {
	some := false
	for i := range r.Funds {
		f := &r.Funds[i]
		for _, c := range []*fuhe.Cell{&f.InitialBudget, &f.AdjustedBudget, &f.Executed} {
			if c.Number == nil {
				continue
			}
			if _, isMoney := ScaleOf(c.Number.Unit); !isMoney {
				return false
			}
			some = true
		}
	}
	return some
}

// readAmount reads one amount. A unit in the cell counts instead of the block's, never on top of it: 50万元 under a
// heading 万元 is 50 of them.
func readAmount(field fuhe.Field, c *fuhe.Cell, blockUnit string, blockPlaces int32) Amount {
	a := Amount{Field: field, Number: c.Number}
	if c.Number == nil || c.Number.Sign != fuhe.NoSign {
		return a
	}
	unit := c.Number.Unit
	if unit == "" {
		unit = blockUnit
	}
	scale, isMoney := ScaleOf(unit)
	if !isMoney && unit != "" {
		return a // 35% or 12个 in a column of amounts: not comparable
	}
	if c.Number.Unit != "" && blockUnit == "" {
		return a // the unit of the others is unknown
	}
	factor := interval.Pow10(scale)
	a.Known, a.Factor, a.unit = true, factor, unit
	a.Exact = interval.Mul(interval.Value(c.Number), factor)
	own := c.Number.Places
	if a.Exact.Sign() == 0 {
		own = max(own, blockPlaces) // 0 beside 44009.31 is 0.00
	}
	a.Own = MoneyInterval(interval.Value(c.Number), own, scale, isMoney).Times(factor)
	places := max(c.Number.Places, blockPlaces)
	if block, _ := ScaleOf(blockUnit); block != scale {
		places = own // 14.8万 among amounts in 元 claims what it prints
	}
	a.Block = MoneyInterval(interval.Value(c.Number), places, scale, isMoney).Times(factor)
	return a
}

// MoneyInterval is what a printed amount may stand for: one printed to the fen was not rounded, any other was, at its
// last place. Amounts of money printed without a minus are not below zero.
func MoneyInterval(v *big.Rat, places, scale int32, isMoney bool) interval.Interval {
	if isMoney && places-scale >= yuanExactPlaces {
		return interval.Exactly(v)
	}
	i := interval.Printed(v, places)
	if v.Sign() >= 0 && i.Lo.Sign() < 0 {
		i.Lo, i.LoOpen = new(big.Rat), false
	}
	return i
}

// Digits is an amount as it is written in a working: the printed digits, the unit only where the cell prints one.
func (a Amount) Digits() string {
	if a.Number == nil {
		return "?"
	}
	return interval.Plain(a.Number) + a.Number.Unit
}

// Written are amounts as they stand in one working: where they are in different units each shows its own.
func Written(amounts ...Amount) []string {
	differ := slices.ContainsFunc(amounts, func(a Amount) bool {
		return a.Known && amounts[0].Known && interval.Compare(a.Factor, amounts[0].Factor) != 0
	})
	out := make([]string, len(amounts))
	for i, a := range amounts {
		out[i] = a.Digits()
		if differ && a.Number != nil && a.Number.Unit == "" {
			out[i] += a.unit
		}
	}
	return out
}

// Zero reports whether an amount is a printed zero.
func (a Amount) Zero() bool { return a.Known && a.Exact.Sign() == 0 }

// Positive reports whether an amount is a figure above zero.
func (a Amount) Positive() bool { return a.Known && a.Exact.Sign() > 0 }

// Share is executed ÷ budget on intervals; false when one of them is missing, zero or not comparable.
func Share(executed, budget Amount) (interval.Interval, *big.Rat, bool) {
	if !executed.Known || !budget.Known || budget.Exact.Sign() <= 0 || executed.Exact.Sign() < 0 {
		return interval.Interval{}, nil, false
	}
	i, ok := executed.Block.Over(budget.Block)
	if !ok {
		return interval.Interval{}, nil, false
	}
	return i, interval.Quo(executed.Exact, budget.Exact), true
}

// InitialShare is executed ÷ initial budget, where that is another budget than the adjusted one.
func (m *Money) InitialShare() (*big.Rat, bool) {
	_, exact, ok := Share(m.Executed, m.Initial)
	if !ok || m.Adjusted.Known && interval.Compare(m.Adjusted.Exact, m.Initial.Exact) == 0 {
		return nil, false
	}
	return exact, true
}
