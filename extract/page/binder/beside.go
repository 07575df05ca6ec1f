package binder

import (
	"fmt"
	"fuhe"
	"math"
	"slices"
	"unicode/utf8"

	"fuhe/extract/grid"
)

// JoinSides puts tables together that were too wide for the paper: spreadsheets print the columns that do not fit on
// pages of their own, behind all pages with the columns before. Such a page has one table with the rows of the other, at
// the same heights, other columns, and nothing above it; pieces of a text that was cut between two pages put both in
// doubt instead.
func (b *Binder) JoinSides() {
	b.Book.Grids = b.joinSides(b.Book.Grids)
}

func (b *Binder) joinSides(grids []grid.Grid) []grid.Grid {
	if len(grids) < 2 {
		return grids
	}
	all := make([]side, len(grids))
	for i := range grids {
		all[i] = side{&grids[i], heights(&grids[i])}
	}
	joined := false
	for from := 0; from < len(all); from++ {
		for pages := 1; pages <= maxSidePages && from+2*pages <= len(all); pages++ {
			both := all[from : from+2*pages]
			if !sides(both) {
				continue
			}
			if cut := cutText(both); cut != "" {
				b.doubtSides(both, cut)
				from += 2*pages - 1
				break
			}
			for i := range pages {
				whole := joinSide(both[i], both[pages+i])
				both[i] = side{&whole, heights(&whole)}
			}
			all, joined = slices.Delete(all, from+pages, from+2*pages), true
			pages-- // there may be more columns
		}
	}
	if !joined {
		return grids
	}
	out := make([]grid.Grid, len(all))
	for i := range all {
		out[i] = *all[i].grid
	}
	return out
}

// side is a table that may stand beside another one, with the heights at which its rows end: they are held against those of many.
type side struct {
	grid *grid.Grid
	rows []float64
}

// doubtSides says of tables that belong side by side that a text of them is cut.
func (b *Binder) doubtSides(both []side, cut string) {
	for i := range both {
		g := both[i].grid
		reason := fmt.Sprintf("the columns of this table are printed on pages %d to %d, and a text is cut between them (%s)", both[0].grid.Page, both[len(both)-1].grid.Page, cut)
		if g.Unsure == "" {
			g.Unsure = reason
			b.Unread(fuhe.Source{Page: g.Page, Table: g.Table}, "table %d: %s", g.Table, reason)
		}
	}
}

// cutText is a piece of a text above the second half of tables, which has none of its own; "" when there is none.
func cutText(both []side) string {
	half := len(both) / 2
	for i := range half {
		for _, l := range both[half+i].grid.Above {
			if !acrossBoth(both[i].grid, l) {
				return l.Text
			}
		}
	}
	return ""
}

// acrossBoth reports whether a line above further columns of a is one that a has above itself: a title set across all
// columns is drawn as a whole on every page, at its place on the sheet, and each page shows its part of it.
func acrossBoth(a *grid.Grid, l fuhe.Line) bool {
	wide := a.Box[2] - a.Box[0]
	return slices.ContainsFunc(a.Above, func(o fuhe.Line) bool {
		return o.Text == l.Text && math.Abs(o.At.Box[0]-wide-l.At.Box[0]) <= sidePoints && math.Abs(o.At.Box[1]-l.At.Box[1]) <= sidePoints
	})
}

// pieces reports whether the lines above a table are no more than ends of texts, which go on at the left edge of the
// columns: a short title of its own stands in the middle.
func pieces(a, g *grid.Grid) bool {
	return !slices.ContainsFunc(g.Above, func(l fuhe.Line) bool {
		return !acrossBoth(a, l) && (utf8.RuneCountInString(l.Text) > pieceRunes || l.At.Box[0] > g.Box[0]+pieceLeftPoints)
	})
}

// sides reports whether the second half of some tables holds further columns of the first half, page by page.
func sides(both []side) bool {
	half := len(both) / 2
	for i := range half {
		a, b := both[i], both[half+i]
		if i > 0 && (a.grid.Page != both[i-1].grid.Page+1 || b.grid.Page != both[half+i-1].grid.Page+1) || !alone(both, a.grid) || !alone(both, b.grid) {
			return false
		}
		if i == 0 && b.grid.Page != both[half-1].grid.Page+1 && lastPage(a.grid) != b.grid.Page-1 || !beside(a, b) {
			return false
		}
	}
	return true
}

func lastPage(g *grid.Grid) int {
	last := g.Page
	for _, c := range g.Cells {
		last = max(last, c.At.Page)
	}
	return last
}

// alone reports whether a table is the only one of its page among those.
func alone(among []side, g *grid.Grid) bool {
	n := 0
	for i := range among {
		if among[i].grid.Page == g.Page {
			n++
		}
	}
	return n == 1
}

// beside reports whether b holds further columns of a: the same heights of rows, other columns, nothing above.
func beside(a, b side) bool {
	if a.grid.Rows < leastSideRows || b.grid.Rows < leastSideRows || math.Abs(a.grid.Box[0]-b.grid.Box[0]) > sidePoints || !pieces(a.grid, b.grid) {
		return false
	}
	if sameEdges(a.grid.Edges, b.grid.Edges) && len(a.grid.Above) == 0 {
		return false // may well be the same columns, further down
	}
	return sameHeights(a.rows, b.rows) && !alike(a.grid, b.grid)
}

// sameHeights reports whether the rows of two tables end at the same heights, most of them.
func sameHeights(a, b []float64) bool {
	if len(a) == 0 || len(b) == 0 || math.Abs(a[0]-b[0]) > sidePoints || math.Abs(a[len(a)-1]-b[len(b)-1]) > sidePoints {
		return false
	}
	few, many := a, b
	if len(few) > len(many) {
		few, many = many, few
	}
	if float64(len(few)) < leastSideShare*float64(len(many)) {
		return false
	}
	for _, y := range few {
		if !slices.ContainsFunc(many, func(o float64) bool { return math.Abs(o-y) <= sidePoints }) {
			return false
		}
	}
	return true
}

// alike reports whether two tables are two forms of one kind: a good part of their texts is the same at the same places.
func alike(a, b *grid.Grid) bool {
	at := make(map[[2]int]string)
	for _, c := range a.Cells {
		at[[2]int{c.Row, c.Col}] = c.Text
	}
	same, all := 0, 0
	for _, c := range b.Cells {
		if c.Text == "" || at[[2]int{c.Row, c.Col}] == "" {
			continue
		}
		if all++; at[[2]int{c.Row, c.Col}] == c.Text {
			same++
		}
	}
	return float64(same) > alikeShare*float64(all)
}

// sameEdges reports whether two tables have the same columns.
func sameEdges(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool { return math.Abs(x-y) <= sidePoints })
}

// heights are the borders of rows on the page a table begins on, top down.
func heights(g *grid.Grid) []float64 {
	var all []float64
	for i := range g.Cells {
		c := &g.Cells[i].At
		if n := len(all); c.Page == g.Cells[0].At.Page && (n == 0 || all[n-2] != c.Box[1] || all[n-1] != c.Box[3]) { // cells of one row have the same
			all = append(all, c.Box[1], c.Box[3])
		}
	}
	slices.Sort(all)
	return slices.CompactFunc(all, func(a, b float64) bool { return math.Abs(a-b) <= sidePoints })
}

// joinSide is b put at the right of a. Cells keep the place they have on their own page.
func joinSide(left, right side) grid.Grid {
	a, b := left.grid, right.grid
	out := *a
	borders := slices.Clone(left.rows)
	for _, y := range right.rows {
		if !slices.ContainsFunc(borders, func(o float64) bool { return math.Abs(o-y) <= sidePoints }) {
			borders = append(borders, y)
		}
	}
	slices.Sort(borders)
	at := func(y float64) int {
		best := 0
		for i, o := range borders {
			if math.Abs(o-y) < math.Abs(borders[best]-y) {
				best = i
			}
		}
		return best
	}
	out.Cells = nil
	for i, g := range []*grid.Grid{a, b} {
		for _, c := range g.Cells {
			c.Row, c.Col = at(c.At.Box[1]), c.Col+i*a.Cols
			c.RowSpan = max(at(c.At.Box[3])-c.Row, 1)
			out.Cells = append(out.Cells, c)
		}
	}
	slices.SortStableFunc(out.Cells, func(x, y grid.Cell) int {
		if x.Row != y.Row {
			return x.Row - y.Row
		}
		return x.Col - y.Col
	})
	out.Rows, out.Cols = len(borders)-1, a.Cols+b.Cols
	out.Edges = slices.Clone(a.Edges)
	for _, x := range b.Edges[1:] {
		out.Edges = append(out.Edges, a.Edges[len(a.Edges)-1]+x-b.Edges[0])
	}
	out.Below = slices.Concat(a.Below, b.Below)
	out.Drawn, out.Struck = a.Drawn.Add(b.Drawn), a.Struck.Add(b.Struck)
	if out.Unsure == "" {
		out.Unsure = b.Unsure
	}
	return out
}

const (
	sidePoints      = 1.5  // rows printed on two pages stand at heights no farther apart
	leastSideRows   = 3    // rows at the same heights make sure that it is no chance,
	leastSideShare  = 0.7  // when most are borders on both
	alikeShare      = 0.25 // of the texts of two forms are the same: their labels
	pieceRunes      = 6    // of the end of a text that the edge of a page cut off,
	pieceLeftPoints = 6.0  // which begins no farther from the left edge of the table
	maxSidePages    = 20   // pages that one stretch of columns takes
)
