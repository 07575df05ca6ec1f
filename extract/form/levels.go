package form

import (
	"strings"

	"fuhe"
)

// levels tells which first- and second-level name stands for each row: printed in a merged cell, printed once with blank
// cells below it, or cut by a page edge.
type levels struct {
	view   *view
	block  *block
	merged map[field]bool // names of this level are merged over their rows: a blank cell is blank, not "as above"
	any    bool           // names of some level are merged over their rows, as far as can be seen
	suffix map[field]bool // names of this level end in 指标, by which a cut one is told
}

const levelSuffix = "指标"

func newLevels(v *view, b *block) *levels {
	l := &levels{view: v, block: b, merged: map[field]bool{}, suffix: map[field]bool{}}
	blanks := 0 // cells that may say "as above"
	for _, fd := range []field{level1, level2} {
		col := b.columns.find(fd)
		if col == nil {
			continue
		}
		for r := b.from; r < b.to; r++ {
			c := v.at(r, col.from)
			if c == nil || c.row != r || c.right() > col.to {
				continue
			}
			l.any = l.any || c.rowspan > 1
			switch {
			case c.text != "":
				l.merged[fd] = l.merged[fd] || c.rowspan > 1
				l.suffix[fd] = l.suffix[fd] || strings.HasSuffix(c.heading.key, levelSuffix)
			case !v.breaks[c.row] && !v.breaks[c.bottom()+1]:
				blanks++
			}
		}
	}
	if blanks == 0 && !v.grid.Spaced {
		l.any = true // every row has its name: a blank one at a page edge was cut
	}
	return l
}

// at is the name of a level in a row; new reports that it does not merely go on from the row above.
func (l *levels) at(r int, fd field) (entry fuhe.Cell, new bool) {
	col := l.block.columns.find(fd)
	if col == nil {
		return fuhe.Cell{}, false
	}
	v := l.view
	c := v.at(r, col.from)
	if c == nil {
		return v.entry(nil, r, col.from), false
	}
	first := l.part(c, col, -1) // the part of the cell on the page before
	if first != nil {
		return fuhe.NewCell(l.whole(first, c, fd), printedPart(first, c).at), false
	}
	if next := l.part(c, col, +1); next != nil {
		switch {
		case c.blank() && !next.blank() && l.any:
			return next.entry(), c.row == r
		case !c.blank() && l.cut(c, next, fd):
			return fuhe.NewCell(l.whole(c, next, fd), c.at), c.row == r
		}
	}
	return v.entry(c, r, col.from), c.row == r && !c.blank()
}

// part is the other half of a cell that a page edge cuts: the cell in the same columns on the page before (-1) or behind
// (+1), when both are one. Two names that are both whole are two cells, unless they say the same.
func (l *levels) part(c *cell, col *column, way int) *cell {
	edge := c.row
	if way > 0 {
		edge = c.bottom() + 1
	}
	if !l.view.breaks[edge] {
		return nil
	}
	other := l.view.at(edge-1, col.from)
	if way > 0 {
		other = l.view.at(edge, col.from)
	}
	wide := func(c *cell) bool { return c.right() > col.to && !c.blank() } // a subtotal is no level
	if other == nil || other.col != c.col || wide(other) || wide(c) || edge-1 < l.block.from {
		return nil
	}
	first, second := other, c
	if way > 0 {
		first, second = c, other
	}
	switch {
	case second.blank() && first.blank():
		return nil
	case second.blank() || first.heading.key == second.heading.key:
		return other
	case first.blank():
		if l.any {
			return other
		}
	case l.cut(first, second, col.field):
		return other
	}
	return nil
}

// cut reports whether two texts are the halves of one name, or a name and the points behind it.
func (l *levels) cut(first, second *cell, fd field) bool {
	a, b := first.heading.key, second.heading.key
	if open := squeeze(first.text); strings.Count(open, "(") > strings.Count(open, ")") && strings.Contains(squeeze(second.text), ")") && pointsNote.MatchString(first.text+second.text) {
		return true
	}
	if a != "" && len(first.heading.notes) == 0 && (b == "" && len(second.heading.notes) > 0 || !levelWord.MatchString(a) && levelWord.MatchString(a+b)) {
		return true
	}
	return l.suffix[fd] && a != "" && b != "" && a != b && !strings.HasSuffix(a, levelSuffix) && strings.HasSuffix(a+b, levelSuffix) && len(first.heading.notes) == 0
}

// printedPart is the half that holds the text, the first one when both do.
func printedPart(first, second *cell) *cell {
	if first.blank() {
		return second
	}
	return first
}

func (l *levels) whole(first, second *cell, fd field) string {
	switch {
	case first.blank():
		return second.text
	case l.cut(first, second, fd):
		return first.text + second.text
	}
	return first.text
}
