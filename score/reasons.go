package score

import "fuhe"

// The column for reasons: what falls short must be explained.

var noReason = &Rule{
	ID: "D501", Name: "no-reason", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "未达标应说明偏差原因", EN: "a shortfall needs a reason"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "定量目标确未达标，而原因栏空白、只填“无”“0”“/”“—”，或仍是填表说明的，提示。表上没有原因栏的不提。",
		EN: "Said where a quantitative target is missed for sure and the column for reasons is blank, says 无, 0, / or —, or still holds the form's instructions. Silent where the form has no such column.",
	},
	Check: func(p *Pass) {
		for i, row := range p.rows {
			ind := &p.Report.Indicators[i]
			if row.standing != missed || !lacksReason(&ind.Deviation) {
				continue
			}
			p.report(fuhe.Finding{
				Field: fuhe.IndicatorField(i, "deviation"), Inputs: p.indicatorInputs(i)[:2],
				Message: p.say(saysNoReason, ind.Name.Text, ind.Target.Text, ind.Actual.Text, p.reasonState(ind.Deviation.Text)),
			})
		}
	},
}

// lacksReason reports whether there is a place for a reason and none in it.
func lacksReason(c *fuhe.Cell) bool {
	return c.Present() && (saysNothing(c.Text) || isTemplate(c.Text))
}

func (p *Pass) reasonState(text string) string {
	switch {
	case text == "":
		return p.say(partBlank)
	case isTemplate(text):
		return p.say(partTemplate)
	}
	return p.say(partSays, text)
}
