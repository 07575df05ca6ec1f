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
	budget           func() (BudgetScore, bool)
	scores           func() Scores
	weights          func() (Weights, bool)
	groups           func() []Group
	indicatorWeights func() *Weights
	totalOfOthers    func() bool // see TotalOfIndicators
	scale            func() *Scale
	gradeScale       func() *GradeScale
	weightSlip       func() *big.Rat
	scoreSlip        func() *RowSlip

	followsCorrection func() bool
	totalBySource     func() bool // see VouchedBySource
	totalApart        func() (*big.Rat, bool)
}

// Read reads the figures of a report. Weights printed as fractions beside scores in points are points in its Report.
func Read(r *fuhe.Report, profile *profile.Profile, lang fuhe.Lang) *Figures {
	r, fractions := inPoints(ownPoints(r))
	r, weighted := eachOfHundred(r)
	f := &Figures{Report: r, Profile: profile, Lang: lang, Places: FindPlaces(r), fractions: fractions, Weighted: weighted}
	f.Funds = readMoney(r)
	f.findDenominators()
	f.derived = derivations{
		budget: sync.OnceValues(f.deriveBudgetScore), scores: sync.OnceValue(f.addScores),
		weights: sync.OnceValues(f.addWeights), groups: sync.OnceValue(f.findGroups),
		indicatorWeights: sync.OnceValue(func() *Weights { w := f.WeightsOf(f.AllRows()); return &w }),
		totalOfOthers:    sync.OnceValue(f.isTotalOfIndicators),
		scale:            sync.OnceValue(f.findScale),
		gradeScale:       sync.OnceValue(f.findGradeScale),
		weightSlip:       sync.OnceValue(f.findWeightSlip),
		scoreSlip:        sync.OnceValue(f.findScoreSlip),

		followsCorrection: sync.OnceValue(f.isOfCorrection),
		totalBySource:     sync.OnceValue(func() bool { return f.findVouching(0) }),
		totalApart:        sync.OnceValues(f.findTotalApart),
	}
	f.Comparisons = readIndicators(r)
	f.sumColumns()
	f.rates = f.readRates()
	return f
}
