package workbook

import (
	"bytes"
	"image"
	_ "image/png" // the size of a picture is read from it
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render"
)

const (
	pictureColumnChars = 70.0  // width of the column of pictures
	picturePixels      = 480.0 // width that a picture is shown with at most
	pictureRowPoints   = 150.0 // height of a row with a picture at most
	pointsPerPixel     = 0.75
)

// pictures puts the evidence of each finding beside its row, where it is asked for.
func (b *book) pictures(sheet string, col, head int, forms []formSheet) error {
	if b.around == nil || b.around.Picture == nil {
		return nil
	}
	name := strings.TrimRight(fuhe.Ref(0, col, 1, 1), "1")
	if err := b.file.SetColWidth(sheet, name, name, pictureColumnChars); err != nil {
		return err
	}
	if err := b.text(sheet, fuhe.Ref(head-1, col, 1, 1), evidencePhrase.In(b.lang)); err != nil {
		return err
	}
	row := head
	for i := range forms {
		f := &forms[i]
		for _, w := range f.rows {
			row++
			k := indexOfFinding(f.report, w.id)
			if k < 0 {
				continue
			}
			png, err := b.around.Picture(f.doc, f.report, &f.report.Findings[k])
			switch {
			case err != nil: // said where the picture would be
				if err := b.text(sheet, fuhe.Ref(row-1, col, 1, 1), render.Plain(err.Error())); err != nil {
					return err
				}
				continue
			case len(png) == 0: // a file without pages
				continue
			}
			if err := b.pictureAt(sheet, fuhe.Ref(row-1, col, 1, 1), row, png); err != nil {
				return err
			}
		}
	}
	return nil
}

func indexOfFinding(r *fuhe.Report, id string) int {
	for i := range r.Findings {
		if id != "" && r.Findings[i].ID == id {
			return i
		}
	}
	return -1
}

// pictureAt puts a picture into a cell, and makes the row as high as that needs.
func (b *book) pictureAt(sheet, ref string, row int, png []byte) error {
	size, _, err := image.DecodeConfig(bytes.NewReader(png))
	if err != nil {
		return err
	}
	scale := min(1, picturePixels/float64(size.Width), pictureRowPoints/pointsPerPixel/float64(size.Height))
	high, err := b.file.GetRowHeight(sheet, row)
	if err != nil {
		return err
	}
	if need := float64(size.Height)*scale*pointsPerPixel + rowPadPoints; need > high {
		if err := b.file.SetRowHeight(sheet, row, need); err != nil {
			return err
		}
	}
	return b.file.AddPictureFromBytes(sheet, ref, &excelize.Picture{Extension: ".png", File: png, Format: &excelize.GraphicOptions{ScaleX: scale, ScaleY: scale, OffsetX: 3, OffsetY: 3, Positioning: "oneCell"}})
}
