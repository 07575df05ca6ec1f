package around

import (
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
)

// withoutContinued leaves out the lines that say that a table goes on (续表, 转下页), and the title and labels that the
// next page repeats over the headings of the same table: they keep the two from being joined, and say nothing else.
func withoutContinued(grids []grid.Grid) {
	for i := range grids {
		g := &grids[i]
		g.Below = slices.DeleteFunc(slices.Clone(g.Below), func(l fuhe.Line) bool { return toBeGoneOn.MatchString(bare(l.Text)) })
		if i == 0 || g.Table != 1 || g.Page != grids[i-1].Page+1 {
			continue
		}
		above := heads(grids, i-1)
		repeated := sameHeadings(&grids[i-1], g)
		g.Above = slices.DeleteFunc(slices.Clone(g.Above), func(l fuhe.Line) bool {
			s := bare(l.Text)
			plain := againTail.ReplaceAllString(s, "")
			return onward.MatchString(s) || plain != s && (above[plain] || calledTable(plain) && repeated) || repeated && above[s]
		})
	}
}

// heads are the lines over a table, over the pages it goes on from, too.
func heads(grids []grid.Grid, i int) map[string]bool {
	out := map[string]bool{}
	for ; i >= 0; i-- {
		for _, l := range grids[i].Above {
			out[bare(l.Text)] = true
		}
		if grids[i].Table != 1 || i > 0 && grids[i-1].Page != grids[i].Page-1 || len(grids[i].Above) > 0 {
			break
		}
	}
	return out
}

// sameHeadings reports whether two tables begin with the same row of two or more texts.
func sameHeadings(a, b *grid.Grid) bool {
	x, y := rowsOf(a), rowsOf(b)
	if a.Cols != b.Cols || a.Rows == 0 || b.Rows == 0 || len(x.written(0)) < 2 {
		return false
	}
	return slices.EqualFunc(x.written(0), y.written(0), func(p, q *grid.Cell) bool {
		return p.Col == q.Col && bare(p.Text) == bare(q.Text)
	})
}

// joinCutRows puts rows together that the edge of a page cut with a rule drawn at the cut: the first row of the new page
// holds no figure and no label, only the rest of texts that stand in the row before.
func joinCutRows(g *grid.Grid) {
	for b := len(g.Breaks) - 1; b >= 0; b-- {
		row := g.Breaks[b]
		if row <= 0 || row >= g.Rows || !cut(g, row) {
			continue
		}
		merge(g, row)
		for i := b + 1; i < len(g.Breaks); i++ {
			g.Breaks[i]--
		}
	}
}

// cut reports whether a row is the rest of the one before.
func cut(g *grid.Grid, row int) bool {
	upper, rest := map[int]*grid.Cell{}, []*grid.Cell{}
	for i := range g.Cells {
		switch c := &g.Cells[i]; {
		case c.Row < row && c.Row+c.RowSpan > row, c.Row == row && c.RowSpan > 1:
			return false
		case c.Row+c.RowSpan == row:
			upper[c.Col] = c
		case c.Row == row:
			rest = append(rest, c)
		}
	}
	texts := 0
	for _, c := range rest {
		u := upper[c.Col]
		switch {
		case u == nil || u.ColSpan != c.ColSpan:
			return false
		case c.Blank():
			if c.Col == 0 && u.Blank() {
				return false // rows without a label are usual here
			}
		case c.Col == 0 || u.Blank() || u.RowSpan > 1 || strings.ContainsAny(c.Text, "0123456789"):
			return false
		default:
			texts++
		}
	}
	return texts >= cutRowTexts && len(rest) > texts
}

// merge puts the texts of a row behind those of the row before and takes the row out.
func merge(g *grid.Grid, row int) {
	upper := map[int]int{}
	cells := make([]grid.Cell, 0, len(g.Cells))
	for _, c := range g.Cells {
		switch {
		case c.Row+c.RowSpan == row:
			upper[c.Col] = len(cells)
		case c.Row == row:
			u := &cells[upper[c.Col]]
			u.Text = grid.JoinLines([]string{u.Text, c.Text})
			u.Marks = append(slices.Clone(u.Marks), c.Marks...)
			continue
		case c.Row > row:
			c.Row--
		}
		cells = append(cells, c)
	}
	g.Cells, g.Rows = cells, g.Rows-1
}
