package extract

import (
	"context"
	"io"

	"fuhe"
	"fuhe/extract/pdf"
)

// Note is a frame on a page of a PDF with a text beside it.
type Note = pdf.Note

// Annotate writes a PDF with notes added behind its own bytes, which stay as they are.
func Annotate(ctx context.Context, in Input, doc *fuhe.Document, o Options, notes []Note, w io.Writer) error {
	if doc.Format != fuhe.PDF {
		return ErrNoPages
	}
	raw, err := in.Bytes()
	if err != nil {
		return err
	}
	return pdf.Annotate(ctx, raw, o.pdf(), notes, w)
}
