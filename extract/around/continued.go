package around

import (
	"slices"

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
