package lattice

import (
	"cmp"
	"fmt"
	"fuhe"
	"fuhe/extract/page/typeset"
	"math"
	"slices"
)

// table is one table while it is being read.
type table struct {
	xs, ys              []float64              // borders of columns and rows
	cells               []cell                 // row by row
	at                  []int                  // index of the cell at a position, row by row; -1 where there is none
	inferred            bool                   // not all of its borders are drawn
	openTop, openBottom bool                   // no rule is drawn along that side
	found               struct{ row, col int } // where the last place lay that a cell was looked for at
	loose               int                    // visible glyphs between its rules that are in none of its cells
}

type cell struct {
	row, col, rows, cols int
	open                 bool // no rule is drawn under it, at the end of the table
	due                  int  // glyphs that it is to get
	glyphs               []typeset.Glyph
	set                  []typeset.Row // its lines, once they were set
	text                 string
	marks                []string     // footnote marks kept out of the text
	struck               bool         // struck-out text was left out
	crossed              bool         // a line goes through its text
	doubt                *fuhe.Phrase // why the text is not to be relied on; nil when it is
}

func (t *table) left() float64   { return t.xs[0] }
func (t *table) right() float64  { return t.xs[len(t.xs)-1] }
func (t *table) top() float64    { return t.ys[0] }
func (t *table) bottom() float64 { return t.ys[len(t.ys)-1] }

// frame makes a table of a net; nil when its lines enclose nothing.
func (d *desk) frame(n net, reach float64, glyphs []typeset.Glyph) (*table, error) {
	if len(n.down) == 0 || len(n.across) == 0 {
		return nil, nil
	}
	xs, byX := d.borders(n.down, n.across, reach, nil)
	ys, byY := d.borders(n.across, n.down, reach, glyphs)
	rows, cols := len(ys)-1, len(xs)-1
	if rows < 1 || cols < 1 {
		return nil, nil
	}
	if rows*cols > maxPositions {
		return nil, fmt.Errorf("table of %d positions is beyond the budget", rows*cols)
	}
	w := walls{rows: rows, cols: cols, upright: d.covered(byX, ys), level: d.covered(byY, xs)}
	t := &table{xs: xs, ys: ys, openTop: !most(w.level[0]), openBottom: !most(w.level[rows])}
	w.standInOpenRows(byX, byY, xs, ys, glyphs)
	under := slices.Clone(w.level[rows])
	w.close(byX, byY)
	if t.cells = w.cells(d); len(t.cells) == 0 {
		return nil, nil
	}
	for i := range t.cells {
		c := &t.cells[i]
		c.open = c.row+c.rows == rows && !slices.Contains(under[c.col:c.col+c.cols], true)
	}
	t.compress(d)
	return t, nil
}

// borders are the places at which lines stand, the strokes of a double rule taken as one, with the lines of each. Where
// the crossing lines reach out beyond the outermost line together, the table is open on that side and their ends are
// its border; such a border has no lines.
func (d *desk) borders(lines, crossing []line, reach float64, beside []typeset.Glyph) ([]float64, [][]line) {
	lines = d.sorted(lines, byPosition)
	places := d.floats.take(len(lines) + 2)[:0] // two for the ends of the crossing lines
	of := make([][]line, 0, len(lines)+2)
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && lines[to].pos-lines[to-1].pos <= reach && lines[to].pos-lines[from].pos <= 1.5*reach {
			to++
		}
		sum, weight := 0.0, 0.0
		for _, l := range lines[from:to] {
			w := l.end - l.start
			sum, weight = sum+w*l.pos, weight+w
		}
		places, of = append(places, sum/weight), append(of, lines[from:to])
		from = to
	}
	if first := places[0]; slices.ContainsFunc(crossing, func(l line) bool { return -l.start > sliverPoints-first }) {
		if y, ok := farEnd(turn(crossing), -first, reach, func(l line, from, to float64) bool { return between(beside, l.pos, -to, -from) }); ok {
			places, of = slices.Insert(places, 0, -y), slices.Insert(of, 0, nil)
		}
	}
	if y, ok := farEnd(crossing, places[len(places)-1], reach, func(l line, from, to float64) bool { return between(beside, l.pos, from, to) }); ok {
		places, of = append(places, y), append(of, nil)
	}
	return places, of
}

// sorted is lines in an order; those that have it stay where they are.
func (d *desk) sorted(lines []line, order func(a, b line) int) []line {
	if slices.IsSortedFunc(lines, order) {
		return lines
	}
	out := append(d.lines.take(len(lines))[:0], lines...)
	slices.SortFunc(out, order)
	return out
}

// turn is the lines with their starts for ends.
func turn(lines []line) []line {
	out := make([]line, len(lines))
	for i, l := range lines {
		out[i] = line{l.pos, -l.end, -l.start}
	}
	return out
}

// farEnd is where lines end beyond a border: at least two of them together, or one that has text on both sides there.
func farEnd(lines []line, border, reach float64, parts func(l line, from, to float64) bool) (float64, bool) {
	if !slices.ContainsFunc(lines, func(l line) bool { return l.end > border+sliverPoints }) {
		return 0, false
	}
	lines = slices.Clone(lines)
	slices.SortFunc(lines, func(a, b line) int { return cmp.Compare(a.end, b.end) })
	for i := len(lines) - 1; i >= 0 && lines[i].end > border+sliverPoints; i-- {
		if i > 0 && lines[i].end-lines[i-1].end <= reach || parts(lines[i], border, lines[i].end) {
			return lines[i].end, true
		}
	}
	return 0, false
}

// between reports whether there is text on both sides of x in the stretch from y0 to y1.
func between(glyphs []typeset.Glyph, x, y0, y1 float64) bool {
	left, right := false, false
	for i := range glyphs {
		g := &glyphs[i]
		if gx, gy := g.Centre(); gy > y0 && gy < y1 && !g.Blank() {
			left, right = left || gx < x, right || gx > x
		}
	}
	return left && right
}

// covered tells for each border and each stretch between two neighbouring places whether a line is drawn there.
func (d *desk) covered(of [][]line, places []float64) [][]bool {
	out := make([][]bool, len(of))
	drawn := d.floats.take(len(places) - 1) // of each stretch
	for i, lines := range of {
		out[i] = d.flags.take(len(places) - 1)
		lines = d.sorted(lines, byStart)
		clear(drawn)
		done := math.Inf(-1) // strokes beside each other count once
		for _, l := range lines {
			start := max(l.start, done)
			k, _ := slices.BinarySearch(places, start)
			for k = max(k-1, 0); k < len(drawn) && places[k] < l.end; k++ {
				drawn[k] += max(0, min(l.end, places[k+1])-max(start, places[k]))
			}
			done = max(done, l.end)
		}
		for k, long := range drawn {
			side := places[k+1] - places[k]
			out[i][k] = long >= coveredShare*side && side-long <= shortPoints
		}
	}
	return out
}

// compress drops borders no cell ends at: they were ticks, underlines, or strokes outside the table.
func (t *table) compress(d *desk) {
	useX, useY := d.flags.take(len(t.xs)), d.flags.take(len(t.ys))
	for i := range t.cells {
		c := &t.cells[i]
		useX[c.col], useX[c.col+c.cols] = true, true
		useY[c.row], useY[c.row+c.rows] = true, true
	}
	if !slices.Contains(useX, false) && !slices.Contains(useY, false) {
		t.index()
		return
	}
	toX, xs := renumber(useX, t.xs)
	toY, ys := renumber(useY, t.ys)
	for i := range t.cells {
		c := &t.cells[i]
		right, bottom := toX[c.col+c.cols], toY[c.row+c.rows]
		c.col, c.row = toX[c.col], toY[c.row]
		c.cols, c.rows = right-c.col, bottom-c.row
	}
	t.xs, t.ys = xs, ys
	t.index()
}

func renumber(use []bool, places []float64) (to []int, kept []float64) {
	to = make([]int, len(use))
	for i, u := range use {
		to[i] = len(kept)
		if u {
			kept = append(kept, places[i])
		}
	}
	return to, kept
}

// index fills at.
func (t *table) index() {
	rows, cols := max(len(t.ys)-1, 0), max(len(t.xs)-1, 0)
	t.at = make([]int, rows*cols)
	for i := range t.at {
		t.at[i] = -1
	}
	for i := range t.cells {
		c := &t.cells[i]
		for r := c.row; r < c.row+c.rows; r++ {
			for k := c.col; k < c.col+c.cols; k++ {
				t.at[r*cols+k] = i
			}
		}
	}
}

// find is the index of the cell at a place; -1 when there is none.
func (t *table) find(x, y float64) int {
	if inside := len(t.at) > 0 && x >= t.left() && x < t.right() && y >= t.top() && y < t.bottom(); !inside {
		return -1
	}
	if c := t.found.col; c >= len(t.xs)-1 || x <= t.xs[c] || x >= t.xs[c+1] {
		t.found.col = position(t.xs, x)
	}
	if r := t.found.row; r >= len(t.ys)-1 || y <= t.ys[r] || y >= t.ys[r+1] {
		t.found.row = position(t.ys, y)
	}
	return t.at[t.found.row*(len(t.xs)-1)+t.found.col]
}

// position is the column or row between borders that a place lies in.
func position(borders []float64, at float64) int {
	from, to := 0, len(borders)
	for from < to {
		if k := (from + to) / 2; borders[k] < at {
			from = k + 1
		} else {
			to = k
		}
	}
	if borders[from] == at {
		return from
	}
	return from - 1
}
