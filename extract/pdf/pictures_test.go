package pdf_test

import (
	"bytes"
	"context"
	"image/color"
	"testing"

	"golang.org/x/tools/txtar"

	"fuhe/extract/pdf"
)

// A picture has the size of the page as it is shown, turned and in units of its own, and shows a cell where its box is.
func TestPicturesMatchBoxes(t *testing.T) {
	raw, err := trait{txtar.Parse([]byte(turnedAndScaled))}.pdf()
	if err != nil {
		t.Fatal(err)
	}
	ctx, r := context.Background(), bytes.NewReader(raw)
	book, err := pdf.Read(ctx, r, r.Size(), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	pages, err := pdf.OpenPictures(ctx, r, r.Size(), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer pages.Close()
	picture, err := pages.Page(ctx, book.Sizes[0], 1)
	if err != nil {
		t.Fatal(err)
	}
	if b := picture.Bounds(); b.Dx() != 425 || b.Dy() != 700 {
		t.Fatalf("picture of %v", b)
	}
	// Every side of every cell is a rule: dark within two pixels of the middle of the side.
	for _, c := range book.Grids[0].Cells {
		b := c.At.Box
		for _, at := range [][2]float64{{(b[0] + b[2]) / 2, b[1]}, {(b[0] + b[2]) / 2, b[3]}, {b[0], (b[1] + b[3]) / 2}, {b[2], (b[1] + b[3]) / 2}} {
			darkest := uint8(255)
			for dy := -2; dy <= 2; dy++ {
				for dx := -2; dx <= 2; dx++ {
					darkest = min(darkest, color.GrayModel.Convert(picture.At(int(at[0])+dx, int(at[1])+dy)).(color.Gray).Y)
				}
			}
			if darkest > 128 {
				t.Errorf("cell %q, box %v: no rule at %v", c.Text, b, at)
			}
		}
	}
	if _, err := pages.Page(ctx, book.Sizes[0], 1000); err == nil {
		t.Error("a picture of any size is drawn")
	}
}
