package form

import (
	"strings"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

// levels tells which first- and second-level name stands for each row: printed in a merged cell, printed once with blank
// cells below it, or cut by a page edge.
type levels struct {
	view   *view.View
	block  *view.Block
	merged map[words.Field]bool // names of this level are merged over their rows: a blank cell is blank, not "as above"
	any    bool                 // names of some level are merged over their rows, as far as can be seen
	suffix map[words.Field]bool // names of this level end in 指标, by which a cut one is told
}

const levelSuffix = "指标"

func newLevels(v *view.View, b *view.Block) *levels {
	l := &levels{view: v, block: b, merged: map[words.Field]bool{}, suffix: map[words.Field]bool{}}
	blanks := 0 // cells that may say "as above"
	for _, fd := range []words.Field{words.Level1, words.Level2} {
		col := b.Columns.Find(fd)
		if col == nil {
			continue
		}
		for r := b.From; r < b.To; r++ {
			c := v.At(r, col.From)
			if c == nil || c.Row != r || c.Right() > col.To {
				continue
			}
			l.any = l.any || c.RowSpan > 1
			switch {
			case c.Text != "":
				l.merged[fd] = l.merged[fd] || c.RowSpan > 1
				l.suffix[fd] = l.suffix[fd] || strings.HasSuffix(c.Heading.Key, levelSuffix)
			case !v.Breaks[c.Row] && !v.Breaks[c.Bottom()+1]:
				blanks++
			}
		}
	}
	if blanks == 0 && !v.Grid.Spaced {
		l.any = true // every row has its name: a blank one at a page edge was cut
	}
	return l
}

// at is the name of a level in a row; new reports that it does not merely go on from the row above.
func (l *levels) at(r int, fd words.Field) (entry fuhe.Cell, new bool) {
	col := l.block.Columns.Find(fd)
	if col == nil {
		return fuhe.Cell{}, false
	}
	v := l.view
	c := v.At(r, col.From)
	if c == nil {
		return v.Entry(nil, r, col.From), false
	}
	first := l.part(c, col, -1) // the part of the cell on the page before
	if first != nil {
		return fuhe.NewCell(l.whole(first, c, fd), printedPart(first, c).At), false
	}
	if next := l.part(c, col, +1); next != nil {
		switch {
		case c.Blank() && !next.Blank() && l.any:
			return next.Entry(), c.Row == r
		case !c.Blank() && l.cut(c, next, fd):
			return fuhe.NewCell(l.whole(c, next, fd), c.At), c.Row == r
		}
	}
	return v.Entry(c, r, col.From), c.Row == r && !c.Blank()
}

// part is the other half of a cell that a page edge cuts: the cell in the same columns on the page before (-1) or behind
// (+1), when both are one. Two names that are both whole are two cells, unless they say the same.
func (l *levels) part(c *view.Cell, col *view.Column, way int) *view.Cell {
	edge := c.Row
	if way > 0 {
		edge = c.Bottom() + 1
	}
	if !l.view.Breaks[edge] {
		return nil
	}
	other := l.view.At(edge-1, col.From)
	if way > 0 {
		other = l.view.At(edge, col.From)
	}
	wide := func(c *view.Cell) bool { return c.Right() > col.To && !c.Blank() } // a subtotal is no level
	if other == nil || !level(other, c, col) || wide(other) || wide(c) || edge-1 < l.block.From {
		return nil
	}
	first, second := other, c
	if way > 0 {
		first, second = c, other
	}
	switch {
	case second.Blank() && first.Blank():
		return nil
	case second.Blank() || first.Heading.Key == second.Heading.Key:
		return other
	case first.Blank():
		if l.any {
			return other
		}
	case l.cut(first, second, col.Field):
		return other
	}
	return nil
}

// level reports whether two cells begin at the same column; a blank one may take in the caption beside the names, too.
func level(a, b *view.Cell, col *view.Column) bool {
	return a.Col == b.Col || a.Col == col.From && b.Blank() && b.Col < col.From || b.Col == col.From && a.Blank() && a.Col < col.From
}

// cut reports whether two texts are the halves of one name, or a name and the points behind it.
func (l *levels) cut(first, second *view.Cell, fd words.Field) bool {
	a, b := first.Heading.Key, second.Heading.Key
	if open := words.Squeeze(first.Text); strings.Count(open, "(") > strings.Count(open, ")") && strings.Contains(words.Squeeze(second.Text), ")") && pointsNote.MatchString(first.Text+second.Text) {
		return true
	}
	if a != "" && len(first.Heading.Notes) == 0 && (b == "" && len(second.Heading.Notes) > 0 || !words.LevelWord.MatchString(a) && words.LevelWord.MatchString(a+b)) {
		return true
	}
	return l.suffix[fd] && a != "" && b != "" && a != b && !strings.HasSuffix(a, levelSuffix) && strings.HasSuffix(a+b, levelSuffix) && len(first.Heading.Notes) == 0
}

// printedPart is the half that holds the text, the first one when both do.
func printedPart(first, second *view.Cell) *view.Cell {
	if first.Blank() {
		return second
	}
	return first
}

func (l *levels) whole(first, second *view.Cell, fd words.Field) string {
	switch {
	case first.Blank():
		return second.Text
	case l.cut(first, second, fd):
		return first.Text + second.Text
	}
	return first.Text
}
