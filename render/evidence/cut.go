package evidence

import (
	"image"
	"slices"

	"fuhe"
)

// cutCells are the cells over several rows of which a strip shows a part only, but those that are marked: half a text says
// something else than the text.
func cutCells(r *fuhe.Report, area fuhe.Box, page int, places []Place) []fuhe.Box {
	var cut []fuhe.Box
	for i := range r.Printed.Table.Cells {
		c := &r.Printed.Table.Cells[i]
		b := c.At.Box
		if c.At.Page != page || c.RowSpan < 2 || b[3] <= area[1]+insetPoints || b[1] >= area[3]-insetPoints {
			continue
		}
		whole := b[1] >= area[1]-insetPoints && b[3] <= area[3]+insetPoints
		if !whole && !slices.ContainsFunc(places, func(p Place) bool { return p.At == c.At }) {
			cut = append(cut, b)
		}
	}
	return cut
}

// veil covers a cell within a strip in grey, up to its rules.
func veil(out *image.Paletted, cell, strip image.Rectangle) {
	at := cell.Inset(veilInset).Intersect(strip)
	for y := at.Min.Y; y < at.Max.Y; y++ {
		for x := at.Min.X; x < at.Max.X; x++ {
			out.Pix[y*out.Stride+x] = veilGrey
		}
	}
}
