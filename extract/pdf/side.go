package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"fuhe/extract/grid"
	"fuhe/extract/page"
	"fuhe/extract/pdf/native"
	"fuhe/extract/pdf/pdfium"
	"fuhe/extract/work"
)

// side is one of the two readers with the file it is to read. The file is opened when the first page is asked for.
type side struct {
	ctx      context.Context // of whoever waits for the file
	name     string
	open     func(ctx context.Context) (Document, error)
	opening  time.Duration // that opening may take
	waits    bool          // opening waits for others: that is no time of the file
	perPage  time.Duration
	clock    *clock
	file     *revocable
	document Document
	err      error // why it is not open, or not any more
	asked    bool
	styled   bool // how cells are set is wanted, too
	crew     crew
	ahead    *ahead              // nil: pages are read when they are asked for
	unit     func(n int) float64 // points that the units of a page are, where the reader does not know; nil when it does
}

// Document is an opened file.
type Document interface {
	Pages() int
	Page(ctx context.Context, n int) (page.Page, error)
	Close() error
}

func nativeSide(ctx context.Context, r io.ReaderAt, size int64, o Options, c *clock) *side {
	file := &revocable{r: r}
	return &side{ctx: ctx, name: string(Native), opening: pageTime, perPage: pageTime, clock: c, file: file,
		open: func(context.Context) (Document, error) {
			d, err := native.Open(file, size, native.Options{Password: o.Password})
			switch {
			case errors.Is(err, native.ErrEncrypted):
				return nil, grid.ErrEncrypted
			case err != nil:
				return nil, err // a nil *native.Document must not hide in the interface
			}
			return nativeDocument{d}, nil
		}}
}

// nativeDocument holds nothing that must be closed.
type nativeDocument struct{ *native.Document }

// holder is a document that knows what else the file holds that may be a form.
type holder interface{ Beside() []string }

func (d nativeDocument) Close() error { return nil }

func secondSide(ctx context.Context, r io.ReaderAt, size int64, o Options, c *clock) *side {
	file := &revocable{r: r}
	return &side{ctx: ctx, name: string(PDFium), opening: startTime, waits: true, perPage: secondTime, clock: c, file: file,
		open: func(ctx context.Context) (Document, error) {
			d, err := pdfium.Open(ctx, file, size, pdfium.Options{Password: o.Password})
			switch {
			case errors.Is(err, pdfium.ErrEncrypted):
				return nil, grid.ErrEncrypted
			case err != nil:
				return nil, err // a nil *pdfium.Document must not hide in the interface
			}
			return d, nil
		}}
}

// pages opens the file, once, and counts its pages.
func (s *side) pages() (int, error) {
	if s.asked {
		if s.err != nil {
			return 0, s.err
		}
		return s.document.Pages(), nil
	}
	s.asked = true
	limit := s.opening
	if !s.waits {
		limit = min(limit, s.clock.left())
	}
	ctx, cancel := work.WithLimit(s.ctx, limit, errTime)
	defer cancel()
	d, err := within(limit, s.clock.counts(!s.waits), func() (Document, error) { return s.open(ctx) }, discard)
	if err != nil {
		s.give(err)
		return 0, s.err
	}
	s.document = d
	return d.Pages(), nil
}

// discard closes a document that opened too late.
func discard(d Document) {
	if d != nil {
		_ = d.Close() // nobody reads it
	}
}

// page reads a page with its tables. A page that is not done in time ends the reader for this file: what runs there
// cannot be stopped, only kept from reading on.
func (s *side) page(n int) outcome {
	if _, err := s.pages(); err != nil {
		return outcome{err: err}
	}
	var o outcome
	if s.ahead != nil {
		o = s.ahead.page(n)
	} else {
		o = s.read(n)
	}
	if o.late {
		s.give(fmt.Errorf("page %d: %w", n, o.err))
	}
	return o
}

// read reads a page with its tables: what can be read of it without the others, what must be told in their order, and
// the tables.
func (s *side) read(n int) outcome {
	p := s.steps(s.document, n)
	defer p.end()
	p.step(p.draw)
	p.step(p.settle)
	p.step(p.tables)
	return p.outcome
}

// give gives the reader up.
func (s *side) give(err error) {
	s.err = err
	s.close()
}

func (s *side) close() {
	s.file.revoke()
	s.crew.end()
	if s.document != nil {
		_ = s.document.Close() // everything was read
		s.document = nil
	}
}

// outcome is what became of one page.
type outcome struct {
	page  page.Page
	grids []grid.Grid
	err   error
	late  bool   // it was given up, and what reads it still runs
	doubt string // why it cannot be relied on, after both readers were asked

	recognised bool // in the picture of a scan
}

// unitOf is how many points the units of a page are, as another reader of the file knows.
func (s *side) unitOf(n int) float64 {
	if _, err := s.pages(); err != nil {
		return 1 // said where that one is to read
	}
	if d, ok := s.document.(interface{ UserUnit(n int) float64 }); ok {
		return d.UserUnit(n)
	}
	return 1
}

// cells is the number of cells of the tables of a page.
func (o *outcome) cells() int {
	n := 0
	for i := range o.grids {
		n += len(o.grids[i].Cells)
	}
	return n
}
