// Package extract turns files into documents: it walks the inputs (files, folders, zips, standard input), tells their
// kind from their content, hands them to the reader of their format and has package form find the forms in what was
// read. Every failure becomes one Unread line that says what is wrong and what to do; nothing ends the run. It judges no
// figures and writes nothing.
package extract

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"
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
	Inferred  bool          // of these, also those that draw no rules
	Whole     bool          // of these, those that go on over pages as one
	Styled    bool          // of these, how cells of PDF and XLSX files are set
	Formulas  bool          // of these, how cells of workbooks are computed from others of their table
	PDFReader string        // of PDF pages: "native", "pdfium", else native first
	Verify    bool          // read PDFs with both readers and report where they differ
	Limit     time.Duration // for one file; 0 for the usual limit
	Lang      fuhe.Lang     // of reasons; English when it is not said
	Apart     *Apart        // who reads what looks odd; nil for nobody else
	Scans     *Scans        // recognises scanned pages; nil where nobody wants that

	jobs   *work.Jobs               // of all files that are read at the time; nil when one is read alone
	reader func(fuhe.Format) reader // nil for readerOf; tests put their own
}

// Read reads one input. The error is why it was not reached: the context ended before it was read. Whatever else happens is
// in the document.
//
// A file that takes longer than its limit is given up; its reader gets no more of the file and ends soon after.
func Read(ctx context.Context, in Input, o Options) (doc fuhe.Document, err error) {
	if ctx.Err() != nil {
		return newDocument(in), context.Cause(ctx)
	}
	in, doc, done, err := o.elsewhere(ctx, in)
	if done || err != nil {
		return doc, err
	}
	limit := cmp.Or(max(o.Limit, 0), o.UsualLimit())
	began := time.Now()
	limited, cancel := work.WithLimit(ctx, limit, context.DeadlineExceeded)
	defer cancel()
	answered := make(chan fuhe.Document, 1)
	if limited.Err() == nil {
		go func() { answered <- readSafely(limited, in, o) }()
	}
	select {
	case doc = <-answered:
	case <-limited.Done():
		doc = newDocument(in)
		if ctx.Err() != nil {
			return doc, context.Cause(ctx)
		}
		unread(&doc, fuhe.Deadline, "given up after %s — the file is damaged or far larger than a form", limit)
	}
	if o.Lang == fuhe.ZH {
		sayInChinese(&doc)
	}
	doc.Seconds = time.Since(began).Round(time.Millisecond).Seconds()
	return doc, nil
}

// readSafely holds the one recover: whatever a reader does to a hostile file, the other files are read.
func readSafely(ctx context.Context, in Input, o Options) (doc fuhe.Document) {
	doc = newDocument(in)
	defer func() {
		if p := recover(); p != nil {
			unread(&doc, fuhe.ReaderDied, "the reader failed on this file (%v) — please report it", p)
			doc.Reports, doc.Tables, doc.WithoutForm = []*fuhe.Report{}, nil, false
		}
	}()
	read(ctx, &doc, in, o)
	for i := range doc.Unread {
		if doc.Unread[i].Code == "" {
			doc.Unread[i].Code = codeOf(doc.Unread[i].Reason)
		}
	}
	return doc
}

func newDocument(in Input) fuhe.Document {
	return fuhe.Document{Path: in.Path, Reports: []*fuhe.Report{}, Unread: []fuhe.Unread{}}
}

func unread(doc *fuhe.Document, code fuhe.Code, format string, args ...any) {
	doc.Unread = append(doc.Unread, fuhe.Unread{Reason: fmt.Sprintf(format, args...), Code: code})
}

// read opens the input and decides what becomes of it.
func read(ctx context.Context, doc *fuhe.Document, in Input, o Options) {
	if doc.PassedOver = in.passed; in.passed != "" {
		return
	}
	if in.refused != "" {
		unread(doc, in.code, "%s", in.refused)
		return
	}
	c, err := in.open()
	if err != nil {
		unread(doc, accessCode(err), "%s", accessReason(err))
		return
	}
	defer c.close()
	doc.Bytes = c.size
	if c.size == 0 {
		if !in.Named && !namedAsDocument(in.Path) {
			doc.PassedOver = "empty file"
			return
		}
		unread(doc, fuhe.Empty, "empty file")
		return
	}
	k, err := kindOf(c, c.size)
	if err != nil {
		unread(doc, accessCode(err), "%s", accessReason(err))
		return
	}
	doc.Format = k.format
	switch {
	case k.broken != "":
		unread(doc, fuhe.Damaged, "%s", k.broken)
	case k.format == "" && !in.Named && !k.document() && !namedAsDocument(in.Path):
		doc.PassedOver = k.name
	case k.format == "":
		unread(doc, fuhe.Unsupported, "not a document fuhe reads: %s%s", k.name, advice(k))
	case c.size > maxFileBytes:
		unread(doc, fuhe.TooLarge, "%s of %d MB, larger than the %d MB fuhe reads — split it", k.name, c.size>>20, maxFileBytes>>20)
	default:
		readKind(ctx, doc, c, k, o)
		if k.format == fuhe.PDF {
			sayOpened(doc, in, &c, o.Password)
		}
	}
}

// namedAsDocument tells names of files in which people keep forms: one that cannot be read is missed.
func namedAsDocument(name string) bool {
	switch strings.ToLower(path.Ext(filepath.ToSlash(name))) {
	case ".pdf", ".ofd", ".xls", ".xlsx", ".xlsm", ".xlsb", ".xlt", ".xltx", ".et", ".ett", ".csv", ".doc", ".docx", ".docm", ".dot", ".dotx", ".wps", ".wpt",
		".ppt", ".pptx", ".dps", ".rtf", ".odt", ".ods", ".odp", ".htm", ".html", ".mht", ".mhtml", ".eml", ".zip", ".rar", ".7z", ".gz", ".tgz", ".tar":
		return true
	}
	return false
}

// refused says why a reader gave up, and what to do.
func refused(doc *fuhe.Document, err error, k kind, o Options) {
	switch encrypted := errors.Is(err, grid.ErrEncrypted); {
	case errors.Is(err, grid.ErrLocked):
		unread(doc, fuhe.Encrypted, "%v", grid.ErrLocked)
	case encrypted && o.Password == "":
		unread(doc, fuhe.Encrypted, "encrypted — give its password with --password")
	case encrypted:
		unread(doc, fuhe.Encrypted, "encrypted, and the password given does not open it — give the right one with --password")
	default:
		reason := fmt.Sprintf("%s not read: %v", k.name, err)
		code := codeOf(reason)
		if code == fuhe.Doubtful { // nothing of it was read
			code = fuhe.Damaged
		}
		unread(doc, code, "%s", reason)
	}
}

func advice(k kind) string {
	if k.advice == "" {
		return ""
	}
	return " — " + k.advice
}

// readKind has the format's reader read the content.
func readKind(ctx context.Context, doc *fuhe.Document, c content, k kind, o Options) {
	body, sum, err := fingerprinted(c)
	if err != nil {
		unread(doc, accessCode(err), "%s", accessReason(err))
		return
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
			refused(doc, err, k, o)
			return
		}
	}
	choose := o.reader
	if choose == nil {
		choose = readerOf
	}
	read := choose(k.format)
	if read == nil {
		unread(doc, fuhe.Unsupported, "not a document fuhe reads: %s%s", k.name, advice(k))
		return
	}
	book, err := read(ctx, waitedFor{body, ctx}, size, o)
	book.Settle()
	doc.Pages, doc.Readers, doc.PageSizes = book.Pages, book.Readers, book.Sizes
	doc.Unread = append(doc.Unread, book.Unread...)
	if err != nil {
		refused(doc, err, k, o)
		return
	}
	if ctx.Err() != nil {
		return // nobody waits for the forms in it
	}
	sayDoubtsInChinese(book)
	if o.Tables {
		fillTables(doc, book, o)
		return
	}
	fillReports(doc, book, o.jobs)
	fillAccounts(doc, book, o.jobs)
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
func fillTables(doc *fuhe.Document, book grid.Book, o Options) {
	for i := range book.Grids {
		g := &book.Grids[i]
		if g.Unsure != "" {
			sayOnce(doc, fuhe.Unread{At: place(g), Reason: "table not to be relied on: " + g.Unsure})
		}
	}
	doc.Tables, doc.Outside = around.Tables(o.jobs, book, o.Whole)
	sayMissing(doc.Tables, o.Lang)
	doc.WithoutForm = len(doc.Tables) == 0 && len(doc.Unread) == 0
}

// fillReports finds the forms.
func fillReports(doc *fuhe.Document, book grid.Book, jobs *work.Jobs) {
	reports, missed := form.ReadWith(jobs, book.Grids)
	doc.Reports = append(doc.Reports, reports...)
	sayOnce(doc, missed...)
	sayUncomputed(doc, book)
	if len(reports) > 0 || len(doc.Unread) > 0 {
		return
	}
	if title, at := formTitle(book); title != "" {
		doc.Unread = append(doc.Unread, fuhe.Unread{At: at, Code: fuhe.UnknownLayout,
			Reason: fmt.Sprintf("the title of a form stands here (%s), and no form that fuhe knows was found under it — please report its layout", title)})
		return
	}
	doc.WithoutForm = !sayList(doc, book, jobs) && !sayMisnamed(doc, book)
}
