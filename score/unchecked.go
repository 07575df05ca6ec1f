package score

import (
	"strings"

	"fuhe"
	"fuhe/score/figures"
)

// Why a figure is not checked: it was not read as a number, what it would be checked by was not, or the form prints nothing
// to check it by.
var (
	uncheckedText      = fuhe.Phrase{ZH: "不是一个可以比较的数", EN: "it is no single figure to compare"}
	uncheckedNamed     = fuhe.Phrase{ZH: "同一行的另一个数已被提出", EN: "a finding stands at another figure of its row"}
	uncheckedTarget    = fuhe.Phrase{ZH: "实际完成值不是可与目标比较的数", EN: "the actual value is no figure to compare with the target"}
	uncheckedActual    = fuhe.Phrase{ZH: "年度指标值不是可与实际比较的数", EN: "the target is no figure to compare with the actual value"}
	uncheckedPair      = fuhe.Phrase{ZH: "没有规则能据以核对目标与实际", EN: "no rule compares this target and actual value"}
	uncheckedUnscored  = fuhe.Phrase{ZH: "该指标的得分没有印出或未读取，无从复核", EN: "the points of the indicator are not printed, or not read"}
	uncheckedAmount    = fuhe.Phrase{ZH: "同行没有可与之核对的执行率，各来源也不能与合计相加核对", EN: "no rate in its row and no sum of sources to check it by"}
	uncheckedRate      = fuhe.Phrase{ZH: "没有可据以复算的预算数与执行数", EN: "no budget and executed amount to compute it from"}
	uncheckedOfNothing = fuhe.Phrase{ZH: "预算数为0，执行率无从计算", EN: "the budget is 0: there is no rate to compute"}
	uncheckedNegative  = fuhe.Phrase{ZH: "预算数或执行数为负，执行率没有意义", EN: "budget or executed is negative: there is no rate to compute"}
	uncheckedPoints    = fuhe.Phrase{ZH: "表上没有可据以复核的数", EN: "nothing on the form to check it by"}
	uncheckedOwnScore  = fuhe.Phrase{ZH: "按表上未印出的地方公式计分，无从复算", EN: "scored by a local formula that the form does not print: it cannot be recomputed"}
	uncheckedSum       = fuhe.Phrase{ZH: "各项未全部读取，无法相加核对", EN: "not all parts were read: no sum to check it by"}
	uncheckedSumAbsent = fuhe.Phrase{ZH: "各项不全或没有印出，无法相加核对", EN: "its parts are not all printed: no sum to check it by"}
)

// whyUnchecked says it of an entry; named when a finding stands at another figure of its row.
func whyUnchecked(f *figures.Figures, field fuhe.Field, c *fuhe.Cell, named bool) string {
	switch {
	case c.Doubt != nil:
		return c.Doubt.In(f.Lang)
	case c.Number == nil && !strings.HasPrefix(string(field), "/sections/"):
		return uncheckedText.In(f.Lang)
	case f.Report.Scanned && c.Number != nil:
		return uncheckedScanned.In(f.Lang)
	case named && strings.HasPrefix(string(field), "/indicators/"):
		return uncheckedNamed.In(f.Lang)
	}
	return uncheckedBy(f, field).In(f.Lang)
}

// uncheckedBy is why a number is not checked.
func uncheckedBy(f *figures.Figures, field fuhe.Field) fuhe.Phrase {
	list, _, _ := strings.Cut(strings.TrimPrefix(string(field), "/"), "/")
	switch key := field.Key(); {
	case list == "total" || list == "header_total" || list == "sections" || list == "subtotals":
		if sumsUnread(f) {
			return uncheckedSum
		}
		return uncheckedSumAbsent
	case list == "indicators" && (key == "target" || key == "actual"):
		n := &f.Report.Indicators[field.Row()]
		switch {
		case key == "target" && n.Actual.Number == nil:
			return uncheckedTarget
		case key == "actual" && n.Target.Number == nil:
			return uncheckedActual
		case n.Score.Number == nil:
			return uncheckedUnscored
		}
		return uncheckedPair
	case key == "execution_rate":
		return uncheckedRateOf(&f.Funds[field.Row()])
	case scoredOwnWay(f, field):
		return uncheckedOwnScore
	case key == "weight" || key == "score":
		if sumsUnread(f) {
			return uncheckedSum
		}
		return uncheckedPoints
	}
	return uncheckedAmount
}

// uncheckedRateOf is why the rate of a fund is not checked.
func uncheckedRateOf(m *figures.Money) fuhe.Phrase {
	a, b := m.Denominator(), m.Executed
	switch {
	case !a.Known || !b.Known:
		return uncheckedRate
	case a.Exact.Sign() < 0 || b.Exact.Sign() < 0:
		return uncheckedNegative
	case a.Exact.Sign() == 0:
		return uncheckedOfNothing
	}
	return uncheckedRate
}

// sumsUnread reports whether the points of a form are not all read.
func sumsUnread(f *figures.Figures) bool {
	if f.Report.Incomplete("/indicators") || f.Report.Incomplete("/funds") {
		return true
	}
	for i := range f.Report.Indicators {
		if n := &f.Report.Indicators[i]; figures.Unread(&n.Weight) || figures.Unread(&n.Score) {
			return true
		}
	}
	return len(f.Report.Funds) > 0 && (figures.Unread(&f.Report.Funds[0].Weight) || figures.Unread(&f.Report.Funds[0].Score))
}
