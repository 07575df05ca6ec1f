package invent

import (
	"fmt"
	"math/big"
	"slices"

	"fuhe"
)

// weightSlips are made in weights and headings.
var weightSlips = []slipKind{
	{name: "weight-digit", entry: inputEntry, causes: kinds(fuhe.OneDigit), make: func(s *sheet) bool { return s.weightSlip(s.digit) }},
	{name: "weight-tenfold", entry: inputEntry, causes: kinds(point), make: func(s *sheet) bool { return s.weightSlip(func(f figure) figure { return shifted(f, 1) }) }},
	{name: "weight-of-neighbour", entry: inputEntry, causes: kinds(fuhe.Copied, fuhe.OneDigit), make: (*sheet).neighbourWeight},
	{name: "heading-points", entry: inputEntry, only: []string{"headings-with-points", "cost-group-with-points"}, right: nothing, make: (*sheet).headingSlip},
	{name: "total-weight-digit", open: "weights are assigned", make: func(s *sheet) bool {
		return s.text["/total/weight"] != "" && s.slip("/total/weight", s.totalWeight(whole(pick[int64](s.rng, 90, 110, 95, 98, 105))))
	}},
	{name: "row-twice", entry: inputEntry, causes: kinds(rowTwice, fuhe.CountedTwice), right: nothing, make: (*sheet).rowAgain},
	{name: "total-without-budget", level: fuhe.Warning, right: nothing, open: "the weights printed vouch for the total without the budget", make: (*sheet).totalWithoutBudget},
}

// lineSlips are made in scores of indicators and what stands beside them.
var lineSlips = []slipKind{
	{name: "line-score-tenfold", entry: inputEntry, causes: kinds(point), make: func(s *sheet) bool {
		return s.lineScoreSlip(func(x *line) bool { return !x.missed }, func(x *line) figure { return shifted(x.score, 1) })
	}},
	{name: "line-score-over-weight", entry: inputEntry, make: func(s *sheet) bool {
		return s.lineScoreSlip(func(x *line) bool { return x.score == x.weight }, func(x *line) figure { return plus(x.score, pick(s.rng, whole(1), whole(2), figure{5, 1}), 1) })
	}},
	{name: "score-of-a-miss", entry: inputEntry, miss: true, causes: kinds(fuhe.OneDigit), make: func(s *sheet) bool {
		return s.lineScoreSlip(func(x *line) bool { return x.missed && x.exact != nil }, func(x *line) figure { return s.digit(x.score) })
	}},
	{name: "line-score-of-neighbour", entry: inputEntry, causes: kinds(fuhe.Copied, fuhe.OneDigit), make: (*sheet).neighbourScore},
	{name: "missed-full", entry: inputEntry, miss: true, level: fuhe.Warning, make: func(s *sheet) bool {
		return s.rescoreLine(func(x *line) bool { return x.missed && x.sign != "" && s.apart(x) }, func(x *line) figure { return x.weight }, "")
	}},
	{name: "unsigned-missed-full", entry: inputEntry, miss: true, level: fuhe.Warning, make: (*sheet).unsignedMissed},
	{name: "missing-actual", entry: inputEntry, level: fuhe.Warning, make: func(s *sheet) bool {
		i := s.someLine(func(x *line) bool { return x.score.units > 0 })
		return i >= 0 && s.slip(fuhe.IndicatorField(i, "actual"), pick(s.rng, "", "—"))
	}},
	{name: "no-reason", entry: inputEntry, miss: true, level: fuhe.Warning, make: func(s *sheet) bool {
		i := s.someLine(func(x *line) bool { return x.missed })
		return i >= 0 && s.slip(fuhe.IndicatorField(i, "deviation"), pick(s.rng, "", "无", "—", "完成", "已完成", "无偏差"))
	}},
	{name: "met-with-deduction", entry: inputEntry, level: fuhe.Warning, make: func(s *sheet) bool {
		return s.rescoreLine(func(x *line) bool { return !x.missed && x.sign != "" && !x.reverse && x.weight.units >= 5 }, func(x *line) figure { return plus(x.weight, whole(2), -1) }, "")
	}},
	{name: "reverse-scored-forward", entry: inputEntry, level: fuhe.Warning, make: (*sheet).forwardReverse},
	{name: "deadline-missed", entry: inputEntry, level: fuhe.Warning, only: []string{"deadline-month"}, make: func(s *sheet) bool {
		return s.slip(fuhe.IndicatorField(0, "actual"), pick(s.rng, "次年1月", "次年1月15日", "次年3月底"))
	}},
	{name: "actual-still-met", entry: inputEntry, secret: "another count that meets the target as well", make: func(s *sheet) bool {
		i := s.someLine(func(x *line) bool { return x.sign == "≥" && !x.missed && x.unit != "%" && !x.own })
		return i >= 0 && s.slip(fuhe.IndicatorField(i, "actual"), new(big.Rat).Add(s.lines[i].got, big.NewRat(1, 1)).RatString()+s.lines[i].unit)
	}},
	{name: "lost-minus", entry: inputEntry, level: fuhe.Note, causes: kinds(lostMinus), only: []string{"deduction-row", "deduction-merged"}, make: func(s *sheet) bool {
		last := len(s.lines) - 1
		return s.slip(fuhe.IndicatorField(last, "score"), plus(whole(0), s.lines[last].score, -1).text())
	}},
}

// nothing: which of several figures is wrong cannot be told.
func nothing(*sheet) string { return "" }

func (s *sheet) someLine(accept func(*line) bool) int {
	from := s.rng.IntN(len(s.lines))
	for k := range s.lines {
		i := (from + k) % len(s.lines)
		if x := &s.lines[i]; x.group >= 0 && accept(x) {
			return i
		}
	}
	return -1
}

// apart reports whether a score in proportion is a point or more below the weight.
func (s *sheet) apart(x *line) bool {
	return x.exact != nil && new(big.Rat).Sub(x.weight.rat(), x.exact).Cmp(big.NewRat(3, 10)) > 0
}

func (s *sheet) printWeight(f figure) string {
	if s.points.weight != nil {
		return s.points.weight(f)
	}
	return f.short()
}

func (s *sheet) weightSlip(change func(figure) figure) bool {
	i := s.someLine(func(x *line) bool { return true })
	wrong := change(s.lines[i].weight)
	return wrong.units > 0 && s.text["/total/weight"] != "" && s.slip(fuhe.IndicatorField(i, "weight"), s.printWeight(wrong))
}

// neighbourWeight prints the weight of the row above.
func (s *sheet) neighbourWeight() bool {
	for i := 1; i < len(s.lines); i++ {
		if a, b := s.lines[i-1].weight, s.lines[i].weight; s.lines[i].group >= 0 && a.rat().Cmp(b.rat()) != 0 {
			return s.text["/total/weight"] != "" && s.slip(fuhe.IndicatorField(i, "weight"), s.printWeight(a))
		}
	}
	return false
}

func (s *sheet) headingSlip() bool {
	if !s.points.headings {
		return false
	}
	g := s.rng.IntN(len(s.level1))
	points := whole(0)
	for i := range s.lines {
		if s.lines[i].group == g {
			points = plus(points, s.lines[i].weight, 1)
		}
	}
	groups := s.points.groups
	if groups == nil {
		groups = nationalGroups
	}
	wrong := fmt.Sprintf("%s（%s分）", groups[g].name, plus(points, whole(pick[int64](s.rng, -5, 5, 10)), 1).short())
	for i := range s.lines {
		if s.lines[i].group == g {
			if s.first == "" {
				s.first = fuhe.IndicatorField(i, "level1")
			}
			s.set(fuhe.IndicatorField(i, "level1"), wrong)
		}
	}
	return true
}

// rowAgain prints an indicator twice; the totals are those of the form without it.
func (s *sheet) rowAgain() bool {
	if s.total.blank || s.points.unused {
		return false
	}
	i := s.someLine(func(x *line) bool { return x.score.units > 0 })
	s.lines = slices.Insert(s.lines, i+1, s.lines[i])
	for k := len(s.lines) - 1; k > i; k-- {
		s.printLine(k)
	}
	s.first = fuhe.IndicatorField(i+1, "score")
	s.was[s.first] = "-"
	for _, at := range []int{i, i + 1} {
		s.was[fuhe.IndicatorField(at, "score")], s.was[fuhe.IndicatorField(at, "weight")] = "-", "-"
	}
	return true
}

func (s *sheet) totalWithoutBudget() bool {
	if s.budget.none || s.total.blank || s.total.header || s.total.places != 0 || s.budgetScore().units == 0 {
		return false
	}
	sum := plus(s.sum(), s.budgetScore(), -1)
	if !s.slip("/total/score", sum.text()+s.total.unit) {
		return false
	}
	s.set("/total/weight", s.totalWeight(plus(s.weights(), whole(s.weight()), -1)))
	if s.total.bands != nil {
		s.set("/total/grade", s.gradeOf(sum))
	}
	return true
}

// lineScoreSlip prints a wrong score of an indicator; the total is right.
func (s *sheet) lineScoreSlip(accept func(*line) bool, wrong func(*line) figure) bool {
	i := s.someLine(accept)
	if i < 0 || s.total.blank {
		return false
	}
	f := wrong(&s.lines[i])
	apart := new(big.Rat).Sub(f.rat(), s.lines[i].score.rat())
	return f.units >= 0 && apart.Abs(apart).Cmp(s.slack()) > 0 && s.slip(fuhe.IndicatorField(i, "score"), f.text())
}

func (s *sheet) neighbourScore() bool {
	for i := 1; i < len(s.lines); i++ {
		if a, b := s.lines[i-1].score, s.lines[i].score; s.lines[i].group >= 0 && s.far2(a, b) {
			return s.slip(fuhe.IndicatorField(i, "score"), a.text())
		}
	}
	return false
}

func (s *sheet) far2(a, b figure) bool {
	apart := new(big.Rat).Sub(a.rat(), b.rat())
	return apart.Abs(apart).Cmp(s.slack()) > 0
}

// rescoreLine prints another score that the total follows.
func (s *sheet) rescoreLine(accept func(*line) bool, to func(*line) figure, cause string) bool {
	i := s.someLine(accept)
	if i < 0 {
		return false
	}
	f := to(&s.lines[i])
	if f.units < 0 || !s.slip(fuhe.IndicatorField(i, "score"), f.text()) {
		return false
	}
	if cause != "" {
		s.set(fuhe.IndicatorField(i, "deviation"), cause)
	}
	return s.follow()
}

// unsignedMissed has a rate below a target without a sign, under a name that can only mean "at least", and full points.
func (s *sheet) unsignedMissed() bool {
	i := s.someLine(func(x *line) bool { return x.sign == "≥" && x.unit == "%" && x.missed && s.apart(x) && !x.own })
	if i < 0 {
		return false
	}
	x := &s.lines[i]
	x.name, x.target, x.cause, x.missed = pick(s.rng, "服务对象满意度", "验收合格率", "资金支付及时率", "政策覆盖率"), x.goal.RatString()+"%", "", false
	s.printLine(i)
	s.first = fuhe.IndicatorField(i, "score")
	s.set(s.first, x.weight.short())
	return s.follow()
}

// forwardReverse takes points off an actual value below a target that is met from below.
func (s *sheet) forwardReverse() bool {
	i := s.someLine(func(x *line) bool {
		return x.reverse && !x.missed && !x.own && x.got.Cmp(new(big.Rat).Mul(x.goal, big.NewRat(19, 20))) < 0
	})
	if i < 0 {
		return false
	}
	x := &s.lines[i]
	f := round(new(big.Rat).Mul(x.weight.rat(), new(big.Rat).Quo(x.got, x.goal)), 2, halfUp)
	s.set(fuhe.IndicatorField(i, "deviation"), "未达到指标值")
	return s.slip(fuhe.IndicatorField(i, "score"), f.text()) && s.follow()
}
