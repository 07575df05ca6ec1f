package html

import (
	"slices"

	"golang.org/x/net/html"

	"fuhe"
)

// Cells and rows that a style takes out of their table, or may: what stands behind them may be seen under other headings.

// isLoose reports whether an element is no part of its table any more.
func (s *shown) isLoose(part string) bool {
	return !s.none && (s.box.absolute || s.floats || s.display != "" && s.display != part)
}

// doubtMoved puts in doubt the figures that may be seen elsewhere: in rows that are loose where others are not, behind cells
// that are out of their row, beside one another, and behind those that may take no place where not all rows have one there.
func (t *table) doubtMoved() {
	var rows []*row
	for _, s := range t.sections {
		for _, r := range s.rows {
			if !r.none && len(r.cells) > 0 {
				rows = append(rows, r)
			}
		}
	}
	held := func(r *row) bool { return !r.isLoose("table-row") }
	whole := func(r *row) bool {
		return slices.ContainsFunc(r.cells, func(c *cell) bool { return !c.isLoose("table-cell") })
	}
	some, all := slices.ContainsFunc(rows, held), !slices.ContainsFunc(rows, whole)
	for i, r := range rows {
		moved := r.behindLoose()
		switch {
		case some && !held(r):
			moved = r.cells
		case all:
			moved = nil
		}
		if doubt(moved); slices.ContainsFunc(moved, merges) || slices.ContainsFunc(r.cells, func(c *cell) bool { return merges(c) && c.isLoose("table-cell") }) {
			for _, below := range rows[i:] {
				doubt(below.cells)
			}
			break
		}
	}
	doubtUnplaced(rows)
}

// merges reports whether a cell goes over more rows than its own.
func merges(c *cell) bool { return c.rowspan != 1 }

// behindLoose are the cells of a row that are moved by loose ones.
func (r *row) behindLoose() []*cell {
	for i, c := range r.cells {
		switch {
		case i > 0 && c.isLoose("table-cell") && r.cells[i-1].isLoose("table-cell"):
			return r.cells[i:]
		case c.isLoose("table-cell") && (c.box.absolute && c.display != "contents" || c.colspan > 1):
			return r.cells[i+1:]
		}
	}
	return nil
}

// doubtUnplaced puts in doubt what stands behind cells that may take no place.
func doubtUnplaced(rows []*row) {
	places := map[int]bool{}
	var behind []*cell
	for _, r := range rows {
		at := slices.IndexFunc(r.cells, func(c *cell) bool { return c.unplaced })
		if len(r.cells) > 1 {
			places[at] = true
		}
		if at >= 0 {
			behind = append(behind, r.cells[at+1:]...)
		}
	}
	if len(places) > 1 {
		doubt(behind)
	}
}

// doubt puts cells in doubt that hold figures.
func doubt(cells []*cell) {
	for _, c := range cells {
		if c.doubt == nil && slices.ContainsFunc(texts(c.blocks), holdsFigure) {
			c.doubt = fuhe.DoubtStyled
		}
	}
}

// startColumn takes what is said of columns of a table.
func (p *page) startColumn(t html.Token, s shown) {
	n := len(p.tables)
	if n == 0 || p.tables[n-1].rack != nil {
		return
	}
	if s.none {
		return // it is none
	}
	for range spanOf(t, "span", 1, maxColumns) {
		if own := p.tables[n-1]; len(own.columns) < maxColumns {
			own.columns = append(own.columns, s.collapses)
		}
	}
}
