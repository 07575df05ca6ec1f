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
		if !c.none && len(c.blocks) > 0 {
			return false
		}
		text = text || len(c.blocks) > 0 || len(c.unseen) > 0
	}
	return text
}

// unhide has the cells of a hidden row stand in it with what they hold.
func (r *row) unhide() {
	for _, c := range r.cells {
		if len(c.blocks) == 0 && len(c.unseen) > 0 {
			c.blocks = []flow.Block{{Text: strings.Join(c.unseen, "")}}
		}
		if r.none || c.none {
			c.rowspan, c.none = 1, false // it goes over no row that is shown
		}
	}
}

// merged is a cell that goes over rows, up to the one in which it ends.
type merged struct {
	*cell
	end int
}

// reach has merged cells go over the hidden rows between those that they are merged over: they count rows that take a place.
func reach(rows []*row) {
	if !slices.ContainsFunc(rows, func(r *row) bool { return r.none }) {
		return
	}
	full := 0
	for _, r := range rows {
		full = max(full, r.width())
	}
	var over []*merged
	for i, r := range rows {
		over = slices.DeleteFunc(over, func(m *merged) bool { return m.end < i })
		if r.none {
			r.reached(over, i, full)
			continue
		}
		for _, c := range r.cells {
			if c.rowspan > 1 && len(over) < maxColumns {
				over = append(over, &merged{c, i + c.rowspan})
			}
		}
	}
}

// reached has merged cells go over a hidden row, those that end above it only where it has room for them.
func (r *row) reached(over []*merged, at, full int) {
	width := r.width()
	for _, m := range over {
		if m.end > at {
			width += m.colspan
		}
	}
	for _, m := range over {
		if m.end == at {
			if width += m.colspan; width > full {
				return
			}
		}
		m.end++
		m.rowspan++
	}
}

func (r *row) width() int {
	width := 0
	for _, c := range r.cells {
		width += c.colspan
	}
	return width
}

// leave is what nobody sees in a cell that is shown. A figure that nobody sees is not blank.
func (c *cell) leave() []string {
	if c.doubt == nil && len(c.blocks) == 0 && (c.lost || slices.ContainsFunc(c.unseen, holdsFigure)) {
		c.doubt = fuhe.DoubtUnseen
	}
	return c.unseen
}
