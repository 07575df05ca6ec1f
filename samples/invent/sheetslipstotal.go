package invent

import (
	"math/big"
	"strings"

	"fuhe"
)

// totalSlips are made in the total or its grade.
var totalSlips = []slipKind{
	{name: "total-digit", causes: kinds(fuhe.OneDigit), make: func(s *sheet) bool {
		wrong := s.digit(s.sum())
		return !s.byOneRow(wrong) && s.slipTotalTo(wrong)
	}},
	{name: "total-digits-swapped", causes: kinds(fuhe.Transposed), make: func(s *sheet) bool { return s.slipTotalTo(s.turned(s.sum())) }},
	{name: "total-point", causes: kinds(point), make: func(s *sheet) bool { return s.slipTotalTo(shifted(s.sum(), -1)) }},
	{name: "total-stale", miss: true, causes: kinds(fuhe.StaleTotal), make: func(s *sheet) bool {
		i := s.someLine(func(x *line) bool { return x.missed })
		return i >= 0 && s.slipTotalTo(plus(plus(s.sum(), s.lines[i].weight, 1), s.lines[i].score, -1))
	}},
	{name: "total-counted-twice", causes: kinds(fuhe.CountedTwice), make: func(s *sheet) bool { return s.slipTotalTo(plus(s.sum(), s.lines[s.rng.IntN(len(s.lines))].score, 1)) }},
	{name: "total-left-out", causes: kinds(fuhe.LeftOut), make: func(s *sheet) bool { return s.slipTotalTo(plus(s.sum(), s.lines[s.rng.IntN(len(s.lines))].score, -1)) }},
	{name: "total-full", causes: nil, make: func(s *sheet) bool { return s.slipTotalTo(whole(100)) }},
	{name: "total-off", causes: nil, make: func(s *sheet) bool {
		return s.slipTotalTo(plus(s.sum(), figure{pick[int64](s.rng, -50, 50, -120, 200, -300), 2}, 1))
	}},
	{name: "header-total", causes: nil, open: "", only: []string{"total-in-header-too", "padded-total-and-scores"}, make: func(s *sheet) bool {
		wrong := s.digit(s.sum())
		return s.far2(wrong, s.sum()) && wrong.rat().Cmp(hundred) <= 0 && s.slip("/header_total/score", wrong.text())
	}},
	{name: "grade", causes: nil, only: []string{"grade-90-80-60"}, make: func(s *sheet) bool {
		wrong := pick(s.rng, "优", "良", "中", "差")
		return s.gradeIsWrong(wrong) && s.slip("/total/grade", wrong)
	}},
}

// byOneRow reports whether a total is off by the score of a row, or by what a row lost: then a row may have been left out.
func (s *sheet) byOneRow(total figure) bool {
	apart := new(big.Rat).Sub(total.rat(), s.sum().rat())
	apart.Abs(apart)
	for i := range s.lines {
		x := &s.lines[i]
		if apart.Cmp(x.score.rat()) == 0 || apart.Cmp(plus(x.weight, x.score, -1).rat()) == 0 {
			return true
		}
	}
	return apart.Cmp(s.budgetScore().rat()) == 0
}

// byOtherFormula reports whether a total is off by what a row that missed a target from below would have earned otherwise, by
// the other of the two formulas.
func (s *sheet) byOtherFormula(apart *big.Rat) bool {
	for i := range s.lines {
		x := &s.lines[i]
		if !x.missed || !x.reverse {
			continue
		}
		over := new(big.Rat).Quo(x.got, x.goal)
		for _, share := range []*big.Rat{new(big.Rat).Inv(over), new(big.Rat).Sub(big.NewRat(2, 1), over)} {
			exact := new(big.Rat).Mul(x.weight.rat(), share)
			for places := range 3 {
				for _, how := range []rounding{halfUp, down} {
					if exact.Sign() >= 0 && new(big.Rat).Add(x.score.rat(), apart).Cmp(round(exact, places, how).rat()) == 0 {
						return true
					}
				}
			}
		}
	}
	return false
}

// gradeIsWrong reports whether no bands known give the grade.
func (s *sheet) gradeIsWrong(grade string) bool {
	for _, bands := range [][]band{nationalBands, ministryBands, {{90, "优"}, {75, "良"}, {60, "中"}}} {
		own := *s
		own.Convention = &Convention{total: totalHabit{bands: bands}}
		if own.gradeOf(s.sum()) == grade {
			return false
		}
	}
	return true
}

// twinSlips are made in a figure that stands twice.
var twinSlips = []slipKind{
	{name: "cost-twin", entry: inputEntry, level: fuhe.Warning, only: []string{"cost-of-the-project"}, make: func(s *sheet) bool {
		wrong := s.digit(s.amounts[0].executed)
		return wrong.rat().Cmp(s.amounts[0].adjusted.rat()) <= 0 && s.far(wrong, s.amounts[0].executed) && s.slip(fuhe.IndicatorField(0, "actual"), s.amount(wrong)+s.unit)
	}},
	{name: "rate-twin", entry: inputEntry, only: []string{"payment-rate-as-indicator"}, make: func(s *sheet) bool {
		wrong := s.digit(s.rightRate())
		return wrong.units > 30*power(wrong.places) && wrong.units <= 100*power(wrong.places) && s.rateSpan(0).misses(wrong) && s.slip(fuhe.IndicatorField(0, "actual"), s.marked(wrong))
	}},
	{name: "goal-rate", entry: inputEntry, level: fuhe.Warning, make: func(s *sheet) bool {
		wrong := s.digit(s.rightRate())
		return s.rate.style == percent && s.rateSpan(0).misses(wrong) && s.inGoal("预算执行率"+wrong.text()+"%")
	}},
	{name: "goal-count", entry: inputEntry, level: fuhe.Warning, only: []string{"goals-with-counts"}, right: nothing, make: (*sheet).otherCount},
	{name: "goal-amount", entry: inputEntry, level: fuhe.Warning, make: func(s *sheet) bool {
		wrong := s.digit(s.amounts[0].executed)
		return !s.money.withUnit && s.far(wrong, s.amounts[0].executed) && s.inGoal("全年执行数"+s.amount(wrong)+s.unit)
	}},
}

// otherCount prints another count of an indicator than the goals say was reached; both meet its target.
func (s *sheet) otherCount() bool {
	i := s.someLine(func(x *line) bool {
		return x.sign == "≥" && !x.missed && x.unit != "%" && !strings.Contains(x.name, "（")
	})
	if i < 0 {
		return false
	}
	x := &s.lines[i]
	wrong := new(big.Rat).Add(x.got, big.NewRat(1+s.rng.Int64N(3), 1)).RatString() + x.unit
	return s.slip(fuhe.IndicatorField(i, "actual"), wrong)
}

// inGoal names a figure in what was reached.
func (s *sheet) inGoal(text string) bool {
	was := s.goals[1]
	s.goals[1] = strings.TrimSuffix(was, "；") + "；" + text + "。"
	s.first = "/goals/actual"
	s.was[s.first] = was
	return true
}
