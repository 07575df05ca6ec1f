package rules

import (
	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/text"
)

// The column for reasons: what falls short must be explained.

var NoReason = &Rule{
	ID: "D501", Name: "no-reason", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "未达标应说明偏差原因", EN: "a shortfall needs a reason"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "定量目标确未达标，而原因栏空白、只填“无”“0”“/”“—”“完成”“已完成”，或仍是填表说明的，提示。目标没有比较符号、或是定性的，是否达标无从断定，但已扣分的同样应有原因，也提示；确已达标而扣分的见I302。加分项未得的不是扣分，不提；表上没有原因栏的、实际完成值空白的不提。",
		EN: "Said where a quantitative target is missed for sure and the column for reasons is blank, says 无, 0, /, —, 完成 or 已完成, or still holds the form's instructions. Where the target prints no comparison, or is in words, nobody can tell whether it is met, but a deduction needs a reason whichever way it is meant; one from a target that is met for sure is I302. Points on top (加分项) that were not earned are not deducted. Silent where the form has no such column, or the actual value is blank.",
	},
	Check: func(p *Pass) {
		for i, row := range p.Comparisons {
			ind := &p.Report.Indicators[i]
			if !lacksReason(&ind.Deviation) || figures.Bonus(ind) {
				continue
			}
			message, inputs := "", p.IndicatorInputs(i)[:2]
			switch {
			case row.Standing == figures.Missed:
				message = p.In(messageNoReason, p.NameOf(i), ind.Target.Text, ind.Actual.Text, p.reasonState(ind.Deviation.Text))
			case row.Standing != figures.Met && p.deducted(i) && !p.sameWords(i):
				inputs = []fuhe.Field{fuhe.IndicatorField(i, "score"), fuhe.IndicatorField(i, "weight")}
				message = p.In(messageDeductedNoReason, p.NameOf(i), ind.Score.Text, ind.Weight.Text, p.reasonState(ind.Deviation.Text))
			default:
				continue
			}
			p.report(fuhe.Finding{Field: fuhe.IndicatorField(i, "deviation"), Inputs: inputs, Message: message})
		}
	},
}

// deducted reports whether an indicator with an actual value, and a score of its own, lost points.
func (p *Pass) deducted(i int) bool {
	ind := &p.Report.Indicators[i]
	n, w := ind.Score.Number, ind.Weight.Number
	return n != nil && w != nil && n.Value.Sign() >= 0 && n.Value.Cmp(w.Value) < 0 && !p.Shared(i) &&
		ind.Actual.Present() && !text.IsBlank(ind.Actual.Text)
}

// lacksReason reports whether there is a place for a reason and none in it.
func lacksReason(c *fuhe.Cell) bool {
	return c.Present() && c.Doubt == nil && (text.NoReason(c.Text) || text.IsTemplate(c.Text)) // a picture may be one
}

// reasonState says what stands in the place of a reason.
func (p *Pass) reasonState(written string) string {
	switch {
	case written == "":
		return p.In(partBlank)
	case text.IsTemplate(written):
		return p.In(partTemplate)
	}
	return p.In(partOnly, written)
}
