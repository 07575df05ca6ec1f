package invent

import (
	"fmt"
	"math/big"
	"strings"
)

// indicator is a row of the indicators as printed, with the figures behind it.
type indicator struct {
	level1, level2, name  string
	sign, amount, of      string // the target where it is printed in three columns
	target                string
	actual, deviation     string
	weight, score         figure
	weightText, scoreText string
	standing              standing
	unused                bool // a row of the empty form
	block                 int  // of the goal it belongs to
}

type standing uint8

const (
	neither standing = iota
	met
	missed // in figures with a comparison sign
)

// group is a first level with its points in principle.
type group struct {
	name   string
	points int64
	level2 []string
}

// inventIndicators fills the tree: groups, their second levels, indicators with targets, actual values and scores.
func (m *maker) inventIndicators() {
	groups := m.layout.groups
	blocks := 1
	if m.layout.twoGoals && m.oneIn(3) {
		blocks = 2
	}
	for b := range blocks {
		for _, g := range groups {
			points := g.points / int64(blocks)
			n := 1 + m.rng.IntN(m.most(g, blocks))
			kinds := make([]int, n)
			for i := range kinds {
				kinds[i] = i * len(g.level2) / max(n, len(g.level2))
			}
			for i, w := range m.weights(points, n) {
				x := m.indicator(w)
				x.level1, x.level2, x.block = g.name, g.level2[kinds[i]], b
				m.indicators = append(m.indicators, x)
			}
			if m.kind == "" && m.oneIn(12) && !m.layout.flat {
				last := m.indicators[len(m.indicators)-1]
				m.indicators = append(m.indicators, indicator{level1: g.name, level2: last.level2, name: pick(m.rng, "指标2", "……", "指标2："), unused: true, block: b})
			}
		}
	}
	if m.layout.printPoints {
		m.points = map[string]string{}
		for _, g := range groups {
			m.points[g.name] = g.name + fmt.Sprintf(pick(m.rng, "（%d分）", "(%d分)"), g.points)
		}
	}
	m.rename()
	for i := range m.indicators {
		x := &m.indicators[i]
		if !x.unused && m.layout.scored {
			m.total.add(x.score)
		}
	}
}

// most is how many indicators a group has at most: 30 in all.
func (m *maker) most(g group, blocks int) int {
	n := pick(m.rng, 2, 3, 4, 10)
	if g.points < 15 {
		n = 2
	}
	return max(min(n, int(g.points)/blocks), 1)
}

// weights cut the points of a group into weights, some with halves.
func (m *maker) weights(points int64, n int) []figure {
	out := make([]figure, n)
	left := points
	for i := range out {
		rest := int64(n - i - 1)
		w := left
		if rest > 0 {
			w = 1 + m.rng.Int64N(max((left-rest)*2/(rest+2), 1))
		}
		out[i], left = whole(w), left-w
	}
	if n > 1 && m.oneIn(8) {
		half := int64(5)
		out[0], out[1] = figure{out[0].units*10 + half, 1}, figure{out[1].units*10 - half, 1}
	}
	return out
}

// indicator invents one row of some weight.
func (m *maker) indicator(w figure) indicator {
	x := indicator{weight: w, score: w}
	switch k := m.rng.IntN(10); {
	case k < 3:
		m.counted(&x)
	case k < 6:
		m.rated(&x)
	case k == 6:
		m.costed(&x)
	case k == 7 && !m.layout.splitTarget:
		x.name, x.target, x.actual = pick(m.rng, deadlines...), pick(m.rng, "9月前", "12月底前", "2022年12月30日前"), pick(m.rng, "7月", "11月完成", "按期完成")
	default:
		m.worded(&x)
	}
	x.weightText = x.weight.short()
	if m.oneIn(15) {
		x.weightText = figure{x.weight.units * power(2-x.weight.places), 2}.text()
	}
	x.scoreText = x.score.short()
	if m.oneIn(4) {
		x.scoreText = figure{x.score.units * power(2-x.score.places), 2}.text()
	}
	return x
}

// counted has a number of things for a target.
func (m *maker) counted(x *indicator) {
	c := pick(m.rng, counts...)
	t := 1 + m.rng.Int64N(pick[int64](m.rng, 12, 100, 3000))
	got := t
	if !m.oneIn(2) {
		got += m.rng.Int64N(t/6 + 1)
	}
	sign := pick(m.rng, "≥", "≥", "≥", "=")
	m.miss(x, &got, t)
	if sign == "=" && x.standing == met {
		got = t
	}
	x.name, x.of = c[0], c[1]
	m.aim(x, sign, fmt.Sprint(t), fmt.Sprint(got))
}

// rated has a percentage for a target.
func (m *maker) rated(x *indicator) {
	t := pick[int64](m.rng, 80, 85, 90, 95, 98, 100)
	got := t*10 + m.rng.Int64N((100-t)*10+1)
	m.miss(x, &got, t*10)
	text := figure{got, 1}
	shown := text.text()
	if got%10 == 0 {
		shown = text.short()
	}
	x.name, x.of = pick(m.rng, rates...), "%"
	if x.level1 == "满意度指标" {
		x.name = "服务对象满意度"
	}
	m.aim(x, pick(m.rng, "≥", "≥", "≥", "＝="), fmt.Sprint(t), shown)
}

// costed is met by staying below.
func (m *maker) costed(x *indicator) {
	t := 10 + m.rng.Int64N(900)
	got := t*10 - m.rng.Int64N(t*4)
	x.standing = met
	if m.mayMiss() {
		got = t*10 + 1 + m.rng.Int64N(t*5)
		over := big.NewRat(got-t*10, t*10)
		share := new(big.Rat).Sub(big.NewRat(1, 1), over)
		if m.oneIn(2) {
			share = big.NewRat(t*10, got)
		}
		m.deduct(x, share)
	}
	x.name, x.of = pick(m.rng, costs...), "万元"
	m.aim(x, "≤", fmt.Sprint(t), figure{got, 1}.short())
}

// worded has words for a target: full points, or those of a tier.
func (m *maker) worded(x *indicator) {
	w := pick(m.rng, words...)
	x.name, x.sign, x.amount, x.target, x.actual = w[0], "定性", w[1], w[1], pick(m.rng, w[1], w[1], "达成预期指标")
	if m.oneIn(6) && x.weight.places == 0 && x.weight.units >= 5 {
		x.score = figure{x.weight.units * 9, 1}
		x.actual, x.deviation = "部分达成", pick(m.rng, reasons...)
	}
}

func (m *maker) mayMiss() bool {
	if m.kind == MissedFull || m.kind == NoReason || m.kind == TotalStale {
		return m.oneIn(2)
	}
	return m.oneIn(8)
}

// miss makes some targets missed, scored in proportion.
func (m *maker) miss(x *indicator, got *int64, t int64) {
	x.standing = met
	if t < 5 || !m.mayMiss() {
		return
	}
	*got = t*6/10 + m.rng.Int64N(t*3/10)
	m.deduct(x, big.NewRat(*got, t))
}

func (m *maker) deduct(x *indicator, share *big.Rat) {
	x.standing = missed
	x.score = round(new(big.Rat).Mul(x.weight.rat(), share), pick(m.rng, 2, 2, 1), down)
	x.deviation = pick(m.rng, reasons...)
}

// aim prints target and actual value in one of the ways forms do.
func (m *maker) aim(x *indicator, sign, amount, actual string) {
	if sign == "＝=" {
		sign = "≥"
	}
	if m.oneIn(20) {
		amount = commas(amount)
	}
	x.amount = amount
	x.actual = actual + x.of
	if m.layout.splitTarget {
		x.sign = map[string][]string{"≥": {"≥", "≥", "≧", ">="}, "≤": {"≤", "≤", "≦"}, "=": {"=", "＝", "═", "﹦"}}[sign][m.rng.IntN(3)]
		if m.oneIn(2) {
			x.actual = actual
		}
		x.target = x.sign + amount + x.of
		if sign == "=" {
			x.target = "=" + amount + x.of
		}
		return
	}
	spelled := map[string][]string{
		"≥": {"≥%s", "≥%s", "≥%s", "≧%s", ">=%s", "＞=%s", "不低于%s", "%s以上", "不少于%s", "≥ %s"},
		"≤": {"≤%s", "≤%s", "<=%s", "≦%s", "不超过%s", "%s以内"},
		"=": {"=%s", "＝%s", "═%s", "%s", "﹦%s"},
	}[sign]
	x.target = strings.Replace(pick(m.rng, spelled...), "%s", amount+x.of, 1)
}

// rename numbers indicators that are called alike.
func (m *maker) rename() {
	seen := map[string]int{}
	for i := range m.indicators {
		x := &m.indicators[i]
		if x.unused {
			continue
		}
		base := x.name
		if seen[base]++; seen[base] > 1 {
			x.name = fmt.Sprintf("%s（%d）", base, seen[base])
		}
	}
}
