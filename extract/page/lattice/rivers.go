package lattice

import (
	"cmp"
	"math"
	"slices"

	"fuhe/extract/page/typeset"
)

// columnsByText tells the columns of a table that no edge tells, in the whole of it or within one that edges do tell, by the
// white space that runs down between its texts.
func (t *table) columnsByText(glyphs []typeset.Glyph) {
	if len(t.cells) < 2 {
		return
	}
	var more []float64
	for k := range len(t.xs) - 1 {
		more = append(more, t.riversIn(k, glyphs)...)
	}
	t.refine(more)
}

// riversIn are the middles of the white space between the texts of a column, where half of its cells have several.
func (t *table) riversIn(col int, glyphs []typeset.Glyph) []float64 {
	var pieces [][2]float64
	var lines [][][2]float64
	cells, rows, size := 0, 0, 0.0
	for _, c := range t.cells {
		if c.col != col || c.cols != 1 {
			continue
		}
		cells++
		some := false
		for _, r := range typeset.Rows(glyphsIn(glyphs, t.cellBox(c))) {
			apart := r.Pieces(columnGapShare)
			pieces, lines = append(pieces, apart...), append(lines, apart)
			_, s := r.Base()
			size = max(size, s)
			some = some || len(apart) > 1
		}
		if some {
			rows++
		}
	}
	if rows == 0 || 2*rows < cells || len(t.xs) > 2 && rows < 2 {
		return nil
	}
	return rivers(pieces, lines, typeset.GapShare*size)
}

// rowsBeside cuts a cell over several rows that holds a line of text beside each of them: a column of labels filled as one.
func (t *table) rowsBeside(glyphs []typeset.Glyph) {
	var cells []cell
	for _, c := range t.cells {
		lines := typeset.Rows(glyphsIn(glyphs, t.cellBox(c)))
		if c.rows < leastLabels || len(lines) != c.rows || !t.oneARow(c, lines) {
			cells = append(cells, c)
			continue
		}
		for r := range c.rows {
			cells = append(cells, cell{row: c.row + r, col: c.col, rows: 1, cols: c.cols})
		}
	}
	slices.SortStableFunc(cells, inOrder)
	t.cells = cells
	t.index()
}

// oneARow reports whether each row that a cell covers has one of the lines.
func (t *table) oneARow(c cell, lines []typeset.Row) bool {
	for i := range lines {
		v, size := lines[i].Base()
		if y := v - size/3; y < t.ys[c.row+i] || y > t.ys[c.row+i+1] {
			return false
		}
	}
	return true
}

func glyphsIn(glyphs []typeset.Glyph, b [4]float64) []typeset.Glyph {
	var out []typeset.Glyph
	for _, g := range glyphs {
		if x, y := g.Centre(); within(b, x, y) {
			out = append(out, g)
		}
	}
	return out
}

// rivers are the middles of the stretches that no piece lies on. A narrow one may be the space between two words that
// stand above each other by chance: it takes half of the lines with text on both sides, close by.
func rivers(pieces [][2]float64, lines [][][2]float64, wide float64) []float64 {
	slices.SortFunc(pieces, func(a, b [2]float64) int { return cmp.Compare(a[0], b[0]) })
	var banks [][2]float64
	end := 0.0
	for i, p := range pieces {
		if i > 0 && p[0] > end+leastRiverPoints {
			banks = append(banks, [2]float64{end, p[0]})
		}
		if i == 0 || p[1] > end {
			end = p[1]
		}
	}
	var out []float64
	for i, b := range banks {
		left, right := math.Inf(-1), math.Inf(1)
		if i > 0 {
			left = banks[i-1][1]
		}
		if i+1 < len(banks) {
			right = banks[i+1][0]
		}
		if b[1]-b[0] >= wide || 2*onBothSides(lines, left, b, right) >= len(lines) {
			out = append(out, (b[0]+b[1])/2)
		}
	}
	return out
}

// onBothSides is the number of lines with text on both sides of a river, up to the next ones.
func onBothSides(lines [][][2]float64, left float64, bank [2]float64, right float64) int {
	n := 0
	for _, l := range lines {
		before := slices.ContainsFunc(l, func(p [2]float64) bool { return p[0] >= left-1 && p[1] <= bank[0]+1 })
		behind := slices.ContainsFunc(l, func(p [2]float64) bool { return p[0] >= bank[1]-1 && p[1] <= right+1 })
		if before && behind {
			n++
		}
	}
	return n
}

// refine cuts a table at more borders of columns: every cell they go through becomes several.
func (t *table) refine(xs []float64) {
	if len(xs) == 0 {
		return
	}
	all := slices.Concat(t.xs, xs)
	slices.Sort(all)
	place := func(x float64) int { i, _ := slices.BinarySearch(all, x); return i }
	var cells []cell
	for _, c := range t.cells {
		from, to := place(t.xs[c.col]), place(t.xs[c.col+c.cols])
		for k := from; k < to; k++ {
			cells = append(cells, cell{row: c.row, col: k, rows: c.rows, cols: 1})
		}
	}
	t.xs, t.cells = all, cells
	t.index()
}

// written reports whether a table without rules is one: of two rows and columns at least, most rows with text in several
// cells, and no text across the borders of cells.
func (t *table) written(glyphs []typeset.Glyph) bool {
	rows, cols := len(t.ys)-1, len(t.xs)-1
	if rows < 2 || cols < 2 {
		return false
	}
	used := make(map[int]map[int]bool)
	crossing, all := 0, 0
	for _, g := range glyphs {
		x, y := g.Centre()
		k := t.find(x, y)
		if k < 0 {
			continue
		}
		c := t.cells[k]
		all++
		if g.Box[0] < t.xs[c.col]-crossShare*g.Size || g.Box[2] > t.xs[c.col+c.cols]+crossShare*g.Size {
			crossing++
		}
		if used[c.row] == nil {
			used[c.row] = make(map[int]bool)
		}
		used[c.row][c.col] = true
	}
	several := 0
	for _, cols := range used {
		if len(cols) > 1 {
			several++
		}
	}
	return 2*several >= len(used) && several >= 2 && float64(crossing) <= disorderShare*float64(all)
}
