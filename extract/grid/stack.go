package grid

import "slices"

// stacked are two grids on the same columns of which the lower one goes on with the upper one.
type stacked struct {
	upper, lower Grid
	repeated     int  // rows at the top of the lower one that are headings of the upper one
	cut          bool // the last row of the one and the first of the other are halves of one
}

// onColumnsOfBoth are two grids on columns that unite found; false when the lower one starts anew.
func onColumnsOfBoth(a, b *Grid, edges []float64, aCols, bCols []int) (s stacked, ok bool) {
	s = stacked{upper: *a, lower: *b}
	s.upper.Edges, s.upper.Cols, s.upper.Cells = edges, len(edges)-1, onColumns(a.Cells, aCols)
	s.lower.Edges, s.lower.Cols, s.lower.Cells = edges, len(edges)-1, onColumns(b.Cells, bCols)
	upper, lower := indexRows(&s.upper), indexRows(&s.lower)
	s.repeated = repeatedRows(upper, lower)
	s.cut = a.OpenBottom && b.OpenTop && s.repeated == 0
	return s, !startsAnew(upper, lower, s.repeated)
}

// own makes the cells of the upper grid copies, with room for those of the lower one.
func (s *stacked) own() {
	cells := make([]Cell, len(s.upper.Cells), len(s.upper.Cells)+len(s.lower.Cells))
	copy(cells, s.upper.Cells)
	s.upper.Cells, s.upper.Breaks = cells, slices.Clone(s.upper.Breaks)
}

// whole puts the lower grid under the upper one, adding to the cells of that, without the headings it repeats; the halves of a row
// that is cut are put together.
func (s *stacked) whole() Grid {
	g := s.upper
	var halves map[int]int // index in lower.Cells → index in g.Cells
	if s.cut {
		halves, s.cut = pair(&s.upper, &s.lower)
	}
	down := s.upper.Rows - s.repeated
	if s.cut {
		down--
	}
	for i := range s.lower.Cells {
		c := &s.lower.Cells[i]
		if k, ok := halves[i]; ok && s.cut {
			goOn(&g.Cells[k], c)
			continue
		}
		if c.Row < s.repeated {
			continue
		}
		g.Cells = append(g.Cells, *c)
		g.Cells[len(g.Cells)-1].Row += down
	}
	g.Rows = down + s.lower.Rows
	g.Breaks = append(s.upper.Breaks, s.upper.Rows)
	g.Scanned = s.upper.Scanned || s.lower.Scanned
	g.Below, g.OpenBottom = s.lower.Below, s.lower.OpenBottom
	if g.Unsure == "" {
		g.Unsure = s.lower.Unsure
	}
	return g
}

// goOn puts the other half of a cell under it.
func goOn(half, c *Cell) {
	half.Text = JoinLines([]string{half.Text, c.Text})
	half.RowSpan += c.RowSpan - 1
	half.Marks, half.Struck = append(slices.Clone(half.Marks), c.Marks...), half.Struck || c.Struck
	if half.Doubt == nil {
		half.Doubt = c.Doubt
	}
}

// pair finds for every cell in the first row of lower the one it goes on with; false when some has no such cell.
func pair(upper, lower *Grid) (map[int]int, bool) {
	ends := make(map[[2]int]int)
	for i := range upper.Cells {
		if c := &upper.Cells[i]; c.Row+c.RowSpan == upper.Rows {
			ends[[2]int{c.Col, c.ColSpan}] = i
		}
	}
	halves := make(map[int]int)
	for i := range lower.Cells {
		c := &lower.Cells[i]
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
