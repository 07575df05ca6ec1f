package rules

import (
	"math/big"
	"slices"
	"strconv"

	"fuhe"
	"fuhe/score/cause"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

// overWeight is the score above its weight that explains the total: with any score its row may have, at full points or
// below, the total would be right.
func (p *Pass) overWeight(s *cause.Slip) *fuhe.Finding {
	for _, field := range p.Scores().Fields {
		if f := p.wrong(field, scoreOverWeight); f != nil && s.Mends(field) {
			return f
		}
	}
	return nil
}

var TotalScore = &Rule{
	ID: "T401", Name: "total-score", Severity: fuhe.Error,
	Heeds: []*Rule{WeightSum, scoreOverWeight, BudgetScore, MetDeducted, MissedFull, NotInProportion, OutsideTier},
	Title: fuhe.Phrase{ZH: "总分＝各项得分之和", EN: "the total is the sum of the scores"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "含预算执行得分，按各项得分印出的小数位精确相加，不先按总分的小数位取整。预算执行得分可以未经取整进入总分，因此容许该得分末位半个单位的差。总分的小数位少于各项的，把和取整到总分的位数比较，相符作提示（满分不算取整）；相差不超过各计算得出的得分各自末位半个单位的，作警告。差错在一行（得分超过分值、与比例不符、印了两次、漏印负号）而总分可以是对的，指向该行，总分不更正；已达标或无从比较而未说明原因、扣的正是差数的行，得满分却写了失分原因的行，得分在所写档次之外、没有别的依据而只错一位的行，也可能是总分对而该行错，写明两种读法，总分不更正。有得分与其目标、实际不符的，只有总分与和仅差一位数字、相邻两位互换或小数点移位时才更正。得分多数高于本行分值、似为百分制的，只把总分与加权之和核对，不符作警告。总分下面写明扣了或加了多少分、（按印出的或应得的预算执行得分）正好是差数的，作提示，不更正。得分有空缺，或预算执行得分没有单独一格（可能写在文字里）时，只核对上下限。",
		EN: "The budget score included, added exactly and never rounded to the places of the total first. The budget score may have entered unrounded, so half a unit of its last place is forgiven. A total of fewer places than its parts is compared with the sum rounded to them, and a note where that agrees (a full total is not rounded); one that differs by no more than half a unit of each score that was itself computed is a warning. Where one row is the slip (a score over its weight, out of proportion, a row printed twice, a lost minus) and the total can be right, it points at that row and the total stays. Where a row that is met, or cannot be compared and gives no reason, lost just the difference, one has all its points and gives a reason for losing some, one outside the tier of its words would be inside, or one that nothing else vouches for is off by a digit, the total may be right as well: both readings are said, and the total stays. With a score at odds with its target and actual value in the sum, the total is corrected only where it is the sum but for a digit, two neighbours exchanged or a shifted point. Where most scores are above the weight of their row and seem to be out of a hundred each, only the weighted sum is compared with the total, and a warning where it is another. Where a remark below the total names points taken off or put on that are all of the difference, with the budget score as printed or as it should be, it is a note and the total stays. With scores missing, or without an entry for the budget score (it may stand in a sentence), only the bounds are checked.",
	},
	Check: checkTotalScore,
}

func checkTotalScore(p *Pass) {
	n := p.Cell(figures.TotalScore).Number
	if n != nil && p.Weighted != nil {
		p.checkWeighted(n)
		return
	}
	s := p.Scores()
	if n == nil || len(s.Fields) == 0 || len(p.Report.Indicators) == 0 {
		return
	}
	if len(s.Missing) > 0 && interval.CompareNumber(n, s.Known) != 0 {
		p.checkTotalBounds(n, &s)
		return
	}
	stands := p.TotalStands(n, &s)
	if stands == figures.TotalHolds || p.FollowsCorrection() {
		p.agree(append(slices.Clip(s.Fields), figures.TotalScore)...)
		return
	}
	recomputed := interval.Fixed(s.Known, max(n.Places, s.Places)) + n.Unit
	f := fuhe.Finding{
		Field: figures.TotalScore, Inputs: s.Fields, Recomputed: recomputed, Working: s.Working(),
		Effect:  p.EffectOnTotal(interval.Sub(s.Known, interval.Value(n))),
		Message: p.In(MessageTotal, p.Cell(figures.TotalScore).Text, recomputed),
	}
	p.explainTotal(&f, stands)
	p.report(f)
}

// checkWeighted looks at the total of scores that are each out of a hundred. That they are is told from the figures alone: a total
// that is not their weighted sum is asked about, not accused.
func (p *Pass) checkWeighted(n *fuhe.Number) {
	w := p.Weighted
	if interval.Claimed(n).Meets(w.Span) {
		p.agree(append(slices.Clip(w.Fields), figures.TotalScore)...)
		return
	}
	recomputed := interval.Fixed(w.Exact, max(n.Places, interval.WorkingPlaces)) + n.Unit
	p.report(fuhe.Finding{
		Severity: fuhe.Warning, Field: figures.TotalScore, Inputs: w.Fields, Recomputed: recomputed,
		Effect:  p.EffectOnTotal(interval.Sub(w.Exact, interval.Value(n))),
		Message: p.In(messageWeighted, p.Cell(figures.TotalScore).Text, recomputed),
	})
}

// explainTotal tells how a total that is not the sum of the scores may still be meant, or what made it wrong. Where one row
// is, the total follows its finding.
func (p *Pass) explainTotal(f *fuhe.Finding, stands figures.TotalState) {
	row := p.ScoreSlip()
	switch {
	case row != nil:
		f.Recomputed = ""
		explain(f, cause.OfScore(p.Figures, row)[:1])
		f.Message += p.In(partAlso) + p.In(messageTotalIsRight, p.NameOf(row.Row))
		if at := p.rowFinding(row); at != nil {
			f.Root = at.ID
		}
		return
	case stands == figures.TotalRemarked:
		f.Severity, f.Recomputed, f.Message = fuhe.Note, "", p.In(messageTotalRemark, f.Message, p.TotalRemark())
		return
	case stands == figures.TotalRounded:
		f.Severity, f.Message = fuhe.Note, p.In(messageTotalRounded, f.Message)
		return
	case stands == figures.TotalOfParts:
		f.Severity = fuhe.Warning
		explain(f, cause.OfRoundedParts(p.Figures))
		return
	}
	slip := cause.OfTotal(p.Figures, p.settled)
	if at := p.overWeight(&slip); at != nil {
		f.Root, f.Cause = at.ID, &fuhe.Cause{Kind: fuhe.OneDigit, Text: p.In(causeOverWeight, p.NameOf(at.Field.Row()), at.Published, p.Cell(figures.TotalScore).Text)}
		return
	}
	causes := cause.Rank(p.Figures, slip)
	if x := p.OtherScore(p.offTier, InTier(p.Figures)); x != nil { // which of row and total is wrong is not known
		f.Recomputed = ""
		f.Message += p.In(partAlso) + p.In(messageOtherScore, p.NameOf(x.Row), p.writtenScore(x), p.Cell(figures.TotalScore).Text)
	}
	if x := p.OtherReading(); x != nil { // likewise
		causes = append([]fuhe.Cause{{Kind: fuhe.UnknownCause, Text: p.otherReading(x)}}, causes...)
	}
	explain(f, causes)
}

// otherReading says with which score, permitted as well, of a row the total is right.
func (p *Pass) otherReading(x *figures.RowSlip) string {
	return p.In(messageOtherReading, p.NameOf(x.Row), p.writtenScore(x), p.Cell(figures.TotalScore).Text)
}

// writtenScore is what the score of a row should be, as it is written there.
func (p *Pass) writtenScore(x *figures.RowSlip) string {
	n := p.Report.Indicators[x.Row].Score.Number
	return interval.Fixed(x.Right, max(n.Places, interval.Ends(x.Right, interval.SumPlaces)))
}

// offTier reports whether the score of a row lies outside the tier that its words name.
func (p *Pass) offTier(row int) bool {
	field := fuhe.IndicatorField(row, "score")
	return slices.ContainsFunc(p.findings, func(f fuhe.Finding) bool { return f.Field == field && f.Rule == OutsideTier.ID })
}

// rowFinding is what was found at the row that makes a right total look wrong.
func (p *Pass) rowFinding(row *figures.RowSlip) *fuhe.Finding {
	if row.Twice {
		return p.wrong(fuhe.IndicatorField(row.Row, "weight"), WeightSum)
	}
	return p.wrong(fuhe.IndicatorField(row.Row, "score"), scoreOverWeight, MetDeducted, MissedFull, NotInProportion)
}

// checkTotalBounds: missing scores lie between nothing and their weights, and so does the sum. One that is printed and was
// not read may be that of a row that takes points off, 扣分项: no bound holds for it.
func (p *Pass) checkTotalBounds(n *fuhe.Number, s *figures.Scores) {
	if s.Unbounded {
		return
	}
	most, ok := s.Most()
	low, high := s.Known, most
	slack := new(big.Rat)
	if s.Budget != nil {
		slack = interval.HalfUnit(s.Budget.Places)
	}
	under := interval.CompareNumber(n, interval.Sub(low, slack)) < 0
	over := ok && interval.CompareNumber(n, interval.Add(high, slack)) > 0
	if !under && !over {
		return
	}
	shown := "…"
	if ok {
		shown = interval.Expanded(high, interval.SumPlaces)
	}
	p.report(fuhe.Finding{
		Field: figures.TotalScore, Inputs: s.Fields, Working: s.Working(), Effect: fuhe.ScoreEffect,
		Message: p.In(messageTotalBounds, p.Cell(figures.TotalScore).Text, strconv.Itoa(len(s.Missing)), interval.Expanded(low, interval.SumPlaces), shown),
	})
}
