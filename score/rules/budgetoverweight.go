package rules

import (
	"cmp"

	"fuhe"
	"fuhe/score/interval"
)

// checkBudgetOverWeight: a budget score that nothing recomputes still is no more than its printed weight. Where it is
// recomputed, BudgetScore says so.
func (p *Pass) checkBudgetOverWeight() {
	if !p.BudgetOverWeight() {
		return
	}
	row, field := &p.Report.Funds[0], fuhe.FundField(0, "score")
	score, weight := row.Score.Number, row.Weight.Number
	p.report(fuhe.Finding{
		Field: field, Inputs: []fuhe.Field{fuhe.FundField(0, "weight")}, Working: score.String() + " > " + weight.String(),
		Effect:  p.EffectOnTotal(interval.Sub(interval.Value(weight), interval.Value(score))),
		Message: p.In(messageScoreOverWeight, cmp.Or(row.Name.Text, p.Label(field)), row.Score.Text, row.Weight.Text),
	})
}
