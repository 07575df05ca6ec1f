// Package ofd reads OFD documents (GB/T 33190): the bytes of a package go in, out come the ruled tables of its pages as
// grids, and the pages that could not be read with the reason. It draws each page as glyphs and rules, templates, clips,
// composite objects and notes with it, and has the lattice find the tables. Seals and stamps are none of the text of a page.
// Pages whose text is drawn as outlines or is a picture, and encrypted packages, are not read. It joins no pages and knows
// no form.
package ofd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
	"fuhe/extract/page/binder"
	"fuhe/extract/page/inferred"
	"fuhe/extract/page/lattice"
	"fuhe/extract/page/picture"
)

// Read reads a package. An error means that nothing of it could be read; pages that could not are in Book.Unread. Reading
// ends with the context.
//
// The wish is what is looked for on pages that draw no rules.
func Read(ctx context.Context, r io.ReaderAt, size int64, wish inferred.Wish) (grid.Book, error) {
	return read(ctx, r, size, wish, func(int, page.Page, []grid.Grid) error { return nil })
}

// Draw draws each page that can be read as it was read, as SVG, to the writer that to gives for it.
func Draw(r io.ReaderAt, size int64, to func(n int, draw func(io.Writer) error) error) error {
	_, err := read(context.Background(), r, size, inferred.Wish{}, func(n int, p page.Page, grids []grid.Grid) error {
		return to(n, func(w io.Writer) error { return picture.Write(w, p, grids) })
	})
	return err
}

func read(ctx context.Context, r io.ReaderAt, size int64, wish inferred.Wish, drawn func(int, page.Page, []grid.Grid) error) (grid.Book, error) {
	f, err := open(r, size)
	if err != nil {
		return grid.Book{}, err
	}
	documents, failed, err := f.documents()
	if err != nil {
		return grid.Book{}, err
	}
	if len(documents) == 0 {
		return grid.Book{}, errors.Join(failed...)
	}
	b := reading{}
	b.Infer(wish)
	for _, err := range failed {
		b.Unread(fuhe.Source{}, "%v", err)
	}
	for _, d := range documents {
		if err := b.document(ctx, d, drawn); err != nil {
			return b.Book, err
		}
	}
	if b.Book.Pages == 0 {
		return b.Book, errors.New("the document has no pages")
	}
	b.JoinSides()
	return b.Book, nil
}

// reading is the book as far as it is read.
type reading struct {
	binder.Binder
	cells int
	full  bool // a budget is used up
}

// document reads the pages of one document; they are numbered on through all of them.
func (b *reading) document(ctx context.Context, d *document, drawn func(int, page.Page, []grid.Grid) error) error {
	first := b.Book.Pages
	b.Book.Pages += len(d.pages)
	for i, ref := range d.pages {
		n := first + i + 1
		switch {
		case ctx.Err() != nil:
			return context.Cause(ctx)
		case b.full:
			return nil
		case n > maxPages:
			b.full = true
			b.Unread(fuhe.Source{Page: n}, "pages beyond the first %d were not read", maxPages)
			return nil
		}
		p, err := d.page(ctx, n, ref)
		if err != nil {
			b.Add(n, binder.Leaf{Err: fmt.Errorf("page not read: %w", err)})
			continue
		}
		if outlines(p) {
			b.Add(n, binder.Leaf{Page: p, Doubt: "text drawn as outlines, which fuhe does not read: take the file it was made from", Code: fuhe.Outlines})
			continue
		}
		grids, err := lattice.Find(p)
		b.Add(n, binder.Leaf{Page: p, Grids: grids, Err: err, Doubt: doubt(p)})
		for k := range grids {
			b.cells += len(grids[k].Cells)
		}
		if b.full = b.cells > maxCells; b.full {
			b.Unread(fuhe.Source{Page: n}, "pages behind this one not read: the tables of the file have more than %d cells", maxCells)
		}
		if err == nil {
			if err := drawn(n, p, grids); err != nil {
				return err
			}
		}
	}
	for _, reason := range d.attached() {
		b.Unread(fuhe.Source{}, "%s", reason)
	}
	return nil
}

// doubt says why a page cannot be relied on; "" when it can.
func doubt(p page.Page) string {
	if !p.Incomplete {
		return ""
	}
	return p.Unsure
}

// outlines reports whether the text of a page is drawn as shapes: so many of the size of characters, and hardly a
// character.
func outlines(p page.Page) bool {
	shapes, letters := 0, 0
	for _, b := range p.Outlines {
		if max(width(b), height(b)) <= mostOutline {
			shapes++
		}
	}
	for _, g := range p.Glyphs {
		if strings.TrimSpace(g.Text) != "" && !g.Pale {
			letters++
		}
	}
	return shapes >= leastOutlines && shapes > outlinesShare*letters
}
