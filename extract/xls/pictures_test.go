package xls

import (
	"bytes"
	"os"
	"testing"

	"fuhe"
)

// TestPictures: in a workbook that LibreOffice wrote a picture lies over B2, a box with a text over D4, and A5 has a comment.
func TestPictures(t *testing.T) {
	raw, err := os.ReadFile("testdata/pictures.xls")
	if err != nil {
		t.Fatal(err)
	}
	b, err := Read(bytes.NewReader(raw), int64(len(raw)), Options{})
	if err != nil || len(b.Grids) != 1 {
		t.Fatalf("%d sheets, %v", len(b.Grids), err)
	}
	for _, c := range b.Grids[0].Cells {
		want := c.At.Ref == "B2" || c.At.Ref == "D4"
		if got := c.Doubt == fuhe.DoubtPicture; got != want {
			t.Errorf("%s: picture %v, want %v", c.At.Ref, got, want)
		}
	}
}

// TestDrawings: a shape is anchored in the cells it covers for more than their edge; a comment and an empty box are none; a
// drawing that is cut short is passed over.
func TestDrawings(t *testing.T) {
	shape := func(ends ...int) []byte {
		return rec(recDrawing, le16(0x0F, 0xF004), le32(26), le16(0, 0xF010), le32(18), le16(0), le16(ends...))
	}
	object := func(kind int) []byte { return rec(recObject, le16(0x15, 0x12, kind), make([]byte, 16)) }
	text := func(n int) []byte { return rec(recBoxText, make([]byte, 10), le16(n, 16), make([]byte, 4)) }
	cells := join(cellRec(recNumber, 0, 0, 0, f64(1)), cellRec(recNumber, 5, 5, 0, f64(2)))
	for name, c := range map[string]struct {
		records []byte
		at      string
	}{
		"a picture":                 {join(shape(1, 0, 1, 0, 1, 900, 1, 200), object(8)), "B2"},
		"over the edge of the next": {join(shape(1, 0, 1, 0, 2, 100, 2, 50), object(8)), "B2"},
		"over two cells":            {join(shape(1, 0, 1, 0, 2, 900, 1, 200), object(8)), ""},
		"a box with a text":         {join(shape(1, 0, 1, 0, 1, 900, 1, 200), object(6), text(3)), "B2"},
		"an empty box":              {join(shape(1, 0, 1, 0, 1, 900, 1, 200), object(6), text(0)), ""},
		"a comment":                 {join(shape(1, 0, 1, 0, 1, 900, 1, 200), object(0x19), text(3)), ""},
		"a drawing cut short":       {join(rec(recDrawing, le16(0, 0xF010), le32(18), le16(0, 1)), object(8)), ""},
		"another length":            {join(rec(recDrawing, le16(0, 0xF010), le32(-1)), object(8)), ""},
	} {
		got := ""
		for _, cell := range read(t, book(styles, join(cells, c.records))).Grids[0].Cells {
			if cell.Doubt == fuhe.DoubtPicture {
				got += cell.At.Ref
			}
		}
		if got != c.at {
			t.Errorf("%s: %q, want %q", name, got, c.at)
		}
	}
}
