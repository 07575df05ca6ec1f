package rules

import (
	"slices"

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
		ZH: "小计的分值、得分与它合计的各行对照：名称写明合计哪些指标的（产出指标小计、绩效指标合计），就是那些行；名称未写明的，上一个小计以来的各行、同一一级或二级指标的各行、以上全部（含或不含预算执行）、其下各行，合于其一即可，而分值与得分须是同样的那些行；都不合的，名称写明的、同一一级指标的各行正是上一个小计以来的各行的报错，否则合计哪些行无从断定，只作警告；与各项取整之差相当的也只作警告。有一行未读的不查。只提出，不更正。",
		EN: "Weight and score of a subtotal against the rows that it may add up: those that its name says (产出指标小计, 绩效指标合计) and no others; without such a name those since the subtotal above it, those of one first- or second-level heading, all above with the budget or without, those below; any of them will do, but the same ones for weight and score. Where none does it is an error if they are named or the rows of the heading are just those since the last subtotal, else a warning, for what it adds up is not known; so is one that rounding of the parts explains. Silent where a row was not read. Said, never corrected.",
	},
	Check: func(p *Pass) {
		for i := range p.Report.Subtotals {
			p.checkSubtotal(i)
		}
	},
}

var messageSubtotal = fuhe.Phrase{
	ZH: "%[1]s印为%[2]s，所合计各行之和为%[3]s",
	EN: "the %[1]s is printed as %[2]s; its rows add up to %[3]s",
}

// subtotalColumn is a column of a subtotal beside what it may add up.
type subtotalColumn struct {
	field    fuhe.Field
	number   *fuhe.Number
	readings []figures.Addends
	sure     bool
	held     []figures.Addends // the readings that give the printed figure
}

func (p *Pass) subtotalColumn(i, column int, key string) subtotalColumn {
	c := subtotalColumn{field: fuhe.SubtotalField(i, key)}
	if c.number = p.Cell(c.field).Number; c.number == nil {
		return c
	}
	c.readings, c.sure = p.SubtotalOf(i, column)
	for k := range c.readings {
		if c.readings[k].Gives(c.number) {
			c.held = append(c.held, c.readings[k])
		}
	}
	return c
}

// checkSubtotal: weight and score of a subtotal add up the same rows. Where the weights tell which, the score is held to them.
func (p *Pass) checkSubtotal(i int) {
	weight, score := p.subtotalColumn(i, figures.ColWeight, "weight"), p.subtotalColumn(i, figures.ColScore, "score")
	switch {
	case len(weight.held) > 0:
		score.narrow(weight.held)
	case len(score.held) > 0:
		weight.narrow(score.held)
	}
	p.checkSubtotalColumn(&weight)
	p.checkSubtotalColumn(&score)
}

// narrow keeps the readings of the rows that another column adds up; what one reading is left for is sure where that column has
// more than one to choose from.
func (c *subtotalColumn) narrow(held []figures.Addends) {
	same := func(a figures.Addends) bool {
		return !slices.ContainsFunc(held, func(b figures.Addends) bool { return a.SameRows(&b) })
	}
	c.readings, c.held = slices.DeleteFunc(slices.Clone(c.readings), same), slices.DeleteFunc(slices.Clone(c.held), same)
}

func (p *Pass) checkSubtotalColumn(c *subtotalColumn) {
	if c.number == nil || len(c.readings) == 0 {
		return
	}
	if len(c.held) > 0 {
		p.agree(append(c.held[0].Fields, c.field)...)
		return
	}
	n, a := c.number, &c.readings[0]
	f := fuhe.Finding{
		Field: c.field, Inputs: a.Fields, Working: a.Working(),
		Recomputed: interval.Fixed(a.Sum, max(n.Places, interval.Ends(a.Sum, interval.SumPlaces))) + n.Unit,
	}
	switch {
	case a.Rounds(n):
		f.Severity = fuhe.Warning
		explain(&f, cause.OfRoundedParts(p.Figures))
	case !c.sure:
		f.Severity = fuhe.Warning
	default:
		explain(&f, cause.OfTwin(p.Figures, n, a.Sum))
	}
	f.Message = p.In(messageSubtotal, p.Label(c.field), p.Cell(c.field).Text, f.Recomputed)
	p.report(f)
}
