package extract

import (
	"context"
	"io"

	"fuhe"
	"fuhe/extract/doc"
	"fuhe/extract/docx"
	"fuhe/extract/grid"
	"fuhe/extract/html"
	"fuhe/extract/odf"
	"fuhe/extract/ofd"
	"fuhe/extract/pdf"
	"fuhe/extract/rtf"
	"fuhe/extract/text"
	"fuhe/extract/xls"
	"fuhe/extract/xlsx"
)

// reader reads the tables of a file of one format. What it cannot read of the file stands in Book.Unread; an error means
// that nothing of it could be read, and is grid.ErrEncrypted for a file that needs another password. Reading ends soon
// after the context, for then every look into the file is an error.
type reader func(ctx context.Context, r io.ReaderAt, size int64, o Options) (grid.Book, error)

// readerOf is the list of the formats that are read, a line each; nil for a format that is not. What tells them apart is
// in kind.go.
func readerOf(f fuhe.Format) reader {
	switch f {
	case fuhe.PDF:
		return func(ctx context.Context, r io.ReaderAt, size int64, o Options) (grid.Book, error) {
			return pdf.Read(ctx, r, size, o.pdf())
		}
	case fuhe.OFD:
		return func(ctx context.Context, r io.ReaderAt, size int64, o Options) (grid.Book, error) {
			return ofd.Read(ctx, r, size, o.wish())
		}
	case fuhe.XLSX:
		return func(_ context.Context, r io.ReaderAt, size int64, o Options) (grid.Book, error) {
			return xlsx.Read(r, size, xlsx.Options{Password: o.Password, Tables: o.Tables, Formulas: o.Formulas, Styled: o.Styled})
		}
	case fuhe.XLS:
		return func(_ context.Context, r io.ReaderAt, size int64, o Options) (grid.Book, error) {
			return xls.Read(r, size, xls.Options{Password: o.Password})
		}
	case fuhe.DOCX:
		return func(_ context.Context, r io.ReaderAt, size int64, _ Options) (grid.Book, error) {
			return docx.Read(r, size)
		}
	case fuhe.ODT, fuhe.ODS:
		return func(_ context.Context, r io.ReaderAt, size int64, o Options) (grid.Book, error) {
			return odf.Read(r, size, odf.Options{Formulas: o.Tables && o.Formulas})
		}
	case fuhe.DOC:
		return func(_ context.Context, r io.ReaderAt, size int64, _ Options) (grid.Book, error) {
			return doc.Read(r, size)
		}
	case fuhe.RTF:
		return func(_ context.Context, r io.ReaderAt, size int64, _ Options) (grid.Book, error) {
			return rtf.Read(r, size)
		}
	case fuhe.HTML:
		return func(_ context.Context, r io.ReaderAt, size int64, _ Options) (grid.Book, error) {
			return html.Read(r, size)
		}
	case fuhe.Text:
		return func(_ context.Context, r io.ReaderAt, size int64, _ Options) (grid.Book, error) {
			return text.Read(r, size)
		}
	}
	return nil
}

// pdf is what of the options concerns pages.
func (o Options) pdf() pdf.Options {
	return pdf.Options{Password: o.Password, Reader: pdf.Reader(o.PDFReader), Verify: o.Verify, Limit: max(o.Limit, 0), Infer: o.wish(), Jobs: o.jobs, Scans: o.Scans, Styled: o.Styled}
}
