package pdf

import (
	"errors"
	"fmt"
	"math"

	"fuhe/extract/ocr"
	"fuhe/extract/page"
	"fuhe/extract/page/binder"
	"fuhe/extract/page/lattice"
	"fuhe/extract/pdf/pdfium"
	"fuhe/extract/work"
)

// scan has a page recognised that is a picture of one; any other is what it was.
func (r *reading) scan(n int, o outcome) outcome {
	if r.options.Scans == nil || o.err != nil || binder.Scanned(binder.Leaf{Page: o.page, Grids: o.grids}) == "" {
		return o
	}
	if r.recognised++; r.recognised > maxScans {
		return outcome{err: fmt.Errorf("scanned page, not recognised: more than %d of them in one file", maxScans)}
	}
	recognised, err := r.recognise(n, o.page)
	if err != nil {
		return outcome{err: fmt.Errorf("scanned page, not recognised: %w", err)}
	}
	return recognised
}

// recognise reads the picture of a page. Its time is no time of the file: pages that are recognised have their own.
func (r *reading) recognise(n int, p page.Page) (outcome, error) {
	b := r.second.page(n)
	if b.err != nil {
		return outcome{}, b.err
	}
	document, ok := r.drawing()
	if !ok {
		return outcome{}, errors.New("no reader that draws pages is open")
	}
	ctx, cancel := work.WithLimit(r.first.ctx, scanTime, errTime)
	defer cancel()
	scale := ocr.Dots(b.page.Dots) / pointsPerInch
	picture, err := document.Picture(ctx, n, int(math.Round(p.Width*scale)), int(math.Round(p.Height*scale)))
	if err != nil {
		return outcome{}, err
	}
	read, err := r.options.Scans.Read(ctx, ocr.Sheet{Number: n, Width: p.Width, Height: p.Height, Dots: b.page.Dots, Picture: picture, Layer: p.Glyphs})
	if err != nil {
		return outcome{}, err
	}
	read.Page.Rotation, read.Page.ImageArea, read.Page.Images = p.Rotation, p.ImageArea, p.Images
	grids, err := lattice.Find(read.Page)
	if err != nil {
		return outcome{}, err
	}
	return outcome{page: read.Page, grids: read.Mark(grids), recognised: true}, nil
}

// drawing is the open document of the reader that draws pages.
func (r *reading) drawing() (*pdfium.Document, bool) {
	for _, s := range []*side{r.first, r.second} {
		if d, ok := s.document.(*pdfium.Document); ok {
			return d, true
		}
	}
	return nil, false
}

const pointsPerInch = 72
