package view

import (
	"slices"

	"fuhe"
	"fuhe/extract/form/words"
)

// Block is a part of a form with headings of its own, and the rows under them.
type Block struct {
	Kind     BlockKind
	Zone     Zone
	From, To int // rows under the headings, to excluded
	Columns  Columns
}

type BlockKind uint8

const (
	Money BlockKind = iota
	Goals
	Indicators
)

// FindBlocks lists the blocks of some rows of a view in print order.
func FindBlocks(v *View, from, to int) []Block {
	var out []Block
	for r := from; r < to; {
		b, ok := blockAt(v, r, from, to)
		if !ok {
			r++
			continue
		}
		out = append(out, b)
		r = b.Zone.Bottom + 1
	}
	for i := range out {
		out[i].From, out[i].To = out[i].Zone.Bottom+1, to
		if i+1 < len(out) {
			out[i].To = out[i+1].Zone.Top
		}
	}
	return out
}

// blockAt recognises the heading row r of a block.
func blockAt(v *View, r, from, to int) (Block, bool) {
	if v.Dropped[r] {
		return Block{}, false
	}
	row := v.In(r)
	switch {
	case isMoneyHeading(row):
		return widen(v, Block{Kind: Money, Zone: Zone{r, r}}, from, to, &words.Money, 2), true
	case IsIndicatorHeading(row):
		return widen(v, Block{Kind: Indicators, Zone: Zone{r, r}}, from, to, &words.Indicators, 2), true
	case isGoalHeading(row):
		return widen(v, Block{Kind: Goals, Zone: Zone{r, r}}, r, r+1, &words.Goals, 2), true
	}
	return Block{}, false
}

// fieldsIn are the distinct fields that the headings of a row may stand for, each heading for its surest one.
func fieldsIn(row []*Cell, vocab *words.Vocabulary) []words.Field {
	var out []words.Field
	for _, c := range row {
		for _, cl := range c.Claims(vocab) {
			if !cl.Field.Aside() && !slices.Contains(out, cl.Field) {
				out = append(out, cl.Field)
				break
			}
		}
	}
	return out
}

// isMoneyHeading wants two of budget, executed and rate, an amount among them, and no figure: "预算数 | 100" is a label
// with its value.
func isMoneyHeading(row []*Cell) bool {
	amounts, others := 0, 0
	for _, f := range fieldsIn(row, &words.Money) {
		switch f {
		case words.Initial, words.Adjusted, words.Executed:
			amounts++
		case words.Rate:
			others++
		}
	}
	return amounts > 0 && amounts+others >= 2 && !figureBehind(row, &words.Money)
}

// IsIndicatorHeading wants the name of a level or of the indicator, and target, actual value, points: three headings in all.
func IsIndicatorHeading(row []*Cell) bool {
	fs := fieldsIn(row, &words.Indicators)
	named, judged := 0, 0
	for _, f := range fs {
		switch f {
		case words.Level1, words.Level2, words.Name:
			named++
		default:
			judged++
		}
	}
	return named > 0 && named+judged >= 3 && !figureBehind(row, &words.Indicators)
}

// isGoalHeading wants the goal and what was reached side by side.
func isGoalHeading(row []*Cell) bool {
	fs := fieldsIn(row, &words.Goals)
	return len(row) <= 4 && slices.Contains(fs, words.Expected) && slices.Contains(fs, words.Reached)
}

// figureBehind reports whether a figure stands behind the first heading of a row. One in the corner left of all headings
// strayed there.
func figureBehind(row []*Cell, vocab *words.Vocabulary) bool {
	for i, c := range row {
		if len(c.Claims(vocab)) > 0 {
			return HasFigure(row[i:])
		}
	}
	return HasFigure(row)
}

func HasFigure(row []*Cell) bool {
	for _, c := range row {
		if _, ok := fuhe.ParseNumber(c.Text); ok {
			return true
		}
	}
	return false
}

// widen takes the other rows of a heading that is printed in two or three: those its cells reach into, and neighbours
// that hold headings of the same block and no figure.
func widen(v *View, b Block, from, to int, vocab *words.Vocabulary, least int) Block {
	for grown := true; grown; {
		grown = false
		reach := map[int]int{} // last row → headings that go down to it
		for k := 0; k < len(v.Cols); k++ {
			if c := v.At(b.Zone.Top, k); isHeading(c, vocab) && c.Row < b.Zone.Top && c.Row >= from {
				b.Zone.Top, grown = c.Row, true
			}
			if c := v.At(b.Zone.Bottom, k); isHeading(c, vocab) && c.Right() == k && c.Bottom() > b.Zone.Bottom && c.Bottom() < to {
				reach[c.Bottom()]++
			}
		}
		for bottom, n := range reach {
			if n > 1 && bottom > b.Zone.Bottom { // one alone is the caption that runs down beside the block
				b.Zone.Bottom, grown = bottom, true
			}
		}
		if headingRow(v, b.Zone.Top-1, from, to, vocab, least) {
			b.Zone.Top, grown = b.Zone.Top-1, true
		}
		if headingRow(v, b.Zone.Bottom+1, from, to, vocab, least) {
			b.Zone.Bottom, grown = b.Zone.Bottom+1, true
		}
	}
	b.Columns = readColumns(v, b.Zone, vocab)
	return b
}

func isHeading(c *Cell, vocab *words.Vocabulary) bool {
	return !c.Blank() && len(c.Claims(vocab)) > 0
}

func headingRow(v *View, r, from, to int, vocab *words.Vocabulary, least int) bool {
	if r < from || r >= to || v.Dropped[r] {
		return false
	}
	row := v.In(r)
	if vocab != &words.Goals && isGoalHeading(row) || vocab == &words.Money && IsIndicatorHeading(row) {
		return false // goals, or amounts, that nobody wrote stand right over the indicators
	}
	return len(fieldsIn(row, vocab)) >= least && !figureBehind(row, vocab) && !v.labelled(r)
}
