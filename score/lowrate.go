package score

import (
	"math/big"

	"fuhe"
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
		if p.Profile.LowRate == 0 || len(p.moneys) == 0 {
			return
		}
		line := exactly(big.NewRat(int64(p.Profile.LowRate), 100))
		span, exact, ok := share(p.moneys[0].executed, p.moneys[0].base())
		reason, printed := p.fundReason()
		if !ok || !before(span, line) || !printed || !saysNothing(reason) && !isTemplate(reason) {
			return
		}
		field := fuhe.FundField(0, "execution_rate")
		shown := expanded(new(big.Rat).Mul(exact, scoreFullPoints), workingExtraPlaces) + "%"
		p.report(fuhe.Finding{
			Field: field, Inputs: p.moneys[0].inputs(),
			Working: p.moneys[0].executed.digits() + " ÷ " + p.moneys[0].base().digits() + " = " + shown,
			Message: p.say(saysLowRate, shown, itoa(int32(p.Profile.LowRate)), p.reasonState(reason)),
		})
	},
}

// reasonHeadings are the headings of the column for reasons in a money block.
var reasonHeadings = map[string]bool{"原因": true, "偏差原因": true, "未完成原因": true, "原因说明": true, "原因分析": true}

// fundReason is what the printed table holds in the row of the annual total under the heading 原因 of the money block;
// false when there is no such place. The model has no entry for it.
func (p *Pass) fundReason() (string, bool) {
	executed := p.Report.Funds[0].Executed.At
	row := -1
	for i := range p.Report.Printed.Table.Cells {
		if c := &p.Report.Printed.Table.Cells[i]; !executed.IsZero() && c.At == executed {
			row = c.Row
		}
	}
	if row < 0 {
		return "", false
	}
	column, nearest := -1, -1
	for i := range p.Report.Printed.Table.Cells {
		if c := &p.Report.Printed.Table.Cells[i]; c.Row < row && c.Row > nearest && reasonHeadings[squeeze(c.Text)] {
			column, nearest = c.Col, c.Row
		}
	}
	for i := range p.Report.Printed.Table.Cells {
		if c := &p.Report.Printed.Table.Cells[i]; column >= 0 && c.Row <= row && row < c.Row+max(c.RowSpan, 1) && c.Col <= column && column < c.Col+max(c.ColSpan, 1) {
			return c.Text, true
		}
	}
	return "", false
}
