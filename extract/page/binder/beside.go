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
	for from := 0; from < len(grids); from++ {
		for pages := 1; pages <= maxSidePages && from+2*pages <= len(grids); pages++ {
			if !sides(grids[from : from+2*pages]) {
				continue
			}
			if cut := cutText(grids[from : from+2*pages]); cut != "" {
				b.doubtSides(grids[from:from+2*pages], cut)
				from += 2*pages - 1
				break
			}
			for i := range pages {
				grids[from+i] = joinSide(&grids[from+i], &grids[from+pages+i])
			}
			grids = slices.Delete(grids, from+pages, from+2*pages)
			pages-- // there may be more columns
		}
	}
	return grids
}

// doubtSides says of tables that belong side by side that a text of them is cut.
func (b *Binder) doubtSides(grids []grid.Grid, cut string) {
	for i := range grids {
		g := &grids[i]
		reason := fmt.Sprintf("the columns of this table are printed on pages %d to %d, and a text is cut between them (%s)", grids[0].Page, grids[len(grids)-1].Page, cut)
		if g.Unsure == "" {
			g.Unsure = reason
			b.Unread(fuhe.Source{Page: g.Page, Table: g.Table}, "table %d: %s", g.Table, reason)
		}
	}
}

// cutText is a piece of a text above the second half of tables, which has none of its own; "" when there is none.
func cutText(grids []grid.Grid) string {
	half := len(grids) / 2
	for i := range half {
		for _, l := range grids[half+i].Above {
			if !acrossBoth(&grids[i], l) {
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
func sides(grids []grid.Grid) bool {
	half := len(grids) / 2
	for i := range half {
		a, b := &grids[i], &grids[half+i]
		if i > 0 && (a.Page != grids[i-1].Page+1 || b.Page != grids[half+i-1].Page+1) || !alone(grids, a) || !alone(grids, b) {
			return false
		}
		if i == 0 && b.Page != grids[half-1].Page+1 && lastPage(a) != b.Page-1 || !beside(a, b) {
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
func alone(grids []grid.Grid, g *grid.Grid) bool {
	n := 0
	for i := range grids {
		if grids[i].Page == g.Page {
			n++
		}
	}
	return n == 1
}

// beside reports whether b holds further columns of a: the same heights of rows, other columns, nothing above.
func beside(a, b *grid.Grid) bool {
	if !pieces(a, b) || a.Rows < leastSideRows || b.Rows < leastSideRows || math.Abs(a.Box[0]-b.Box[0]) > sidePoints || alike(a, b) {
		return false
	}
	if sameEdges(a.Edges, b.Edges) && len(a.Above) == 0 {
		return false // may well be the same columns, further down
	}
	ay, by := heights(a), heights(b)
	if len(ay) == 0 || len(by) == 0 || math.Abs(ay[0]-by[0]) > sidePoints || math.Abs(ay[len(ay)-1]-by[len(by)-1]) > sidePoints {
		return false
	}
	few, many := ay, by
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
	first := g.Cells[0].At.Page
	for _, c := range g.Cells {
		if c.At.Page == first {
			all = append(all, c.At.Box[1], c.At.Box[3])
		}
	}
	slices.Sort(all)
	return slices.CompactFunc(all, func(a, b float64) bool { return math.Abs(a-b) <= sidePoints })
}

// joinSide is b put at the right of a. Cells keep the place they have on their own page.
func joinSide(a, b *grid.Grid) grid.Grid {
	out := *a
	borders := heights(a)
	for _, y := range heights(b) {
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
