// Package pdfium is the second PDF reader: bytes of a PDF in, page.Page out, read by PDFium (the reader of Chrome) as
// WebAssembly in a sandbox. It repairs broken files, opens all encryptions and knows all predefined character maps, and
// it is slow to start: it runs only when a document is opened here. It draws pages and adds notes to them when asked to; it
// finds no tables, executes no scripts of a document and reads neither files nor network.
//
// Two things PDFium does not tell: the UserUnit of a page, which is taken for 1 and left to whoever knows it, and damage inside a stream, of which it
// gives what comes before.
package pdfium

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"fuhe/extract/page"
	"fuhe/extract/work"
)

// Options of opening a document.
type Options struct {
	Password string
	Pictures bool // pages are to be drawn, in the fonts of the machine where the file has none
}

// ErrEncrypted says that the document needs a password, or another one than was given.
var ErrEncrypted = errors.New("encrypted: a password is needed, or the one given is wrong")

// ErrTime says that the document, or a page of it, took longer than the budget of its reading.
var ErrTime = errors.New("reading took too long")

// Document is an open document. It holds one of the few sandboxes of the process until it is closed. Its methods may
// be called from several goroutines; they work one after the other.
type Document struct {
	r       io.ReaderAt
	size    int64
	options Options

	mu     sync.Mutex
	box    *sandbox // nil after a failure: the next page gets a fresh one
	handle uint64
	pages  int
	closed bool

	facts  *facts // nil until asked for
	cut    bool   // the file ends in the middle of a stream
	layers bool   // it may have layers: their catalog may be in an object stream, too
}

// Open opens a document. It waits for a free sandbox, and the first time in a process for PDFium to be compiled, as
// long as the context allows; the time for the document itself is counted from there.
func Open(ctx context.Context, r io.ReaderAt, size int64, o Options) (*Document, error) {
	d := &Document{r: r, size: size, options: o}
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.load(ctx); err != nil {
		return nil, err
	}
	return d, nil
}

// Pages is the number of pages.
func (d *Document) Pages() int { return d.pages }

// Page reads page n, from 1. A page that fails does not spoil the next one.
func (d *Document) Page(ctx context.Context, n int) (page.Page, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return page.Page{}, errors.New("the document is closed")
	}
	if n < 1 || n > d.pages {
		return page.Page{}, fmt.Errorf("page %d of %d", n, d.pages)
	}
	if d.box == nil {
		if err := d.load(ctx); err != nil {
			return page.Page{}, err
		}
	}
	ctx, cancel := work.WithLimit(ctx, pageDuration, ErrTime)
	defer cancel()
	d.box.begin(ctx)
	p, err := readPage(d, n)
	if broken := d.box.err; broken != nil {
		d.discard()
		return page.Page{}, broken
	}
	if err == nil && d.cut {
		p.Unsure, p.Incomplete, p.Damaged = "the file ends in the middle of a stream", true, true
	}
	return p, err
}

// Close gives the sandbox back. Closing twice does nothing.
func (d *Document) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.closed = true
	d.discard()
	return nil
}

func (d *Document) discard() {
	if d.box != nil {
		d.box.discard()
		d.box = nil
	}
}

// Error codes of FPDF_GetLastError.
const (
	errorFormat   = 3
	errorPassword = 4
	errorSecurity = 5
)

// load puts the document into a fresh sandbox.
func (d *Document) load(ctx context.Context) error {
	if d.size <= 0 {
		return errors.New("the file is empty")
	}
	if d.size > maxFileBytes {
		return fmt.Errorf("%d bytes are more than the %d this reader takes", d.size, maxFileBytes)
	}
	start := engine
	if d.options.Pictures {
		start = drawingEngine
	}
	box, err := newSandbox(ctx, start)
	if err != nil {
		return err
	}
	ctx, cancel := work.WithLimit(ctx, openDuration, ErrTime)
	defer cancel()
	box.begin(ctx)
	if err := d.loadInto(box); err != nil {
		box.discard()
		return err
	}
	d.box = box
	return nil
}

func (d *Document) loadInto(box *sandbox) error {
	at, file, err := box.copyFile(d.r, d.size)
	if err != nil {
		return err
	}
	d.cut = cutShort(file)
	d.layers = bytes.Contains(file, []byte("OCProperties")) || bytes.Contains(file, []byte("ObjStm"))
	if d.handle, err = box.openCopy(at, d.size, box.copyString(d.options.Password)); err != nil {
		return err
	}
	pages := int(int32(box.call("FPDF_GetPageCount", d.handle)))
	if box.err != nil {
		return box.err
	}
	if pages <= 0 {
		return errors.New("the document has no pages")
	}
	if pages > maxPages {
		return fmt.Errorf("%d pages are more than the %d this reader takes", pages, maxPages)
	}
	d.pages = pages
	return nil
}

// openCopy opens a document that was copied into the sandbox, by the place of its bytes and of a password. Both stay there as
// long as the document is open: PDFium reads them when it needs them.
func (s *sandbox) openCopy(at uint64, size int64, password uint64) (handle uint64, err error) {
	handle = s.call("FPDF_LoadMemDocument64", at, uint64(size), password)
	if handle == 0 && password != 0 && uint32(s.call("FPDF_GetLastError")) == errorPassword {
		// One password is given for all inputs: most open without.
		handle = s.call("FPDF_LoadMemDocument64", at, uint64(size), 0)
	}
	if s.err != nil {
		return 0, s.err
	}
	if handle == 0 {
		return 0, whyClosed(uint32(s.call("FPDF_GetLastError")))
	}
	return handle, nil
}

// whyClosed says why a document does not open, by PDFium's number for it.
func whyClosed(code uint32) error {
	switch code {
	case errorPassword:
		return ErrEncrypted
	case errorSecurity:
		return errors.New("encrypted in a way that is not known")
	case errorFormat:
		return errors.New("not a PDF, or damaged beyond repair")
	default:
		return fmt.Errorf("the document does not open (PDFium error %d)", code)
	}
}

// cutShort reports whether a file ends within a stream. PDFium repairs that without a word, and whichever page the
// stream belongs to, there is less on it than there was.
func cutShort(file []byte) bool {
	end := max(0, bytes.LastIndex(file, []byte("endstream")))
	for _, begin := range []string{">>stream", ">>\rstream", ">>\nstream", ">>\r\nstream", ">> stream"} {
		if bytes.LastIndex(file, []byte(begin)) > end {
			return true
		}
	}
	return false
}
