package invent

import (
	"math/big"

	"fuhe"
)

// Causes that the published figure shows, by the names fuhe gives them.
const (
	point      fuhe.CauseKind = "point"
	inverse    fuhe.CauseKind = "inverse"
	complement fuhe.CauseKind = "complement"
	exchanged  fuhe.CauseKind = "exchanged"
	rowTwice   fuhe.CauseKind = "row-twice"
	lostMinus  fuhe.CauseKind = "lost-minus"
	weightSlip fuhe.CauseKind = "budget-weight"
)

// rateSlips are made in an execution rate; score and total are right but where a kind says otherwise.
var rateSlips = []slipKind{
	{name: "rate-point-left", causes: kinds(point), make: func(s *sheet) bool { return s.slipRateTo(0, shifted(s.rightRate(), -1)) }},
	{name: "rate-point-right", causes: kinds(point), make: func(s *sheet) bool { return s.slipRateTo(0, shifted(s.rightRate(), 1)) }},
	{name: "rate-hundredth", causes: kinds(fuhe.UnitSlip, point), make: func(s *sheet) bool { return s.rate.style == percent && s.slipRateTo(0, shifted(s.rightRate(), -2)) }},
	{name: "rate-inverse", causes: kinds(inverse), make: func(s *sheet) bool {
		return s.share != nil && s.share.Sign() > 0 && s.slipRateTo(0, s.rateOf(new(big.Rat).Inv(s.share)))
	}},
	{name: "rate-unspent", causes: kinds(complement), make: func(s *sheet) bool {
		return s.share != nil && s.share.Cmp(big.NewRat(1, 1)) < 0 && s.slipRateTo(0, s.rateOf(new(big.Rat).Sub(big.NewRat(1, 1), s.share)))
	}},
	{name: "rate-digit", causes: kinds(fuhe.OneDigit), make: func(s *sheet) bool {
		wrong := s.digit(s.rightRate())
		return wrong != s.rounded(up) && wrong != s.rounded(down) && s.slipRateTo(0, wrong) // else it may have been rounded
	}},
	{name: "rate-digits-swapped", causes: kinds(fuhe.Transposed), make: func(s *sheet) bool { return s.slipRateTo(0, s.turned(s.rightRate())) }},
	{name: "rate-up", causes: kinds(fuhe.RoundedUp), make: func(s *sheet) bool { return s.slipRateTo(0, s.rounded(up)) }},
	{name: "rate-cut-off", causes: kinds(fuhe.Truncated), make: func(s *sheet) bool { return s.slipRateTo(0, s.rounded(down)) }},
	{name: "rate-coarse", causes: kinds(fuhe.Truncated, fuhe.RoundedUp), make: func(s *sheet) bool {
		if s.rate.printed() != 2 || s.rate.style == fraction {
			return false
		}
		f := round(times(s.share, 100), 0, pick(s.rng, up, down))
		return s.slipRateTo(0, figure{f.units * 100, 2})
	}},
	{name: "rate-other-budget", causes: kinds(fuhe.InitialBudget), make: func(s *sheet) bool {
		a := &s.amounts[0]
		return s.money.basis == "" && s.money.initial == "" && a.initial.units > 0 && s.slipRateTo(0, s.rateOf(ratio(a.executed, a.initial)))
	}},
	{name: "rate-of-a-source", only: []string{"rates-of-sources", "six-sources"}, causes: kinds(fuhe.Copied), make: (*sheet).rateOfSource},
	{name: "rate-source-budget", causes: kinds(fuhe.SourceBudget), make: func(s *sheet) bool {
		a := &s.amounts[1]
		return a.of(s.base()).units > 0 && s.money.basis == "" && s.slipRateTo(0, s.rateOf(ratio(s.amounts[0].executed, a.adjusted)))
	}},
	{name: "rate-full", causes: nil, make: func(s *sheet) bool { return s.slipRateTo(0, s.rateOf(big.NewRat(1, 1))) }},
	{name: "rate-and-score", causes: kinds(fuhe.OneDigit, fuhe.Transposed), make: func(s *sheet) bool { return s.chain(pick(s.rng, s.digit, s.turned)(s.rightRate())) }},
	{name: "rate-and-score-full", causes: nil, make: func(s *sheet) bool { return s.chain(s.rateOf(big.NewRat(1, 1))) }},
	{name: "source-rate-digit", only: []string{"rates-of-sources", "six-sources"}, causes: kinds(fuhe.OneDigit), make: func(s *sheet) bool { return s.sourceRateSlip(s.digit) }},
	{name: "source-rate-point", only: []string{"rates-of-sources", "six-sources"}, causes: kinds(point), make: func(s *sheet) bool { return s.sourceRateSlip(func(f figure) figure { return shifted(f, -1) }) }},
}

func kinds(k ...fuhe.CauseKind) []fuhe.CauseKind { return k }

func (s *sheet) rounded(how rounding) figure {
	if s.rate.style == fraction {
		return round(s.share, s.rate.printed(), how)
	}
	return round(times(s.share, 100), s.rate.printed(), how)
}

// rateOfSource prints the rate of a source that prints it beside.
func (s *sheet) rateOfSource() bool {
	for i := 1; i < len(s.amounts); i++ {
		if s.text[fuhe.FundField(i, "execution_rate")] != "" {
			return s.slipRateTo(0, s.rateOf(s.rowShare(i)))
		}
	}
	return false
}

// chain prints a wrong rate, the score that follows from it, and the total that follows from that.
func (s *sheet) chain(wrong figure) bool {
	if s.budget.none || s.budget.scale != nil || s.share == nil || !s.slipRateTo(0, wrong) {
		return false
	}
	share := wrong.rat()
	if s.rate.style != fraction {
		share = new(big.Rat).Quo(share, hundred)
	}
	if share.Cmp(big.NewRat(1, 1)) > 0 {
		return false
	}
	score := round(times(share, s.weight()), s.budget.printed(), s.budget.how)
	if score.rat().Cmp(whole(s.weight()).rat()) == 0 && share.Cmp(big.NewRat(1, 1)) < 0 || !s.scoreSpan().misses(figureOf(s.scoreText(score))) || !s.scoreByRate().misses(score) {
		return false
	}
	if score.rat().Cmp(whole(s.weight()).rat()) == 0 {
		score = whole(s.weight())
	}
	s.set(fundScore, s.scoreText(score))
	return s.follow()
}

func (s *sheet) sourceRateSlip(change func(figure) figure) bool {
	for i := 1; i < len(s.amounts); i++ {
		if s.text[fuhe.FundField(i, "execution_rate")] != "" && s.amounts[i].executed.units > 0 {
			wrong := change(s.rateOf(s.rowShare(i)))
			return wrong.units > 100 && s.slipRateTo(i, wrong)
		}
	}
	return false
}

// budgetSlips are made in the budget score or its weight.
var budgetSlips = []slipKind{
	{name: "score-is-rate", causes: kinds(fuhe.Copied), make: func(s *sheet) bool { return s.rate.style != fraction && s.slipScoreTo(s.rightRate()) }},
	{name: "score-point-left", causes: kinds(point), make: func(s *sheet) bool { return s.slipScoreTo(shifted(s.budgetScore(), -1)) }},
	{name: "score-point-right", causes: kinds(point, fuhe.Copied), make: func(s *sheet) bool { return s.slipScoreTo(shifted(s.budgetScore(), 1)) }},
	{name: "score-digit", causes: kinds(fuhe.OneDigit), make: func(s *sheet) bool { return s.slipScoreTo(s.digit(s.budgetScore())) }},
	{name: "score-digits-swapped", causes: kinds(fuhe.Transposed), make: func(s *sheet) bool { return s.slipScoreTo(s.turned(s.budgetScore())) }},
	{name: "score-up", causes: kinds(fuhe.RoundedUp), make: func(s *sheet) bool {
		return s.share != nil && s.slipScoreTo(round(times(s.share, s.weight()), s.budget.printed(), up))
	}},
	{name: "score-full", causes: nil, make: func(s *sheet) bool {
		return s.share != nil && s.share.Cmp(big.NewRat(1, 1)) < 0 && s.slipScoreTo(whole(s.weight()))
	}},
	{name: "score-unspent", causes: kinds(complement), make: func(s *sheet) bool {
		return s.share != nil && s.share.Cmp(big.NewRat(1, 1)) < 0 && s.slipScoreTo(plus(whole(s.weight()), s.budgetScore(), -1))
	}},
	{name: "budget-weight", causes: kinds(weightSlip), entry: inputEntry, make: func(s *sheet) bool {
		if s.budget.none || s.budget.text != "" || s.budget.head != "" || s.share == nil || s.share.Cmp(big.NewRat(97, 100)) > 0 {
			return false
		}
		return s.slip("/funds/0/weight", map[int64]string{10: pick(s.rng, "20", "15", "5"), 20: "10"}[s.weight()]) && s.text["/funds/0/weight"] != ""
	}},
	{name: "blank-weight-score", causes: nil, only: []string{"budget-weight-blank"}, make: func(s *sheet) bool { return s.slipScoreTo(s.digit(s.budgetScore())) }},
}
