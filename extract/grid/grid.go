// Package grid is the seam between file formats and form layouts: tables as cells with spans, and the lines of text
// around them. Readers of formats produce grids and know nothing of forms; package form reads grids and knows nothing
// of files. Nothing here opens a file or knows a heading.
package grid

import (
	"errors"

	"fuhe"
)

// Grid is one table as found in a file. Rows and columns count from 0. Every position is covered by at most one cell;
// a position without a cell was open or missing in the file.
type Grid struct {
	Sheet  string // spreadsheets
	Hidden bool   // spreadsheets: the sheet is hidden
	Page   int    // paged files, from 1; of a joined grid the first page
	Table  int    // from 1 on its page, or in its file
	Rows   int
	Cols   int
	Cells  []Cell // row by row; each merged cell once, at its top left position
	Box    fuhe.Box

	// Edges are the x coordinates of the column borders in points (Cols+1 of them); nil when the file has no geometry.
	Edges []float64
	// Inferred is true when not all of its borders are drawn: edges of colours or the places of its texts tell some.
	Inferred bool
	// Placed is true when no rules and no colours tell its cells apart: all of them are inferred from where the texts stand.
	Placed bool
	// Scanned is true when its texts were recognised in a picture.
	Scanned bool
	// Spaced is true when columns were only told apart by separators (tabs, commas, pipes): spans are lost, and a row
	// may stand shifted against its headings.
	Spaced bool

	Above []fuhe.Line // lines between the table before and this one (or from the top of the page), top down
	Below []fuhe.Line // lines under the last table of a page, sheet or file; never also Above of another grid

	// Breaks are the rows at which a new page or column of a page begins, in a grid joined from several.
	Breaks  []int
	columns int // of these, those that begin a column

	// OpenTop and OpenBottom are true when no rule is drawn along that side: a row cut by the edge of the page.
	OpenTop, OpenBottom bool

	// Drawn counts the digits that the page shows within the grid, glyph by glyph, whatever cell they were put into; zero
	// for files without pages.
	Drawn  fuhe.Digits
	Struck fuhe.Digits // of these, what is struck out and in no cell

	// Unsure says why the text of this grid cannot be relied on ("characters without Unicode on page 2"); "" when it can.
	Unsure string
}

// Cell is one cell of a grid; its Box is left to AsTable. It is the cell of a table, too: a sheet may have a million of them,
// which are never held twice.
type Cell = fuhe.TableCell

// Book is everything a reader found in one file, in the file's order.
type Book struct {
	Pages   int               // 0 for files without pages
	Grids   []Grid            //
	Readers []fuhe.PageReader // PDF: who read which page
	Sizes   []fuhe.PageSize   // of pages that were read
	Unread  []fuhe.Unread     // pages and sheets that could not be read
	Loose   []Loose           // what pages hold besides their grids and the lines around those
}

// Loose is what stands on a page, or in a file without pages and tables, that no grid tells of.
type Loose struct {
	Page     int
	Lines    []fuhe.Line // of a page without grids, and in frames around texts, top down
	Pictures bool        // pictures lie on it, which are not read
}

// At is the cell that covers a position; nil when none does.
func (g *Grid) At(row, col int) *Cell {
	for i := range g.Cells {
		c := &g.Cells[i]
		if row >= c.Row && row < c.Row+c.RowSpan && col >= c.Col && col < c.Col+c.ColSpan {
			return c
		}
	}
	return nil
}

// AsTable is the grid in the form of the contract. It has the grid's own cells, which nobody changes after that.
func (g *Grid) AsTable() fuhe.Table {
	t := fuhe.Table{Sheet: g.Sheet, Page: g.Page, Table: g.Table, Rows: g.Rows, Cols: g.Cols, Inferred: g.Inferred, Scanned: g.Scanned, Cells: g.Cells}
	if t.Cells == nil {
		t.Cells = []fuhe.TableCell{}
	}
	if !g.Box.IsZero() {
		t.Box = &g.Box
	}
	for i := range g.Cells {
		if c := &g.Cells[i]; !c.At.Box.IsZero() {
			c.Box = &c.At.Box
		}
	}
	return t
}

// ErrLocked is a file that is encrypted in a way that fuhe cannot open, whatever the password.
var ErrLocked = errors.New("encrypted in a way that fuhe cannot open: save it without encryption, or print it to a .pdf")

// ErrEncrypted is a file that needs a password, or another one than was given.
var ErrEncrypted = errors.New("encrypted: a password is needed, or the one given is wrong")
