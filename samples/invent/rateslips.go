package invent

import (
	"math/big"

	"fuhe"
)

// Slips in execution rates, and the figures they are made from.

// share is executed ÷ adjusted as printed.
func (m *maker) share() *big.Rat        { return ratio(m.funds[0].executed, m.funds[0].adjusted) }
func (m *maker) percentShare() *big.Rat { return times(m.share(), 100) }
func (m *maker) rightRate() figure      { return round(m.percentShare(), 2, halfUp) }
func (m *maker) rightScore() figure     { return round(times(m.share(), m.money.weight), 2, halfUp) }

func (m *maker) rateOver(a figure) figure {
	return round(times(ratio(m.funds[0].executed, a), 100), 2, halfUp)
}

// spanOf is every share that the amounts of a fund allow.
func (m *maker) spanOf(f fund) span {
	as := func(key string) span {
		shown := figureOf(f.text[key]) // with zeros at the end left out it claims fewer places
		return around(shown, m.unit == "元" && shown.places == 2)
	}
	return as("executed").over(as("adjusted_budget"))
}

func (m *maker) sign() string {
	if m.money.rate == percent {
		return "%"
	}
	return ""
}

// slipRate prints a wrong rate, when no reading of the amounts gives it.
func (m *maker) slipRate(wrong figure) bool {
	if !m.prints("execution_rate") || m.funds[0].adjusted.units == 0 || !m.spanOf(m.funds[0]).times(100).misses(wrong) {
		return false
	}
	if right := m.rightRate(); m.money.rate == bare && (wrong.units*3 < right.units || wrong.units > right.units*3 || wrong.units < 300) {
		return false // without % it may be meant as something else
	}
	m.funds[0].text["execution_rate"] = wrong.text() + m.sign()
	m.slip = slipOf(m.kind, []fuhe.Field{rateField, scoreField}, m.rightRate().text()+m.sign(), fuhe.Error)
	return true
}

const (
	rateField  = fuhe.Field("/funds/0/execution_rate")
	scoreField = fuhe.Field("/funds/0/score")
	totalField = fuhe.Field("/total/score")
)

// halfEvenRate takes amounts whose rate ends on a half, rounded to the even neighbour.
func (m *maker) halfEvenRate() bool {
	if m.unit != "元" || m.money.short {
		return false
	}
	thousandths := 30005 + 20*m.rng.Int64N(3400) // 30.005 %, 30.025 %: the hundredths are even
	whole := [3]int64{100_000_000, 100_000_000, thousandths * 1000}
	m.redo(whole)
	return m.slipRate(round(m.percentShare(), 2, halfEven))
}

// redo gives the form other amounts, all of one source.
func (m *maker) redo(v [3]int64) {
	names := make([]string, len(m.funds))
	for i := range m.funds {
		names[i] = m.funds[i].name
	}
	m.funds = nil
	m.total.scores = nil
	m.funds = append(m.funds, m.fund(names[0], v, 0))
	m.inventSources(names[1:], v, 0)
	m.money.share = big.NewRat(v[2], v[1])
	top := &m.funds[0]
	top.text["execution_rate"], top.text["weight"], top.text["score"] = m.rateText(m.money.share), whole(m.money.weight).text(), m.budgetScore()
	for i := range m.indicators {
		if !m.indicators[i].unused && m.layout.scored {
			m.total.add(m.indicators[i].score)
		}
	}
	m.inventTotal()
}

func (m *maker) copiedRate() bool {
	for _, f := range m.funds[1:] {
		if f.adjusted.units > 0 && f.text["execution_rate"] != "" {
			return m.slipRate(round(times(ratio(f.executed, f.adjusted), 100), 2, halfUp))
		}
	}
	return false
}

// chainedRate has a wrong rate that the budget score followed, and the total the score.
func (m *maker) chainedRate() bool {
	wrong := m.swapped(m.rightRate())
	if m.money.weight == 0 || !m.prints("score") || wrong.units > 10000 || !m.slipRate(wrong) {
		return false
	}
	score := round(times(new(big.Rat).Quo(wrong.rat(), big.NewRat(100, 1)), m.money.weight), 2, halfUp) // of the rate as printed
	if !m.spanOf(m.funds[0]).times(m.money.weight).misses(score) {
		return false
	}
	m.setBudgetScore(score)
	return true
}

// setBudgetScore prints another budget score and adds up the total anew.
func (m *maker) setBudgetScore(score figure) {
	m.funds[0].text["score"] = score.text()
	m.total.scores[0] = score
	m.inventTotal()
}

func (m *maker) sourceRate() bool {
	for k := 1; k < len(m.funds); k++ {
		f := m.funds[k]
		if f.adjusted.units == 0 || f.text["execution_rate"] == "" || !m.prints("execution_rate") || m.money.rate == bare {
			continue
		}
		right := round(times(ratio(f.executed, f.adjusted), 100), 2, halfUp)
		wrong := m.oneDigit(right)
		if wrong.units < 100 || !m.spanOf(f).times(100).misses(wrong) {
			return false
		}
		f.text["execution_rate"] = wrong.text() + m.sign()
		m.slip = slipOf(m.kind, []fuhe.Field{fuhe.FundField(k, "execution_rate")}, right.text()+m.sign(), fuhe.Error)
		return true
	}
	return false
}
