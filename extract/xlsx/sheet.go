package xlsx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"fuhe"
	"fuhe/extract/ooxml"
	"fuhe/extract/worksheet"
)

// sheet is a worksheet as stored. Rows and columns count from 0.
type sheet struct {
	worksheet.Sheet
	part        sheetPart
	stored      []stored // formulas without a result, which are shown when they are computed
	ranges      int      // columns named by width rules, overlaps counted
	zerosHidden bool
	listed      int               // rows up to the last one that stands in the file, blank or not
	formulas    int               // how many formulas,
	faded       []worksheet.Faded // texts that nobody sees, if the colours of their styles are those of the sheet
	restyled    bool              // colours may be others: by conditions, of tables, over a picture
	written     []*formula        // and what they say, up to as many as are computed
}

// stored is a cell as it stands in the file.
type stored struct {
	row, col int
	at       int // among the cells of its sheet
	style    int
	kind     string          // the attribute t: "s", "str", "inlineStr", "b", "e", "d", "n" or ""
	value    string          // text of a string cell, digits of a number
	formula  *formula        // nil: none
	stated   bool            // the file states a value, be it an empty one
	pending  bool            // a formula without a stored result
	runs     []worksheet.Run // of a text whose parts look different
	picture  bool            // a picture is shown in place of the value
	doubt    *fuhe.Phrase    // why the value is not to be relied on
}

// readSheets reads all worksheets. A damaged one does not keep the others from being read.
func (w *workbook) readSheets() ([]*sheet, error) {
	sheets := make([]*sheet, len(w.sheets))
	for i, part := range w.sheets {
		s := &sheet{part: part}
		s.Name, s.Hidden, s.HiddenRows, s.ListedRows = part.name, part.hidden, map[int]bool{}, map[int]bool{}
		if err := w.readSheet(s); err != nil {
			s.Failed = err.Error()
		} else if err := w.pictures(s); err != nil {
			s.Unsure = "its drawings are damaged: " + err.Error()
		}
		sheets[i] = s
	}
	return sheets, nil
}

func (w *workbook) readSheet(s *sheet) error {
	at := cursor{row: -1, col: -1}
	return w.Elements(s.part.path, func(d *ooxml.Parser, e ooxml.Element) error {
		switch e.Name.Local {
		case "sheetView":
			if v := ooxml.Attr(e, "showZeros"); v != "" && !isTrue(v) {
				if len(s.Cells) > 0 {
					return errors.New("its view stands behind its cells") // what was shown of them would be another thing
				}
				s.zerosHidden = true
			}
		case "sheetFormatPr":
			s.Width = number(ooxml.Attr(e, "defaultColWidth"))
			s.RowsHidden = isTrue(ooxml.Attr(e, "zeroHeight"))
		case "col":
			return s.addColumn(e)
		case "row":
			if w.rows++; w.rows > maxListedRows {
				return fmt.Errorf("the workbook lists more than %d rows", maxListedRows)
			}
			if err := s.addRow(e, &at); err != nil {
				return err
			}
			return w.plainCells(s, d, &at)
		case "c":
			if err := w.addCell(s, d, e, &at); err != nil {
				return err
			}
			return w.plainCells(s, d, &at)
		case "mergeCell":
			return s.addMerge(ooxml.Attr(e, "ref"))
		case "conditionalFormatting", "tablePart", "picture":
			s.restyled = true
		}
		return nil
	})
}

// cursor is the place of the last row and cell: both may leave their references out.
type cursor struct{ row, col int }

func (s *sheet) addColumn(e ooxml.Element) error {
	first, err1 := strconv.Atoi(ooxml.Attr(e, "min"))
	last, err2 := strconv.Atoi(ooxml.Attr(e, "max"))
	if err1 != nil || err2 != nil || first < 1 || last < first {
		return fmt.Errorf("columns %q to %q", ooxml.Attr(e, "min"), ooxml.Attr(e, "max"))
	}
	last = min(last, maxColumns)
	if s.ranges += max(last-first, 0) + 1; s.ranges > 4*maxColumns {
		return errors.New("column widths overlap")
	}
	for len(s.Columns) < last {
		s.Columns = append(s.Columns, worksheet.Column{})
	}
	width := ooxml.Attr(e, "width")
	for i := first - 1; i < last; i++ {
		c := &s.Columns[i]
		c.Hidden = c.Hidden || isTrue(ooxml.Attr(e, "hidden")) || width != "" && worksheet.Thin(number(width))
		if w := number(width); w > 0 {
			c.Width = w
		}
	}
	return nil
}

func (s *sheet) addRow(e ooxml.Element, at *cursor) error {
	at.row++
	if r := ooxml.Attr(e, "r"); r != "" {
		n, err := strconv.Atoi(r)
		if err != nil || n < 1 || n > maxRows {
			return fmt.Errorf("row number %q", r)
		}
		at.row = n - 1
	}
	if at.row >= maxRows {
		return fmt.Errorf("more than %d rows", maxRows)
	}
	at.col = -1
	s.listed = max(s.listed, at.row+1)
	height := ooxml.Attr(e, "ht")
	if isTrue(ooxml.Attr(e, "hidden")) || height != "" && worksheet.Flat(number(height)) {
		s.HiddenRows[at.row] = true
	}
	if s.RowsHidden {
		s.ListedRows[at.row] = true
	}
	return nil
}

// storedCell reads a cell element, and moves to its place.
func (w *workbook) storedCell(d *ooxml.Parser, e ooxml.Element, at *cursor) (stored, error) {
	at.col++
	if r := ooxml.Attr(e, "r"); r != "" {
		row, col, ok := position(r)
		if !ok {
			return stored{}, fmt.Errorf("cell reference %q", r)
		}
		at.row, at.col = row, col
	}
	if at.row < 0 || at.col >= maxColumns {
		return stored{}, errors.New("a cell outside any row or column")
	}
	c := stored{row: at.row, col: at.col, kind: ooxml.Attr(e, "t"), picture: ooxml.Attr(e, "vm") != ""} // a rich value: programs that know none show #VALUE!
	if v := ooxml.Attr(e, "s"); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil || n < 0 {
			return c, fmt.Errorf("style %q of a cell", v)
		}
		c.style = n
	}
	err := w.cellContent(&c, d)
	return c, err
}

func (w *workbook) addCell(s *sheet, d *ooxml.Parser, e ooxml.Element, at *cursor) error {
	c, err := w.storedCell(d, e, at)
	if err != nil {
		return err
	}
	return w.place(s, &c)
}

// place puts a cell into its sheet.
func (w *workbook) place(s *sheet, c *stored) error {
	if c.row >= s.Rows {
		s.Rows = c.row + 1
	}
	s.listed = max(s.listed, s.Rows)
	s.Cols = max(s.Cols, c.col+1)
	if c.formula != nil {
		c.formula.sheet, c.formula.row, c.formula.col = s.part.name, c.row, c.col
		c.formula.cell = -1
		if s.formulas++; s.formulas <= maxCalcFormulas || w.formulas && s.formulas <= maxLiveFormulas {
			s.written = append(s.written, c.formula)
		}
	}
	c.picture = c.picture && c.kind == "e" || showsPicture(c.value) || c.formula != nil && showsPicture(c.formula.text)
	if c.value == "" && !c.pending && !c.picture {
		return nil
	}
	return w.keep(s, c)
}

// keep shows a cell, or notes it where it is yet to be computed.
func (w *workbook) keep(s *sheet, c *stored) error {
	if w.cells++; w.cells > w.most {
		return w.tooMany()
	}
	c.at = len(s.Cells)
	s.Cells = append(s.Cells, w.shown(s, c))
	if c.formula != nil {
		c.formula.cell = c.at
	}
	if c.pending {
		s.stored = append(s.stored, *c)
	}
	return nil
}

// cellContent reads the children of the cell element just begun.
func (w *workbook) cellContent(c *stored, d *ooxml.Parser) error {
	var value, text strings.Builder
	var inline worksheet.Rich
	values, inside, depth := 0, "", 1
	for depth > 0 {
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case ooxml.Element:
			depth++
			switch inside = t.Name.Local; inside {
			case "f":
				c.formula = &formula{kind: ooxml.Attr(t, "t"), ref: ooxml.Attr(t, "ref"), shared: ooxml.Attr(t, "si")}
			case "v":
				c.stated = true
				values++
			case "is":
				depth-- // richText takes the end of the element, too
				text, err := richText(d)
				if err != nil {
					return err
				}
				inline = text.settled()
				values++
			}
		case xml.EndElement:
			depth--
			inside = ""
		case xml.CharData:
			switch inside {
			case "v":
				value.Write(t)
			case "f":
				text.Write(t)
			}
			if value.Len()+text.Len() > maxCellBytes {
				return fmt.Errorf("a cell of more than %d KB", maxCellBytes>>10)
			}
		}
	}
	if c.formula != nil {
		c.formula.text = text.String()
	}
	if values > 1 {
		c.doubt = severalValues(values)
	}
	return w.settle(c, inline, value.String())
}

// settle finds what the stored value of a cell stands for.
func (w *workbook) settle(c *stored, inline worksheet.Rich, value string) error {
	switch c.kind {
	case "s":
		if value == "" {
			return nil
		}
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || n < 0 || n >= len(w.strings) {
			return fmt.Errorf("cell %s: no string %q in the shared strings", reference(c.row, c.col), value)
		}
		c.value, c.runs = w.strings[n].All(), w.strings[n].Runs
	case "inlineStr":
		c.value, c.runs = inline.All(), inline.Runs
	case "str":
		c.value = unescape(value)
		c.pending = c.formula != nil && !c.stated
	default:
		c.value = strings.TrimSpace(value)
		c.pending = c.formula != nil && c.value == ""
	}
	return nil
}
