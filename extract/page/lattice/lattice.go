// Package lattice finds the ruled tables of a page: in go the glyphs and rules of a page as it was drawn, out come grids
// with the spans, the box and the text of every cell, and the lines of text above and below them. A table is what rules
// enclose; columns that are only told apart by white space are none, unless their headings are ruled. It opens no file, joins no pages and knows no form.
package lattice

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
	"fuhe/extract/page/typeset"
)

// Find returns the tables of a page, top down, those that stand in columns column by column. The error says why a page was not looked at: it is beyond the budgets.
//
//	rules → lines → tables → cells → glyphs into cells → text
func Find(p page.Page) ([]grid.Grid, error) {
	if len(p.Glyphs) <= typeset.MaxGlyphs {
		if quarters := sideways(p.Glyphs); quarters != 0 {
			return findTurned(p, quarters)
		}
	}
	return find(p)
}

// find returns the tables of a page whose text is upright.
func find(p page.Page) ([]grid.Grid, error) {
	d := desks.Get().(*desk)
	grids, err := d.find(p)
	d.clear()
	desks.Put(d)
	return grids, err
}

func (d *desk) find(p page.Page) ([]grid.Grid, error) {
	if len(p.Rules) > maxRules || len(p.Glyphs) > typeset.MaxGlyphs {
		return nil, fmt.Errorf("page of %d rules and %d characters is beyond the budget", len(p.Rules), len(p.Glyphs))
	}
	if reason := typeset.Misnamed(p.Glyphs); reason != "" {
		p.Incomplete, p.Unsure = true, fmt.Sprintf("%s on page %d", reason, p.Number)
	}
	usual, thick := usualSize(p.Glyphs), d.usualThickness(p.Rules)
	reach := reachOf(thick, usual)
	rules, laid, doubtful := d.withoutLaid(p.Rules, reach, thick)
	across, down := d.mergeRules(rules)
	if len(across)+len(down) > maxLines {
		return nil, fmt.Errorf("page of %d lines is beyond the budget", len(across)+len(down))
	}
	if thick > thickPoints {
		across, down = meet(across, down, shortThickness*thick), meet(down, across, shortThickness*thick)
	}
	across, down, stamps := d.withoutFrames(across, down, reach)
	glyphs := withoutStamped(p, d.Readable(p), append(stamps, laid...))
	order := d.Order(glyphs)
	across, unsure := d.strike(p, glyphs, order, across, down, reach, usual)
	if unsure != "" {
		p.Incomplete, p.Unsure = true, fmt.Sprintf("%s on page %d", unsure, p.Number)
	}
	all, tables, err := d.framed(p, across, down, reach, glyphs)
	if err != nil {
		return nil, err
	}
	outside := takeHanging(d.place(glyphs, p.Clips, tables, usual), tables)
	for _, t := range tables {
		outside = t.takeLabels(outside, tables)
	}
	notice(outside, all, tables, usual)
	tables, spreads := inColumns(tables, outside)
	grids := make([]grid.Grid, len(tables))
	for i, t := range tables {
		t.splitUnruled(d)
		t.splitHeading(d)
		t.splitStacked(d)
		t.doubtLooks(p, usual, doubtful)
		t.write(d)
		grids[i] = t.grid(p, i+1)
	}
	d.countDigits(grids, glyphs, order)
	for i := range spreads {
		outside = spreads[i].around(grids, outside, p)
	}
	around(grids, d.Outside(outside, p))
	return grids, nil
}

// doubtLooks puts cells in doubt for what is drawn in them, beside or over their text.
func (t *table) doubtLooks(p page.Page, usual float64, frames []fuhe.Box) {
	t.doubtDrawn(p)
	t.doubtPale(p, usual)
	t.doubtInks()
	t.doubtRows(frames)
}

// framed are the tables of a page, top down: those that rules enclose, and those that colours do; all of them also those
// that are none.
func (d *desk) framed(p page.Page, across, down []line, reach float64, glyphs []typeset.Glyph) (all, tables []*table, err error) {
	for _, n := range d.connect(across, down, reach) {
		t, err := d.frame(n, reach, glyphs)
		if err != nil {
			return nil, nil, err
		}
		if t != nil {
			all = append(all, t)
		}
	}
	tables = keepTables(all, p, glyphs)
	more, err := d.coloured(p, tables, across, down, reach, glyphs)
	if err != nil {
		return nil, nil, err
	}
	if len(more) > 0 {
		all, tables = append(all, more...), append(tables, more...)
		slices.SortStableFunc(tables, topDown)
	}
	if len(tables) == 0 {
		if t := pageful(p, across, down, reach); t != nil {
			all, tables = append(all, t), append(tables, t)
		}
	}
	if len(tables) > maxTables {
		return nil, nil, fmt.Errorf("page of %d tables is beyond the budget", len(tables))
	}
	return all, tables, nil
}

// keepTables drops what is no table: a frame around a single text or around other tables, unless it may be the rest of
// a table from the page before.
func keepTables(tables []*table, p page.Page, glyphs []typeset.Glyph) []*table {
	slices.SortStableFunc(tables, topDown)
	var kept []*table
	for i, t := range tables {
		if len(t.cells) > 1 || len(t.cells) == 1 && mayContinue(t, tables, i, p, glyphs) {
			kept = append(kept, t)
		}
	}
	return kept
}

func topDown(a, b *table) int {
	return cmp.Or(cmp.Compare(a.top(), b.top()), cmp.Compare(a.left(), b.left()))
}

// mayContinue reports whether a frame may be the tail of one long cell: the first thing on the page, wide, with text,
// and with no table inside.
func mayContinue(t *table, tables []*table, i int, p page.Page, glyphs []typeset.Glyph) bool {
	wide, high := (t.right()-t.left())/p.Width, (t.bottom()-t.top())/p.Height
	if i > 0 || wide < 0.5 || wide > pageFrameShare && high > pageFrameShare {
		return false
	}
	for _, o := range tables[1:] {
		if o.top() < t.bottom() {
			return false
		}
	}
	inside := false
	for _, g := range glyphs {
		x, y := g.Centre()
		if y < t.top() && y > typeset.HeadShare*p.Height {
			return false
		}
		inside = inside || x > t.left() && x < t.right() && y > t.top() && y < t.bottom()
	}
	return inside
}

// usualSize is the font size most glyphs of a page have.
func usualSize(glyphs []page.Glyph) float64 {
	var room [usualSizes]sizeCount
	counts, all, k := room[:0], 0, 0
	for i := range glyphs {
		size := glyphs[i].Size
		if math.IsNaN(size) || size <= 0 {
			continue
		}
		if k >= len(counts) || counts[k].size != size {
			k = slices.IndexFunc(counts, func(c sizeCount) bool { return c.size == size })
		}
		switch {
		case k >= 0:
		case len(counts) == usualSizes:
			return middleSize(glyphs)
		default:
			k, counts = len(counts), append(counts, sizeCount{size: size})
		}
		counts[k].glyphs++
		all++
	}
	slices.SortFunc(counts, func(a, b sizeCount) int { return cmp.Compare(a.size, b.size) })
	below := 0
	for _, c := range counts {
		if below += c.glyphs; below > all/2 {
			return c.size
		}
	}
	return doublePoints / doubleShare
}

// sizeCount is how many glyphs have a font size.
type sizeCount struct {
	size   float64
	glyphs int
}

// middleSize is the font size in the middle of those of a page.
func middleSize(glyphs []page.Glyph) float64 {
	sizes := make([]float64, 0, len(glyphs))
	for i := range glyphs {
		if size := glyphs[i].Size; size > 0 {
			sizes = append(sizes, size)
		}
	}
	slices.Sort(sizes)
	return sizes[len(sizes)/2]
}

// grid is the table in the shape readers hand on.
func (t *table) grid(p page.Page, n int) grid.Grid {
	g := grid.Grid{
		Page: p.Number, Table: n, Rows: len(t.ys) - 1, Cols: len(t.xs) - 1, Edges: slices.Clone(t.xs), Inferred: t.inferred,
		Box:     fuhe.Box{t.left(), t.top(), t.right(), t.bottom()},
		OpenTop: t.openTop, OpenBottom: t.openBottom,
		Unsure: t.unsure(p),
	}
	g.Cells = make([]grid.Cell, 0, len(t.cells))
	for i := range t.cells {
		c := &t.cells[i]
		box := fuhe.Box{t.xs[c.col], t.ys[c.row], t.xs[c.col+c.cols], t.ys[c.row+c.rows]}
		g.Cells = append(g.Cells, grid.Cell{
			Row: c.row, Col: c.col, RowSpan: c.rows, ColSpan: c.cols, Text: c.text, Marks: c.marks, Struck: c.struck, Doubt: c.doubt,
			At: fuhe.Source{Page: p.Number, Table: n, Ref: fuhe.Ref(c.row, c.col, c.rows, c.cols), Box: box},
		})
	}
	return g
}

// unsure says why the text of a table cannot be relied on.
func (t *table) unsure(p page.Page) string {
	var unknown, hidden int
	for i := range t.cells {
		c := &t.cells[i]
		for k := range c.glyphs {
			g := &c.glyphs[k]
			if g.Text == "" {
				unknown++
			}
			if g.Hidden {
				hidden++
			}
		}
	}
	switch {
	case unknown > 0:
		return fmt.Sprintf("%d characters without Unicode on page %d", unknown, p.Number)
	case p.Incomplete:
		return p.Unsure
	case t.loose > 0:
		return t.looseReason()
	case hidden > 0:
		return fmt.Sprintf("text layer under a picture on page %d", p.Number)
	}
	return ""
}
