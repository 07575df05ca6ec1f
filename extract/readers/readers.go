// Package readers is the list of the file formats that are read, a line each, with their readers. Package extract is given
// it, or less: a program that reads nothing but PDFs need not carry the libraries of the other formats. It reads nothing
// itself.
package readers

import (
	"io"

	"fuhe"
	"fuhe/extract/docx"
	"fuhe/extract/grid"
	"fuhe/extract/html"
	"fuhe/extract/text"
	"fuhe/extract/xls"
	"fuhe/extract/xlsx"
)

// All are all formats.
var All = grid.Readers{
	Formats: map[fuhe.Format]grid.Reader{
		fuhe.PDF: readPDF,
		fuhe.XLSX: func(r io.ReaderAt, size int64, o grid.ReadOptions) (grid.Book, error) {
			return xlsx.Read(r, size, xlsx.Options{Password: o.Password})
		},
		fuhe.XLS: func(r io.ReaderAt, size int64, o grid.ReadOptions) (grid.Book, error) {
			return xls.Read(r, size, xls.Options{Password: o.Password})
		},
		fuhe.DOCX: func(r io.ReaderAt, size int64, _ grid.ReadOptions) (grid.Book, error) { return docx.Read(r, size) },
		fuhe.HTML: func(r io.ReaderAt, size int64, _ grid.ReadOptions) (grid.Book, error) { return html.Read(r, size) },
		fuhe.Text: func(r io.ReaderAt, size int64, _ grid.ReadOptions) (grid.Book, error) { return text.Read(r, size) },
	},
	Unlock: xlsx.Decrypted,
	Draw:   drawPDF,
}
