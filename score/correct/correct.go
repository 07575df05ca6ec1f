// Package correct derives the right values of the derived entries that are wrong: figures, and what the rules found on them,
// go in; corrections come out, each with its working and its formula. It computes nothing that figures do not.
package correct

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
	"fuhe/score/rules"
)

// Derive gives the corrected values of the derived entries that are wrong, in the order in which they follow from each
// other: rate, budget score, indicator scores where a machine scores them, total, grade. Amounts, targets, actual values and
// weights are never touched. A form on which all derived entries are right has no corrections.
func Derive(f *figures.Figures, found rules.Result) []fuhe.Correction { return derive(f, found).out }

func derive(f *figures.Figures, found rules.Result) *correcting {
	c := &correcting{Figures: f, found: found, changed: make(map[fuhe.Field]*big.Rat), kept: make(map[fuhe.Field]string)}
	c.rates()
	c.budget()
	c.indicators()
	c.total()
	c.header()
	c.grade()
	return c
}

// correcting is figures whose wrong derived entries are replaced, one after the other.
type correcting struct {
	*figures.Figures
	found   rules.Result
	changed map[fuhe.Field]*big.Rat // corrected values, rounded as printed
	sum     *big.Rat                // of the scores, corrected ones as corrected; nil where one is missing
	out     []fuhe.Correction
	kept    map[fuhe.Field]string // why an entry that is contradicted stays
}

// corrected is the value of an entry and how it follows.
type corrected struct {
	value            *big.Rat
	places           int32
	working, formula string
	because          string
}

// correct adds a correction of a figure.
func (c *correcting) correct(f fuhe.Field, rule *rules.Rule, to corrected) {
	published := *c.Cell(f)
	n := *published.Number
	n.Places = to.places
	n.Value = interval.Decimal(to.value, to.places)
	c.changed[f] = interval.Rat(n.Value)
	c.out = append(c.out, fuhe.Correction{
		Field: f, Rule: rule.ID, Published: published,
		Corrected: fuhe.Cell{Text: n.String() + n.Unit, Number: &n, At: published.At},
		Working:   to.working, Formula: to.formula, Because: to.because,
	})
}

// rates corrects every printed rate that is not its own executed ÷ budget.
func (c *correcting) rates() {
	for i := range c.Funds {
		r, rule := c.Rate(i), rules.ExecutionRate
		if i > 0 {
			rule = rules.SourceRate
		}
		if f := c.found.Error(r.Field, rule); f != nil && r.Computed() && r.Printed != nil && !c.contradicted(i, r.Field) && !c.otherAmount(i, r.Share, r.Field) {
			c.correct(r.Field, rule, corrected{r.Exact, r.Printed.Places, f.Working, r.Formula(), f.Message})
		}
	}
}

// budget corrects the budget score.
func (c *correcting) budget() {
	f := c.found.Error(fuhe.FundField(0, "score"), rules.BudgetScore)
	if f == nil {
		return
	}
	b, ok := c.BudgetScore()
	switch {
	case !ok:
		return
	case b.Scale != nil:
		c.keep(b.Field, keptScale)
		return
	case c.contradicted(0, b.Field), c.doubtedWeight(b.Field), c.doubtedRate(b.Field), c.doubtedAmount(&b):
		return
	case b.Undecided():
		c.keep(b.Field, keptOtherScore)
		return
	}
	if sums, _ := c.SumsSources(b.Printed); sums {
		c.keep(b.Field, keptSourceScores)
		return
	}
	if dealt := b.Dealt(); dealt != nil {
		c.keep(b.Field, keptDealt, shown(dealt))
		return
	}
	right := b.Right()
	c.correct(b.Field, rules.BudgetScore, corrected{right.Value, right.Places, f.Working, b.Formula(), f.Message})
}

// indicators corrects the scores of missed targets where the profile says that a machine scores them.
func (c *correcting) indicators() {
	if !c.Profile.MachineScored {
		return
	}
	for i := range c.Comparisons {
		f := c.found.Error(fuhe.IndicatorField(i, "score"), rules.NotInProportion)
		if f == nil {
			continue
		}
		options := c.Proportions(i)
		switch {
		case len(options) != 1:
			c.keep(f.Field, keptTwoFormulas)
			continue
		case c.accused(fuhe.IndicatorField(i, "weight")):
			c.keep(f.Field, keptWeight)
			continue
		}
		p := &options[0]
		places := max(p.Printed.Places, scorePlaces)
		if x := c.ScoreSlip(); x != nil && x.Row == i {
			if places = interval.Ends(x.Right, interval.SumPlaces); interval.Compare(interval.RoundHalfUp(p.Exact, places), x.Right) != 0 {
				c.keep(f.Field, keptOtherScore)
				continue
			}
		}
		c.correct(p.Field, rules.NotInProportion, corrected{p.Exact, places, f.Working, p.Formula(places), f.Message})
	}
}

// total corrects the total to the sum of the scores, corrected ones taken as corrected.
func (c *correcting) total() {
	n, s := c.Cell(figures.TotalScore).Number, c.Scores()
	if len(s.Missing) > 0 {
		c.keep(figures.TotalScore, keptMissing)
	}
	if n == nil || len(s.Missing) > 0 || len(s.Fields) == 0 || len(c.Report.Indicators) == 0 {
		return
	}
	sum, anyChanged := new(big.Rat), false
	refs, parts := make([]string, len(s.Fields)), make([]string, len(s.Fields))
	for i, f := range s.Fields {
		v, changed := c.changed[f]
		if !changed {
			v = interval.Value(c.Cell(f).Number)
		}
		anyChanged = anyChanged || changed
		refs[i] = figures.Ref(f)
		if slices.Contains(s.Off, f) {
			v, refs[i] = new(big.Rat).Neg(v), "-"+refs[i]
		}
		sum = interval.Add(sum, v)
		parts[i] = interval.Expanded(v, interval.SumPlaces)
	}
	c.sum = sum
	wrong := c.found.Error(figures.TotalScore, rules.TotalScore) != nil
	if !wrong && !anyChanged || wrong && c.explained() || c.untold(wrong, sum, &s) || c.TotalRemark() != "" ||
		interval.CompareNumber(n, sum) == 0 || !wrong && c.unroundedHolds(n, sum) {
		return
	}
	places := max(n.Places, s.Places, interval.Ends(sum, interval.SumPlaces))
	c.correct(figures.TotalScore, rules.TotalScore, corrected{
		sum, places,
		strings.Join(parts, " + ") + " = " + interval.Expanded(sum, interval.SumPlaces),
		"ROUND(" + strings.Join(refs, "+") + "," + strconv.Itoa(int(places)) + ")",
		c.In(rules.MessageTotal, c.Cell(figures.TotalScore).Text, interval.Fixed(sum, places)+n.Unit) + c.following(s.Fields) + c.counting(),
	})
}

// explained reports whether scores that their own rows contradict, or that another permitted reading of them makes others, are
// those that a wrong total was added up from: then it may be right as printed.
func (c *correcting) explained() bool {
	total := c.Cell(figures.TotalScore).Text
	if x := c.ScoreSlip(); x != nil {
		c.keep(figures.TotalScore, keptRow, c.NameOf(x.Row))
		return true
	}
	if x := c.otherRow(); x != nil {
		c.keep(figures.TotalScore, keptReadings, c.NameOf(x.Row), shown(x.Right), total)
		return true
	}
	if len(c.Scores().Off) > 0 {
		c.keep(figures.TotalScore, keptSign)
		return true
	}
	pair := c.TwoScores()
	if pair != nil {
		c.keep(figures.TotalScore, keptTwoRows, c.NameOf(pair[0].Row), shown(pair[0].Right), c.NameOf(pair[1].Row), shown(pair[1].Right), total)
	}
	return pair != nil
}

// untold reports whether something speaks against the sum: a score in it that is not known, or more than can be earned.
func (c *correcting) untold(wrong bool, sum *big.Rat, s *figures.Scores) bool {
	most := figures.FullPoints
	if n := c.Cell(figures.TotalWeight).Number; n != nil {
		most = interval.Value(n)
	}
	switch {
	case c.doubtedPart(wrong, s), wrong && c.doubtedSum(sum):
	case c.AnyOverWeight():
		c.keep(figures.TotalScore, keptOverWeight)
	case interval.Compare(sum, most) > 0:
		c.keep(figures.TotalScore, keptAboveAll, shown(sum), shown(most))
	default:
		return false
	}
	return true
}

// shown are points as a message names them.
func shown(points *big.Rat) string { return interval.Expanded(points, interval.SumPlaces) }

// otherRow is a row with whose score another than printed the total is right; nil for none.
func (c *correcting) otherRow() *figures.RowSlip {
	if x := c.OtherReading(); x != nil {
		return x
	}
	return c.OtherScore(c.offTier, rules.InTier(c.Figures))
}

// offTier reports whether the score of a row lies outside the tier that its words name.
func (c *correcting) offTier(row int) bool {
	field := fuhe.IndicatorField(row, "score")
	return slices.ContainsFunc(c.found.Findings, func(f fuhe.Finding) bool { return f.Field == field && f.Rule == rules.OutsideTier.ID })
}

// following names the entries that another one is made of and that were corrected before it: the trail of a correction.
func (c *correcting) following(from []fuhe.Field) string {
	trail := ""
	for _, f := range from {
		if v, changed := c.changed[f]; changed {
			trail += c.In(also) + c.In(becauseFollows, c.Label(f), interval.Expanded(v, interval.SumPlaces))
		}
	}
	return trail
}

// counting says which rows a total counts as they are printed although something is said against their scores.
func (c *correcting) counting() string {
	switch rows := c.doubtedRows(); len(rows) {
	case 0:
		return ""
	case 1:
		return c.In(also) + c.In(becauseCounts, c.NameOf(rows[0]))
	default:
		return c.In(also) + c.In(becauseCountsSome, c.NameOf(rows[0]), strconv.Itoa(len(rows)))
	}
}

// unroundedHolds reports whether a total is right with the corrected budget score taken unrounded.
func (c *correcting) unroundedHolds(n *fuhe.Number, sum *big.Rat) bool {
	b, ok := c.BudgetScore()
	rounded, changed := c.changed[fuhe.FundField(0, "score")]
	return ok && changed && b.Within(n, interval.Sub(sum, rounded))
}
