package evidence_test

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"testing"

	"fuhe"
	"fuhe/render/evidence"
)

// A cell beside many rows shows no half text in the picture of one of them; where it is the entry itself it is shown.
func TestCutCellsShowNoHalfText(t *testing.T) {
	doc := &fuhe.Document{SHA256: "a", PageSizes: []fuhe.PageSize{{Page: 1, Width: 300, Height: 400}}}
	at := func(ref string, b fuhe.Box) fuhe.Source { return fuhe.Source{Page: 1, Table: 1, Ref: ref, Box: b} }
	high, row := at("A1:A5", fuhe.Box{10, 10, 60, 210}), at("B3", fuhe.Box{60, 90, 200, 110})
	r := &fuhe.Report{Printed: fuhe.Printed{Table: fuhe.Table{Page: 1, Rows: 5, Cols: 2, Cells: []fuhe.TableCell{
		{RowSpan: 5, ColSpan: 1, Text: "产出指标", At: high}, {Row: 2, Col: 1, RowSpan: 1, ColSpan: 1, Text: "1", At: row},
	}}}}
	album := evidence.NewAlbum(func(_ *fuhe.Document, size fuhe.PageSize, scale float64) (*image.RGBA, error) {
		p := image.NewRGBA(image.Rect(0, 0, int(size.Width*scale), int(size.Height*scale)))
		draw.Draw(p, p.Rect, image.White, image.Point{}, draw.Src)
		for y := 0; y < p.Rect.Dy(); y += 4 { // ink wherever something is shown
			draw.Draw(p, image.Rect(0, y, p.Rect.Dx(), y+2), image.Black, image.Point{}, draw.Src)
		}
		return p, nil
	})
	for name, test := range map[string]struct {
		entry fuhe.Source
		shown bool
	}{"beside": {row, false}, "itself": {high, true}} {
		raw, err := album.Crop(doc, r, name, []evidence.Place{{At: test.entry, Mark: evidence.Entry}})
		if err != nil {
			t.Fatal(err)
		}
		p, err := png.Decode(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		ink := false
		for y := p.Bounds().Dy()/2 - 4; y < p.Bounds().Dy()/2+4; y++ {
			ink = ink || color.GrayModel.Convert(p.At(40, y)).(color.Gray).Y < 100
		}
		if ink != test.shown {
			t.Errorf("%s: the text of the high cell is shown: %v", name, ink)
		}
	}
}
