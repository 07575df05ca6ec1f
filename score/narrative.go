package score

import (
	"regexp"
	"strings"
	"sync"

	"fuhe"
)

// Figures that the goals name in words, against those of the table.

var narrative = &Rule{
	ID: "X602", Name: "narrative", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "文字中的数据与表内一致", EN: "figures named in the text agree with the table"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "年度总体目标实际完成情况中写明的预算执行率、全年预算数、年初预算数、全年执行数和自评总分，与表内同一数据对照，按各自印出的小数位和单位（元、万元）比较。只在用语确指同一数据时核对：说的是上年、半年、目标、某一部分资金的不查。",
		EN: "The execution rate, the budgets, the executed amount and the total score that the goals, as reached, name in so many words, against the same figures of the table, at the places and in the units both print. Only where the words mean the same quantity for sure: last year, half a year, a plan, or one part of the money are left alone.",
	},
	Check: func(p *Pass) {
		checkNarrative(p, "/goals/actual") // the expected goals are intentions
	},
}

// claims are the phrases that name a figure of the table. Before each stands the beginning of a clause: 财政资金执行率 is
// another rate.
var claims = []struct {
	about string // every such phrase has this in it
	what  func() *regexp.Regexp
	of    func(*Pass) (fuhe.Field, []interval)
}{
	{"执行率", phrase(`^(?:本年|本年度|全年|年度|项目)*(?:预算|资金|预算资金)?执行率(?:为|达到|达|是|:)?([0-9][0-9.,]*%)$`), rateClaim},
	{"年初预算", phrase(`^(?:本年|本年度|项目)*年初预算(?:数|金额|资金)?(?:为|是|:)?([0-9][0-9.,]*(?:万元|元))$`), amountClaim("initial_budget")},
	{"预算", phrase(`^(?:本年|本年度|项目)*(?:全年预算|年度预算|调整后预算|全年调整预算)(?:数|金额|资金)?(?:为|是|:)?([0-9][0-9.,]*(?:万元|元))$`), amountClaim("adjusted_budget")},
	{"执行", phrase(`^(?:本年|本年度|项目)*(?:全年执行|预算执行)(?:数|金额|资金)(?:为|是|:)?([0-9][0-9.,]*(?:万元|元))$`), amountClaim("executed")},
	{"分", phrase(`^(?:项目|本项目|绩效)*(?:自评|评价)?(?:总分|总得分|自评得分)(?:为|是|:)?([0-9][0-9.]*分)$`), totalClaim},
}

// phrase is an expression that is compiled when a text is first looked at by it: compiling them all takes longer than
// judging a form.
func phrase(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// elsewhere are words that make a clause speak of another time or of an intention.
var elsewhere = []string{"上年", "去年", "以前", "往年", "截至", "截止", "半年", "季度", "月底", "月末", "目标", "计划", "力争", "确保", "预计", "不低于", "以上", "达标", "其中"}

func checkNarrative(p *Pass, field fuhe.Field) {
	for _, sentence := range strings.FieldsFunc(narrow(p.cell(field).Text), func(r rune) bool { return strings.ContainsRune("。;；!！\n", r) }) {
		if containsAny(sentence, elsewhere...) {
			continue
		}
		for _, clause := range strings.FieldsFunc(sentence, func(r rune) bool { return strings.ContainsRune("，、()（）", r) }) {
			p.checkClause(field, clause)
		}
	}
}

// narrow takes white space out and full-width ASCII to half width, but for commas between clauses.
func narrow(s string) string { return squeeze(strings.ReplaceAll(s, "，", "、")) }

func (p *Pass) checkClause(field fuhe.Field, clause string) {
	for _, c := range claims {
		if !strings.Contains(clause, c.about) {
			continue
		}
		m := c.what().FindStringSubmatch(clause)
		if m == nil {
			continue
		}
		n, ok := fuhe.ParseNumber(m[1])
		at, permitted := c.of(p)
		if !ok || len(permitted) == 0 {
			return
		}
		said := claimed(&n)
		if scale, isMoney := scaleOf(n.Unit); isMoney {
			said = moneyInterval(value(&n), n.Places, scale, true).times(pow10(scale))
		}
		for _, i := range permitted {
			if said.meets(i) {
				return
			}
		}
		p.report(fuhe.Finding{
			Field: field, Inputs: []fuhe.Field{at}, Published: m[1],
			Message: p.say(saysNarrative, m[0], p.label(at), p.cell(at).Text),
		})
		return
	}
}

// rateClaim is the execution rate, in percent: as printed, and as it should be.
func rateClaim(p *Pass) (fuhe.Field, []interval) {
	field := fuhe.FundField(0, "execution_rate")
	if len(p.moneys) == 0 {
		return field, nil
	}
	span, exact, computed := share(p.moneys[0].executed, p.moneys[0].base())
	var out []interval
	if r, ok := readRate(p.cell(field), span, exact); ok {
		out = append(out, r.span.times(scoreFullPoints))
	}
	if len(out) > 0 && computed {
		out = append(out, span.times(scoreFullPoints))
	}
	return field, out
}

func amountClaim(key string) func(*Pass) (fuhe.Field, []interval) {
	return func(p *Pass) (fuhe.Field, []interval) {
		field := fuhe.FundField(0, key)
		if len(p.moneys) == 0 {
			return field, nil
		}
		of := map[string]func(moneyRow) amount{"adjusted_budget": columns[0], "executed": columns[1], "initial_budget": columns[2]}[key]
		a, counted := of(p.printed), of(p.moneys[0])
		if _, isMoney := scaleOf(p.Report.MoneyUnit); !a.known || !isMoney && a.number.Unit == "" || a.zero() {
			return field, nil
		}
		return field, []interval{a.own, counted.own}
	}
}

func totalClaim(p *Pass) (fuhe.Field, []interval) {
	if n := p.cell(totalField).Number; n != nil {
		return totalField, []interval{claimed(n)}
	}
	return totalField, nil
}
