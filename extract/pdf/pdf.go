// Package pdf reads PDF files: the bytes of a file go in, out come the ruled tables of its pages as grids, which reader
// read which page and why, and the pages that could not be read with the reason. It decides which of the two readers of
// pages is relied on, wires them to the lattice and bounds the time they take; it decodes nothing itself, joins no pages
// and knows no form.
package pdf

import (
	"context"
	"fmt"
	"io"
	"time"

	"fuhe"
	"fuhe/extract/compiled"
	"fuhe/extract/grid"
	"fuhe/extract/ocr"
	"fuhe/extract/page/binder"
	"fuhe/extract/page/inferred"
	"fuhe/extract/work"
)

// Options say how to read a file.
type Options struct {
	Password string
	Reader   Reader
	Verify   bool          // read with both readers and report where they differ
	Limit    time.Duration // of the processor's time for the file; 0 for one by its pages

	Infer  inferred.Wish // what is looked for on pages that draw no rules
	Jobs   *work.Jobs    // that pages are read ahead with, when they are free; nil to read one after the other
	Scans  *ocr.Reader   // recognises scanned pages; nil where nobody wants that
	Styled bool          // how the texts of cells are set is wanted, too
}

// Reader is which reader reads the pages.
type Reader string

const (
	Auto   Reader = "auto"   // the native one, and PDFium for whatever that one is not sure of; so does ""
	Native Reader = "native" // the interpreter of this program
	PDFium Reader = "pdfium"
)

// Read reads a whole file. An error means that nothing of it could be read; pages that could not are in Book.Unread.
// Reading ends with the context.
func Read(ctx context.Context, r io.ReaderAt, size int64, o Options) (grid.Book, error) {
	read := newReading(ctx, r, size, o)
	defer read.close()
	return read.file()
}

// reading is the reading of one file.
type reading struct {
	options       Options
	clock         *clock
	first, second *side
	cut           string                    // why the file as a whole cannot be relied on, when it had to be repaired
	lookThrough   func(damaged bool) string // the same, of all that is packed in it; nil when that was done
	binder        binder.Binder
	drawn         func(n int, o outcome) error
	recognised    int // pages
}

func newReading(ctx context.Context, r io.ReaderAt, size int64, o Options) *reading {
	c := newClock(timeFor(1, o))
	read := &reading{options: o, clock: c, first: nativeSide(ctx, r, size, o, c), second: secondSide(ctx, r, size, o, c)}
	read.binder.Infer(o.Infer)
	read.binder.Spent = read.spent
	read.second.unit = read.first.unitOf
	read.first.styled, read.second.styled = o.Styled, o.Styled
	if o.Reader == PDFium {
		read.first, read.second = read.second, read.first
	}
	read.cut = cutShort(r, size)
	read.lookThrough = func(damaged bool) string { return brokenStream(r, size, damaged) }
	return read
}

// timeFor is the time that a file of so many pages may take; with both readers compared it is twice that.
func timeFor(pages int, o Options) time.Duration {
	if o.Limit > 0 {
		return o.Limit
	}
	limit := min(fileTime+time.Duration(pages)*perPageTime, mostTime)
	if o.Verify {
		limit *= 2
	}
	if !compiled.Possible {
		limit *= interpretedTimes
	}
	return limit
}

func (r *reading) close() {
	r.first.close()
	r.second.close()
}

// file reads all pages.
func (r *reading) file() (grid.Book, error) {
	pages, err := r.pages()
	if err != nil {
		return grid.Book{}, err
	}
	r.binder.Book.Pages = pages
	r.clock.limit.Store(int64(timeFor(pages, r.options)))
	if r.options.Reader != PDFium {
		defer r.first.readAhead(min(pages, maxPages), r.options.Jobs)()
	}
	cells := 0
	for n := 1; n <= min(pages, maxPages); n++ {
		if ctx := r.first.ctx; ctx.Err() != nil {
			return r.binder.Book, context.Cause(ctx)
		}
		if r.clock.over() {
			r.unread(fuhe.Source{Page: n}, "pages %d to %d not read within %s", n, pages, time.Duration(r.clock.limit.Load()))
			return r.binder.Book, nil
		}
		o := r.scan(n, r.page(n))
		if cells += o.cells(); cells > maxCells {
			r.unread(fuhe.Source{Page: n}, "pages %d to %d not read: the tables of the file have more than %d cells", n, pages, maxCells)
			return r.binder.Book, nil
		}
		r.add(n, o)
		if r.drawn != nil && o.err == nil {
			if err := r.drawn(n, o); err != nil {
				return r.binder.Book, err
			}
		}
	}
	r.binder.JoinSides()
	r.beside()
	if pages > maxPages {
		r.unread(fuhe.Source{Page: maxPages + 1}, "pages beyond the first %d were not read", maxPages)
	}
	return r.binder.Book, nil
}

// pages opens the file and counts its pages.
func (r *reading) pages() (int, error) {
	n, err := r.first.pages()
	if err == nil || r.options.Reader == Native || r.options.Reader == PDFium {
		return n, err
	}
	n, again := r.second.pages()
	if again != nil {
		return 0, fmt.Errorf("%w; %s: %w", err, r.second.name, again)
	}
	return n, nil
}
