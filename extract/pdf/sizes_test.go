package pdf_test

import (
	"bytes"
	"context"
	"testing"

	"golang.org/x/tools/txtar"

	"fuhe"
	"fuhe/extract/pdf"
)

const turnedAndScaled = `-- page --
/MediaBox[0 0 300 200]/CropBox[10 20 290 190]/Rotate 90/UserUnit 2.5
-- content --
%grid 20 110 200 x 30 60 100
BT /F 10 Tf 30 76 Td (A) Tj 90 0 Td (1) Tj -90 -40 Td (B) Tj 90 0 Td (2) Tj ET
`

// Both readers tell the size of a page as it is shown: turned, cropped and in units of its own.
func TestPageSizes(t *testing.T) {
	raw, err := trait{txtar.Parse([]byte(turnedAndScaled))}.pdf()
	if err != nil {
		t.Fatal(err)
	}
	for _, reader := range []pdf.Reader{pdf.Native, pdf.PDFium} {
		b, err := pdf.Read(context.Background(), bytes.NewReader(raw), int64(len(raw)), pdf.Options{Reader: reader})
		if err != nil {
			t.Fatal(err)
		}
		want := fuhe.PageSize{Page: 1, Width: 425, Height: 700, Rotation: 90}
		if len(b.Sizes) != 1 || b.Sizes[0] != want {
			t.Errorf("%s: %+v, want %+v", reader, b.Sizes, want)
		}
		// The grid is 180 points wide and stands upright on the turned page, two and a half times as large.
		if len(b.Grids) != 1 || b.Grids[0].Box[3]-b.Grids[0].Box[1] != 450 {
			t.Errorf("%s: tables %+v", reader, b.Grids)
		}
	}
}
