package rules

import (
	"fuhe"
	"fuhe/score/cause"
	"fuhe/score/figures"
)

// Rows that take points off, a part of I301.

// checkDeduction: a row that takes off points scores less than nothing. One printed without its minus is a note where the total
// takes it off, a warning where the total was added up with it; where other rows have their minus it is an error by the total.
func (p *Pass) checkDeduction(i int) {
	x, ind := p.ScoreSlip(), &p.Report.Indicators[i]
	f := fuhe.Finding{Field: fuhe.IndicatorField(i, "score"), Inputs: []fuhe.Field{figures.TotalScore}}
	total := p.Cell(figures.TotalScore)
	switch {
	case p.AddedDeduction(i):
		f.Severity, f.Message = fuhe.Warning, p.In(messageDeductionAdded, p.NameOf(i), ind.Score.Text, total.Text)
	case p.TakesOff(i):
		f.Severity, f.Message = fuhe.Note, p.In(messageNoMinus, p.NameOf(i), ind.Score.Text)
		f.Cause = cause.OfLostMinus(p.Figures)
	case x != nil && x.Row == i && x.Minus:
		p.byTotal(&f, i)
		f.Message = p.In(messageLostMinus, p.NameOf(i), ind.Score.Text, total.Text, f.Recomputed)
	default:
		return
	}
	p.report(f)
}

var (
	messageLostMinus = fuhe.Phrase{
		ZH: "扣分项“%[1]s”印为%[2]s，按总分%[3]s应为%[4]s",
		EN: "“%[1]s” takes off points and is printed as %[2]s; by the total of %[3]s it is %[4]s",
	}
	messageNoMinus = fuhe.Phrase{
		ZH: "扣分项“%[1]s”印为%[2]s，未印负号，按扣分计",
		EN: "“%[1]s” takes off points, and its %[2]s is printed without a minus: it is counted as taken off",
	}
	messageDeductionAdded = fuhe.Phrase{
		ZH: "扣分项“%[1]s”印为%[2]s，总分%[3]s把它加了进去，请核对是否应扣",
		EN: "“%[1]s” takes off points and is printed as %[2]s; the total of %[3]s counts it as points earned, please check",
	}
)
