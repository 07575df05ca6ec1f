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

// paper is a document of one white page with a grey cell, and a report of two rows on it.
func paper() (*fuhe.Document, *fuhe.Report, *int, *evidence.Album) {
	doc := &fuhe.Document{SHA256: "a", PageSizes: []fuhe.PageSize{{Page: 1, Width: 300, Height: 400}}}
	cell := func(row, col int, b fuhe.Box) fuhe.TableCell {
		return fuhe.TableCell{Row: row, Col: col, RowSpan: 1, ColSpan: 1, Text: "1", At: fuhe.Source{Page: 1, Table: 1, Ref: fuhe.Ref(row, col, 1, 1), Box: b}}
	}
	r := &fuhe.Report{Printed: fuhe.Printed{Table: fuhe.Table{Page: 1, Rows: 2, Cols: 2, Cells: []fuhe.TableCell{
		cell(0, 0, fuhe.Box{10, 10, 100, 30}), cell(0, 1, fuhe.Box{100, 10, 200, 30}),
		cell(1, 0, fuhe.Box{10, 200, 100, 220}), cell(1, 1, fuhe.Box{100, 200, 200, 220}),
	}}}}
	drawn := 0
	return doc, r, &drawn, evidence.NewAlbum(func(_ *fuhe.Document, size fuhe.PageSize, scale float64) (*image.RGBA, error) {
		drawn++
		p := image.NewRGBA(image.Rect(0, 0, int(size.Width*scale), int(size.Height*scale)))
		draw.Draw(p, p.Rect, image.White, image.Point{}, draw.Src)
		return p, nil
	})
}

func TestCropShowsRowsWithFrames(t *testing.T) {
	doc, r, drawn, album := paper()
	cells := r.Printed.Table.Cells
	places := []evidence.Place{{At: cells[1].At, Mark: evidence.Entry}, {At: cells[2].At, Mark: evidence.Term}}
	raw, err := album.Crop(doc, r, "f", places)
	if err != nil {
		t.Fatal(err)
	}
	p, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	// Two strips, each 20 points of a row and a rule above and below, 202 wide, with a band between them.
	if b := p.Bounds(); b.Dx() < 303 || b.Dx() > 313 || b.Dy() < 2*31+8 || b.Dy() > 2*36+16 {
		t.Errorf("crop of %v", b)
	}
	red, blue := 0, 0
	for y := range p.Bounds().Dy() {
		for x := range p.Bounds().Dx() {
			switch c := color.RGBAModel.Convert(p.At(x, y)).(color.RGBA); {
			case c.R > 128 && c.B < 64:
				red++
				if x < 140 {
					t.Fatalf("the frame of the entry reaches to %d, %d", x, y)
				}
			case c.B > 128 && c.R < 64:
				blue++
			}
		}
	}
	if red == 0 || blue == 0 || len(raw) > 4000 {
		t.Errorf("red %d, blue %d, %d bytes", red, blue, len(raw))
	}
	if _, err := album.Crop(doc, r, "f", places); err != nil || *drawn != 1 {
		t.Errorf("drawn %d times, %v", *drawn, err)
	}
}

// A strip ends with its rows: a cell beside two of them is shown whole, one beside a whole block is not.
func TestStripsCutNoCell(t *testing.T) {
	_, r, _, _ := paper()
	cells := r.Printed.Table.Cells
	strip := func() fuhe.Box {
		return evidence.Strips(r, []evidence.Place{{At: cells[3].At, Mark: evidence.Entry}})[0].Area
	}
	cells[2].At.Box[1] = 180
	if got := strip(); got != (fuhe.Box{10, 180, 200, 220}) {
		t.Errorf("beside a cell of two rows: %v", got)
	}
	cells[2].At.Box[1] = 60
	if got := strip(); got != (fuhe.Box{10, 200, 200, 220}) {
		t.Errorf("beside a cell of eight rows: %v", got)
	}
}

func TestNoPictureIsSaid(t *testing.T) {
	doc, r, _, album := paper()
	if _, err := album.Page(doc, 2); err == nil {
		t.Error("a page that is not there is shown")
	}
	if _, err := album.Crop(doc, r, "x", []evidence.Place{{At: fuhe.Source{Sheet: "表", Ref: "A1"}, Mark: evidence.Entry}}); err == nil {
		t.Error("a cell of a spreadsheet has a picture")
	}
}

// A merged cell beside two rows, and a hole.
func TestGrid(t *testing.T) {
	r := &fuhe.Report{Printed: fuhe.Printed{Table: fuhe.Table{Rows: 2, Cols: 3, Cells: []fuhe.TableCell{
		{Row: 0, Col: 0, RowSpan: 2, ColSpan: 1, Text: "a", At: fuhe.Source{Sheet: "s", Ref: "A1:A2"}},
		{Row: 0, Col: 1, RowSpan: 1, ColSpan: 2, Text: "b", At: fuhe.Source{Sheet: "s", Ref: "B1:C1"}},
		{Row: 1, Col: 2, RowSpan: 1, ColSpan: 9, Text: "c", At: fuhe.Source{Sheet: "s", Ref: "C2"}},
	}}}}
	g := evidence.GridOf(r)
	if len(g.Rows) != 2 || len(g.Rows[0].Cells) != 2 || g.Rows[0].Cells[0].RowSpan != 2 || g.Rows[0].Cells[1].ColSpan != 2 {
		t.Fatalf("%+v", g.Rows)
	}
	if row := g.Rows[1].Cells; len(row) != 2 || !row[0].Blank || row[1].Text != "c" || row[1].ColSpan != 1 {
		t.Errorf("%+v", row)
	}
	places := []evidence.Place{{At: fuhe.Source{Sheet: "s", Ref: "C2"}, Mark: evidence.Entry}}
	if only := g.Only(places); len(only) != 1 || only[0].Number != 2 || only[0].Cells[1].Marked(places) != evidence.Entry {
		t.Errorf("%+v", only)
	}
}
