package rules

import (
	"math/big"
	"strings"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
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
		case n == nil || p.Repeats(i, figures.ColScore):
		case n.Value.Sign() < 0:
			p.report(fuhe.Finding{Field: fuhe.IndicatorField(i, "score"), Effect: p.EffectOnTotal(new(big.Rat).Neg(interval.Value(n))), Message: p.In(messageScoreNegative, p.NameOf(i), ind.Score.Text)})
		case w != nil && n.Value.Cmp(w.Value) > 0 && !p.Shared(i):
			p.report(fuhe.Finding{
				Field: fuhe.IndicatorField(i, "score"), Inputs: []fuhe.Field{fuhe.IndicatorField(i, "weight")}, Working: n.String() + " > " + w.String(),
				Effect:  p.EffectOnTotal(new(big.Rat).Sub(interval.Value(w), interval.Value(n))),
				Message: p.In(messageScoreOverWeight, p.NameOf(i), ind.Score.Text, ind.Weight.Text),
			})
		}
	}
	for _, g := range p.Groups() {
		checkGroupScores(p, g)
	}
}

// checkGroupScores: where weights are printed in the headings only, the scores under one may not exceed its points.
func checkGroupScores(p *Pass, g figures.Group) {
	if g.Points == nil || len(p.WeightsOf(g.Rows).Fields) > 0 {
		return
	}
	scored, inputs, parts := new(big.Rat), []fuhe.Field(nil), []string(nil)
	for _, i := range g.Rows {
		n := p.Report.Indicators[i].Score.Number
		if n != nil && !p.Repeats(i, figures.ColScore) {
			scored.Add(scored, interval.Value(n))
			inputs, parts = append(inputs, fuhe.IndicatorField(i, "score")), append(parts, interval.Plain(n))
		}
	}
	if scored.Cmp(g.Points) <= 0 {
		return
	}
	field := fuhe.IndicatorField(g.Rows[0], "level1")
	p.report(fuhe.Finding{
		Field: field, Inputs: inputs, Published: interval.Expanded(g.Points, interval.SumPlaces), Effect: p.EffectOnTotal(new(big.Rat).Sub(g.Points, scored)),
		Working: strings.Join(parts, " + ") + " = " + interval.Expanded(scored, interval.SumPlaces),
		Message: p.In(messageGroupScores, p.Cell(field).Text, interval.Expanded(g.Points, interval.SumPlaces), interval.Expanded(scored, interval.SumPlaces)),
	})
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
		for i, row := range p.Comparisons {
			ind := &p.Report.Indicators[i]
			n, w := ind.Score.Number, ind.Weight.Number
			if row.Standing != figures.Met || n == nil || w == nil || p.Shared(i) {
				continue
			}
			if n.Value.Cmp(w.Value) == 0 {
				p.agreeIndicator(i)
			}
			if n.Value.Cmp(w.Value) >= 0 || n.Value.Sign() < 0 || !lacksReason(&ind.Deviation) {
				continue
			}
			p.report(fuhe.Finding{
				Field: fuhe.IndicatorField(i, "score"), Inputs: p.IndicatorInputs(i),
				Effect:  p.EffectOnTotal(new(big.Rat).Sub(interval.Value(w), interval.Value(n))),
				Message: p.In(messageMetDeducted, p.NameOf(i), ind.Target.Text, ind.Actual.Text, ind.Score.Text, ind.Weight.Text),
			})
		}
	},
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
		for i := range p.Comparisons {
			checkProportion(p, i, true)
		}
	},
}

var NotInProportion = &Rule{
	ID: "I304", Name: "not-in-proportion", Severity: fuhe.Note,
	Title: fuhe.Phrase{ZH: "未达标的得分应与完成比例相当", EN: "a missed target scores in proportion"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "未达标且已扣分、但与按比例应得分不符的作提示；机器计分的表（profile platform）报错。按得分印出的小数位比较，反向指标两种公式合一即可。",
		EN: "A note where points were deducted, but not in proportion; an error on machine-scored forms (profile platform). Compared at the printed places; for reverse targets either formula will do.",
	},
	Check: func(p *Pass) {
		for i := range p.Comparisons {
			checkProportion(p, i, false)
		}
	},
}

// checkProportion looks at the score of a missed target: kept in full (I303), or deducted out of proportion (I304).
func checkProportion(p *Pass, i int, full bool) {
	ind := &p.Report.Indicators[i]
	n, w := ind.Score.Number, ind.Weight.Number
	if n == nil || w == nil || n.Value.Sign() < 0 || n.Value.Cmp(w.Value) > 0 || full != n.Value.Equal(w.Value) {
		return
	}
	options := p.Proportions(i)
	if len(options) == 0 {
		return
	}
	var named, working []string
	for k := range options {
		o := &options[k]
		if interval.Claimed(n).Meets(o.Span) {
			p.agreeIndicator(i)
			return
		}
		named = append(named, interval.Fixed(o.Exact, max(n.Places, interval.WorkingPlaces)))
		working = append(working, o.Working())
	}
	f := fuhe.Finding{
		Field: options[0].Field, Inputs: options[0].From, Working: strings.Join(working, "; "),
		Effect: p.EffectOnTotal(new(big.Rat).Sub(options[0].Exact, interval.Value(n))),
	}
	if len(options) == 1 {
		f.Recomputed = named[0]
	}
	message := messageNotInProportion
	if full {
		message = messageMissedFull
	} else if p.Profile.MachineScored {
		f.Severity = fuhe.Error
	}
	f.Message = p.In(message, p.NameOf(i), ind.Target.Text, ind.Actual.Text, ind.Score.Text, strings.Join(named, p.In(partOr)))
	p.report(f)
}
