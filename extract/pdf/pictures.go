package pdf

import (
	"context"
	"errors"
	"image"
	"io"
	"math"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/pdf/pdfium"
)

// Pictures are the pages of an open file as pictures. They hold one of the few sandboxes of the process until they are
// closed.
type Pictures struct{ document *pdfium.Document }

// OpenPictures opens a file whose pages are to be looked at. The error is grid.ErrEncrypted for one that needs another
// password.
func OpenPictures(ctx context.Context, r io.ReaderAt, size int64, o Options) (*Pictures, error) {
	d, err := pdfium.Open(ctx, r, size, pdfium.Options{Password: o.Password, Pictures: true})
	switch {
	case errors.Is(err, pdfium.ErrEncrypted):
		return nil, grid.ErrEncrypted
	case err != nil:
		return nil, err
	}
	return &Pictures{d}, nil
}

// Page draws a page, size as it was read, with so many pixels a point: what stands at a box of the page is at the same
// place in the picture, times that.
func (p *Pictures) Page(ctx context.Context, size fuhe.PageSize, scale float64) (*image.RGBA, error) {
	return p.document.Picture(ctx, size.Page, int(math.Round(size.Width*scale)), int(math.Round(size.Height*scale)))
}

// Close gives the sandbox back.
func (p *Pictures) Close() error { return p.document.Close() }
