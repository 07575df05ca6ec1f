package xlsx

import (
	"strings"
	"time"

	"fuhe"
	"fuhe/extract/worksheet"
)

// show fills in what a reader sees in the cells of a sheet that were computed.
func (w *workbook) show(s *sheet) {
	for i := range s.stored {
		c := &s.stored[i]
		s.Cells[c.at] = w.shown(s, c)
	}
	s.stored = nil
	s.LeaveFaded(s.faded, s.restyled)
	s.faded = nil
}

// shown is what a reader sees in a cell.
func (w *workbook) shown(s *sheet, c *stored) worksheet.Cell {
	is := &w.plain
	if c.style < len(w.styles) {
		is = &w.styles[c.style]
	}
	cell := worksheet.Cell{Row: c.row, Col: c.col, Doubt: c.doubt, Style: is.set}
	sure := true
	switch c.kind {
	case "s", "str", "inlineStr":
		cell.Text, cell.Struck = worksheet.Rich{Plain: c.value, Runs: c.runs}.Seen(is.look)
		if cell.Text != "" {
			cell.Text = worksheet.Joined(is.format.Text(cell.Text))
		}
	default:
		cell.Text, sure = w.value(s, c, is.format)
		if is.look.Struck && cell.Text != "" {
			cell.Text, cell.Struck = "", true
		}
	}
	switch {
	case c.picture:
		cell.Text, cell.Doubt = "", fuhe.DoubtPicture
	case !sure && cell.Doubt == nil && cell.Text != "":
		cell.Doubt = fuhe.DoubtFormat
	default:
		w.unseen(s, c, is, &cell)
	}
	return cell
}

// value is what is shown of a value that is no text, and whether that is sure.
func (w *workbook) value(s *sheet, c *stored, f *worksheet.Format) (text string, sure bool) {
	switch c.kind {
	case "b":
		return map[bool]string{true: "TRUE", false: "FALSE"}[isTrue(c.value)], true
	case "e":
		return c.value, true
	case "d":
		return w.shownDate(f, c.value)
	}
	if !s.zerosHidden && f.AsStored(c.value) {
		return c.value, true
	}
	v, ok := worksheet.ParseStored(c.value)
	if !ok {
		return c.value, c.pending || c.value == ""
	}
	if s.zerosHidden && v.Sign() == 0 {
		return "", true
	}
	if text, ok := f.Number(v, w.date1904); ok {
		return worksheet.Joined(text), true
	}
	return f.Stored(v, w.date1904), false
}

// shownDate shows a cell of type d, a date written as text (2022-12-30T08:00:00).
func (w *workbook) shownDate(f *worksheet.Format, v string) (string, bool) {
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04:05.999", time.RFC3339} {
		t, err := time.Parse(layout, v)
		if err != nil {
			continue
		}
		serial := worksheet.Days(t.UTC().UnixMilli() - epoch.UnixMilli())
		if text, ok := f.Number(serial, false); ok && f != worksheet.General {
			return strings.TrimSpace(text), true
		}
		return v, false
	}
	return v, false
}

// epoch is the day before the first of the usual date system, as serial numbers after February 1900 count.
var epoch = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

func reference(row, col int) string { return fuhe.Ref(row, col, 1, 1) }
