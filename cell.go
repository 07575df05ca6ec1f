// Package fuhe is the common model of a published performance self-evaluation form (绩效自评表): what stands on the
// form, where it stands, and what was found wrong with it. Readers fill it, the scorer judges it, renderers show it.
// Nothing is read, computed or written here. The JSON of these types is schema "fuhe/1".
package fuhe

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Cell is one entry of a form. Four states stay apart: the form has no such entry (zero Cell) · the entry is there and
// blank (Text "") · its text is no number (Number nil) · it is a number.
type Cell struct {
	Text   string  // what a reader sees, lines joined, no padding
	Number *Number // the figure in Text, nil when Text is no number
	At     Source  // where it stands; the zero Source means the form has no such entry

	Marks  []string // raised footnote marks, which are not in Text, and remarks in it, which are not in Number: "①", "（含结转）"
	Struck bool     // struck-out text stood here and was left out
	Doubt  *Phrase  // why this is not taken for what it seems to be, nil when it is; then Number is nil
	Read   *string  // what fuhe read here, where a person read Text by hand; nil elsewhere
}

// NewCell is the cell with the given shown text at the given place; a figure in the text is read with ReadFigure.
func NewCell(text string, at Source) Cell {
	c := Cell{Text: strings.TrimSpace(text), At: at}
	r := ReadFigure(c.Text)
	if r.OK {
		c.Number = &r.Number
	}
	c.Marks, c.Doubt = r.Marks, r.Doubt
	return c
}

// Present reports whether the form has this entry at all, blank or not.
func (c Cell) Present() bool { return !c.At.IsZero() }

// Blank reports whether the entry is there and nothing is written in it. What was struck out, or stands there and was not
// read (a picture), is no blank.
func (c Cell) Blank() bool { return c.Present() && c.Text == "" && !c.Struck && c.Doubt == nil }

// Kept is the cell with what a reader of the file found beside its text: marks kept apart, text left out because it is
// struck out, and why it is not to be relied on.
func (c Cell) Kept(marks []string, struck bool, doubt *Phrase) Cell {
	for _, m := range marks {
		if !slices.Contains(c.Marks, m) {
			c.Marks = append(c.Marks[:len(c.Marks):len(c.Marks)], m)
		}
	}
	c.Struck = c.Struck || struck
	if doubt != nil {
		c.Number, c.Doubt = nil, doubt
	}
	return c
}

// And is the cell made of the given ones, with what was found beside the text of each.
func (c Cell) And(parts ...Cell) Cell {
	for _, p := range parts {
		c = c.Kept(p.Marks, p.Struck, p.Doubt)
	}
	return c
}

// Box is a rectangle on a page in points from the top left corner: x0, y0, x1, y1.
type Box [4]float64

// IsZero reports whether the box is unknown.
func (b Box) IsZero() bool { return b == Box{} }

// Source is the place of a cell in its file. Two cells are the same printed cell when their sources are equal.
type Source struct {
	Sheet string // spreadsheet: the sheet's name
	Page  int    // paged file: page from 1
	Table int    // table on that page (or in that file when it has no pages), from 1
	Ref   string // A1 style, "G4", merged "A3:A4"
	Box   Box    // paged file: the cell's rectangle
}

// IsZero reports whether there is no place.
func (s Source) IsZero() bool { return s == Source{} }

// String is "自评表!G4" in a spreadsheet, "p2.t1!G4" on a page, "t1!G4" in a file without pages.
func (s Source) String() string {
	place := s.Sheet
	if place == "" {
		switch {
		case s.Page > 0 && s.Table > 0:
			place = fmt.Sprintf("p%d.t%d", s.Page, s.Table)
		case s.Page > 0:
			place = fmt.Sprintf("p%d", s.Page)
		case s.Table > 0:
			place = fmt.Sprintf("t%d", s.Table)
		}
	}
	switch {
	case s.Ref == "":
		return place
	case place == "":
		return s.Ref
	}
	return place + "!" + s.Ref
}

// MarshalJSON writes {sheet,ref} for spreadsheets, {page,table,ref,box} for the rest, unknown parts left out.
func (s Source) MarshalJSON() ([]byte, error) { return s.appendJSON(nil) }

// MarshalJSON rounds to hundredths of a point: more says nothing and makes runs differ between machines.
func (b Box) MarshalJSON() ([]byte, error) { return b.appendJSON(nil), nil }

// MarshalJSON writes null for an entry the form does not have, else {text,value,unit,marks,struck,read,at}.
func (c Cell) MarshalJSON() ([]byte, error) {
	if !c.Present() {
		return []byte("null"), nil
	}
	out, err := appendString([]byte(`{"text":`), c.Text)
	if err == nil && c.Number != nil {
		out = append(append(append(out, `,"value":"`...), c.Number.String()...), '"')
		if c.Number.Unit != "" {
			out, err = appendString(append(out, `,"unit":`...), c.Number.Unit)
		}
	}
	for i, m := range c.Marks {
		if err == nil {
			out, err = appendString(append(out, [2]string{`,"marks":[`, `,`}[min(i, 1)]...), m)
		}
	}
	if len(c.Marks) > 0 {
		out = append(out, ']')
	}
	if c.Struck {
		out = append(out, `,"struck":true`...)
	}
	if err == nil && c.Read != nil {
		out, err = appendString(append(out, `,"read":`...), *c.Read)
	}
	if err == nil {
		out, err = c.At.appendJSON(append(out, `,"at":`...))
	}
	return append(out, '}'), err
}

// Ref is the A1-style name of a range of cells, rows and columns from 0: Ref(3, 6, 1, 1) is "G4", Ref(2, 0, 2, 1) "A3:A4".
func Ref(row, col, rowspan, colspan int) string {
	var room [24]byte
	ref := AppendRef(room[:0], row, col)
	if rowspan > 1 || colspan > 1 {
		ref = AppendRef(append(ref, ':'), row+max(rowspan, 1)-1, col+max(colspan, 1)-1)
	}
	return string(ref)
}

// AppendRef appends the reference of a single cell to a text that is put together.
func AppendRef(to []byte, row, col int) []byte {
	at := len(to)
	for n := col + 1; n > 0; n = (n - 1) / 26 {
		to = append(to, byte('A'+(n-1)%26))
	}
	slices.Reverse(to[at:])
	return strconv.AppendInt(to, int64(row)+1, 10)
}
