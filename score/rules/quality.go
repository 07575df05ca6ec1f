package rules

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/text"
)

// The quality of indicators: what is wrong with them whatever their figures are. These are warnings: the arithmetic may hold.

// basisIndicators is what says how indicators are set. It is cited by document, never by article.
var basisIndicators = fuhe.Phrase{
	ZH: "财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》",
	EN: "财预〔2021〕101号, Guide to Core Targets and Indicators of Project Expenditure (trial)",
}

var costAtLeast = &Rule{
	ID: "Q101", Name: "cost-at-least", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "成本指标的目标应是上限", EN: "the target of a cost is an upper end"},
	Basis: basisIndicators,
	Explain: fuhe.Phrase{
		ZH: "成本类指标（一、二级指标或名称印有“成本”）以金额为目标而写作“≥”“>”的提示：花得越多越达标。节约额、补助标准、收入、投资一类本应越多越好的，百分比目标，以及没有比较符号的，都不提。",
		EN: "Said where an indicator of cost (成本 in its headings or its name) has an amount of money with ≥ or > for its target: the more is spent, the better it is met. Silent for savings, rates of benefit, income and investment, which are met by more; for percentages; and without a comparison sign.",
	},
	Check: checkCostAtLeast,
}

var messageCostAtLeast = fuhe.Phrase{
	ZH: "“%[1]s”是成本，目标却写作“%[2]s”：花得越多越达标，应为上限（≤）",
	EN: "“%[1]s” is a cost and its target is “%[2]s”: the more is spent, the better it is met; an upper end (≤) is meant",
}

// metByMore are words of indicators that are met by more although they stand among the costs: savings, what is paid out to
// people by a standard, what comes in.
var metByMore = []string{"节约", "节省", "节支", "降低", "减少", "下降", "压减", "压缩", "缩减", "核减", "标准", "补助", "补贴", "救助", "奖励", "待遇", "发放",
	"收入", "收益", "效益", "增收", "增加", "提高", "提升", "投入", "投资", "筹", "产值", "配套"}

func checkCostAtLeast(p *Pass) {
	for i := range p.Report.Indicators {
		ind := &p.Report.Indicators[i]
		n, name := ind.Target.Number, ind.Name.Text
		if n == nil || !figures.Upward(n.Sign) || !text.ContainsAny(ind.Level1.Text+ind.Level2.Text+name, "成本") || text.ContainsAny(name, metByMore...) {
			continue
		}
		if !strings.Contains(n.Unit, "元") && (n.Unit != "" || !strings.Contains(name, "元")) {
			continue
		}
		p.report(fuhe.Finding{Field: fuhe.IndicatorField(i, "target"), Message: p.In(messageCostAtLeast, p.NameOf(i), ind.Target.Text)})
	}
}

var rateAsQuantity = &Rule{
	ID: "Q102", Name: "rate-as-quantity", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "资金支付率、预算执行率不是数量指标", EN: "how much was paid is no quantity of output"},
	Basis: basisIndicators,
	Explain: fuhe.Phrase{
		ZH: "名称是资金支付率、预算执行率、支出进度一类，而二级指标是“数量指标”的提示：付了多少钱不是办了多少事。资金栏已按执行率扣分、这一项又扣分的，X603已提，这里降为提示。列在其他二级指标下的不提。",
		EN: "Said where an indicator named 资金支付率, 预算执行率, 支出进度 or the like stands under 数量指标: how much was paid does not say how much was done. A note where points were lost by it in the money block too, of which X603 speaks. Silent under any other heading.",
	},
	Check: checkRateAsQuantity,
}

var messageRateAsQuantity = fuhe.Phrase{
	ZH: "“%[1]s”列在“%[2]s”下：它是资金的支付进度，不是产出的数量",
	EN: "“%[1]s” stands under “%[2]s”: it is how much was paid, not how much was done",
}

func checkRateAsQuantity(p *Pass) {
	for i := range p.Report.Indicators {
		ind := &p.Report.Indicators[i]
		if !strings.Contains(ind.Level2.Text, "数量") || !isPayment(figures.IndicatorName(ind.Name.Text)) || p.namedAbove(i) {
			continue
		}
		f := fuhe.Finding{
			Field: fuhe.IndicatorField(i, "name"), Inputs: []fuhe.Field{fuhe.IndicatorField(i, "level2")},
			Message: p.In(messageRateAsQuantity, p.NameOf(i), ind.Level2.Text),
		}
		if p.chargesAgain(i) {
			f.Severity = fuhe.Note
		}
		p.report(f)
	}
}

// isPayment reports whether a name is that of a share of money paid: 资金支付率, not 资金支付及时率.
func isPayment(name string) bool {
	if figures.RateNames[name] {
		return true
	}
	name, _, _ = strings.Cut(name, "(")
	ends := slices.ContainsFunc([]string{"支付率", "执行率", "支出率", "支付进度", "支出进度", "执行进度"}, func(end string) bool { return strings.HasSuffix(name, end) })
	return ends && text.ContainsAny(name, "资金", "预算", "经费")
}

// namedAbove reports whether the name of row i is the printed cell of the row above, merged over both.
func (p *Pass) namedAbove(i int) bool {
	return i > 0 && p.Report.Indicators[i].Name.Present() && p.Report.Indicators[i].Name.At == p.Report.Indicators[i-1].Name.At
}

var indicatorTwice = &Rule{
	ID: "Q103", Name: "indicator-twice", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "同一指标不重复设置", EN: "one indicator stands once"},
	Basis: basisIndicators,
	Explain: fuhe.Phrase{
		ZH: "两行指标名称、目标相同的提示：同在一个一级指标下的，实际完成值也须相同；分列产出、效益的，只看名称和目标。名称不满三字的、目标空白的、合并单元格、分属两个总体目标（一级指标重新开始）的不提。",
		EN: "Said where two rows have one name and one target: within one first-level heading the actual values must be the same too, across headings (产出 and 效益) name and target do. Silent for names of fewer than three characters, blank targets, merged cells, and rows that belong to two goals (the first level begins anew).",
	},
	Check: checkIndicatorTwice,
}

var messageIndicatorTwice = fuhe.Phrase{
	ZH: "“%[1]s”（目标%[2]s）出现两次：第%[3]d行“%[4]s”和第%[5]d行“%[6]s”",
	EN: "“%[1]s” (target %[2]s) stands here twice: in row %[3]d under “%[4]s” and in row %[5]d under “%[6]s”",
}

func checkIndicatorTwice(p *Pass) {
	type key struct {
		goal         int
		name, target string
	}
	seen := make(map[key][]int)
	goals := p.goalOfRows()
	for i := range p.Report.Indicators {
		ind := &p.Report.Indicators[i]
		name := plainName(ind.Name.Text)
		if utf8.RuneCountInString(name) < shortestName || strings.HasSuffix(name, "指标") || text.IsBlank(ind.Target.Text) {
			continue
		}
		k := key{goals[i], name, text.Squeeze(ind.Target.Text)}
		for _, j := range seen[k] {
			if p.isTwice(j, i) {
				first := &p.Report.Indicators[j]
				p.report(fuhe.Finding{
					Field: fuhe.IndicatorField(i, "name"), Inputs: []fuhe.Field{fuhe.IndicatorField(j, "name")},
					Message: p.In(messageIndicatorTwice, p.NameOf(i), ind.Target.Text, j+1, heading(first), i+1, heading(ind)),
				})
				break
			}
		}
		seen[k] = append(seen[k], i)
	}
}

// isTwice reports whether two rows of one name and target are one indicator.
func (p *Pass) isTwice(j, i int) bool {
	first, second := &p.Report.Indicators[j], &p.Report.Indicators[i]
	if first.Name.At == second.Name.At {
		return false // a merged cell: two targets of one indicator
	}
	return text.Squeeze(first.Level1.Text) != text.Squeeze(second.Level1.Text) || text.Squeeze(first.Actual.Text) == text.Squeeze(second.Actual.Text)
}

// goalOfRows numbers the goals that rows belong to: where a first-level heading comes again after another, a new one begins.
func (p *Pass) goalOfRows() []int {
	out := make([]int, len(p.Report.Indicators))
	met, last, goal := make(map[string]bool), "", 0
	for i := range out {
		level := text.Squeeze(p.Report.Indicators[i].Level1.Text)
		if level != last && level != "" {
			if met[level] {
				goal++
				clear(met)
			}
			met[level], last = true, level
		}
		out[i] = goal
	}
	return out
}

// plainName is the name of an indicator without the number before it. One behind it, 培训场次（2）, tells it from another.
func plainName(name string) string {
	s := strings.TrimPrefix(text.Squeeze(name), "指标")
	return strings.TrimRight(strings.TrimLeft(s, "0123456789.、:;()★▲"), ":;。")
}

// heading is what an indicator stands under.
func heading(ind *fuhe.Indicator) string {
	if ind.Level2.Text != "" && ind.Level2.Text != ind.Level1.Text {
		return strings.TrimPrefix(ind.Level1.Text+" "+ind.Level2.Text, " ")
	}
	return ind.Level1.Text
}
