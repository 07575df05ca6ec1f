package form

import (
	"unicode/utf8"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/lazy"
)

// check refuses a report in which figures are known to be missing: sums over it would accuse a correct form.
func (f *reader) check() {
	v := f.view
	n := f.body.of(view.Indicators)
	at := v.Source(n.Zone.Top, n.Columns.First())
	if len(f.report.Indicators) == 0 {
		f.refuse(at, "no indicator under the headings")
		return
	}
	for _, p := range f.body {
		b := p.part()
		if b.Kind == view.Goals {
			continue
		}
		for _, u := range b.Columns.Unknown {
			if (u.Col >= b.Columns.First() || b.Kind == view.Money) && f.figuresUnder(p, u) && lacks(b) {
				f.refuse(u.At, "figures under the heading "+quote(u.Text)+", which is not understood")
			}
		}
		if k := f.figureWithoutHeading(p); k != nil {
			f.refuse(k.At, "the figure "+quote(k.Text)+" stands under no heading")
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
		case bare && sumLike.MatchString(words.Squeeze(said)):
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
func lacks(b *view.Block) bool {
	if b.Kind == view.Money {
		return !b.Columns.Has(words.Adjusted) || !b.Columns.Has(words.Executed)
	}
	return !b.Columns.Has(words.Weight) || !b.Columns.Has(words.Score) || !b.Columns.Has(words.Actual)
}

// figuresUnder reports whether rows of a block hold figures under a heading.
func (f *reader) figuresUnder(p block, h *view.Cell) bool {
	for r := p.part().From; r < p.part().To; r++ {
		for k := h.Col; k <= h.Right(); k++ {
			if c := f.view.At(r, k); !c.Blank() && c.Row == r && c.Col == k && f.rowIn(p, r) {
				if _, ok := fuhe.ParseNumber(c.Text); ok {
					return true
				}
			}
		}
	}
	return false
}

// rowIn reports whether a row under the headings of a block is one of its entries.
func (f *reader) rowIn(p block, r int) bool {
	if n, ok := p.(*indicatorBlock); ok {
		return n.rowKind(r) == indicatorRow
	}
	return f.body.holds(r)
}

// figureWithoutHeading is a figure in a row of a block over which no heading stands, right of the first one.
func (f *reader) figureWithoutHeading(p block) *view.Cell {
	v, b := f.view, p.part()
	for k := b.Columns.First(); k < len(v.Cols); k++ {
		if len(view.HeadingPath(v, b.Zone, k)) > 0 {
			continue
		}
		for r := b.From; r < b.To; r++ {
			c := v.At(r, k)
			if c.Blank() || c.Col != k || c.Row != r || v.Dropped[r] {
				continue
			}
			if _, ok := fuhe.ParseNumber(c.Text); ok && f.rowIn(p, r) {
				return c
			}
		}
	}
	return nil
}
