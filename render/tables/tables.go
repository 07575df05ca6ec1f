// Package tables writes the tables of documents as sheets that compute: documents with the tables that were read from them
// go in, one by one, out comes a workbook, or a file for programs (CSV, JSON lines, Parquet). A figure becomes a number
// that is shown as it was printed; codes, numbers of rows and whatever would lose something stay text. The workbook begins
// with a list of its tables that sets the figures of each page against those in the cells, and names what was not taken.
// It reads no file, recomputes nothing and keeps no table once it is written.
package tables

import (
	"fmt"
	"io"

	"fuhe"
)

// Options say how tables are written.
type Options struct {
	Lang     fuhe.Lang
	Layout   Layout
	AsText   bool // figures stay text, too
	Formulas bool // formulas of the original, where they give what is shown
	Styled   bool // looks of the original
	Foot     bool // the tables were added up: what was found is told, and that nothing was
	Pages    bool // a column says which page a row stands on
	// Seal makes the custom properties of a workbook from the hash of its parts (stream.Book.Seal); nil for none.
	Seal  func(hash string) []byte
	Notes bool // title, labels and notes become a comment instead of rows
}

// Layout is how tables are shared out among sheets.
type Layout string

// Layouts of a workbook.
const (
	SheetPerTable Layout = "sheet-per-table"
	OneSheet      Layout = "one-sheet"
	SheetPerTitle Layout = "sheet-per-title" // equal tables under one heading, for a pivot table
)

// Layouts are the words that --layout takes.
var Layouts = []string{string(SheetPerTable), string(OneSheet), string(SheetPerTitle)}

// Writer takes documents one by one; nothing is whole before Close.
type Writer interface {
	Add(doc fuhe.Document) error
	Close() error
}

// Suffixes are the names of files that New writes.
var Suffixes = []string{".xlsx", ".csv", ".jsonl", ".parquet"}

// New begins a file of the kind that a suffix names.
func New(w io.Writer, suffix string, o Options) (Writer, error) {
	switch suffix {
	case ".xlsx":
		return newWorkbook(w, o), nil
	case ".csv":
		return &commas{w: w, o: o}, nil
	case ".jsonl":
		return &lines{w: w, o: o}, nil
	case ".parquet":
		return newColumns(w, o)
	}
	return nil, fmt.Errorf("no writer of tables for %q", suffix)
}
