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

// A note stands where its box is on the page as it is shown, and the bytes of the file stay.
func TestNotesStandAtTheirBoxes(t *testing.T) {
	raw, err := trait{txtar.Parse([]byte(turnedAndScaled))}.pdf()
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	book, err := pdf.Read(ctx, bytes.NewReader(raw), int64(len(raw)), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	at := book.Grids[0].Cells[0].At.Box
	for i := range 2 { // inside the cell, away from its rules
		at[i], at[i+2] = at[i]+20, at[i+2]-20
	}
	var out bytes.Buffer
	if err := pdf.Annotate(ctx, raw, pdf.Options{}, []pdf.Note{{Size: book.Sizes[0], Box: at, Text: "注", Color: [3]uint8{255, 0, 0}}}, &out); err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(out.Bytes(), raw) || out.Len() == len(raw) {
		t.Error("the bytes of the file did not stay, or nothing was added")
	}
	pages, err := pdf.OpenPictures(ctx, bytes.NewReader(out.Bytes()), int64(out.Len()), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer pages.Close()
	picture, err := pages.Page(ctx, book.Sizes[0], 1)
	if err != nil {
		t.Fatal(err)
	}
	left, top, right, bottom := 1e9, 1e9, 0.0, 0.0
	for y := range picture.Rect.Dy() {
		for x := range picture.Rect.Dx() {
			if c := picture.RGBAAt(x, y); c.R > 200 && c.G < 120 && c.B < 120 {
				left, top, right, bottom = min(left, float64(x)), min(top, float64(y)), max(right, float64(x)), max(bottom, float64(y))
			}
		}
	}
	for i, got := range []float64{left, top, right, bottom} {
		if d := got - at[i]; d < -6 || d > 6 {
			t.Errorf("the frame is at %.0f %.0f %.0f %.0f, its box at %v", left, top, right, bottom, at)
			break
		}
	}
}
