// Package flow turns running text with tables in it, as documents and web pages have it, into grids: the lines before a
// table stand above it, the lines after the last one below. A table inside a cell becomes a grid of its own; one that only
// lays other tables out on the page becomes none. It reads no file and knows no form.
package flow

import (
	"fmt"
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
)

// Block is a line of text, or a table.
type Block struct {
	Text     string
	Table    *Table
	Numbered bool // a number that is no text is printed before the line
}

// Table is a table as laid out: rows and columns from 0, every position covered by one cell at most.
type Table struct {
	Rows, Cols int
	Cells      []Cell    // row by row
	Edges      []float64 // column borders in points, Cols+1 of them; nil when not known
	Spaced     bool      // its cells were never merged, and rows have different numbers of them: one may stand shifted
	Unsure     string    // why its text cannot be relied on, "" when it can
	Notes      []string  // what was left out of it, and why
}

// Cell is one cell with its content.
type Cell struct {
	Row, Col         int
	RowSpan, ColSpan int
	Blocks           []Block

	Struck  bool         // struck-out text was left out
	Instead *fuhe.Phrase // what stands there in place of text, a picture: a cell without text is in doubt for it, not blank
	Doubt   *fuhe.Phrase // why its text is not to be relied on
}

// Book lays the blocks of a file out as grids. The lines of one without tables are loose.
func Book(blocks []Block) grid.Book {
	var w writer
	w.write(blocks)
	if n := len(w.book.Grids); n > 0 {
		w.book.Grids[n-1].Below = w.place(n)
	} else if len(w.lines) > 0 {
		w.book.Loose = []grid.Loose{{Lines: w.place(0)}}
	}
	return w.book
}

// Document is a document laid out as grids, with what was not read of it. One without a table whose pages have pictures
// says so, too: a form may be among them.
func Document(blocks []Block, pictures int, notRead []string) grid.Book {
	b := Book(blocks)
	if len(b.Grids) == 0 && pictures > 0 {
		notRead = append(notRead[:len(notRead):len(notRead)], "the document has pictures and no table; pictures of forms are not read — take the file they were made from")
	}
	for _, reason := range notRead {
		b.Unread = append(b.Unread, fuhe.Unread{Reason: reason})
	}
	return b
}

// writer collects grids, and the lines since the last one.
type writer struct {
	book      grid.Book
	lines     []string
	positions int
	refused   bool // too many tables
}

func (w *writer) write(blocks []Block) {
	for _, b := range blocks {
		switch {
		case b.Table == nil:
			if s := strings.TrimSpace(b.Text); s != "" {
				w.lines = append(w.lines, s)
			}
		case b.Table.onlyText():
			for _, c := range b.Table.Cells {
				w.write(c.Blocks)
			}
		case b.Table.laysOut():
			for _, c := range b.Table.Cells {
				w.write(c.Blocks)
			}
		default:
			w.table(b.Table)
		}
	}
}

// place takes the lines collected so far as lines at a table.
func (w *writer) place(table int) []fuhe.Line {
	var out []fuhe.Line
	for _, l := range w.lines {
		out = append(out, fuhe.Line{Text: l, At: fuhe.Source{Table: table}})
	}
	w.lines = nil
	return out
}

func (w *writer) note(at fuhe.Source, format string, args ...any) {
	w.book.Unread = append(w.book.Unread, fuhe.Unread{At: at, Reason: fmt.Sprintf(format, args...)})
}

func (w *writer) notes(t *Table, n int) {
	for _, reason := range t.Notes {
		w.note(fuhe.Source{Table: n}, "%s", reason)
	}
}

// table writes a table as a grid, and the tables inside its cells behind it.
func (w *writer) table(t *Table) {
	n := len(w.book.Grids) + 1
	t = t.tightened()
	w.positions += t.Rows * t.Cols
	switch {
	case w.refused:
		return
	case n > maxTables || w.positions > maxAllPositions:
		w.note(fuhe.Source{}, "only the first %d tables are read", n-1)
		w.refused = true
		return
	case t.Rows*t.Cols > maxPositions:
		w.note(fuhe.Source{Table: n}, "table not read: %d rows × %d columns are larger than a form", t.Rows, t.Cols)
		return
	}
	g := grid.Grid{Table: n, Rows: t.Rows, Cols: t.Cols, Edges: t.Edges, Spaced: t.Spaced, Unsure: t.Unsure, Above: w.place(n)}
	g.Cells = make([]grid.Cell, 0, len(t.Cells))
	w.notes(t, n)
	for _, c := range t.Cells {
		cell := grid.Cell{Row: c.Row, Col: c.Col, RowSpan: c.RowSpan, ColSpan: c.ColSpan,
			At: fuhe.Source{Table: n, Ref: fuhe.Ref(c.Row, c.Col, c.RowSpan, c.ColSpan)}}
		if holdsTable(c.Blocks) {
			w.note(cell.At, "this cell holds a table, which is read as a table of its own")
		}
		cell.Text = grid.JoinLines(ownLines(c.Blocks))
		if c.beside(); c.Doubt == nil && cell.Text == "" && !holdsTable(c.Blocks) {
			c.Doubt = c.Instead
		}
		if c.Doubt == nil && numbersFigure(c.Blocks) {
			c.Doubt = fuhe.DoubtNumbered
		}
		cell.Struck, cell.Doubt = c.Struck, c.Doubt
		g.Cells = append(g.Cells, cell)
	}
	w.book.Grids = append(w.book.Grids, g)
	w.inner(t)
}

// inner writes the tables inside a table's cells. What stands in the rows before them is above them, too: the title and the
// unit of a form that lies in a table of the page.
func (w *writer) inner(t *Table) {
	last := -1
	for i, c := range t.Cells {
		if !holdsTable(c.Blocks) {
			continue
		}
		for _, before := range t.Cells[last+1 : i] {
			if before.Row < c.Row {
				for _, l := range lines(before.Blocks) {
					w.write([]Block{{Text: l}})
				}
			}
		}
		last = i
		w.write(c.Blocks)
	}
}

// ownLines are the lines of text of a cell, but those of a table in it that is more than a frame.
func ownLines(blocks []Block) []string {
	var out []string
	for _, b := range blocks {
		if b.Table == nil || b.Table.onlyText() {
			out = append(out, lines([]Block{b})...)
		}
	}
	return out
}

// numbersFigure reports whether the number of a list stands where it may be taken for the figure of a cell, or for a part of
// it: alone, or before a figure.
func numbersFigure(blocks []Block) bool {
	return slices.ContainsFunc(blocks, func(b Block) bool {
		if b.Table != nil && b.Table.onlyText() {
			return slices.ContainsFunc(b.Table.Cells, func(c Cell) bool { return numbersFigure(c.Blocks) })
		}
		text := strings.TrimSpace(b.Text)
		return b.Numbered && (text == "" || fuhe.ReadFigure(text).OK)
	})
}

// beside takes over what the frames inside a cell keep beside their text.
func (c *Cell) beside() {
	for _, b := range c.Blocks {
		if b.Table == nil || !b.Table.onlyText() {
			continue
		}
		for _, in := range b.Table.Cells {
			in.beside()
			c.Struck = c.Struck || in.Struck
			if c.Instead == nil {
				c.Instead = in.Instead
			}
			if c.Doubt == nil {
				c.Doubt = in.Doubt
			}
		}
	}
}

// lines are the lines of text in blocks without tables that count.
func lines(blocks []Block) []string {
	var out []string
	for _, b := range blocks {
		if b.Table == nil {
			out = append(out, b.Text)
			continue
		}
		for _, c := range b.Table.Cells {
			out = append(out, lines(c.Blocks)...)
		}
	}
	return out
}
