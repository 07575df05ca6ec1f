package rules

import (
	"math/big"
	"slices"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
	"fuhe/score/text"
)

var pointsWithoutWeight = &Rule{
	ID: "I310", Name: "points-without-weight", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "得分应有分值", EN: "points need a weight"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "其他各行印有分值，而某行得分大于0、分值空白，也不能由总分值（未印的按100分）或一级标题印出的分数减去其余各项推出的，提示。全表不印分值的、分值印了而读不出的、得分为0或空白的行不提；加分项、小计行另有算法，也不提。",
		EN: "Said where other rows print weights and one that scores above 0 has none, and none is left for it: the total weight (100 where none is printed), or the points its first-level heading prints, are used up by the others. Silent where the form prints no weights at all, where a weight is printed that could not be read, and for rows that score 0 or nothing; rows of points on top (加分项) and subtotals have their own arithmetic.",
	},
	Check: checkPointsWithoutWeight,
}

// messagePointsWithoutWeight names the row, its points, and what is left for it.
var messagePointsWithoutWeight = fuhe.Phrase{
	ZH: "“%[1]s”得%[2]s分而没有分值：表上未印，其余各项之外也只余%[3]s分",
	EN: "“%[1]s” scores %[2]s without a weight: none is printed, and the others leave %[3]s",
}

// ownArithmetic are words of rows whose points are not part of the weights dealt out.
var ownArithmetic = []string{"加分", "附加", "奖励", "小计", "合计", "扣分", "减分"}

func checkPointsWithoutWeight(p *Pass) {
	weights := p.IndicatorWeights()
	if len(weights.Fields) == 0 {
		return
	}
	rows := p.unweighted()
	if len(rows) == 0 {
		return
	}
	dealt := new(big.Rat).Set(weights.Sum)
	for _, g := range p.Groups() {
		within := slices.DeleteFunc(slices.Clone(g.Rows), func(i int) bool { return !slices.Contains(rows, i) })
		if g.Points == nil || len(within) == 0 {
			continue
		}
		w := p.WeightsOf(g.Rows)
		if left := interval.Sub(g.Points, w.Sum); interval.Compare(p.scored(within), left) <= 0 {
			dealt = interval.Add(dealt, left)
			rows = slices.DeleteFunc(rows, func(i int) bool { return slices.Contains(within, i) })
		}
	}
	left := p.leftOver(dealt)
	if interval.Compare(p.scored(rows), left) <= 0 {
		return
	}
	shown := interval.Expanded(left, interval.SumPlaces)
	if left.Sign() < 0 {
		shown = "0"
	}
	for _, i := range rows {
		score := &p.Report.Indicators[i].Score
		p.report(fuhe.Finding{
			Field: fuhe.IndicatorField(i, "score"), Inputs: []fuhe.Field{fuhe.IndicatorField(i, "weight")},
			Effect:  p.EffectOnTotal(new(big.Rat).Neg(interval.Value(score.Number))),
			Message: p.In(messagePointsWithoutWeight, p.NameOf(i), score.Text, shown),
		})
	}
}

// unweighted are the rows that score and whose weight is not printed, those aside whose points are not dealt out. A score
// merged over rows has a weight when one of them has.
func (p *Pass) unweighted() []int {
	var rows []int
	weighed := false // a row that the score is merged over has a weight, or one that was not read
	for i := range p.Report.Indicators {
		ind := &p.Report.Indicators[i]
		w := &ind.Weight
		printed := w.Number != nil || !text.IsBlank(w.Text) || w.Struck || w.Doubt != nil
		if i > 0 && p.Repeats(i, figures.ColScore) {
			if weighed = weighed || printed; weighed && len(rows) > 0 && p.mergedFrom(rows[len(rows)-1], i) {
				rows = rows[:len(rows)-1]
			}
			continue
		}
		weighed = printed
		if !printed && ind.Score.Number != nil && ind.Score.Number.Value.Sign() > 0 && !text.ContainsAny(ind.Level1.Text+ind.Level2.Text+ind.Name.Text, ownArithmetic...) {
			rows = append(rows, i)
		}
	}
	return rows
}

// mergedFrom reports whether the score of a row is the one printed at a row above it.
func (p *Pass) mergedFrom(first, i int) bool {
	return p.Report.Indicators[first].Score.At == p.Report.Indicators[i].Score.At
}

// scored is what some rows score together.
func (p *Pass) scored(rows []int) *big.Rat {
	sum := new(big.Rat)
	for _, i := range rows {
		sum = interval.Add(sum, interval.Value(p.Report.Indicators[i].Score.Number))
	}
	return sum
}

// leftOver is what the total weight leaves beside what is dealt out to indicators and to the budget, whose points are taken
// for its score where they are not printed.
func (p *Pass) leftOver(dealt *big.Rat) *big.Rat {
	total := figures.FullPoints
	if n := p.Cell(figures.TotalWeight).Number; n != nil {
		total = interval.Value(n)
	}
	left := interval.Sub(total, dealt)
	if p.TotalOfIndicators() || len(p.Report.Funds) == 0 {
		return left
	}
	if w, ok := p.BudgetWeight(); ok {
		return left.Sub(left, w)
	}
	if n := p.Report.Funds[0].Score.Number; n != nil {
		left = interval.Sub(left, interval.Value(n))
	}
	return left
}
