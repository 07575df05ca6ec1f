// Package stream writes workbooks (.xlsx) sheet by sheet and row by row: what was written is gone from memory, so that the
// tables of a thousand files go into one workbook. Rows of cells with their styles go in, the bytes of the file come out
// as they are made; only names of sheets, styles and what a single sheet links to are kept. It knows no table and no form,
// reads nothing, and writes a text as a text whatever it looks like; formulas come from its caller alone.
//
//	b := stream.New(w)
//	s, err := b.Sheet("收入决算表", stream.Setup{…})   // one sheet at a time
//	err = s.Row(height, cells); …; err = s.Close()
//	err = b.Close()
package stream

import (
	"archive/zip"
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"slices"
	"strings"
)

// Book is a workbook being written.
type Book struct {
	zip    *zip.Writer
	out    *bufio.Writer
	styles styles
	sheets []sheetEntry
	open   bool
	hashes []string // of the parts written, each with its name
	hash   hash.Hash
	name   string // of the part being written

	// Seal makes the custom properties of the file from the hash of all its other parts: the SHA-256 of the sorted lines
	// "hash name", each with that of a part. nil for no such properties.
	Seal func(hash string) []byte
}

// sheetEntry is what the book keeps of a sheet that was written.
type sheetEntry struct {
	name     string
	first    bool   // it stands before all others
	titles   string // reference of the rows repeated in print, "" for none
	filter   string // reference of the range with a filter, "" for none
	comments bool
}

// New begins a workbook.
func New(w io.Writer) *Book {
	out := bufio.NewWriter(w)
	return &Book{zip: zip.NewWriter(out), out: out, styles: newStyles()}
}

// errOpen is a caller's mistake: the file format is written front to back.
var errOpen = errors.New("a sheet is still open")

// Setup is what must be known of a sheet before its first row.
type Setup struct {
	Widths    []float64 // of the columns, in points
	Frozen    int       // rows that stay in sight
	FrozenCol int       // columns that stay in sight
	RepeatTop int       // the first and
	Repeat    int       // the number of rows that are repeated on every printed page
	Landscape bool
	OnePage   bool // printed small enough for one page; else as many as it takes, each as wide as the sheet
	First     bool // the sheet stands before all others, whenever it was written
}

// part begins a file of the package.
func (b *Book) part(name string) (*bufio.Writer, error) {
	b.endPart()
	w, err := b.zip.Create(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	b.name, b.hash = name, sha256.New()
	out := bufio.NewWriterSize(io.MultiWriter(w, b.hash), partBytes)
	_, err = out.WriteString(xmlHead)
	return out, err
}

// endPart notes the hash of the part before.
func (b *Book) endPart() {
	if b.hash != nil {
		b.hashes = append(b.hashes, fmt.Sprintf("%x %s\n", b.hash.Sum(nil), b.name))
		b.hash = nil
	}
}

// seal writes the custom properties, which hold the hash of all parts before.
func (b *Book) seal() error {
	b.endPart()
	if b.Seal == nil {
		return nil
	}
	slices.Sort(b.hashes)
	sum := sha256.Sum256([]byte(strings.Join(b.hashes, "")))
	w, err := b.zip.Create(customPart)
	if err != nil {
		return err
	}
	_, err = w.Write(b.Seal(hex.EncodeToString(sum[:])))
	return err
}

// whole writes a file of the package.
func (b *Book) whole(name, content string) error {
	w, err := b.part(name)
	if err != nil {
		return err
	}
	if _, err := w.WriteString(content); err != nil {
		return err
	}
	return w.Flush()
}

// Close writes what holds the sheets together. A workbook without a sheet gets a blank one: none may be without.
func (b *Book) Close() error {
	if b.open {
		return errOpen
	}
	if len(b.sheets) == 0 {
		s, err := b.Sheet("Sheet1", Setup{})
		if err != nil {
			return err
		}
		if err := s.Close(); err != nil {
			return err
		}
	}
	for _, p := range []struct{ name, content string }{
		{"xl/styles.xml", b.styles.xml()}, {"xl/workbook.xml", b.workbookXML()}, {"xl/_rels/workbook.xml.rels", b.relations()},
		{"docProps/core.xml", coreXML}, {"docProps/app.xml", appXML}, {"_rels/.rels", b.rootRelations()}, {"[Content_Types].xml", b.contentTypes()},
	} {
		if err := b.whole(p.name, p.content); err != nil {
			return err
		}
	}
	if err := b.seal(); err != nil {
		return err
	}
	if err := b.zip.Close(); err != nil {
		return err
	}
	return b.out.Flush()
}
