package rules

import (
	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
	"fuhe/score/text"
)

var totalOverWeight = &Rule{
	ID: "T406", Name: "total-over-weight", Severity: fuhe.Error, Heeds: []*Rule{WeightSum, totalWeightOnly, scoreOverWeight, TotalScore},
	Title: fuhe.Phrase{ZH: "总分不超过总分值", EN: "the total score is no more than the total weight"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "总分超过印出的总分值报错；没有印出总分值的，超过100分作警告。有加分项、附加分，或有分数未读取、总分下面写明加分的不查。分值合计、总分或某项得分已报错的，随该处。",
		EN: "A total above the printed total weight is an error; where none is printed, one above 100 is a warning. Silent where rows give points on top (加分项, 附加分), where points were not read, or where a remark below the total adds some. It follows the finding at the weights, at the total or at a score where there is one.",
	},
	Check: checkTotalOverWeight,
}

var messageTotalOverWeight = fuhe.Phrase{
	ZH: "总分印为%[1]s，超过总分值%[2]s",
	EN: "the total is printed as %[1]s, more than the total weight of %[2]s",
}

func checkTotalOverWeight(p *Pass) {
	n, w, s := p.Cell(figures.TotalScore).Number, p.Cell(figures.TotalWeight).Number, p.Scores()
	if n == nil || n.Unit == "%" || len(p.Report.Indicators) == 0 || s.Unbounded || p.TotalRemark() != "" || p.givesOnTop() {
		return
	}
	full, shown, f := figures.FullPoints, "100", fuhe.Finding{Field: figures.TotalScore, Severity: fuhe.Warning}
	if w != nil {
		full, shown = interval.Value(w), p.Cell(figures.TotalWeight).Text
		f.Severity, f.Inputs = fuhe.Error, []fuhe.Field{figures.TotalWeight}
	} else if p.Cell(figures.TotalWeight).Doubt != nil {
		return
	}
	if interval.CompareNumber(n, full) <= 0 || p.TotalOfIndicators() {
		return
	}
	f.Effect, f.Working = p.EffectOnTotal(interval.Sub(full, interval.Value(n))), n.String()+" > "+interval.Expanded(full, interval.SumPlaces)
	f.Message = p.In(messageTotalOverWeight, p.Cell(figures.TotalScore).Text, shown)
	f.Root = p.overWeightRoot()
	p.report(f)
}

// overWeightRoot is the finding that explains a total above its weight: at that weight, at the total, or at a score above its own.
func (p *Pass) overWeightRoot() string {
	for _, at := range []*fuhe.Finding{p.wrong(figures.TotalWeight, WeightSum, totalWeightOnly), p.wrong(figures.TotalScore, TotalScore, WeightSum)} {
		if at != nil {
			return at.ID
		}
	}
	for _, field := range p.Scores().Fields {
		if at := p.wrong(field, scoreOverWeight); at != nil {
			return at.ID
		}
	}
	return ""
}

// givesOnTop reports whether a row gives points beside those that are dealt out.
func (p *Pass) givesOnTop() bool {
	for i := range p.Report.Indicators {
		ind := &p.Report.Indicators[i]
		if text.ContainsAny(text.Squeeze(ind.Level1.Text+ind.Level2.Text+ind.Name.Text), "加分", "附加", "奖励", "额外") {
			return true
		}
	}
	return false
}
