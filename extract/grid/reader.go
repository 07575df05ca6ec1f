package grid

import (
	"errors"
	"io"

	"fuhe"
)

// Readers are the file formats that a program reads.
type Readers struct {
	Formats map[fuhe.Format]Reader

	// Unlock decrypts an Office file, whose format shows only then. One that is not encrypted stays as it is.
	Unlock func(r io.ReaderAt, size int64, password string) (plain io.ReaderAt, plainSize int64, err error)

	// Draw draws the pages of a PDF as they were read, as SVG: to is called for each page, from 1, with what draws it.
	Draw func(r io.ReaderAt, size int64, o ReadOptions, to func(page int, draw func(io.Writer) error) error) error
}

// Reader reads the tables of a file of one format. What it cannot read of the file stands in Book.Unread; an error means
// that nothing of it could be read, and is ErrEncrypted for a file that needs another password.
type Reader func(r io.ReaderAt, size int64, o ReadOptions) (Book, error)

// ReadOptions say how to read a file; a format takes those that concern it.
type ReadOptions struct {
	Password  string // of an encrypted file
	PDFReader string // which reader of PDF pages: "native", "pdfium", else native first
	Verify    bool   // read PDF pages with both readers and report where they differ
}

// ErrEncrypted is a file that needs a password, or another one than was given.
var ErrEncrypted = errors.New("encrypted: a password is needed, or the one given is wrong")
