package evidence_test

import (
	"errors"
	"image"
	"image/color"
	"image/draw"
	"strings"
	"testing"

	"fuhe"
	"fuhe/render/evidence"
)

// A page whose text is in a font that nobody has is no evidence of it: its cells are named, and no crop is made where all of
// a row are blank. One with a word of it is.
func TestTextThatIsNotSeen(t *testing.T) {
	doc, r, _, _ := paper()
	cells := r.Printed.Table.Cells
	for i := range cells {
		cells[i].Text = "得分"
	}
	ink := image.Rectangle{}
	album := func() *evidence.Album {
		return evidence.NewAlbum(func(_ *fuhe.Document, size fuhe.PageSize, scale float64) (*image.RGBA, error) {
			p := image.NewRGBA(image.Rect(0, 0, int(size.Width*scale), int(size.Height*scale)))
			draw.Draw(p, p.Rect, image.White, image.Point{}, draw.Src)
			for _, c := range cells { // the rules are there
				for x := c.At.Box[0] * scale; x < c.At.Box[2]*scale; x++ {
					p.Set(int(x), int(c.At.Box[1]*scale), color.Black)
				}
			}
			draw.Draw(p, ink, image.Black, image.Point{}, draw.Src)
			return p, nil
		})
	}
	places := []evidence.Place{{At: cells[1].At, Mark: evidence.Entry}}
	_, err := album().Crop(doc, r, "f", places)
	if !errors.Is(err, evidence.ErrUnseen) || !strings.Contains(evidence.Reason(err, fuhe.ZH), "字体") {
		t.Errorf("%v", err)
	}
	if unseen, err := album().Unseen(doc, r, 1); err != nil || len(unseen) != 4 {
		t.Errorf("%d cells unseen, %v", len(unseen), err)
	}
	ink = image.Rect(20, 22, 24, 30) // in the first cell, beside the one asked for
	if _, err := album().Crop(doc, r, "f", places); err != nil {
		t.Errorf("%v", err)
	}
	cells[0].Text, cells[1].Text = "35.77%", "—" // what is no Chinese text proves nothing either way
	if unseen, err := album().Unseen(doc, r, 1); err != nil || len(unseen) != 2 {
		t.Errorf("%d cells unseen, %v", len(unseen), err)
	}
}
