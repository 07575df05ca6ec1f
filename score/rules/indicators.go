package rules

import (
	"math/big"
	"strings"

	"fuhe"
	"fuhe/score/cause"
	"fuhe/score/figures"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// The indicator tree: what each row scores against its weight, its target and its actual value.

var scoreOverWeight = &Rule{
	ID: "I301", Name: "score-over-weight", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "得分在0分至分值之间", EN: "a score lies between nothing and its weight"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "得分超过分值或为负数即报错，扣分项除外；按总分能定出该行得分的，写明应为多少；扣分项未印负号的，总分已按扣分计的作提示，总分把它加进去的作警告，另有扣分项印了负号的按总分报错；一个分值合并数行的，各行得分之和不得超过它；没有分值列而标题印有分数的，标题下得分之和不得超过该分数；预算执行得分无从复算的，也在此比较。",
		EN: "A score above its weight, or below nothing, is an error, but for rows that take points off; where the total tells what it should be, that is named; a row that takes points off without a minus is a note where the total takes it off, a warning where the total adds it, and an error by the total where other such rows have their minus; rows that share one merged weight may not score more together; where only headings print points, the scores under one may not add up to more; a budget score that cannot be recomputed is held against its weight here.",
	},
	Check: checkScoreOverWeight,
}

func checkScoreOverWeight(p *Pass) {
	p.checkBudgetOverWeight()
	for i := range p.Report.Indicators {
		ind := &p.Report.Indicators[i]
		n, w := ind.Score.Number, ind.Weight.Number
		switch {
		case n == nil || p.Repeats(i, figures.ColScore):
		case figures.Deducts(ind):
			p.checkDeduction(i)
		case n.Value.Sign() < 0:
			p.report(fuhe.Finding{Field: fuhe.IndicatorField(i, "score"), Effect: p.EffectOnTotal(new(big.Rat).Neg(interval.Value(n))), Message: p.In(messageScoreNegative, p.NameOf(i), ind.Score.Text)})
		case w != nil && n.Value.Cmp(w.Value) > 0 && !p.ScoreShared(i):
			f := fuhe.Finding{
				Field: fuhe.IndicatorField(i, "score"), Inputs: []fuhe.Field{fuhe.IndicatorField(i, "weight")}, Working: n.String() + " > " + w.String(),
				Effect:  p.EffectOnTotal(interval.Sub(interval.Value(w), interval.Value(n))),
				Message: p.In(messageScoreOverWeight, p.NameOf(i), ind.Score.Text, ind.Weight.Text),
			}
			p.byTotal(&f, i)
			p.report(f)
		case p.WeightShared(i) && !p.Repeats(i, figures.ColWeight):
			p.checkSharedWeight(i)
		}
	}
	for _, g := range p.Groups() {
		checkGroupScores(p, g)
	}
}

// checkSharedWeight: rows between which one weight is dealt out score no more than it together.
func (p *Pass) checkSharedWeight(first int) {
	w := &p.Report.Indicators[first].Weight
	sum, inputs, parts := new(big.Rat), []fuhe.Field{fuhe.IndicatorField(first, "weight")}, []string(nil)
	for i := first; i < len(p.Report.Indicators) && (i == first || p.Repeats(i, figures.ColWeight)); i++ {
		n := p.Report.Indicators[i].Score.Number
		if n == nil || i > first && p.Repeats(i, figures.ColScore) {
			continue
		}
		sum = interval.Add(sum, interval.Value(n))
		inputs, parts = append(inputs, fuhe.IndicatorField(i, "score")), append(parts, interval.Plain(n))
	}
	if w.Number == nil || len(parts) < 2 || interval.Compare(sum, interval.Value(w.Number)) <= 0 {
		return
	}
	shown := interval.Expanded(sum, interval.SumPlaces)
	p.report(fuhe.Finding{
		Field: fuhe.IndicatorField(first, "score"), Inputs: inputs, Working: strings.Join(parts, " + ") + " = " + shown + " > " + w.Number.String(),
		Effect:  p.EffectOnTotal(interval.Sub(interval.Value(w.Number), sum)),
		Message: p.In(messageScoreOverWeight, p.NameOf(first), shown, w.Text),
	})
}

// byTotal says what a score should be where the total and its own row say so: then it is the error, and the total is right.
func (p *Pass) byTotal(f *fuhe.Finding, i int) bool {
	if !p.slipsAt(i) {
		return false
	}
	x, ind := p.ScoreSlip(), &p.Report.Indicators[i]
	f.Severity, f.Effect = fuhe.Error, fuhe.ScoreEffect
	f.Recomputed = interval.Fixed(x.Right, max(ind.Score.Number.Places, interval.Ends(x.Right, interval.SumPlaces))) + ind.Score.Number.Unit
	explain(f, cause.OfScore(p.Figures, x))
	f.Message = p.In(messageScoreByTotal, f.Message, p.Cell(figures.TotalScore).Text, f.Recomputed)
	return true
}

// slipsAt reports whether the total speaks against the score of a row.
func (p *Pass) slipsAt(i int) bool {
	x := p.ScoreSlip()
	return x != nil && x.Row == i && !x.Twice
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
			scored = interval.Add(scored, interval.Value(n))
			inputs, parts = append(inputs, fuhe.IndicatorField(i, "score")), append(parts, interval.Plain(n))
		}
	}
	if interval.Compare(scored, g.Points) <= 0 {
		return
	}
	field := fuhe.IndicatorField(g.Rows[0], "level1")
	p.report(fuhe.Finding{
		Field: field, Inputs: inputs, Published: interval.Expanded(g.Points, interval.SumPlaces), Effect: p.EffectOnTotal(interval.Sub(g.Points, scored)),
		Working: strings.Join(parts, " + ") + " = " + interval.Expanded(scored, interval.SumPlaces),
		Message: p.In(messageGroupScores, p.Cell(field).Text, interval.Expanded(g.Points, interval.SumPlaces), interval.Expanded(scored, interval.SumPlaces)),
	})
}

var MetDeducted = &Rule{
	ID: "I302", Name: "met-deducted", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "达标而扣分，应说明原因", EN: "points deducted from a met target need a reason"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "定量目标已达标应得满分；扣分而原因栏空白、或只写“完成”“已完成”之类的提示，需人工判断（也可能是超额过多的扣减）；定性目标原样照录为实际的同此。得0分的、反向指标按实际÷目标计分的，写了原因也提示。总分表明该行应得满分的报错。加分项没有“应得满分”，不提；表上没有原因栏的不提；资金未执行、上限类指标实际为0（项目未实施）的不提。",
		EN: "A quantitative target that is met earns all its points; a deduction with the column for reasons left blank, or saying 完成 or the like, is pointed out (it may be a mark-down for over-achievement); so is one from a target in words that the actual value repeats. A score of nothing, and one by actual ÷ target of a target that is met from below, are pointed out whatever the reason. Where the total says that the row earned all its points it is an error. Silent for points on top (加分项), which nobody has to earn in full, where the form has no such column, and where nothing was executed and an upper bound was kept by an actual value of 0.",
	},
	Check: func(p *Pass) {
		for i := range p.Comparisons {
			checkMet(p, i)
		}
	},
}

// checkMet looks at the points taken off a target that is met, or that the total says were not taken off.
func checkMet(p *Pass, i int) {
	ind := &p.Report.Indicators[i]
	n, w := ind.Score.Number, ind.Weight.Number
	bySum := p.slipsAt(i) && p.Comparisons[i].Standing != figures.Missed
	isMet := p.Comparisons[i].Standing == figures.Met || p.sameWords(i)
	if !isMet && !bySum || n == nil || w == nil || p.Shared(i) {
		return
	}
	if n.Value.Equal(w.Value) && p.Comparisons[i].Standing == figures.Met {
		p.agreeIndicator(i)
	}
	if n.Value.Cmp(w.Value) >= 0 || n.Value.Sign() < 0 || p.markedDown(i) || figures.Bonus(ind) {
		return
	}
	message := messageMetDeducted
	switch {
	case p.notBegun(i) && !p.slipsAt(i):
		return
	case p.scoredForward(i):
		message = messageForward
	case lacksReason(&ind.Deviation):
	case n.Value.Sign() == 0 && p.Comparisons[i].Standing == figures.Met:
		message = messageMetNothing
	default:
		return
	}
	f := fuhe.Finding{
		Field: fuhe.IndicatorField(i, "score"), Inputs: p.IndicatorInputs(i),
		Effect:  p.EffectOnTotal(interval.Sub(interval.Value(w), interval.Value(n))),
		Message: p.In(message, p.NameOf(i), ind.Target.Text, ind.Actual.Text, ind.Score.Text, ind.Weight.Text),
	}
	p.byTotal(&f, i)
	p.report(f)
}

// notBegun reports whether a bound was kept because nothing was done: nothing was executed, and its actual value is 0. Whether that
// earns points is for the unit to say.
func (p *Pass) notBegun(i int) bool {
	row := &p.Comparisons[i]
	return len(p.Funds) > 0 && p.Funds[0].Executed.Zero() && figures.Downward(row.Sign) && row.Actual != nil && row.Actual.Sign() == 0
}

// sameWords reports whether the actual value repeats a target in words.
func (p *Pass) sameWords(i int) bool {
	ind := &p.Report.Indicators[i]
	return ind.Target.Number == nil && ind.Target.Text != "" && text.Squeeze(ind.Target.Text) == text.Squeeze(ind.Actual.Text)
}

// scoredForward reports whether a target that is met by staying below is scored as if more were better: w × X ÷ T.
func (p *Pass) scoredForward(i int) bool {
	row, ind := &p.Comparisons[i], &p.Report.Indicators[i]
	if row.Standing != figures.Met || !figures.Downward(row.Sign) || row.Target.Sign() <= 0 || row.Actual.Sign() <= 0 {
		return false
	}
	forward := interval.Quo(row.Actual, row.Target)
	return interval.Claimed(ind.Score.Number).Meets(interval.Exactly(forward.Mul(forward, interval.Value(ind.Weight.Number))))
}

var MissedFull = &Rule{
	ID: "I303", Name: "missed-full", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "定量目标未达标不应得满分", EN: "a missed quantitative target does not keep its full score"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "目标印有比较符号、与实际同单位、确未达标而得满分的提示，并给出按比例应得的分数。反向指标（≤）有两种公式，都给出。没有比较符号而低于目标的作提示，名称只能是“不低于”的（满意度、合格率、及时率、覆盖率、完成率等）照常警告；成本、时限一类和大于100%的百分数不提。期限（12月底、2022.12.31、第三季度）确已逾期（次年1月）而得满分的提示；提前的算达标，“完成时间”一类印作等于（=30天）的同此。同一种量的单位（万人与人、公顷与亩、公里与米）会换算。",
		EN: "Said where the target prints its comparison, target and actual share a unit, and the target is missed for sure; the proportional score is named. Reverse targets (≤) have two formulas: both are named. Below a target without a sign it is a note, and a warning for names that can only mean at least (satisfaction, rates of passing, of coverage, of completion); costs, terms and percentages above 100 are left alone. A deadline (12月底, 2022.12.31, 第三季度) that was not kept for sure (次年1月) is a warning; sooner is in time, also where a time to be done in is printed as equal to (=30天). Units of one quantity are converted (万人 and 人, 公顷 and 亩, 公里 and 米).",
	},
	Check: func(p *Pass) {
		for i := range p.Comparisons {
			checkProportion(p, i, true)
			checkLate(p, i)
		}
	},
}

var NotInProportion = &Rule{
	ID: "I304", Name: "not-in-proportion", Severity: fuhe.Note,
	Title: fuhe.Phrase{ZH: "未达标的得分应与完成比例相当", EN: "a missed target scores in proportion"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "未达标且已扣分、但与按比例应得分不符的作提示；机器计分的表（评分规则 platform）报错，总分表明该行得分写错的也报错，并写明应为多少。按得分印出的小数位比较，反向指标两种公式合一即可。",
		EN: "A note where points were deducted, but not in proportion; an error on machine-scored forms (profile platform), and where the total tells that this row is the slip: then the right score is named. Compared at the printed places; for reverse targets either formula will do.",
	},
	Check: func(p *Pass) {
		for i := range p.Comparisons {
			checkProportion(p, i, false)
		}
	},
}

// checkLate looks at a deadline that was not kept and keeps its full score.
func checkLate(p *Pass, i int) {
	ind := &p.Report.Indicators[i]
	n, w := ind.Score.Number, ind.Weight.Number
	if !p.Comparisons[i].Late || n == nil || w == nil || p.Shared(i) || !n.Value.Equal(w.Value) || w.Value.Sign() <= 0 {
		return
	}
	p.report(fuhe.Finding{
		Field: fuhe.IndicatorField(i, "score"), Inputs: p.IndicatorInputs(i), Effect: fuhe.ScoreEffect,
		Message: p.In(messageLate, p.NameOf(i), ind.Target.Text, ind.Actual.Text, ind.Score.Text),
	})
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
		if p.ClaimedScore(n, interval.Value(w)).Meets(o.Span) && !p.slipsAt(i) {
			p.agreeIndicator(i)
			return
		}
		named = append(named, interval.Fixed(o.Exact, max(n.Places, interval.WorkingPlaces)))
		working = append(working, o.Working())
	}
	f := fuhe.Finding{
		Field: options[0].Field, Inputs: options[0].From, Working: strings.Join(working, "; "),
		Effect: p.EffectOnTotal(interval.Sub(options[0].Exact, interval.Value(n))),
	}
	if len(options) == 1 {
		f.Recomputed = named[0]
	}
	message, short := messageNotInProportion, p.Comparisons[i].Standing == figures.Short
	if full && short {
		message, f.Severity = messageUnsignedFull, fuhe.Note
	} else if full {
		message = messageMissedFull
	} else if p.Profile.MachineScored {
		f.Severity = fuhe.Error
	}
	f.Message = p.In(message, p.NameOf(i), ind.Target.Text, ind.Actual.Text, ind.Score.Text, strings.Join(named, p.In(partOr)))
	p.byTotal(&f, i)
	p.report(f)
}
