package form

import (
	"slices"

	"fuhe"
)

// block is a part of a form with headings of its own, and the rows under them.
type block struct {
	kind     blockKind
	zone     zone
	from, to int // rows under the headings, to excluded
	columns  columns
}

type blockKind uint8

const (
	moneyBlock blockKind = iota
	goalBlock
	indicatorBlock
)

// findBlocks lists the blocks of some rows of a view in print order.
func findBlocks(v *view, from, to int) []block {
	var out []block
	for r := from; r < to; {
		b, ok := blockAt(v, r, from, to)
		if !ok {
			r++
			continue
		}
		out = append(out, b)
		r = b.zone.bottom + 1
	}
	for i := range out {
		out[i].from, out[i].to = out[i].zone.bottom+1, to
		if i+1 < len(out) {
			out[i].to = out[i+1].zone.top
		}
	}
	return out
}

// blockAt recognises the heading row r of a block.
func blockAt(v *view, r, from, to int) (block, bool) {
	if v.dropped[r] {
		return block{}, false
	}
	row := v.in(r)
	switch {
	case isMoneyHeading(row):
		return widen(v, block{kind: moneyBlock, zone: zone{r, r}}, from, to, &moneyHeadings, 2), true
	case isIndicatorHeading(row):
		return widen(v, block{kind: indicatorBlock, zone: zone{r, r}}, from, to, &indicatorHeadings, 2), true
	case isGoalHeading(row):
		return widen(v, block{kind: goalBlock, zone: zone{r, r}}, r, r+1, &goalHeadings, 2), true
	}
	return block{}, false
}

// fieldsOf are the distinct fields that the headings of a row may stand for, each heading for its surest one.
func fieldsOf(row []*cell, words *vocabulary) []field {
	var out []field
	for _, c := range row {
		for _, cl := range c.claims(words) {
			if cl.field != known && !slices.Contains(out, cl.field) {
				out = append(out, cl.field)
				break
			}
		}
	}
	return out
}

// isMoneyHeading wants two of budget, executed and rate, an amount among them, and no figure: "预算数 | 100" is a label
// with its value.
func isMoneyHeading(row []*cell) bool {
	amounts, others := 0, 0
	for _, f := range fieldsOf(row, &moneyHeadings) {
		switch f {
		case initial, adjusted, executed:
			amounts++
		case rate:
			others++
		}
	}
	return amounts > 0 && amounts+others >= 2 && !hasFigure(row)
}

// isIndicatorHeading wants the name of a level or of the indicator, and target, actual value, points: three headings in all.
func isIndicatorHeading(row []*cell) bool {
	fs := fieldsOf(row, &indicatorHeadings)
	named, judged := 0, 0
	for _, f := range fs {
		switch f {
		case level1, level2, name:
			named++
		default:
			judged++
		}
	}
	return named > 0 && named+judged >= 3 && !hasFigure(row)
}

// isGoalHeading wants the goal and what was reached side by side.
func isGoalHeading(row []*cell) bool {
	fs := fieldsOf(row, &goalHeadings)
	return len(row) <= 4 && slices.Contains(fs, expected) && slices.Contains(fs, reached)
}

func hasFigure(row []*cell) bool {
	for _, c := range row {
		if _, ok := fuhe.ParseNumber(c.text); ok {
			return true
		}
	}
	return false
}

// widen takes the other rows of a heading that is printed in two or three: those its cells reach into, and neighbours
// that hold headings of the same block and no figure.
func widen(v *view, b block, from, to int, words *vocabulary, least int) block {
	for grown := true; grown; {
		grown = false
		reach := map[int]int{} // last row → headings that go down to it
		for k := 0; k < len(v.cols); k++ {
			if c := v.at(b.zone.top, k); isHeading(c, words) && c.row < b.zone.top && c.row >= from {
				b.zone.top, grown = c.row, true
			}
			if c := v.at(b.zone.bottom, k); isHeading(c, words) && c.right() == k && c.bottom() > b.zone.bottom && c.bottom() < to {
				reach[c.bottom()]++
			}
		}
		for bottom, n := range reach {
			if n > 1 && bottom > b.zone.bottom { // one alone is the caption that runs down beside the block
				b.zone.bottom, grown = bottom, true
			}
		}
		if headingRow(v, b.zone.top-1, from, to, words, least) {
			b.zone.top, grown = b.zone.top-1, true
		}
		if headingRow(v, b.zone.bottom+1, from, to, words, least) {
			b.zone.bottom, grown = b.zone.bottom+1, true
		}
	}
	b.columns = readColumns(v, b.zone, words)
	return b
}

func isHeading(c *cell, words *vocabulary) bool {
	return !c.blank() && len(c.claims(words)) > 0
}

func headingRow(v *view, r, from, to int, words *vocabulary, least int) bool {
	if r < from || r >= to || v.dropped[r] {
		return false
	}
	row := v.in(r)
	if words != &goalHeadings && isGoalHeading(row) {
		return false // goals that nobody wrote stand right over the indicators
	}
	return len(fieldsOf(row, words)) >= least && !hasFigure(row) && len(v.labelsIn(r)) == 0
}
