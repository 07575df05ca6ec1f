package invent

import (
	"fmt"
	"math/big"
	"strings"

	"fuhe"
)

// fillLines makes up the indicators, their scores and their headings.
func (s *sheet) fillLines() bool {
	groups := s.points.groups
	if groups == nil {
		groups = nationalGroups
	}
	if s.points.shares && s.weight() != 10 {
		return false // the shares are of 50
	}
	for k, g := range groups {
		points := g.points
		if s.budget.none && k == 0 {
			points += 10
		}
		if !s.budget.none && k == 0 && s.points.groups == nil {
			points -= s.weight() - 10
		}
		for i, w := range s.cut(points, k) {
			x := line{group: k, level2: g.level2[min(i, len(g.level2)-1)], weight: w, score: w}
			s.invent(&x, k == 0 && i == 0)
			if x.missed && x.score.rat().Cmp(x.weight.rat()) == 0 {
				return false // rounded up to all points
			}
			s.lines = append(s.lines, x)
		}
		s.level1 = append(s.level1, g.name)
		if s.points.headings {
			s.level1[k] = fmt.Sprintf("%s（%d分）", g.name, points)
		}
	}
	s.addExtra()
	s.numberNames()
	s.sayCounts()
	for i := range s.lines {
		s.printLine(i)
	}
	return true
}

// cut splits points into weights of indicators.
func (s *sheet) cut(points int64, group int) []figure {
	if group == 0 && s.points.shares {
		out := make([]figure, 6)
		for i := range out {
			out[i] = figure{833, 2}
		}
		return out
	}
	n := int64(1 + s.rng.IntN(4))
	if points <= 10 {
		n = 1
	}
	each := points / n
	out := make([]figure, n)
	for i := range out {
		out[i] = whole(each)
	}
	out[n-1] = whole(points - each*(n-1))
	if n > 1 && s.oneIn(4) {
		out[0], out[1] = figure{out[0].units*10 + 5, 1}, figure{out[1].units*10 - 5, 1}
	}
	return out
}

// invent makes up what an indicator asks and what was reached.
func (s *sheet) invent(x *line, first bool) {
	switch {
	case s.points.every != nil:
		s.points.every(s, x)
	case first && s.target != nil:
		x.own = true
		s.target(s, x)
	default:
		pick(s.rng, (*sheet).counted, (*sheet).rated, (*sheet).rated, (*sheet).costed, (*sheet).worded, (*sheet).dated)(s, x)
	}
}

// misses is whether a target is to be missed.
func (s *sheet) misses() bool {
	if s.seeded != nil && s.seeded.miss {
		return s.oneIn(2)
	}
	return s.oneIn(6)
}

func (s *sheet) counted(x *line) {
	c := pick(s.rng, counts...)
	x.name, x.unit, x.sign = c[0], c[1], "≥"
	goal := 5 + s.rng.Int64N(400)
	got := goal + s.rng.Int64N(goal/6+1)
	if s.misses() {
		got = max(goal*6/10+s.rng.Int64N(goal*3/10), 1)
	}
	s.aim(x, whole(goal), whole(got))
}

func (s *sheet) rated(x *line) {
	x.name, x.unit, x.sign = pick(s.rng, rates...), "%", "≥"
	if x.group == 2 {
		x.name = "服务对象满意度"
	}
	goal := pick[int64](s.rng, 80, 85, 90, 95, 98)
	got := goal + s.rng.Int64N(100-goal+1)
	if s.misses() {
		got = goal*6/10 + s.rng.Int64N(goal*3/10)
	}
	s.aim(x, whole(goal), whole(got))
}

func (s *sheet) costed(x *line) {
	x.name, x.unit, x.sign, x.reverse = pick(s.rng, "单位成本", "人均培训成本", "每公里养护成本"), "元", "≤", true
	goal := 100 + s.rng.Int64N(800)
	got := goal - s.rng.Int64N(goal/5)
	if s.misses() {
		got = goal + 1 + s.rng.Int64N(goal/2)
	}
	s.aim(x, whole(goal), whole(got))
}

func (s *sheet) worded(x *line) {
	w := pick(s.rng, words...)
	x.name, x.target, x.actual = w[0], w[1], pick(s.rng, w[1], "达成预期指标")
}

func (s *sheet) dated(x *line) {
	x.name, x.target, x.actual = pick(s.rng, deadlines...), pick(s.rng, "9月底前", "12月底前", "11月底"), pick(s.rng, "7月", "8月底", "9月", "按期完成")
}

// aim prints a target and what was reached, and scores it in proportion where it was missed.
func (s *sheet) aim(x *line, goal, got figure) {
	x.goal, x.got = goal.rat(), got.rat()
	x.target, x.actual = x.sign+goal.text()+x.unit, got.text()+x.unit
	s.rateLine(x)
}

// rateLine scores a line by its goal and what was reached.
func (s *sheet) rateLine(x *line) {
	far := x.got.Cmp(x.goal)
	x.missed = x.sign == "≥" && far < 0 || x.sign == "≤" && far > 0
	x.score, x.cause = x.weight, ""
	if !x.missed {
		return
	}
	share := new(big.Rat).Quo(x.got, x.goal)
	if x.reverse {
		share.Inv(share)
		if s.oneIn(2) {
			share = new(big.Rat).Sub(big.NewRat(2, 1), new(big.Rat).Quo(x.got, x.goal))
		}
	}
	x.exact = new(big.Rat).Mul(x.weight.rat(), share)
	places := 2
	if s.points.places > 0 {
		places = s.points.places
	}
	if s.points.whole {
		places = 0
	}
	x.score = round(x.exact, places, s.points.how)
	x.cause = pick(s.rng, reasons...)
}

// addExtra adds a row with an arithmetic of its own.
func (s *sheet) addExtra() {
	switch s.points.extra {
	case deduction, deductionLabelled, deductionMerged:
		n := 1 + s.rng.Int64N(3)
		s.lines = append(s.lines, line{group: -1, level2: "管理扣分", name: "未按时报送自评材料", target: "无", actual: "迟报1次", score: whole(-n), cause: "迟报", own: true})
	case bonus:
		s.lines = append(s.lines, line{group: -2, level2: "加分", name: "获上级表彰", target: "获表彰", actual: "获省级表彰1次", score: whole(1), own: true})
	}
}

// sayCounts names counts and rates of the indicators in the goals, in the words they are called by.
func (s *sheet) sayCounts() {
	if !s.says {
		return
	}
	for i := range s.lines {
		if x := &s.lines[i]; x.sign == "≥" && x.goal != nil && !strings.Contains(x.name, "（") {
			s.goals[0] += x.name + "不少于" + x.goal.RatString() + x.unit + "；"
			s.goals[1] += pick(s.rng, "", "全年", "已完成") + x.name + pick(s.rng, "", "达", "为") + x.got.RatString() + x.unit + "；"
		}
	}
}

// numberNames tells apart indicators that are called alike.
func (s *sheet) numberNames() {
	seen := map[string]int{}
	for i := range s.lines {
		x := &s.lines[i]
		base := x.name
		if seen[base]++; seen[base] > 1 {
			x.name = fmt.Sprintf("%s（%s）", base, []string{"", "", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一"}[min(seen[base], 11)])
		}
	}
}

// printLine prints the entries of an indicator.
func (s *sheet) printLine(i int) {
	x := &s.lines[i]
	put := func(key, text string) { s.text[fuhe.IndicatorField(i, key)] = text }
	switch {
	case x.group >= 0:
		put("level1", s.level1[x.group])
	case x.group == -1:
		put("level1", "扣分项")
	default:
		put("level1", "加分项")
	}
	if x.group == -1 && s.points.extra != deduction {
		s.text[fuhe.IndicatorField(i, "level1")] = ""
		put("name", "扣分项")
		put("score", s.lineScore(x))
		return
	}
	put("level2", x.level2)
	put("name", x.name)
	put("target", x.target)
	put("actual", x.actual)
	put("deviation", x.cause)
	put("score", s.lineScore(x))
	switch {
	case x.group < 0:
		put("weight", "")
	case s.points.weight != nil:
		put("weight", s.points.weight(x.weight))
	default:
		put("weight", x.weight.short())
	}
}

func (s *sheet) lineScore(x *line) string {
	if s.points.unsigned && x.score.units < 0 {
		return plus(whole(0), x.score, -1).text()
	}
	text := x.score.text()
	if s.points.padded && x.score.places < 2 {
		text = figure{x.score.units * power(2-x.score.places), 2}.text()
	} else if x.score == x.weight {
		text = x.score.short()
	}
	if s.points.comment && x.missed {
		lost := plus(x.weight, x.score, -1)
		text = fmt.Sprintf("%s（扣%s分）", text, lost.short())
	}
	return text
}
