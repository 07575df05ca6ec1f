package score

import (
	"math/big"

	"fuhe"
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
	groups := p.groups()
	n := p.cell(totalWeightField).Number
	w, ok := p.everyWeight()
	if len(p.Profile.Split) == 0 || len(groups) != len(p.Profile.Split) || !ok || n == nil || value(n).Cmp(w.sum) != 0 || w.sum.Cmp(scoreFullPoints) != 0 {
		return
	}
	var off []fuhe.Finding
	for _, g := range groups {
		field := fuhe.IndicatorField(g.rows[0], "level1")
		want := p.Profile.pointsOf(p.cell(field).Text)
		if want == nil {
			return
		}
		if have := p.weigh(g.rows); have.sum.Cmp(want) != 0 {
			off = append(off, fuhe.Finding{
				Field: field, Inputs: have.fields, Published: have.text(), Working: have.working(),
				Message: p.say(saysSplit, p.cell(field).Text, have.text(), expanded(want, sumPlaces)),
			})
		}
	}
	for _, f := range off {
		p.report(f)
	}
}

// pointsOf is what a first-level heading holds in principle; nil when the profile does not say.
func (p *Profile) pointsOf(heading string) *big.Rat {
	for _, s := range p.Split {
		if squeeze(heading) == s.Heading {
			return big.NewRat(int64(s.Points), 1)
		}
	}
	return nil
}
