package extract

import (
	"errors"
	"fmt"
	"io"

	"fuhe"
	"fuhe/extract/docx"
	"fuhe/extract/grid"
	"fuhe/extract/html"
	"fuhe/extract/pdf"
	"fuhe/extract/text"
	"fuhe/extract/xls"
	"fuhe/extract/xlsx"
)

// readers are the formats that are read, a line each. A kind that is recognised and has no line is reported as such.
var readers = map[fuhe.Format]func(r io.ReaderAt, size int64, o Options) (grid.Book, error){
	fuhe.PDF: func(r io.ReaderAt, size int64, o Options) (grid.Book, error) {
		return pdf.Read(r, size, pdfOptions(o))
	},
	fuhe.XLSX: func(r io.ReaderAt, size int64, o Options) (grid.Book, error) {
		return xlsx.Read(r, size, xlsx.Options{Password: o.Password})
	},
	fuhe.XLS: func(r io.ReaderAt, size int64, o Options) (grid.Book, error) {
		return xls.Read(r, size, xls.Options{Password: o.Password})
	},
	fuhe.DOCX: func(r io.ReaderAt, size int64, _ Options) (grid.Book, error) { return docx.Read(r, size) },
	fuhe.HTML: func(r io.ReaderAt, size int64, _ Options) (grid.Book, error) { return html.Read(r, size) },
	fuhe.Text: func(r io.ReaderAt, size int64, _ Options) (grid.Book, error) { return text.Read(r, size) },
}

// readReason says why a reader gave up, and what to do.
func readReason(err error, k kind, o Options) string {
	switch encrypted := errors.Is(err, xlsx.ErrEncrypted) || errors.Is(err, xls.ErrEncrypted) || errors.Is(err, pdf.ErrEncrypted); {
	case encrypted && o.Password == "":
		return "encrypted — give its password with --password"
	case encrypted:
		return "encrypted, and the password given does not open it — give the right one with --password"
	}
	return fmt.Sprintf("%s not read: %v", k.name, err)
}

func pdfOptions(o Options) pdf.Options {
	return pdf.Options{Password: o.Password, Reader: pdf.Reader(o.Reader), Verify: o.Verify}
}
