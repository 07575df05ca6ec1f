package pdf

import (
	"context"
	"io"

	"fuhe/extract/pdf/pdfium"
)

// Note is a frame on a page with a text beside it.
type Note = pdfium.Note

// Annotate writes a file with notes added behind its own bytes.
func Annotate(ctx context.Context, file []byte, o Options, notes []Note, w io.Writer) error {
	return pdfium.Annotate(ctx, file, pdfium.Options{Password: o.Password}, notes, w)
}
