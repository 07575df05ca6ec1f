package grid

import (
	"math"
	"slices"

	"fuhe"
	"fuhe/extract/lazy"
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
	for _, g := range grids {
		if k := goesOnFrom(out, &g, twins); k >= 0 {
			if upper, lower, cut, ok := join(&out[k], &g, pages); ok {
				if !ours[k] {
					upper.Cells, upper.Breaks = slices.Clone(upper.Cells), slices.Clone(upper.Breaks)
				}
				out[k], ours[k] = stack(upper, lower, cut), true
				continue
			}
		}
		out = append(out, g)
	}
	return out
}

// Continues reports whether b goes on with a, the last table of the page before.
func Continues(a, b Grid) bool {
	_, _, _, ok := join(&a, &b, edgesOfPages([]Grid{a, b}, nil))
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

// join is a and b on the same columns, b without the headings it repeats, and whether a row is cut between them; false when
// b does not go on with a.
func join(a, b *Grid, pages pageEdges) (upper, lower Grid, cut, ok bool) {
	if a.Page == 0 || b.Page != lastPage(a)+1 || a.Rows == 0 || b.Rows == 0 {
		return upper, lower, false, false
	}
	edge := acrossBreak(a, b)
	if !running(withoutScraps(a.Below, edge), pages.feet[b.Page]) || !running(withoutScraps(b.Above, edge), pages.heads[lastPage(a)]) {
		return upper, lower, false, false
	}
	edges, aCols, bCols, united := unite(a, b)
	if !united && !sameCut(a, b, aCols, bCols) {
		return upper, lower, false, false
	}
	upper, lower = *a, *b
	upper.Edges, upper.Cols, upper.Cells = edges, len(edges)-1, onColumns(a.Cells, aCols)
	lower.Edges, lower.Cols, lower.Cells = edges, len(edges)-1, onColumns(b.Cells, bCols)
	repeated := repeatedRows(&upper, &lower)
	if startsAnew(&upper, &lower, repeated) {
		return upper, lower, false, false
	}
	// A title met again belongs to a new table, unless the headings under it are repeated, too (print titles).
	if len(b.Above) > 0 && len(b.Above) == len(a.Above) && running(b.Above, a.Above) && repeated == 0 {
		return upper, lower, false, false
	}
	lower.dropTop(repeated)
	return upper, lower, a.OpenBottom && b.OpenTop && repeated == 0, true
}

// lastPage is the page a grid ends on.
func lastPage(g *Grid) int { return g.Page + len(g.Breaks) - g.columns }

var digits = lazy.New(`[0-9]+`)

// running reports whether all lines are running heads or feet: they stand on the other page at the same height, but for
// the page number in them.
func running(lines, other []fuhe.Line) bool {
	for _, l := range lines {
		if !slices.ContainsFunc(other, func(o fuhe.Line) bool {
			return digits.ReplaceAllString(o.Text, "0") == digits.ReplaceAllString(l.Text, "0") && math.Abs(o.At.Box[1]-l.At.Box[1]) <= samePlacePoints
		}) {
			return false
		}
	}
	return true
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
		for _, c := range g.Cells {
			if c.Row <= r && c.Row+c.RowSpan > r {
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
	for i, c := range cells {
		right := to[c.Col+c.ColSpan]
		c.Col = to[c.Col]
		c.ColSpan = right - c.Col
		out[i] = c
	}
	return out
}

// stack puts lower under upper, adding to the cells of that; with cut, the last row of the one and the first of the other
// are halves of one row.
func stack(upper, lower Grid, cut bool) Grid {
	g := upper
	var halves map[int]int // index in lower.Cells → index in g.Cells
	if cut {
		halves, cut = pair(&upper, &lower)
	}
	down := upper.Rows
	if cut {
		down--
	}
	for i, c := range lower.Cells {
		if k, ok := halves[i]; ok && cut {
			half := &g.Cells[k]
			half.Text = JoinLines([]string{half.Text, c.Text})
			half.RowSpan += c.RowSpan - 1
			half.Marks, half.Struck = append(slices.Clone(half.Marks), c.Marks...), half.Struck || c.Struck
			if half.Doubt == nil {
				half.Doubt = c.Doubt
			}
			continue
		}
		c.Row += down
		g.Cells = append(g.Cells, c)
	}
	g.Rows = down + lower.Rows
	g.Breaks = append(upper.Breaks, upper.Rows)
	g.Scanned = upper.Scanned || lower.Scanned
	g.Below, g.OpenBottom = lower.Below, lower.OpenBottom
	if g.Unsure == "" {
		g.Unsure = lower.Unsure
	}
	return g
}

// pair finds for every cell in the first row of lower the one it goes on with; false when some has no such cell.
func pair(upper, lower *Grid) (map[int]int, bool) {
	ends := make(map[[2]int]int)
	for i, c := range upper.Cells {
		if c.Row+c.RowSpan == upper.Rows {
			ends[[2]int{c.Col, c.ColSpan}] = i
		}
	}
	halves := make(map[int]int)
	for i, c := range lower.Cells {
		if c.Row != 0 {
			continue
		}
		k, ok := ends[[2]int{c.Col, c.ColSpan}]
		if !ok {
			return nil, false
		}
		halves[i] = k
	}
	return halves, len(halves) > 0
}
