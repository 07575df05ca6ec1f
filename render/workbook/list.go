package workbook

import (
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render"
)

// column is a column of a list sheet.
type column struct {
	name  fuhe.Phrase
	width float64 // in characters
	left  bool
	code  bool // for programs: cut at the edge of the cell, and no row is higher for it
}

// entry is one cell of a list: text, or a number, perhaps with a link to a cell.
type entry struct {
	text   string
	number *float64
	format string
	link   spot
	color  string

	formula string // that gives number; the cell shows both
	bold    bool
}

func words(s string) entry { return entry{text: s} }

func count(n int) entry {
	f := float64(n)
	return entry{number: &f, format: "0"}
}

// list writes a table of a list sheet from a row on (from 0) and returns the row after it.
func (b *book) list(sheet string, top int, columns []column, rows [][]entry) (int, error) {
	head, err := b.style(style{font: fontPoints, bold: true, border: true, heading: true})
	if err != nil {
		return 0, err
	}
	headLines := 1
	for c, col := range columns {
		headLines = max(headLines, listLines(col.name.In(b.lang), col))
		ref := fuhe.Ref(top, c, 1, 1)
		if err := b.text(sheet, ref, col.name.In(b.lang)); err != nil {
			return 0, err
		}
		if err := b.file.SetCellStyle(sheet, ref, ref, head); err != nil {
			return 0, err
		}
	}
	if err := b.file.SetRowHeight(sheet, top+1, listHeight(headLines)); err != nil {
		return 0, err
	}
	for r, entries := range rows {
		lines := 1
		for c, e := range entries {
			if err := b.entry(sheet, fuhe.Ref(top+1+r, c, 1, 1), e, columns[c]); err != nil {
				return 0, err
			}
			if !columns[c].code {
				lines = max(lines, listLines(e.text, columns[c]))
			}
		}
		if err := b.file.SetRowHeight(sheet, top+r+2, listHeight(lines)); err != nil {
			return 0, err
		}
	}
	return top + 1 + len(rows), nil
}

// listLines is the number of lines a text takes in a column; a character of its width is 7 pixels, 5¼ points.
func listLines(text string, col column) int {
	return render.LinesIn(text, fontPoints, col.width*5.25-cellPadPoints)
}

func listHeight(lines int) float64 {
	return min(float64(lines)*fontPoints*linePerFont+rowPadPoints, maxRowPoints)
}

func (b *book) entry(sheet, ref string, e entry, col column) error {
	s := style{font: fontPoints, border: true, left: col.left, format: e.format, colorHex: e.color, oneLine: col.code}
	var err error
	s.bold = e.bold
	switch {
	case e.formula != "" && e.number != nil:
		err = b.file.SetCellFormula(sheet, ref, e.formula)
		b.cached.set(sheet, ref, cachedValue{strconv.FormatFloat(*e.number, 'f', -1, 64), numberValue})
	case e.number != nil:
		err = b.file.SetCellFloat(sheet, ref, *e.number, -1, 64)
	default:
		s.literal = looksLiteral(e.text)
		err = b.text(sheet, ref, e.text)
	}
	if err != nil {
		return err
	}
	if e.link.sheet != "" {
		s.link = true
		err := b.file.SetCellHyperLink(sheet, ref, render.QuoteSheet(e.link.sheet)+"!"+e.link.first, "Location")
		if err != nil {
			return err
		}
	}
	id, err := b.style(s)
	if err != nil {
		return err
	}
	return b.file.SetCellStyle(sheet, ref, ref, id)
}

// headline writes a line over the whole width of a list sheet.
func (b *book) headline(sheet string, row, cols int, text string, s style) error {
	first, last := fuhe.Ref(row, 0, 1, 1), fuhe.Ref(row, cols-1, 1, 1)
	if err := b.text(sheet, first, text); err != nil {
		return err
	}
	id, err := b.style(s)
	if err != nil {
		return err
	}
	if err := b.merge(sheet, first, last, id); err != nil {
		return err
	}
	return b.file.SetRowHeight(sheet, row+1, s.font*linePerFont+rowPadPoints)
}

// listPage sets a list sheet up: widths, paper, the heading kept in sight.
func (b *book) listPage(sheet string, columns []column, frozen int) error {
	for c, col := range columns {
		name, err := excelize.ColumnNumberToName(c + 1)
		if err != nil {
			return err
		}
		if err := b.file.SetColWidth(sheet, name, name, col.width); err != nil {
			return err
		}
	}
	if err := b.file.SetPanes(sheet, &excelize.Panes{
		Freeze: true, YSplit: frozen, TopLeftCell: fmt.Sprintf("A%d", frozen+1), ActivePane: "bottomLeft",
	}); err != nil {
		return err
	}
	return b.paper(sheet, true, 0)
}
