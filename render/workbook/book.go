package workbook

import (
	"bytes"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render"
	"fuhe/render/review"
)

// book is a workbook being written.
type book struct {
	file      *excelize.File
	lang      fuhe.Lang
	causes    bool // further causes are listed, too
	names     render.SheetNames
	styles    map[style]int
	marks     map[marking]int
	cached    cachedValues
	notes     map[string]notes // comments that sheets of the input came with
	unshared  map[string]bool  // sheets of the input whose shared formulas were written out
	commented map[string]bool  // sheets that have comments of ours
	around    *Papers          // nil for none
	said      map[review.Key]review.Verdict
	ownHash   string // of the workbook that is corrected in place: its rows are of one document, whose hash changes each time
	shelf     []shelved
	empty     bool // the sheet a new workbook begins with is still to be used
}

func newBook(l fuhe.Lang) *book {
	b := bookOf(excelize.NewFile(), l)
	b.empty = true
	return b
}

func bookOf(f *excelize.File, l fuhe.Lang) *book {
	return &book{file: f, lang: l, names: render.SheetNames{}, styles: map[style]int{}, marks: map[marking]int{}, cached: cachedValues{}, notes: map[string]notes{}, commented: map[string]bool{}, unshared: map[string]bool{}}
}

// firstSheet is the sheet excelize begins a workbook with; the first sheet added takes it over.
const firstSheet = "Sheet1"

// addSheet adds a sheet at the end and returns its name.
func (b *book) addSheet(wanted, otherwise string) (string, error) {
	name := b.names.Take(wanted, otherwise)
	if b.empty {
		b.empty = false
		return name, b.file.SetSheetName(firstSheet, name)
	}
	_, err := b.file.NewSheet(name)
	return name, err
}

// rawValues asks excelize for what a cell holds, not for what it shows.
var rawValues = excelize.Options{RawCellValue: true}

// write finishes the workbook.
func (b *book) write(w io.Writer) error {
	var buffer bytes.Buffer
	// Options without a password: the results can only be put into an open file.
	if err := b.file.Write(&buffer, excelize.Options{}); err != nil {
		return err
	}
	if len(b.cached) == 0 && len(b.shelf) == 0 {
		_, err := w.Write(buffer.Bytes())
		return err
	}
	return b.bind(w, buffer.Bytes())
}

// style is the look of a cell that this package lays out.
type style struct {
	font     float64
	bold     bool
	left     bool // else centred
	indent   int  // from the left border
	border   bool
	literal  bool // text that a spreadsheet would take for something else when it is edited
	heading  bool // of a list of findings
	link     bool
	format   string
	colorHex string
}

func (b *book) style(s style) (int, error) {
	if id, ok := b.styles[s]; ok {
		return id, nil
	}
	e := &excelize.Style{
		Font:      &excelize.Font{Family: "宋体", Size: s.font, Bold: s.bold},
		Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
	}
	if s.left {
		e.Alignment.Horizontal, e.Alignment.Indent = "left", s.indent
	}
	if s.link {
		e.Font.Color, e.Font.Underline = "0563C1", "single"
	}
	if s.border {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			e.Border = append(e.Border, excelize.Border{Type: side, Style: 1, Color: "000000"})
		}
	}
	if s.heading {
		s.colorHex = "D9E1F2"
	}
	if s.colorHex != "" {
		e.Fill = solid(s.colorHex)
	}
	switch {
	case s.literal:
		e.NumFmt = 49 // "@"
	case s.format != "":
		e.CustomNumFmt = &s.format
	}
	id, err := b.file.NewStyle(e)
	if err != nil {
		return 0, fmt.Errorf("style of a cell: %w", err)
	}
	b.styles[s] = id
	return id, nil
}

func solid(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

// escapeLike is what spreadsheet files write for a control character: a text that looks like one must say it is none.
var escapeLike = expression(`_x[0-9A-Fa-f]{4}_`)

// text writes a text as text whatever it looks like, and says so where it had to be cut.
func (b *book) text(sheet, ref, s string) error { return b.file.SetCellStr(sheet, ref, b.safe(s)) }

// safe is a text as a cell can hold it.
func (b *book) safe(s string) string {
	s = escapeLike().ReplaceAllString(s, "_x005F$0")
	if cut := render.CutUnits(s, render.MaxCellUnits); cut != s {
		tail := cutPhrase.In(b.lang)
		s = render.CutUnits(s, render.MaxCellUnits-len(tail)) + tail
	}
	return s
}
