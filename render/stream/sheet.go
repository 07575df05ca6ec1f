package stream

import (
	"bufio"
	"fmt"
	"math"
	"strconv"
	"strings"

	"fuhe"
	"fuhe/render"
)

// Cell is one cell of a row.
type Cell struct {
	Col     int
	Style   int
	Text    string // shown as it is, when the others are empty
	Number  string // a plain decimal number
	Formula string // with Number as the value it has now
}

// Sheet is the sheet being written.
type Sheet struct {
	book     *Book
	n        int // from 1, in the order of writing
	entry    sheetEntry
	setup    Setup
	out      *bufio.Writer
	line     []byte // room for what is being written
	row      int
	cols     int // the last one written
	merges   []string
	links    []link
	comments []comment

	commented map[[2]int]int // of a cell that has one, its place in comments
}

type link struct{ ref, location, shown string }

// Sheet begins a sheet. The name must be a legal one that no other has: render.SheetNames.
func (b *Book) Sheet(name string, o Setup) (*Sheet, error) {
	if b.open {
		return nil, errOpen
	}
	s := &Sheet{book: b, n: len(b.sheets) + 1, entry: sheetEntry{name: name, first: o.First}, setup: o}
	var err error
	if s.out, err = b.part(fmt.Sprintf("xl/worksheets/sheet%d.xml", s.n)); err != nil {
		return nil, err
	}
	b.open = true
	if o.Repeat > 0 {
		s.entry.titles = fmt.Sprintf("%s!$%d:$%d", render.QuoteSheet(name), o.RepeatTop+1, o.RepeatTop+o.Repeat)
	}
	return s, s.head()
}

// head is what stands before the rows.
func (s *Sheet) head() error {
	var b strings.Builder
	b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`)
	b.WriteString(`<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"`)
	if s.setup.First {
		b.WriteString(` tabSelected="1"`)
	}
	b.WriteString(`>`)
	if s.setup.Frozen > 0 || s.setup.FrozenCol > 0 {
		b.WriteString(`<pane`)
		if s.setup.FrozenCol > 0 {
			fmt.Fprintf(&b, ` xSplit="%d"`, s.setup.FrozenCol)
		}
		if s.setup.Frozen > 0 {
			fmt.Fprintf(&b, ` ySplit="%d"`, s.setup.Frozen)
		}
		pane := "bottomLeft"
		if s.setup.FrozenCol > 0 {
			pane = "bottomRight"
			if s.setup.Frozen == 0 {
				pane = "topRight"
			}
		}
		fmt.Fprintf(&b, ` topLeftCell="%s" activePane="%s" state="frozen"/>`, fuhe.Ref(s.setup.Frozen, s.setup.FrozenCol, 1, 1), pane)
	}
	b.WriteString(`</sheetView></sheetViews><sheetFormatPr defaultRowHeight="20"/>`)
	if len(s.setup.Widths) > 0 {
		b.WriteString(`<cols>`)
		for i, w := range s.setup.Widths {
			fmt.Fprintf(&b, `<col min="%[1]d" max="%[1]d" width="%.2[2]f" customWidth="1"/>`, i+1, min(max(w, 1)/pointsPerWidth, widestColumn))
		}
		b.WriteString(`</cols>`)
	}
	b.WriteString(`<sheetData>`)
	_, err := s.out.WriteString(b.String())
	return err
}

// Rows is the number of rows written so far: the next row's, from 0.
func (s *Sheet) Rows() int { return s.row }

// Row writes the next row; cells stand from left to right. A height of 0 leaves it to the program that opens it.
func (s *Sheet) Row(height float64, cells []Cell) error {
	if s.row >= MaxRows {
		return fmt.Errorf("sheet %s: more than %d rows", s.entry.name, MaxRows)
	}
	s.row++
	b := strconv.AppendInt(append(s.line[:0], `<row r="`...), int64(s.row), 10)
	if height > 0 && !math.IsInf(height, 0) {
		b = strconv.AppendFloat(append(b, `" ht="`...), min(height, highestRow), 'f', 2, 64)
		b = append(b, `" customHeight="1`...)
	}
	b = append(b, `">`...)
	for i := range cells {
		b = s.appendCell(b, &cells[i])
		s.cols = max(s.cols, cells[i].Col)
		if len(b) > lineBytes {
			if _, err := s.out.Write(b); err != nil {
				return err
			}
			b = b[:0]
		}
	}
	b = append(b, `</row>`...)
	_, err := s.out.Write(b)
	if s.line = b[:0]; cap(b) > 2*lineBytes {
		s.line = nil // a text of many pages is not kept room for
	}
	return err
}

// appendCell appends one cell.
func (s *Sheet) appendCell(b []byte, c *Cell) []byte {
	b = fuhe.AppendRef(append(b, `<c r="`...), s.row-1, c.Col)
	b = strconv.AppendInt(append(b, `" s="`...), int64(c.Style), 10)
	switch {
	case c.Formula != "":
		b = appendEscaped(append(b, `"><f>`...), c.Formula)
		b = append(append(b, `</f><v>`...), c.Number...)
		return append(b, `</v></c>`...)
	case c.Number != "":
		b = append(append(b, `"><v>`...), c.Number...)
		return append(b, `</v></c>`...)
	case c.Text != "":
		b = appendEscaped(append(b, `" t="inlineStr"><is><t xml:space="preserve">`...), literal(c.Text))
		return append(b, `</t></is></c>`...)
	}
	return append(b, `"/>`...)
}

// Merge makes cells one.
func (s *Sheet) Merge(row, col, rows, cols int) {
	if rows > 1 || cols > 1 {
		s.merges = append(s.merges, fuhe.Ref(row, col, rows, cols))
	}
}

// Link makes a cell lead to a cell of a sheet.
func (s *Sheet) Link(row, col int, sheet, ref, shown string) {
	s.links = append(s.links, link{fuhe.Ref(row, col, 1, 1), render.QuoteSheet(sheet) + "!" + ref, shown})
}

// Filter gives the range a filter on its first row.
func (s *Sheet) Filter(row, col, rows, cols int) {
	s.entry.filter = fuhe.Ref(row, col, rows, cols)
}

// Close ends the sheet.
func (s *Sheet) Close() error {
	var b strings.Builder
	b.WriteString(`</sheetData>`)
	if s.entry.filter != "" {
		fmt.Fprintf(&b, `<autoFilter ref="%s"/>`, s.entry.filter)
	}
	if len(s.merges) > 0 {
		fmt.Fprintf(&b, `<mergeCells count="%d">`, len(s.merges))
		for _, m := range s.merges {
			fmt.Fprintf(&b, `<mergeCell ref="%s"/>`, m)
		}
		b.WriteString(`</mergeCells>`)
	}
	if len(s.links) > 0 {
		b.WriteString(`<hyperlinks>`)
		for _, l := range s.links {
			fmt.Fprintf(&b, `<hyperlink ref="%s" location="%s" display="%s"/>`, l.ref, escaped(l.location), escaped(l.shown))
		}
		b.WriteString(`</hyperlinks>`)
	}
	orientation := "portrait"
	if s.setup.Landscape {
		orientation = "landscape"
	}
	high := 0
	if s.setup.OnePage {
		high = 1
	}
	fmt.Fprintf(&b, `<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="%s" fitToWidth="1" fitToHeight="%d"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`, orientation, high)
	if s.row > 0 { // codes are texts on purpose
		fmt.Fprintf(&b, `<ignoredErrors><ignoredError sqref="A1:%s" numberStoredAsText="1"/></ignoredErrors>`, fuhe.Ref(s.row-1, s.cols, 1, 1))
	}
	if len(s.comments) > 0 {
		b.WriteString(`<legacyDrawing r:id="rId1"/>`)
	}
	b.WriteString(`</worksheet>`)
	if _, err := s.out.WriteString(b.String()); err != nil {
		return err
	}
	if err := s.out.Flush(); err != nil {
		return err
	}
	s.entry.comments = len(s.comments) > 0
	s.book.sheets = append(s.book.sheets, s.entry)
	s.book.open = false
	if s.entry.comments {
		return s.writeComments()
	}
	return nil
}
