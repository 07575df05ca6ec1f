// Package native reads PDF pages with our own interpreter: the bytes of a file go in, out comes what each page shows,
// as page.Page. It repairs nothing and guesses nothing: a file it cannot open is an error, a character it does not know for
// sure has no text, and the page says why, so that another reader can take over. It finds no tables.
package native

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"

	"fuhe/extract/page"
)

// ErrEncrypted is given for a file that needs a password, or another one.
var ErrEncrypted = errors.New("encrypted: a password is needed, or it is wrong")

// Options say how to open a file.
type Options struct {
	Password string
}

// Document is an opened file. Its pages may be drawn by several goroutines at a time.
type Document struct {
	source  *source
	catalog value
	pages   []leaf
	fonts   fonts
	hidden  map[ref]bool // optional content that is off

	repaired string // why the cross-reference was made anew

	spareGlyphs spare[page.Glyph]
	spareRules  spare[page.Rule]

	settling sync.Mutex              // of what the pages settled so far tell
	unpacked int64                   // bytes, of all their streams
	charged  map[ref]bool            // fonts that are counted in these
	digits   map[digitKey]shownDigit // as they were first drawn
}

// InMemory is a file that may be in memory already: Whole is all its bytes, which nobody changes, nil when they are not.
type InMemory interface{ Whole() []byte }

// Open reads the structure of a file, its page tree included. One that is InMemory is not copied.
func Open(r io.ReaderAt, size int64, o Options) (d *Document, err error) {
	defer recovered(&err)
	d = &Document{charged: make(map[ref]bool), digits: make(map[digitKey]shownDigit)}
	if d.source, err = openSource(r, size); err != nil {
		return nil, err
	}
	err = d.source.sections()
	if err == nil {
		if err := d.source.unlock("", o.Password); err != nil {
			return nil, err
		}
		err = d.structure()
		switch {
		case err == nil:
			return d, nil
		case !isGarbled(err):
			return nil, err
		}
	}
	if err := d.again(err); err != nil {
		return nil, err
	}
	return d, nil
}

// structure reads what the trailer leads to.
func (d *Document) structure() (err error) {
	defer recovered(&err)
	d.catalog = value{d.source.trailer, d.source, new(meter)}.key("Root")
	if d.pages, err = leaves(d.catalog); err != nil {
		return err
	}
	d.hidden = hiddenLayers(d.catalog)
	return nil
}

// Pages is the number of pages.
func (d *Document) Pages() int { return len(d.pages) }

// isGarbled reports whether an error says that bytes of the file are not what they were.
func isGarbled(err error) bool {
	var g garbled
	return errors.As(err, &g)
}

// recovered makes an error of a panic: whatever looks into a file panics on what it cannot go on with.
func recovered(err *error) {
	switch r := recover().(type) {
	case nil:
	case runtime.Error:
		*err = fmt.Errorf("damaged: %w", r)
	case error:
		*err = r
	default:
		*err = fmt.Errorf("damaged: %v", r)
	}
}
