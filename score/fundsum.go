package score

import (
	"math/big"
	"strings"

	"fuhe"
)

// The annual total against its sources, column by column.

// columns are the amounts of a fund, the adjusted budget first: it is what the rate is computed on.
var columns = []func(moneyRow) amount{
	func(m moneyRow) amount { return m.adjusted },
	func(m moneyRow) amount { return m.executed },
	func(m moneyRow) amount { return m.initial },
}

// column is one amount column: its total, and what its sources add up to.
type column struct {
	total   amount
	sources []amount
	known   int      // sources that are figures
	blanks  int      // sources whose entry is there and holds no figure
	exact   *big.Rat // sum of the known ones
	own     interval // what they may add up to
	block   interval // the same where all are printed with the places of their block
	around  []neighbour
}

func (p *Pass) column(of func(moneyRow) amount) column {
	c := column{exact: new(big.Rat), own: exactly(new(big.Rat)), block: exactly(new(big.Rat))}
	if len(p.moneys) == 0 {
		return c
	}
	c.total = of(p.printed)
	for _, m := range p.moneys[1:] {
		a := of(m)
		switch {
		case a.known:
			c.known++
			c.exact = new(big.Rat).Add(c.exact, a.exact)
			c.own, c.block = c.own.plus(a.own), c.block.plus(a.block)
			c.sources = append(c.sources, a)
		case p.cell(a.field).Present():
			c.blanks++
		}
	}
	return c
}

// closes reports whether the sources add up to the total, digit by digit.
func (c column) closes() bool {
	return c.total.known && c.known > 0 && c.total.exact.Cmp(c.exact) == 0
}

func (c column) inputs() []fuhe.Field {
	out := make([]fuhe.Field, len(c.sources))
	for i, a := range c.sources {
		out[i] = a.field
	}
	return out
}

func (c column) working() string {
	parts := make([]string, len(c.sources))
	for i, a := range c.sources {
		parts[i] = a.digits()
	}
	if len(parts) == 1 {
		return ""
	}
	return strings.Join(parts, " + ") + " = " + expanded(new(big.Rat).Quo(c.exact, c.factor()), sumPlaces)
}

// sum is what the sources add up to, written in the unit of the total.
func (c column) sum() string { return c.inUnit(c.exact) }

// inUnit writes an amount in the unit of the total, at the most places of this column.
func (c column) inUnit(v *big.Rat) string {
	places, unit := int32(0), ""
	if c.total.number != nil {
		unit = c.total.number.Unit
		places = c.total.number.Places
	}
	inTotal := new(big.Rat).Quo(v, c.factor())
	return fixed(inTotal, max(places, ends(inTotal, sumPlaces))) + unit
}

// factor turns the unit of the total, or of its sources when the total is no figure, into 元.
func (c column) factor() *big.Rat {
	for _, a := range append([]amount{c.total}, c.sources...) {
		if a.known {
			return a.factor
		}
	}
	return big.NewRat(1, 1)
}

func checkFundSources(p *Pass) {
	if len(p.moneys) < 2 || nested(p.Report.Funds) {
		return
	}
	for _, c := range p.sums {
		switch c.stands {
		case sumHolds:
			p.agree(append(c.inputs(), c.total.field)...)
		case sumRounded:
			p.reportFundSum(c.column, saysFundSumRounded, nil)
		case sumBroken:
			p.reportFundSum(c.column, saysFundSum, &c.vouchedBy)
		}
	}
}

func (p *Pass) reportFundSum(c column, what fuhe.Phrase, by *vouched) {
	apart := new(big.Rat).Sub(c.total.exact, c.exact)
	for _, of := range columns {
		if a := of(p.printed); a.known && a.field != c.total.field {
			c.around = append(c.around, neighbour{a.field, a.number})
		}
	}
	f := fuhe.Finding{
		Severity: fuhe.Warning, Field: c.total.field, Inputs: c.inputs(), Recomputed: c.sum(), Working: c.working(),
		Message: p.say(what, p.label(c.total.field), p.cell(c.total.field).Text, c.sum(), c.inUnit(apart.Abs(apart))),
	}
	if by != nil {
		f.Severity = fuhe.Error
		p.explainFundSum(&f, c, *by)
	}
	p.report(f)
}

// nested reports whether sources have parts of their own, or repeat each other by another division: then they do not
// simply add up. A second 其中, a subtotal, a division by level of government beside 财政拨款 are the signs.
func nested(funds []fuhe.Fund) bool {
	first := squeeze(funds[1].Name.Text)
	fiscal := containsAny(first, "财政拨款", "财政资金") && !containsAny(first, governments...) // 中央财政资金 stands beside 省级财政资金
	for _, f := range funds[2:] {
		name := squeeze(f.Name.Text)
		if containsAny(name, "其中", "小计", "合计", "总额", "总计", "按收入", "按支出") {
			return true
		}
		if fiscal && (containsAny(name, "一般公共预算", "政府性基金", "国有资本") || containsAny(name, governments...)) {
			return true
		}
	}
	return false
}

// governments are the levels of government by which a source is divided.
var governments = []string{"中央", "省级", "省财", "市级", "县级", "区级", "旗县", "盟市", "上级", "本级"}

func containsAny(s string, parts ...string) bool {
	for _, part := range parts {
		if strings.Contains(s, part) {
			return true
		}
	}
	return false
}

// exhaustive reports whether the printed sources are all there are, so that a sum below the total is a contradiction:
// every one is filled, and there is a row for the rest; or the budget column closes, and then the unprinted rest had no
// budget to execute.
func (p *Pass) exhaustive(c column, k int) bool {
	if c.blanks > 0 {
		return false
	}
	for _, f := range p.Report.Funds[1:] {
		if name := squeeze(f.Name.Text); strings.Contains(name, "其他资金") || strings.HasSuffix(name, "其他") {
			return true
		}
	}
	budget := p.column(columns[0])
	return k == 1 && budget.exact.Sign() > 0 && (budget.closes() || p.moneys[0].adjusted.summed)
}

var emptyTotalRow = &Rule{
	ID: "F106", Name: "empty-total-row", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "资金来源已填列，年度资金总额不应为空白或0", EN: "the total row is not blank or zero while its sources are filled"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "合计行漏填会丢掉预算执行的全部得分（实有其例）。每列只在合计为空白或0、来源之和大于0时提出，列在一条里。",
		EN: "A total row left empty loses all points of budget execution, which has happened. Said once, for all columns whose total is blank or 0 while their sources are not.",
	},
	Check: checkEmptyTotalRow,
}

func checkEmptyTotalRow(p *Pass) {
	var f *fuhe.Finding
	for _, of := range columns {
		c := p.column(of)
		entry := p.cell(c.total.field)
		blank := entry.Present() && isBlank(entry.Text)
		if c.exact.Sign() <= 0 || !c.total.zero() && !blank {
			continue
		}
		if f != nil {
			f.Inputs = append(append(f.Inputs, c.total.field), c.inputs()...)
			continue
		}
		shown := entry.Text
		if blank {
			shown = p.say(partEmpty)
		}
		f = &fuhe.Finding{
			Field: c.total.field, Inputs: c.inputs(), Recomputed: c.sum(), Working: c.working(),
			Message: p.say(saysEmptyTotal, p.label(c.total.field), shown, c.sum()),
		}
	}
	if f == nil {
		return
	}
	f.Effect = p.emptyTotalEffect()
	p.report(*f)
}

// sourcesFilled reports whether any source has a budget or was executed.
func sourcesFilled(p *Pass) bool {
	return p.column(columns[0]).exact.Sign() > 0 || p.column(columns[1]).exact.Sign() > 0
}

// emptyTotalEffect: with the sources for a total, the budget score follows from them.
func (p *Pass) emptyTotalEffect() fuhe.Effect {
	w, ok := p.budgetWeight()
	if !ok {
		return fuhe.NoEffect
	}
	a, b := p.column(columns[0]).exact, p.column(columns[1]).exact
	if a.Sign() <= 0 {
		return fuhe.NoEffect
	}
	right := exactly(new(big.Rat).Quo(b, a)).times(w).atMost(w)
	n := p.cell(fuhe.FundField(0, "score")).Number
	if n == nil {
		return p.effectOnTotal(right.lo)
	}
	if claimed(n).meets(right) {
		return fuhe.NoEffect
	}
	return p.effectOnTotal(new(big.Rat).Sub(right.lo, value(n)))
}
