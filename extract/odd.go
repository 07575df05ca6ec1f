package extract

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"

	"fuhe"
)

// Apart has files read elsewhere, in a process of their own, that look as if their reading could take this one along.
type Apart struct {
	// Read reads an input elsewhere; ok is false where nothing can be asked to, and the file is read here. The error is that
	// the context ended.
	Read func(ctx context.Context, in Input, o Options) (doc fuhe.Document, ok bool, err error)

	Every bool // not the odd ones only
}

// What makes a file odd. The real files known have at most 20 MB and 9 000 objects, unpack to 60 MB and are whole; what is odd
// costs a process and is read all the same.
const (
	oddBytes   = 24 << 20
	oddObjects = 30_000   // of a PDF, outside its streams
	oddStreams = 500      // of objects, of a PDF
	oddUnpack  = 96 << 20 // of a file that is a zip inside
	oddRatio   = 300      // to which a part of a megabyte or more unpacks
	oddParts   = 3000
	oddNested  = 2000    // tables of a page, or braces of RTF that are open at once
	sheetBytes = 4 << 20 // of a worksheet in which formulas without results are looked for
	tailBytes  = 2 << 10 // of a PDF, in which its end must be named
)

// elsewhere has an odd input read elsewhere. Where it is not, the input comes back with its content open.
func (o Options) elsewhere(ctx context.Context, in Input) (looked Input, doc fuhe.Document, done bool, err error) {
	if o.Apart == nil || in.Settled() {
		return in, doc, false, nil
	}
	c, err := in.open()
	if err != nil {
		return in, doc, false, nil // reading it says so
	}
	looked = in
	looked.open = func() (content, error) { return c, nil }
	if c.size == 0 || c.size > maxFileBytes || !o.Apart.Every && !odd(&c) {
		return looked, doc, false, nil
	}
	again := in // its content is open already: a file of an archive is not unpacked once more
	again.open = func() (content, error) { return content{c.ReaderAt, c.size, func() {}}, nil }
	doc, done, err = o.Apart.Read(ctx, again, o)
	if done || err != nil {
		c.close()
	}
	return looked, doc, done, err
}

// odd tells what may take more memory or time than other files, or break a reader, from what is cheap to see. A content that
// was read whole for that is in memory from then on.
func odd(c *content) bool {
	if c.size > oddBytes {
		return true
	}
	head := make([]byte, min(c.size, sniffBytes))
	if _, err := c.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return false // reading it says so
	}
	if bytes.HasPrefix(head, []byte("PK")) {
		return oddZip(c)
	}
	isPDF := bytes.Contains(head[:min(len(head), pdfHeaderWithin)], []byte("%PDF-"))
	isRTF := bytes.HasPrefix(head, []byte(`{\rtf`))
	isPage := bytes.Contains(head, []byte("<"))
	if !isPDF && !isRTF && !isPage {
		return false
	}
	raw, err := c.whole()
	switch {
	case err != nil:
		return false
	case isPDF:
		return oddPDF(raw)
	case isRTF:
		return openBraces(raw) > oddNested
	}
	return bytes.Count(raw, []byte("<table"))+bytes.Count(raw, []byte("<TABLE")) > oddNested
}

// whole reads the content into memory, where it stays.
func (c *content) whole() ([]byte, error) {
	if raw, ok := c.ReaderAt.(byteReader); ok {
		return raw, nil
	}
	raw := make([]byte, c.size)
	if _, err := io.ReadFull(io.NewSectionReader(c, 0, c.size), raw); err != nil {
		return nil, err
	}
	if c.size <= heldBytes {
		c.ReaderAt = byteReader(raw)
	}
	return raw, nil
}

// oddPDF tells a file of many objects, and one that is cut short.
func oddPDF(raw []byte) bool {
	end := raw[max(0, len(raw)-tailBytes):]
	return !bytes.Contains(end, []byte("startxref")) || bytes.Count(raw, []byte(" obj")) > oddObjects || bytes.Count(raw, []byte("/ObjStm")) > oddStreams
}

// openBraces is how many groups of RTF are open at once at most, escaped braces counted as others.
func openBraces(raw []byte) int {
	most, open := 0, 0
	for _, b := range raw {
		switch b {
		case '{':
			open++
			most = max(most, open)
		case '}':
			open--
		}
	}
	return most
}

// oddZip tells by its directory what unpacks to much, and looks into worksheets for formulas that have to be computed.
func oddZip(c *content) bool {
	if checkDirectory(c, c.size) != nil {
		return false // reading it says so
	}
	zr, err := zip.NewReader(c, c.size)
	if err != nil {
		return false
	}
	var unpacked uint64
	for _, f := range zr.File {
		unpacked += f.UncompressedSize64
		if unpacked > oddUnpack || f.UncompressedSize64 > 1<<20 && f.UncompressedSize64/max(f.CompressedSize64, 1) > oddRatio {
			return true
		}
	}
	if len(zr.File) > oddParts {
		return true
	}
	for _, f := range zr.File {
		if strings.HasPrefix(f.Name, "xl/worksheets/") && uncomputed(f) {
			return true
		}
	}
	return false
}

// uncomputed reports whether a worksheet has a formula that is stored without its result.
func uncomputed(f *zip.File) bool {
	rc, err := f.Open()
	if err != nil {
		return false
	}
	defer rc.Close()
	sheet, err := io.ReadAll(io.LimitReader(rc, sheetBytes))
	if err != nil && len(sheet) == 0 {
		return false
	}
	for _, end := range []string{"</f></c>", "</f><v></v>", "</f><v/>", "</x:f></x:c>"} {
		if bytes.Contains(sheet, []byte(end)) {
			return true
		}
	}
	return false
}
