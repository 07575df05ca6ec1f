package readers

import (
	"context"
	"errors"
	"io"

	"fuhe/extract/grid"
	"fuhe/extract/pdf"
	"fuhe/extract/pdf/pdfium"
)

func readPDF(r io.ReaderAt, size int64, o grid.ReadOptions) (grid.Book, error) {
	return pdf.Read(r, size, withPDFium(o))
}

func drawPDF(r io.ReaderAt, size int64, o grid.ReadOptions, to func(page int, draw func(io.Writer) error) error) error {
	return pdf.Draw(r, size, withPDFium(o), to)
}

func withPDFium(o grid.ReadOptions) pdf.Options {
	return pdf.Options{Password: o.Password, Reader: pdf.Reader(o.PDFReader), Verify: o.Verify, Second: PDFium}
}

// PDFium is the second reader of PDF pages.
func PDFium(ctx context.Context, r io.ReaderAt, size int64, password string) (pdf.Document, error) {
	d, err := pdfium.Open(ctx, r, size, pdfium.Options{Password: password})
	switch {
	case errors.Is(err, pdfium.ErrEncrypted):
		return nil, grid.ErrEncrypted
	case err != nil:
		return nil, err // a nil *pdfium.Document must not hide in the interface
	}
	return d, nil
}
