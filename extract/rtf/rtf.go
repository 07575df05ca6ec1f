// Package rtf reads RTF documents into grids: every table of the text as laid out, those in cells too, with the lines
// around them. Deleted and hidden text is left out, and so are letters that nobody sees in a cell, which is said. It lays out no pages, and reads no headers, footers, notes, pictures,
// embedded objects or text boxes; tables in text boxes are named. It finds no forms and writes nothing.
package rtf

import (
	"fmt"
	"io"

	"fuhe/extract/flow"
	"fuhe/extract/grid"
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
	d := &document{lexer: lexer{b: raw}, fonts: map[int]*font{}, page: usualPage}
	d.state.skip = 1
	if err := d.read(); err != nil {
		return grid.Book{}, err
	}
	return flow.Document(d.flow.Done(), d.pictures, d.notRead), nil
}

// document is a document being read.
type document struct {
	lexer
	state  state
	outer  []state // of the groups around the one being read
	fonts  map[int]*font
	inks   []string // colours of the document by their numbers, "" for the usual one
	mixing [3]int   // parts of red, green and blue of the next of them, each one more than said
	page   int      // code page of text whose font names none
	naming int      // font of the table of fonts being read

	pending []byte // bytes that are not yet decoded: characters may have two
	high    uint16 // first half of a character beyond the basic plane
	flow    flow.Builder
	row     rowPlan
	code    string  // instruction of the field being read
	text    []piece // of the paragraph being read

	bytes    int // so far
	pictures int
	notRead  []string // what was met and is not read
}

// state is what holds within a group.
type state struct {
	destination destination
	starred     bool // the group begins with \*: what is not known is left out
	fresh       bool // nothing of the group was read but \*
	skip        int  // bytes or characters that stand for one in Unicode, for programs without it
	skipping    int  // of these still to be passed over
	font        int
	wide        int // font of ideographs, -1 when none was named
	look        look
	ground      string // what the paragraph stands on, "" where it says nothing
	field       field  // the innermost one
	inTable     bool
	depth       int // of the table, from 1; 0 outside
}

// look is how text is set, as far as it matters.
type look struct {
	hidden, struck, raised, lowered bool
	deleted                         bool
	ink, ground                     int // numbers of colours: of the letters, of what is behind them alone; 0 for none
	size                            int // of the letters in half points, 0 where it is not told
	scale                           int // of their width in per cent, the same
}

// destination is where text goes.
type destination uint8

const (
	toBody destination = iota
	toFonts
	toColours
	toNumber      // what a list prints before a paragraph
	toInstruction // of a field
	toNothing
	toBox // a text box, whose text is left out
)

// read goes through the document.
func (d *document) read() error {
	d.state.wide = -1
	began := false
	for {
		t, ok := d.next()
		if !ok {
			break
		}
		if !began && t.kind != groupBegin {
			return fmt.Errorf("no RTF document")
		}
		began = true
		if err := d.take(t); err != nil {
			return err
		}
		if len(d.outer) == 0 {
			break // behind the document
		}
	}
	if len(d.outer) > 0 {
		return fmt.Errorf("the file is cut short")
	}
	d.flush()
	return d.endParagraph()
}

func (d *document) take(t token) error {
	switch t.kind {
	case groupBegin:
		d.flush()
		if len(d.outer) >= maxDepth {
			return fmt.Errorf("groups nested more than %d deep", maxDepth)
		}
		d.outer = append(d.outer, d.state)
		d.state.fresh, d.state.starred, d.state.skipping = true, false, 0
		return nil
	case groupEnd:
		d.flush()
		n := len(d.outer)
		if n == 0 {
			return nil
		}
		d.fieldEnds(n)
		d.state, d.outer = d.outer[n-1], d.outer[:n-1]
		d.state.skipping = 0
		return nil
	case word:
		return d.word(t)
	case bytesOf:
		return d.raw(t.text)
	}
	return nil
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
