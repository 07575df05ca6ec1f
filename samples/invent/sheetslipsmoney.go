package invent

import (
	"math/big"

	"fuhe"
)

// amountSlips are made in amounts; rate, score and total follow from the right ones, and nothing is corrected.
var amountSlips = []slipKind{
	{name: "total-budget-digit", entry: inputEntry, causes: kinds(fuhe.OneDigit), make: func(s *sheet) bool { return s.totalAmount(s.base(), s.digit) }},
	{name: "total-executed-digit", entry: inputEntry, causes: kinds(fuhe.OneDigit), make: func(s *sheet) bool { return s.totalAmount("executed", s.digit) }},
	{name: "total-executed-swapped-digits", entry: inputEntry, causes: kinds(fuhe.Transposed), make: func(s *sheet) bool { return s.totalAmount("executed", s.turned) }},
	{name: "total-budget-point", entry: inputEntry, causes: kinds(point), make: func(s *sheet) bool {
		return s.totalAmount(s.base(), func(f figure) figure { return shifted(f, pick(s.rng, 1, -1)) })
	}},
	{name: "initial-digit", entry: inputEntry, causes: kinds(fuhe.OneDigit), make: func(s *sheet) bool {
		return s.money.basis == "" && s.money.initial == "" && s.totalAmount("initial_budget", s.digit)
	}},
	{name: "total-row-in-yuan", entry: inputEntry, causes: kinds(fuhe.UnitSlip), make: (*sheet).totalRowUnit},
	{name: "source-in-yuan", entry: inputEntry, causes: kinds(fuhe.UnitSlip), make: func(s *sheet) bool {
		return s.sourceAmount(pick(s.rng, s.base(), "executed"), func(f figure) figure { return figure{f.units * 10000, f.places} })
	}},
	{name: "source-row-in-yuan", entry: inputEntry, causes: kinds(fuhe.UnitSlip), make: (*sheet).sourceRowUnit},
	{name: "source-digit", entry: inputEntry, causes: kinds(fuhe.OneDigit), make: func(s *sheet) bool { return s.sourceAmount(pick(s.rng, s.base(), "executed"), s.digit) }},
	{name: "source-copied", entry: inputEntry, causes: kinds(fuhe.Copied), make: (*sheet).sourceCopied},
	{name: "source-lost", entry: inputEntry, causes: kinds(fuhe.LeftOut), make: func(s *sheet) bool {
		return s.sourceAmount("executed", func(figure) figure { return figure{0, s.money.printed()} })
	}},
	{name: "executed-exchanged", entry: inputEntry, only: []string{"rates-of-sources", "six-sources"}, causes: kinds(exchanged), make: (*sheet).executedExchanged},
	{name: "columns-exchanged", entry: inputEntry, causes: kinds(exchanged), make: (*sheet).columnsExchanged},
	{name: "total-row-zero", entry: inputEntry, make: (*sheet).zeroTotal},
	{name: "budget-zero", entry: inputEntry, make: func(s *sheet) bool {
		return s.share != nil && s.share.Sign() > 0 && s.slip(fuhe.FundField(0, s.base()), "0")
	}},
	{name: "subtotal-digit", entry: inputEntry, only: []string{"fiscal-subtotal"}, level: fuhe.Warning, make: func(s *sheet) bool { return s.rowAmount(1, "executed", s.digit) }},
	{name: "nested-digit", entry: inputEntry, only: []string{"nested-sources", "nested-project-money"}, level: fuhe.Warning, make: func(s *sheet) bool { return s.rowAmount(2, "executed", s.digit) }},
	{name: "amounts-followed", entry: inputEntry, secret: "total, source, rate, score and total of scores all follow from the wrong amount", make: (*sheet).followedAmount},
}

// far reports whether an amount differs by more than the roundings of its column.
func (s *sheet) far(a, b figure) bool {
	apart := new(big.Rat).Sub(a.rat(), b.rat())
	return apart.Abs(apart).Cmp(big.NewRat(int64(len(s.amounts)+1), power(min(a.places, 2)))) > 0
}

// rowAmount prints a wrong amount in a row.
func (s *sheet) rowAmount(i int, key string, change func(figure) figure) bool {
	right := *s.amounts[i].of(key)
	wrong := change(right)
	field := fuhe.FundField(i, key)
	return right.units > 0 && wrong.units >= 0 && s.far(right, wrong) && s.text[field] != "" && s.slip(field, s.amount(wrong))
}

// listed reports whether the sources printed in a column are all there are.
func (s *sheet) listed(key string) bool {
	return !s.money.partial && (s.money.basis == "" || key != "adjusted_budget")
}

func (s *sheet) totalAmount(key string, change func(figure) figure) bool {
	return s.listed(key) && len(s.amounts) > 2 && s.rowAmount(0, key, change)
}

// sourceAmount changes an amount of a source that holds money, of two that do.
func (s *sheet) sourceAmount(key string, change func(figure) figure) bool {
	filled := s.filled(key)
	return s.listed(key) && len(filled) > 1 && s.rowAmount(filled[s.rng.IntN(len(filled))], key, change)
}

// filled are the sources with money in a column.
func (s *sheet) filled(key string) []int {
	var out []int
	for i := 1; i < len(s.amounts); i++ {
		if s.amounts[i].kind == ownMoney && s.amounts[i].of(key).units > 0 {
			out = append(out, i)
		}
	}
	return out
}

func (s *sheet) totalRowUnit() bool {
	if s.unit != "万元" || s.money.withUnit || len(s.amounts) < 3 {
		return false
	}
	ok := false
	for _, key := range amountKeys {
		f := *s.amounts[0].of(key)
		if s.text[fuhe.FundField(0, key)] == "" || key == "adjusted_budget" && s.money.basis != "" {
			continue
		}
		text := figure{f.units * 10000, f.places}.short()
		if key == "executed" {
			ok = s.slip(fuhe.FundField(0, key), text)
		} else {
			s.set(fuhe.FundField(0, key), text)
		}
	}
	return ok
}

func (s *sheet) sourceRowUnit() bool {
	if s.unit != "万元" || s.money.withUnit {
		return false
	}
	filled := s.filled("executed")
	if len(filled) < 2 {
		return false
	}
	i := filled[s.rng.IntN(len(filled))]
	for _, key := range amountKeys {
		if f := *s.amounts[i].of(key); s.text[fuhe.FundField(i, key)] != "" && f.units > 0 {
			s.set(fuhe.FundField(i, key), figure{f.units * 10000, f.places}.short())
		}
	}
	s.first = fuhe.FundField(i, "executed")
	return s.was[s.first] != ""
}

// sourceCopied prints the amount of the row above.
func (s *sheet) sourceCopied() bool {
	filled := s.filled("executed")
	if len(filled) < 2 {
		return false
	}
	return s.rowAmount(filled[1], "executed", func(figure) figure { return s.amounts[filled[0]].executed })
}

// executedExchanged prints what two sources spent in the row of the other; their printed rates tell.
func (s *sheet) executedExchanged() bool {
	filled := s.filled("executed")
	if len(filled) < 2 || !s.money.ownRates {
		return false
	}
	a, b := filled[0], filled[1]
	fa, fb := fuhe.FundField(a, "executed"), fuhe.FundField(b, "executed")
	if !s.far(s.amounts[a].executed, s.amounts[b].executed) {
		return false
	}
	left := s.text[fa]
	if !s.slip(fa, s.text[fb]) {
		return false
	}
	s.set(fb, left)
	return true
}

// columnsExchanged prints budget and spending of the total row in each other's column.
func (s *sheet) columnsExchanged() bool {
	f, g := fuhe.FundField(0, s.base()), fuhe.FundField(0, "executed")
	if len(s.amounts) < 3 || !s.far(*s.amounts[0].of(s.base()), s.amounts[0].executed) {
		return false
	}
	left := s.text[f]
	if !s.slip(f, s.text[g]) {
		return false
	}
	s.set(g, left)
	return true
}

func (s *sheet) zeroTotal() bool {
	if s.share == nil || s.share.Sign() == 0 || len(s.amounts) < 3 {
		return false
	}
	text := pick(s.rng, "0", "")
	for _, key := range amountKeys {
		if s.text[fuhe.FundField(0, key)] != "" && !(key == "adjusted_budget" && s.money.basis != "") {
			s.set(fuhe.FundField(0, key), text)
		}
	}
	s.first = fuhe.FundField(0, s.base())
	return true
}

// followedAmount spends less in one source and lets everything follow.
func (s *sheet) followedAmount() bool {
	filled := s.filled("executed")
	if len(filled) < 2 || s.money.ownRates || s.budget.none || s.budget.scale != nil {
		return false
	}
	i := filled[1]
	cut := figure{s.amounts[i].executed.units / 2, s.amounts[i].executed.places}
	if cut.units == 0 || !s.slip(fuhe.FundField(i, "executed"), s.amount(plus(s.amounts[i].executed, cut, -1))) {
		return false
	}
	all := plus(s.amounts[0].executed, cut, -1)
	share := ratio(all, *s.amounts[0].of(s.base()))
	s.set("/funds/0/executed", s.amount(all))
	s.set(fundRate, s.rateText(share))
	s.set(fundScore, s.scoreText(s.scoreOf(share)))
	return s.follow()
}
