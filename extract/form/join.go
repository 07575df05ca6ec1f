package form

import (
	"slices"
	"unicode/utf8"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/grid"
	"fuhe/extract/work"
)

// join puts the parts of a form together: pages of one table, and tables that stand for the blocks of one form.
func join(jobs *work.Jobs, grids []grid.Grid) []*table {
	joined := grid.JoinPages(joinColumns(grids))
	single := make([][]*table, len(joined))
	jobs.Each(len(joined), func(i int) { single[i] = apart(joined[i]) })
	var out []*table
	for _, now := range slices.Concat(single...) {
		n := len(out)
		if n == 0 || !out[n-1].mayBegin() || !follows(out[n-1].grid, now.grid) {
			out = append(out, now)
			continue
		}
		switch before := out[n-1]; {
		case now.completes(before):
			whole := under(*before.grid, *now.grid)
			out[n-1] = newTable(&whole)
		case goesOn(before, now):
			whole := under(*before.grid, *now.grid)
			whole.Breaks = append(whole.Breaks, before.grid.Rows) // the headings met again there are dropped
			out[n-1] = newTable(&whole)
		default:
			out = append(out, now)
		}
	}
	return out
}

// addRows adds what some rows of a table hold.
func (p *parts) addRows(v *view.View, s segment, blocks []view.Block) {
	for r := s.from; r < s.to; r++ {
		p.title = p.title || v.TitleIn(r) != nil
		p.owner = p.owner || v.Names(r) != words.None
	}
	for _, b := range blocks {
		p.money = p.money || b.Kind == view.Money
		p.goals = p.goals || b.Kind == view.Goals
		p.indicators = p.indicators || b.Kind == view.Indicators
	}
}

// completes reports whether a table only holds what the form before it lacks: a form without indicators whose goals or
// indicators come as a table of their own.
func (t *table) completes(before *table) bool {
	b := before.last()
	if !b.title && !b.owner || b.indicators {
		return false
	}
	p := t.parts()
	return !p.title && !p.owner && (p.indicators || p.goals || p.money) && !(p.money && b.money) && !(p.goals && b.goals)
}

// follows reports whether one table stands behind the other in the file: on the same sheet, on the same page or the next.
func follows(a, b *grid.Grid) bool {
	last := lastPage(a)
	return a.Sheet == b.Sheet && (b.Page == last || b.Page == last+1)
}

func lastPage(g *grid.Grid) int {
	last := g.Page
	for _, c := range g.Cells {
		last = max(last, c.At.Page)
	}
	return last
}

// under puts a table under another one. Their columns need not be the same: each block is read by its own headings.
func under(a, b grid.Grid) grid.Grid {
	out := a
	out.Cells = slices.Clone(a.Cells)
	for _, c := range b.Cells {
		c.Row += a.Rows
		out.Cells = append(out.Cells, c)
	}
	out.Breaks = slices.Clone(a.Breaks)
	for _, r := range b.Breaks {
		out.Breaks = append(out.Breaks, r+a.Rows)
	}
	out.Rows, out.Cols = a.Rows+b.Rows, max(a.Cols, b.Cols)
	if !slices.Equal(a.Edges, b.Edges) {
		out.Edges = nil
	}
	out.Below = append(slices.Clone(b.Above), b.Below...)
	out.Scanned = a.Scanned || b.Scanned
	if out.Unsure == "" {
		out.Unsure = b.Unsure
	}
	return out
}

// isRest reports whether a table at the top of the next page looks like the end of a form that was not joined to it: it
// holds a total, names of levels with figures, or, while the form has no total, figures in most of its columns; and no
// headings of its own.
func isRest(a, b *table, open bool) bool {
	if a.grid.Page == 0 || b.grid.Page != lastPage(a.grid)+1 || b.grid.Table != 1 || b.view() == nil || b.parts() != (parts{}) {
		return false
	}
	v := b.view()
	names, figures := 0, 0
	for r := range v.Rows {
		row := v.In(r)
		if len(row) > 1 && words.Totals.MatchString(row[0].Heading.Key) && words.Finals.MatchString(row[0].Heading.Key) && view.HasFigure(row) {
			return true
		}
		if len(row) >= leastShared-1 && view.HasFigure(row) {
			figures++
		}
		for _, c := range row {
			if words.LevelName.MatchString(c.Heading.Key) && view.HasFigure(row) {
				names++
			}
		}
	}
	return names > 1 || open && figures > 0 && onlyScraps(b.grid.Above) && sameColumns(a.grid, b.grid)
}

// onlyScraps reports whether lines are too short for a title: what a page edge left of a name in a merged cell, set outside
// of the table.
func onlyScraps(lines []fuhe.Line) bool {
	n := 0
	for _, l := range lines {
		n += utf8.RuneCountInString(words.Squeeze(l.Text))
	}
	return n <= maxScrapRune
}

// sameColumns reports whether most column borders of b are those of a, in the same places.
func sameColumns(a, b *grid.Grid) bool {
	shared := 0
	for _, x := range b.Edges {
		if slices.ContainsFunc(a.Edges, func(y float64) bool { return x-y < sameBorderPoints && y-x < sameBorderPoints }) {
			shared++
		}
	}
	return shared >= leastShared && 3*shared >= 2*len(b.Edges)
}
