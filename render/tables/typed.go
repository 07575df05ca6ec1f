package tables

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe"
	"fuhe/render/figure"
)

// typed is what a cell of a table holds: text, or a figure, or a day.
type typed struct {
	figure *figure.Figure // of a number, and of a day the number and the format that show it; nil of a text
	why    *fuhe.Phrase   // why a text that seems to be a figure is none; nil when it does not seem to be one
}

// kind is what it is.
func (t typed) kind() kind {
	switch {
	case t.figure == nil:
		return text
	case t.figure.Day:
		return day
	}
	return number
}

type kind uint8

const (
	text kind = iota
	number
	day
)

// name is the kind in files for programs.
func (k kind) name() string { return [...]string{"text", "number", "date"}[k] }

// types tells for every cell of a table, in the order of its cells, what it holds. A figure is a number unless its column or its row
// speaks for a code; headings, titles and notes are texts. Nothing is a number that a sheet would not show as printed.
func types(t *fuhe.Table) []typed {
	g := viewOf(t)
	out := make([]typed, len(t.Cells))
	for _, col := range g.columns() {
		col.decide(out)
	}
	for i := range t.Cells {
		switch c := &t.Cells[i]; {
		case c.Doubt != nil:
			out[i] = typed{why: c.Doubt}
		case out[i].kind() != text && t.Setting.Unsure != "":
			out[i] = typed{why: &fuhe.Phrase{ZH: "此表的文字不完全可靠（" + t.Setting.Unsure + "），按原样写为文本", EN: "the text of this table is not to be relied on (" + t.Setting.Unsure + "): written as text"}}
		}
	}
	return out
}

// view is a table as its readers look at it: what stands over and beside each cell.
type view struct {
	t        *fuhe.Table
	from, to int      // rows of the body
	heads    []string // over each column, all rows of headings in one
	rowLabel []string // the first text of each row
	order    []int32  // the cells row by row
	starts   []int32  // of each row its first place in order, and the end of the last one
	inOrder  []int8   // of each row 1 where its cells stand from left to right, -1 where they do not; 0 before somebody asked
}

// filled are the cells that begin in a row.
func (v *view) filled(row int) []int32 { return v.order[v.starts[row]:v.starts[row+1]] }

// sorted puts the cells that begin in a row of the table in the order of rows, those of a row as the table has them.
func (v *view) sorted() {
	inside := func(c *fuhe.TableCell) bool { return c.Row >= 0 && c.Row < v.t.Rows && c.Col >= 0 && c.Col < v.t.Cols }
	v.starts = make([]int32, v.t.Rows+1)
	for i := range v.t.Cells {
		if c := &v.t.Cells[i]; inside(c) {
			v.starts[c.Row+1]++
		}
	}
	for row := range v.t.Rows {
		v.starts[row+1] += v.starts[row]
	}
	v.order = make([]int32, v.starts[v.t.Rows])
	next := slices.Clone(v.starts)
	for i := range v.t.Cells {
		if c := &v.t.Cells[i]; inside(c) {
			v.order[next[c.Row]] = int32(i)
			next[c.Row]++
		}
	}
}

func viewOf(t *fuhe.Table) *view {
	s := t.Setting
	v := &view{t: t, from: s.Lead + s.Head, to: t.Rows - s.Tail, heads: make([]string, t.Cols), rowLabel: make([]string, t.Rows)}
	v.sorted()
	for i := range t.Cells {
		c := &t.Cells[i]
		if c.Row < 0 || c.Row >= t.Rows || c.Col < 0 || c.Col >= t.Cols {
			continue
		}
		s := bare(c.Text)
		if c.Row >= t.Setting.Lead && c.Row < v.from && s != "" {
			for k := c.Col; k < min(c.Col+max(c.ColSpan, 1), t.Cols); k++ {
				v.heads[k] += s + "/"
			}
		}
		if c.Row >= v.from && c.Col == 0 {
			for r := c.Row; r < min(c.Row+max(c.RowSpan, 1), t.Rows); r++ {
				v.rowLabel[r] = s
			}
		}
	}
	return v
}

// columns are the cells of the body by what stands over them: by the heading of their column, in a form without rows of
// headings by the nearest text above.
func (v *view) columns() []*column {
	var out []*column
	open := make([]*column, v.t.Cols)
	for row := max(v.from, 0); row < v.to; row++ {
		for _, i := range v.filled(row) {
			c := &v.t.Cells[i]
			col := open[c.Col]
			begins := col == nil
			if !begins && v.t.Setting.Head == 0 && bare(c.Text) != "" {
				_, isFigure := figure.OfAccount(c.Text)
				begins = !isFigure
			}
			if begins {
				col = &column{v: v, at: c.Col, heading: v.heads[c.Col]}
				if v.t.Setting.Head == 0 {
					col.heading = bare(c.Text)
				}
				open[c.Col], out = col, append(out, col)
			}
			col.cells = append(col.cells, i)
		}
	}
	return out
}

// column is the cells under one heading, top down.
type column struct {
	v       *view
	at      int
	heading string
	cells   []int32
	plain   []int32 // those that hold a figure which a code could be, too: digits alone, or 3.1
	figures int     // figures that no code looks like
	others  int     // texts that are neither
}

// decide says for each cell of the column what it holds.
func (c *column) decide(out []typed) {
	if c.days(out) {
		return
	}
	parsed := make([]*figure.Figure, len(c.cells))
	room := figures{most: len(c.cells)}
	zeros := false
	for n, i := range c.cells {
		s := c.v.t.Cells[i].Text
		f, ok := figure.OfAccount(s)
		switch {
		case !ok:
			if bare(s) != "" && !dash(s) && figure.Doubt(s) == nil {
				c.others++
			}
			zeros = zeros || leadingZero(s)
			continue
		case f.Unit != "" && !unitOfFigures(f.Unit, c.at == 0 && c.v.t.Setting.Head > 0):
			c.others++
			continue
		}
		parsed[n] = room.keep(f)
		if f.Bare || decimalCode(s, f) {
			c.plain = append(c.plain, i)
		} else {
			c.figures++
		}
	}
	codes := c.codes(zeros)
	for n, i := range c.cells {
		f := parsed[n]
		switch cell := &c.v.t.Cells[i]; {
		case f == nil:
			if c.figures+len(c.plain) > c.others && !codes || strings.ContainsRune(cell.Text, utf8.RuneError) {
				out[i].why = figure.Doubt(cell.Text)
			}
		case (f.Bare || decimalCode(cell.Text, *f)) && (codes || c.v.codeByRow(cell) || phone(cell.Text) && !c.amounts()):
		case f.Bracketed && f.Bare && !c.negatives():
		default:
			out[i] = typed{figure: f}
		}
	}
	c.unlikeUnits(out)
}

// figures are kept many at a time.
type figures struct {
	most int // that there may be
	free []figure.Figure
}

func (r *figures) keep(f figure.Figure) *figure.Figure {
	if len(r.free) == 0 {
		r.free = make([]figure.Figure, min(r.most, figuresKept))
	}
	kept := &r.free[0]
	*kept, r.free = f, r.free[1:]
	return kept
}

// negatives reports whether a whole number in brackets is a negative here, and not the number of an item or a note.
func (c *column) negatives() bool {
	return c.at > 0 && (figureHeading(c.heading) || c.figures > 0 && c.others == 0)
}

// amounts reports whether the column holds amounts: its heading says so, or figures that no code looks like.
func (c *column) amounts() bool {
	return figureHeading(c.heading) || c.figures > 0 && c.figures >= len(c.plain)
}
