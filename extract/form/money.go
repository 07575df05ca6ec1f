package form

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

// moneyBlock is the block of amounts: the annual total and its sources, a row each.
type moneyBlock struct {
	*view.Block
	view  *view.View
	names []int // columns in which the names of the funds stand

	unsure fuhe.Phrase // why the adjusted budgets are in doubt; empty when they are not
}

// newMoneyBlock ends the block at the first row that is none of it.
func newMoneyBlock(v *view.View, b *view.Block) *moneyBlock {
	m := &moneyBlock{Block: b, view: v, names: nameColumns(v, b)}
	for r := b.From; r < b.To; r++ {
		if !v.Dropped[r] && len(v.In(r)) > 0 && m.endsBefore(r) {
			b.To = r
		}
	}
	return m
}

func (m *moneyBlock) part() *view.Block { return m.Block }

func (m *moneyBlock) holds(r int) bool {
	return len(m.view.In(r)) > 0 && m.isFundRow(r, rightmost(m.view, r, m.names))
}

func (m *moneyBlock) entry(r int) bool { return m.holds(r) }

// figuresFrom is the column behind the longest name of a fund: the heading of the first amounts may be blank.
func (m *moneyBlock) figuresFrom() int {
	from := 0
	for r := m.From; r < m.To; r++ {
		if label := rightmost(m.view, r, m.names); label != nil && label.Row == r && m.isFundRow(r, label) && m.hasAmount(r) {
			from = max(from, label.Right()+1)
		}
	}
	if from == 0 {
		return max(m.Columns.First(), 0)
	}
	return from
}

// lacks: beside the amounts, points that stand behind them are missing from what the form adds up.
func (m *moneyBlock) lacks(u *untold) bool {
	executed := m.Columns.Find(words.Executed)
	if executed == nil || !m.Columns.Has(words.Adjusted) {
		return true
	}
	return u.From > executed.To && !u.is(isShare) && (!m.Columns.Has(words.Weight) || !m.Columns.Has(words.Score))
}

// money is what the block of amounts holds: the funds in print order, and the reason beside the first one.
type money struct {
	funds  []fuhe.Fund
	reason fuhe.Cell
}

func (m *moneyBlock) read() (money, said) {
	var out money
	var s said
	v, nameCol := m.view, 0
	var named *view.Cell   // the name of the last fund
	var nameless fuhe.Fund // the row above, when it holds amounts beside no name
	for r := m.From; r < m.To; r++ {
		if v.Dropped[r] || len(v.In(r)) == 0 {
			continue
		}
		label := rightmost(v, r, m.names)
		if !m.isFundRow(r, label) {
			m.loseRow(r, &s)
			continue
		}
		fund, full := m.fund(r, label)
		n := len(out.funds)
		doubtHalves(&nameless, &fund)
		nameless = fuhe.Fund{}
		switch {
		case n > 0 && m.joins(r, label, named, &out.funds[n-1], &fund, full):
			named = label
			continue
		case label != nil && n == 0:
			nameCol = label.Col
		}
		switch {
		case label != nil && !full && v.Spaced && label.Col > nameCol:
			// a text that stands elsewhere than the names, and no figure
		case label == nil && !full:
		case label == nil && n > 0:
			m.loseRow(r, &s)
			doubtHalves(&out.funds[n-1], &fund)
			nameless = fund
		default:
			if n == 0 {
				out.reason = m.aside(r, words.Reason)
			} else {
				doubtCut(&out.funds[n-1], &fund)
			}
			out.funds = append(out.funds, fund)
			named = label
		}
	}
	out.funds = totalFirst(out.funds)
	if len(out.funds) == 0 {
		s.lose("/funds", headingOf(v, m.Block), true, both("资金部分的表头下没有一行数字", "no row of figures under the headings of the money block"))
	}
	return out, s
}

// joins adds to the fund above a row that is the rest of it: a part of its name, the other half of a row that a stray rule or
// the page edge cut; false when it is none.
func (m *moneyBlock) joins(r int, label, named *view.Cell, above, fund *fuhe.Fund, full bool) bool {
	switch {
	case m.restOfLabel(r, label):
		above.Name = fuhe.NewCell(above.Name.Text+label.Text, above.Name.At)
	case label != nil && (label == named || isUpperHalf(above, fund)):
		addHalf(above, fund)
	default:
		return m.view.Breaks[r] && continuesFund(above, fund, full)
	}
	return true
}

// totalFirst puts the row that adds up the others first where the form prints it last.
func totalFirst(funds []fuhe.Fund) []fuhe.Fund {
	isTotal := func(f fuhe.Fund) bool { return words.FundTotal.MatchString(words.Squeeze(f.Name.Text)) }
	last := len(funds) - 1
	if last < 1 || !isTotal(funds[last]) || slices.ContainsFunc(funds[:last], isTotal) {
		return funds
	}
	return append([]fuhe.Fund{funds[last]}, funds[:last]...)
}

// oneMoneyBlock leaves the block that is scored where a form prints several (the whole project's money before the year's):
// a fund is a source of one total only.
func oneMoneyBlock(v *view.View, blocks []view.Block) ([]view.Block, said) {
	var s said
	var all, scored []int
	for i := range blocks {
		if blocks[i].Kind == view.Money {
			all = append(all, i)
			if blocks[i].Columns.Has(words.Score) {
				scored = append(scored, i)
			}
		}
	}
	if len(all) < 2 {
		return blocks, s
	}
	at := func(i int) fuhe.Source { return v.Source(blocks[i].Zone.Top, blocks[i].Columns.First()) }
	if len(scored) != 1 {
		for n := len(all) - 1; n >= 0; n-- {
			s.lose("/funds", headingOf(v, &blocks[all[n]]), true, both("资金部分不止一处，无法确定哪一处计分", "several blocks of amounts, and nothing tells which one is scored"))
			blocks = slices.Delete(blocks, all[n], all[n]+1)
		}
		return blocks, s
	}
	for n := len(all) - 1; n >= 0; n-- {
		if all[n] != scored[0] {
			s.note(at(all[n]), "a block of amounts that is not scored stays unread")
			blocks = slices.Delete(blocks, all[n], all[n]+1)
		}
	}
	return blocks, s
}

// headingOf is the first heading of a block.
func headingOf(v *view.View, b *view.Block) fuhe.Cell {
	return v.Entry(v.At(b.Zone.Bottom, b.Columns.First()), b.Zone.Bottom, b.Columns.First())
}

// nameColumns are the columns left of the amounts in which the names of the funds stand: the caption that runs down the
// side is none of them.
func nameColumns(v *view.View, b *view.Block) []int {
	var out []int
	from, to := 0, b.Columns.First()
	if named := b.Columns.Find(words.Fund); named != nil && named.From < to {
		from, to = named.From, min(to, named.To+1)
	}
	for k := from; k < to; k++ {
		if c := v.At(b.Zone.Bottom, k); c != nil && c.Bottom() > b.Zone.Bottom && c.Bottom() > b.From {
			continue
		}
		if c := v.At(b.Zone.Bottom, k); c != nil && c.Bottom() > b.Zone.Bottom && k+1 < b.Columns.First() {
			continue
		}
		out = append(out, k)
	}
	return out
}

// rightmost is the last cell of a row in some columns that says something: a figure names no fund. Where a stray rule runs
// down through a name, it is the whole of it.
func rightmost(v *view.View, r int, cols []int) *view.Cell {
	var right *view.Cell
	for i := len(cols) - 1; i >= 0; i-- {
		c := v.At(r, cols[i])
		if c.Blank() || c == right {
			continue
		}
		if _, figure := fuhe.ParseNumber(c.Text); figure || words.IsPlaceholder(c.Text) || strings.Trim(words.Squeeze(c.Text), "0123456789.,-") == "" {
			continue // nor does one that stands on two lines
		}
		if right == nil {
			right = c
			continue
		}
		if c.Row == r && right.Row == r && c.RowSpan == 1 && c.Right()+1 == right.Col && !isWholeName(right.Text) && !isWholeName(c.Text) && isWholeName(c.Text+right.Text) {
			whole := *c
			whole.Text, whole.ColSpan = c.Text+right.Text, right.Right()-c.Col+1
			return &whole
		}
		return right
	}
	return right
}

// fund takes the cells of a row under their headings; full when an amount, a rate or points are printed.
func (m *moneyBlock) fund(r int, label *view.Cell) (fund fuhe.Fund, full bool) {
	if label != nil {
		fund.Name = label.Entry()
	}
	for _, e := range []struct {
		field words.Field
		entry *fuhe.Cell
	}{{words.Initial, &fund.InitialBudget}, {words.Adjusted, &fund.AdjustedBudget}, {words.Executed, &fund.Executed}, {words.Weight, &fund.Weight},
		{words.Rate, &fund.ExecutionRate}, {words.Score, &fund.Score}} {
		if col := m.Columns.Find(e.field); col != nil {
			*e.entry = figureUnder(m.view, m.Block, r, col)
			full = full || e.entry.Text != ""
		}
	}
	if m.unsure.EN != "" && fund.AdjustedBudget.Text != "" {
		fund.AdjustedBudget = fund.AdjustedBudget.Kept(nil, false, &m.unsure)
	}
	fund.Received = m.aside(r, words.Received)
	return fund, full
}

// aside is an entry that no figure of the form is made of: where its place is not plain it is left out.
func (m *moneyBlock) aside(r int, fd words.Field) fuhe.Cell {
	col := m.Columns.Find(fd)
	if col == nil {
		return fuhe.Cell{}
	}
	c, ok := m.view.Under(r, col)
	if !ok || !c.Blank() && (c.Col < col.From || c.Right() > col.To) {
		return fuhe.Cell{}
	}
	return m.view.Entry(c, r, col.From)
}

// continuesFund joins a fund row that the page edge cut: the name stands on one page, the figures on the other, or a part
// of the name on each.
func continuesFund(above, below *fuhe.Fund, full bool) bool {
	aboveFull := above.InitialBudget.Text+above.AdjustedBudget.Text+above.Executed.Text != ""
	halves := !isWholeName(above.Name.Text) && isWholeName(above.Name.Text+below.Name.Text) && !strings.HasPrefix(words.Squeeze(below.Name.Text), "其中")
	switch {
	case full && !aboveFull && (below.Name.Text == "" || halves || words.Squeeze(below.Name.Text) == "总额"):
		name := above.Name
		name.Text += below.Name.Text
		*above = *below
		above.Name = fuhe.NewCell(name.Text, name.At)
		return true
	case !full && aboveFull && below.Name.Text != "" && (halves || isRestOfName(below.Name.Text)):
		above.Name = fuhe.NewCell(above.Name.Text+below.Name.Text, above.Name.At)
		return true
	}
	return false
}

// isRestOfName tells the few characters that a page edge left of a name from a source of its own.
func isRestOfName(s string) bool {
	k := words.Squeeze(s)
	return !strings.Contains(k, "资金") && utf8.RuneCountInString(k) <= 4 && !strings.HasPrefix(k, "其中") && !strings.HasSuffix(k, "款") &&
		!strings.HasSuffix(k, "补助") && !strings.HasSuffix(k, "收入") && !strings.HasSuffix(k, "其他") && !strings.HasSuffix(k, "经费")
}

// isWholeName tells a name that ends as names of funds do from one that stops in the middle.
func isWholeName(s string) bool { return words.WholeName.MatchString(words.Squeeze(s)) }
