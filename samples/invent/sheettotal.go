package invent

import (
	"math/big"

	"fuhe"
)

// sum is the exact total of the scores as printed.
func (s *sheet) sum() figure {
	out := s.budgetScore()
	if s.budget.none {
		out = whole(0)
	}
	for i := range s.lines {
		out = plus(out, s.lines[i].score, 1)
	}
	return out
}

// weights is what all weights add up to.
func (s *sheet) weights() figure {
	out := whole(s.weight())
	for i := range s.lines {
		out = plus(out, s.lines[i].weight, 1)
	}
	return out
}

// ahead reports whether the share of points that the indicators earn is over a fifth ahead of that of budget execution.
func (s *sheet) ahead() bool {
	if s.budget.none || s.share == nil || s.weight() == 0 {
		return false
	}
	scores, weights := new(big.Rat), new(big.Rat)
	for i := range s.lines {
		if s.lines[i].group < 0 {
			return false // points beside those dealt out: their share is not worked out
		}
		scores.Add(scores, s.lines[i].score.rat())
		weights.Add(weights, s.lines[i].weight.rat())
	}
	earned := scores.Quo(scores, weights)
	budget := new(big.Rat).Quo(s.budgetScore().rat(), whole(s.weight()).rat())
	gap := new(big.Rat).Sub(earned, budget)
	return earned.Sign() > 0 && earned.Cmp(big.NewRat(1, 1)) <= 0 && gap.Quo(gap, earned).Cmp(big.NewRat(1, 5)) > 0
}

// unrounded is the total of the scores before they were rounded.
func (s *sheet) unrounded() *big.Rat {
	out := new(big.Rat)
	if w := s.weight(); w > 0 {
		out.Set(s.budgetScore().rat())
		if s.share != nil && s.share.Cmp(big.NewRat(1, 1)) < 0 && s.budget.scale == nil {
			out.Set(times(s.scoredShare(s.share), w))
		}
	}
	for i := range s.lines {
		v := s.lines[i].score.rat()
		if x := &s.lines[i]; x.missed && s.total.loose {
			v = x.exact
		}
		out.Add(out, v)
	}
	return out
}

// fillTotal prints the total and its grade.
func (s *sheet) fillTotal() bool {
	t, sum := s.total, s.sum()
	if sum.rat().Cmp(hundred) > 0 {
		return false
	}
	switch {
	case t.places < 0:
		sum = round(sum.rat(), 0, halfUp)
	case t.places > 0:
		sum = round(sum.rat(), t.places, halfUp)
	case t.unrounded || t.loose:
		loose := round(s.unrounded(), 2, halfUp)
		if loose.rat().Cmp(sum.rat()) == 0 {
			return false
		}
		sum = loose
	}
	if sum.rat().Cmp(hundred) == 0 && s.sum().rat().Cmp(hundred) != 0 {
		return false // rounded up to all points is no rounding
	}
	s.printTotals(sum)
	return true
}

// printTotals prints a total wherever the form has one.
func (s *sheet) printTotals(sum figure) {
	text := sum.text()
	if s.total.trim {
		text = sum.short()
	}
	s.text["/total/score"] = text + s.total.unit
	weight := s.weights()
	if s.points.shares {
		weight = whole(100)
	}
	s.text["/total/weight"] = s.totalWeight(weight)
	if s.total.header {
		s.text["/header_total/score"] = text
	}
	if s.total.bands != nil {
		s.text["/total/grade"] = s.gradeOf(sum)
	}
}

// totalWeight prints the weight of the total.
func (s *sheet) totalWeight(f figure) string {
	switch {
	case s.total.blank:
		return ""
	case s.total.weight != nil:
		return s.total.weight(f)
	}
	return f.short()
}

func (s *sheet) gradeOf(f figure) string {
	for _, b := range s.total.bands {
		if f.rat().Cmp(whole(b.from).rat()) >= 0 {
			return b.name
		}
	}
	return "差"
}

// set changes an entry by a slip and keeps what stood there.
func (s *sheet) set(f fuhe.Field, text string) {
	if _, kept := s.was[f]; !kept && s.text[f] != text {
		s.was[f] = s.text[f]
	}
	s.text[f] = text
}

// follow adds up the total anew over the scores as they are printed now.
func (s *sheet) follow() bool {
	sum := whole(0)
	if !s.budget.none {
		sum = figureOf(s.text["/funds/0/score"])
	}
	for i := range s.lines {
		sum = plus(sum, s.printedScore(i), 1)
	}
	if sum.rat().Cmp(hundred) > 0 || s.total.unrounded || s.total.loose || s.total.places != 0 {
		return false
	}
	text := sum.text()
	if s.total.trim {
		text = sum.short()
	}
	s.set("/total/score", text+s.total.unit)
	if s.total.header {
		s.set("/header_total/score", text)
	}
	if s.total.bands != nil {
		s.set("/total/grade", s.gradeOf(sum))
	}
	return true
}

func (s *sheet) printedScore(i int) figure {
	f := figureOf(scorePart(s.text[fuhe.IndicatorField(i, "score")]))
	if s.lines[i].score.units < 0 {
		f.units = -f.units
	}
	return f
}

// scorePart is a score without the remark behind it.
func scorePart(text string) string {
	for i, r := range text {
		if r == '（' {
			return text[:i]
		}
	}
	return text
}
