// Package extract turns files into documents: it walks the inputs (files, folders, zips, standard input), tells their
// kind from their content, hands them to the reader of their format and has package form find the forms in what was
// read. Every failure becomes one Unread line that says what is wrong and what to do; nothing ends the run. It judges no
// figures and writes nothing.
package extract

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"time"

	"fuhe"
	"fuhe/extract/around"
	"fuhe/extract/form"
	"fuhe/extract/grid"
	"fuhe/extract/work"
	"fuhe/extract/xlsx"
)

// Options of a reading.
type Options struct {
	Password  string        // of encrypted files
	Tables    bool          // every table is wanted, form or not: fills Tables, looks for no forms
	Whole     bool          // of these, those that go on over pages as one
	PDFReader string        // of PDF pages: "native", "pdfium", else native first
	Verify    bool          // read PDFs with both readers and report where they differ
	Limit     time.Duration // for one file; 0 for the usual limit

	reader func(fuhe.Format) reader // nil for readerOf; tests put their own
}

// Read reads one input. passedOver is true for a file nobody named that is of a kind without forms (a picture, a
// program, text without a form): it is no part of the answer.
//
// A file that takes longer than its limit is given up: its reader gets no more of the file and ends soon after.
func Read(ctx context.Context, in Input, o Options) (doc fuhe.Document, passedOver bool) {
	if ctx.Err() != nil {
		doc = newDocument(in)
		unread(&doc, "interrupted")
		return doc, false
	}
	if o.Limit <= 0 {
		o.Limit = maxDuration
	}
	ctx, cancel := work.WithLimit(ctx, o.Limit, context.DeadlineExceeded)
	defer cancel()
	type answer struct {
		doc        fuhe.Document
		passedOver bool
	}
	answered := make(chan answer, 1)
	go func() {
		doc, pass := readSafely(ctx, in, o)
		answered <- answer{doc, pass}
	}()
	select {
	case a := <-answered:
		return a.doc, a.passedOver
	case <-ctx.Done():
		doc = newDocument(in)
		if context.Cause(ctx) == context.DeadlineExceeded {
			unread(&doc, "given up after %s — the file is damaged or far larger than a form", o.Limit)
		} else {
			unread(&doc, "interrupted")
		}
		return doc, false
	}
}

// readSafely holds the one recover: whatever a reader does to a hostile file, the other files are read.
func readSafely(ctx context.Context, in Input, o Options) (doc fuhe.Document, passedOver bool) {
	doc = newDocument(in)
	defer func() {
		if p := recover(); p != nil {
			unread(&doc, "the reader failed on this file (%v) — please report it", p)
			doc.Reports, doc.Tables = []*fuhe.Report{}, nil
			passedOver = false
		}
	}()
	passedOver = read(ctx, &doc, in, o)
	return doc, passedOver
}

func newDocument(in Input) fuhe.Document {
	return fuhe.Document{Path: in.Path, Reports: []*fuhe.Report{}, Unread: []fuhe.Unread{}}
}

func unread(doc *fuhe.Document, format string, args ...any) {
	doc.Unread = append(doc.Unread, fuhe.Unread{Reason: fmt.Sprintf(format, args...)})
}

// read opens the input and decides what becomes of it.
func read(ctx context.Context, doc *fuhe.Document, in Input, o Options) (passedOver bool) {
	if in.refused != "" {
		unread(doc, "%s", in.refused)
		return false
	}
	c, err := in.open()
	if err != nil {
		unread(doc, "%s", accessReason(err))
		return false
	}
	defer c.close()
	if c.size == 0 {
		unread(doc, "empty file")
		return !in.Named
	}
	k, err := kindOf(c, c.size)
	if err != nil {
		unread(doc, "%s", accessReason(err))
		return false
	}
	doc.Format = k.format
	switch {
	case k.broken != "":
		unread(doc, "%s", k.broken)
	case k.format == "" && !in.Named:
		return true
	case k.format == "":
		unread(doc, "not a document fuhe reads: %s%s", k.name, advice(k))
	case c.size > maxFileBytes:
		unread(doc, "%s of %d MB, larger than the %d MB fuhe reads — split it", k.name, c.size>>20, maxFileBytes>>20)
	default:
		return readKind(ctx, doc, in, c, k, o)
	}
	return false
}

// readReason says why a reader gave up, and what to do.
func readReason(err error, k kind, o Options) string {
	switch encrypted := errors.Is(err, grid.ErrEncrypted); {
	case encrypted && o.Password == "":
		return "encrypted — give its password with --password"
	case encrypted:
		return "encrypted, and the password given does not open it — give the right one with --password"
	}
	return fmt.Sprintf("%s not read: %v", k.name, err)
}

func advice(k kind) string {
	if k.advice == "" {
		return ""
	}
	return " — " + k.advice
}

// readKind has the format's reader read the content.
func readKind(ctx context.Context, doc *fuhe.Document, in Input, c content, k kind, o Options) (passedOver bool) {
	body, sum, err := fingerprinted(c)
	if err != nil {
		unread(doc, "%s", accessReason(err))
		return false
	}
	doc.SHA256 = sum
	size := c.size
	if k.locked {
		if body, size, err = xlsx.Decrypted(body, size, o.Password); err == nil {
			k, err = kindOf(body, size)
			k.name = "encrypted " + k.name
			doc.Format = k.format
		}
		if err != nil {
			unread(doc, "%s", readReason(err, k, o))
			return false
		}
	}
	choose := o.reader
	if choose == nil {
		choose = readerOf
	}
	read := choose(k.format)
	if read == nil {
		unread(doc, "not a document fuhe reads: %s%s", k.name, advice(k))
		return false
	}
	book, err := read(ctx, waitedFor{body, ctx}, size, o)
	doc.Pages, doc.Readers = book.Pages, book.Readers
	doc.Unread = append(doc.Unread, book.Unread...)
	if err != nil {
		unread(doc, "%s", readReason(err, k, o))
		return false
	}
	if ctx.Err() != nil {
		return false // nobody waits for the forms in it
	}
	if o.Tables {
		return fillTables(doc, book, in, k, o)
	}
	return fillReports(doc, book, in, k)
}

// waitedFor is a file that nothing can be read of any more once nobody waits for it.
type waitedFor struct {
	io.ReaderAt
	ctx context.Context
}

func (w waitedFor) ReadAt(p []byte, at int64) (int, error) {
	if w.ctx.Err() != nil {
		return 0, context.Cause(w.ctx)
	}
	return w.ReaderAt.ReadAt(p, at)
}

// fingerprinted is a content with its SHA-256. A file of the usual size is in memory from then on: it had to be read
// whole, and readers of PDF ask for it in thousands of small pieces.
func fingerprinted(c content) (body io.ReaderAt, sum string, err error) {
	hash := sha256.New()
	if c.size > heldBytes {
		_, err = io.Copy(hash, io.NewSectionReader(c, 0, c.size))
		return c, hex.EncodeToString(hash.Sum(nil)), err
	}
	raw, ok := c.ReaderAt.(byteReader)
	if !ok {
		raw = make([]byte, c.size)
		if _, err = io.ReadFull(io.NewSectionReader(c, 0, c.size), raw); err != nil {
			return nil, "", err
		}
	}
	hash.Write(raw)
	return raw, hex.EncodeToString(hash.Sum(nil)), nil
}

// fillTables answers the wish for every table.
func fillTables(doc *fuhe.Document, book grid.Book, in Input, k kind, o Options) (passedOver bool) {
	for i := range book.Grids {
		g := &book.Grids[i]
		if g.Unsure != "" {
			sayOnce(doc, fuhe.Unread{At: place(g), Reason: "table not to be relied on: " + g.Unsure})
		}
	}
	doc.Tables, doc.Outside = around.Tables(book, o.Whole)
	if len(doc.Tables) == 0 && len(doc.Unread) == 0 {
		unread(doc, "no table found")
	}
	return len(doc.Tables) == 0 && k.format == fuhe.Text && !in.Named
}

// fillReports finds the forms.
func fillReports(doc *fuhe.Document, book grid.Book, in Input, k kind) (passedOver bool) {
	reports, missed := form.Read(book.Grids)
	doc.Reports = append(doc.Reports, reports...)
	sayOnce(doc, missed...)
	if len(reports) == 0 && len(missed) == 0 && k.format == fuhe.Text && !in.Named {
		return true
	}
	if len(reports) == 0 && len(doc.Unread) == 0 {
		unread(doc, "no self-evaluation form found (%s read)", count(len(book.Grids), "table"))
	}
	return false
}

func place(g *grid.Grid) fuhe.Source {
	return fuhe.Source{Sheet: g.Sheet, Page: g.Page, Table: g.Table}
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
