package across

import (
	"slices"
	"strconv"
	"strings"

	"fuhe"
	"fuhe/score/rules"
	"fuhe/score/text"
)

// carriedOver is A101: this year's carry-over beside what last year left.
func (c *Comparison) carriedOver(p pair) {
	if p.before.kind != ofProject || p.before.year != p.after.year-1 {
		return
	}
	carry, ok := p.after.carry()
	left, okLeft := p.before.left()
	if !ok || !okLeft {
		return
	}
	printed := carry.printed()
	if len(printed) == 0 || slices.ContainsFunc(printed, func(a amount) bool {
		return slices.ContainsFunc(left, func(l balance) bool { return a.meets(l.amount) })
	}) {
		return
	}
	shown, total := printed[0], left[0]
	wording := carriedOther
	switch {
	case !slices.ContainsFunc(left, func(l balance) bool { return shown.exact >= l.exact }):
		wording = carriedLess
	case !slices.ContainsFunc(left, func(l balance) bool { return shown.exact <= l.exact }):
		wording = carriedMore
	}
	expected := total.in(shown.unit, max(shown.places, total.places))
	working := total.budget.text + " − " + total.executed.text + " = " + total.in(total.unit, total.places)
	if total.unit != shown.unit {
		working += total.unit + " = " + expected + shown.unit
	}
	c.say(rules.CarriedOver, p.after, p.after.at(shown.field, shown.at), &p, fuhe.Across{
		Finding: fuhe.Finding{
			Published: shown.text, Recomputed: expected, Working: working, Cause: c.carryCause(p, shown, left),
			Message: text.Fill(wording, c.o.Lang, p.after.project.printed, shown.text, strconv.Itoa(p.before.year), expected, p.before.where()),
		},
		Inputs: []fuhe.Place{p.before.at(total.budget.field, total.budget.at), p.before.at(total.executed.field, total.executed.at)},
	})
}

// carryNames are what the row of carry-overs is called.
var carryNames = []string{"上年结转", "上年度结转", "上年结余", "结转结余", "以前年度结转", "年初结转", "结转资金"}

// carry is the one row of the form that says what was carried over.
func (f *form) carry() (*fund, bool) {
	var found *fund
	for i := range f.sources {
		if text.ContainsAny(f.sources[i].name, carryNames...) && !strings.Contains(f.sources[i].name, "本年") {
			if found != nil {
				return nil, false // several: which one is meant cannot be told
			}
			found = &f.sources[i]
		}
	}
	return found, found != nil
}

// printed are the amounts that a row of carry-overs prints, of which one must be right: the adjusted one first.
func (row *fund) printed() []amount {
	var out []amount
	for _, a := range []amount{row.adjusted, row.initial} {
		if a.known {
			out = append(out, a)
		}
	}
	return out
}

// balance is what was left of a budget.
type balance struct {
	amount
	budget, executed amount
}

// left is what a year left over, by every reading of it: of all funds first, without other funds, of the fiscal ones alone.
func (f *form) left() ([]balance, bool) {
	all := balance{f.total.budget().minus(f.total.executed), f.total.budget(), f.total.executed}
	if !all.known {
		return nil, false
	}
	out := []balance{all}
	for i := range f.sources {
		row := &f.sources[i]
		rest := balance{row.budget().minus(row.executed), row.budget(), row.executed}
		switch {
		case !rest.known:
		case text.ContainsAny(row.name, "其他", "单位资金", "自有", "自筹"):
			out = append(out, balance{all.minus(rest.amount), all.budget, all.executed})
		case text.ContainsAny(row.name, "财政拨款", "财政资金", "本年", "当年"):
			out = append(out, rest)
		}
	}
	return out, true
}

// carryCause is the simplest slip that gives the printed carry-over.
func (c *Comparison) carryCause(p pair, shown amount, left []balance) *fuhe.Cause {
	for _, l := range left {
		if shown.exact != 0 && l.exact != 0 && (shown.exact == l.exact*10_000 || shown.exact*10_000 == l.exact) {
			return &fuhe.Cause{Kind: fuhe.UnitSlip, Text: text.Fill(carryUnit, c.o.Lang)}
		}
	}
	if before, ok := p.before.carry(); ok && shown.exact != 0 {
		for _, a := range before.printed() {
			if a.exact == shown.exact {
				return &fuhe.Cause{Kind: fuhe.Copied, Text: text.Fill(carryCopied, c.o.Lang, strconv.Itoa(p.before.year))}
			}
		}
	}
	if shown.exact != 0 && shown.exact == p.before.total.executed.exact {
		return &fuhe.Cause{Kind: fuhe.Copied, Text: text.Fill(carryExecuted, c.o.Lang, strconv.Itoa(p.before.year))}
	}
	for _, l := range left {
		if swapped(shown.in(shown.unit, shown.places), l.in(shown.unit, shown.places)) {
			return &fuhe.Cause{Kind: fuhe.Transposed, Text: text.Fill(carrySwapped, c.o.Lang)}
		}
	}
	return nil
}

// swapped reports whether two figures differ by two neighbouring digits in each other's place.
func swapped(a, b string) bool {
	if len(a) != len(b) || a == b {
		return false
	}
	i := 0
	for a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
