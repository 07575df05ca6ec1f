package score

import (
	"cmp"
	"math/big"
	"strings"

	"fuhe"
)

// The indicator tree: what each row scores against its weight, its target and its actual value.

var scoreOverWeight = &Rule{
	ID: "I301", Name: "score-over-weight", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "得分在0分至分值之间", EN: "a score lies between nothing and its weight"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "得分超过分值或为负数即报错；没有分值列而标题印有分数的，标题下得分之和不得超过该分数。",
		EN: "A score above its weight, or below nothing, is an error; where only headings print points, the scores under one may not add up to more.",
	},
	Check: checkScoreOverWeight,
}

func checkScoreOverWeight(p *Pass) {
	for i := range p.Report.Indicators {
		ind := &p.Report.Indicators[i]
		n, w := ind.Score.Number, ind.Weight.Number
		switch {
		case n == nil || p.repeats(i, colScore):
		case n.Value.Sign() < 0:
			p.report(fuhe.Finding{Field: fuhe.IndicatorField(i, "score"), Effect: p.effectOnTotal(new(big.Rat).Neg(value(n))), Message: p.say(saysScoreNegative, p.nameOf(i), ind.Score.Text)})
		case w != nil && n.Value.Cmp(w.Value) > 0 && !p.shared(i):
			p.report(fuhe.Finding{
				Field: fuhe.IndicatorField(i, "score"), Inputs: []fuhe.Field{fuhe.IndicatorField(i, "weight")}, Working: n.String() + " > " + w.String(),
				Effect:  p.effectOnTotal(new(big.Rat).Sub(value(w), value(n))),
				Message: p.say(saysScoreOverWeight, p.nameOf(i), ind.Score.Text, ind.Weight.Text),
			})
		}
	}
	for _, g := range p.groups() {
		checkGroupScores(p, g)
	}
}

// checkGroupScores: where weights are printed in the headings only, the scores under one may not exceed its points.
func checkGroupScores(p *Pass, g group) {
	if g.points == nil || len(p.weigh(g.rows).fields) > 0 {
		return
	}
	scored, inputs, parts := new(big.Rat), []fuhe.Field(nil), []string(nil)
	for _, i := range g.rows {
		n := p.Report.Indicators[i].Score.Number
		if n != nil && !p.repeats(i, colScore) {
			scored.Add(scored, value(n))
			inputs, parts = append(inputs, fuhe.IndicatorField(i, "score")), append(parts, plain(n))
		}
	}
	if scored.Cmp(g.points) <= 0 {
		return
	}
	field := fuhe.IndicatorField(g.rows[0], "level1")
	p.report(fuhe.Finding{
		Field: field, Inputs: inputs, Published: expanded(g.points, sumPlaces), Effect: p.effectOnTotal(new(big.Rat).Sub(g.points, scored)),
		Working: strings.Join(parts, " + ") + " = " + expanded(scored, sumPlaces),
		Message: p.say(saysGroupScores, p.cell(field).Text, expanded(g.points, sumPlaces), expanded(scored, sumPlaces)),
	})
}

// repeats reports whether the entry of row i is the same printed cell as that of the row above: a merged cell.
func (p *Pass) repeats(i, column int) bool {
	if i == 0 {
		return false
	}
	c := p.places.cells[p.places.indicator(i, column)]
	return c.Present() && c.At == p.places.cells[p.places.indicator(i-1, column)].At
}

// shared reports whether the score of row i is merged over several rows: then it is not this row's alone.
func (p *Pass) shared(i int) bool {
	return p.repeats(i, colScore) || i+1 < len(p.Report.Indicators) && p.repeats(i+1, colScore)
}

var metDeducted = &Rule{
	ID: "I302", Name: "met-deducted", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "达标而扣分，应说明原因", EN: "points deducted from a met target need a reason"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "定量目标已达标应得满分；扣分而原因栏空白的提示，需人工判断（也可能是超额过多的扣减）。表上没有原因栏的不提。",
		EN: "A quantitative target that is met earns all its points; a deduction with the column for reasons left blank is pointed out (it may be a mark-down for over-achievement). Silent where the form has no such column.",
	},
	Check: func(p *Pass) {
		for i, row := range p.rows {
			ind := &p.Report.Indicators[i]
			n, w := ind.Score.Number, ind.Weight.Number
			if row.standing != met || n == nil || w == nil || p.shared(i) {
				continue
			}
			if n.Value.Cmp(w.Value) == 0 {
				p.agreeIndicator(i)
			}
			if n.Value.Cmp(w.Value) >= 0 || n.Value.Sign() < 0 || !lacksReason(&ind.Deviation) {
				continue
			}
			p.report(fuhe.Finding{
				Field: fuhe.IndicatorField(i, "score"), Inputs: p.indicatorInputs(i),
				Effect:  p.effectOnTotal(new(big.Rat).Sub(value(w), value(n))),
				Message: p.say(saysMetDeducted, p.nameOf(i), ind.Target.Text, ind.Actual.Text, ind.Score.Text, ind.Weight.Text),
			})
		}
	},
}

func (p *Pass) indicatorInputs(i int) []fuhe.Field {
	return []fuhe.Field{fuhe.IndicatorField(i, "target"), fuhe.IndicatorField(i, "actual"), fuhe.IndicatorField(i, "weight")}
}

var missedFull = &Rule{
	ID: "I303", Name: "missed-full", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "定量目标未达标不应得满分", EN: "a missed quantitative target does not keep its full score"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "目标印有比较符号、与实际同单位、确未达标而得满分的提示，并给出按比例应得的分数。反向指标（≤）有两种公式，都给出。没有比较符号的不提。",
		EN: "Said where the target prints its comparison, target and actual share a unit, and the target is missed for sure; the proportional score is named. Reverse targets (≤) have two formulas: both are named. Silent without a comparison sign.",
	},
	Check: func(p *Pass) {
		for i := range p.rows {
			checkProportion(p, i, true)
		}
	},
}

var notInProportion = &Rule{
	ID: "I304", Name: "not-in-proportion", Severity: fuhe.Note,
	Title: fuhe.Phrase{ZH: "未达标的得分应与完成比例相当", EN: "a missed target scores in proportion"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "未达标且已扣分、但与按比例应得分不符的作提示；机器计分的表（profile platform）报错。按得分印出的小数位比较，反向指标两种公式合一即可。",
		EN: "A note where points were deducted, but not in proportion; an error on machine-scored forms (profile platform). Compared at the printed places; for reverse targets either formula will do.",
	},
	Check: func(p *Pass) {
		for i := range p.rows {
			checkProportion(p, i, false)
		}
	},
}

// checkProportion looks at the score of a missed target: kept in full (I303), or deducted out of proportion (I304).
func checkProportion(p *Pass, i int, full bool) {
	row, ind := p.rows[i], &p.Report.Indicators[i]
	n, w := ind.Score.Number, ind.Weight.Number
	if row.standing != missed || n == nil || w == nil || p.shared(i) || n.Value.Sign() < 0 || n.Value.Cmp(w.Value) > 0 || w.Value.Sign() <= 0 {
		return
	}
	if full != (n.Value.Cmp(w.Value) == 0) {
		return
	}
	options := row.proportions(p.Profile.Reverse)
	if len(options) == 0 {
		return
	}
	var named, working []string
	for _, o := range options {
		if claimed(n).meets(o.over.times(value(w))) {
			p.agreeIndicator(i)
			return
		}
		named = append(named, fixed(new(big.Rat).Mul(o.at, value(w)), max(n.Places, workingExtraPlaces)))
		working = append(working, proportionWorking(ind, o, w, n.Places))
	}
	f := fuhe.Finding{
		Field: fuhe.IndicatorField(i, "score"), Inputs: p.indicatorInputs(i), Working: strings.Join(working, "; "),
		Effect: p.effectOnTotal(new(big.Rat).Sub(new(big.Rat).Mul(options[0].at, value(w)), value(n))),
	}
	if len(options) == 1 {
		f.Recomputed = named[0]
	}
	message := saysNotInProportion
	if full {
		message = saysMissedFull
	} else if p.Profile.MachineScored {
		f.Severity = fuhe.Error
	}
	f.Message = p.say(message, p.nameOf(i), ind.Target.Text, ind.Actual.Text, ind.Score.Text, strings.Join(named, p.say(partOr)))
	p.report(f)
}

// proportionWorking is the working of what a missed target earns; "3次 > 0次" where nothing was to happen and did.
func proportionWorking(ind *fuhe.Indicator, o earned, w *fuhe.Number, places int32) string {
	weight := plain(w)
	actual, target := inOneUnit(ind)
	result := func(share *big.Rat) string {
		return " = " + expanded(new(big.Rat).Mul(share, value(w)), places+workingExtraPlaces)
	}
	switch {
	case ind.Target.Number.Value.Sign() == 0:
		return actual + " > " + target
	case o.below != nil:
		return "max(0, " + weight + " × (1 − (" + actual + " − " + target + ") ÷ " + target + ")" + result(o.below) + ")"
	case o.formula == Linear:
		return weight + " × (1 − (" + actual + " − " + target + ") ÷ " + target + ")" + result(o.at)
	case o.formula == Ratio:
		return weight + " × " + target + " ÷ " + actual + result(o.at)
	}
	return weight + " × " + actual + " ÷ " + target + result(o.at)
}

// inOneUnit writes actual and target for a working: a unit that the form says once stands behind both.
func inOneUnit(ind *fuhe.Indicator) (actual, target string) {
	x, t := ind.Actual.Number, ind.Target.Number
	return plain(x) + cmp.Or(x.Unit, t.Unit), plain(t) + cmp.Or(t.Unit, x.Unit)
}
