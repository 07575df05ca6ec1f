package rules

import (
	"cmp"
	"regexp"
	"strings"
	"sync"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// Figures that the goals name in words, against those of the table.

var narrative = &Rule{
	ID: "X602", Name: "narrative", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "文字中的数据与表内一致", EN: "figures named in the text agree with the table"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "年度总体目标实际完成情况、偏差原因和评价结论中写明的预算执行率、全年预算数、年初预算数、全年执行数和自评总分，全年、项目一共支出（支付、使用）多少，与表内同一数据对照，按各自印出的小数位和单位（元、万元）比较。年初目标只核对预算数。目标中写明的数量和比率（“举办培训班12期”“政策知晓率达95%”）与名称、单位相同的唯一一项指标对照：预期目标对指标值，完成情况对实际完成值；同一数量提到两次的不比。只在用语确指同一数据时核对：说的是上年、半年、目标、某一部分资金的不查。",
		EN: "The execution rate, the budgets, the executed amount (also as what the year or the project spent: 全年支出172万元) and the total score that the goals, as reached, the reasons and the conclusions name in so many words, and the budgets that the goals as set name, against the same figures of the table, at the places and in the units both print. Counts and rates that the goals name (举办培训班12期, 政策知晓率达95%) are compared with the one indicator of that name and unit: expected goals with its target, reached ones with its actual value; one named twice is told in parts and left alone. Only where the words mean the same quantity for sure: last year, half a year, a plan, or one part of the money are left alone.",
	},
	Check: func(p *Pass) {
		checkNarrative(p, "/goals/actual", claims)
		checkNarrative(p, "/goals/expected", budgets) // what else they name are intentions
		checkCounts(p, "/goals/actual", "actual")
		checkCounts(p, "/goals/expected", "target")
		for i := range p.Report.Indicators {
			checkNarrative(p, fuhe.IndicatorField(i, "deviation"), claims)
		}
		for _, c := range p.conclusions() {
			p.checkText("", c.Text, claims)
		}
	},
}

// concluding are the headings beside which a form says in words what came of it.
var concluding = map[string]bool{"评价结论": true, "自评结论": true, "综合评价": true, "评价结论及建议": true, "存在问题": true, "其他需要说明的事项": true}

// conclusions are the texts to the right of those headings.
func (p *Pass) conclusions() []*fuhe.TableCell {
	var out []*fuhe.TableCell
	cells := p.Report.Printed.Table.Cells
	for i := range cells {
		if !concluding[text.Squeeze(cells[i].Text)] {
			continue
		}
		for k := range cells {
			if c := &cells[k]; c.Row == cells[i].Row && c.Col == cells[i].Col+max(cells[i].ColSpan, 1) {
				out = append(out, c)
			}
		}
	}
	return out
}

// claims are the phrases that name a figure of the table. Before each stands the beginning of a clause: 财政资金执行率 is
// another rate.
var claims = []claim{
	{"执行率", phrase(`^(?:本年|本年度|全年|年度|项目)*(?:预算|资金|预算资金)?执行率(?:为|达到|达|是|:)?([0-9][0-9.,]*%)$`), rateClaim},
	{"年初预算", phrase(`^(?:本年|本年度|项目)*年初预算(?:数|金额|资金)?(?:为|是|:)?([0-9][0-9.,]*(?:万元|亿元|元))$`), amountClaim(figures.InitialColumn)},
	{"预算", phrase(`^(?:本年|本年度|项目)*(?:全年预算|年度预算|调整后预算|全年调整预算)(?:数|金额|资金)?(?:为|是|:)?([0-9][0-9.,]*(?:万元|亿元|元))$`), amountClaim(figures.AdjustedColumn)},
	{"执行", phrase(`^(?:本年|本年度|项目)*(?:全年执行|预算执行)(?:数|金额|资金)(?:为|是|:)?([0-9][0-9.,]*(?:万元|亿元|元))$`), amountClaim(figures.ExecutedColumn)},
	{"支出", phrase(spentBy("支出")), amountClaim(figures.ExecutedColumn)},
	{"支付", phrase(spentBy("支付")), amountClaim(figures.ExecutedColumn)},
	{"使用", phrase(spentBy("使用")), amountClaim(figures.ExecutedColumn)},
	{"执行", phrase(spentBy("执行")), amountClaim(figures.ExecutedColumn)},
	{"分", phrase(`^(?:项目|本项目|绩效)*(?:自评|评价)?(?:总分|总得分|自评得分)(?:为|是|:)?([0-9][0-9.]*分)$`), totalClaim},
}

// spentBy is what the whole year or the whole project spent, by a verb: 全年实际支出172万元. A clause without such a subject (培训20场，支出
// 172万元) may speak of a part.
func spentBy(verb string) string {
	return `^(?:本年|本年度|全年|年度|本项目|项目)+(?:预算|资金|预算资金|经费)?(?:实际|累计|共|共计|已|总)*` + verb + `(?:资金|金额|数|经费)?(?:共计|共|为|是|:)?([0-9][0-9.,]*(?:万元|亿元|元))$`
}

// budgets are those of them that are known before the year begins.
var budgets = claims[1:3]

// claim is a phrase and the figure that it names.
type claim struct {
	about string // every such phrase has this in it
	what  func() *regexp.Regexp
	of    func(*figures.Figures) (fuhe.Field, []interval.Interval)
}

// phrase is an expression that is compiled when a text is first looked at by it: compiling them all takes longer than
// judging a form.
func phrase(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// elsewhere are words that make a clause speak of another time or of an intention.
var elsewhere = []string{"上年", "去年", "以前", "往年", "截至", "截止", "半年", "季度", "月底", "月末", "目标", "计划", "力争", "确保", "预计", "不低于", "以上", "达标", "其中"}

func checkNarrative(p *Pass, field fuhe.Field, by []claim) {
	p.checkText(field, p.Cell(field).Text, by)
}

// checkText looks for claims in a text; one that is no entry has "" for its field, and what it says wrong is reported at the
// figure that it names.
func (p *Pass) checkText(field fuhe.Field, words string, by []claim) {
	if !strings.ContainsAny(words, "0123456789０１２３４５６７８９") {
		return
	}
	for _, sentence := range strings.FieldsFunc(narrow(words), func(r rune) bool { return strings.ContainsRune("。;；!！\n", r) }) {
		if text.ContainsAny(sentence, elsewhere...) {
			continue
		}
		for _, clause := range strings.FieldsFunc(sentence, func(r rune) bool { return strings.ContainsRune("，、()（）", r) }) {
			p.checkClause(field, clause, by)
		}
	}
}

// narrow takes white space out and full-width ASCII to half width, but for commas between clauses.
func narrow(s string) string { return text.Squeeze(strings.ReplaceAll(s, "，", "、")) }

func (p *Pass) checkClause(field fuhe.Field, clause string, by []claim) {
	for _, c := range by {
		if !strings.Contains(clause, c.about) {
			continue
		}
		m := c.what().FindStringSubmatch(clause)
		if m == nil {
			continue
		}
		n, ok := fuhe.ParseNumber(m[1])
		at, permitted := c.of(p.Figures)
		if !ok || len(permitted) == 0 {
			return
		}
		said := interval.Claimed(&n)
		if scale, isMoney := figures.ScaleOf(n.Unit); isMoney {
			said = figures.MoneyInterval(interval.Value(&n), n.Places, scale, true).Times(interval.Pow10(scale))
		}
		for _, i := range permitted {
			if said.Meets(i) {
				return
			}
		}
		p.report(fuhe.Finding{
			Field: cmp.Or(field, at), Inputs: []fuhe.Field{at}, Published: m[1],
			Message: p.In(messageNarrative, m[0], p.Label(at), p.Cell(at).Text),
		})
		return
	}
}

// rateClaim is the execution rate, in percent: as printed, and as it should be.
func rateClaim(f *figures.Figures) (fuhe.Field, []interval.Interval) {
	field := fuhe.FundField(0, "execution_rate")
	if len(f.Funds) == 0 {
		return field, nil
	}
	rate := f.Rate(0)
	if rate.Printed == nil {
		return field, nil
	}
	out := []interval.Interval{rate.Share.Times(figures.FullPoints)}
	if rate.Computed() {
		out = append(out, rate.Span.Times(figures.FullPoints))
	}
	return field, out
}

// amountClaim is an amount of the annual total: as printed, and as it is counted.
func amountClaim(column int) func(*figures.Figures) (fuhe.Field, []interval.Interval) {
	return func(f *figures.Figures) (fuhe.Field, []interval.Interval) {
		if len(f.Funds) == 0 {
			return "", nil
		}
		a, counted := f.PrintedTotal.Amounts()[column], f.Funds[0].Amounts()[column]
		if _, isMoney := figures.ScaleOf(f.Report.MoneyUnit); !a.Known || !isMoney && a.Number.Unit == "" || a.Zero() {
			return a.Field, nil
		}
		return a.Field, []interval.Interval{a.Own, counted.Own}
	}
}

func totalClaim(f *figures.Figures) (fuhe.Field, []interval.Interval) {
	if n := f.Cell(figures.TotalScore).Number; n != nil {
		return figures.TotalScore, []interval.Interval{interval.Claimed(n)}
	}
	return figures.TotalScore, nil
}
