package html

import (
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/flow"
)

// Rows that a page hides: those between rows that are shown may be part of the sums, as in worksheets.

// isHidden reports whether nobody sees a row, or anything in it.
func (r *row) isHidden() bool {
	if r.none {
		return true
	}
	text := false
	for _, c := range r.cells {
		if !c.none && !c.blank && !r.blank && len(c.blocks) > 0 {
			return false
		}
		text = text || len(c.blocks) > 0 || len(c.unseen) > 0
	}
	return text
}

// holdsFigure reports whether a cell of a row is a figure.
func (r *row) holdsFigure() bool {
	return slices.ContainsFunc(r.cells, func(c *cell) bool {
		_, ok := fuhe.ParseNumber(strings.Join(append(textsOf([]*cell{c}), c.unseen...), ""))
		return ok
	})
}

// keepFigures keeps the hidden rows with figures between rows that are shown: whether the sums count them is not known.
func (t *table) keepFigures() {
	var waiting []*row
	shown := false
	for _, s := range t.ordered() {
		for _, r := range s.rows {
			switch {
			case len(r.cells) == 0: // of merged cells only
			case !r.isHidden():
				for _, w := range waiting {
					w.keep()
				}
				waiting, shown = nil, true
			case shown && r.holdsFigure():
				waiting = append(waiting, r)
			}
		}
	}
}

// reach has merged cells go over the kept rows between those that they are merged over: they count rows that take a place.
func reach(rows []*row) {
	full := 0
	for i, r := range rows {
		width := 0
		for _, c := range r.cells {
			width += c.colspan
		}
		full = max(full, width)
		if !r.kept || !r.none {
			continue
		}
		var ending []*cell
		for j, above := range rows[:i] {
			for _, c := range above.cells {
				switch {
				case c.rowspan > i-j:
					c.rowspan++
					width += c.colspan
				case c.rowspan == i-j && c.rowspan > 1:
					ending = append(ending, c)
				}
			}
		}
		for _, c := range ending {
			if width+c.colspan <= full { // the row has room for it
				c.rowspan++
				width += c.colspan
			}
		}
	}
}

// keep keeps a hidden row, in doubt.
func (r *row) keep() {
	r.kept = true
	for _, c := range r.cells {
		if len(c.blocks) == 0 && len(c.unseen) > 0 {
			c.blocks = []flow.Block{{Text: strings.Join(c.unseen, "")}}
		}
		c.doubt = fuhe.DoubtHidden
	}
}

// leave leaves out of a cell what nobody sees, and returns it. A figure that nobody sees is not blank.
func (c *cell) leave(r *row) []string {
	hidden := textsOf([]*cell{c})
	switch {
	case r.kept:
		return hidden
	case r.blank || c.blank:
		c.blocks = nil
	default:
		hidden = nil
	}
	hidden = append(hidden, c.unseen...)
	if c.doubt == nil && len(c.blocks) == 0 && (c.lost || slices.ContainsFunc(hidden, holdsFigure)) {
		c.doubt = fuhe.DoubtUnseen
	}
	return hidden
}
