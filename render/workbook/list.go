package workbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render"
)

// column is a column of a list sheet.
type column struct {
	name  fuhe.Phrase
	width float64 // in characters; with a span that of all its columns together
	left  bool
	span  int // columns of the sheet that it takes, merged; 0 is one
}

// in is the column as wide as the longest word of its heading needs in a language: a word broken in two cannot be read.
// Chinese may break anywhere.
func (c column) in(l fuhe.Lang) column {
	for word := range strings.FieldsSeq(c.name.In(l)) {
		if render.Cells(word) == len(word) {
			c.width = max(c.width, float64(len(word))*headWordWidth+1)
		}
	}
	return c
}

// widened gives the column of that heading room for its longest text on one line: some programs never wrap a link.
func widened(columns []column, heading fuhe.Phrase, rows [][]entry) []column {
	columns = slices.Clone(columns)
	at := slices.IndexFunc(columns, func(c column) bool { return c.name == heading })
	for _, entries := range rows {
		columns[at].width = max(columns[at].width, (render.TextPoints(entries[at].text, fontPoints)+2*cellPadPoints)/charPoints)
	}
	return columns
}

// startOf is the column of the sheet where column i of a list begins.
func startOf(columns []column, i int) int {
	at := 0
	for _, c := range columns[:i] {
		at += max(c.span, 1)
	}
	return at
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
		headLines = max(headLines, listLines(col.name.In(b.lang), col.in(b.lang)))
		ref, last := cellsOf(top, columns, c)
		if err := b.text(sheet, ref, col.name.In(b.lang)); err != nil {
			return 0, err
		}
		if err := b.merge(sheet, ref, last, head); err != nil {
			return 0, err
		}
	}
	if err := b.file.SetRowHeight(sheet, top+1, listHeight(headLines)); err != nil {
		return 0, err
	}
	for r, entries := range rows {
		lines := 1
		for c, e := range entries {
			ref, last := cellsOf(top+1+r, columns, c)
			if err := b.entry(sheet, ref, last, e, columns[c]); err != nil {
				return 0, err
			}
			lines = max(lines, listLines(e.text, columns[c]))
		}
		if err := b.file.SetRowHeight(sheet, top+r+2, listHeight(lines)); err != nil {
			return 0, err
		}
	}
	return top + 1 + len(rows), nil
}

// cellsOf are the first and the last cell of column i of a list in a row.
func cellsOf(row int, columns []column, i int) (from, to string) {
	at := startOf(columns, i)
	return fuhe.Ref(row, at, 1, 1), fuhe.Ref(row, at+max(columns[i].span, 1)-1, 1, 1)
}

// listLines is the number of lines a text takes in a column.
func listLines(text string, col column) int {
	return render.LinesIn(text, fontPoints, col.width*charPoints-cellPadPoints)
}

func listHeight(lines int) float64 {
	return min(float64(lines)*fontPoints*linePerFont+rowPadPoints, maxRowPoints)
}

func (b *book) entry(sheet, ref, last string, e entry, col column) error {
	s := style{font: fontPoints, border: true, left: col.left, format: e.format, colorHex: e.color}
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
	return b.merge(sheet, ref, last, id)
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
		if err := b.file.SetColWidth(sheet, name, name, col.in(b.lang).width); err != nil {
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
