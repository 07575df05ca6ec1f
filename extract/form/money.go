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

// readMoney reads the rows under the headings of the money block: the annual total and its sources.
func (f *reader) readMoney(b *view.Block) {
	v := f.view
	names, nameCol := nameColumns(v, b), 0
	for r := b.From; r < b.To; r++ {
		if v.Dropped[r] || len(v.In(r)) == 0 {
			continue
		}
		label := rightmost(v, r, names)
		if !f.isFundRow(b, r, label, names) {
			f.checkSwallowed(b, r)
			continue
		}
		fund := fuhe.Fund{}
		if label != nil {
			fund.Name = label.Entry()
		}
		full := f.fillFund(&fund, b, r)
		if n := len(f.report.Funds); v.Breaks[r] && n > 0 && f.continuesFund(&f.report.Funds[n-1], &fund, full) {
			continue
		}
		if label != nil && len(f.report.Funds) == 0 {
			nameCol = label.Col
		}
		if label != nil && !full && v.Spaced && label.Col > nameCol {
			continue // a text that stands elsewhere than the names, and no figure
		}
		if label == nil {
			if !full {
				continue
			}
			if len(f.report.Funds) > 0 {
				f.refuse(v.Source(r, b.Columns.First()), "figures in the money block without the name of a fund")
				continue
			}
		}
		f.report.Funds = append(f.report.Funds, fund)
	}
	if len(f.report.Funds) == 0 {
		f.refuse(v.Source(b.Zone.Top, 0), "no row of figures under the headings of the money block")
	}
}

// checkSwallowed refuses a fund that stands in one cell with its figures: the rules between them were not found.
func (f *reader) checkSwallowed(b *view.Block, r int) {
	for _, c := range f.view.In(r) {
		if b.Columns.Over(c) > 1 && figuresIn(c.Text) > 1 {
			f.refuse(c.At, "a fund and its amounts in one cell: "+quote(c.Text))
		}
	}
}

// oneMoneyBlock leaves the block that is scored where a form prints several (the whole project's money before the year's):
// a fund is a source of one total only.
func (f *reader) oneMoneyBlock() {
	var all, scored []int
	for i := range f.blocks {
		if f.blocks[i].Kind == view.Money {
			all = append(all, i)
			if f.blocks[i].Columns.Has(words.Score) {
				scored = append(scored, i)
			}
		}
	}
	if len(all) < 2 {
		return
	}
	at := f.view.Source(f.blocks[all[1]].Zone.Top, f.blocks[all[1]].Columns.First())
	if len(scored) != 1 {
		f.refuse(at, "a second block of amounts, and nothing tells which one is scored")
		return
	}
	for n := len(all) - 1; n >= 0; n-- {
		if all[n] == scored[0] {
			continue
		}
		b := f.blocks[all[n]]
		f.note(f.view.Source(b.Zone.Top, b.Columns.First()), "a block of amounts that is not scored stays unread")
		f.blocks = slices.Delete(f.blocks, all[n], all[n]+1)
	}
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

// endsMoney tells the first row behind the money block from a fund.
func (f *reader) endsMoney(b *view.Block, r int) bool {
	v := f.view
	if v.TitleIn(r) != nil {
		return true
	}
	row := v.In(r)
	first := row[0]
	if f.anotherCaption(b, first) {
		return true
	}
	if first.Is(&words.Goals, words.Expected) && first.Right() >= b.Columns.First() || words.Remarks.MatchString(first.Heading.Key) {
		return true
	}
	for _, l := range v.LabelsIn(r) {
		if l.Field != words.Known && l.Field != words.Score && l.Field != words.Year && l.Label.Bottom() == r {
			return true
		}
	}
	return false
}

// anotherCaption reports whether a cell begins the part of the form behind the money block: it stands where the block's
// caption ran down the side until here, and is no name of a fund in one row. Behind a page edge it may be the rest of
// that caption.
func (f *reader) anotherCaption(b *view.Block, c *view.Cell) bool {
	beside := f.view.At(b.Zone.Bottom, c.Col)
	if f.view.Breaks[c.Row] || beside.Blank() || beside.Bottom() <= b.Zone.Bottom || c.Row <= beside.Bottom() || beside.Right() >= b.Columns.First() {
		return false
	}
	return c.RowSpan > 1 || c.Right() <= beside.Right()
}

// endMoney ends the money block at the first row that is none of it.
func (f *reader) endMoney(b *view.Block) {
	for r := b.From; r < b.To; r++ {
		if !f.view.Dropped[r] && len(f.view.In(r)) > 0 && f.endsMoney(b, r) {
			b.To = r
		}
	}
}

// isFundRow wants a name that stays left of the amounts and amounts that each stay under their own heading.
func (f *reader) isFundRow(b *view.Block, r int, label *view.Cell, names []int) bool {
	v := f.view
	if label != nil {
		if label.Right() >= b.Columns.First() || utf8.RuneCountInString(label.Text) > maxNameRune && !f.hasAmount(b, r) || isNumbering(v.In(r)) {
			return false
		}
		if label.Row < r && label.Row < b.From {
			return false
		}
	}
	for _, c := range v.In(r) {
		if c.Col >= b.Columns.First() && strings.ContainsAny(c.Text, "：:") && !b.Columns.Remarked(c) {
			return false // 按支出性质分：, another list beside the funds
		}
	}
	for i := range b.Columns.List {
		col := &b.Columns.List[i]
		if col.Field == words.Known {
			continue
		}
		for _, c := range v.CellsUnder(r, col) {
			_, number := fuhe.ParseNumber(c.Text)
			switch {
			case c.Col < b.Columns.First():
				return false
			case !number && b.Columns.Over(c) > 1: // 情况说明 and other text across the amounts
				return false
			case !number && isAmount(col.Field) && utf8.RuneCountInString(c.Text) > maxAmountRune:
				return false
			}
		}
	}
	return true
}

func isAmount(f words.Field) bool {
	return f == words.Initial || f == words.Adjusted || f == words.Executed
}

func (f *reader) hasAmount(b *view.Block, r int) bool {
	for i := range b.Columns.List {
		for _, c := range f.view.CellsUnder(r, &b.Columns.List[i]) {
			if _, ok := fuhe.ParseNumber(c.Text); ok {
				return true
			}
		}
	}
	return false
}

// isNumbering tells the row that numbers the columns (栏次 1 2 3, 列次 A B C) from figures.
func isNumbering(row []*view.Cell) bool {
	switch row[0].Heading.Key {
	case "栏次", "列次", "行次":
		return true
	}
	for i, c := range row[1:] {
		if s := words.Squeeze(c.Text); s != string(rune('A'+i)) {
			return false
		}
	}
	return len(row) > 2
}

// fillFund takes the cells of a row under their headings; true when an amount, a rate or points are printed.
func (f *reader) fillFund(fund *fuhe.Fund, b *view.Block, r int) bool {
	full := false
	for _, e := range []struct {
		field words.Field
		entry *fuhe.Cell
	}{{words.Initial, &fund.InitialBudget}, {words.Adjusted, &fund.AdjustedBudget}, {words.Executed, &fund.Executed}, {words.Weight, &fund.Weight}, {words.Rate, &fund.ExecutionRate}, {words.Score, &fund.Score}} {
		col := b.Columns.Find(e.field)
		if col == nil {
			continue
		}
		*e.entry = f.figure(b, r, col)
		full = full || e.entry.Text != ""
	}
	return full
}

// figure is the cell of a row under a heading, refused when it stands under another heading, too.
func (f *reader) figure(b *view.Block, r int, col *view.Column) fuhe.Cell {
	v := f.view
	c, ok := v.Under(r, col)
	if !ok {
		f.refuse(v.Source(r, col.From), fmt.Sprintf("two entries under the heading %s", quote(col.Heading.Text)))
		return fuhe.Cell{}
	}
	if !c.Blank() {
		for i := range b.Columns.List {
			o := &b.Columns.List[i]
			if o.Field != col.Field && o.Field != words.Known && c.Col <= o.To && c.Right() >= o.From {
				f.refuse(c.At, fmt.Sprintf("%s stands under two headings, %s and %s", quote(c.Text), quote(col.Heading.Text), quote(o.Heading.Text)))
				return fuhe.Cell{}
			}
		}
	}
	return v.Entry(c, r, col.From)
}

// continuesFund joins a fund row that the page edge cut: the name stands on one page, the figures on the other, or a part
// of the name on each.
func (f *reader) continuesFund(above, below *fuhe.Fund, full bool) bool {
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
