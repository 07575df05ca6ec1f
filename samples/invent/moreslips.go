package invent

import (
	"fmt"
	"math/big"

	"fuhe"
)

// Slips of the hand, and slips in amounts, weights and indicators.

// swapped exchanges two neighbouring digits that differ.
func (m *maker) swapped(f figure) figure {
	s := fmt.Sprint(f.units)
	if len(s) < 2 {
		return f
	}
	k := m.rng.IntN(len(s) - 1)
	if k == 0 && s[1] == '0' {
		return f
	}
	b := []byte(s)
	b[k], b[k+1] = b[k+1], b[k]
	return figure{digits(b), f.places}
}

// oneDigit changes one digit.
func (m *maker) oneDigit(f figure) figure {
	b := []byte(fmt.Sprint(f.units))
	k := m.rng.IntN(len(b))
	b[k] = '0' + byte((int(b[k]-'0')+1+m.rng.IntN(9))%10)
	if b[0] == '0' {
		return f
	}
	return figure{digits(b), f.places}
}

func digits(b []byte) int64 {
	n := int64(0)
	for _, c := range b {
		n = n*10 + int64(c-'0')
	}
	return n
}

// nudged is off by something that is no slip of a digit.
func (m *maker) nudged(f figure) figure {
	by := pick[int64](m.rng, -1, 1, -50, 50, -120, 200)
	return plus(f, figure{by, 2}, 1)
}

// allSources reports whether the sources printed are all there are, and more than one.
func (m *maker) allSources() bool {
	return len(m.funds) > 2 && m.layout.lists
}

// fundSum has one source's amount off. A rest row is printed and every row filled, so the list is whole.
func (m *maker) fundSum() bool {
	if !m.allSources() {
		return false
	}
	f := &m.funds[1+m.rng.IntN(len(m.funds)-1)]
	off := pick[int64](m.rng, 1, 3, 10, -2, 7)
	to := plus(f.executed, figure{off * power(f.executed.places), f.executed.places}, 1)
	if to.units <= 0 || f.adjusted.units == 0 || to.units > f.adjusted.units {
		return false
	}
	f.executed = to
	f.text["executed"] = m.amount(to)
	if f.text["execution_rate"] != "" {
		f.text["execution_rate"] = m.rateText(ratio(f.executed, f.adjusted))
	}
	m.slip = slipOf(m.kind, m.fundFields("executed"), "", fuhe.Error)
	return true
}

// fundFields are the entries of a column, and what is computed from it.
func (m *maker) fundFields(key string) []fuhe.Field {
	out := []fuhe.Field{fuhe.FundField(0, key)}
	for i := range m.funds {
		out = append(out, fuhe.FundField(i, key), fuhe.FundField(i, "name"), fuhe.FundField(i, "execution_rate"))
	}
	return append(out, scoreField)
}

// slipAmount prints a wrong annual budget over right sources; rate and score follow the right one.
func (m *maker) slipAmount(wrong figure) bool {
	f := &m.funds[0]
	apart := new(big.Rat).Sub(wrong.rat(), f.adjusted.rat())
	if !m.allSources() || wrong.units <= 0 || apart.Abs(apart).Cmp(big.NewRat(int64(len(m.funds)), 2*power(figureOf(m.amount(wrong)).places))) <= 0 {
		return false
	}
	right := m.amount(f.adjusted)
	f.text["adjusted_budget"] = m.amount(wrong)
	m.slip = slipOf(m.kind, append(m.fundFields("adjusted_budget"), "/funds/0/executed"), right, fuhe.Error)
	return true
}

// blankTotal leaves the annual total at 0 over filled sources.
func (m *maker) blankTotal() bool {
	if len(m.funds) < 2 || m.funds[1].executed.units == 0 || !m.layout.scored || m.layout.ownScore {
		return false
	}
	f := &m.funds[0]
	for _, key := range []string{"initial_budget", "adjusted_budget", "executed", "execution_rate"} {
		f.text[key] = "0"
	}
	if m.money.weight > 0 {
		m.setBudgetScore(whole(0))
	}
	fields := m.fundFields("adjusted_budget")
	for _, key := range []string{"initial_budget", "executed"} {
		fields = append(fields, m.fundFields(key)...)
	}
	m.slip = slipOf(m.kind, append(fields, totalField), "", fuhe.Error)
	return true
}

// zeroBudget spends out of nothing.
func (m *maker) zeroBudget() bool {
	if m.layout.ownScore || m.layout.derived {
		return false
	}
	for i := range m.funds {
		m.funds[i].text["adjusted_budget"] = "0"
	}
	m.slip = slipOf(m.kind, append(append(m.fundFields("adjusted_budget"), m.fundFields("executed")...), totalField), "", fuhe.Error)
	return true
}

func (m *maker) weightSum() bool {
	if !m.listed("weight") || m.layout.totalAt == nowhereAtAll {
		return false
	}
	k := m.rng.IntN(len(m.indicators))
	x := &m.indicators[k]
	by := pick[int64](m.rng, 1, 2, 5)
	if x.unused {
		return false
	}
	x.weight = plus(x.weight, whole(by), 1)
	x.weightText = x.weight.short()
	fields := []fuhe.Field{fuhe.IndicatorField(m.place(k), "weight"), "/total/weight", totalField}
	for i := range m.indicators {
		fields = append(fields, fuhe.IndicatorField(i, "level1"), fuhe.IndicatorField(i, "weight"))
	}
	m.slip = slipOf(m.kind, fields, "", fuhe.Error)
	return true
}

// place is the place of an indicator among those that are filled in.
func (m *maker) place(k int) int {
	n := 0
	for i := range k {
		if !m.indicators[i].unused {
			n++
		}
	}
	return n
}

func (m *maker) sectionPoints() bool {
	if m.points == nil || !m.listed("weight") {
		return false
	}
	g := pick(m.rng, m.layout.groups...)
	m.points[g.name] = fmt.Sprintf("%s（%d分）", g.name, g.points+pick[int64](m.rng, -5, 5, 10, 20))
	var fields []fuhe.Field
	for k := range m.indicators {
		if m.indicators[k].level1 == g.name {
			fields = append(fields, fuhe.IndicatorField(m.place(k), "level1"))
		}
	}
	m.slip = slipOf(m.kind, fields, "", fuhe.Error)
	return true
}

// oneIndicator is one that a test accepts, or none.
func (m *maker) oneIndicator(accept func(*indicator) bool) (*indicator, int) {
	from := m.rng.IntN(len(m.indicators))
	for i := range m.indicators {
		k := (from + i) % len(m.indicators)
		if x := &m.indicators[k]; !x.unused && accept(x) {
			return x, m.place(k)
		}
	}
	return nil, 0
}

// rescore prints another score and adds up the total anew; false when that is more than a hundred.
func (m *maker) rescore(x *indicator, to figure) bool {
	x.score, x.scoreText = to, to.short()
	m.total.scores = nil
	if m.money.weight > 0 {
		m.total.scores = append(m.total.scores, figureOf(m.funds[0].text["score"]))
	}
	for i := range m.indicators {
		if !m.indicators[i].unused {
			m.total.add(m.indicators[i].score)
		}
	}
	return m.inventTotal()
}

// figureOf reads a figure this package printed.
func figureOf(s string) figure {
	f := figure{}
	dot := false
	for _, r := range s {
		switch {
		case r == '.':
			dot = true
		case r >= '0' && r <= '9':
			f.units = f.units*10 + int64(r-'0')
			if dot {
				f.places++
			}
		}
	}
	return f
}

func (m *maker) scoreOverWeight() bool {
	x, at := m.oneIndicator(func(x *indicator) bool { return true })
	if !m.layout.scored || !m.listed("weight") || !m.rescore(x, plus(x.weight, pick(m.rng, whole(1), whole(2), figure{5, 1}), 1)) {
		return false
	}
	var fields = []fuhe.Field{fuhe.IndicatorField(at, "score")}
	for i := range m.indicators {
		fields = append(fields, fuhe.IndicatorField(i, "level1"))
	}
	m.slip = slipOf(m.kind, fields, "", fuhe.Error)
	return true
}

func (m *maker) missingActual() bool {
	x, at := m.oneIndicator(func(x *indicator) bool { return x.score.units > 0 })
	if !m.layout.scored || x == nil {
		return false
	}
	x.actual = pick(m.rng, "", "", "—")
	m.slip = slipOf(m.kind, []fuhe.Field{fuhe.IndicatorField(at, "score"), fuhe.IndicatorField(at, "actual")}, "", fuhe.Warning)
	return true
}

func (m *maker) missedFull() bool {
	x, at := m.oneIndicator(func(x *indicator) bool {
		return x.standing == missed && signed(x.target) && plus(x.weight, x.score, -1).rat().Cmp(big.NewRat(1, 1)) >= 0 // rounded it may be the weight
	})
	if !m.layout.scored || !m.listed("weight") || x == nil || !m.rescore(x, x.weight) {
		return false
	}
	m.slip = slipOf(m.kind, []fuhe.Field{fuhe.IndicatorField(at, "score"), fuhe.IndicatorField(at, "actual")}, "", fuhe.Warning)
	return true
}

// signed reports whether a target prints its comparison: without one nobody can tell that it was missed.
func signed(target string) bool {
	return target != "" && (target[0] < '0' || target[0] > '9') || len(target) > 6 && (target[len(target)-6:] == "以上" || target[len(target)-6:] == "以内")
}

func (m *maker) noReason() bool {
	x, at := m.oneIndicator(func(x *indicator) bool { return x.standing == missed && signed(x.target) })
	if !m.listed("deviation") || x == nil {
		return false
	}
	x.deviation = pick(m.rng, "", "", "无", "0", "—")
	m.slip = slipOf(m.kind, []fuhe.Field{fuhe.IndicatorField(at, "deviation"), fuhe.IndicatorField(at, "score")}, "", fuhe.Warning)
	return true
}
