package form

import (
	"math/big"
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

// openAdjustments leaves open what stands under 预算调整数 where no adjusted budget is headed: it may be the budget as
// adjusted or only what was added to it, and the initial budget is not what the rate was worked out from.
func (m *moneyBlock) openAdjustments() {
	isAmount := func(u untold) bool { return !u.is(isShare) }
	if m.Columns.Has(words.Adjusted) || slices.ContainsFunc(untoldColumns(m.view, m), isAmount) {
		return // 小计③ beside 年中调整金额②: the other amount is the budget, if any is
	}
	open := func(c view.Column) bool {
		return c.Field == words.Known && c.Heading != nil && strings.Contains(c.Heading.Heading.Key, "调整")
	}
	for _, c := range m.Columns.List {
		if open(c) {
			m.Columns.Unknown = append(m.Columns.Unknown, view.Column{From: c.From, To: c.To, Heading: c.Heading})
		}
	}
	m.Columns.List = slices.DeleteFunc(m.Columns.List, open)
}

// mayBeBudget is why an amount is not taken for the adjusted budget without a doubt.
func (u *untold) mayBeBudget() fuhe.Phrase {
	if u.Heading == nil {
		return both("其上没有表头，可能是调整后的预算数", "no heading stands over it; it may be the adjusted budget")
	}
	return both("表头%s未能识别，可能是调整后的预算数", "figures under the heading %s, which is not understood and may be the adjusted budget", quote(u.Heading.Text))
}

// isRate reports whether a printed rate is a ÷ b to within one unit of its last digit.
func isRate(rate *fuhe.Number, a, b *big.Rat) bool {
	q := new(big.Rat).Quo(a, b)
	for _, full := range []int64{1, 100} {
		if rate.Unit == "%" && full == 1 {
			continue
		}
		if within(new(big.Rat).Mul(q, big.NewRat(full, 1)), rate.Value.Rat(), rate.Places) {
			return true
		}
	}
	return false
}
