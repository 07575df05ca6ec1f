package form

import (
	"math/big"
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

// untold is a column of a block under a heading that is blank or not understood, with the figures that stand in it.
type untold struct {
	view.Column
	same    *[2]*view.Cell // with the heading that says the same
	figures map[int]*view.Cell
}

// untoldColumns are the columns right of the names that hold figures in the rows of a block and no field, from left to right.
func untoldColumns(v *view.View, b block) []untold {
	p := b.part()
	var out []untold
	for _, c := range p.Columns.Unknown {
		out = append(out, untold{Column: c})
	}
	for k := b.figuresFrom(); k < len(v.Cols); k++ {
		if len(view.HeadingPath(v, p.Zone, k)) == 0 {
			out = append(out, untold{Column: view.Column{From: k, To: k}})
		}
	}
	for i := range out {
		u := &out[i]
		u.figures = map[int]*view.Cell{}
		for r := p.From; r < p.To; r++ {
			for k := u.From; k <= u.To; k++ {
				if c := v.At(r, k); !c.Blank() && c.Row == r && c.Col == k && !v.Dropped[r] && p.Columns.Over(c) == 0 && holdsFigure(c.Text) && b.entry(r) {
					u.figures[r] = c
				}
			}
		}
		for _, s := range p.Columns.Same {
			if u.Heading != nil && (u.Heading == s[0] || u.Heading == s[1]) {
				u.same = &s
			}
		}
	}
	out = slices.DeleteFunc(out, func(u untold) bool { return len(u.figures) == 0 })
	slices.SortFunc(out, func(a, b untold) int { return a.From - b.From })
	return out
}

// looksLikeFigure tells a figure, also one that is not read for sure.
func looksLikeFigure(text string) bool {
	r := fuhe.ReadFigure(text)
	return r.OK || r.Doubt != nil
}

// holdsFigure tells a figure from a text, also with words around it as in 12月底前.
func holdsFigure(text string) bool {
	return looksLikeFigure(text) || utf8.RuneCountInString(text) <= maxAmountRune && strings.ContainsAny(words.Squeeze(text), "0123456789")
}

// is reports whether all figures of a column are numbers of which something holds; one there must be.
func (u *untold) is(holds func(r int, n *fuhe.Number) bool) bool {
	for r, c := range u.figures {
		n, ok := fuhe.ParseNumber(c.Text)
		if !ok || !holds(r, &n) {
			return false
		}
	}
	return len(u.figures) > 0
}

func isShare(_ int, n *fuhe.Number) bool { return n.Unit == "%" }

// numberIn is the number of a row under a field's heading; nil when there is none.
func numberIn(v *view.View, b *view.Block, r int, f words.Field) *fuhe.Number {
	col := b.Columns.Find(f)
	if col == nil {
		return nil
	}
	c, ok := v.Under(r, col)
	if !ok || c.Blank() {
		return nil
	}
	n, ok := fuhe.ParseNumber(c.Text)
	if !ok {
		return nil
	}
	return &n
}

// tell gives columns under headings that are not understood the field that what stands in them leaves no doubt about, and
// loses the figures of the others.
func tell(v *view.View, b block, may func(u *untold, all []untold) words.Field) said {
	p := b.part()
	var s said
	for again := true; again; {
		again = false
		all := untoldColumns(v, b)
		for i := range all {
			if f := may(&all[i], all); f != words.None {
				p.Columns.Set(view.Column{Field: f, From: all[i].From, To: all[i].To, Heading: all[i].Heading})
				again = true
				break
			}
		}
	}
	for _, u := range untoldColumns(v, b) {
		u.lose(v, b, &s)
	}
	s.add(loseAside(v, b))
	for r := p.Zone.Top; r <= p.Zone.Bottom; r++ {
		for _, c := range v.In(r) {
			if c.Col < p.Columns.First() && looksLikeFigure(c.Text) {
				s.lose(partOf(b), c.Entry(), false, both("表头行中的数字", "a figure among the headings"))
			}
		}
	}
	return s
}

// partOf is the list of the report that a block holds.
func partOf(b block) fuhe.Field {
	if b.part().Kind == view.Money {
		return "/funds"
	}
	return "/indicators"
}

// lose names the figures of a column that nothing tells.
func (u *untold) lose(v *view.View, b block, s *said) {
	p := b.part()
	part, reason := partOf(b), both("其上没有表头", "no heading stands over them")
	switch {
	case u.same != nil:
		reason = both("表头%s与%s含义相同", "the headings %s and %s say the same", quote(u.same[0].Text), quote(u.same[1].Text))
	case u.Heading != nil:
		reason = both("表头%s未能识别", "figures under the heading %s, which is not understood", quote(u.Heading.Text))
	}
	for r := p.From; r < p.To; r++ {
		if c := u.figures[r]; c != nil {
			s.lose(part, c.Entry(), b.lacks(u), reason)
		} else if n, ok := b.(*indicatorBlock); ok && n.rowKind(r) == totalRow {
			if c, one := v.Under(r, &u.Column); one && !c.Blank() && p.Columns.Over(c) == 0 && holdsFigure(c.Text) {
				s.lose("/total", c.Entry(), b.lacks(u), reason)
			}
		}
	}
}

// field is what a column of the money block can only be: the percentages where no rate is headed; the amount from which
// with the other one the printed rates follow; points up to the weight beside them, or a weight of at least the points. The one
// amount between the initial budget and what was executed may be the adjusted budget: it is taken in doubt, so that no rate
// is worked out from the initial one.
func (m *moneyBlock) field(u *untold, all []untold) words.Field {
	has := m.Columns.Has
	rightOf := func(f words.Field) bool { c := m.Columns.Find(f); return c == nil || c.To < u.From }
	leftOf := func(f words.Field) bool { c := m.Columns.Find(f); return c == nil || c.From > u.To }
	shares, others := 0, 0
	for i := range all {
		if all[i].is(isShare) {
			shares++
		} else {
			others++
		}
	}
	if u.is(isShare) {
		if !has(words.Rate) && shares == 1 && rightOf(words.Executed) && rightOf(words.Adjusted) && (has(words.Executed) || has(words.Adjusted)) {
			return words.Rate
		}
		return words.None
	}
	if others > 1 {
		return words.None
	}
	switch {
	case !has(words.Executed) && rightOf(words.Adjusted) && leftOf(words.Rate) && m.follows(u, words.Executed):
		return words.Executed
	case !has(words.Adjusted) && leftOf(words.Executed) && leftOf(words.Rate) && m.follows(u, words.Adjusted):
		return words.Adjusted
	case has(words.Initial) && has(words.Executed) && !has(words.Adjusted) && rightOf(words.Initial) && leftOf(words.Executed):
		m.unsure = u.mayBeBudget()
		return words.Adjusted
	case !has(words.Executed) || !has(words.Adjusted) || !rightOf(words.Executed):
		return words.None
	case !has(words.Score) && has(words.Weight) && rightOf(words.Weight) && m.earned(u, words.Score):
		return words.Score
	case !has(words.Weight) && has(words.Score) && leftOf(words.Score) && m.earned(u, words.Weight):
		return words.Weight
	}
	return words.None
}

// earned reports whether the points of each row that prints them are its weight × its rate, with a column as the points
// or as the weight.
func (m *moneyBlock) earned(u *untold, as words.Field) bool {
	return u.is(func(r int, n *fuhe.Number) bool {
		rate, weight, score := numberIn(m.view, m.Block, r, words.Rate), n, numberIn(m.view, m.Block, r, words.Score)
		if as == words.Score {
			weight, score = numberIn(m.view, m.Block, r, words.Weight), n
		}
		if n.Unit != "" || rate == nil || weight == nil || score == nil {
			return false
		}
		share := rate.Value.Rat()
		if rate.Unit == "%" || share.Cmp(big.NewRat(1, 1)) > 0 {
			share.Mul(share, big.NewRat(1, 100))
		}
		return within(score.Value.Rat(), share.Mul(share, weight.Value.Rat()), score.Places)
	})
}

// within reports whether two figures are one to within one unit of some decimal place.
func within(a, b *big.Rat, places int32) bool {
	unit := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
	off := new(big.Rat).Sub(a, b)
	return off.Abs(off).Cmp(unit) <= 0
}

// follows reports whether the rates of the rows follow from a column as executed or budget with the other amount: one
// rate at least that is neither 0 nor 1, and none that does not.
func (m *moneyBlock) follows(u *untold, as words.Field) bool {
	shown := 0
	for r, c := range u.figures {
		n, ok := fuhe.ParseNumber(c.Text)
		rate := numberIn(m.view, m.Block, r, words.Rate)
		if !ok || rate == nil {
			continue
		}
		a, b := &n, numberIn(m.view, m.Block, r, words.Adjusted)
		if as == words.Adjusted {
			a, b = numberIn(m.view, m.Block, r, words.Executed), &n
		}
		if a == nil || b == nil || a.Value.Equal(b.Value) || b.Value.Sign() <= 0 || a.Value.Sign() <= 0 {
			continue
		}
		if !isRate(rate, a.Value.Rat(), b.Value.Rat()) {
			return false
		}
		shown++
	}
	return shown > 0
}

// field is what a column of the indicators can only be: points of which none is above the weight beside it, or weights of
// which none is below its points; and their sum is printed below them.
func (n *indicatorBlock) field(u *untold, all []untold) words.Field {
	if len(all) != 1 || len(u.figures) < leastToldRows {
		return words.None
	}
	beside := func(f words.Field, sign int) bool {
		col := n.Columns.Find(f)
		return col != nil && u.is(func(r int, x *fuhe.Number) bool {
			other := numberIn(n.view, n.Block, r, f)
			return other != nil && x.Unit == "" && x.Value.Sign() >= 0 && sign*x.Value.Cmp(other.Value) >= 0
		})
	}
	aimed := n.Columns.Has(words.Target) || n.Columns.Has(words.Revised)
	switch {
	case !aimed && n.compares(u):
		return words.Target
	case aimed && !n.Columns.Has(words.Actual) && u.Heading == nil && n.betweenTargetAndPoints(u):
		return words.Actual
	case !n.Columns.Has(words.Score) && beside(words.Weight, -1) && n.Columns.Find(words.Weight).To < u.From && n.addsUp(u, words.Score):
		return words.Score
	case !n.Columns.Has(words.Weight) && beside(words.Score, +1) && n.Columns.Find(words.Score).From > u.To && n.addsUp(u, words.Weight):
		return words.Weight
	}
	return words.None
}

// addsUp reports whether the figures of a column, with or without those of the budget, are the sum in the row of the total.
func (n *indicatorBlock) addsUp(u *untold, as words.Field) bool {
	sum := new(big.Rat)
	for _, c := range u.figures {
		if x, ok := fuhe.ParseNumber(c.Text); ok {
			sum.Add(sum, x.Value.Rat())
		}
	}
	for r := n.From; r < n.To; r++ {
		if n.rowKind(r) != totalRow {
			continue
		}
		c, ok := n.view.Under(r, &u.Column)
		if !ok || c.Blank() {
			continue
		}
		if x, ok := fuhe.ParseNumber(c.Text); ok {
			return sum.Cmp(x.Value.Rat()) == 0 || n.withBudget(sum, as).Cmp(x.Value.Rat()) == 0
		}
	}
	return false
}
