// Package pdf reads PDF files: the bytes of a file go in, out come the ruled tables of its pages as grids, which reader
// read which page, and the pages that could not be read with the reason. It wires the readers of pages to the lattice
// and bounds the time they take; it decodes nothing itself, joins no pages and knows no form.
package pdf

import (
	"fmt"
	"io"
	"strings"
	"time"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/pdf/lattice"
	"fuhe/extract/pdf/native"
	"fuhe/extract/pdf/page"
)

// Options say how to open a file.
type Options struct {
	Password string
}

// Read reads a whole file. An error means that nothing of it could be read; pages that could not are in Book.Unread.
func Read(r io.ReaderAt, size int64, o Options) (grid.Book, error) {
	return read(func() (document, error) {
		d, err := native.Open(r, size, native.Options{Password: o.Password})
		if err != nil {
			return nil, err // a nil *native.Document must not hide in the interface
		}
		return d, nil
	}, fileTime)
}

// document is an opened file, as *native.Document gives it.
type document interface {
	Pages() int
	Page(n int) (page.Page, error)
}

// outcome is what became of one page.
type outcome struct {
	page  page.Page
	grids []grid.Grid
	err   error
}

// read collects the pages a worker reads, as long as there is time. The object layer of a file made for it may never
// come back from a call; it is left behind then, with its file, and stops at the next page if it does come back.
func read(open func() (document, error), limit time.Duration) (grid.Book, error) {
	w := worker{opened: make(chan int, 1), failed: make(chan error, 1), done: make(chan outcome), stop: make(chan struct{})}
	defer close(w.stop)
	go w.run(open)
	late := time.NewTimer(limit)
	defer late.Stop()

	var b grid.Book
	select {
	case err := <-w.failed:
		return grid.Book{}, err
	case <-late.C:
		return grid.Book{}, fmt.Errorf("not opened within %s", limit)
	case b.Pages = <-w.opened:
	}
	for n := 1; n <= min(b.Pages, maxPages); n++ {
		select {
		case o := <-w.done:
			add(&b, n, o)
		case <-late.C:
			rest := fmt.Sprintf("pages %d to %d not read within %s", n, b.Pages, limit)
			b.Unread = append(b.Unread, fuhe.Unread{At: fuhe.Source{Page: n}, Reason: rest})
			return b, nil
		}
	}
	if b.Pages > maxPages {
		rest := fmt.Sprintf("pages beyond the first %d were not read", maxPages)
		b.Unread = append(b.Unread, fuhe.Unread{At: fuhe.Source{Page: maxPages + 1}, Reason: rest})
	}
	return b, nil
}

// add puts one page into the book.
func add(b *grid.Book, n int, o outcome) {
	unread := func(reason string) {
		b.Unread = append(b.Unread, fuhe.Unread{At: fuhe.Source{Page: n}, Reason: reason})
	}
	if o.err != nil {
		unread(o.err.Error())
		return
	}
	b.Readers = append(b.Readers, fuhe.PageReader{Page: n, Reader: o.page.Reader, Because: o.page.Because})
	if reason := scanned(o); reason != "" {
		unread(reason)
		return
	}
	for _, g := range o.grids {
		if single(g) && (len(b.Grids) == 0 || !grid.Continues(b.Grids[len(b.Grids)-1], g)) {
			continue // a frame around a text
		}
		if g.Unsure != "" {
			unread(fmt.Sprintf("table %d: %s", g.Table, g.Unsure))
		}
		b.Grids = append(b.Grids, g)
	}
	if len(o.grids) == 0 && o.page.Unsure != "" {
		unread(o.page.Unsure)
	}
}

// scanned says that a page is a picture of a page; "" when it is none. A page number or a stamp put on a scan is no text
// of it, and a text layer without rules holds no tables.
func scanned(o outcome) string {
	if o.page.ImageArea <= scanShare || len(o.grids) > 0 {
		return ""
	}
	seen, hidden := 0, 0
	for _, g := range o.page.Glyphs {
		switch {
		case g.Text != "" && strings.TrimSpace(g.Text) == "":
		case g.Hidden:
			hidden++
		default:
			seen++
		}
	}
	switch {
	case seen > scanGlyphs:
		return ""
	case hidden > 0:
		return "scanned page with a hidden text layer, no rules to read it by"
	}
	return "scanned page, no text"
}

func single(g grid.Grid) bool { return g.Rows == 1 && g.Cols == 1 }

// worker reads the pages of a file in order, apart from whoever waits for them.
type worker struct {
	opened chan int
	failed chan error
	done   chan outcome
	stop   chan struct{}
}

func (w worker) run(open func() (document, error)) {
	d, pages, err := opened(open)
	if err != nil {
		w.failed <- err
		return
	}
	w.opened <- pages
	for n := 1; n <= min(pages, maxPages); n++ {
		select {
		case <-w.stop:
			return
		case w.done <- readPage(d, n):
		}
	}
}

// opened is the file and the number of its pages. A panic of the object layer becomes an error here: the recover around
// the readers does not reach into this goroutine.
func opened(open func() (document, error)) (d document, pages int, err error) {
	defer func() {
		if r := recover(); r != nil {
			d, pages, err = nil, 0, fmt.Errorf("broken file: %v", r)
		}
	}()
	if d, err = open(); err != nil {
		return nil, 0, err
	}
	return d, d.Pages(), nil
}

// readPage is one page with its tables.
func readPage(d document, n int) (o outcome) {
	defer func() {
		if r := recover(); r != nil {
			o = outcome{err: fmt.Errorf("broken page: %v", r)}
		}
	}()
	if o.page, o.err = d.Page(n); o.err != nil {
		return o
	}
	o.grids, o.err = lattice.Find(o.page)
	return o
}
