package rules

import (
	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

// The points of the first level against what the profile deals out in principle.

var split = &Rule{
	ID: "W204", Name: "split", Severity: fuhe.Note,
	Title: fuhe.Phrase{ZH: "一级指标的分值与通用规则的比例", EN: "the first-level split against the profile's"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "通用规则原则上为产出50、效益30、满意度10（预算执行10）。只在一级指标恰为这三类、分值齐全且合计相符时比较，不同的作提示；地方规则另有规定的不提。",
		EN: "In principle output 50, benefit 30, satisfaction 10, besides execution 10. Compared only where the first level is just these three, every weight is there and they add up; silent for profiles with a split of their own.",
	},
	Check: checkSplit,
}

func checkSplit(p *Pass) {
	groups := p.Groups()
	n := p.Cell(figures.TotalWeight).Number
	w, ok := p.AllWeights()
	if len(p.Profile.Split) == 0 || len(groups) != len(p.Profile.Split) || !ok || n == nil || interval.CompareNumber(n, w.Sum) != 0 || interval.Compare(w.Sum, figures.FullPoints) != 0 {
		return
	}
	var off []fuhe.Finding
	for _, g := range groups {
		field := fuhe.IndicatorField(g.Rows[0], "level1")
		want := p.Profile.PointsOf(p.Cell(field).Text)
		if want == nil {
			return
		}
		if have := p.WeightsOf(g.Rows); interval.Compare(have.Sum, want) != 0 {
			off = append(off, fuhe.Finding{
				Field: field, Inputs: have.Fields, Published: have.Text(), Working: have.Working(),
				Message: p.In(messageSplit, p.Cell(field).Text, have.Text(), interval.Expanded(want, interval.SumPlaces)),
			})
		}
	}
	for _, f := range off {
		p.report(f)
	}
}
