package correct

import (
	"math/big"
	"slices"

	"fuhe"
	"fuhe/score/cause"
	"fuhe/score/figures"
	"fuhe/score/interval"
	"fuhe/score/rules"
)

// What a right value would follow from may be contradicted itself: two slips on a form explain each other, and none of them is
// put right by the other.

// contradicted reports whether an amount that the rate of a row follows from is contradicted itself: then what the rate, and an
// entry that follows from it, should be is not known.
func (c *correcting) contradicted(row int, entry fuhe.Field) bool {
	if s := c.brokenSum(row); s != nil {
		c.keep(entry, keptAmounts, c.Label(s.Total.Field))
		return true
	}
	if c.VouchedBySource(row) {
		c.keep(entry, keptOtherRow)
		return true
	}
	return false
}

// brokenSum is a sum of sources that an amount of a row is part of and that nothing decides; nil for none.
func (c *correcting) brokenSum(row int) *figures.Sum {
	for i := range c.Sums {
		s := &c.Sums[i]
		if s.State != figures.SumBroken || s.Total.Field.Key() == "initial_budget" && c.Funds[row].Denominator().Field != s.Total.Field {
			continue
		}
		if row == 0 && s.VouchedBy == figures.ByNeither || row > 0 && s.Located == 0 {
			return s
		}
	}
	return nil
}

// accused reports whether an error speaks of a weight: at it, or at a sum of weights that it is a part of.
func (c *correcting) accused(weight fuhe.Field) bool {
	return slices.ContainsFunc(c.found.Findings, func(f fuhe.Finding) bool {
		return f.Severity == fuhe.Error && (f.Field == weight || f.Rule[0] == rules.WeightSum.ID[0] && slices.Contains(f.Inputs, weight))
	})
}

// doubtedWeight reports whether the points of budget execution, which its score would follow from, are not known: weights that do
// not add up, or a blank weight that only the other weights leave.
func (c *correcting) doubtedWeight(entry fuhe.Field) bool {
	switch {
	case c.WeightSlip() != nil:
		return false
	case (c.accused(fuhe.FundField(0, "weight")) || c.shortOfHundred()) && !c.locatedWeight():
		c.keep(entry, keptWeights)
		return true
	case c.WeightImplied() && !c.FollowsCorrection() && !c.leavesTen():
		c.keep(entry, keptImplied)
		return true
	case c.rightOfHundred():
		c.keep(entry, keptOfHundred)
		return true
	}
	return false
}

// rightOfHundred reports whether the budget score would be right by the weight with which all weights are a hundred, where they add up to
// a total weight that is none: weight and total weight may be wrong together.
func (c *correcting) rightOfHundred() bool {
	b, ok := c.BudgetScore()
	total, rate := c.Cell(figures.TotalWeight).Number, c.Rate(0)
	if !ok || total == nil || total.Unit != "" || !rate.Computed() {
		return false
	}
	weight := interval.Add(b.Weight, interval.Sub(figures.FullPoints, interval.Value(total)))
	if weight.Sign() <= 0 || interval.Compare(weight, b.Weight) == 0 {
		return false
	}
	return interval.Claimed(b.Printed).Meets(rate.Span.Times(weight).AtMost(weight))
}

// shortOfHundred reports whether no total weight is printed and the weights are less than a hundred: one of them may be wrong.
func (c *correcting) shortOfHundred() bool {
	return slices.ContainsFunc(c.found.Findings, func(f fuhe.Finding) bool { return f.Rule == rules.WeightSum.ID && f.Field == figures.TotalScore })
}

// locatedWeight reports whether the one wrong weight is known to be that of an indicator.
func (c *correcting) locatedWeight() bool {
	return slices.ContainsFunc(c.found.Findings, func(f fuhe.Finding) bool {
		return f.Severity == fuhe.Error && f.Rule == rules.WeightSum.ID && f.Field.Row() >= 0 && f.Field != fuhe.FundField(0, "weight")
	})
}

// leavesTen reports whether the weights printed leave ten of a hundred points for budget execution, as nearly everywhere.
func (c *correcting) leavesTen() bool {
	w, ok := c.BudgetWeight()
	return ok && c.OutOfHundred() && interval.Compare(w, tenPoints) == 0
}

// doubtedRate reports whether the score would follow from the printed rate alone, no amounts telling whether that is right: where
// the amounts of the annual total are blank while its sources print theirs, or where the total was not added up with another score.
func (c *correcting) doubtedRate(entry fuhe.Field) bool {
	switch {
	case c.Rate(0).Computed():
		return false
	case c.accusesAmounts():
		c.keep(entry, keptRateAlone)
		return true
	case c.FollowsCorrection():
		return false
	}
	c.keep(entry, keptRateOrScore)
	return true
}

// accusesAmounts reports whether an error stands at an amount of the annual total.
func (c *correcting) accusesAmounts() bool {
	return slices.ContainsFunc(c.found.Findings, func(f fuhe.Finding) bool {
		return f.Severity == fuhe.Error && (f.Field == fuhe.FundField(0, "adjusted_budget") || f.Field == fuhe.FundField(0, "executed"))
	})
}

// doubtedPart reports whether a score that the total would be added up from is contradicted and not corrected, or cannot be
// checked where something beside it is wrong: then the sum is not known.
func (c *correcting) doubtedPart(wrong bool, s *figures.Scores) bool {
	for _, f := range s.Fields {
		if _, changed := c.changed[f]; !changed && slices.ContainsFunc(c.found.Findings, func(x fuhe.Finding) bool { return x.Field == f && x.Severity == fuhe.Error }) {
			c.keep(figures.TotalScore, keptPart, c.Label(f))
			return true
		}
	}
	if !wrong {
		return false
	}
	if slices.ContainsFunc(c.found.Findings, func(f fuhe.Finding) bool { return f.Severity == fuhe.Error && f.Rule == rules.WeightSum.ID }) {
		c.keep(figures.TotalScore, keptWeights)
		return true
	}
	b, ok := c.BudgetScore()
	switch {
	case s.Budget == nil:
		return false
	case c.ownBudgetScore() || !c.budgetKnown(&b, ok):
		c.keep(figures.TotalScore, keptPart, c.Label(fuhe.FundField(0, "score")))
		return true
	case ok && b.Holds() && b.OtherHolds():
		c.keep(figures.TotalScore, keptOtherScore)
		return true
	}
	return false
}

// doubtedSum reports whether the sum holds a score that its own row speaks against, and the printed total does not vouch for it: the
// total would have to be that sum but for a slip of the pen, and not just as well the sum with another score in that row.
func (c *correcting) doubtedSum(sum *big.Rat) bool {
	total := c.Cell(figures.TotalScore).Number
	for _, row := range c.doubtedRows() {
		printed := interval.Value(c.Report.Indicators[row].Score.Number)
		otherwise := slices.ContainsFunc(c.OwedScores(row), func(owed *big.Rat) bool {
			return cause.IsSlip(total, interval.Add(sum, interval.Sub(owed, printed)))
		})
		if otherwise || !cause.IsSlip(total, sum) {
			c.keep(figures.TotalScore, keptDoubted, c.NameOf(row))
			return true
		}
	}
	return false
}

// doubtedRows are the rows whose scores go into the total as printed although their own targets or words speak against them.
func (c *correcting) doubtedRows() (rows []int) {
	for i := range c.Report.Indicators {
		score, reason := fuhe.IndicatorField(i, "score"), fuhe.IndicatorField(i, "deviation")
		if _, changed := c.changed[score]; changed || c.Report.Indicators[i].Score.Number == nil || c.Repeats(i, figures.ColScore) {
			continue
		}
		owes := len(c.OwedScores(i)) > 0
		if slices.ContainsFunc(c.found.Findings, func(f fuhe.Finding) bool {
			return f.Field == score && (f.Rule == rules.OutsideTier.ID || owes && againstScore[f.Rule]) || f.Field == reason && owes && f.Rule == rules.NoReason.ID
		}) {
			rows = append(rows, i)
		}
	}
	return rows
}

// againstScore are the rules that hold a score against the target and the actual value of its row.
var againstScore = map[string]bool{rules.MetDeducted.ID: true, rules.MissedFull.ID: true, rules.NotInProportion.ID: true}

// ownBudgetScore reports whether the budget score follows a formula that the form does not print: nothing tells whether it is right.
func (c *correcting) ownBudgetScore() bool { return c.Profile.OwnScore && c.Scores().Budget != nil }

// budgetKnown reports whether the budget score may be added up: it is right, it is corrected, or nothing near it is wrong.
func (c *correcting) budgetKnown(b *figures.BudgetScore, ok bool) bool {
	if _, changed := c.changed[fuhe.FundField(0, "score")]; changed || ok && b.Holds() && c.Rate(0).Computed() && c.brokenSum(0) == nil {
		return true
	}
	unweighed := !ok && c.Report.Funds[0].Weight.Number == nil && c.Rate(0).Computed()
	return !c.accusesAmounts() && !unweighed
}

// tenPoints are what budget execution weighs nearly everywhere.
var tenPoints = big.NewRat(10, 1)
