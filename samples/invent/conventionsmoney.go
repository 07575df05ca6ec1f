package invent

import "math/big"

var conventions = join2(moneyConventions, pointConventions, targetConventions, totalConventions)

func join2(lists ...[]Convention) []Convention {
	var out []Convention
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

// moneyConventions: amounts, sources, rates and what execution earns.
var moneyConventions = []Convention{
	{Name: "plain"},
	{Name: "yuan", money: moneyHabit{unit: "元"}},
	{Name: "yuan-separators", money: moneyHabit{unit: "元", commas: true}},
	{Name: "yuan-whole", money: moneyHabit{unit: "元", whole: true}},
	{Name: "ten-thousand-rounded", money: moneyHabit{unit: "万元", rounded: true}},
	{Name: "ten-thousand-4-places", money: moneyHabit{unit: "万元", places: 4, rounded: true}},
	{Name: "ten-thousand-6-places", money: moneyHabit{unit: "万元", places: 6}},
	{Name: "ten-thousand-whole", money: moneyHabit{unit: "万元", whole: true, rounded: true}},
	{Name: "unit-in-cells", money: moneyHabit{withUnit: true}},
	{Name: "zeros-left-out", money: moneyHabit{trim: true}},
	{Name: "zeros-left-out-separators", money: moneyHabit{trim: true, commas: true}},
	{Name: "nothing-blank", money: moneyHabit{zero: "blank"}},
	{Name: "nothing-dash", money: moneyHabit{zero: "—"}},
	{Name: "nothing-0.00", money: moneyHabit{zero: "0.00"}},
	{Name: "initial-blank", money: moneyHabit{initial: "blank"}},
	{Name: "one-source", money: moneyHabit{sources: []source{{name: "其中：财政拨款"}}}},
	{Name: "six-sources", money: moneyHabit{ownRates: true, sources: []source{{name: "其中：中央补助"}, {name: "省级财政"}, {name: "市级财政"}, {name: "县级财政"}, {name: "单位资金"}, {name: "其他资金"}}}},
	{Name: "some-sources", money: moneyHabit{partial: true, sources: []source{{name: "其中：财政拨款"}}}, Odd: "the rows named are no whole list"},
	{Name: "source-repeats-points", money: moneyHabit{repeats: true, sources: []source{{name: "其中：当年财政拨款"}, {name: "其他资金"}}}, Odd: "points stand twice"},
	{Name: "nested-sources", money: moneyHabit{sources: []source{{name: "其中：一般公共预算资金"}, {name: "人员经费", kind: partOf}, {name: "公用经费", kind: partOf}, {name: "其他资金"}}}, Odd: "parts of a part"},
	{Name: "nested-project-money", money: moneyHabit{sources: []source{{name: "其中：一般公共预算资金"}, {name: "其中：基本支出", kind: partOf}, {name: "项目支出", kind: partOf}, {name: "其他资金"}}}, Odd: "parts of a part"},
	{Name: "unspent-returned", money: moneyHabit{sources: append(plainSources[:3:3], source{"结余资金", unspent})}, Odd: "a row that is no source"},
	{Name: "fiscal-subtotal", money: moneyHabit{sources: []source{{name: "财政资金小计", kind: subtotal}, {name: "其中：一般公共预算拨款"}, {name: "政府性基金预算拨款"}, {name: "其他资金"}}}, Odd: "a row that adds up others"},
	{Name: "rates-of-sources", money: moneyHabit{ownRates: true}},
	{Name: "spent-more", money: moneyHabit{share: "over"}, Asks: []string{"F105"}, Odd: "spending over the budget"},
	{Name: "spent-all", money: moneyHabit{share: "full"}, Odd: "nothing shows in a rate of 100 %"},
	{Name: "spent-nothing", money: moneyHabit{share: "none"}, Asks: []string{"D502"}, Odd: "nothing was spent"},
	{Name: "no-budget", money: moneyHabit{share: "zero"}, Odd: "all amounts are zero"},
	{Name: "rate-on-initial-budget", money: moneyHabit{basis: "initial"}},
	{Name: "rate-1-place", rate: rateHabit{places: 1}},
	{Name: "rate-whole", rate: rateHabit{whole: true}},
	{Name: "rate-4-places", rate: rateHabit{places: 4}},
	{Name: "rate-wide-sign", rate: rateHabit{mark: "％"}},
	{Name: "rate-space-sign", rate: rateHabit{mark: " %"}},
	{Name: "rate-without-sign", rate: rateHabit{style: bare}},
	{Name: "rate-sign-in-heading", rate: rateHabit{style: bare, head: "执行率（%）"}},
	{Name: "rate-fraction-4", rate: rateHabit{style: fraction, places: 4}},
	{Name: "rate-fraction-3", rate: rateHabit{style: fraction, places: 3}},
	{Name: "score-1-place", budget: budgetHabit{places: 1}},
	{Name: "score-whole", budget: budgetHabit{whole: true}, points: pointHabit{whole: true}},
	{Name: "score-cut-off", budget: budgetHabit{how: down}, points: pointHabit{how: down}, Odd: "the national rules round"},
	{Name: "score-from-rate", budget: budgetHabit{fromRate: true}},
	{Name: "score-from-whole-rate", rate: rateHabit{whole: true}, budget: budgetHabit{fromRate: true}},
	{Name: "score-zeros-left-out", budget: budgetHabit{trim: true}},
	{Name: "score-full-padded", budget: budgetHabit{full: "10.00"}},
	{Name: "score-padded-everywhere", budget: budgetHabit{full: "10.00"}, points: pointHabit{padded: true}},
	{Name: "budget-20-points", budget: budgetHabit{weight: 20}},
	{Name: "budget-weight-blank", budget: budgetHabit{text: "blank"}},
	{Name: "budget-weight-in-heading", budget: budgetHabit{text: "blank", head: "分值（10分）"}},
	{Name: "budget-weight-twice", budget: budgetHabit{head: "分值（10分）"}},
	{Name: "budget-weight-with-unit", budget: budgetHabit{text: "%d分"}},
	{Name: "budget-unscored", budget: budgetHabit{none: true}},
	{Name: "full-from-95", budget: budgetHabit{scale: fullFrom95}, Odd: "a scale of its own",
		notes: []string{"注：预算执行率达到95%以上（含95%）得满分，95%以下按执行率×分值计分。"}},
	{Name: "tiers-in-note", budget: budgetHabit{scale: tiers}, Odd: "a scale of its own",
		notes: []string{"注：预算执行率≥95%得10分，90%（含）-95%得8分，80%（含）-90%得6分，60%（含）-80%得4分，60%以下不得分。"}},
	{Name: "steps-in-note", budget: budgetHabit{scale: steps}, Odd: "a scale of its own", notes: []string{"注：预算执行率100%计满分，每低于5%扣2分，扣完为止。"}},
	{Name: "method-in-column", budget: budgetHabit{column: "执行率*该指标分值，最高不得超过分值上限。"}},
	{Name: "method-in-note", notes: []string{"注：1.得分一档最高不能超过该指标分值上限。2.定量指标完成数汇总原则：绝对值直接累加计算，相对值按照资金额度加权平均计算。"}},
}

// fullFrom95 gives all points from 95 % on.
func fullFrom95(share *big.Rat, w int64) figure {
	if share.Cmp(big.NewRat(95, 100)) >= 0 {
		return whole(w)
	}
	return round(times(share, w), 2, halfUp)
}

// tiers gives the points of a band.
func tiers(share *big.Rat, w int64) figure {
	for _, t := range [][2]int64{{95, 10}, {90, 8}, {80, 6}, {60, 4}} {
		if share.Cmp(big.NewRat(t[0], 100)) >= 0 {
			return whole(t[1] * w / 10)
		}
	}
	return whole(0)
}

// steps takes two points off for every five per cent, begun or whole: the rule leaves open which, so only shares are
// taken that lie on a step.
func steps(share *big.Rat, w int64) figure {
	missing := new(big.Rat).Sub(big.NewRat(1, 1), share)
	n := round(times(missing, 20), 0, down)
	return whole(min(max(w-2*n.units, 0), w))
}
