package rules

import (
	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// Totals that are printed in part, or in two places.

var totalWeightOnly = &Rule{
	ID: "T402", Name: "total-weight", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "合计行只印分值的，分值合计＝各项分值之和", EN: "where the last row prints the weight alone, it is the sum of the weights"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "有的表（如四川510000_0013zp）合计行只印100、不印总得分。核对办法与W201相同，合计行印有总得分的归W201。",
		EN: "Some forms (Sichuan 510000_0013zp) print 100 in their last row and no total score. Checked as W201 is; a last row that prints a score is W201's.",
	},
	Check: func(p *Pass) {
		if p.weightAlone() {
			checkWeightSum(p)
		}
	},
}

// weightAlone reports whether the last row prints a weight and no score.
func (p *Pass) weightAlone() bool {
	return p.Cell(figures.TotalWeight).Number != nil && text.Unfilled(*p.Cell(figures.TotalScore))
}

var TotalsAgree = &Rule{
	ID: "T404", Name: "totals-agree", Severity: fuhe.Error, Heeds: []*Rule{WeightSum, totalWeightOnly, BudgetScore, TotalScore, GradeBand},
	Title: fuhe.Phrase{ZH: "表头与末行的总分一致", EN: "the totals in the header and in the last row agree"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "表头和末行都印有总分、总分值或等级时，两处应当一致；小数位不同而不矛盾的不提。记在表头一处，末行是否等于各项之和由T401核对。只有末行正是各项之和、表头又不是这个和的另一种容许读法（取整、未取整、注明的扣分）时，才以末行更正表头；否则两个数都写明，表头不改。",
		EN: "Where header and last row both print a total score, weight or grade, they agree; different places without contradiction are nothing. The finding stands at the header; whether the last row is the sum of the scores is T401's. The header is corrected to the last row only where that is the sum and the header no other permitted reading of it (rounded, unrounded, less what a remark takes off); else both are said and the header stays.",
	},
	Check: checkTotalsAgree,
}

func checkTotalsAgree(p *Pass) {
	if p.Report.HeaderTotal == nil {
		return
	}
	for _, key := range figures.TotalKeys() {
		header, last := fuhe.Field("/header_total/"+key), fuhe.Field("/total/"+key)
		h, l := p.Cell(header), p.Cell(last)
		differ := text.Squeeze(h.Text) != text.Squeeze(l.Text)
		switch {
		case text.IsBlank(h.Text) || text.IsBlank(l.Text):
			continue
		case h.Number != nil && l.Number != nil:
			differ = !interval.Claimed(h.Number).Meets(interval.Claimed(l.Number))
		case h.Number != nil || l.Number != nil:
			continue // a figure beside words: not one quantity for sure
		}
		if !differ {
			p.agree(header, last)
			continue
		}
		f := fuhe.Finding{Field: header, Inputs: []fuhe.Field{last}, Message: p.In(MessageTotalsDiffer, p.Label(last), h.Text, l.Text)}
		if wrong := p.wrong(last); wrong != nil && (h.Number == nil || sameDigits(wrong.Recomputed, h.Text)) {
			f.Root = wrong.ID // the header is right: the slip is in the last row
		} else if wrong == nil && (key != "score" || h.Number == nil || p.lastDecides(h.Number)) {
			f.Recomputed = l.Text
		}
		p.report(f)
	}
}

// lastDecides reports whether the total of the last row is the sum of scores that are right themselves, and the one in the header
// no reading of it: else which of the two is right is not known.
func (p *Pass) lastDecides(header *fuhe.Number) bool {
	return p.TotalDecides(header, p.Scores().Known) && p.wrong(fuhe.FundField(0, "score"), BudgetScore) == nil
}

// sameDigits reports whether two texts are one figure.
func sameDigits(a, b string) bool {
	x, okX := fuhe.ParseNumber(a)
	y, okY := fuhe.ParseNumber(b)
	return okX && okY && x.Value.Equal(y.Value)
}
