package rules

import (
	"fuhe"
	"fuhe/score/cause"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

var subtotal = &Rule{
	ID: "W206", Name: "subtotal", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "指标小计＝所合计各行之和", EN: "a subtotal of indicators is the sum of its rows"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "小计的分值、得分与它合计的各行对照：上一个小计以来的各行、同一一级或二级指标的各行、以上全部（含或不含预算执行）、其下各行，合于其一即可；都不合的，同一一级指标的各行正是上一个小计以来的各行时报错，否则合计哪些行无从断定，只作警告；与各项取整之差相当的也只作警告。有一行未读的不查。只提出，不更正。",
		EN: "Weight and score of a subtotal against the rows that it may add up: those since the subtotal above it, those of one first- or second-level heading, all above with the budget or without, those below; any of them will do. Where none does it is an error if the rows of the heading are just those since the last subtotal, else a warning, for what it adds up is not known; so is one that rounding of the parts explains. Silent where a row was not read. Said, never corrected.",
	},
	Check: func(p *Pass) {
		for i := range p.Report.Subtotals {
			p.checkSubtotal(i, figures.ColWeight, "weight")
			p.checkSubtotal(i, figures.ColScore, "score")
		}
	},
}

var messageSubtotal = fuhe.Phrase{
	ZH: "%[1]s印为%[2]s，所合计各行之和为%[3]s",
	EN: "the %[1]s is printed as %[2]s; its rows add up to %[3]s",
}

func (p *Pass) checkSubtotal(i, column int, key string) {
	field := fuhe.SubtotalField(i, key)
	n := p.Cell(field).Number
	if n == nil {
		return
	}
	readings, sure := p.SubtotalOf(i, column)
	for k := range readings {
		if readings[k].Gives(n) {
			p.agree(append(readings[k].Fields, field)...)
			return
		}
	}
	if len(readings) == 0 {
		return
	}
	a := &readings[0]
	f := fuhe.Finding{
		Field: field, Inputs: a.Fields, Working: a.Working(),
		Recomputed: interval.Fixed(a.Sum, max(n.Places, interval.Ends(a.Sum, interval.SumPlaces))) + n.Unit,
	}
	switch {
	case a.Rounds(n):
		f.Severity = fuhe.Warning
		explain(&f, cause.OfRoundedParts(p.Figures))
	case !sure:
		f.Severity = fuhe.Warning
	default:
		explain(&f, cause.OfTwin(p.Figures, n, a.Sum))
	}
	f.Message = p.In(messageSubtotal, p.Label(field), p.Cell(field).Text, f.Recomputed)
	p.report(f)
}
