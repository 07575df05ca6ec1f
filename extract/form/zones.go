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
		for _, cl := range words.claims(c.heading.key) {
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
		for k := 0; k < len(v.cols); k++ {
			for _, r := range []int{b.zone.top, b.zone.bottom} {
				c := v.at(r, k)
				if c.blank() || len(words.claims(c.heading.key)) == 0 {
					continue
				}
				if c.row < b.zone.top && c.row >= from {
					b.zone.top, grown = c.row, true
				}
				if c.bottom() > b.zone.bottom && c.bottom() < to && c.colspan < len(v.cols) && !captions(v, c, b.zone) {
					b.zone.bottom, grown = c.bottom(), true
				}
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

// captions tells the caption that runs down the side of a block from a heading over two rows: cells with text that is no
// heading stand beside it below the heading row.
func captions(v *view, c *cell, z zone) bool {
	for r := z.bottom + 1; r <= c.bottom(); r++ {
		row := v.in(r)
		if hasFigure(row) {
			return true
		}
	}
	return c.bottom()-z.bottom > 2
}

func headingRow(v *view, r, from, to int, words *vocabulary, least int) bool {
	if r < from || r >= to || v.dropped[r] {
		return false
	}
	row := v.in(r)
	return len(fieldsOf(row, words)) >= least && !hasFigure(row) && len(v.labelsIn(r)) == 0
}
