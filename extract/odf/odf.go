// Package odf reads OpenDocument texts and spreadsheets (.odt, .ods, and .fods, .fodt, which are one XML file) into grids.
// Of a spreadsheet it gives what a reader sees: the texts of the cells as they are shown, merged cells, hidden sheets last;
// hidden rows and columns are said. Of a text it gives every table as laid out, in cells and text boxes too, with the lines
// around them; deletions that are tracked and hidden text are left out. It lays out no pages, and reads no headers, footers,
// notes, charts, pictures or embedded objects. It finds no forms and writes nothing.
package odf

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"fuhe"
	"fuhe/extract/flow"
	"fuhe/extract/grid"
	"fuhe/extract/ooxml"
	"fuhe/extract/worksheet"
)

// Options say what is wanted of a file.
type Options struct {
	Formulas bool // of the cells of a spreadsheet
}

// Read reads a file.
func Read(r io.ReaderAt, size int64, o Options) (grid.Book, error) {
	if size > maxFileBytes {
		return grid.Book{}, fmt.Errorf("the file has %d MB, more than the %d MB fuhe reads", size>>20, maxFileBytes>>20)
	}
	d := &document{styles: map[string]style{}, sheetStyles: map[string]bool{}, numbers: map[string]bool{}, formulas: o.Formulas}
	head := make([]byte, 2)
	if _, err := r.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return grid.Book{}, err
	}
	var err error
	if string(head) == "PK" {
		err = d.packed(r, size)
	} else {
		err = ooxml.Single(io.NewSectionReader(r, 0, size), d.root)
	}
	if err != nil {
		return grid.Book{}, err
	}
	return d.book()
}

// document is a file being read.
type document struct {
	*ooxml.Parser
	styles      map[string]style
	sheetStyles map[string]bool // styles of sheets that hide them
	blocks      []flow.Block    // of a text
	sheets      []*worksheet.Sheet
	spread      bool // it is a spreadsheet
	found       bool // its body was found
	formulas    bool // are wanted

	depth      int // of tables and boxes in one another
	bytes      int // text so far
	cells      int // so far
	paragraphs int // so far
	pictures   int
	canvas     flow.Canvas     // of what is being read
	numbers    map[string]bool // styles of lists that print numbers
	here       *flow.Beside    // what is found beside the text of the cell being read; nil outside of any
	notRead    []string        // what was met and is not read
}

// packed reads a file that is a package of parts.
func (d *document) packed(r io.ReaderAt, size int64) error {
	zr, err := zip.NewReader(r, size)
	if err != nil {
		return fmt.Errorf("damaged zip container: %w", err)
	}
	p, err := ooxml.Open(zr)
	if err != nil {
		return err
	}
	if err := locked(p); err != nil {
		return err
	}
	if p.Parts["styles.xml"] != nil {
		if err := p.Root("styles.xml", d.root); err != nil {
			return err
		}
	}
	return p.Root("content.xml", d.root)
}

// locked reports whether the parts are encrypted.
func locked(p *ooxml.Package) error {
	if p.Parts["encrypted-package"] != nil {
		return grid.ErrLocked
	}
	const list = "meta-inf/manifest.xml"
	if p.Parts[list] == nil {
		return nil
	}
	return p.Elements(list, func(_ *ooxml.Parser, e ooxml.Element) error {
		if e.Name.Local == "encryption-data" {
			return grid.ErrLocked
		}
		return nil
	})
}

// root reads the root of a part: its styles, then its body.
func (d *document) root(p *ooxml.Parser, _ ooxml.Element) error {
	d.Parser = p
	return d.children(func(e ooxml.Element) error {
		switch e.Name.Local {
		case "automatic-styles", "styles":
			return d.readStyles()
		case "body":
			return d.children(d.body)
		}
		return d.Pass()
	})
}

func (d *document) body(e ooxml.Element) error {
	var err error
	switch e.Name.Local {
	case "text":
		d.found = true
		d.blocks, err = d.content()
		return err
	case "spreadsheet":
		d.found, d.spread = true, true
		return d.children(d.sheet)
	}
	return d.Pass()
}

// book lays out what was read.
func (d *document) book() (grid.Book, error) {
	if !d.found {
		return grid.Book{}, errors.New("no text or spreadsheet inside: the file is damaged or is of another kind")
	}
	if !d.spread {
		return flow.Document(d.blocks, d.pictures, d.notRead), nil
	}
	b := worksheet.Book(d.sheets)
	for _, reason := range d.notRead {
		b.Unread = append(b.Unread, fuhe.Unread{Reason: reason})
	}
	return b, nil
}

// children calls visit for each child of the element just begun; visit takes its content off.
func (d *document) children(visit func(e ooxml.Element) error) error {
	for {
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if err := visit(t); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
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

// nest counts how deep things are in one another.
func (d *document) nest() error {
	if d.depth++; d.depth > maxNesting {
		return fmt.Errorf("tables, lists and text boxes nested more than %d deep", maxNesting)
	}
	return nil
}

// count counts rows and cells.
func (d *document) count(n int) error {
	if d.cells += n; d.cells > maxCells {
		return fmt.Errorf("more than %d rows and cells", maxCells)
	}
	return nil
}
