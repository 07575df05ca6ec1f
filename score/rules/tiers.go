package rules

import (
	"math/big"
	"strconv"
	"strings"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// Qualitative indicators, scored in tiers, and quantitative ones far above their target.

var OutsideTier = &Rule{
	ID: "I306", Name: "outside-tier", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "定性指标的得分在其完成档次之内", EN: "a qualitative score lies in the tier of its printed text"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "定性指标分“达成预期指标”“部分达成预期指标并具有一定效果”“未达成预期指标且效果较差”三档，一般按分值的100%～80%（含）、80%～60%（含）、60%～0计分（湖北为80%、50%）。只在实际完成值写明其中一档时核对；其他文字只要求得分在0分至分值之间（I301）。",
		EN: "Qualitative indicators are scored in three tiers, reached (达成预期指标), partly reached and with some effect, not reached: mostly 100 to 80 % of the weight, 80 to 60 %, 60 to 0 (80 and 50 % in Hubei). Checked only where the actual value names a tier in these words; for any other text the score only has to lie between nothing and the weight (I301).",
	},
	Check: func(p *Pass) {
		for i := range p.Report.Indicators {
			checkTier(p, i)
		}
	},
}

// tierNames are the words in which the national form names its tiers, best first; the longer begins no other.
var tierNames = [3][]string{
	{"达成预期指标", "达成年度指标", "全部达成预期指标", "达到预期指标"},
	{"部分达成预期指标", "部分达成年度指标", "基本达成预期指标并具有一定效果"},
	{"未达成预期指标", "未达成年度指标"},
}

// tierOf is the tier an actual value names, 0 to 2; false when it names none.
func tierOf(actual string) (int, bool) {
	s := text.Squeeze(actual)
	for tier, names := range tierNames {
		for _, name := range names {
			if rest, ok := strings.CutPrefix(s, name); ok && (rest == "" || strings.ContainsRune("，,。.;；(（并且、", []rune(rest)[0])) {
				return tier, true
			}
		}
	}
	return 0, false
}

// tierEnds are what a qualitative score lies between that is in the tier its actual value names, with the row's own weight; false
// where none is named.
func tierEnds(f *figures.Figures, i int) (low, high *big.Rat, named bool) {
	ind := &f.Report.Indicators[i]
	w := ind.Weight.Number
	tier, named := tierOf(ind.Actual.Text)
	if !named || f.Profile.Tiers[0] == 0 || ind.Target.Number != nil || w == nil || w.Value.Sign() <= 0 || f.Shared(i) {
		return nil, nil, false
	}
	ends := []int{100, f.Profile.Tiers[0], f.Profile.Tiers[1], 0}
	return percentOf(w, ends[tier+1]), percentOf(w, ends[tier]), true
}

// InTier tells whether the words of a row permit a score.
func InTier(f *figures.Figures) func(row int, score *big.Rat) bool {
	return func(row int, score *big.Rat) bool {
		low, high, named := tierEnds(f, row)
		return !named || interval.Compare(low, score) <= 0 && interval.Compare(score, high) <= 0
	}
}

func checkTier(p *Pass, i int) {
	ind := &p.Report.Indicators[i]
	low, high, named := tierEnds(p.Figures, i)
	if n := ind.Score.Number; !named || n == nil {
		return
	}
	if v := interval.Claimed(ind.Score.Number); v.Meets(interval.Interval{Lo: low, Hi: high}) {
		p.agree(fuhe.IndicatorField(i, "score"))
		return
	} else if interval.Compare(v.Lo, percentOf(ind.Weight.Number, 100)) > 0 || v.Hi.Sign() < 0 {
		return // I301
	}
	p.report(fuhe.Finding{
		Field: fuhe.IndicatorField(i, "score"), Inputs: []fuhe.Field{fuhe.IndicatorField(i, "actual"), fuhe.IndicatorField(i, "weight")},
		Message: p.In(messageTier, p.NameOf(i), ind.Actual.Text, interval.Expanded(low, interval.SumPlaces), interval.Expanded(high, interval.SumPlaces), ind.Score.Text),
	})
}

// percentOf is so many percent of a weight.
func percentOf(w *fuhe.Number, percent int) *big.Rat {
	return interval.Mul(interval.Value(w), big.NewRat(int64(percent), 100))
}

var overdone = &Rule{
	ID: "I309", Name: "far-above-target", Severity: fuhe.Note,
	Title: fuhe.Phrase{ZH: "实际远超目标，应说明原因", EN: "an actual value far above its target needs an explanation"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "正向定量指标（≥、>、=）的实际完成值达到目标的130%及以上（平台为120%），得满分而原因栏空白的，提示目标可能定得过低；评分规则 integrated 对此扣2分，没有照扣的作警告。百分比指标有上限，成本等反向指标低于目标是节约，都不提；表上没有原因栏的不提。",
		EN: "Said where a quantitative target that is met by more (≥, >, =) is exceeded by 30 % or more (20 % on the platform), the score is full and the column for reasons holds none: the target may have been set too low; profile integrated takes 2 points off for that, and a score without them is a warning. Percentages have an upper end, and a cost below its target is a saving: both are left alone. Silent where the form has no such column.",
	},
	Check: func(p *Pass) {
		for i := range p.Comparisons {
			checkOverdone(p, i)
		}
	},
}

func checkOverdone(p *Pass, i int) {
	ind, costs := &p.Report.Indicators[i], p.Profile.FarAboveCosts
	n, w := ind.Score.Number, ind.Weight.Number
	share, is := p.farAbove(i)
	if !is || n == nil || w == nil || p.markedDown(i) || costs == 0 && (n.Value.Cmp(w.Value) < 0 || !lacksReason(&ind.Deviation)) {
		return
	}
	actual, target := figures.InOneUnit(ind)
	f := fuhe.Finding{
		Field: fuhe.IndicatorField(i, "actual"), Inputs: []fuhe.Field{fuhe.IndicatorField(i, "target")},
		Working: actual + " ÷ " + target + " = " + interval.Expanded(share, interval.WorkingPlaces) + "%",
		Message: p.In(messageOverdone, p.NameOf(i), ind.Target.Text, ind.Actual.Text, interval.Fixed(share, 0), p.reasonState(ind.Deviation.Text)),
	}
	if costs > 0 {
		f.Message = p.In(messageNotMarkedDown, p.NameOf(i), ind.Target.Text, ind.Actual.Text, interval.Fixed(share, 0), strconv.Itoa(costs), ind.Score.Text, ind.Weight.Text)
	}
	if p.Profile.FarAboveWarns {
		f.Severity = fuhe.Warning
	}
	p.report(f)
}

var messageNotMarkedDown = fuhe.Phrase{
	ZH: "“%[1]s”目标%[2]s，实际%[3]s，为目标的%[4]s%%，应扣%[5]s分；得分%[6]s，分值%[7]s",
	EN: "“%[1]s” reached %[4]s %% of its target (%[2]s, actual %[3]s), which costs %[5]s points; it scores %[6]s of %[7]s",
}

// farAbove is what an actual value comes to in percent of a target that is met by more, and whether the profile's line for
// targets set too low is reached.
func (p *Pass) farAbove(i int) (*big.Rat, bool) {
	row, ind := &p.Comparisons[i], &p.Report.Indicators[i]
	if p.Profile.FarAbove == 0 || row.Target == nil || row.Target.Sign() <= 0 || !figures.Upward(row.Sign) && (row.Sign != fuhe.Equals || figures.IsDue(ind.Name.Text)) ||
		figures.IsPercent(ind.Target.Number.Unit) || figures.IsPercent(ind.Actual.Number.Unit) || ind.Actual.Number.Sign != fuhe.NoSign {
		return nil, false
	}
	share := interval.Quo(row.Actual, row.Target)
	share = interval.Mul(share, figures.FullPoints)
	return share, interval.Compare(share, big.NewRat(int64(p.Profile.FarAbove), 1)) >= 0
}

// markedDown reports whether an indicator far above its target lost the points that the profile takes off for that, or all
// that it had.
func (p *Pass) markedDown(i int) bool {
	n, w := p.Report.Indicators[i].Score.Number, p.Report.Indicators[i].Weight.Number
	if p.Profile.FarAboveCosts == 0 || n == nil || w == nil {
		return false
	}
	_, far := p.farAbove(i)
	right := interval.Sub(interval.Value(w), big.NewRat(int64(p.Profile.FarAboveCosts), 1))
	if right.Sign() < 0 {
		right.SetInt64(0)
	}
	return far && interval.CompareNumber(n, right) == 0
}
