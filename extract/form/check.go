package form

import (
	"unicode/utf8"

	"fuhe"
	"fuhe/extract/lazy"
)

// check refuses a report in which figures are known to be missing: sums over it would accuse a correct form.
func (f *reader) check() {
	v := f.view
	n := f.block(indicatorBlock)
	at := v.source(n.zone.top, n.columns.first())
	if len(f.report.Indicators) == 0 {
		f.refuse(at, "no indicator under the headings")
		return
	}
	for i := range f.blocks {
		b := &f.blocks[i]
		if b.kind == goalBlock {
			continue
		}
		for _, u := range b.columns.unknown {
			if (u.col >= b.columns.first() || b.kind == moneyBlock) && f.figuresUnder(b, u) && f.lacks(b) {
				f.refuse(u.at, "figures under the heading "+quote(u.text)+", which is not understood")
			}
		}
		if k := f.figureWithoutHeading(b); k != nil {
			f.refuse(k.at, "the figure "+quote(k.text)+" stands under no heading")
		}
	}
	f.checkShifted()
	f.checkUnreadable()
	for _, i := range f.report.Indicators {
		for _, level := range []fuhe.Cell{i.Level1, i.Level2} {
			if utf8.RuneCountInString(level.Text) > maxLevelRune && figuresInName.MatchString(pointsNote.ReplaceAllString(level.Text, "")) {
				f.refuse(level.At, "rows in one cell: "+quote(level.Text)) // the rules between them were not found
			}
		}
		said := i.Name.Text
		if said == "" {
			said = i.Level2.Text
		}
		bare := i.Target.Text == "" && i.Actual.Text == "" && (i.Weight.Text != "" || i.Score.Text != "")
		switch {
		case bare && said == "" && (i.Level1.Text == "" || !i.Level1.Present()):
			f.refuse(firstPlace(i.Score, i.Weight), "points without an indicator")
		case bare && sumLike.MatchString(squeeze(said)):
			f.refuse(firstPlace(i.Score, i.Weight), "a row that may be a total: "+quote(said))
		}
	}
}

// figuresInName are two figures in the name of a level: one may be, two are the points of a row.
var figuresInName = lazy.New(`[0-9].*[^0-9.,].*[0-9]`)

// sumLike tells what may be a total under a name never seen.
var sumLike = lazy.New(`总|合计|得分|汇总|小计|等级|评分`)

func firstPlace(cells ...fuhe.Cell) fuhe.Source {
	for _, c := range cells {
		if c.Text != "" {
			return c.At
		}
	}
	return fuhe.Source{}
}

// lacks reports whether a block misses a column that figures under an unknown heading might be.
func (f *reader) lacks(b *block) bool {
	if b.kind == moneyBlock {
		return !b.columns.has(adjusted) || !b.columns.has(executed)
	}
	return !b.columns.has(weight) || !b.columns.has(score) || !b.columns.has(actual)
}

// figuresUnder reports whether rows of a block hold figures under a heading.
func (f *reader) figuresUnder(b *block, h *cell) bool {
	for r := b.from; r < b.to; r++ {
		for k := h.col; k <= h.right(); k++ {
			if c := f.view.at(r, k); !c.blank() && c.row == r && c.col == k && f.rowIn(b, r) {
				if _, ok := fuhe.ParseNumber(c.text); ok {
					return true
				}
			}
		}
	}
	return false
}

// rowIn reports whether a row under the headings of a block is one of its entries.
func (f *reader) rowIn(b *block, r int) bool {
	if b.kind == indicatorBlock {
		return f.rowKind(b, r) == indicatorRow
	}
	return f.inBlock(r)
}

// figureWithoutHeading is a figure in a row of a block over which no heading stands, right of the first one.
func (f *reader) figureWithoutHeading(b *block) *cell {
	v := f.view
	for k := b.columns.first(); k < len(v.cols); k++ {
		if len(headingPath(v, b.zone, k)) > 0 {
			continue
		}
		for r := b.from; r < b.to; r++ {
			c := v.at(r, k)
			if c.blank() || c.col != k || c.row != r || v.dropped[r] {
				continue
			}
			if _, ok := fuhe.ParseNumber(c.text); ok && f.rowIn(b, r) {
				return c
			}
		}
	}
	return nil
}
