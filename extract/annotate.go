package extract

import (
	"bytes"
	"context"
	"errors"

	"fuhe"
	"fuhe/extract/pdf"
)

// Note is a frame on a page of a PDF with a text beside it.
type Note = pdf.Note

// Annotate is a PDF with notes added behind its own bytes, which stay as they are. The error is in the language of the options.
func Annotate(ctx context.Context, in Input, doc *fuhe.Document, o Options, notes []Note) ([]byte, error) {
	if doc.Format != fuhe.PDF {
		return nil, ErrNoPages
	}
	raw, err := in.Bytes()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := pdf.Annotate(ctx, raw, o.pdf(), notes, &out); err != nil {
		return nil, errors.New(Reason(err, o.Lang))
	}
	return out.Bytes(), nil
}
