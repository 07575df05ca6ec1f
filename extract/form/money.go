package form

import (
	"fmt"
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
}

// newMoneyBlock ends the block at the first row that is none of it.
func newMoneyBlock(v *view.View, b *view.Block) *moneyBlock {
	m := &moneyBlock{b, v, nameColumns(v, b)}
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

// money is what the block of amounts holds: the funds in print order, and the reason beside the first one.
type money struct {
	funds  []fuhe.Fund
	reason fuhe.Cell
}

func (m *moneyBlock) read() (money, said) {
	var out money
	var s said
	v, nameCol := m.view, 0
	for r := m.From; r < m.To; r++ {
		if v.Dropped[r] || len(v.In(r)) == 0 {
			continue
		}
		label := rightmost(v, r, m.names)
		if !m.isFundRow(r, label) {
			m.saySwallowed(r, &s)
			continue
		}
		fund, full := m.fund(r, label, &s)
		n := len(out.funds)
		switch {
		case v.Breaks[r] && n > 0 && continuesFund(&out.funds[n-1], &fund, full):
			continue
		case label != nil && n == 0:
			nameCol = label.Col
		}
		switch {
		case label != nil && !full && v.Spaced && label.Col > nameCol:
			// a text that stands elsewhere than the names, and no figure
		case label == nil && !full:
		case label == nil && n > 0:
			s.refuse(v.Source(r, m.Columns.First()), "figures in the money block without the name of a fund")
		default:
			if n == 0 {
				out.reason = m.aside(r, words.Reason)
			}
			out.funds = append(out.funds, fund)
		}
	}
	if len(out.funds) == 0 {
		s.refuse(v.Source(m.Zone.Top, 0), "no row of figures under the headings of the money block")
	}
	return out, s
}

// saySwallowed refuses a fund that stands in one cell with its figures: the rules between them were not found.
func (m *moneyBlock) saySwallowed(r int, s *said) {
	for _, c := range m.view.In(r) {
		if m.Columns.Over(c) > 1 && figuresIn(c.Text) > 1 {
			s.refuse(c.At, "a fund and its amounts in one cell: "+quote(c.Text))
		}
	}
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
		s.refuse(at(all[1]), "a second block of amounts, and nothing tells which one is scored")
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

// nameColumns are the columns left of the amounts in which the names of the funds stand: the caption that runs down the
// side is none of them.
func nameColumns(v *view.View, b *view.Block) []int {
	var out []int
	for k := 0; k < b.Columns.First(); k++ {
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

// rightmost is the last cell of a row in some columns that says something: a figure names no fund.
func rightmost(v *view.View, r int, cols []int) *view.Cell {
	for i := len(cols) - 1; i >= 0; i-- {
		c := v.At(r, cols[i])
		if c.Blank() {
			continue
		}
		if _, figure := fuhe.ParseNumber(c.Text); !figure && !words.IsPlaceholder(c.Text) && strings.Trim(words.Squeeze(c.Text), "0123456789.,-") != "" {
			return c // nor does one that stands on two lines
		}
	}
	return nil
}

// fund takes the cells of a row under their headings; full when an amount, a rate or points are printed.
func (m *moneyBlock) fund(r int, label *view.Cell, s *said) (fund fuhe.Fund, full bool) {
	if label != nil {
		fund.Name = label.Entry()
	}
	for _, e := range []struct {
		field words.Field
		entry *fuhe.Cell
	}{{words.Initial, &fund.InitialBudget}, {words.Adjusted, &fund.AdjustedBudget}, {words.Executed, &fund.Executed}, {words.Weight, &fund.Weight},
		{words.Rate, &fund.ExecutionRate}, {words.Score, &fund.Score}} {
		if col := m.Columns.Find(e.field); col != nil {
			*e.entry = figureUnder(m.view, m.Block, r, col, s)
			full = full || e.entry.Text != ""
		}
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

// figureUnder is the cell of a row under a heading, refused when it stands under another heading, too.
func figureUnder(v *view.View, b *view.Block, r int, col *view.Column, s *said) fuhe.Cell {
	c, ok := v.Under(r, col)
	if !ok {
		s.refuse(v.Source(r, col.From), fmt.Sprintf("two entries under the heading %s", quote(col.Heading.Text)))
		return fuhe.Cell{}
	}
	if !c.Blank() {
		for i := range b.Columns.List {
			o := &b.Columns.List[i]
			if o.Field != col.Field && !o.Field.Aside() && c.Col <= o.To && c.Right() >= o.From {
				s.refuse(c.At, fmt.Sprintf("%s stands under two headings, %s and %s", quote(c.Text), quote(col.Heading.Text), quote(o.Heading.Text)))
				return fuhe.Cell{}
			}
		}
	}
	return v.Entry(c, r, col.From)
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
