package grid

import (
	"math"
	"slices"

	"fuhe"
)

// JoinPages joins tables that go on over the edge of a page: the last one of a page and the first one of the next, as
// wide and with the same columns, with no text between, become one grid; where twins stand side by side, one over the other.
// Its Breaks say where a page begins. A row that is cut without a rule at the cut is put together; one with a rule drawn at the
// cut stays two rows, for whoever knows what stands in it. Cells keep the place they have on their own page. Grids without pages pass through.
func JoinPages(grids []Grid) []Grid {
	var out []Grid
	twins := pagesOfTwins(grids)
	pages := edgesOfPages(grids, twins)
	ours := make(map[int]bool) // the cells of these are copies, to which those of the next page are added
	for i := range grids {
		if k := goesOnFrom(out, &grids[i], twins); k >= 0 {
			if s, ok := join(&out[k], &grids[i], pages); ok {
				if !ours[k] {
					s.own()
				}
				out[k], ours[k] = s.whole(), true
				continue
			}
		}
		out = append(out, grids[i])
	}
	return out
}

// Continues reports whether b goes on with a, the last table of the page before.
func Continues(a, b Grid) bool {
	_, ok := join(&a, &b, edgesOfPages([]Grid{a, b}, nil))
	return ok && b.Table == 1
}

// pageEdges are the lines over the first table of each page and under the last one, where running heads and feet stand; where twins
// stand side by side those of all tables.
type pageEdges struct{ heads, feet map[int][]fuhe.Line }

func edgesOfPages(grids []Grid, twins map[int]bool) pageEdges {
	p := pageEdges{map[int][]fuhe.Line{}, map[int][]fuhe.Line{}}
	for i := range grids {
		g := &grids[i]
		if twins[g.Page] {
			p.heads[g.Page], p.feet[g.Page] = slices.Concat(p.heads[g.Page], g.Above), slices.Concat(p.feet[g.Page], g.Below)
			continue
		}
		if _, ok := p.heads[g.Page]; !ok {
			p.heads[g.Page] = g.Above
		}
		p.feet[g.Page] = g.Below
	}
	return p
}

// join is a and b on the same columns; false when b does not go on with a.
func join(a, b *Grid, pages pageEdges) (s stacked, ok bool) {
	if a.Page == 0 || b.Page != lastPage(a)+1 || a.Rows == 0 || b.Rows == 0 {
		return s, false
	}
	edges, aCols, bCols, united := unite(a, b)
	if !united && aCols == nil || !onlyRunning(a, b, pages) || !united && !sameCut(a, b, aCols, bCols) {
		return s, false
	}
	if s, ok = onColumnsOfBoth(a, b, edges, aCols, bCols); !ok {
		return s, false
	}
	// A title met again belongs to a new table, unless the headings under it are repeated, too (print titles).
	if len(b.Above) > 0 && len(b.Above) == len(a.Above) && running(b.Above, a.Above) && s.repeated == 0 {
		return s, false
	}
	return s, true
}

// lastPage is the page a grid ends on.
func lastPage(g *Grid) int { return g.Page + len(g.Breaks) - g.columns }

// onlyRunning reports whether between two tables nothing but running heads and feet stand, and what the edge of the page left of
// texts in their cells.
func onlyRunning(a, b *Grid, pages pageEdges) bool {
	if running(a.Below, pages.feet[b.Page]) && running(b.Above, pages.heads[lastPage(a)]) {
		return true
	}
	edge := acrossBreak(a, b)
	return len(edge.names) > 0 && running(withoutScraps(a.Below, edge), pages.feet[b.Page]) && running(withoutScraps(b.Above, edge), pages.heads[lastPage(a)])
}

// running reports whether all lines are running heads or feet: they stand on the other page at the same height, but for
// the page number in them.
func running(lines, other []fuhe.Line) bool {
	for i := range lines {
		l := &lines[i]
		if !slices.ContainsFunc(other, func(o fuhe.Line) bool {
			return math.Abs(o.At.Box[1]-l.At.Box[1]) <= samePlacePoints && sameButNumbers(o.Text, l.Text)
		}) {
			return false
		}
	}
	return true
}

// sameButNumbers reports whether two texts are the same but for the numbers in them.
func sameButNumbers(a, b string) bool {
	for a != "" && b != "" {
		x, y := withoutNumber(a), withoutNumber(b)
		switch {
		case len(x) < len(a) && len(y) < len(b):
			a, b = x, y
		case len(x) < len(a) || len(y) < len(b) || a[0] != b[0]:
			return false
		default:
			a, b = a[1:], b[1:]
		}
	}
	return a == b
}

// withoutNumber is a text behind the digits it begins with.
func withoutNumber(s string) string {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return s[n:]
}

// unite is the union of the column borders of two grids and where the borders of each are in it. Pages may stand apart
// sideways (inner and outer margins), so both are laid on their left border.
func unite(a, b *Grid) (edges []float64, aCols, bCols []int, ok bool) {
	if len(a.Edges) < 2 || len(b.Edges) < 2 || len(a.Edges) != a.Cols+1 || len(b.Edges) != b.Cols+1 {
		return nil, nil, nil, false
	}
	if bCols = withoutCaption(a, b); bCols != nil {
		return a.Edges, columnsOf(a), bCols, true
	}
	shift := a.Edges[0] - b.Edges[0]
	if math.Abs(a.Edges[a.Cols]-b.Edges[b.Cols]-shift) > sameEdgePoints {
		return nil, nil, nil, false
	}
	aCols, bCols = make([]int, a.Cols+1), make([]int, b.Cols+1)
	edges = make([]float64, 0, len(a.Edges)+len(b.Edges))
	shared := 0
	for i, j := 0, 0; i < len(a.Edges) || j < len(b.Edges); {
		var x, y = math.Inf(1), math.Inf(1)
		if i < len(a.Edges) {
			x = a.Edges[i]
		}
		if j < len(b.Edges) {
			y = b.Edges[j] + shift
		}
		// The first and the last borders are the same by the width of the tables; between, each takes the nearest.
		both := math.Abs(x-y) <= sameEdgePoints && (i == a.Cols) == (j == b.Cols) &&
			!(i+1 < a.Cols && math.Abs(a.Edges[i+1]-y) < math.Abs(x-y)) && !(j+1 < b.Cols && math.Abs(b.Edges[j+1]+shift-x) < math.Abs(x-y))
		switch {
		case both:
			aCols[i], bCols[j] = len(edges), len(edges)
			i, j, shared = i+1, j+1, shared+1
		case x < y && i < a.Cols || j >= b.Cols:
			aCols[i] = len(edges)
			i++
		default:
			bCols[j] = len(edges)
			j++
			x = y
		}
		edges = append(edges, x)
	}
	inner := min(a.Cols, b.Cols) - 1
	return edges, aCols, bCols, float64(shared-2) >= sharedEdgesShare*float64(inner) || a.OpenBottom && b.OpenTop
}

// withoutCaption finds the columns of b in a where the caption at the left of a was not drawn on: all borders of b are
// among those of a, the last one is the same. nil when it is not so.
func withoutCaption(a, b *Grid) []int {
	if b.Cols < leastWithoutCaption || b.Cols >= a.Cols || b.Edges[0]-a.Edges[0] <= sameEdgePoints || math.Abs(a.Edges[a.Cols]-b.Edges[b.Cols]) > sameEdgePoints {
		return nil
	}
	out := make([]int, 0, b.Cols+1)
	i := 0
	for _, x := range b.Edges {
		for i < a.Cols && a.Edges[i] < x-sameEdgePoints {
			i++
		}
		for i < a.Cols && math.Abs(a.Edges[i+1]-x) < math.Abs(a.Edges[i]-x) {
			i++
		}
		if math.Abs(a.Edges[i]-x) > sameEdgePoints || len(out) > 0 && out[len(out)-1] == i {
			return nil
		}
		out = append(out, i)
	}
	return out
}

func columnsOf(g *Grid) []int {
	out := make([]int, g.Cols+1)
	for i := range out {
		out[i] = i
	}
	return out
}

// sameCut reports whether the first row of b has the cells of the last row of a, three or more: blocks of one form have
// columns of their own, and a page may break between the headings of one block and its only row.
func sameCut(a, b *Grid, aCols, bCols []int) bool {
	if aCols == nil {
		return false
	}
	cuts := func(g *Grid, cols []int, r int) (out [][2]int) {
		for i := range g.Cells {
			if c := &g.Cells[i]; c.Row <= r && c.Row+c.RowSpan > r {
				out = append(out, [2]int{cols[c.Col], cols[c.Col+c.ColSpan]})
			}
		}
		slices.SortFunc(out, func(x, y [2]int) int { return x[0] - y[0] })
		return out
	}
	last := cuts(a, aCols, a.Rows-1)
	return len(last) >= cutCells && slices.Equal(last, cuts(b, bCols, 0))
}

// onColumns are cells on the columns of a joined grid; the same cells when that changes nothing.
func onColumns(cells []Cell, to []int) []Cell {
	moved := false
	for i, at := range to {
		moved = moved || at != i
	}
	if !moved {
		return cells
	}
	out := make([]Cell, len(cells))
	for i := range cells {
		out[i] = cells[i]
		c := &out[i]
		right := to[c.Col+c.ColSpan]
		c.Col = to[c.Col]
		c.ColSpan = right - c.Col
	}
	return out
}
