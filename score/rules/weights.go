package rules

import (
	"math/big"
	"slices"

	"fuhe"
	"fuhe/score/cause"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

var WeightSum = &Rule{
	ID: "W201", Name: "weight-sum", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "各项分值（含预算执行）之和＝印出的总分值", EN: "weights, the budget weight included, add up to the printed total"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "合并的分值只计一次；加分项的分值可以在总分值之外；有得分而无分值的指标存在时不查。同组分值与比例都指向同一项的，另在该项记一条，指明当为多少；指不明的只在原因里列出；各一级标题的分数都与其下各行相符的，不指任何一行。预算执行的分值与得分、其余分值、总分值都不符的，记在该分值；一行印了两次的，记在该行；合计只计指标、漏了预算执行的，只在合计记一条（含预算执行恰为100分的作警告）；按比例取整的分值（6项8.33）差在取整之内的作警告。表上未印总分值时，合计超过100分报错，不足100分只作警告（可能有未印的分值）。",
		EN: "A merged weight counts once; those of 加分项 may stand beside the total; with a scored indicator that has no weight nothing is checked. Where the other weights of a group, and what it holds, all point to one row, that row has a finding of its own with the right weight; where they do not, the causes list the candidates; where every heading closes with its rows, none is blamed. A weight of budget execution that score, other weights and total speak against is the finding, and so is a row printed twice; a total of the indicators alone is one finding at the total, a warning where the budget makes it a hundred; rounded shares (six of 8.33) within their rounding are a warning. Where no total weight is printed, more than 100 is an error and less only a warning: some points may not be printed.",
	},
	Check: func(p *Pass) {
		if !p.weightAlone() { // T402
			checkWeightSum(p)
		}
	},
}

func checkWeightSum(p *Pass) {
	w, ok := p.AllWeights()
	if !ok {
		return
	}
	n := p.Cell(figures.TotalWeight).Number
	if n == nil {
		p.checkUnprintedSum(w)
		return
	}
	if sum := interval.Value(n); interval.Compare(sum, w.Sum) == 0 || interval.Compare(sum.Add(sum, p.Extra()), w.Sum) == 0 {
		p.agree(append(slices.Clip(w.Fields), figures.TotalWeight)...)
		return
	}
	if _, weighs := p.BudgetWeight(); !weighs && figures.BudgetPoints[interval.Sub(interval.Value(n), w.Sum).RatString()] {
		return // the points of budget execution are counted in and nowhere printed
	}
	recomputed := p.WeightAs(n, w.Sum)
	f := fuhe.Finding{
		Field: figures.TotalWeight, Inputs: w.Fields, Recomputed: recomputed, Working: w.Working(),
		Message: p.In(messageWeightSum, p.Cell(figures.TotalWeight).Text, recomputed),
	}
	p.explainWeightSum(&f, &w)
	p.report(f)
}

// explainWeightSum tells what makes the weights add up to another sum. Where one entry does, it has a finding of its own, and
// the sum follows it.
func (p *Pass) explainWeightSum(f *fuhe.Finding, w *figures.Weights) {
	if right := p.WeightSlip(); right != nil {
		explain(f, cause.OfBudgetWeight(p.Figures, right))
		f.Root = p.report(p.wrongBudgetWeight(right, f, w))
		return
	}
	if x := p.ScoreSlip(); x != nil && x.Twice {
		explain(f, cause.OfScore(p.Figures, x))
		f.Root = p.report(fuhe.Finding{
			Field: fuhe.IndicatorField(x.Row, "weight"), Inputs: []fuhe.Field{fuhe.IndicatorField(x.Row-1, "weight"), figures.TotalWeight}, Cause: f.Cause,
			Message: p.In(messageRowTwice, p.NameOf(x.Row), p.Cell(figures.TotalWeight).Text),
		})
		return
	}
	if p.TotalOfIndicators() {
		explain(f, cause.OfBudgetLeftOut(p.Figures))
		if interval.Compare(w.Sum, figures.FullPoints) == 0 {
			f.Severity = fuhe.Warning // some forms total the indicators alone, by habit
		}
		return
	}
	if p.RoundedWeights(w) {
		f.Severity = fuhe.Warning
		explain(f, cause.OfRoundedParts(p.Figures))
		return
	}
	causes, wrong := cause.Weights(p.Figures, w)
	explain(f, causes)
	if wrong != nil {
		f.Root = p.report(p.wrongWeight(wrong, f, w))
	}
}

// wrongBudgetWeight is the finding at a weight of budget execution that all other figures speak against.
func (p *Pass) wrongBudgetWeight(right *big.Rat, sum *fuhe.Finding, w *figures.Weights) fuhe.Finding {
	field := fuhe.FundField(0, "weight")
	n := p.Cell(field).Number
	recomputed := p.WeightAs(n, right)
	return fuhe.Finding{
		Field: field, Inputs: append([]fuhe.Field{fuhe.FundField(0, "score"), figures.TotalWeight}, w.Fields[1:]...), Recomputed: recomputed, Working: sum.Working, Cause: sum.Cause,
		Message: p.In(messageBudgetWeight, p.Cell(field).Text, recomputed),
	}
}

// wrongWeight is the finding at the one weight that makes the sum wrong.
func (p *Pass) wrongWeight(x *cause.WrongWeight, sum *fuhe.Finding, w *figures.Weights) fuhe.Finding {
	printed := &p.Report.Indicators[x.Row].Weight
	right := p.WeightAs(printed.Number, x.Right)
	return fuhe.Finding{
		Field: fuhe.IndicatorField(x.Row, "weight"), Inputs: append([]fuhe.Field{figures.TotalWeight}, w.Fields...), Recomputed: right, Working: sum.Working, Cause: sum.Cause,
		Message: p.In(messageOneWeight, p.NameOf(x.Row), printed.Text, right, p.Cell(figures.TotalWeight).Text, w.Text()),
	}
}

// checkUnprintedSum: a form that prints no total weight is scored out of a hundred by the rules, not by its own figures.
// More than a hundred points cannot be dealt out; fewer may only mean that some are not printed.
func (p *Pass) checkUnprintedSum(w figures.Weights) {
	if interval.Compare(w.Sum, figures.FullPoints) == 0 || interval.Compare(interval.Add(figures.FullPoints, p.Extra()), w.Sum) == 0 {
		p.agree(w.Fields...)
		return
	}
	_, weighs := p.BudgetWeight()
	short := interval.Sub(figures.FullPoints, w.Sum)
	if p.Cell(figures.TotalScore).Number == nil || !weighs && figures.BudgetPoints[short.RatString()] {
		return
	}
	f := fuhe.Finding{
		Severity: fuhe.Warning, Field: figures.TotalScore, Inputs: w.Fields, Working: w.Working(),
		Message: p.In(messageWeightSumUnprinted, w.Text()),
	}
	if short.Sign() < 0 {
		f.Severity = fuhe.Error
	}
	if right := p.WeightSlip(); right != nil {
		explain(&f, cause.OfBudgetWeight(p.Figures, right))
		f.Root = p.report(p.wrongBudgetWeight(right, &f, &w))
	}
	p.report(f)
}

var groupWeights = &Rule{
	ID: "W202", Name: "group-weights", Severity: fuhe.Error, Heeds: []*Rule{WeightSum, totalWeightOnly},
	Title: fuhe.Phrase{ZH: "一级指标下各分值之和＝标题印出的分数", EN: "weights under a first-level heading add up to the points it prints"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "标题印有分数（如“产出指标（50分）”）且其下各行分值齐全时核对。",
		EN: "Checked where the heading prints points, 产出指标（50分）, and every row under it has a weight.",
	},
	Check: func(p *Pass) {
		for _, g := range p.Groups() {
			checkGroup(p, g)
		}
	},
}

func checkGroup(p *Pass, g figures.Group) {
	w := p.WeightsOf(g.Rows)
	if g.Points == nil || w.Gaps > 0 || len(w.Fields) == 0 {
		return
	}
	if interval.Compare(w.Sum, g.Points) == 0 {
		p.agree(w.Fields...)
		p.agreeSection(p.Report.Indicators[g.Rows[0]].Level1.At)
		return
	}
	field, root := fuhe.IndicatorField(g.Rows[0], "level1"), ""
	for _, i := range g.Rows {
		if at := p.wrong(fuhe.IndicatorField(i, "weight")); at != nil {
			root = at.ID
		}
	}
	p.report(fuhe.Finding{
		Field: field, Inputs: w.Fields, Recomputed: w.Text(), Working: w.Working(), Root: root,
		Published: interval.Expanded(g.Points, interval.SumPlaces),
		Message:   p.In(messageGroupWeights, p.Cell(field).Text, interval.Expanded(g.Points, interval.SumPlaces), w.Text()),
	})
}
