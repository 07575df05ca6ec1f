// Package text reads tables written as plain text into grids: values separated by tabs, commas, semicolons or bars, and
// Markdown tables. Fragments of HTML and LaTeX inside cells (<p>, $\geq 80\%$) become what a reader of the page saw.
// Columns are only told apart by their separators, so every grid is Spaced. It lays out no HTML pages and finds no
// forms; text without a table gives no grid.
package text

import (
	"fmt"
	"io"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
)

// Read reads a text file.
func Read(r io.ReaderAt, size int64) (grid.Book, error) {
	if size > maxBytes {
		return grid.Book{}, fmt.Errorf("the text has %d MB, more than the %d MB fuhe reads", size>>20, maxBytes>>20)
	}
	raw := make([]byte, size)
	if n, err := r.ReadAt(raw, 0); err != nil && (err != io.EOF || int64(n) < size) {
		return grid.Book{}, err
	}
	s, err := decode(raw)
	if err != nil {
		return grid.Book{}, err
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	if n := strings.Count(s, "\n"); n > maxLines {
		return grid.Book{}, fmt.Errorf("the text has %d lines, more than the %d fuhe reads", n, maxLines)
	}
	d, s := statedDialect(s)
	if d == none {
		d = dialectOf(s)
	}
	return book(blocks(d, s)), nil
}

// book turns blocks into grids, with the lines around them.
func book(blocks []block) grid.Book {
	var b grid.Book
	var lines []fuhe.Line
	for _, k := range blocks {
		if !k.isTable() {
			lines = append(lines, k.lines()...)
			continue
		}
		if len(b.Grids) == maxTables {
			b.Unread = append(b.Unread, fuhe.Unread{Reason: fmt.Sprintf("only the first %d tables are read", maxTables)})
			return b
		}
		n := len(b.Grids) + 1
		if size := len(k.rows) * k.cols; size > maxPositions {
			b.Unread = append(b.Unread, fuhe.Unread{At: fuhe.Source{Table: n},
				Reason: fmt.Sprintf("table not read: %d rows × %d columns are larger than a form", len(k.rows), k.cols)})
			continue
		}
		g := k.grid(n)
		g.Above = place(lines, n)
		lines = nil
		b.Grids = append(b.Grids, g)
	}
	if n := len(b.Grids); n > 0 {
		b.Grids[n-1].Below = place(lines, n)
	} else if len(lines) > 0 {
		b.Loose = []grid.Loose{{Lines: place(lines, 0)}}
	}
	return b
}

// place says which table lines belong to.
func place(lines []fuhe.Line, table int) []fuhe.Line {
	for i := range lines {
		lines[i].At = fuhe.Source{Table: table}
	}
	return lines
}
