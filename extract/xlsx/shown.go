package xlsx

import (
	"math/big"
	"strings"
	"time"

	"fuhe"
	"fuhe/extract/worksheet"
)

// show fills in what a reader sees in the cells of a sheet.
func (w *workbook) show(s *sheet) {
	s.Cells = make([]worksheet.Cell, len(s.stored))
	for i, c := range s.stored {
		text, sure := w.shown(s, c)
		s.Cells[i] = worksheet.Cell{Row: c.row, Col: c.col, Text: text, Odd: !sure}
		if c.doubt != "" && s.Unsure == "" {
			s.Unsure = c.doubt
		}
	}
}

// shown is what a reader sees in a cell, and whether that is sure.
func (w *workbook) shown(s *sheet, c stored) (text string, sure bool) {
	f := worksheet.General
	if c.style < len(w.formats) {
		f = w.formats[c.style]
	}
	switch c.kind {
	case "s", "str", "inlineStr":
		text = f.Text(c.value)
	case "b":
		text = map[bool]string{true: "TRUE", false: "FALSE"}[isTrue(c.value)]
	case "e":
		return c.value, true
	case "d":
		return w.shownDate(f, c.value)
	default:
		v, ok := worksheet.ParseStored(c.value)
		if !ok {
			return c.value, c.pending || c.value == ""
		}
		if s.zerosHidden && v.Sign() == 0 {
			return "", true
		}
		var done bool
		if text, done = f.Number(v, w.date1904); !done {
			return f.Stored(v, w.date1904), false
		}
	}
	return worksheet.Joined(text), true
}

// shownDate shows a cell of type d, a date written as text (2022-12-30T08:00:00).
func (w *workbook) shownDate(f *worksheet.Format, v string) (string, bool) {
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04:05.999", time.RFC3339} {
		t, err := time.Parse(layout, v)
		if err != nil {
			continue
		}
		serial := big.NewRat(t.UTC().UnixMilli()-epoch.UnixMilli(), 24*60*60*1000)
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
