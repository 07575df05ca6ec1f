package rules

import (
	"math/big"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// Actual values that are missing, or that cannot be held against their targets.

var noActual = &Rule{
	ID: "I305", Name: "no-actual", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "未填实际完成值不应得分", EN: "no actual value, yet points"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "实际完成值空白或只有短横而得分大于0的提示；加分项没有目标，不提。上海样表有40分如此。",
		EN: "Said where the actual value is blank or a dash and the score is above 0; rows that give points on top (加分项) have no target. The Shanghai sample has 40 points of that kind.",
	},
	Check: func(p *Pass) {
		for i := range p.Report.Indicators {
			ind := &p.Report.Indicators[i]
			if !text.Unfilled(ind.Actual) || ind.Score.Number == nil || ind.Score.Number.Value.Sign() <= 0 || p.ScoreShared(i) || figures.Adds(ind) && text.Unfilled(ind.Target) {
				continue
			}
			p.report(fuhe.Finding{
				Field: fuhe.IndicatorField(i, "score"), Inputs: []fuhe.Field{fuhe.IndicatorField(i, "actual")},
				Effect:  p.EffectOnTotal(new(big.Rat).Neg(interval.Value(ind.Score.Number))),
				Message: p.In(messageNoActual, p.NameOf(i), ind.Score.Text),
			})
		}
	},
}

var notComparable = &Rule{
	ID: "I307", Name: "not-comparable", Severity: fuhe.Note,
	Title: fuhe.Phrase{ZH: "目标与实际应同一口径、同一单位", EN: "target and actual are of one kind and unit"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "目标与实际都是数值而计量单位不同（如≥200人对180人次）的，提示无法核对；元与万元会换算；一方省略单位的，按量级判断是同一单位还是省去了“万”“亿”“千”（≥10万人次对105000），判断不了的也提示。",
		EN: "Said where both are figures with different units (≥200人 against 180人次): not checked. Units of money are converted. Where one prints no unit, the magnitudes tell whether it is in that of the other or in ones (≥10万人次 against 105000); where they do not, it is said, too.",
	},
	Check: func(p *Pass) {
		for i, row := range p.Comparisons {
			ind := &p.Report.Indicators[i]
			if row.Target != nil || row.Dates || ind.Target.Number == nil || ind.Actual.Number == nil {
				continue
			}
			p.report(fuhe.Finding{
				Field: fuhe.IndicatorField(i, "actual"), Inputs: []fuhe.Field{fuhe.IndicatorField(i, "target")},
				Message: p.In(messageNotComparable, p.NameOf(i), ind.Target.Text, ind.Actual.Text),
			})
		}
	},
}

var noValue = &Rule{
	ID: "I308", Name: "no-value", Severity: fuhe.Note,
	Title: fuhe.Phrase{ZH: "实际完成值应是数值，不是范围", EN: "the actual is a value, not a range"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "实际完成值抄目标（≥266米）或只写“>20次”的，提示；“>20次”对“≥20次”本身是达标。",
		EN: "Said where the actual repeats the target (≥266米) or is an inequality (>20次); “>20次” against “≥20次” is met all the same.",
	},
	Check: func(p *Pass) {
		for i := range p.Report.Indicators {
			ind := &p.Report.Indicators[i]
			if n := ind.Actual.Number; n == nil || n.Sign == fuhe.NoSign || n.Sign == fuhe.Equals {
				continue
			}
			p.report(fuhe.Finding{
				Field: fuhe.IndicatorField(i, "actual"), Inputs: []fuhe.Field{fuhe.IndicatorField(i, "target")},
				Message: p.In(messageNoValue, p.NameOf(i), ind.Actual.Text),
			})
		}
	},
}
