package rules

import (
	"cmp"
	"math/big"
	"slices"
	"strings"
	"unicode"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// Indicators worth a question: notes.

var noNumber = &Rule{
	ID: "Q104", Name: "quantity-without-number", Severity: fuhe.Note,
	Title: fuhe.Phrase{ZH: "数量指标应有数值", EN: "a quantity has a number"},
	Basis: basisIndicators,
	Explain: fuhe.Phrase{
		ZH: "二级指标是“数量指标”，名称说的也是数量（人数、次数、面积一类），而目标与实际完成值里都没有数字的，提示。填表单位标明“定性”的、模板空行、读不准的单元格不提。",
		EN: "Said of rows under 数量指标 that are named as something counted or measured (人数, 次数, 面积 and the like) and have no number in target or actual value. Silent where the form says 定性 (qualitative), for unused template rows and for cells in doubt.",
	},
	Check: checkNoNumber,
}

var messageNoNumber = fuhe.Phrase{
	ZH: "“%[1]s”列在“%[2]s”下，目标与实际完成值都没有数值，无从衡量完成多少",
	EN: "“%[1]s” stands under “%[2]s” and has no number in target or actual value: nothing tells how much was done",
}

// counted are the ends of names of things that are counted or measured.
var counted = []string{"数", "数量", "量", "次", "场次", "批次", "人次", "班次", "期数", "面积", "里程", "长度", "规模", "户", "台套", "册"}

func checkNoNumber(p *Pass) {
	for i := range p.Report.Indicators {
		if p.lacksNumber(i) {
			p.report(fuhe.Finding{
				Field: fuhe.IndicatorField(i, "target"), Inputs: []fuhe.Field{fuhe.IndicatorField(i, "actual")},
				Message: p.In(messageNoNumber, p.NameOf(i), p.Report.Indicators[i].Level2.Text),
			})
		}
	}
}

// lacksNumber reports whether a row is a quantity without one.
func (p *Pass) lacksNumber(i int) bool {
	ind := &p.Report.Indicators[i]
	name, _, _ := strings.Cut(plainName(ind.Name.Text), "(")
	isCount := slices.ContainsFunc(counted, func(end string) bool { return strings.HasSuffix(name, end) })
	if !strings.Contains(ind.Level2.Text, "数量") || !isCount || !ind.Target.Present() || strings.HasSuffix(name, "质量") {
		return false
	}
	if w := ind.Weight.Number; text.IsBlank(ind.Target.Text) && (w == nil || w.Value.Sign() <= 0) {
		return false // a row of the empty form
	}
	for _, c := range []*fuhe.Cell{&ind.Target, &ind.Actual} {
		if c.Number != nil || c.Doubt != nil || c.Struck || strings.ContainsFunc(c.Text, isNumeral) || strings.Contains(c.Text, "定性") {
			return false
		}
	}
	return true
}

// isNumeral reports whether a letter may be part of a number, Chinese ones included.
func isNumeral(r rune) bool {
	return unicode.IsNumber(r) || strings.ContainsRune("〇零一二两三四五六七八九十百千万亿半壹贰叁肆伍陆柒捌玖拾佰仟", r)
}

var noSatisfaction = &Rule{
	ID: "Q105", Name: "no-satisfaction", Severity: fuhe.Note,
	Title: fuhe.Phrase{ZH: "总分留有余地的表应设满意度指标", EN: "points are left for an indicator of satisfaction"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "全表没有满意度指标，而印出的总分值减去各项分值还余5至20分（满意度原则上10分），或满意度一栏有分值却没有指标的，提示。分值有空缺、总分值没有印出的不提。",
		EN: "Said where the form has no indicator of satisfaction and the printed total weight leaves 5 to 20 points beside the weights (in principle satisfaction has 10), or where the row of satisfaction has points and no indicator. Silent where weights are missing or no total weight is printed.",
	},
	Check: checkNoSatisfaction,
}

var (
	messageNoSatisfaction = fuhe.Phrase{
		ZH: "总分值%[1]s，各项分值之和%[2]s，余%[3]s分，而全表没有满意度指标",
		EN: "the total weight is %[1]s, the weights add up to %[2]s: %[3]s points are left, and the form has no indicator of satisfaction",
	}
	messageEmptySatisfaction = fuhe.Phrase{
		ZH: "“%[1]s”有分值%[2]s，却没有设指标",
		EN: "“%[1]s” has a weight of %[2]s and no indicator",
	}
)

func checkNoSatisfaction(p *Pass) {
	empty := -1
	for i := range p.Report.Indicators {
		ind := &p.Report.Indicators[i]
		if !strings.Contains(ind.Level1.Text+ind.Level2.Text+ind.Name.Text, "满意") {
			continue
		}
		if !text.IsBlank(plainName(ind.Name.Text)) || !text.IsBlank(ind.Target.Text) || ind.Target.Doubt != nil || ind.Name.Doubt != nil {
			return // there is one
		}
		if w := ind.Weight.Number; w != nil && w.Value.Sign() > 0 && empty < 0 {
			empty = i
		}
	}
	if empty >= 0 {
		w := &p.Report.Indicators[empty].Weight
		p.report(fuhe.Finding{Field: fuhe.IndicatorField(empty, "weight"), Message: p.In(messageEmptySatisfaction, p.NameOf(empty), w.Text)})
		return
	}
	n := p.Cell(figures.TotalWeight).Number
	w, ok := p.AllWeights()
	if !ok || n == nil || !p.OutOfHundred() || p.TotalOfIndicators() {
		return
	}
	left := interval.Sub(interval.Value(n), w.Sum)
	if interval.Compare(left, big.NewRat(fewestSatisfactionPoints, 1)) < 0 || interval.Compare(left, big.NewRat(mostSatisfactionPoints, 1)) > 0 {
		return
	}
	p.report(fuhe.Finding{
		Field: figures.TotalWeight, Inputs: w.Fields, Working: w.Working(),
		Message: p.In(messageNoSatisfaction, n.String(), w.Text(), interval.Expanded(left, interval.SumPlaces)),
	})
}

var targetsRepeat = &Rule{
	ID: "Q106", Name: "targets-repeat", Severity: fuhe.Note,
	Title: fuhe.Phrase{ZH: "目标不应逐项照抄实际完成值", EN: "targets are set before the actual values are known"},
	Basis: fuhe.Phrase{ZH: "审核经验（不是算术关系）", EN: "auditors' experience, no arithmetic"},
	Explain: fuhe.Phrase{
		ZH: "每一行可比的定量指标，实际完成值都与目标一字不差，且其中至少三行印有≥、≤一类符号、又不是个位整数或100%的，作一条提示：目标可能是事后照实际填的。有一行不同即不提。",
		EN: "One note where the actual value of every quantitative row that compares is its target to the last digit, and at least three of them print ≥, ≤ or the like and are neither a single digit nor 100 %: a bound is seldom hit exactly, and the targets may have been filled in afterwards. One row that differs, and nothing is said.",
	},
	Check: checkTargetsRepeat,
}

var messageTargetsRepeat = fuhe.Phrase{
	ZH: "%[1]d项定量指标的目标与实际完成值逐项一字不差（如“%[2]s”%[3]s），目标可能是事后照实际填的",
	EN: "all %[1]d quantitative targets are their actual values to the last digit (as “%[2]s” %[3]s): they may have been filled in afterwards",
}

func checkTargetsRepeat(p *Pass) {
	var fields []fuhe.Field
	telling, first := 0, -1
	for i := range p.Report.Indicators {
		ind := &p.Report.Indicators[i]
		t, x := ind.Target.Number, ind.Actual.Number
		if t == nil || x == nil || x.Sign != fuhe.NoSign && x.Sign != fuhe.Equals || p.Comparisons[i].Target == nil {
			continue
		}
		if !t.Value.Equal(x.Value) {
			return
		}
		fields = append(fields, fuhe.IndicatorField(i, "target"), fuhe.IndicatorField(i, "actual"))
		if !isTelling(t) {
			continue
		}
		if telling++; first < 0 || p.moreTelling(i, first) {
			first = i
		}
	}
	if telling < tellingRepeats {
		return
	}
	p.report(fuhe.Finding{
		Field: fuhe.IndicatorField(first, "target"), Inputs: fields,
		Message: p.In(messageTargetsRepeat, len(fields)/2, p.NameOf(first), p.Report.Indicators[first].Actual.Text),
	})
}

// isTelling reports whether a target that is hit to the last digit says something: an exact number that is due, a few things
// and all of them say nothing.
func isTelling(t *fuhe.Number) bool {
	if t.Sign == fuhe.NoSign || t.Sign == fuhe.Equals {
		return false
	}
	return t.Places > 0 || len(t.Value.String()) > 1 && (!figures.IsPercent(t.Unit) || interval.CompareNumber(t, figures.FullPoints) != 0)
}

// moreTelling orders rows by what they say, whatever their order on the form: more digits first.
func (p *Pass) moreTelling(i, other int) bool {
	a, b := &p.Report.Indicators[i], &p.Report.Indicators[other]
	return cmp.Or(cmp.Compare(len(a.Target.Number.String()), len(b.Target.Number.String())), cmp.Compare(b.Name.Text, a.Name.Text)) > 0
}
