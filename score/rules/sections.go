package rules

import (
	"math/big"
	"slices"
	"strconv"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

// Sections: headings that print the points of the block they stand for.

var sectionWeights = &Rule{
	ID: "W203", Name: "section-weights", Severity: fuhe.Error, Heeds: []*Rule{WeightSum, totalWeightOnly, groupWeights},
	Title: fuhe.Phrase{ZH: "分区标题印出的分数与其内容一致", EN: "printed sections hold the points they say"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "预算执行情况（10分）对资金栏分值，绩效指标（90分）对各指标分值之和；无分值列时对各一级标题印出的分数。与W201、W202出于同一处差错的不重复提出。",
		EN: "预算执行情况（10分） against the weight in the money block, 绩效指标（90分） against the weights of the indicators, or where there is no weight column against the points of the first-level headings. Not repeated when W201 or W202 has found the same difference.",
	},
	Check: checkSections,
}

func checkSections(p *Pass) {
	for i := range p.Report.Sections {
		s := &p.Report.Sections[i]
		held, fields, ok := p.held(s.Covers)
		if !ok {
			continue
		}
		points := interval.Value(&s.Weight)
		apart := interval.Sub(held, points)
		if apart.Sign() == 0 {
			p.agree(append(slices.Clip(fields), sectionField(i))...)
			continue
		}
		if p.alreadyApart(apart) {
			continue
		}
		field := sectionField(i)
		p.report(fuhe.Finding{
			Field: field, Inputs: fields, Recomputed: interval.Expanded(held, interval.SumPlaces),
			Message: p.In(messageSection, s.Name.Text, interval.Expanded(points, interval.SumPlaces), interval.Expanded(held, interval.SumPlaces)),
		})
	}
}

// agreeSection marks the section whose heading stands at a place as right.
func (p *Pass) agreeSection(at fuhe.Source) {
	for i := range p.Report.Sections {
		if p.Report.Sections[i].Name.At == at {
			p.agree(sectionField(i))
		}
	}
}

func sectionField(i int) fuhe.Field { return fuhe.Field("/sections/" + strconv.Itoa(i) + "/name") }

// held is the points that a section really holds, and the entries they stand in.
func (p *Pass) held(covers fuhe.SectionCover) (*big.Rat, []fuhe.Field, bool) {
	switch covers {
	case fuhe.CoversBudget:
		if len(p.Report.Funds) > 0 && p.Report.Funds[0].Weight.Number != nil {
			return interval.Value(p.Report.Funds[0].Weight.Number), []fuhe.Field{fuhe.FundField(0, "weight")}, true
		}
	case fuhe.CoversIndicators:
		w := p.IndicatorWeights()
		if w.Gaps == 0 && len(w.Fields) > 0 {
			return w.Sum, w.Fields, true
		}
		return p.headingPoints()
	}
	return nil, nil, false
}

// headingPoints adds up the points the first-level headings print; false unless every one of them prints some.
func (p *Pass) headingPoints() (*big.Rat, []fuhe.Field, bool) {
	total, fields := new(big.Rat), []fuhe.Field(nil)
	for _, g := range p.Groups() {
		if g.Points == nil {
			return nil, nil, false
		}
		total = interval.Add(total, g.Points)
		fields = append(fields, fuhe.IndicatorField(g.Rows[0], "level1"))
	}
	return total, fields, len(fields) > 0
}

// alreadyApart reports whether an earlier rule found weights the same points apart: one slip, one finding.
func (p *Pass) alreadyApart(apart *big.Rat) bool {
	if w, ok := p.AllWeights(); ok && p.wrong(figures.TotalWeight, WeightSum, totalWeightOnly) != nil {
		if interval.Compare(interval.Sub(w.Sum, interval.Value(p.Cell(figures.TotalWeight).Number)), apart) == 0 {
			return true
		}
	}
	if w, ok := p.AllWeights(); ok && p.wrong(figures.TotalScore, WeightSum) != nil {
		if interval.Compare(interval.Sub(w.Sum, figures.FullPoints), apart) == 0 {
			return true
		}
	}
	off := new(big.Rat)
	for _, g := range p.Groups() {
		if p.wrong(fuhe.IndicatorField(g.Rows[0], "level1"), groupWeights) != nil {
			w := p.WeightsOf(g.Rows)
			off = interval.Add(off, interval.Sub(w.Sum, g.Points))
		}
	}
	return off.Sign() != 0 && interval.Compare(off, apart) == 0
}
