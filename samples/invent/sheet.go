package invent

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"

	"fuhe"
)

// sheet is a national form in the making: exact figures first, then what is printed of them.
type sheet struct {
	rng *rand.Rand
	*Convention
	seeded *slipKind

	unit, year, project string
	amounts             []amounts // the annual total and its sources
	share               *big.Rat  // executed ÷ base, nil over a budget of zero
	lines               []line
	text                map[fuhe.Field]string // as printed; a slip changes it
	was                 map[fuhe.Field]string // of the entries a slip changed: what stood there
	level1              []string              // the headings of the groups as printed
	goals               [2]string
	first               fuhe.Field // where the slip is
}

// amounts are a row of the money block.
type amounts struct {
	source
	initial, adjusted, executed figure
}

// line is an indicator.
type line struct {
	group                 int
	level2, name          string
	target, actual, cause string
	weight, score         figure
	exact                 *big.Rat // the score before it was rounded
	sign                  string   // of the target, "" for words and dates
	goal, got             *big.Rat
	unit                  string
	missed, reverse       bool
	own                   bool // made up by the convention
}

func (s *sheet) oneIn(n int) bool { return s.rng.IntN(n) == 0 }

// fill makes up a form; false when the figures cannot be those of the convention.
func (s *sheet) fill() bool {
	s.year = fmt.Sprint(2019 + s.rng.IntN(6))
	s.unit = s.money.unit
	if s.unit == "" {
		s.unit = pick(s.rng, "元", "万元")
	}
	s.project = pick(s.rng, projects...)
	s.goals = [2]string{sentences(s.rng, ""), sentences(s.rng, "，已完成")}
	return s.fillMoney() && s.fillLines() && s.fillTotal()
}

// places are the printed places of amounts.
func (m moneyHabit) printed() int {
	switch {
	case m.whole:
		return 0
	case m.places == 0:
		return 2
	}
	return m.places
}

// fillMoney makes up amounts that add up, their rate and score.
func (s *sheet) fillMoney() bool {
	m := s.money
	drop := 0
	if m.rounded {
		drop = 6 - m.printed()
	}
	places := m.printed() + drop
	size := math.Pow(10, 2+2.5*s.rng.Float64()) // 万元
	if s.unit == "元" {
		size *= 10000
	}
	budget := int64(size * float64(power(places)))
	if s.oneIn(5) {
		budget -= budget % power(places) // whole amounts, as budgets often are
	}
	share := s.pickShare()
	spent := int64(math.Round(float64(budget) * share))
	first := budget
	if m.basis == "" && !s.oneIn(3) {
		first = int64(float64(budget) * (0.8 + 0.45*s.rng.Float64()))
	}
	if m.share == "zero" {
		first, budget, spent = 0, 0, 0
	}
	if budget > 0 {
		s.share = big.NewRat(spent, budget)
	}
	s.split([3]int64{first, budget, spent}, places)
	for i := range s.amounts {
		a := &s.amounts[i]
		for _, f := range []*figure{&a.initial, &a.adjusted, &a.executed} {
			*f = round(f.rat(), m.printed(), halfUp)
		}
	}
	s.printMoneyTexts()
	full := s.budgetScore().rat().Cmp(whole(s.weight()).rat()) == 0
	return s.budget.none || s.budget.scale != nil || !full || s.share.Cmp(big.NewRat(1, 1)) >= 0 // else rounded up to all points
}

func (s *sheet) pickShare() float64 {
	switch s.money.share {
	case "over":
		return 1.005 + 0.2*s.rng.Float64()
	case "none":
		return 0
	case "full":
		return 1
	}
	if s.seeded == nil && s.oneIn(4) {
		return 1
	}
	return 0.35 + 0.62*s.rng.Float64()
}

// split gives each source its part. Parts of a source, subtotals and what is left unspent follow from the others.
func (s *sheet) split(full [3]int64, places int) {
	sources := s.money.sources
	if sources == nil {
		sources = plainSources
	}
	fig := func(v [3]int64) [3]figure {
		return [3]figure{{v[0], places}, {v[1], places}, {v[2], places}}
	}
	add := func(src source, v [3]int64) {
		f := fig(v)
		s.amounts = append(s.amounts, amounts{src, f[0], f[1], f[2]})
	}
	add(source{name: "年度资金总额"}, full)
	own := s.parts(full, count(sources, ownMoney), s.money.partial)
	last, k := full, 0
	for i, src := range sources {
		switch src.kind {
		case ownMoney:
			last = own[k]
			k++
			add(src, last)
		case partOf: // two parts: the first is cut off, the second is the rest
			v := last
			if i+1 < len(sources) && sources[i+1].kind == partOf {
				cut := 0.2 + 0.5*s.rng.Float64()
				for c := range v {
					v[c] = int64(float64(last[c]) * cut)
				}
				last = [3]int64{last[0] - v[0], last[1] - v[1], last[2] - v[2]}
			}
			add(src, v)
		case unspent:
			add(src, [3]int64{0, 0, full[1] - full[2]})
		case subtotal:
			var v [3]int64
			for j, n := i+1, k; j < len(sources) && sources[j].kind == ownMoney && n < len(own) && sources[j].name != "其他资金"; j, n = j+1, n+1 {
				for c := range v {
					v[c] += own[n][c]
				}
			}
			add(src, v)
		}
	}
}

func count(sources []source, kind sourceKind) int {
	n := 0
	for _, x := range sources {
		if x.kind == kind {
			n++
		}
	}
	return n
}

// parts cuts amounts into n; the executed part of each is no more than its budget unless the whole is.
func (s *sheet) parts(full [3]int64, n int, partial bool) [][3]int64 {
	out := make([][3]int64, n)
	left := full
	if n > 1 && (s.seeded != nil || !s.oneIn(3)) {
		for k := 1; k < n; k++ {
			if k > 1 && s.oneIn(2) && n < 5 {
				continue
			}
			share := 0.05 + 0.5*s.rng.Float64()
			v := [3]int64{int64(float64(left[0]) * share), int64(float64(left[1]) * share)}
			of := float64(left[2]) / float64(max(left[1], 1)) // a source spends at this rate or better, so that the rest is not overspent
			v[2] = min(int64(float64(v[1])*(of+max(1-of, 0)*s.rng.Float64())), left[2]*2/3)
			out[k], left = v, [3]int64{left[0] - v[0], left[1] - v[1], left[2] - v[2]}
		}
	}
	if partial {
		left = [3]int64{left[0] / 2, left[1] / 2, left[2] / 2}
	}
	if n > 0 {
		out[0] = left
	}
	return out
}

var plainSources = []source{{name: "其中：当年财政拨款"}, {name: "上年结转资金"}, {name: "其他资金"}}

// amount prints an amount.
func (s *sheet) amount(f figure) string {
	t := f.text()
	if s.money.trim {
		t = f.short()
	}
	if s.money.commas {
		t = commas(t)
	}
	if s.money.withUnit {
		t += s.unit
	}
	return t
}
