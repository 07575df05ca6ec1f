package lattice

import (
	"cmp"
	"slices"

	"fuhe/extract/page/typeset"
)

// A page may end within a row: no rule is drawn along that side of the table, and its upright rules just stop. Those of
// cells with spacing between stop earlier than those of the frame around them, and the text of a cell over several rows
// may be set lower than the row that is cut.

// standInOpenRows makes walls of the upright rules that reach as far into an open row as text stands beside them, however
// much farther the row goes.
func (w walls) standInOpenRows(byX, byY [][]line, xs, ys []float64, glyphs []typeset.Glyph) {
	if w.rows < 2 {
		return
	}
	if byY[w.rows] == nil {
		w.standIn(w.rows-1, byX, xs, ys[w.rows-1:], glyphs, 1)
	}
	if byY[0] == nil {
		upward := make([][]line, len(byX))
		for i, lines := range byX {
			upward[i] = turn(lines)
		}
		w.standIn(0, upward, xs, []float64{-ys[1], -ys[0]}, glyphs, -1)
	}
}

// standIn does so in row r, which goes from its drawn side down to its open one; on a page turned upside down, with down
// -1, it goes up.
func (w walls) standIn(r int, byX [][]line, xs, ys []float64, glyphs []typeset.Glyph, down float64) {
	deepest := make([]float64, w.cols) // centre of the lowest text in each column
	for c := range deepest {
		deepest[c] = min(ys[0]+leastOpenPoints, ys[1])
	}
	for _, g := range glyphs {
		x, y := g.Centre()
		y *= down
		if c, _ := slices.BinarySearch(xs, x); !g.Blank() && c > 0 && c <= w.cols && y > ys[0] && y < ys[1] {
			deepest[c-1] = max(deepest[c-1], y)
		}
	}
	for i, lines := range byX {
		need := deepest[min(i, w.cols-1)]
		if i > 0 {
			need = max(need, deepest[i-1])
		}
		w.upright[i][r] = w.upright[i][r] || slices.ContainsFunc(lines, func(l line) bool {
			return l.start <= ys[0]+shortPoints && l.end >= need
		})
	}
}

// takeHanging gives the tables under which no other stands what hangs out of their cells below, and returns the glyphs that stay
// outside.
func takeHanging(outside []typeset.Glyph, tables []*table) []typeset.Glyph {
	for _, t := range tables {
		if t.lowest(tables) {
			outside = t.takeHanging(outside, tables)
		}
	}
	return outside
}

// lowest reports whether no table stands under this one.
func (t *table) lowest(tables []*table) bool {
	return !slices.ContainsFunc(tables, func(o *table) bool {
		return o.bottom() > t.bottom() && o.left() < t.right() && o.right() > t.left()
	})
}

// takeHanging takes lines that go on with the text of a cell under which no rule is drawn, as wide as the cell at most and with no
// other text beside them, but that of the columns in which other tables stand.
func (t *table) takeHanging(outside []typeset.Glyph, tables []*table) []typeset.Glyph {
	var under []typeset.Glyph
	for _, g := range outside {
		x, y := g.Centre()
		if y <= t.bottom() || g.Blank() || g.Quarter != 0 {
			continue
		}
		if x > t.left() && x < t.right() || !slices.ContainsFunc(tables, func(o *table) bool { return o != t && x > o.left() && x < o.right() }) {
			under = append(under, g)
		}
	}
	slices.SortStableFunc(under, func(a, b typeset.Glyph) int { return cmp.Compare(a.Base, b.Base) })
	taken := make(map[[2]float64]bool)
	for from := 0; from < len(under); {
		to := from + 1
		for to < len(under) && under[to].Base-under[to-1].Base < hangingLineShare*under[to].Size {
			to++
		}
		cells := t.hangingFrom(under[from:to])
		if cells == nil {
			break
		}
		for i, g := range under[from:to] {
			c := &t.cells[cells[i]]
			c.glyphs = append(c.glyphs, g)
			taken[[2]float64{g.Box[0], g.Base}] = true
		}
		from = to
	}
	return slices.DeleteFunc(outside, func(g typeset.Glyph) bool { return taken[[2]float64{g.Box[0], g.Base}] })
}

// hangingFrom are the cells that the glyphs of a row under a table hang out of, one for each; nil when some hangs out of
// none.
func (t *table) hangingFrom(row []typeset.Glyph) []int {
	cells := make([]int, len(row))
	for i, g := range row {
		cells[i] = slices.IndexFunc(t.cells, func(c cell) bool {
			box := t.cellBox(c)
			return c.open && g.Box[0] >= box[0] && g.Box[2] <= box[2] && goesOn(c.glyphs, g)
		})
		if cells[i] < 0 {
			return nil
		}
	}
	return cells
}

// goesOn reports whether a glyph stands on the next line of a text, in its size.
func goesOn(text []typeset.Glyph, g typeset.Glyph) bool {
	return slices.ContainsFunc(text, func(o typeset.Glyph) bool {
		return !o.Blank() && o.Quarter == 0 && o.Size == g.Size && g.Base-o.Base < maxPitchShare*g.Size
	})
}
