package pdfium

import (
	"context"
	"errors"
	"fmt"
	"image"

	"fuhe/extract/work"
)

// Flags of FPDF_RenderPageBitmap, and the format of a bitmap: blue, green, red and a byte that says nothing.
const (
	renderAnnotations = 0x01
	bitmapBGRx        = 3
	white             = 0xFFFFFFFF
)

// ErrPicture says that a picture would have more pixels than a sandbox draws, or none.
var ErrPicture = errors.New("no picture of this size is drawn")

// Picture draws page n, from 1, as it is shown: turned, cropped, with its annotations, on white paper, width × height pixels.
// Text in fonts that are not in the file is drawn in fonts of PDFium's own, which have no Chinese characters.
func (d *Document) Picture(ctx context.Context, n, width, height int) (*image.RGBA, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	switch {
	case d.closed:
		return nil, errors.New("the document is closed")
	case n < 1 || n > d.pages:
		return nil, fmt.Errorf("page %d of %d", n, d.pages)
	case width < 1 || height < 1 || width > maxPixels/height:
		return nil, fmt.Errorf("%d × %d pixels: %w", width, height, ErrPicture)
	}
	if d.box == nil {
		if err := d.load(ctx); err != nil {
			return nil, err
		}
	}
	ctx, cancel := work.WithLimit(ctx, pageDuration, ErrTime)
	defer cancel()
	d.box.begin(ctx)
	picture, err := d.draw(n, width, height)
	if broken := d.box.err; broken != nil {
		d.discard()
		return nil, broken
	}
	return picture, err
}

// draw has PDFium draw a page into its memory and takes the picture out.
func (d *Document) draw(n, width, height int) (*image.RGBA, error) {
	box := d.box
	page := box.call("FPDF_LoadPage", d.handle, uint64(n-1))
	if page == 0 {
		return nil, fmt.Errorf("page %d is damaged", n)
	}
	defer box.call("FPDF_ClosePage", page)
	bitmap := box.call("FPDFBitmap_CreateEx", uint64(width), uint64(height), bitmapBGRx, 0, 0)
	if bitmap == 0 {
		return nil, fmt.Errorf("no room for a picture of %d × %d pixels", width, height)
	}
	defer box.call("FPDFBitmap_Destroy", bitmap)
	box.call("FPDFBitmap_FillRect", bitmap, 0, 0, uint64(width), uint64(height), white)
	box.call("FPDF_RenderPageBitmap", bitmap, page, 0, 0, uint64(width), uint64(height), 0, renderAnnotations)
	stride := box.number("FPDFBitmap_GetStride", bitmap)
	at := box.call("FPDFBitmap_GetBuffer", bitmap)
	if box.err != nil {
		return nil, box.err
	}
	pixels, ok := box.module.Memory().Read(uint32(at), uint32(stride*height))
	if !ok || stride < 4*width {
		return nil, errors.New("PDFium's memory is smaller than it says")
	}
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		from, to := pixels[y*stride:], picture.Pix[y*picture.Stride:]
		for x := 0; x < 4*width; x += 4 {
			to[x], to[x+1], to[x+2], to[x+3] = from[x+2], from[x+1], from[x], 0xFF
		}
	}
	return picture, nil
}
