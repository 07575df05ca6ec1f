// Package doc reads Word 97-2003 documents (.doc, .wps) into grids: every table of the text as laid out, those in cells too,
// with the lines around them, of files that were saved fast as well. Deleted and hidden text is left out, and so are letters that nobody sees in a cell, which is said. It lays out no
// pages, and reads no headers, footers, notes, pictures, embedded objects or text boxes; tables in text boxes are named.
// Encrypted documents and those of Word 6 and 95 are not read. It finds no forms and writes nothing.
package doc

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"fuhe/extract/flow"
	"fuhe/extract/grid"
	"fuhe/extract/ole"
)

// Read reads a document.
func Read(r io.ReaderAt, size int64) (grid.Book, error) {
	if size > maxFileBytes {
		return grid.Book{}, fmt.Errorf("the document has %d MB, more than the %d MB fuhe reads", size>>20, maxFileBytes>>20)
	}
	raw := make([]byte, size)
	if n, err := r.ReadAt(raw, 0); err != nil && n < len(raw) {
		return grid.Book{}, err
	}
	d, err := open(raw)
	if err != nil {
		return grid.Book{}, err
	}
	if err := d.read(); err != nil {
		return grid.Book{}, err
	}
	return flow.Document(d.flow.Done(), d.pictures, d.notRead), nil
}

// document is a document being read.
type document struct {
	main, table, data []byte // its streams
	pieces            []piece
	changes           [][]byte // looks that pieces refer to
	chars, paragraphs runs
	fonts             []string
	styles            []look // of styles, by their numbers

	flow     flow.Builder
	fields   []field // that are open, the outermost first
	pictures int
	notRead  []string
}

var errCut = errors.New("the document is damaged or cut short")

// Places in the head of the main stream.
const (
	atVersion   = 0x02
	atFlags     = 0x0A
	atTextChars = 0x4C // characters of the text, then of notes, headers, macros, annotations, end notes, text boxes
	atBoxChars  = 0x64
	atStyles    = 0xA2
	atChars     = 0xFA
	atPages     = 0x102
	atFonts     = 0x112
	atPieces    = 0x1A2
	headBytes   = 0x200

	flagEncrypted = 0x0100
	flagTable1    = 0x0200
	word97        = 0xC1
	magic         = 0xA5EC
	oldMagic      = 0xA5DC // Word 6 and 95
	olderMagic    = 0xA5DB
)

// open finds the streams and tables of a document.
func open(raw []byte) (*document, error) {
	f, err := ole.Open(raw)
	if err != nil {
		return nil, err
	}
	d := &document{}
	var ok bool
	if d.main, ok, err = f.Stream("WordDocument"); err != nil || !ok {
		return nil, errors.Join(errors.New("no document inside"), err)
	}
	switch version := d.u16(atVersion); {
	case d.u16(0) == oldMagic, d.u16(0) == olderMagic:
		return nil, errors.New("it is of Word 6 or 95 — save it as .docx")
	case d.u16(0) != magic || len(d.main) < headBytes && version >= word97:
		return nil, errCut
	case version < word97:
		return nil, errors.New("it is of Word 6 or 95 — save it as .docx")
	case d.u16(atFlags)&flagEncrypted != 0:
		return nil, grid.ErrLocked
	}
	name := "0Table"
	if d.u16(atFlags)&flagTable1 != 0 {
		name = "1Table"
	}
	if d.table, ok, err = f.Stream(name); err != nil || !ok {
		return nil, errors.Join(errCut, err)
	}
	if d.data, _, err = f.Stream("Data"); err != nil {
		d.data = nil // looks that are in it are missed where they are asked for
	}
	if err := d.readPieces(); err != nil {
		return nil, err
	}
	if d.chars, err = d.readRuns(atChars, false); err != nil {
		return nil, err
	}
	if d.paragraphs, err = d.readRuns(atPages, true); err != nil {
		return nil, err
	}
	d.readFonts()
	d.readStyles()
	return d, nil
}

func (d *document) u16(at int) int { return u16(d.main, at) }

func (d *document) u32(at int) int { return u32(d.main, at) }

// stored is what a pair of numbers in the head names in the table stream; nil when it lies outside.
func (d *document) stored(at int) []byte {
	from, n := d.u32(at), d.u32(at+4)
	if n <= 0 || from > len(d.table) || n > len(d.table)-from {
		return nil
	}
	return d.table[from : from+n]
}

// u16 and u32 are numbers at a place, 0 outside.
func u16(b []byte, at int) int {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return int(binary.LittleEndian.Uint16(b[at:]))
}

func u32(b []byte, at int) int {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return int(binary.LittleEndian.Uint32(b[at:]))
}

// lost remembers what is not read, each reason once.
func (d *document) lost(reason string) {
	for _, r := range d.notRead {
		if r == reason {
			return
		}
	}
	d.notRead = append(d.notRead, reason)
}
