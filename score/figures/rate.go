package figures

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"fuhe"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// Rate is the execution rate of a fund. Its Span is a share of one, and so is Share; Exact is in the printed unit.
type Rate struct {
	Derived
	Reading           // of the printed rate; the zero one when none is printed
	Quotient *big.Rat // executed ÷ what it is computed on, nil when that cannot be worked out
	money    *Money
}

// readRates works out the rates of all funds.
func (f *Figures) readRates() []Rate {
	rates := make([]Rate, len(f.Funds))
	for i := range f.Funds {
		r, money := &rates[i], &f.Funds[i]
		r.Field, r.money = fuhe.FundField(i, "execution_rate"), money
		span, quotient, computed := Share(money.Executed, money.Denominator())
		if computed {
			r.Span, r.Quotient, r.From = span, quotient, money.Inputs()
		}
		if reading, ok := ReadRate(&f.Report.Funds[i].ExecutionRate, span, quotient); ok {
			r.Reading, r.Printed = reading, reading.Number
			if computed {
				r.Exact = interval.Mul(quotient, reading.Factor)
			}
		}
	}
	return rates
}

// Rate is the execution rate of the i-th fund. Either side of it may be missing: see Computed and Printed.
func (f *Figures) Rate(i int) *Rate { return &f.rates[i] }

// Computed reports whether the rate follows from the amounts.
func (r *Rate) Computed() bool { return r.Quotient != nil }

// Holds reports whether the printed rate is a permitted reading of the computed one.
func (r *Rate) Holds() bool { return r.Share.Meets(r.Span) }

// Unstated reports whether the rate is computed on another amount than the budget, and no heading says so.
func (r *Rate) Unstated() bool { return r.money.Unstated }

// Operands are the two amounts as they stand in a working.
func (r *Rate) Operands() (executed, by string) {
	w := Written(r.money.Executed, r.money.Denominator())
	return w[0], w[1]
}

// WorkingAs is executed ÷ budget with its result as a printed figure was read; one printed without % is shown with it where
// it was read as a percentage.
func (r *Rate) WorkingAs(printed Reading) string {
	executed, by := r.Operands()
	unit := printed.Number.Unit
	if unit == "" && interval.Compare(printed.Factor, FullPoints) == 0 {
		unit = "%"
	}
	result := interval.Expanded(interval.Mul(r.Quotient, printed.Factor), printed.Number.Places+interval.WorkingPlaces)
	return executed + " ÷ " + by + " = " + result + unit
}

// Working is the working of the printed rate.
func (r *Rate) Working() string { return r.WorkingAs(r.Reading) }

// Formula is the rate as a spreadsheet works it out: a percentage is a fraction there.
func (r *Rate) Formula() string {
	ratio, places := r.ratio(), r.Number.Places
	switch {
	case r.Number.Unit == "" && interval.Compare(r.Factor, FullPoints) == 0:
		ratio += "*100"
	case interval.Compare(r.Factor, FullPoints) == 0:
		places += 2
	case r.Number.Unit == "‰":
		ratio += "*1000"
	}
	return rounded(ratio, places)
}

// ratio is executed ÷ budget in a formula, with the factor between their units where they have two.
func (r *Rate) ratio() string {
	by := r.money.Denominator()
	ratio := Ref(r.money.Executed.Field) + "/" + by.Ref()
	shift := interval.Quo(r.money.Executed.Factor, by.Factor)
	switch {
	case interval.Compare(shift, interval.One) == 0:
	case shift.IsInt():
		ratio += "*" + shift.RatString()
	default:
		ratio += "/" + shift.Inv(shift).RatString()
	}
	return ratio
}

// rounded is a formula rounded at places.
func rounded(formula string, places int32) string {
	return "ROUND(" + formula + "," + strconv.Itoa(int(places)) + ")"
}

// Reading is a printed rate read as a share of one.
type Reading struct {
	Number *fuhe.Number
	Factor *big.Rat          // what the printed figure is divided by to give the share: 100 for percent, 1 for a fraction
	Share  interval.Interval // what the printed figure may stand for
	Sure   bool              // the reading is certain: the figure prints %, or only one reading is near
}

// ReadRate reads a rate. Without a printed % it may be percent (79.27) or a fraction (0.958): the reading that meets the
// computed share is taken, else the one in its order of magnitude; false when there is no figure.
func ReadRate(c *fuhe.Cell, computed interval.Interval, center *big.Rat) (Reading, bool) {
	n := c.Number
	if n == nil || n.Sign != fuhe.NoSign {
		return Reading{}, false
	}
	as := func(factor int64, sure bool) Reading {
		f := big.NewRat(factor, 1)
		return Reading{Number: n, Factor: f, Share: interval.Claimed(n).Times(new(big.Rat).Inv(f)), Sure: sure}
	}
	switch n.Unit {
	case "%", "％", "百分比", "百分点":
		return as(100, true), true
	case "‰":
		return as(1000, true), true
	case "":
	default:
		return Reading{}, false
	}
	percent, fraction := as(100, false), as(1, false)
	if center == nil || center.Sign() <= 0 {
		return percent, true
	}
	p, f := percent.Share.Meets(computed), fraction.Share.Meets(computed)
	switch {
	case p != f:
		percent.Sure, fraction.Sure = true, true
		if p {
			return percent, true
		}
		return fraction, true
	case near(percent, center) && !near(fraction, center):
		percent.Sure = true
		return percent, true
	case near(fraction, center) && !near(percent, center):
		fraction.Sure = true
		return fraction, true
	}
	return percent, true
}

// HeadedPercent reports whether the form says at the heading of its rates that they are percentages: 执行率（%）. A figure
// below that can only be a fraction is still read as one.
func HeadedPercent(r *fuhe.Report) bool {
	return slices.ContainsFunc(r.Headings, func(h fuhe.Cell) bool {
		s := text.Squeeze(h.Text)
		return strings.Contains(s, "率(%)") && text.ContainsAny(s, "执行", "完成", "支出")
	})
}

// near reports whether a reading of a rate lies in the order of magnitude of the computed one.
func near(r Reading, center *big.Rat) bool {
	share := interval.Quo(interval.Value(r.Number), r.Factor)
	limit := big.NewRat(rateOrderRatio, 1)
	return interval.Compare(share, interval.Mul(center, limit)) <= 0 && interval.Compare(interval.Mul(share, limit), center) >= 0
}

// Denominator is another budget that an amount may have been divided by, and what that gives.
type Denominator struct {
	Kind    fuhe.CauseKind
	Exact   *big.Rat
	Printed string
	Row     string // the source it belongs to, "" for the initial budget
}

// Neighbour is a figure beside the published one.
type Neighbour struct {
	Field  fuhe.Field
	Number *fuhe.Number
}

// OtherDenominators are the other budgets that the executed amount of a fund may have been divided by.
func (f *Figures) OtherDenominators(i int, factor *big.Rat) []Denominator {
	var out []Denominator
	money := &f.Funds[i]
	if exact, ok := money.InitialShare(); ok {
		out = append(out, Denominator{Kind: fuhe.InitialBudget, Exact: interval.Mul(exact, factor), Printed: money.Initial.Digits()})
	}
	for k, other := range f.Funds {
		same := money.Adjusted.Known && other.Adjusted.Known && interval.Compare(other.Adjusted.Exact, money.Adjusted.Exact) == 0
		if k == 0 || k == i || !other.Adjusted.Known || same {
			continue
		}
		if _, exact, ok := Share(money.Executed, other.Adjusted); ok {
			out = append(out, Denominator{Kind: fuhe.SourceBudget, Exact: interval.Mul(exact, factor), Printed: other.Adjusted.Digits(), Row: f.FundName(k)})
		}
	}
	return out
}
