package invent

import (
	"fmt"
	"math/big"

	"fuhe"
)

var hundred = big.NewRat(100, 1)

// base is the budget that a rate is taken of.
func (s *sheet) base() string {
	if s.money.basis == "initial" {
		return "initial_budget"
	}
	return "adjusted_budget"
}

func (a *amounts) of(key string) *figure {
	switch key {
	case "initial_budget":
		return &a.initial
	case "adjusted_budget":
		return &a.adjusted
	}
	return &a.executed
}

var amountKeys = []string{"initial_budget", "adjusted_budget", "executed"}

// printMoneyTexts prints all entries of the money block.
func (s *sheet) printMoneyTexts() {
	for i := range s.amounts {
		a := &s.amounts[i]
		put := func(key, text string) { s.text[fuhe.FundField(i, key)] = text }
		put("name", a.name)
		for _, key := range amountKeys {
			if key == "adjusted_budget" && s.money.basis == "initial" {
				continue // there is no such column
			}
			text := s.amount(*a.of(key))
			switch {
			case key == "initial_budget" && s.money.initial == "blank", a.kind == unspent && key != "executed":
				text = ""
			case i > 0 && a.of(key).units == 0 && a.kind != unspent:
				text = s.nothing()
			}
			put(key, text)
		}
		put("weight", "—")
		put("execution_rate", "")
		put("score", "")
		if i == 0 {
			put("weight", s.weightText())
			put("execution_rate", s.rateText(s.rowShare(i)))
			put("score", s.scoreText(s.budgetScore()))
		} else if s.money.ownRates && a.kind == ownMoney && a.of(s.base()).units > 0 {
			put("execution_rate", s.rateText(s.rowShare(i)))
		}
		if i == 1 && s.money.repeats {
			put("weight", s.text["/funds/0/weight"])
			put("score", s.text["/funds/0/score"])
		}
	}
}

func (s *sheet) nothing() string {
	if s.money.zero == "" {
		return "0"
	}
	if s.money.zero == "blank" {
		return ""
	}
	return s.money.zero
}

// rowShare is executed ÷ base of a row: of its exact amounts where those are known, which is in the first.
func (s *sheet) rowShare(i int) *big.Rat {
	if i == 0 {
		return s.share
	}
	a := &s.amounts[i]
	return ratio(a.executed, *a.of(s.base()))
}

func (s *sheet) weight() int64 {
	switch {
	case s.budget.none:
		return 0
	case s.budget.weight == 0:
		return 10
	}
	return s.budget.weight
}

func (s *sheet) weightText() string {
	switch {
	case s.budget.none:
		return "—"
	case s.budget.text == "blank":
		return ""
	case s.budget.text == "fraction":
		return asFraction(whole(s.weight()))
	case s.budget.text != "":
		return fmt.Sprintf(s.budget.text, s.weight())
	}
	return fmt.Sprint(s.weight())
}

func (r rateHabit) printed() int {
	switch {
	case r.whole:
		return 0
	case r.places == 0:
		return 2
	}
	return r.places
}

// rateOf is a share as the form prints rates, without its mark.
func (s *sheet) rateOf(share *big.Rat) figure {
	if s.rate.style == fraction {
		return round(share, s.rate.printed(), halfUp)
	}
	return round(times(share, 100), s.rate.printed(), halfUp)
}

func (s *sheet) rateText(share *big.Rat) string {
	if share == nil {
		return pick(s.rng, "", "0", "0.00%")
	}
	return s.marked(s.rateOf(share))
}

// marked is a rate with what stands behind it.
func (s *sheet) marked(f figure) string {
	switch {
	case s.rate.style != percent:
		return f.text()
	case s.rate.mark != "":
		return f.text() + s.rate.mark
	}
	return f.text() + "%"
}

func (b budgetHabit) printed() int {
	switch {
	case b.whole:
		return 0
	case b.places == 0:
		return 2
	}
	return b.places
}

// budgetScore is what execution earns.
func (s *sheet) budgetScore() figure { return s.scoreOf(s.share) }

func (s *sheet) scoreOf(share *big.Rat) figure {
	b, w := s.budget, s.weight()
	if share == nil {
		return whole(0)
	}
	share = s.scoredShare(share)
	if b.scale != nil {
		return b.scale(share, w)
	}
	if share.Cmp(big.NewRat(1, 1)) >= 0 {
		return whole(w)
	}
	return round(times(share, w), b.printed(), b.how)
}

// scoredShare is the share that is scored: as it is, or as its rate is printed.
func (s *sheet) scoredShare(share *big.Rat) *big.Rat {
	switch {
	case !s.budget.fromRate:
		return share
	case s.rate.style == fraction:
		return s.rateOf(share).rat()
	}
	return new(big.Rat).Quo(s.rateOf(share).rat(), hundred)
}

func (s *sheet) scoreText(f figure) string {
	switch {
	case s.budget.none:
		return "—"
	case f.rat().Cmp(whole(s.weight()).rat()) == 0 && s.budget.full != "":
		return s.budget.full
	case s.budget.trim:
		return f.short()
	}
	return f.text()
}
