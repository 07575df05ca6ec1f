package invent

import (
	"math/big"
	"slices"
	"strings"

	"fuhe"
)

// Kind is a kind of slip.
type Kind string

// Slips in the rate, the budget score, the total, the amounts, the weights, the indicators.
const (
	RateCeiling     Kind = "rate-ceiling"
	RateTruncated   Kind = "rate-truncated"
	RateHalfEven    Kind = "rate-half-even"
	RateDenominator Kind = "rate-denominator"
	RateSource      Kind = "rate-source-budget"
	RateFraction    Kind = "rate-fraction"
	RateSwap        Kind = "rate-swap"
	RateDigit       Kind = "rate-digit"
	RateCopied      Kind = "rate-copied"
	RateChained     Kind = "rate-and-score"
	SourceRate      Kind = "source-rate"
	ExecScore       Kind = "exec-score"
	ExecCeiling     Kind = "exec-ceiling"
	ExecSwap        Kind = "exec-swap"
	TotalScore      Kind = "total-score"
	TotalDigit      Kind = "total-digit"
	TotalSwap       Kind = "total-swap"
	TotalStale      Kind = "total-stale"
	TotalTwice      Kind = "total-counted-twice"
	TotalLeftOut    Kind = "total-left-out"
	HeaderTotal     Kind = "header-total"
	Grade           Kind = "grade"
	FundSum         Kind = "fund-sum"
	FundTotal       Kind = "fund-total-digit"
	FundUnit        Kind = "fund-unit"
	FundBlankTotal  Kind = "fund-total-zero"
	ZeroBudget      Kind = "zero-budget"
	WeightSum       Kind = "weight-sum"
	SectionPoints   Kind = "section-points"
	ScoreOverWeight Kind = "score-over-weight"
	MissingActual   Kind = "missing-actual"
	MissedFull      Kind = "missed-full"
	NoReason        Kind = "no-reason"
)

// Kinds are all kinds of slips.
func Kinds() []Kind {
	out := make([]Kind, 0, len(slips))
	for k := range slips {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func (k Kind) ofRate() bool  { return strings.HasPrefix(string(k), "rate-") || k == SourceRate }
func (k Kind) ofScore() bool { return strings.HasPrefix(string(k), "exec-") }

// slips make each kind on a consistent form; false where it would not show.
var slips = map[Kind]func(*maker) bool{
	RateCeiling:   func(m *maker) bool { return m.slipRate(round(m.percentShare(), 2, up)) },
	RateTruncated: func(m *maker) bool { return m.slipRate(round(m.percentShare(), 2, down)) },
	RateHalfEven:  (*maker).halfEvenRate,
	RateDenominator: func(m *maker) bool {
		return m.prints("initial_budget") && m.funds[0].initial.units > 0 && m.slipRate(m.rateOver(m.funds[0].initial))
	},
	RateSource: func(m *maker) bool {
		k := 1 + m.rng.IntN(max(len(m.funds)-1, 1))
		return k < len(m.funds) && m.funds[k].adjusted.units > 0 && m.slipRate(m.rateOver(m.funds[k].adjusted))
	},
	RateFraction: func(m *maker) bool { return m.money.rate == percent && m.slipRate(round(m.share(), 2, halfUp)) },
	RateSwap:     func(m *maker) bool { return m.slipRate(m.swapped(m.rightRate())) },
	RateDigit:    func(m *maker) bool { return m.slipRate(m.oneDigit(m.rightRate())) },
	RateCopied:   (*maker).copiedRate,
	RateChained:  (*maker).chainedRate,
	SourceRate:   (*maker).sourceRate,
	ExecScore:    func(m *maker) bool { return m.slipScore(m.nudged(m.rightScore())) },
	ExecCeiling:  func(m *maker) bool { return m.slipScore(round(times(m.share(), m.money.weight), 2, up)) },
	ExecSwap:     func(m *maker) bool { return m.slipScore(m.swapped(m.rightScore())) },
	TotalScore:   func(m *maker) bool { return m.slipTotal(m.nudged(m.total.sum())) },
	TotalDigit:   func(m *maker) bool { return m.slipTotal(m.oneDigit(m.total.sum())) },
	TotalSwap:    func(m *maker) bool { return m.slipTotal(m.swapped(m.total.sum())) },
	TotalStale:   (*maker).staleTotal,
	TotalTwice:   func(m *maker) bool { return m.slipTotal(plus(m.total.sum(), m.someScore(), 1)) },
	TotalLeftOut: func(m *maker) bool { return m.slipTotal(plus(m.total.sum(), m.someScore(), -1)) },
	HeaderTotal:  (*maker).headerTotal,
	Grade:        (*maker).wrongGrade,
	FundSum:      (*maker).fundSum,
	FundTotal:    func(m *maker) bool { return m.slipAmount(m.oneDigit(m.funds[0].adjusted)) },
	FundUnit: func(m *maker) bool {
		a := m.funds[0].adjusted
		return m.unit == "万元" && m.slipAmount(figure{a.units * 10000, a.places})
	},
	FundBlankTotal:  (*maker).blankTotal,
	ZeroBudget:      (*maker).zeroBudget,
	WeightSum:       (*maker).weightSum,
	SectionPoints:   (*maker).sectionPoints,
	ScoreOverWeight: (*maker).scoreOverWeight,
	MissingActual:   (*maker).missingActual,
	MissedFull:      (*maker).missedFull,
	NoReason:        (*maker).noReason,
}

func (m *maker) makeSlip() bool { return slips[m.kind](m) }

// has reports whether a layout prints what a kind of slip is made in; figures may still hide it.
func (l *layout) has(k Kind) bool {
	m := &maker{layout: l}
	switch k {
	case RateDenominator:
		return m.prints("initial_budget") && !l.pairs
	case RateHalfEven, RateFraction:
		return m.prints("execution_rate") && !(l.bareRate && k == RateFraction)
	case RateSource, RateCopied:
		return len(l.funds[0]) > 2
	case SourceRate:
		return len(l.funds[0]) > 1 && !l.bareRate
	case RateChained, ExecScore, ExecCeiling, ExecSwap:
		return l.budgetWeight > 0 && m.prints("score") && !l.ownScore
	case HeaderTotal:
		return l.mayGrade && l.totalAt == lastRow
	case Grade:
		return l.bands && (l.mayGrade || l.grade != nowhere)
	case FundSum, FundTotal, FundUnit:
		return l.lists
	case FundBlankTotal:
		return l.scored && !l.ownScore && len(l.funds[0]) > 1
	case ZeroBudget:
		return !l.ownScore && !l.derived
	case SectionPoints:
		return l.printPoints && m.listed("weight")
	case WeightSum:
		return l.totalAt != nowhereAtAll && m.listed("weight")
	case NoReason:
		return m.listed("deviation")
	case ScoreOverWeight:
		return l.scored && m.listed("weight")
	case MissedFull:
		return l.scored && m.listed("weight") && m.listed("actual")
	case MissingActual:
		return l.scored && m.listed("actual")
	case TotalScore, TotalDigit, TotalSwap, TotalStale, TotalTwice, TotalLeftOut:
		return l.scored
	}
	return true
}

// prints reports whether the money block has a column for an entry.
func (m *maker) prints(key string) bool {
	if m.layout.pairs {
		return key == "adjusted_budget" || key == "executed" || key == "execution_rate"
	}
	return slices.ContainsFunc(m.layout.money, func(c column) bool { return c.key == key })
}

func (m *maker) listed(key string) bool {
	return slices.ContainsFunc(m.layout.columns, func(c column) bool { return c.key == key })
}

// slipScore prints a wrong budget score; the total follows it or not.
func (m *maker) slipScore(wrong figure) bool {
	w := m.money.weight
	if w == 0 || !m.prints("score") || m.layout.ownScore || wrong.units < 0 || wrong.rat().Cmp(whole(w).rat()) > 0 ||
		!m.spanOf(m.funds[0]).times(w).misses(wrong) {
		return false
	}
	rate := new(big.Rat).Quo(figureOf(m.funds[0].text["execution_rate"]).rat(), big.NewRat(100, 1))
	if !(span{rate, rate}).times(w).misses(wrong) || wrong == round(times(m.share(), w), wrong.places, down) {
		return false // computed from the rate as printed, or cut off as a platform does
	}
	right := m.rightScore()
	if m.oneIn(2) {
		m.setBudgetScore(wrong)
	} else {
		m.setBudgetScore(right)
		m.funds[0].text["score"] = wrong.text()
	}
	m.slip = slipOf(m.kind, []fuhe.Field{scoreField, totalField}, right.text(), fuhe.Error)
	return true
}

func (m *maker) slipTotal(wrong figure) bool {
	right := m.total.sum()
	slack := big.NewRat(1, 1) // a budget score may go into the total unrounded
	if len(m.total.scores) > 0 {
		slack = new(big.Rat).SetFrac64(1, 2*power(figureOf(m.funds[0].text["score"]).places)) // as printed: 4.1 for 4.10
	}
	apart := new(big.Rat).Sub(wrong.rat(), right.rat())
	if !m.layout.scored || wrong.units <= 0 || apart.Sign() == 0 || m.money.weight > 0 && apart.Abs(apart).Cmp(slack) <= 0 {
		return false
	}
	m.total.score = wrong.text()
	if m.total.gradeAt != nowhere {
		m.total.grade = grade(wrong)
	}
	m.slip = slipOf(m.kind, []fuhe.Field{totalField, "/total/grade", "/header_total/score"}, right.text(), fuhe.Error)
	return true
}

// staleTotal is the total from before points were taken off one indicator.
func (m *maker) staleTotal() bool {
	for i := range m.indicators {
		if x := &m.indicators[i]; x.standing == missed && x.score.units > 0 {
			return m.slipTotal(plus(plus(m.total.sum(), x.weight, 1), x.score, -1))
		}
	}
	return false
}

func (m *maker) someScore() figure {
	if len(m.total.scores) == 0 {
		return whole(0)
	}
	return pick(m.rng, m.total.scores...)
}

func plus(a, b figure, way int64) figure {
	places := max(a.places, b.places)
	return figure{a.units*power(places-a.places) + way*b.units*power(places-b.places), places}
}

func (m *maker) headerTotal() bool {
	wrong, last := m.nudged(m.total.sum()), figureOf(m.total.score)
	if !m.total.header || !around(last, false).misses(wrong) {
		return false
	}
	m.headerScore = wrong.text()
	m.slip = slipOf(m.kind, []fuhe.Field{"/header_total/score", totalField}, "", fuhe.Error)
	return true
}

func (m *maker) wrongGrade() bool {
	if m.total.gradeAt == nowhere || !m.layout.bands {
		return false
	}
	right := m.total.grade
	if m.total.grade = pick(m.rng, "优", "良", "中", "差"); m.total.grade == right {
		return false
	}
	m.slip = slipOf(m.kind, []fuhe.Field{"/total/grade", totalField}, right, fuhe.Error)
	return true
}

// slipOf tells a slip that stands in the first of the fields.
func slipOf(k Kind, fields []fuhe.Field, right string, level fuhe.Severity) *Slip {
	return &Slip{Kind: k, Fields: fields, Right: right, Level: level}
}
