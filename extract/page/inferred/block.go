package inferred

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page/typeset"
)

// blockTable is a table that draws no rules: its lines put together to rows, and the borders of its columns.
type blockTable struct {
	borders []float64
	rows    [][]blockCell
}

// blockCell is a text and the columns it stands over.
type blockCell struct {
	from, to int // to behind the last
	pieces   []piece
}

// newBlock makes a table of lines; nil when they are none.
func newBlock(lines [][]piece, pitch float64) *blockTable {
	borders := withoutLone(bordersOf(lines), lines)
	if len(borders) < 3 || len(lines) < leastBlockRows {
		return nil
	}
	t := &blockTable{borders: borders}
	for i, l := range lines {
		cells := t.cells(l)
		if n := len(t.rows); n > 0 && t.continues(lines[i-1], cells, l, pitch) {
			t.rows[n-1] = t.joined(t.rows[n-1], cells)
			continue
		}
		t.rows = append(t.rows, cells)
	}
	if len(t.rows) < leastBlockRows || !t.isTable() || t.isChart() {
		return nil
	}
	return t
}

// bordersOf are the borders of the columns of lines: the white that no text of the lines with the usual number of texts
// reaches over. Headings over several columns do.
func bordersOf(lines [][]piece) []float64 {
	count := map[int]int{}
	for _, l := range lines {
		if len(l) > 1 {
			count[len(l)]++
		}
	}
	usual, most := 0, 0
	for n, k := range count {
		if k > most || k == most && n > usual {
			usual, most = n, k
		}
	}
	type edge struct{ x0, x1 float64 }
	var solid []edge
	for _, l := range lines {
		if len(l) < usual && !hasFigure(l) || len(l) < 2 {
			continue
		}
		for _, q := range l {
			solid = append(solid, edge{q.x0, q.x1})
		}
	}
	slices.SortFunc(solid, func(a, b edge) int {
		if a.x0 < b.x0 {
			return -1
		}
		return 1
	})
	if len(solid) == 0 {
		return nil
	}
	x0, x1 := extent(slices.Concat(lines...))
	borders := []float64{x0 - marginPoints}
	end := solid[0].x1
	for _, e := range solid[1:] {
		if e.x0 > end {
			borders = append(borders, (end+e.x0)/2)
		}
		end = max(end, e.x1)
	}
	return append(borders, x1+marginPoints)
}

// withoutLone drops the borders left of columns in which a single text stands: words of a heading that were set apart.
func withoutLone(borders []float64, lines [][]piece) []float64 {
	for i := len(borders) - 2; i > 0; i-- {
		n := 0
		for _, l := range lines {
			for _, q := range l {
				if q.x0 < borders[i+1] && q.x1 > borders[i] {
					n++
				}
			}
		}
		if n < 2 {
			borders = slices.Delete(borders, i, i+1)
		}
	}
	return borders
}

// hasFigure reports whether a text behind the first of a line is a figure.
func hasFigure(l []piece) bool {
	return slices.ContainsFunc(l[1:], func(q piece) bool { return isFigure(q.text) && strings.ContainsAny(q.text, "0123456789") })
}

// cells puts the texts of a line under the columns they stand over.
func (t *blockTable) cells(l []piece) []blockCell {
	var out []blockCell
	for _, q := range l {
		c := blockCell{from: t.columnOf(q.x0 + hairShare*q.size), to: t.columnOf(q.x1-hairShare*q.size) + 1, pieces: []piece{q}}
		if n := len(out); n > 0 && c.from < out[n-1].to {
			out[n-1].to = max(out[n-1].to, c.to)
			out[n-1].pieces = append(out[n-1].pieces, q)
			continue
		}
		out = append(out, c)
	}
	return out
}

func (t *blockTable) columnOf(x float64) int {
	i, _ := slices.BinarySearch(t.borders, x)
	return min(max(i-1, 0), len(t.borders)-2)
}

// continues reports whether a line goes on with the row before: it is close and holds no figure, and it has no text in
// the first column, or one that begins inside a sentence.
func (t *blockTable) continues(before []piece, cells []blockCell, l []piece, pitch float64) bool {
	last := t.rows[len(t.rows)-1]
	if l[0].base-before[0].base > pitch {
		return false
	}
	if cells[0].from == 0 && len(last) == 1 && last[0].from == 0 && last[0].to == 1 {
		return beginsInside(joined(cells[0].pieces)) // the first line of a broken name stands alone
	}
	if hasFigure(append([]piece{{}}, l...)) {
		return false
	}
	if cells[0].from == 0 && (len(cells) > 1 || !beginsInside(joined(cells[0].pieces))) {
		return false
	}
	for _, c := range cells {
		if !slices.ContainsFunc(last, func(o blockCell) bool { return o.from <= c.from && o.to >= c.to }) {
			return false
		}
	}
	return true
}

// beginsInside reports whether a text begins inside a sentence.
func beginsInside(text string) bool {
	r := []rune(text)
	return len(r) > 0 && (unicode.IsLower(r[0]) || strings.ContainsRune("()（）,，/&", r[0]))
}

// joined puts the texts of a line under those of the row it goes on with.
func (t *blockTable) joined(row, cells []blockCell) []blockCell {
	for _, c := range cells {
		at := slices.IndexFunc(row, func(o blockCell) bool { return o.from <= c.from && o.to >= c.to })
		if at >= 0 {
			row[at].pieces = append(row[at].pieces, c.pieces...)
			continue
		}
		at = slices.IndexFunc(row, func(o blockCell) bool { return o.from >= c.to })
		if at < 0 {
			at = len(row)
		}
		row = slices.Insert(row, at, c)
	}
	return row
}

// isTable tells tables from running text, whose justified words stand under one another here and there, and from lists.
// Tables have figures under their headings, or wide white between short texts that do not read on from one to the next.
func (t *blockTable) isTable() bool {
	several, texts, short, signs, figures, inside := 0, 0, 0, 0, 0, 0
	for _, row := range t.rows {
		if len(row) > 1 {
			several++
		}
		for _, c := range row {
			text := joined(c.pieces)
			n := len([]rune(text))
			if c.from == 0 {
				if n <= signRunes && !isFigure(text) || strings.HasSuffix(text, ".") && n <= signRunes+2 {
					signs++
				}
				continue
			}
			texts++
			if n <= shortRunes {
				short++
			}
			if isFigure(text) || unknown(c.pieces) {
				figures++
			} else if beginsInside(text) || strings.HasSuffix(text, ",") {
				inside++
			}
		}
	}
	if 2*several <= len(t.rows) || 2*short <= texts {
		return false
	}
	if 3*figures >= texts {
		return true
	}
	return 2*signs <= len(t.rows) && 4*inside < texts && t.narrowest() >= wideWhiteShare
}

// unknown reports whether nobody knows the characters of a text: it may be a figure.
func unknown(pieces []piece) bool {
	return slices.ContainsFunc(pieces, func(q piece) bool {
		return slices.ContainsFunc(q.glyphs, func(g typeset.Glyph) bool { return g.Text == "" })
	})
}

// narrowest is the least white between two columns, as a share of the font size.
func (t *blockTable) narrowest() float64 {
	least := math.Inf(1)
	for i := 1; i < len(t.borders)-1; i++ {
		left, right, size := t.borders[0], t.borders[len(t.borders)-1], 1.0
		for _, row := range t.rows {
			for _, c := range row {
				for _, q := range c.pieces {
					size = max(size, q.size)
					switch {
					case c.to <= i:
						left = max(left, q.x1)
					case c.from >= i:
						right = min(right, q.x0)
					}
				}
			}
		}
		least = min(least, (right-left)/size)
	}
	return least
}

func (t *blockTable) box() fuhe.Box {
	b := fuhe.Box{t.borders[0], math.Inf(1), t.borders[len(t.borders)-1], math.Inf(-1)}
	for _, row := range t.rows {
		for _, c := range row {
			for _, q := range c.pieces {
				b[1], b[3] = min(b[1], q.base-q.size), max(b[3], q.base+hairShare*q.size)
			}
		}
	}
	return b
}

// grid is the table as a grid.
func (t *blockTable) grid(s *sheet) grid.Grid {
	b := &builder{sheet: s, left: t.borders[0], right: t.borders[len(t.borders)-1]}
	for range t.rows {
		b.row()
	}
	for r, row := range t.rows {
		next := 0
		for _, c := range row {
			for ; next < c.from; next++ {
				b.put(cell{row: r, rows: 1, x0: t.borders[next], x1: t.borders[next+1]})
			}
			b.put(cell{row: r, rows: 1, x0: t.borders[c.from], x1: t.borders[c.to], pieces: c.pieces, width: math.Inf(1)})
			next = c.to
		}
		for ; next < len(t.borders)-1; next++ {
			b.put(cell{row: r, rows: 1, x0: t.borders[next], x1: t.borders[next+1]})
		}
	}
	return b.placed(t.borders, 1)
}
