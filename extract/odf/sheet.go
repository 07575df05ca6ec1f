package odf

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"fuhe"
	"fuhe/extract/flow"
	"fuhe/extract/grid"
	"fuhe/extract/ooxml"
	"fuhe/extract/worksheet"
)

// pointsPerCharacter is the width of a digit in a spreadsheet's usual font: widths of columns are told in points, and the
// layout of worksheets takes characters.
const pointsPerCharacter = 5.25

// sheet reads a sheet of a spreadsheet.
func (d *document) sheet(e ooxml.Element) error {
	if e.Name.Local != "table" {
		return d.Pass()
	}
	if len(d.sheets) >= maxSheets {
		return fmt.Errorf("more than %d sheets", maxSheets)
	}
	s := &page{Sheet: worksheet.Sheet{Name: ooxml.Attr(e, "name"), HiddenRows: map[int]bool{}, ListedRows: map[int]bool{}}}
	s.Hidden = d.styles[styleKey("table", ooxml.Attr(e, "style-name"))].hidden
	err := d.children(func(e ooxml.Element) error { return d.sheetChild(s, e) })
	s.LeaveFaded(s.faded, s.restyled)
	d.sheets = append(d.sheets, &s.Sheet)
	return err
}

// page is a sheet being read.
type page struct {
	worksheet.Sheet
	faded    []worksheet.Faded // texts that nobody sees, if colours are those of the styles
	restyled bool

	styles   []string // of cells that state none, by column
	rowStyle string   // the same of the row being read

	row int // the next one
	col int // the next column whose width is told
}

func (d *document) sheetChild(s *page, e ooxml.Element) error {
	switch e.Name.Local {
	case "table-column":
		w := d.styles[styleKey("table-column", ooxml.Attr(e, "style-name"))].width
		hidden := isHidden(e) || w > 0 && worksheet.Thin(w/pointsPerCharacter)
		n := repeated(e, "number-columns-repeated", maxColumns)
		for range min(n, maxColumns-s.col) {
			s.Columns = append(s.Columns, worksheet.Column{Width: w / pointsPerCharacter, Hidden: hidden})
			s.styles = append(s.styles, ooxml.Attr(e, "default-cell-style-name"))
		}
		s.col += n
		return d.Pass()
	case "table-columns", "table-header-columns", "table-column-group", "table-rows", "table-header-rows", "table-row-group":
		return d.children(func(e ooxml.Element) error { return d.sheetChild(s, e) })
	case "table-row":
		return d.sheetRow(s, e)
	case "conditional-formats":
		s.restyled = true
	}
	return d.Pass() // shapes, forms, scenarios
}

func isHidden(e ooxml.Element) bool {
	v := ooxml.Attr(e, "visibility")
	return v == "collapse" || v == "filter"
}

// styleAt is the style of cells of a column that state none.
func (s *page) styleAt(col int) string {
	if col < len(s.styles) {
		return s.styles[col]
	}
	return ""
}

// sheetRow reads a row, as often as it is repeated.
func (d *document) sheetRow(s *page, e ooxml.Element) error {
	if err := d.count(1); err != nil {
		return err
	}
	s.rowStyle = ooxml.Attr(e, "default-cell-style-name")
	first, merges, fades, col := len(s.Cells), len(s.Merges), len(s.faded), 0
	err := d.children(func(e ooxml.Element) error {
		switch e.Name.Local {
		case "table-cell":
			n, err := d.sheetCell(s, e, col)
			col += n
			return err
		case "covered-table-cell":
			col += repeated(e, "number-columns-repeated", maxColumns)
		}
		return d.Pass()
	})
	if err != nil {
		return err
	}
	n := repeated(e, "number-rows-repeated", maxRows)
	if d.hidesRow(e) {
		for i := range min(n, maxCells) {
			s.HiddenRows[s.row+i] = true
		}
		if err := d.count(min(n, maxCells)); err != nil {
			return err
		}
	}
	if len(s.Cells) > first || len(s.Merges) > merges {
		if err := d.repeat(s, n, first, merges, fades); err != nil {
			return err
		}
		s.Rows = max(s.Rows, s.row+n)
	}
	if s.row += n; s.row > maxRows {
		return fmt.Errorf("more than %d rows", maxRows)
	}
	return nil
}

// hidesRow reports whether a row is hidden, or too flat to be seen.
func (d *document) hidesRow(e ooxml.Element) bool {
	height := d.styles[styleKey("table-row", ooxml.Attr(e, "style-name"))].height
	return isHidden(e) || height > 0 && worksheet.Flat(height)
}

// repeat puts the row just read down again, so that there are n of it: its cells, merged ranges and what nobody sees of them,
// each from a number on.
func (d *document) repeat(s *page, n, cells, merges, faded int) error {
	row, spans := s.Cells[cells:len(s.Cells):len(s.Cells)], s.Merges[merges:len(s.Merges):len(s.Merges)]
	pale := s.faded[faded:len(s.faded):len(s.faded)]
	for i := 1; i < n; i++ {
		if err := d.count(1 + len(row) + len(spans)); err != nil {
			return err
		}
		for _, c := range row {
			s.Cells = append(s.Cells, further(c, i))
		}
		for _, f := range pale {
			f.At += i * len(row)
			s.faded = append(s.faded, f)
		}
		for _, m := range spans {
			m.Row, m.LastRow = m.Row+i, m.LastRow+i
			s.Merges = append(s.Merges, m)
		}
	}
	return nil
}

// further is a cell of a row that is repeated, so many rows below; its formula would refer to the cells of the first one.
func further(c worksheet.Cell, rows int) worksheet.Cell {
	if c.Row += rows; c.Formula != nil {
		c.Formula = &fuhe.Formula{}
	}
	return c
}

// sheetCell reads the cell just begun and says how many columns it takes.
func (d *document) sheetCell(s *page, e ooxml.Element, col int) (int, error) {
	n := repeated(e, "number-columns-repeated", maxColumns)
	across, down := repeated(e, "number-columns-spanned", maxColumns), repeated(e, "number-rows-spanned", maxRows)
	if col+n > maxColumns || col+across > maxColumns {
		return n, fmt.Errorf("more than %d columns", maxColumns)
	}
	outer, here := d.here, flow.Beside{}
	d.here = &here
	is := d.styles[styleKey("table-cell", cmp.Or(ooxml.Attr(e, "style-name"), s.rowStyle, s.styleAt(col)))]
	text, struck, faded, err := d.cellText(is)
	d.here = outer
	if err != nil {
		return n, err
	}
	c := worksheet.Cell{Row: s.row, Text: text, Struck: struck || here.Struck, Doubt: shownOtherwise(e, text)}
	if d.formulas {
		c.Formula = formula(e, n)
	}
	if here.Instead != nil && text == "" {
		c.Doubt = here.Instead
	}
	merged := across > 1 || down > 1
	if c.Text == "" && !c.Struck && c.Doubt == nil && !merged {
		return n, nil
	}
	if err := d.count(n); err != nil {
		return n, err
	}
	for i := range n {
		c.Col = col + i
		s.Cells = append(s.Cells, c)
		if merged {
			s.Merges = append(s.Merges, worksheet.Span{Row: s.row, Col: c.Col, LastRow: s.row + down - 1, LastCol: c.Col + across - 1})
		}
	}
	s.Cols = max(s.Cols, col+n)
	if s.restyled = s.restyled || is.styled; faded.Hidden != "" {
		for i := range n {
			faded.At = len(s.Cells) - n + i
			s.faded = append(s.faded, faded)
		}
	}
	return n, nil
}

// cellText is the text of a cell, whether a part of it was struck out, and what nobody sees of it.
func (d *document) cellText(is style) (text string, struck bool, faded worksheet.Faded, err error) {
	var lines, seen, hidden []string
	err = d.children(func(e ooxml.Element) error {
		switch e.Name.Local {
		case "p", "h":
			p, err := d.paragraph(e)
			if err != nil || len(p.runs) == 0 {
				return err
			}
			for i := range p.runs {
				p.runs[i].Look = inCell(*p.runs[i].Look, is.look)
			}
			rich := worksheet.Rich{Runs: p.runs}
			line, left := rich.Seen(is.look)
			struck = struck || left
			lines = append(lines, line)
			kept, gone := rich.Parted(is.look, is.fades)
			line, _ = kept.Seen(is.look)
			seen, hidden = append(seen, line), append(hidden, gone)
			return nil
		case "frame", "image", "object":
			p := &paragraph{d: d}
			return p.drawing(e, false)
		}
		return d.Pass()
	})
	joined := func(lines []string) string { return worksheet.Joined(strings.Join(lines, "\n")) }
	return joined(lines), struck, worksheet.Faded{Seen: joined(seen), Hidden: strings.TrimSpace(joined(hidden))}, err
}

// inCell is the look of a part of a cell's text; nil for that of the cell.
func inCell(l, cell worksheet.Look) *worksheet.Look {
	if l == (worksheet.Look{}) {
		return nil
	}
	l.Ink, l.Size = cmp.Or(l.Ink, cell.Ink), cmp.Or(l.Size, cell.Size)
	return &l
}

// fades reports whether nobody sees letters of a look in a cell.
func (s style) fades(l worksheet.Look) bool {
	return l.Tiny() || grid.Alike(l.Ink, cmp.Or(l.Ground, s.ground, flow.Paper))
}

// shownOtherwise doubts a cell whose text is another figure than its value, or that has a value and no text: programs write
// both, and what is shown is the value.
func shownOtherwise(e ooxml.Element, text string) *fuhe.Phrase {
	value, ok := number(e, "value")
	if formula := ooxml.Attr(e, "formula"); formula != "" && text == "" && ooxml.Attr(e, "value-type") == "" {
		return fuhe.DoubtFormula
	}
	if stored := ooxml.Attr(e, "string-value"); text == "" && worksheet.HoldsFigure(stored) {
		return fuhe.DoubtUnshown
	}
	if !ok {
		return nil
	}
	n, isNumber := fuhe.ParseNumber(text)
	switch {
	case text == "" && value != 0:
		return &fuhe.Phrase{ZH: "单元格有数值而没有显示文本", EN: "the cell has a value and no text that shows it"}
	case !isNumber:
		return nil
	}
	shown, _ := n.Value.Float64()
	half := 0.5 * math.Pow10(-int(n.Places))
	for _, scale := range []float64{1, 100, 1e-3, 1e-4, 1e-6, 1e-8} { // per cent, thousands, 万, millions, 亿
		if math.Abs(math.Abs(value*scale)-math.Abs(shown)) <= half+nearlySame*math.Abs(shown) {
			return nil
		}
	}
	return &fuhe.Phrase{ZH: "单元格的显示文本与其数值不符", EN: "the text of the cell is another figure than its value"}
}
