// Package worksheet turns a worksheet as stored into what a reader of it sees. In go cells with their texts, merged ranges,
// widths and hidden lines, out comes a grid of the visible range; in go numbers and number formats, out come texts. It
// opens no file.
//
// Hidden rows and columns are left out, and named in Unread when they hold text. Hidden sheets are laid out, marked, and
// put last.
package worksheet

import (
	"strings"

	"fuhe"
	"fuhe/extract/grid"
)

// Sheet is a worksheet. Rows and columns count from 0.
type Sheet struct {
	Name       string
	Hidden     bool
	Cells      []Cell // those with content
	Merges     []Span
	Pictures   []Span   // the cells that pictures lie on
	Columns    []Column // from the first on, as far as widths are stated
	Width      float64  // of a column without a width of its own, in characters; 0 for the usual one
	HiddenRows map[int]bool
	RowsHidden bool // rows that the file does not list are hidden
	ListedRows map[int]bool
	Rows, Cols int // extent of everything stored, blank styled cells included
	Unseen     []Unseen
	Unsure     string // why its texts cannot be relied on, "" when they can
	Failed     string // why it could not be read, "" when it was
}

// Cell is a cell as shown.
type Cell struct {
	Row, Col int
	Text     string
	Struck   bool            // text was left out, because it is struck out
	Style    *fuhe.CellStyle // how it is set; nil when that is not wanted
	Formula  *fuhe.Formula   // of a cell that is computed from others of its sheet, by their rows and columns; nil for none
	Doubt    *fuhe.Phrase    // why Text is not to be relied on: its format could not be applied, a picture stands there; nil when it is
}

// Span is a merged range.
type Span struct{ Row, Col, LastRow, LastCol int }

// Column is what a file states about a column.
type Column struct {
	Width  float64 // characters, 0 for the default
	Hidden bool
}

// Joined is a cell's text with its lines joined.
func Joined(text string) string {
	if text != "" && !strings.ContainsAny(text, "\n\r\v") {
		return grid.JoinLines([]string{text})
	}
	return grid.JoinLines(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' || r == '\v' }))
}
