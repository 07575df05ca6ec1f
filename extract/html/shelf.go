package html

import (
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/flow"
)

// What becomes of boxes side by side: rows of a table, or what stands in them one below the other.

// hand gives to the cell around a rack what was found beside the text of its boxes.
func (c *cell) hand(boxes []*cell) {
	for _, b := range boxes {
		c.struck = c.struck || b.struck
		c.unseen = append(c.unseen, b.unseen...)
		if c.instead == nil {
			c.instead = b.instead
		}
		if c.doubt == nil {
			c.doubt = b.doubt
		}
	}
}

// shelve turns a rack that ended into what is shown: rows of boxes that may be part of a table, or what stands in them.
func (p *page) shelve(t *table) {
	cells := t.row.cells
	if c := p.open(); c != nil {
		c.hand(cells)
	}
	if t.rack.reversed {
		slices.Reverse(cells)
	}
	if len(cells) < 2 || t.rack.columns == 1 || slices.ContainsFunc(cells, func(c *cell) bool { return p.laysOut(c.blocks) }) {
		for _, c := range cells {
			*t.around = append(*t.around, c.blocks...)
		}
		return
	}
	for _, c := range cells {
		c.blocks = unracked(c.blocks)
		t.rack.widths = append(t.rack.widths, c.setting.width)
	}
	t.rack.wrap()
	var out *flow.Table
	if t.rack.columns > 1 {
		out = t.gridded()
	}
	if out == nil {
		out = t.laidOut()
	}
	if p.racks == nil {
		p.racks = map[*flow.Table]*rack{}
	}
	p.racks[out] = t.rack
	*t.around = append(*t.around, flow.Block{Table: out})
}

// laysOut reports whether blocks hold a table, or more than one row of boxes: what holds them lays out the page.
func (p *page) laysOut(blocks []flow.Block) bool {
	rows := 0
	for _, b := range blocks {
		if b.Table == nil {
			continue
		}
		if p.racks[b.Table] == nil {
			return true
		}
		rows += b.Table.Rows
	}
	return rows > 1
}

// unracked are blocks with what stands in boxes in the place of their tables.
func unracked(blocks []flow.Block) []flow.Block {
	if !slices.ContainsFunc(blocks, func(b flow.Block) bool { return b.Table != nil }) {
		return blocks
	}
	var out []flow.Block
	for _, b := range blocks {
		if b.Table == nil {
			out = append(out, b)
			continue
		}
		for _, c := range b.Table.Cells {
			out = append(out, c.Blocks...)
		}
	}
	return out
}

// racked are blocks with the rows of boxes in them joined to tables.
func (p *page) racked(blocks []flow.Block) []flow.Block {
	if len(p.racks) == 0 {
		return blocks
	}
	var out, run []flow.Block
	for _, b := range append(slices.Clone(blocks), flow.Block{}) {
		if b.Table != nil && p.racks[b.Table] != nil {
			run = append(run, b)
			continue
		}
		if len(run) > 0 {
			out = append(out, p.tableOf(run)...)
			run = nil
		}
		if b.Table != nil || b.Text != "" {
			out = append(out, b)
		}
	}
	return out
}

// tableOf is the table of rows of boxes that follow one another; what stands in them where they are none.
func (p *page) tableOf(run []flow.Block) []flow.Block {
	out := &flow.Table{}
	sure, figures := true, 0
	first := p.racks[run[0].Table]
	for _, b := range run {
		r := p.racks[b.Table]
		sure = sure && !r.unsure && b.Table.Cols == run[0].Table.Cols && first.fits(r)
		for _, c := range b.Table.Cells {
			c.Row += out.Rows
			out.Cells = append(out.Cells, c)
			if _, ok := fuhe.ParseNumber(strings.Join(texts(c.Blocks), "")); ok {
				figures++
			}
		}
		out.Rows += b.Table.Rows
		out.Cols = max(out.Cols, b.Table.Cols)
		out.Notes = append(out.Notes, b.Table.Notes...)
		if out.Unsure == "" {
			out.Unsure = b.Table.Unsure
		}
	}
	switch {
	case out.Cols < 2 || sure && out.Rows < 2 || !sure && figures < boxedFigures:
		return unracked(run)
	case !sure:
		out.Unsure = "a table of boxes side by side, and which of them stand under each other is not known"
	}
	return []flow.Block{{Table: out}}
}

// fits reports whether the columns of one rack stand under those of another.
func (r *rack) fits(o *rack) bool {
	if r.shape != o.shape || len(r.widths) != len(o.widths) && r.columns == 0 {
		return false
	}
	for i := range min(len(r.widths), len(o.widths)) {
		if a, b := r.widths[i], o.widths[i]; r.columns == 0 && a != b && a != "" && b != "" {
			return false
		}
	}
	return true
}
