package xls

import (
	"testing"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/worksheet"
)

// TestUnseen: letters of the colour of their ground, or of a point, and figures whose format shows nothing are left out and
// said; light ones on a dark ground are read.
func TestUnseen(t *testing.T) {
	const white, red, blue = 9, 10, 20 // numbers of colours, the last as the workbook's own palette has it
	font := func(height, ink int) []byte { return rec(recFont, le16(height, 0, ink, 400, 0), make([]byte, 6)) }
	xf := func(font, format, pattern, fore int) []byte {
		return rec(recXF, le16(font, format), make([]byte, 13), []byte{byte(pattern << 2)}, le16(fore))
	}
	palette := make([]byte, 0, 56*4)
	for i := range 56 {
		if i == blue-8 {
			palette = append(palette, 0x1F, 0x38, 0x64, 0)
			continue
		}
		palette = append(palette, byte(i), 0xEE, byte(i), 0)
	}
	copy(palette[4*(white-8):], []byte{0xFF, 0xFF, 0xFF, 0})
	shared := join(font(220, automatic), font(220, white), font(20, automatic), font(220, blue), font(220, red), font(220, windowText), // a fourth font is not counted
		rec(recFormat, le16(164, 3), []byte{0}, []byte(";;;")),
		xf(0, 0, 0, 0), xf(1, 0, 0, 0), xf(1, 0, solid, blue), xf(2, 0, 0, 0), xf(3, 0, solid, blue), xf(0, 164, 0, 0), xf(1, 0, 5, blue), xf(5, 0, solid, white),
		rec(recPalette, le16(56), palette))
	runs := func(row, style, first, second int) []byte { // 8 in one font, 9.47 in another
		return cellRec(recRString, row, 1, style, le16(5), []byte{0}, []byte("89.47"), le16(2, 0, first, 1, second))
	}
	number := func(row, style int) []byte { return cellRec(recNumber, row, 1, style, f64(9.47)) }
	mark := func(row int) []byte { return cellRec(recLabel, row, 0, 0, le16(1), []byte{0, 'x'}) }
	for name, c := range map[string]struct {
		cell  func(row int) []byte
		text  string
		doubt *fuhe.Phrase
	}{
		"black on paper":                 {func(r int) []byte { return number(r, 0) }, "9.47", nil},
		"white on paper":                 {func(r int) []byte { return number(r, 1) }, "", fuhe.DoubtUnseen},
		"white on blue":                  {func(r int) []byte { return number(r, 2) }, "9.47", nil},
		"of a point":                     {func(r int) []byte { return number(r, 3) }, "", fuhe.DoubtUnseen},
		"blue on blue":                   {func(r int) []byte { return number(r, 4) }, "", fuhe.DoubtUnseen},
		"format of nothing":              {func(r int) []byte { return number(r, 5) }, "", fuhe.DoubtUnshown},
		"white on a pattern":             {func(r int) []byte { return number(r, 6) }, "9.47", nil},
		"black on white":                 {func(r int) []byte { return number(r, 7) }, "9.47", nil},
		"a white figure before a black":  {func(r int) []byte { return runs(r, 0, 1, 0) }, "9.47", fuhe.DoubtUnseen},
		"a tiny figure before a usual":   {func(r int) []byte { return runs(r, 0, 2, 0) }, "9.47", fuhe.DoubtUnseen},
		"a red figure before a black":    {func(r int) []byte { return runs(r, 0, 5, 0) }, "89.47", nil},
		"a blue figure on blue by white": {func(r int) []byte { return runs(r, 2, 3, 1) }, "9.47", fuhe.DoubtUnseen},
	} {
		b := read(t, book(shared, join(mark(0), c.cell(0), mark(1), cellRec(recLabel, 1, 1, 0, le16(1), []byte{0, 'y'}))))
		at := cellAt(b, "B1")
		if at.Text != c.text || at.Doubt != c.doubt || (c.doubt != nil) != (len(b.Unread) == 1) {
			t.Errorf("%s: %q, %v, %v", name, at.Text, at.Doubt, b.Unread)
		}
	}
	// Where a condition may colour the cell, or the palette stands for colours of a theme, the text stays, in doubt.
	b := read(t, book(shared, join(number(0, 1), mark(0), rec(recConditions, make([]byte, 14)))))
	if at := cellAt(b, "B1"); at.Text != "9.47" || at.Doubt != fuhe.DoubtStyled {
		t.Errorf("under a condition: %+v", at)
	}
	b = read(t, book(join(shared, rec(recStyleExtension, make([]byte, 20))), join(number(0, 4), mark(0))))
	if at := cellAt(b, "B1"); at.Text != "9.47" || at.Doubt != fuhe.DoubtStyled {
		t.Errorf("of a theme: %+v", at)
	}
}

// cellAt is a cell of the first sheet by its reference.
func cellAt(b grid.Book, ref string) worksheet.Cell {
	for _, c := range b.Grids[0].Cells {
		if c.At.Ref == ref {
			return worksheet.Cell{Text: c.Text, Doubt: c.Doubt}
		}
	}
	return worksheet.Cell{}
}

// TestFlatRows: a row of a point's height and a column of a pixel are hidden.
func TestFlatRows(t *testing.T) {
	label := func(row, col int, s string) []byte {
		return cellRec(recLabel, row, col, 0, le16(length(s)), wideText(s))
	}
	row := func(at, height, flags int) []byte { return rec(recRow, le16(at, 0, 3, height, 0, 0), le32(flags)) }
	b := read(t, book(styles, join(rec(recColInfo, le16(1, 1, 20, 0, 0, 0)), row(0, 300, 0), row(1, 20, 0x40), row(2, 0, 0), row(3, 0x80FF, 0), row(4, 0, 0x40),
		label(0, 0, "甲"), label(0, 1, "藏"), label(0, 2, "乙"), label(1, 0, "丙"), label(2, 0, "丁"), label(3, 0, "戊"), label(4, 0, "己"))))
	if got := texts(b.Grids[0]); len(got) != 6 || got["A1"] != "甲" || got["C1"] != "乙" || got["A3"] != "丁" || got["A4"] != "戊" || len(b.Unread) != 2 {
		t.Errorf("%v, %v", got, b.Unread)
	}
}
