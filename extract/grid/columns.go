package grid

import "slices"

// JoinColumns joins two tables of one page that stand side by side, the columns of which are the same: b goes on where a ends at the
// foot of a column of the page. False when it does not.
func JoinColumns(a, b Grid) (Grid, bool) {
	if !Beside(&a, &b) || a.Rows == 0 || b.Rows == 0 {
		return a, false
	}
	edges, aCols, bCols, united := unite(&a, &b)
	if !united || len(edges) > max(len(a.Edges), len(b.Edges)) {
		return a, false // nothing is laid out anew between columns: one has borders that the other has
	}
	s, goesOn := onColumnsOfBoth(&a, &b, edges, aCols, bCols)
	if !goesOn {
		return a, false
	}
	s.own()
	out := s.whole()
	out.columns++
	out.Above = slices.Concat(a.Above, b.Above)
	out.Below = slices.Concat(a.Below, b.Below)
	return out, true
}

// Beside reports whether b stands right of a on the same page, and begins above its lower end.
func Beside(a, b *Grid) bool {
	return a.Page != 0 && a.Page == b.Page && len(a.Breaks) == a.columns && len(b.Breaks) == 0 && right(a) <= left(b) && b.Box[1] < a.Box[3]
}

// pagesOfTwins are the pages on which tables of one kind stand side by side, each of which may go on on the next page.
func pagesOfTwins(grids []Grid) map[int]bool {
	out := make(map[int]bool)
	for i := range grids {
		b := &grids[i]
		for k := i - 1; k >= 0 && grids[k].Page == b.Page && !out[b.Page]; k-- {
			if Beside(&grids[k], b) {
				x, y := indexRows(&grids[k]), indexRows(b)
				out[b.Page] = startsAnew(x, y, repeatedRows(x, y))
			}
		}
	}
	return out
}

// goesOnFrom is the one among grids, in which tables are joined already, that one on the next page may go on from: the last one, when
// that is the first of its page; where twins stand side by side the last one over it. -1 when there is none.
func goesOnFrom(grids []Grid, g *Grid, twins map[int]bool) int {
	if n := len(grids) - 1; !twins[g.Page] && !twins[g.Page-1] {
		if g.Table != 1 {
			return -1
		}
		return n
	}
	for k := len(grids) - 1; k >= 0 && lastPage(&grids[k]) >= g.Page-1; k-- {
		if a := &grids[k]; left(a) < right(g) && right(a) > left(g) {
			if 2*(min(right(a), right(g))-max(left(a), left(g))) > max(right(a)-left(a), right(g)-left(g)) && lastPage(a) == g.Page-1 {
				return k
			}
			return -1 // of this column
		}
	}
	return -1
}

func left(g *Grid) float64 {
	if len(g.Edges) == 0 {
		return g.Box[0]
	}
	return g.Edges[0]
}

func right(g *Grid) float64 {
	if len(g.Edges) == 0 {
		return g.Box[2]
	}
	return g.Edges[len(g.Edges)-1]
}
