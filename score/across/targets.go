package across

import (
	"math/big"
	"strconv"
	"strings"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/rules"
	"fuhe/score/text"
)

// targetsKept is A102: the targets of a form beside last year's, or beside those declared for its year.
func (c *Comparison) targetsKept(p pair) {
	rows, dropped := beside(p.before, p.after)
	fromLast := p.before.year != p.after.year
	if fromLast && 2*len(rows) < len(p.before.indicators) {
		return // another set of indicators: nothing was dropped one by one
	}
	var moved []string
	var movedFrom, movedTo []fuhe.Place
	for _, r := range rows {
		c.weaker(p, r, fromLast)
		if !r.weightMoved() {
			continue
		}
		field := fuhe.IndicatorField(r.after.row, "weight")
		from := p.before.at(fuhe.IndicatorField(r.before.row, "weight"), r.before.weight.at)
		to := p.after.at(field, r.after.weight.at)
		if fromLast {
			moved = append(moved, r.after.name+" "+r.before.weight.text+"→"+r.after.weight.text)
			movedFrom, movedTo = append(movedFrom, from), append(movedTo, to)
			continue
		}
		c.say(rules.TargetKept, p.after, to, &p, fuhe.Across{
			Finding: fuhe.Finding{Published: r.after.weight.text, Message: text.Fill(weightDeclared, c.o.Lang, r.after.name, r.after.weight.text, r.before.weight.text, p.before.where())},
			Inputs:  []fuhe.Place{from},
		})
	}
	if len(moved) > 0 {
		c.say(rules.TargetKept, p.after, movedTo[0], &p, fuhe.Across{
			Finding: fuhe.Finding{Severity: fuhe.Note, Message: text.Fill(weightsMoved, c.o.Lang, p.after.project.printed, strconv.Itoa(p.before.year), strings.Join(moved, c.in(comma)), p.before.where())},
			Inputs:  append(movedFrom, movedTo[1:]...),
		})
	}
	c.dropped(p, dropped, fromLast)
}

// in is a wording without places in the language of the comparison.
func (c *Comparison) in(ph fuhe.Phrase) string { return ph.In(c.o.Lang) }

// rowPair is one indicator on two forms.
type rowPair struct{ before, after *indicator }

// beside puts the indicators of two forms beside each other by level and name, those that one form prints twice aside;
// dropped are those that only the earlier one has.
func beside(before, after *form) (rows []rowPair, dropped []*indicator) {
	key := func(n *indicator) string { return n.key }
	if levelless(before) || levelless(after) {
		key = func(n *indicator) string { _, name, _ := strings.Cut(n.key, "\x00"); return name }
	}
	there, twice := map[string]*indicator{}, map[string]bool{}
	for i := range after.indicators {
		n := &after.indicators[i]
		twice[key(n)] = there[key(n)] != nil
		there[key(n)] = n
	}
	here := map[string]int{}
	for i := range before.indicators {
		here[key(&before.indicators[i])]++
	}
	for i := range before.indicators {
		n := &before.indicators[i]
		switch k := key(n); {
		case there[k] == nil:
			dropped = append(dropped, n)
		case !twice[k] && here[k] == 1:
			rows = append(rows, rowPair{n, there[k]})
		}
	}
	return rows, dropped
}

// levelless reports whether no indicator of a form stands under a second-level heading.
func levelless(f *form) bool {
	for i := range f.indicators {
		if !strings.HasPrefix(f.indicators[i].key, "\x00") {
			return false
		}
	}
	return true
}

// weightMoved reports whether an indicator has another weight than before.
func (r *rowPair) weightMoved() bool {
	a, b := &r.before.weight, &r.after.weight
	return a.known && b.known && a.unit == b.unit && a.value != b.value
}

// weaker says that a target went down, or that a bound was widened.
func (c *Comparison) weaker(p pair, r rowPair, fromLast bool) {
	was, is, ok := r.targets()
	if !ok {
		return
	}
	sign, wording := r.before.target.sign, targetLower
	switch {
	case figures.Upward(sign) && is.Cmp(was) < 0:
	case figures.Downward(sign) && is.Cmp(was) > 0:
		wording = targetWider
	default:
		return
	}
	x := fuhe.Across{
		Finding: fuhe.Finding{Published: r.after.target.text, Recomputed: r.before.target.text},
		Inputs:  []fuhe.Place{p.before.at(fuhe.IndicatorField(r.before.row, "target"), r.before.target.at)},
	}
	from := targetDeclared
	if fromLast {
		from = targetLast
		switch withBudget := ceilingOf(p, r); {
		case withBudget == keptUp:
			return
		case withBudget == atBudget:
			x.Severity, wording = fuhe.Note, targetAtBudget
		case shrank(p, r.before.target.unit, was, is):
			x.Severity, wording = fuhe.Note, targetShrank
		}
	}
	x.Message = text.Fill(wording, c.o.Lang, r.after.name, r.after.target.text, text.Fill(from, c.o.Lang, strconv.Itoa(p.before.year), r.before.target.text), p.before.where())
	field := fuhe.IndicatorField(r.after.row, "target")
	c.say(rules.TargetKept, p.after, p.after.at(field, r.after.target.at), &p, x)
}

// targets are both targets of a row in the unit of the earlier one; false where they do not compare.
func (r *rowPair) targets() (was, is *big.Rat, ok bool) {
	a, b := &r.before.target, &r.after.target
	if !a.known || !b.known || a.sign != b.sign {
		return nil, nil, false
	}
	was, is = big.NewRat(a.value, perOne), big.NewRat(b.value, perOne)
	if a.unit == b.unit {
		return was, is, true
	}
	factor, ok := figures.UnitFactor(b.unit, a.unit)
	if !ok {
		return nil, nil, false
	}
	return was, is.Mul(is, factor), true
}

// shrank reports whether the budget went down at least as much as a target that is a quantity.
func shrank(p pair, unit string, before, after *big.Rat) bool {
	was, is := p.before.total.budget(), p.after.total.budget()
	if !was.known || !is.known || was.exact <= 0 || before.Sign() <= 0 || figures.IsPercent(unit) {
		return false
	}
	budget := big.NewRat(is.exact, was.exact)
	target := new(big.Rat).Quo(after, before)
	return target.Cmp(big.NewRat(1, 1)) < 0 && budget.Cmp(target) <= 0
}

// dropped says which indicators the later form lacks: one by one where they were declared, once a form against last year's.
func (c *Comparison) dropped(p pair, dropped []*indicator, fromLast bool) {
	if len(dropped) == 0 || !p.after.complete || !p.before.complete {
		return
	}
	var names []string
	var inputs []fuhe.Place
	for _, n := range dropped {
		names = append(names, n.name+" "+n.target.text)
		inputs = append(inputs, p.before.at(fuhe.IndicatorField(n.row, "name"), n.target.at))
	}
	at := p.after.at("/indicators", p.after.projectAt)
	list := strings.Join(names, c.in(comma))
	if fromLast {
		if 2*len(dropped) > len(p.before.indicators) {
			return
		}
		c.say(rules.TargetKept, p.after, at, &p, fuhe.Across{
			Finding: fuhe.Finding{Severity: fuhe.Note, Message: text.Fill(droppedLast, c.o.Lang, p.after.project.printed, strconv.Itoa(p.before.year), list, p.before.where())}, Inputs: inputs,
		})
		return
	}
	c.say(rules.TargetKept, p.after, at, &p, fuhe.Across{
		Finding: fuhe.Finding{Message: text.Fill(droppedDeclared, c.o.Lang, p.after.project.printed, list, p.before.where())}, Inputs: inputs,
	})
}
