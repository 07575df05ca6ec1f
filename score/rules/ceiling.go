package rules

import (
	"math/big"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

var ceiling = &Rule{
	ID: "T405", Name: "ceiling", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "总分不超过执行率对应的上限", EN: "the total stays below the ceiling set for the execution rate"},
	Basis: fuhe.Phrase{ZH: "预算管理一体化系统绩效自评手册", EN: "a manual of the integrated budget system"},
	Explain: fuhe.Phrase{
		ZH: "只用于评分规则 integrated：执行率70%至80%的总分至多89，60%至70%的79，不足60%的69，不足50%的59。执行率按金额复算，金额缺的按印出的；取整后可能到线的不算低于线。不是百分制的不查，总分不更正：扣在哪一项由填表单位定。",
		EN: "Only under profile integrated: an execution rate of 70 to 80 % allows a total of 89, 60 to 70 % 79, below 60 % 69, below 50 % 59. The rate is recomputed, and taken as printed where amounts are missing; one that may reach the line as rounded is not below it. Silent on forms not scored out of a hundred. The total is never corrected: which points are given up is the unit's to say.",
	},
	Check: checkCeiling,
}

var messageCeiling = fuhe.Phrase{
	ZH: "总分印为%[1]s；执行率%[2]s，低于%[3]d%%，总分至多%[4]d分",
	EN: "the total is printed as %[1]s; with an execution rate of %[2]s, below %[3]d %%, it is %[4]d at most",
}

func checkCeiling(p *Pass) {
	n := p.Cell(figures.TotalScore).Number
	if len(p.Profile.Ceilings) == 0 || n == nil || len(p.Funds) == 0 || !p.OutOfHundred() {
		return
	}
	rate := p.Rate(0)
	span, shown, working := rate.Span, "", ""
	switch {
	case rate.Computed():
		executed, by := rate.Operands()
		shown = interval.Expanded(interval.Mul(rate.Quotient, figures.FullPoints), interval.WorkingPlaces) + "%"
		working = executed + " ÷ " + by + " = " + shown
	case rate.Printed != nil && rate.Sure:
		span, shown = rate.Share, p.Cell(rate.Field).Text
	default:
		return
	}
	for _, c := range p.Profile.Ceilings {
		if !interval.Before(span, interval.Exactly(big.NewRat(int64(c.Below), 100))) {
			continue
		}
		most := big.NewRat(int64(c.Total), 1)
		if interval.CompareNumber(n, most) <= 0 {
			return
		}
		p.report(fuhe.Finding{
			Field: figures.TotalScore, Inputs: append([]fuhe.Field{rate.Field}, rate.From...), Working: working,
			Effect:  p.EffectOnTotal(interval.Sub(most, interval.Value(n))),
			Message: p.In(messageCeiling, p.Cell(figures.TotalScore).Text, shown, c.Below, c.Total),
		})
		return
	}
}
