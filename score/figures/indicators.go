package figures

import (
	"math/big"
	"regexp"
	"strings"
	"sync"

	"fuhe"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// RateNames are the names of indicators that are the execution rate of the whole budget and nothing else: not that of
// the fiscal part of it (财政资金执行率), nor of one kind of spending (政府采购执行率).
var RateNames = map[string]bool{
	"预算执行率": true, "资金执行率": true, "执行率": true, "预算资金执行率": true, "项目预算执行率": true, "项目资金执行率": true,
	"年度预算执行率": true, "全年预算执行率": true, "预算执行率(%)": true, "资金预算执行率": true, "预算执行率(B/A)": true,
}

// PaymentNames are the names of indicators that say which part of the money was paid: the execution rate by another name, or the
// share of what arrived.
var PaymentNames = map[string]bool{
	"资金支付率": true, "预算支付率": true, "项目资金支付率": true, "预算资金支付率": true, "资金支出率": true, "预算支出率": true, "年度资金支付率": true,
}

// wholeCost tells the names of indicators that are the cost of the whole project: 项目总成本, 项目实施成本, 项目完成成本, 总投资.
var wholeCost = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:本?项目|年度|全年)(?:总|完成|实施|建设|投入|执行|运行|预算)*(?:成本|总投资|投资额)(?:控制|总额|金额|数)*$|^总(?:成本|投资)(?:控制|总额|金额)*$|^(?:项目)?(?:实施|完成)成本(?:控制)?$`)
})

// CostKind says how sure it is that an indicator is a cost of the money block.
type CostKind int

// No cost; a cost of something, 设备购置成本; the cost of the whole project.
const (
	NoCost CostKind = iota
	SomeCost
	WholeCost
)

// CostOf tells a cost by the name of an indicator.
func CostOf(name string) CostKind {
	s := IndicatorName(name)
	switch {
	case wholeCost().MatchString(s):
		return WholeCost
	case strings.Contains(s, "成本") && !text.ContainsAny(s, "率", "单位", "人均", "每", "单", "均", "节约", "降低"):
		return SomeCost
	}
	return NoCost
}

// IndicatorName cuts numbering off a name: 指标1：, 1., (2).
func IndicatorName(name string) string {
	s := text.Squeeze(name)
	if rest, ok := strings.CutPrefix(s, "指标"); ok {
		s = rest
	}
	s = strings.TrimLeft(s, "0123456789.、:;()★▲ ")
	for _, bracket := range []string{"(1)", "(2)", "(3)", "(4)", "(5)"} {
		s = strings.TrimSuffix(s, bracket)
	}
	return strings.TrimRight(s, ":;。")
}

// InYuan is what a figure with a unit of money may stand for, in 元.
func InYuan(n *fuhe.Number, unit string) (interval.Interval, bool) {
	scale, ok := ScaleOf(unit)
	if !ok {
		return interval.Interval{}, false
	}
	return MoneyInterval(interval.Value(n), n.Places, scale, true).Times(interval.Pow10(scale)), true
}

// Repeats reports whether the entry of row i is the same printed cell as that of the row above: a merged cell.
func (f *Figures) Repeats(i, column int) bool {
	if i == 0 {
		return false
	}
	c := f.Places.Cells[f.Places.Indicator(i, column)]
	return c.Present() && c.At == f.Places.Cells[f.Places.Indicator(i-1, column)].At
}

// ScoreShared reports whether the score of row i is merged over several rows: then it is not this row's alone.
func (f *Figures) ScoreShared(i int) bool { return f.shares(i, ColScore) }

// WeightShared reports whether the weight of row i is: then its points are dealt out between rows that no cell tells.
func (f *Figures) WeightShared(i int) bool { return f.shares(i, ColWeight) }

// Shared reports whether score or weight of row i is: then the score is not to be held against the weight.
func (f *Figures) Shared(i int) bool { return f.ScoreShared(i) || f.WeightShared(i) }

func (f *Figures) shares(i, column int) bool {
	return f.Repeats(i, column) || i+1 < len(f.Report.Indicators) && f.Repeats(i+1, column)
}

// IndicatorInputs are the entries that the score of an indicator follows from.
func (f *Figures) IndicatorInputs(i int) []fuhe.Field {
	return []fuhe.Field{fuhe.IndicatorField(i, "target"), fuhe.IndicatorField(i, "actual"), fuhe.IndicatorField(i, "weight")}
}

// Standing is the outcome of that comparison; unknown unless both are figures of one kind and the target prints, or
// does not need, a comparison sign.
type Standing int

// The outcomes of a comparison.
const (
	Unknown Standing = iota
	Met
	Missed
	Short // below a target that prints no comparison: missed if at least is meant
)

// Comparison is the figures of one indicator, brought to one unit.
type Comparison struct {
	Target, Actual *big.Rat
	span           interval.Interval // what the actual may stand for
	Sign           fuhe.Sign
	unit           string // of the target
	Standing       Standing

	Due
}

// short reports whether an actual value lies below a target that prints no comparison.
func (row *Comparison) short(actualSign fuhe.Sign) bool {
	lost := IsPercent(row.unit) && row.Target != nil && interval.Compare(row.Target, FullPoints) > 0 // 290% may have been ≥90%
	return row.Target != nil && !lost && row.Sign == fuhe.NoSign && (actualSign == fuhe.NoSign || actualSign == fuhe.Equals) &&
		row.Standing == Unknown && interval.Compare(row.span.Hi, row.Target) < 0
}

// Names of indicators for which only at least can be meant, and those for which at most may be.
var (
	atLeastNames = []string{"满意", "合格率", "及时率", "覆盖率", "完成率", "达标率", "知晓率", "完好率", "准确率", "到位率", "优良率", "通过率", "参与率", "普及率"}
	atMostNames  = []string{"成本", "费用", "价", "支出", "经费", "投诉", "事故", "时间", "时长", "时限", "天数", "耗", "排放", "死亡", "发病", "发案", "差错", "误差", "失业", "超支", "次生", "违", "返修", "浓度", "噪", "压减", "下降", "控制"}
)

// shortBy is what a value below an unsigned target comes to by the name of its indicator.
func shortBy(ind *fuhe.Indicator) Standing {
	name := ind.Name.Text
	switch {
	case text.ContainsAny(name, atMostNames...), IsDue(name):
		return Unknown
	case text.ContainsAny(name, atLeastNames...):
		return Missed
	}
	return Short
}

// readIndicators compares the target of each indicator with its actual value.
func readIndicators(r *fuhe.Report) []Comparison {
	rows := make([]Comparison, len(r.Indicators))
	for i := range r.Indicators {
		ind := &r.Indicators[i]
		t, x := ind.Target.Number, ind.Actual.Number
		if rows[i].Due = DueOf(ind, r.Year); rows[i].Dates || t == nil || x == nil {
			continue
		}
		rows[i] = compareUnits(t, x)
		rows[i].Standing = rows[i].stand(x.Sign)
		if rows[i].Standing == Missed && rows[i].Sign == fuhe.Equals && interval.Compare(rows[i].Actual, rows[i].Target) < 0 && IsDue(ind.Name.Text) {
			rows[i].Standing = Met // sooner than it was due
		}
		if rows[i].short(x.Sign) {
			rows[i].Standing = shortBy(ind)
		}
	}
	return rows
}

// IsPercent reports whether a unit is percent, however it is spelled.
func IsPercent(unit string) bool { return plainUnit(unit) == "%" }

// stand compares. An actual that is itself an inequality (>20次) may prove a target met, never missed; without a sign
// only the very target value is met, because whether more or less is better is not printed.
func (row Comparison) stand(actualSign fuhe.Sign) Standing {
	if row.Target == nil {
		return Unknown
	}
	c := interval.Compare(row.Actual, row.Target)
	if actualSign != fuhe.NoSign && actualSign != fuhe.Equals {
		switch {
		case Upward(row.Sign) && Upward(actualSign) && c >= 0 && (row.Sign == fuhe.AtLeast || actualSign == fuhe.Above || c > 0):
			return Met
		case Downward(row.Sign) && Downward(actualSign) && c <= 0 && (row.Sign == fuhe.AtMost || actualSign == fuhe.Below || c < 0):
			return Met
		}
		return Unknown
	}
	switch row.Sign {
	case fuhe.AtLeast:
		return outcome(c >= 0, c < 0)
	case fuhe.Above:
		return outcome(c > 0, c < 0)
	case fuhe.AtMost:
		return outcome(c <= 0, c > 0)
	case fuhe.Below:
		return outcome(c < 0, c > 0)
	case fuhe.Equals:
		return outcome(c == 0, c < 0 || row.Target.Sign() == 0 && c > 0)
	}
	return outcome(c == 0, false)
}

// outcome is what a comparison comes to.
func outcome(isMet, isMissed bool) Standing {
	switch {
	case isMet:
		return Met
	case isMissed:
		return Missed
	}
	return Unknown
}

// Upward reports whether more is better.
func Upward(s fuhe.Sign) bool { return s == fuhe.AtLeast || s == fuhe.Above }

// Downward reports whether less is better.
func Downward(s fuhe.Sign) bool { return s == fuhe.AtMost || s == fuhe.Below }
