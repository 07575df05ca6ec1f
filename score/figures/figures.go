// Package figures reads the figures of a report once: amounts in one unit, rates, weights, targets against actual values,
// and what follows from them, each worked out once for checking and for correcting. A report and its profile go in; Figures
// come out and are never changed afterwards. It knows no rule and finds nothing wrong.
package figures

import (
	"math/big"
	"sync"

	"fuhe"
	"fuhe/score/profile"
)

// Figures are the figures of one report, read once and never changed afterwards.
type Figures struct {
	Report  *fuhe.Report
	Profile *profile.Profile

	Lang         fuhe.Lang
	Places       Places
	Funds        []Money      // the amounts of each fund, in 元 when the unit is known; see sumColumns for the annual total
	PrintedTotal Money        // the amounts of the annual total as printed
	Sums         []Sum        // the columns beside their totals; none where the sources do not simply add up
	Comparisons  []Comparison // the target of each indicator beside its actual value
	Weighted     *WeightedSum // the total of scores that are each out of a hundred; nil for points

	fractions map[*fuhe.Number]int32 // weights in points that were printed as fractions, with their printed places

	columns [amountColumns]Column // of the annual total as printed
	rates   []Rate
	tree    tree // of the sources
	derived derivations
}

// derivations are worked out when they are first asked for: most forms need few of them.
type derivations struct {
	budget           once[perhaps[BudgetScore]]
	scores           once[Scores]
	weights          once[perhaps[Weights]]
	groups           once[[]Group]
	indicatorWeights once[Weights]
	totalOfOthers    once[bool] // see TotalOfIndicators
	scale            once[*Scale]
	gradeScale       once[*GradeScale]
	weightSlip       once[*big.Rat]
	scoreSlip        once[*RowSlip]

	followsCorrection once[bool]
	totalBySource     once[bool] // see VouchedBySource
	totalApart        once[perhaps[*big.Rat]]
}

// once is what is worked out when it is first asked for, and kept.
type once[T any] struct {
	asked sync.Once
	value T
}

// of is the value, worked out by work unless it is there.
func (o *once[T]) of(work func() T) T {
	o.asked.Do(func() { o.value = work() })
	return o.value
}

// perhaps is a value, or none.
type perhaps[T any] struct {
	value T
	ok    bool
}

// maybe works out a value that there may be none of.
func maybe[T any](work func() (T, bool)) func() perhaps[T] {
	return func() perhaps[T] {
		value, ok := work()
		return perhaps[T]{value, ok}
	}
}

// Read reads the figures of a report. Weights printed as fractions beside scores in points are points in its Report.
func Read(r *fuhe.Report, profile *profile.Profile, lang fuhe.Lang) *Figures {
	r, fractions := inPoints(ownPoints(r))
	r, weighted := eachOfHundred(r)
	f := &Figures{Report: r, Profile: profile, Lang: lang, Places: FindPlaces(r), fractions: fractions, Weighted: weighted}
	f.Funds = readMoney(r)
	f.findDenominators()
	f.Comparisons = readIndicators(r)
	f.sumColumns()
	f.rates = f.readRates()
	return f
}
