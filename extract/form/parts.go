package form

import (
	"slices"
	"sync"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/grid"
)

// table is a grid, with its view and the blocks it holds when they are asked for: most tables of a file are none of a form. It
// may be looked at from several tables at a time.
type table struct {
	grid *grid.Grid

	hinting sync.Once
	hints   words.Hints

	looking sync.Once
	shown   *view.View   // nil when the grid is beyond the budget
	blocks  []view.Block // of all rows
	forms   []segment    // one where there are not several
	holds   parts
	ends    parts // of the last form, when there are several
}

func newTable(g *grid.Grid) *table { return &table{grid: g} }

// parts are the blocks of a form that a table holds.
type parts struct {
	title, owner, money, goals, indicators bool
}

// view is the grid as forms are read from it; nil when it is beyond the budget.
func (t *table) view() *view.View { return t.look().shown }

// parts are what the table holds.
func (t *table) parts() parts { return t.look().holds }

// last are what the last form of the table holds.
func (t *table) last() parts { return t.look().ends }

// look finds the parts when they are first asked for.
func (t *table) look() *table {
	t.looking.Do(t.find)
	return t
}

func (t *table) find() {
	for _, l := range t.grid.Above {
		t.holds.title = t.holds.title || words.IsTitle(l.Text)
	}
	v, ok := view.New(t.grid)
	if !ok {
		return
	}
	v.JoinHeadings()
	v.DropRepeated()
	t.shown = v
	t.blocks = view.FindBlocks(v, 0, len(v.Rows))
	t.forms = split(v, t.blocks)
	t.holds.addRows(v, segment{0, len(v.Rows)}, t.blocks)
	t.ends = t.holds
	if last := t.forms[len(t.forms)-1]; t.holds.indicators && len(t.forms) > 1 {
		t.ends = parts{}
		t.ends.addRows(v, last, t.blocksIn(last))
	}
}

// blocksIn are the blocks of some rows of a table that was looked at, for whoever reads them to change.
func (t *table) blocksIn(s segment) []view.Block {
	if s != (segment{0, len(t.shown.Rows)}) {
		return view.FindBlocks(t.shown, s.from, s.to)
	}
	out := slices.Clone(t.blocks)
	for i := range out {
		out[i].Columns = out[i].Columns.Clone()
	}
	return out
}

// mayBegin reports whether a table may hold what a form begins with, a title or whose form it is.
func (t *table) mayBegin() bool { return t.hint().Has(words.OfTitle | words.OfOwner) }

// mayHoldForm reports whether a table may hold a form, or what looks like one. Where no line stands above it its title may stand
// under the table before.
func (t *table) mayHoldForm(before *grid.Grid) bool {
	return t.hint().Has(words.OfTitle|words.OfIndicators) ||
		before != nil && len(t.grid.Above) == 0 && hintsOfLines(before.Below).Has(words.OfTitle)
}

// hint is what the texts of the table, and those above it, may be.
func (t *table) hint() words.Hints {
	t.hinting.Do(func() { t.hints = hintsOfLines(t.grid.Above)&words.OfTitle | hintsOfCells(t.grid) })
	return t.hints
}

// hintsOfCells are what the cells of a grid may be; texts that are whole are known to name no owner.
func hintsOfCells(g *grid.Grid) (h words.Hints) {
	for i := range g.Cells {
		text := g.Cells[i].Text
		own := words.HintsOf(text)
		if own.Has(words.OfOwner) && !h.Has(words.OfOwner) && len(g.Breaks) == 0 && view.OwnerIn(text) == words.None {
			own &^= words.OfOwner
		}
		h |= own
	}
	return h
}

func hintsOfLines(lines []fuhe.Line) (h words.Hints) {
	for _, l := range lines {
		h |= words.HintsOf(l.Text)
	}
	return h
}

// mayHoldForms reports whether any of the grids may hold a form, alone or put together.
func mayHoldForms(grids []grid.Grid) bool {
	for i := range grids {
		g := &grids[i]
		if (hintsOfLines(g.Above) | hintsOfLines(g.Below)).Has(words.OfTitle) {
			return true
		}
		for k := range g.Cells {
			if words.HintsOf(g.Cells[k].Text).Has(words.OfTitle | words.OfIndicators) {
				return true
			}
		}
	}
	return false
}
