package text

import (
	"fmt"
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
)

// block is a run of rows that belong together: a table, or lines of text.
type block struct {
	dialect dialect
	rows    []row
	cols    int  // cells of the widest row
	table   bool // its rows have separators
}

func (k *block) add(r row) {
	k.rows = append(k.rows, r)
	k.cols = max(k.cols, len(r.fields))
}

// blocks cuts a file into tables and text. A blank line does not end a table when more rows of cells follow: texts copied
// from a form are broken inside long cells, and every table of a form has a title above it. A line without separators right between two rows is a row of one
// cell; set off by a blank line it is text outside the table.
func blocks(d dialect, s string) []block {
	var rows []row
	switch separator := separators[d]; {
	case separator != 0:
		rows = separated(s, separator)
	case d == pipes:
		rows = barredRows(s)
	default:
		for _, line := range strings.Split(s, "\n") {
			rows = append(rows, row{fields: []string{line}, raw: line, blank: strings.TrimSpace(line) == ""})
		}
	}
	var out []block
	open := func(table bool) *block {
		if n := len(out); n > 0 && out[n-1].table == table {
			return &out[n-1]
		}
		out = append(out, block{dialect: d, table: table})
		return &out[len(out)-1]
	}
	blanks := 0 // in a row, before this one
	for i, r := range rows {
		if r.blank {
			blanks++
			continue
		}
		if n := len(out); n > 0 && out[n-1].table && blanks > 0 && !out[n-1].goesOn(r, blanks) {
			out = append(out, block{dialect: d}) // ends the table
		}
		beside := i > 0 && i+1 < len(rows) && len(rows[i-1].fields) > 1 && len(rows[i+1].fields) > 1
		open(len(r.fields) > 1 || d == tabs && beside).add(r)
		blanks = 0
	}
	return out
}

// goesOn reports whether the table goes on with a row behind blank lines: behind one, when it is a row of cells; behind
// several, when it has as many cells as the table's last or widest.
func (k *block) goesOn(r row, blanks int) bool {
	n := len(r.fields)
	return n > 1 && k.dialect != pipes && (blanks == 1 || n == k.cols || n == len(k.rows[len(k.rows)-1].fields))
}

// isTable tells a table from text that is only indented or set with tabs once.
func (k *block) isTable() bool {
	if !k.table {
		return false
	}
	wide := 0
	for _, r := range k.rows {
		filled := 0
		for _, f := range r.fields {
			if strings.TrimSpace(f) != "" {
				filled++
			}
		}
		if filled > 1 {
			wide++
		}
	}
	return wide > 0 && len(k.rows) > 1
}

// lines are the block's rows as lines of text.
func (k *block) lines() []fuhe.Line {
	var out []fuhe.Line
	for _, r := range k.rows {
		for _, l := range strings.Split(clean(strings.ReplaceAll(r.raw, "\t", " "), k.dialect), "\n") {
			if heading := strings.TrimLeft(l, "#"); heading != l && strings.HasPrefix(heading, " ") {
				l = heading // a Markdown heading
			}
			if l = strings.TrimSpace(l); l != "" {
				out = append(out, fuhe.Line{Text: l})
			}
		}
	}
	return out
}

// grid is the block as a grid: rows padded to the widest.
func (k *block) grid(table int) grid.Grid {
	g := grid.Grid{Table: table, Rows: len(k.rows), Cols: k.cols, Spaced: true, Unsure: k.doubt()}
	g.Cells = make([]grid.Cell, 0, g.Rows*g.Cols)
	for r, row := range k.rows {
		for c := range g.Cols {
			cell := grid.Cell{Row: r, Col: c, RowSpan: 1, ColSpan: 1, At: fuhe.Source{Table: table, Ref: fuhe.Ref(r, c, 1, 1)}}
			if c < len(row.fields) {
				cell.Text = grid.JoinLines(strings.Split(clean(row.fields[c], k.dialect), "\n"))
			}
			g.Cells = append(g.Cells, cell)
		}
	}
	return g
}

// doubt finds rows of separated values with more cells than the others: a thousands comma without quotation marks
// splits a figure, and what follows stands one column off.
func (k *block) doubt() string {
	if k.dialect == tabs || k.dialect == pipes {
		return ""
	}
	counts := map[int]int{}
	for _, r := range k.rows {
		counts[len(r.fields)]++
	}
	usual := 0
	for n, times := range counts {
		if times > counts[usual] || times == counts[usual] && n < usual {
			usual = n
		}
	}
	i := slices.IndexFunc(k.rows, func(r row) bool { return len(r.fields) > usual })
	if i < 0 {
		return ""
	}
	return fmt.Sprintf("row %d has %d cells where the others have %d: a separator inside a cell without quotation marks?", i+1, len(k.rows[i].fields), usual)
}
