package invent

import "math/big"

// pointConventions: weights, rows with an arithmetic of their own, columns beside.
var pointConventions = []Convention{
	{Name: "weights-per-cent", budget: budgetHabit{text: "%d%%"}, points: pointHabit{weight: withSign}, total: totalHabit{weight: withSign}},
	{Name: "weights-fractions", budget: budgetHabit{text: "fraction"}, points: pointHabit{weight: asFraction}, total: totalHabit{weight: asFraction}},
	{Name: "weights-fractions-under-100", budget: budgetHabit{text: "fraction"}, points: pointHabit{weight: asFraction}},
	{Name: "weights-fractions-but-budget", points: pointHabit{weight: asFraction}},
	{Name: "weights-with-unit", points: pointHabit{weight: func(f figure) string { return f.short() + "分" }}},
	{Name: "weights-padded", points: pointHabit{weight: func(f figure) string { return figure{f.units * power(2-f.places), 2}.text() }}},
	{Name: "weights-rounded-shares", points: pointHabit{shares: true, every: met1}, Asks: []string{"W201", "T401"}, Odd: "weights that do not add up to the total"},
	{Name: "headings-with-points", points: pointHabit{headings: true}},
	{Name: "cost-group", points: pointHabit{groups: costGroups}},
	{Name: "cost-group-with-points", points: pointHabit{groups: costGroups, headings: true}},
	{Name: "deduction-row", points: pointHabit{extra: deduction}, Odd: "a row that takes off points"},
	{Name: "deduction-labelled", points: pointHabit{extra: deductionLabelled}, Odd: "a row that takes off points"},
	{Name: "deduction-merged", points: pointHabit{extra: deductionMerged}, Odd: "a row that takes off points"},
	{Name: "deduction-unsigned", points: pointHabit{extra: deductionMerged, unsigned: true}, Odd: "a row that takes off points"},
	{Name: "bonus-row", points: pointHabit{extra: bonus, every: (*sheet).shortfall}, Odd: "a row that adds points"},
	{Name: "group-subtotals", points: pointHabit{extra: groupSubtotals}, Odd: "rows that add up others"},
	{Name: "subtotal-before-total", points: pointHabit{extra: lastSubtotal}, Odd: "rows that add up others"},
	{Name: "rules-in-column", points: pointHabit{column: "完成值达到指标值，记满分；未达到指标值，按B/A或A/B*该指标分值记分。"}},
	{Name: "goals-with-counts", says: true},
	{Name: "review-column", points: pointHabit{review: true}},
	{Name: "unused-row", points: pointHabit{unused: true}},
	{Name: "score-with-remark", points: pointHabit{comment: true}, Odd: "reading"},
	{Name: "points-1-place", points: pointHabit{places: 1}},
	{Name: "points-whole", points: pointHabit{whole: true}},
	{Name: "points-cut-off", points: pointHabit{how: down}},
	{Name: "words-only", points: pointHabit{every: (*sheet).worded}},
	{Name: "counts-only", points: pointHabit{every: (*sheet).counted}},
	{Name: "rates-only", points: pointHabit{every: (*sheet).rated}},
	{Name: "costs-only", points: pointHabit{every: (*sheet).costed}},
}

func withSign(f figure) string { return f.short() + "%" }

// asFraction is so many points as a part of a hundred.
func asFraction(f figure) string { return figure{f.units, f.places + 2}.text() }

// met1 is a target that is met.
func met1(s *sheet, x *line) {
	c := pick(s.rng, counts...)
	x.name, x.unit, x.sign = c[0], c[1], "≥"
	s.aim(x, whole(20), whole(22))
}

// shortfall earns half of its points, so that a bonus finds room.
func (s *sheet) shortfall(x *line) {
	c := pick(s.rng, counts...)
	x.name, x.unit, x.sign = c[0], c[1], "≥"
	s.aim(x, whole(20), whole(10))
}

// targetConventions: how one target and its actual value are put.
var targetConventions = []Convention{
	{Name: "unsigned-count", target: spelled("", "", "20", "21", "场")},
	{Name: "unsigned-rate", target: spelled("", "", "90", "96", "%")},
	{Name: "at-least-in-words", target: spelled("不低于", "", "90", "96", "%")},
	{Name: "at-least-behind", target: spelled("", "以上", "90", "96", "%")},
	{Name: "at-most-in-words", target: spelled("不超过", "", "500", "431", "元")},
	{Name: "at-most-behind", target: spelled("", "以内", "500", "431", "元")},
	{Name: "exactly", target: spelled("=", "", "12", "12", "期")},
	{Name: "exactly-wide", target: spelled("＝", "", "12", "12", "期")},
	{Name: "none-allowed", target: spelled("≤", "", "0", "0", "起")},
	{Name: "none-wanted", target: spelled("", "", "0", "0", "起")},
	{Name: "interval", target: words3("服务响应时间达标率", "90%-95%", "93%")},
	{Name: "deadline-month", target: words3("完工时间", "12月底", "12月25日")},
	{Name: "deadline-before", target: words3("完工时间", "2022年12月30日前", "2022年11月")},
	{Name: "deadline-span", target: words3("完工时间", "1月-12月", "12月")},
	{Name: "actual-without-unit", target: bareActual},
	{Name: "actual-in-words", target: words3("改造面积", "≥1200平方米", "完成"), Asks: []string{}},
	{Name: "actual-with-sign", target: words3("设施完好率", "≥95%", "≥95%")},
	{Name: "ten-thousand-people", target: words3("受益群众人数", "≥1.2万人", "12300人")},
	{Name: "people-ten-thousand", target: words3("受益群众人数", "≥12000人", "1.3万人")},
	{Name: "hectares", target: words3("造林面积", "≥20公顷", "310亩")},
	{Name: "kilometres", target: words3("管护里程", "≥3公里", "3200米")},
	{Name: "tonnes", target: words3("清运垃圾量", "≥5吨", "5300千克")},
	{Name: "hours", target: words3("抢修时长", "≤2小时", "90分钟")},
	{Name: "ten-thousand-square-metres", target: words3("绿化养护面积", "≥1.5万平方米", "16000平方米")},
	{Name: "half-marks-word", target: partly},
	{Name: "far-over-explained", target: farOver},
	{Name: "reverse-linear", target: reverse(true)},
	{Name: "reverse-ratio", target: reverse(false)},
	{Name: "missed-count", target: missedCount},
	{Name: "payment-rate-as-indicator", target: paymentRate, Asks: []string{"Q102", "D501", "D502"}, Odd: "the rate stands twice"},
	{Name: "cost-of-the-project", target: projectCost, Odd: "the amount stands twice"},
}

// spelled is a target with words or signs around a number, and met.
func spelled(before, behind, goal, got, unit string) func(*sheet, *line) {
	return func(s *sheet, x *line) {
		x.name = map[string]string{"场": "培训场次", "%": "政策知晓率", "元": "人均培训成本", "期": "举办培训班次", "起": "安全事故数量"}[unit]
		x.target, x.actual = before+goal+unit+behind, got+unit
	}
}

func words3(name, target, actual string) func(*sheet, *line) {
	return func(_ *sheet, x *line) { x.name, x.target, x.actual = name, target, actual }
}

func bareActual(s *sheet, x *line) {
	x.name, x.target, x.actual = "培训场次", "≥20场", pick(s.rng, "20", "21", "22")
}

// partly earns nine tenths for words that say so.
func partly(s *sheet, x *line) {
	x.name, x.target, x.actual = "长效机制健全性", "健全", "部分达成"
	x.score = round(new(big.Rat).Mul(x.weight.rat(), big.NewRat(9, 10)), 2, halfUp)
	x.cause = pick(s.rng, reasons...)
}

func farOver(s *sheet, x *line) {
	x.name, x.target, x.actual, x.cause = "受益群众人数", "≥100人次", "180人次", "活动受到欢迎，参加人数超出预期，下年度将提高目标值。"
}

// reverse is a missed target that is met from below.
func reverse(linear bool) func(*sheet, *line) {
	return func(s *sheet, x *line) {
		goal := 100 + s.rng.Int64N(800)
		got := goal + 1 + s.rng.Int64N(goal/2)
		x.name, x.unit, x.sign, x.reverse, x.missed = "单位成本", "元", "≤", true, true
		x.goal, x.got = whole(goal).rat(), whole(got).rat()
		x.target, x.actual = "≤"+whole(goal).text()+"元", whole(got).text()+"元"
		share := big.NewRat(goal, got)
		if linear {
			share = big.NewRat(2*goal-got, goal)
		}
		x.exact = new(big.Rat).Mul(x.weight.rat(), share)
		x.score, x.cause = round(x.exact, 2, halfUp), pick(s.rng, reasons...)
	}
}

func missedCount(s *sheet, x *line) {
	x.name, x.unit, x.sign = "培训场次", "场", "≥"
	goal := 20 + s.rng.Int64N(300)
	s.aim(x, whole(goal), whole(goal*6/10+s.rng.Int64N(goal*3/10)))
}

// paymentRate is the execution rate as an indicator, met or not as the money says.
func paymentRate(s *sheet, x *line) {
	x.name, x.level2 = "预算执行率", "时效指标"
	if s.share == nil {
		s.counted(x)
		return
	}
	f := s.rateOf(s.share)
	x.target, x.actual, x.sign, x.unit = "≥30%", s.marked(f), "≥", "%"
}

// projectCost is the amount executed as an indicator.
func projectCost(s *sheet, x *line) {
	if s.amounts[0].executed.rat().Cmp(s.amounts[0].adjusted.rat()) > 0 {
		s.counted(x) // the project cost more than it was to
		return
	}
	x.name, x.level2, x.target, x.actual = pick(s.rng, "项目总成本", "项目实施成本", "项目完成成本"), "成本指标", "≤"+s.amount(s.amounts[0].adjusted)+s.unit, s.amount(s.amounts[0].executed)+s.unit
}

var (
	nationalBands = []band{{90, "优"}, {80, "良"}, {60, "中"}}
	ministryBands = []band{{80, "优"}, {70, "良"}, {60, "中"}}
	shanghaiBands = []band{{90, "优秀"}, {75, "良好"}, {60, "合格"}}
)

// totalConventions: how the total is printed.
var totalConventions = []Convention{
	{Name: "total-zeros-left-out", total: totalHabit{trim: true}},
	{Name: "total-weight-blank", total: totalHabit{blank: true}},
	{Name: "total-in-header-too", total: totalHabit{header: true}},
	{Name: "total-with-unit", total: totalHabit{unit: "分"}},
	{Name: "total-rounded-whole", total: totalHabit{places: -1}, Odd: "slips hide in the rounding"},
	{Name: "total-rounded-1-place", total: totalHabit{places: 1}, Odd: "slips hide in the rounding"},
	{Name: "total-of-unrounded-budget", budget: budgetHabit{places: 1}, total: totalHabit{unrounded: true}, Odd: "slips hide in the rounding"},
	{Name: "total-of-unrounded-scores", total: totalHabit{loose: true}, Asks: []string{"T401"}, points: pointHabit{places: 1}, Odd: "slips hide in the rounding"},
	{Name: "grade-90-80-60", total: totalHabit{bands: nationalBands}},
	{Name: "grade-80-70-60", total: totalHabit{bands: ministryBands}, Asks: []string{"T403"}, Odd: "bands not of the national rules"},
	{Name: "grade-90-75-60", total: totalHabit{bands: shanghaiBands}, Asks: []string{"T403"}, Odd: "bands not of the national rules"},
	{Name: "padded-total-and-scores", points: pointHabit{padded: true}, total: totalHabit{header: true}},
}
