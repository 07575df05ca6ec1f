// Package docx reads a Word document (.docx) into grids: every table of its text as laid out, tables inside cells and in
// text boxes too, with the lines of text around them. The text is what a reader of the last version sees: deletions,
// hidden text, letters of the colour of what they stand on and field codes are left out; of a cell that is said. It does not
// lay out pages, computes no fields, and reads no headers, footers, notes, comments, charts, pictures or embedded objects;
// numbers of lists are not part of the text, and put a figure behind them in doubt. It finds no forms and writes nothing.
package docx

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"

	"fuhe"
	"fuhe/extract/flow"
	"fuhe/extract/grid"
	"fuhe/extract/ooxml"
)

// Read reads a document.
func Read(r io.ReaderAt, size int64) (grid.Book, error) {
	if size > maxFileBytes {
		return grid.Book{}, fmt.Errorf("the document has %d MB, more than the %d MB fuhe reads", size>>20, maxFileBytes>>20)
	}
	zr, err := zip.NewReader(r, size)
	if err != nil {
		return grid.Book{}, fmt.Errorf("damaged zip container: %w", err)
	}
	p, err := ooxml.Open(zr)
	if err != nil {
		return grid.Book{}, err
	}
	main, err := p.Main("word/document.xml")
	if err != nil {
		return grid.Book{}, err
	}
	d := &document{}
	if err := errors.Join(d.readStyles(p, main), d.readLists(p, main)); err != nil {
		return grid.Book{}, err
	}
	var blocks []flow.Block
	err = p.Root(main, func(x *ooxml.Parser, e ooxml.Element) error {
		if !isWord(e) || e.Name.Local != "document" {
			return fmt.Errorf("the root element is %s, no Word document", e.Name.Local)
		}
		d.Parser = x
		var err error
		blocks, err = d.blocks(d.pass)
		return err
	})
	if err != nil {
		return grid.Book{}, err
	}
	return flow.Document(blocks, d.pictures, d.notRead), nil
}

// document is a document being read, and the state that goes over paragraphs.
type document struct {
	*ooxml.Parser
	styles map[string]runStyle // of characters, paragraphs and tables
	usual  string              // style of a paragraph that names none
	canvas flow.Canvas         // of what is being read
	lists  lists
	fields []field // open, the outermost first
	depth  int     // of tables in tables
	bytes  int     // text so far
	cells  int     // so far
	lines  int     // so far

	paragraphs int // so far, blank ones too
	pictures   int
	here       *flow.Beside // what is found beside the text of the cell being read; nil outside of any
	inside     *cell        // that cell
	notRead    []string     // what was met and is not read
}

// doubt says why the text of the cell being read is not to be relied on; outside of cells nothing rests on a text.
func (d *document) doubt(zh, en string) {
	d.doubtFor(&fuhe.Phrase{ZH: zh, EN: en})
}

func (d *document) doubtFor(why *fuhe.Phrase) {
	if d.here != nil && d.here.Doubt == nil {
		d.here.Doubt = why
	}
}

// picture says that a picture stands where it is read.
func (d *document) picture() {
	if d.here != nil && d.here.Instead == nil {
		d.here.Instead = fuhe.DoubtPicture
	}
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

// pass leaves an element out.
func (d *document) pass(ooxml.Element) error { return d.Pass() }
