package invent

import (
	"math"
	"math/big"
)

// money is how the amounts of a form are printed, and the share that was executed.
type money struct {
	places     int
	exact      bool // the printed amounts are the true ones; else they were rounded
	commas     bool
	short      bool     // no zeros at the end
	withUnit   bool     // the unit stands in each cell, too
	share      *big.Rat // executed ÷ adjusted, of the true amounts; nil when nothing was budgeted
	rate       rateStyle
	ratePlaces int
	weight     int64 // points of budget execution; 0 when it is not scored
}

type rateStyle uint8

const (
	percent rateStyle = iota
	bare              // 84.28 under 执行率（%）
	fraction
)

// fund is a row of the money block; its figures are as printed.
type fund struct {
	name                        string
	initial, adjusted, executed figure
	text                        map[string]string // the entries as printed
}

// inventMoney fills the money block: amounts, their split over sources, rate and score.
func (m *maker) inventMoney() {
	c := &m.money
	c.weight = m.layout.budgetWeight
	c.places, c.exact = 2, true
	if m.unit == "万元" {
		c.places = pick(m.rng, 2, 2, 2, 4, 6, 0)
		c.exact = m.kind != "" || !m.oneIn(4)
	}
	if m.kind != "" {
		c.places = max(c.places, 2)
	}
	c.commas, c.short = m.oneIn(3), m.oneIn(5)
	c.withUnit = m.kind == "" && m.oneIn(15)
	m.inventRate()
	drop := 0 // places of the true amounts that are not printed
	if !c.exact {
		drop = 6 - c.places
	}
	initial, adjusted, executed := m.amounts(c.places + drop)
	names := pick(m.rng, m.layout.funds...)
	full := [3]int64{initial, adjusted, executed}
	m.funds = append(m.funds, m.fund(names[0], full, drop))
	if adjusted > 0 {
		c.share = big.NewRat(executed, adjusted)
	}
	if m.layout.pairs {
		m.funds[0].name = ""
	}
	m.inventSources(names[1:], full, drop)
	top := &m.funds[0]
	top.text["execution_rate"] = m.rateText(c.share)
	top.text["weight"] = whole(c.weight).text()
	top.text["score"] = m.budgetScore()
	for i := range m.funds {
		t := m.funds[i].text
		if t["weight"] == "=" {
			t["weight"], t["score"] = top.text["weight"], top.text["score"]
		}
	}
	if m.kind == "" && m.oneIn(12) {
		for i := range m.funds {
			m.funds[i].text["initial_budget"] = ""
		}
	}
}

// inventRate chooses how the execution rate is printed.
func (m *maker) inventRate() {
	m.money.rate, m.money.ratePlaces = percent, pick(m.rng, 2, 2, 2, 1, 0)
	switch {
	case m.layout.bareRate:
		m.money.rate = bare
	case m.kind == "" && m.oneIn(12):
		m.money.rate = bare
	case m.kind == "" && m.oneIn(12):
		m.money.rate, m.money.ratePlaces = fraction, 2+m.rng.IntN(3)
	}
	if m.kind.ofRate() {
		m.money.ratePlaces = 2
	}
}

// amounts are budget and spending in units of the given place.
func (m *maker) amounts(places int) (initial, adjusted, executed int64) {
	size := math.Pow(10, 0.8+4*m.rng.Float64()) // 万元
	if m.unit == "元" {
		size *= 10000
	}
	adjusted = max(int64(size*float64(power(places))), 1)
	share := 0.3 + 0.695*m.rng.Float64()
	switch {
	case m.kind != "":
	case m.oneIn(4):
		share = 1
	case m.oneIn(40):
		share = 1 + m.rng.Float64()/20
	case m.oneIn(60):
		share = 0
	case m.oneIn(60):
		return 0, 0, 0
	}
	executed = int64(math.Round(float64(adjusted) * share))
	initial = adjusted
	if m.kind == RateDenominator || !m.oneIn(3) {
		initial = int64(float64(adjusted) * (0.8 + 0.45*m.rng.Float64()))
	}
	return initial, adjusted, executed
}

// fund prints true amounts; drop places are rounded away.
func (m *maker) fund(name string, v [3]int64, drop int) fund {
	f := fund{name: name, text: map[string]string{}}
	for i, to := range []*figure{&f.initial, &f.adjusted, &f.executed} {
		*to = round(big.NewRat(v[i], power(m.money.places+drop)), m.money.places, halfUp)
	}
	f.text["initial_budget"], f.text["adjusted_budget"], f.text["executed"] = m.amount(f.initial), m.amount(f.adjusted), m.amount(f.executed)
	return f
}

func (m *maker) amount(f figure) string {
	s := f.text()
	if m.money.short {
		s = f.short()
	}
	if m.money.commas {
		s = commas(s)
	}
	if m.money.withUnit {
		s += m.unit
	}
	return s
}

// inventSources splits the annual total over its sources; most of them hold nothing, as on real forms.
func (m *maker) inventSources(names []string, full [3]int64, drop int) {
	if len(names) == 0 {
		return
	}
	split := make([][3]int64, len(names))
	split[0] = full
	if n := len(names); n > 1 && !m.oneIn(3) {
		for range 1 + m.rng.IntN(n-1) {
			k, share := 1+m.rng.IntN(n-1), 0.02+0.4*m.rng.Float64()
			for i := range full {
				moved := int64(float64(split[0][i]) * share)
				split[k][i], split[0][i] = split[k][i]+moved, split[0][i]-moved
			}
		}
	}
	if m.kind == "" && !m.layout.lists && !m.layout.derived && m.oneIn(3) { // the sources named are not all there are
		for i := range full {
			split[0][i] -= split[0][i] / 3
		}
	}
	dash := pick(m.rng, "—", "—", "-", "/", "")
	own, blankZeros := m.oneIn(3) || m.kind == SourceRate, m.kind == "" && m.oneIn(4)
	zero := pick(m.rng, "0", "0.00", m.amount(figure{0, m.money.places}))
	for k, name := range names {
		f := m.fund(name, split[k], drop)
		f.text["weight"], f.text["score"], f.text["execution_rate"] = dash, dash, ""
		if split[k] == [3]int64{} {
			for _, key := range []string{"initial_budget", "adjusted_budget", "executed"} {
				f.text[key] = zero
				if blankZeros {
					f.text[key] = ""
				}
			}
			if own {
				f.text["execution_rate"] = pick(m.rng, "", "—", "0.00%", "0")
			}
		} else if own && f.adjusted.units > 0 && split[k][1] > 0 {
			f.text["execution_rate"] = m.rateText(big.NewRat(split[k][2], split[k][1]))
		}
		m.funds = append(m.funds, f)
	}
	m.repeatTotal(split, full)
}

// repeatTotal prints the points of budget execution again beside the one source that is all there is.
func (m *maker) repeatTotal(split [][3]int64, full [3]int64) {
	if m.kind == "" && split[0] == full && m.money.weight > 0 && m.oneIn(6) {
		m.funds[1].text["weight"], m.funds[1].text["score"] = "=", "="
	}
}

// rateText prints a share as the form prints rates.
func (m *maker) rateText(share *big.Rat) string {
	if share == nil {
		return pick(m.rng, "", "0.00%", "0")
	}
	switch m.money.rate {
	case fraction:
		return round(share, m.money.ratePlaces, halfUp).short()
	case bare:
		return round(times(share, 100), m.money.ratePlaces, halfUp).text()
	}
	rate := round(times(share, 100), m.money.ratePlaces, halfUp).text()
	if m.kind == "" && m.oneIn(20) {
		return rate + pick(m.rng, " %", "％")
	}
	return rate + "%"
}

// budgetScore is the points for execution, from the amounts or from the rate as printed, at most the weight.
func (m *maker) budgetScore() string {
	c := &m.money
	if c.weight == 0 {
		return ""
	}
	score := whole(0)
	if c.share != nil {
		share := c.share
		if c.rate == percent && m.kind == "" && m.oneIn(5) {
			share = round(times(share, 100), c.ratePlaces, halfUp).rat()
			share = new(big.Rat).Quo(share, big.NewRat(100, 1))
		}
		score = round(times(share, c.weight), pick(m.rng, 2, 2, 2, 1, 0), halfUp)
		if m.kind.ofScore() || m.kind.ofRate() {
			score = round(times(share, c.weight), 2, halfUp)
		}
		if share.Cmp(big.NewRat(1, 1)) >= 0 {
			score = whole(c.weight)
		} else if score.rat().Cmp(whole(c.weight).rat()) == 0 {
			score = round(times(share, c.weight), 4, down) // rounded up to all points is no rounding
		}
	}
	m.total.add(score)
	if m.oneIn(3) {
		return score.short()
	}
	return score.text()
}
