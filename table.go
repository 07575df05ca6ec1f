package fuhe

// Table is a ruled table as cells with spans; rows and columns count from 0.
type Table struct {
	Sheet string      `json:"sheet,omitempty"`
	Page  int         `json:"page,omitempty"`
	Table int         `json:"table"`
	Rows  int         `json:"rows"`
	Cols  int         `json:"cols"`
	Box   *Box        `json:"box,omitempty"`
	Cells []TableCell `json:"cells"` // row by row, each merged cell once
}

// TableCell is one cell of a Table.
type TableCell struct {
	Row     int    `json:"row"`
	Col     int    `json:"col"`
	RowSpan int    `json:"rowspan"`
	ColSpan int    `json:"colspan"`
	Text    string `json:"text"`
	Box     *Box   `json:"box,omitempty"`
	At      Source `json:"-"`
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
