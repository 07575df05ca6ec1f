package form

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe"
)

// readMoney reads the rows under the headings of the money block: the annual total and its sources.
func (f *reader) readMoney(b *block) {
	v := f.view
	names, nameCol := nameColumns(v, b), 0
	for r := b.from; r < b.to; r++ {
		if v.dropped[r] || len(v.in(r)) == 0 {
			continue
		}
		label := rightmost(v, r, names)
		if !f.isFundRow(b, r, label, names) {
			f.checkSwallowed(b, r)
			continue
		}
		fund := fuhe.Fund{}
		if label != nil {
			fund.Name = label.entry()
		}
		full := f.fillFund(&fund, b, r)
		if n := len(f.report.Funds); v.breaks[r] && n > 0 && f.continuesFund(&f.report.Funds[n-1], &fund, full) {
			continue
		}
		if label != nil && len(f.report.Funds) == 0 {
			nameCol = label.col
		}
		if label != nil && !full && v.spaced && label.col > nameCol {
			continue // a text that stands elsewhere than the names, and no figure
		}
		if label == nil {
			if !full {
				continue
			}
			if len(f.report.Funds) > 0 {
				f.refuse(v.source(r, b.columns.first()), "figures in the money block without the name of a fund")
				continue
			}
		}
		f.report.Funds = append(f.report.Funds, fund)
	}
	if len(f.report.Funds) == 0 {
		f.refuse(v.source(b.zone.top, 0), "no row of figures under the headings of the money block")
	}
}

// checkSwallowed refuses a fund that stands in one cell with its figures: the rules between them were not found.
func (f *reader) checkSwallowed(b *block, r int) {
	for _, c := range f.view.in(r) {
		if b.columns.over(c) > 1 && figuresIn(c.text) > 1 {
			f.refuse(c.at, "a fund and its amounts in one cell: "+quote(c.text))
		}
	}
}

// oneMoneyBlock leaves the block that is scored where a form prints several (the whole project's money before the year's):
// a fund is a source of one total only.
func (f *reader) oneMoneyBlock() {
	var all, scored []int
	for i := range f.blocks {
		if f.blocks[i].kind == moneyBlock {
			all = append(all, i)
			if f.blocks[i].columns.has(score) {
				scored = append(scored, i)
			}
		}
	}
	if len(all) < 2 {
		return
	}
	at := f.view.source(f.blocks[all[1]].zone.top, f.blocks[all[1]].columns.first())
	if len(scored) != 1 {
		f.refuse(at, "a second block of amounts, and nothing tells which one is scored")
		return
	}
	for n := len(all) - 1; n >= 0; n-- {
		if all[n] == scored[0] {
			continue
		}
		b := f.blocks[all[n]]
		f.note(f.view.source(b.zone.top, b.columns.first()), "a block of amounts that is not scored stays unread")
		f.blocks = slices.Delete(f.blocks, all[n], all[n]+1)
	}
}

// nameColumns are the columns left of the amounts in which the names of the funds stand: the caption that runs down the
// side is none of them.
func nameColumns(v *view, b *block) []int {
	var out []int
	for k := 0; k < b.columns.first(); k++ {
		if c := v.at(b.zone.bottom, k); c != nil && c.bottom() > b.zone.bottom && c.bottom() > b.from {
			continue
		}
		if c := v.at(b.zone.bottom, k); c != nil && c.bottom() > b.zone.bottom && k+1 < b.columns.first() {
			continue
		}
		out = append(out, k)
	}
	return out
}

// rightmost is the last cell of a row in some columns that says something: a figure names no fund.
func rightmost(v *view, r int, cols []int) *cell {
	for i := len(cols) - 1; i >= 0; i-- {
		c := v.at(r, cols[i])
		if c.blank() {
			continue
		}
		if _, figure := fuhe.ParseNumber(c.text); !figure && !isPlaceholder(c.text) && strings.Trim(squeeze(c.text), "0123456789.,-") != "" {
			return c // nor does one that stands on two lines
		}
	}
	return nil
}

// endsMoney tells the first row behind the money block from a fund.
func (f *reader) endsMoney(b *block, r int) bool {
	v := f.view
	if v.titleIn(r) != nil {
		return true
	}
	row := v.in(r)
	first := row[0]
	if f.anotherCaption(b, first) {
		return true
	}
	if first.is(&goalHeadings, expected) && first.right() >= b.columns.first() || remarks.MatchString(first.heading.key) {
		return true
	}
	for _, l := range v.labelsIn(r) {
		if l.field != known && l.field != score && l.field != year && l.label.bottom() == r {
			return true
		}
	}
	return false
}

// anotherCaption reports whether a cell begins the part of the form behind the money block: it stands where the block's
// caption ran down the side until here, and is no name of a fund in one row. Behind a page edge it may be the rest of
// that caption.
func (f *reader) anotherCaption(b *block, c *cell) bool {
	beside := f.view.at(b.zone.bottom, c.col)
	if f.view.breaks[c.row] || beside.blank() || beside.bottom() <= b.zone.bottom || c.row <= beside.bottom() || beside.right() >= b.columns.first() {
		return false
	}
	return c.rowspan > 1 || c.right() <= beside.right()
}

// endMoney ends the money block at the first row that is none of it.
func (f *reader) endMoney(b *block) {
	for r := b.from; r < b.to; r++ {
		if !f.view.dropped[r] && len(f.view.in(r)) > 0 && f.endsMoney(b, r) {
			b.to = r
		}
	}
}

// isFundRow wants a name that stays left of the amounts and amounts that each stay under their own heading.
func (f *reader) isFundRow(b *block, r int, label *cell, names []int) bool {
	v := f.view
	if label != nil {
		if label.right() >= b.columns.first() || utf8.RuneCountInString(label.text) > maxNameRune && !f.hasAmount(b, r) || isNumbering(v.in(r)) {
			return false
		}
		if label.row < r && label.row < b.from {
			return false
		}
	}
	for _, c := range v.in(r) {
		if c.col >= b.columns.first() && strings.ContainsAny(c.text, "：:") && !b.columns.remarked(c) {
			return false // 按支出性质分：, another list beside the funds
		}
	}
	for i := range b.columns.list {
		col := &b.columns.list[i]
		if col.field == known {
			continue
		}
		for _, c := range v.cellsUnder(r, col) {
			_, number := fuhe.ParseNumber(c.text)
			switch {
			case c.col < b.columns.first():
				return false
			case !number && b.columns.over(c) > 1: // 情况说明 and other text across the amounts
				return false
			case !number && isAmount(col.field) && utf8.RuneCountInString(c.text) > maxAmountRune:
				return false
			}
		}
	}
	return true
}

func isAmount(f field) bool { return f == initial || f == adjusted || f == executed }

func (f *reader) hasAmount(b *block, r int) bool {
	for i := range b.columns.list {
		for _, c := range f.view.cellsUnder(r, &b.columns.list[i]) {
			if _, ok := fuhe.ParseNumber(c.text); ok {
				return true
			}
		}
	}
	return false
}

// isNumbering tells the row that numbers the columns (栏次 1 2 3, 列次 A B C) from figures.
func isNumbering(row []*cell) bool {
	switch row[0].heading.key {
	case "栏次", "列次", "行次":
		return true
	}
	for i, c := range row[1:] {
		if s := squeeze(c.text); s != string(rune('A'+i)) {
			return false
		}
	}
	return len(row) > 2
}

// fillFund takes the cells of a row under their headings; true when an amount, a rate or points are printed.
func (f *reader) fillFund(fund *fuhe.Fund, b *block, r int) bool {
	full := false
	for _, e := range []struct {
		field field
		entry *fuhe.Cell
	}{{initial, &fund.InitialBudget}, {adjusted, &fund.AdjustedBudget}, {executed, &fund.Executed}, {weight, &fund.Weight}, {rate, &fund.ExecutionRate}, {score, &fund.Score}} {
		col := b.columns.find(e.field)
		if col == nil {
			continue
		}
		*e.entry = f.figure(b, r, col)
		full = full || e.entry.Text != ""
	}
	return full
}

// figure is the cell of a row under a heading, refused when it stands under another heading, too.
func (f *reader) figure(b *block, r int, col *column) fuhe.Cell {
	v := f.view
	c, ok := v.under(r, col)
	if !ok {
		f.refuse(v.source(r, col.from), fmt.Sprintf("two entries under the heading %s", quote(col.heading.text)))
		return fuhe.Cell{}
	}
	if !c.blank() {
		for i := range b.columns.list {
			o := &b.columns.list[i]
			if o.field != col.field && o.field != known && c.col <= o.to && c.right() >= o.from {
				f.refuse(c.at, fmt.Sprintf("%s stands under two headings, %s and %s", quote(c.text), quote(col.heading.text), quote(o.heading.text)))
				return fuhe.Cell{}
			}
		}
	}
	return v.entry(c, r, col.from)
}

// continuesFund joins a fund row that the page edge cut: the name stands on one page, the figures on the other, or a part
// of the name on each.
func (f *reader) continuesFund(above, below *fuhe.Fund, full bool) bool {
	aboveFull := above.InitialBudget.Text+above.AdjustedBudget.Text+above.Executed.Text != ""
	halves := !isWholeName(above.Name.Text) && isWholeName(above.Name.Text+below.Name.Text) && !strings.HasPrefix(squeeze(below.Name.Text), "其中")
	switch {
	case full && !aboveFull && (below.Name.Text == "" || halves || squeeze(below.Name.Text) == "总额"):
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
	k := squeeze(s)
	return !strings.Contains(k, "资金") && utf8.RuneCountInString(k) <= 4 && !strings.HasPrefix(k, "其中") && !strings.HasSuffix(k, "款") &&
		!strings.HasSuffix(k, "补助") && !strings.HasSuffix(k, "收入") && !strings.HasSuffix(k, "其他") && !strings.HasSuffix(k, "经费")
}

// isWholeName tells a name that ends as names of funds do from one that stops in the middle.
func isWholeName(s string) bool { return wholeName.MatchString(squeeze(s)) }
