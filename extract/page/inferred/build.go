package inferred

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page/typeset"
)

// builder makes the grid of a form row by row.
type builder struct {
	sheet       *sheet
	left, right float64
	rows        int
	cells       []cell
}

// cell is a cell of the form, and where its borders are inferred to run.
type cell struct {
	row, rows int
	x0, x1    float64
	pieces    []piece
	width     float64 // of the room its text was broken for
	figure    bool    // an amount
}

func (b *builder) row() int { b.rows++; return b.rows - 1 }

func (b *builder) put(c cell) { b.cells = append(b.cells, c) }

// side is the place of a border; the outer ones of a part are those of the form.
func (b *builder) side(x float64) float64 {
	switch {
	case math.IsInf(x, -1):
		return b.left
	case math.IsInf(x, 1):
		return b.right
	}
	return x
}

// add puts a part into the form.
func (b *builder) add(t *table) {
	first := b.rows
	b.rows += len(t.rows)
	start := b.side(math.Inf(-1))
	if t.captioned {
		x1 := b.side(t.all[0].x0)
		rows := t.end()
		if t.tail != nil && len(t.tail.caption) == 0 {
			rows += len(t.tail.lines)
		}
		b.put(cell{row: first, rows: rows, x0: start, x1: x1, pieces: t.caption, width: x1 - start})
	}
	points := slices.IndexFunc(t.all, func(c column) bool { return c.head.role == Points })
	for i := range t.all {
		c := &t.all[i]
		x0, x1 := b.side(c.x0), b.side(c.x1)
		if i == 0 && !t.captioned {
			x0 = start
		}
		width := 0.0
		for _, l := range linesOf(c.pieces) {
			width = max(width, l.x1-l.x0)
		}
		for k := range t.rows {
			if total := k >= t.end(); total && i < points || c.spans != nil && k >= t.heads && !total {
				continue
			}
			b.put(cell{row: first + k, rows: 1, x0: x0, x1: x1, pieces: c.held[k], width: width, figure: c.head.role == Amount})
		}
		for _, s := range c.spans {
			b.put(cell{row: first + t.heads + s.from, rows: s.to - s.from, x0: x0, x1: x1, pieces: s.pieces, width: width})
		}
	}
	if t.total != nil {
		a, z := extent(t.total)
		b.put(cell{row: first + t.end(), rows: 1, x0: start, x1: b.side(t.all[points].x0), pieces: t.total, width: z - a})
	}
	if t.tail != nil {
		t.tail.add(b, t)
	}
}

// remark puts a remark into the row under a form: its label, and what it says.
func (b *builder) remark(pieces []piece) {
	if len(pieces) == 0 {
		return
	}
	row, x := b.row(), (pieces[0].x1+pieces[1].x0)/2
	b.put(cell{row: row, rows: 1, x0: b.left, x1: x, pieces: pieces[:1], width: x - b.left})
	b.put(cell{row: row, rows: 1, x0: x, x1: b.right, pieces: pieces[1:], width: b.right - x})
}

// grid is the form as a grid.
func (b *builder) grid(n int) (grid.Grid, error) {
	xs := b.edges()
	for _, c := range b.cells {
		if nearest(xs, c.x1) <= nearest(xs, c.x0) {
			return grid.Grid{}, errors.New("its columns are too narrow to be told apart")
		}
	}
	g := b.placed(xs, n)
	for i, c := range b.cells {
		if text := strings.Replace(b.text(&b.cells[i]), " %", "%", 1); c.figure && strings.ContainsAny(text, " \n") && strings.ContainsAny(text, "0123456789") {
			return g, fmt.Errorf("“%s” may be one figure or two", text)
		}
	}
	return g, nil
}

// text is the text of a cell.
func (b *builder) text(c *cell) string {
	text, _ := b.set(c)
	return text
}

// set sets the text of a cell, with the marks kept apart from it.
func (b *builder) set(c *cell) (text string, marks []string) {
	glyphs := b.sheet.withBlanks(glyphsOf(c.pieces))
	return typeset.SpacedText(typeset.Rows(glyphs), glyphs, c.width, b.sheet.pitch/max(1, usualOf(c.pieces)))
}

// placed is the grid of the cells on the given borders of columns.
func (b *builder) placed(xs []float64, n int) grid.Grid {
	ys := b.heights()
	g := grid.Grid{
		Page: b.sheet.page.Number, Table: n, Rows: b.rows, Cols: len(xs) - 1, Edges: xs, Inferred: true, Placed: true,
		Box: fuhe.Box{xs[0], ys[0], xs[len(xs)-1], ys[b.rows]},
	}
	unknown := 0
	for i := range b.cells {
		c := &b.cells[i]
		col, end := nearest(xs, c.x0), nearest(xs, c.x1)
		text, marks := b.set(c)
		unknown += strings.Count(text, "\uFFFD")
		box := fuhe.Box{xs[col], ys[c.row], xs[end], ys[c.row+c.rows]}
		g.Cells = append(g.Cells, grid.Cell{
			Row: c.row, Col: col, RowSpan: c.rows, ColSpan: end - col, Text: text, Marks: marks,
			At: fuhe.Source{Page: g.Page, Table: n, Ref: fuhe.Ref(c.row, col, c.rows, end-col), Box: box},
		})
	}
	slices.SortStableFunc(g.Cells, func(a, b grid.Cell) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col)) })
	switch p := &b.sheet.page; {
	case unknown > 0:
		g.Unsure = fmt.Sprintf("%d characters without Unicode on page %d", unknown, p.Number)
	case p.Incomplete:
		g.Unsure = p.Unsure
	}
	g.Drawn = b.drawn(g.Box)
	return g
}

// drawn counts the digits within a box, whatever cell they are in.
func (b *builder) drawn(box fuhe.Box) fuhe.Digits {
	var d fuhe.Digits
	for _, q := range b.sheet.pieces {
		if holds(box, &q) {
			d = d.Add(fuhe.DigitsOf(q.text))
		}
	}
	return d
}

// edges are the borders of the columns of all parts; those that nearly meet are one.
func (b *builder) edges() []float64 {
	var xs []float64
	for _, c := range b.cells {
		xs = append(xs, c.x0, c.x1)
	}
	return merged(xs, snapPoints)
}

func nearest(xs []float64, x float64) int {
	best := 0
	for i := range xs {
		if math.Abs(xs[i]-x) < math.Abs(xs[best]-x) {
			best = i
		}
	}
	return best
}

// heights are the borders of the rows: in the middle between the texts of two rows.
func (b *builder) heights() []float64 {
	top, bottom := make([]float64, b.rows), make([]float64, b.rows)
	for r := range b.rows {
		top[r], bottom[r] = math.Inf(1), math.Inf(-1)
	}
	for _, c := range b.cells {
		if c.rows > 1 {
			continue
		}
		for _, q := range c.pieces {
			top[c.row], bottom[c.row] = min(top[c.row], q.base-q.size), max(bottom[c.row], q.base)
		}
	}
	out := make([]float64, b.rows+1)
	out[0] = top[0] - marginPoints
	for r := 1; r < b.rows; r++ {
		out[r] = (bottom[r-1] + top[r]) / 2
	}
	out[b.rows] = bottom[b.rows-1] + marginPoints
	return out
}
