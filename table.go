package fuhe

import "strings"

// Table is a ruled table as cells with spans; rows and columns count from 0.
type Table struct {
	Sheet    string      `json:"sheet,omitempty"`
	Page     int         `json:"page,omitempty"`
	Pages    []int       `json:"pages,omitempty"` // all its pages, where a table that goes on over pages is given whole
	Table    int         `json:"table"`
	Title    string      `json:"title,omitempty"` // as printed above it, or at its top
	Unit     string      `json:"unit,omitempty"`  // what its amounts are in, as printed: 万元, 元
	Notes    []string    `json:"notes,omitempty"` // printed under it
	Rows     int         `json:"rows"`
	Cols     int         `json:"cols"`
	Box      *Box        `json:"box,omitempty"`
	Inferred bool        `json:"inferred,omitempty"` // not all of its borders are drawn: colours or the places of texts tell some
	Scanned  bool        `json:"scanned,omitempty"`  // its texts were recognised in a picture
	Cells    []TableCell `json:"cells"`              // row by row, each merged cell once

	Findings []TableFinding `json:"findings,omitempty"` // where its sums do not close, when that was asked for

	Setting Setting `json:"-"`
}

// Setting is how a table stands on its pages: what lays it out again as a sheet needs besides its cells.
type Setting struct {
	Above  []Line    // the lines over it that belong to it: title, department, number of the form, unit
	Below  []Line    // the notes under it
	Widths []float64 // of the columns, in points; nil when unknown
	Breaks []int     // the rows at which a page begins, in a table that goes on over pages
	Lead   int       // rows at its top that hold what else stands above a table: title, unit
	Head   int       // rows of headings behind them
	Tail   int       // rows at its end that are notes
	Unsure string    // why its text is not to be relied on; "" when it is

	Drawn  Digits // what the page shows within its box, counted glyph by glyph; zero for files without pages
	Struck Digits // of these, what is struck out, which is in no cell
	Held   Digits // what stands in its cells
	Repeat Digits // what stood in headings that a later page repeats, which were left out
}

// Digits counts what of a text can be a figure.
type Digits struct {
	Runs  int // of digits, with the points and commas among them: "1,234.5" is one
	Count int // digits
}

// Add sums two counts.
func (d Digits) Add(o Digits) Digits { return Digits{d.Runs + o.Runs, d.Count + o.Count} }

// DigitsOf counts the runs of digits in a text.
func DigitsOf(text string) Digits {
	var d Digits
	inside := false
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9', r >= '０' && r <= '９':
			d.Count++
			if !inside {
				d.Runs++
			}
			inside = true
		case r != '.' && r != ',' && r != '．' && r != '，':
			inside = false
		}
	}
	return d
}

// TableCell is one cell of a Table.
type TableCell struct {
	Row     int        `json:"row"`
	Col     int        `json:"col"`
	RowSpan int        `json:"rowspan"` // at least 1, as the next
	ColSpan int        `json:"colspan"`
	Text    string     `json:"text"`
	Box     *Box       `json:"box,omitempty"`
	At      Source     `json:"-"`
	Said    *string    `json:"doubt,omitempty"` // Missing in the language asked for; nil when Text is all
	Doubt   *Phrase    `json:"-"`               // why Text is not to be taken for what stands here (a picture, a format not known); nil when it is
	Marks   []string   `json:"-"`               // raised footnote marks, which are not in Text
	Struck  bool       `json:"-"`               // struck-out text stood here, which is not in Text
	Formula *Formula   `json:"-"`               // of a cell of a workbook, when that was asked for
	Style   *CellStyle `json:"-"`               // how it is set, when that was asked for and the file tells; cells may share one
}

// CellStyle is how the text of a cell is set. Colours are "RRGGBB"; "" is black on nothing.
type CellStyle struct {
	Bold        bool
	Size        float64 // of the font in points; 0 when it is not told
	Color, Fill string
}

// Blank reports whether nothing stands in the cell; a picture is something.
func (c *TableCell) Blank() bool { return c.Doubt == nil && strings.TrimSpace(c.Text) == "" }

// Missing says why Text is not all that stands in the cell, or not surely; nil when it is.
func (c *TableCell) Missing() *Phrase {
	if c.Doubt == nil && c.Struck {
		return &doubtStruck
	}
	return c.Doubt
}

var doubtStruck = Phrase{ZH: "此处有划去的文字，未取入", EN: "struck-out text stood here, which was not taken"}

// Entry is the cell as an entry of a form.
func (c *TableCell) Entry() Cell { return NewCell(c.Text, c.At).Kept(c.Marks, c.Struck, c.Doubt) }

// Outside is what a page holds besides its tables.
type Outside struct {
	At       Source `json:"at"`
	Figures  int    `json:"figures"`            // runs of digits in lines of text outside tables
	Sample   string `json:"sample,omitempty"`   // where the first of them stands
	Pictures bool   `json:"pictures,omitempty"` // pictures, which are not read
	NoTable  bool   `json:"no_table,omitempty"` // it is a page on which there is no table at all
}

// Printed is a form as it stands on paper, continued pages joined: what a renderer lays out again.
// An entry of the report is the table cell with the same source.
type Printed struct {
	Above  []Line    // title, year, unit: lines above the table, top down
	Table  Table     //
	Below  []Line    // notes and signatures under the table
	Widths []float64 // of the columns, in points; nil when unknown
}

// Line is a line of text outside any table.
type Line struct {
	Text string
	At   Source
}
