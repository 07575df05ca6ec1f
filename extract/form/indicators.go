package form

import (
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/lazy"
)

// indicatorBlock is the rows of indicators under their headings, with the total below them.
type indicatorBlock struct {
	*view.Block
	view  *view.View
	money *moneyBlock  // above it, nil when there is none
	kinds map[int]told // by row, as told
}

func (n *indicatorBlock) part() *view.Block { return n.Block }

func (n *indicatorBlock) holds(r int) bool {
	k := n.rowKind(r)
	return k == indicatorRow || k == totalRow
}

func (n *indicatorBlock) entry(r int) bool { return n.rowKind(r) == indicatorRow }

func (n *indicatorBlock) figuresFrom() int { return max(n.Columns.First(), 0) }

func (n *indicatorBlock) lacks(*untold) bool {
	aimed := n.Columns.Has(words.Target) || n.Columns.Has(words.Revised)
	return !n.Columns.Has(words.Weight) || !n.Columns.Has(words.Score) || !n.Columns.Has(words.Actual) || !aimed
}

// indicators are what an indicator block holds.
type indicators struct {
	indicators []fuhe.Indicator
	subtotals  []fuhe.Subtotal
	totals     []totalAt
}

// totalAt is a row that may be the total, below some number of indicators.
type totalAt struct{ at, above int }

// row is one row under the headings of the indicators, as its cells stand.
type row struct {
	at        int
	indicator fuhe.Indicator
	begins    bool // a level's name is printed in this row
}

// read lists the indicators in print order and the rows that may be the total.
func (n *indicatorBlock) read() (indicators, said) {
	out := indicators{indicators: make([]fuhe.Indicator, 0, max(min(n.To-n.From, usualRows), 0))}
	var s said
	v := n.view
	var last, above *row // the last indicator, the last row that may hold names of levels
	levels := newLevels(v, n.Block)
	for r := n.From; r < n.To; r++ {
		if v.Dropped[r] || len(v.In(r)) == 0 {
			continue
		}
		kind := n.rowKind(r)
		s.add(n.kinds[r].lost)
		switch kind {
		case totalRow:
			out.totals = append(out.totals, totalAt{r, len(out.indicators)})
		case subtotalRow:
			if x := n.subtotalAt(r, &s); x != nil {
				x.Above = len(out.indicators)
				out.subtotals = append(out.subtotals, *x)
			}
		case indicatorRow:
			if l := n.deduction(r); l != nil {
				out.indicators = append(out.indicators, n.deductionAt(r, l).indicator)
				continue
			}
			now := n.indicatorAt(r)
			carryLevels(levels, above, now)
			above = now
			if l := n.label(r); l != nil {
				now.indicator.Level1, now.indicator.Level2, now.indicator.Name = fuhe.Cell{}, fuhe.Cell{}, l.Entry()
			}
			if !n.Columns.Has(words.Name) { // a form with two levels: the second one names the indicator
				now.indicator.Name, now.indicator.Level2 = now.indicator.Level2, fuhe.Cell{}
			}
			if v.Breaks[r] && last != nil && joinCut(v, out.indicators, last, now) || isUnused(now.indicator) {
				continue
			}
			if !v.Breaks[r] && last != nil && !now.begins && doubtRest(&out.indicators[len(out.indicators)-1], &now.indicator) {
				continue
			}
			out.indicators = append(out.indicators, now.indicator)
			last = now
		}
	}
	return out, s
}

// prose begins a heading or a paragraph of a report: 一、项目基本情况, （二）存在的问题.
var prose = lazy.New(`^([一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))|。`)

// withoutProse leaves out the paragraphs that go on right under a form without a total, as on a sheet: rows with a text in
// the place of a name and nothing else.
func withoutProse(list []fuhe.Indicator) []fuhe.Indicator {
	for len(list) > 1 {
		i := list[len(list)-1]
		said := i.Target.Text + i.Actual.Text + i.Weight.Text + i.Score.Text + i.Deviation.Text
		if said != "" || !prose.MatchString(words.Squeeze(i.Name.Text)) {
			break
		}
		list = list[:len(list)-1]
	}
	return list
}

// indicatorAt reads a row by its headings.
func (n *indicatorBlock) indicatorAt(r int) *row {
	now := &row{at: r}
	i := &now.indicator
	for _, e := range []struct {
		field words.Field
		entry *fuhe.Cell
	}{{words.Name, &i.Name}, {words.Actual, &i.Actual}, {words.Deviation, &i.Deviation}} {
		if col := n.Columns.Find(e.field); col != nil {
			*e.entry = textUnder(n.view, r, col)
			if e.field == words.Actual {
				i.Actual = inOnePiece(n.view, n.Block, r, col, i.Actual)
			}
		}
	}
	i.Target = n.target(r)
	for _, e := range []struct {
		field words.Field
		entry *fuhe.Cell
	}{{words.Weight, &i.Weight}, {words.Score, &i.Score}} {
		if col := n.Columns.Find(e.field); col != nil {
			*e.entry = figureUnder(n.view, n.Block, r, col)
		}
	}
	return now
}

// textUnder is what stands under a heading that covers one or more columns, its pieces joined.
func textUnder(v *view.View, r int, col *view.Column) fuhe.Cell {
	full := v.CellsUnder(r, col)
	if len(full) < 2 {
		c, _ := v.Under(r, col)
		return v.Entry(c, r, col.From)
	}
	var joined strings.Builder
	var parts []fuhe.Cell
	for _, c := range full {
		joined.WriteString(c.Text)
		parts = append(parts, c.Entry())
	}
	return fuhe.NewCell(joined.String(), full[0].At).And(parts...)
}

// carryLevels repeats a first- or second-level name over the rows it stands for where the file leaves them blank.
func carryLevels(l *levels, above, now *row) {
	n := &now.indicator
	var begins1, begins2 bool
	n.Level1, begins1 = l.at(now.at, words.Level1)
	n.Level2, begins2 = l.at(now.at, words.Level2)
	if above == nil || begins1 {
		now.begins = begins1 || begins2
		return
	}
	if n.Level1.Text == "" && n.Level1.Present() && !l.merged[words.Level1] {
		n.Level1 = above.indicator.Level1
	}
	if n.Level2.Text == "" && n.Level2.Present() && !l.merged[words.Level2] && n.Level1.At == above.indicator.Level1.At {
		n.Level2 = above.indicator.Level2
	}
	now.begins = begins2
}

var unusedName = lazy.New(`^(指标\d*|\.+|…+|⋯+|-+|[—⸺⸻]+|/|\d*)[:：.]?$`)

// isUnused tells a row of the template that nobody filled in.
func isUnused(n fuhe.Indicator) bool {
	filled := slices.ContainsFunc([]fuhe.Cell{n.Target, n.Actual, n.Weight, n.Score, n.Deviation}, func(c fuhe.Cell) bool { return c.Text != "" })
	return !filled && unusedName.MatchString(words.Squeeze(n.Name.Text))
}
