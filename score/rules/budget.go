package rules

import (
	"slices"

	"fuhe"
	"fuhe/score/cause"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

var BudgetScore = &Rule{
	ID: "F104", Name: "budget-score", Severity: fuhe.Error, Heeds: []*Rule{ExecutionRate},
	Title: fuhe.Phrase{ZH: "预算执行得分＝分值×执行率，不超过分值", EN: "budget score = weight × execution rate, at most the weight"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "先乘后除，由金额复算，按得分印出的小数位比较；由正确的执行率印数相乘得到的也认。分值取自表上（多为10，湖北20），空白而其余各项分值之外有余的，按余数核对。得分等于分值的是满分而非取整，按全表最多的小数位（至少两位）比较：执行率93.20%得9.32，不是10；全表得分至多一位小数的，取整到该位正是满分的（9.96印为10或10.0）只作警告，不更正；截断到两位以上的只作提示。分值分给各行而合计得分等于各行（无误的）得分之和的也认（见F108），两者都不是的不更正。没有金额可核对执行率的，只有总分是按执行率应得的分加的才更正得分。各项分值之和与总分值一致而不是100、按使其为100的分值计得分正好成立的，不更正。表上印有计分办法（分档、达到某一比例得满分、每低若干扣若干）的按其办法，读不懂的不查并说明；按结余率等地方公式计分的表也不查。",
		EN: "Recomputed from the amounts, multiplied first and divided last, and compared at the printed places of the score; a score computed from the rate as printed is accepted when the rate is right. The weight is the form's own (mostly 10, 20 in Hubei); a blank one is what the other weights leave. A score that equals its weight was dealt out and not rounded: it is compared at the most places of the form, two at least, so a rate of 93.20 % earns 9.32 and not 10; on a form whose scores have one place at most, one that rounds to all points there (10 or 10.0 for 9.96) is a warning and not corrected; one cut off at two places or more is a note. Where the points are dealt out to rows, the sum of their scores will do if those are right (F108); one that is neither is corrected to none of the two. A score beside a rate that no amounts tell is corrected only where the total was added up with what the rate gives. Where the weights add up to a total weight that is no hundred, one that is right by the weight with which they are is not corrected. A scale that the form prints (tiers, all points from a share on, points off by steps) goes before the formula, and one that is not understood leaves the score unchecked, which is said; where a local formula is used (what is left over, as in Fujian), nothing is checked.",
	},
	Check: checkBudgetScore,
}

func checkBudgetScore(p *Pass) {
	field := fuhe.FundField(0, "score")
	b, ok := p.BudgetScore()
	if !ok {
		if s := p.Scale(); s != nil && (!s.Understood() || p.Rate(0).Computed() && !p.ScaleTells()) && p.Cell(field).Number != nil {
			p.report(fuhe.Finding{Severity: fuhe.Note, Field: field, Message: p.In(messageScaleUnread, p.Cell(field).Text, s.Text)})
		}
		return
	}
	if b.Holds() && b.Scale != nil && !b.InProportion() {
		p.report(fuhe.Finding{Severity: fuhe.Note, Field: field, Inputs: b.From, Message: p.In(messageScale, p.Cell(field).Text, b.Scale.Text)})
		return
	}
	if b.Holds() || p.sumsSources(&b) {
		p.agree(append(slices.Clip(b.From), field, fuhe.FundField(0, "weight"))...)
		return
	}
	recomputed := b.Recomputed()
	if b.CutOff() || b.RoundedToFull() {
		severity := fuhe.Warning // whether rounding to all points was meant cannot be told
		if b.CutOff() {
			severity = fuhe.Note // a platform is known to cut scores off
		}
		p.report(fuhe.Finding{Severity: severity, Field: field, Inputs: append([]fuhe.Field{fuhe.FundField(0, "weight")}, b.From...), Recomputed: recomputed, Working: b.Working(),
			Message: p.In(messageBudgetScore, p.Cell(field).Text, b.Expression(), recomputed)})
		return
	}
	f := fuhe.Finding{Field: field, Inputs: append([]fuhe.Field{fuhe.FundField(0, "weight")}, b.From...), Recomputed: recomputed, Working: b.Working()}
	rate := p.wrong(fuhe.FundField(0, "execution_rate"), ExecutionRate)
	switch {
	case rate != nil && rate.Cause != nil && b.FollowsRate():
		f.Root, f.Cause = rate.ID, &fuhe.Cause{Kind: rate.Cause.Kind, Text: p.In(causeFromRate, p.Cell(rate.Field).Text)}
	case b.Over != nil && interval.CompareNumber(b.Printed, interval.RoundHalfUp(b.Over, b.Printed.Places)) == 0:
		f.Cause = &fuhe.Cause{Kind: fuhe.UnknownCause, Text: p.In(causeUncapped)}
	default:
		explain(&f, cause.Rank(p.Figures, cause.OfBudgetScore(p.Figures, &b)))
	}
	effect := p.EffectOnTotal(b.Apart())
	if p.FollowsCorrection() {
		effect = fuhe.ScoreEffect // the total is right already
	}
	if p.VouchedBySource(0) || b.Undecided() || b.Dealt() != nil {
		f.Recomputed = "" // as for the rate: an amount may be the wrong one, or the total knows the rate better than it is printed
	}
	f.Effect, f.Message = effect, p.In(messageBudgetScore, p.Cell(field).Text, b.Expression(), recomputed)
	p.report(f)
}

// sumsSources reports whether a score is the sum of right ones of the rows that its points are dealt out to.
func (p *Pass) sumsSources(b *figures.BudgetScore) bool {
	sums, right := p.SumsSources(b.Printed)
	return sums && right
}
