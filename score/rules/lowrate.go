package rules

import (
	"math/big"
	"strconv"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

var lowRate = &Rule{
	ID: "D502", Name: "low-rate", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "执行率低于规定线，应说明原因", EN: "an execution rate below the line needs a reason"},
	Basis: fuhe.Phrase{ZH: "四川510000_0013zp填表要求（90%）", EN: "instructions of Sichuan's form 510000_0013zp (90 %)"},
	Explain: fuhe.Phrase{
		ZH: "规则集定有执行率的线（四川90%），复算的执行率确低于它，而资金栏的“原因”一格空白或只填无的，提示。资金栏没有“原因”一列的不提。",
		EN: "Said where the profile knows a line (90 % in Sichuan), the recomputed rate is below it for sure, and the cell for the reason in the money block holds none. Silent where the money block has no such column.",
	},
	Check: func(p *Pass) {
		if p.Profile.LowRate == 0 || len(p.Funds) == 0 {
			return
		}
		line := interval.Exactly(big.NewRat(int64(p.Profile.LowRate), 100))
		rate := p.Rate(0)
		reason := &p.Report.FundReason
		if !rate.Computed() || !interval.Before(rate.Span, line) || !lacksReason(reason) {
			return
		}
		executed, by := rate.Operands()
		shown := interval.Expanded(interval.Mul(rate.Quotient, figures.FullPoints), interval.WorkingPlaces) + "%"
		p.report(fuhe.Finding{
			Field: rate.Field, Inputs: rate.From, Working: executed + " ÷ " + by + " = " + shown,
			Message: p.In(messageLowRate, shown, strconv.Itoa(p.Profile.LowRate), p.reasonState(reason.Text)),
		})
	},
}
