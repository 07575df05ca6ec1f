package xlsx

import (
	"fuhe/extract/ooxml"
	"fuhe/extract/worksheet"
)

// plainCells takes the cells that come next as far as they are written as most cells are: a value, a formula at most. All
// that it does not take is read as a cell of any kind.
func (w *workbook) plainCells(s *sheet, d *ooxml.Parser, at *cursor) error {
	return d.Children("c", func(e *ooxml.Plain) (bool, error) {
		before := *at
		c, ok := w.plainCell(e, at)
		if !ok {
			*at = before
			return false, nil
		}
		return true, w.place(s, &c)
	})
}

// plainCell is a cell read in one piece, in its place; false for one that is not written as most are.
func (w *workbook) plainCell(e *ooxml.Plain, at *cursor) (stored, bool) {
	at.col++
	if r := e.Attr("r"); len(r) > 0 {
		row, col, ok := position(string(r))
		if !ok {
			return stored{}, false
		}
		at.row, at.col = row, col
	}
	style, ok := small(e.Attr("s"))
	kind, known := kindOf(e.Attr("t"))
	if !ok || !known || at.row < 0 || at.col >= maxColumns || e.Attr("vm") != nil {
		return stored{}, false
	}
	c := stored{row: at.row, col: at.col, style: style, kind: kind}
	return c, w.plainContent(&c, e)
}

// plainContent takes the content of such a cell; false where it is more than one value and one formula.
func (w *workbook) plainContent(c *stored, e *ooxml.Plain) bool {
	var value []byte
	var inline worksheet.Rich
	values, wraps := 0, false
	for i := range e.Parts {
		switch p := &e.Parts[i]; {
		case p.Depth == 1 && string(p.Name) == "v":
			value, c.stated = p.Text, true
			values++
		case p.Depth == 1 && string(p.Name) == "f" && c.formula == nil:
			c.formula = &formula{kind: string(p.Attr("t")), ref: string(p.Attr("ref")), shared: string(p.Attr("si")), text: string(p.Text)}
		case p.Depth == 1 && string(p.Name) == "is" && len(p.Text) == 0:
			wraps = true
		case p.Depth == 2 && string(p.Name) == "t" && string(e.Parts[i-1].Name) == "is":
			inline.Plain = unescape(w.texts.Keep(p.Text))
			values++
		default:
			return false
		}
	}
	switch {
	case values > 1 || wraps && (c.stated || values == 0):
		return false
	case c.kind != "s":
		return w.settle(c, inline, w.texts.Keep(value)) == nil
	case len(value) == 0:
		return true
	}
	n, ok := small(value)
	if !ok || n >= len(w.strings) {
		return false
	}
	c.value, c.runs = w.strings[n].All(), w.strings[n].Runs
	return true
}

// kindOf is what the attribute t of a cell says; false for what no cell says.
func kindOf(t []byte) (string, bool) {
	switch string(t) {
	case "":
		return "", true
	case "n":
		return "n", true
	case "s":
		return "s", true
	case "str":
		return "str", true
	case "inlineStr":
		return "inlineStr", true
	case "b":
		return "b", true
	case "e":
		return "e", true
	}
	return "", false
}

// small is a number of a few digits, 0 where there are none; false for anything else.
func small(digits []byte) (n int, ok bool) {
	const most = 7
	for _, c := range digits {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, len(digits) <= most
}
