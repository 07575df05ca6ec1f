package extract

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync/atomic"

	"fuhe"
	"fuhe/extract/pdf"
)

// attachedMark stands between the path of a PDF and the name of a file that is attached to it.
const attachedMark = "!"

// attached lists the documents attached to a PDF on the disk behind it, as the files of an archive are. Of a PDF that is packed
// or encrypted itself they are not opened, and reading it names them.
func (w *walker) attached(in Input, c *content) {
	if !opens(in, c) {
		return
	}
	unpacked, taken := new(atomic.Int64), make(map[string]bool)
	list := func(name string, raw []byte, err error) bool {
		path := in.Path + attachedMark + once(shownName(name), taken)
		switch {
		case err != nil:
			w.add(refuse(path, true, fuhe.Damaged, "%v", err))
			return true
		case unpacked.Add(int64(len(raw))) > maxZipUnpacked:
			w.add(refuse(path, true, fuhe.Budget, "%v", errUnpacked))
			return false
		}
		member := Input{Path: path, File: in.File, open: func() (content, error) { return openAttached(in, name) }}
		if !beginsPacked(raw[:min(len(raw), sniffBytes)]) || !w.inside(member, raw, unpacked, 1) {
			w.add(member)
		}
		return true
	}
	_ = pdf.AttachedFiles(c, c.size, "", maxEntryBytes, list) // reading the file says what is wrong with it
}

// WithoutAttached are inputs without those that are attached to one of them.
func WithoutAttached(inputs []Input) []Input {
	return slices.DeleteFunc(inputs, func(in Input) bool { return in.File != "" && strings.HasPrefix(in.Path, in.File+attachedMark) })
}

// opens reports whether files attached to an input are inputs of their own.
func opens(in Input, c *content) bool { return in.Loose() && mayAttach(c) }

// opened are the names of those attached files of an input that are inputs of their own.
func opened(in Input, c *content) []string {
	if !opens(in, c) {
		return nil
	}
	names, err := pdf.Attached(c, c.size)
	if err != nil {
		return nil // reading the file says what is wrong with it
	}
	return names
}

// mayAttach looks through a file for what stands in front of every attached file, and for its encryption.
func mayAttach(c *content) bool {
	const piece, overlap = 256 << 10, 16
	found := false
	b := make([]byte, min(piece+overlap, c.size))
	for at := int64(0); at < c.size; at += piece {
		n, err := c.ReadAt(b[:min(int64(len(b)), c.size-at)], at)
		if err != nil && !errors.Is(err, io.EOF) {
			return false
		}
		if bytes.Contains(b[:n], []byte("/Encrypt")) {
			return false
		}
		found = found || bytes.Contains(b[:n], []byte("/EmbeddedFile"))
	}
	return found
}

// openAttached takes an attached file out of its PDF.
func openAttached(in Input, name string) (content, error) {
	c, err := in.open()
	if err != nil {
		return content{}, err
	}
	defer c.close()
	raw, err := attachedFile(&c, name)
	if err != nil {
		return content{}, err
	}
	return held(raw)()
}

// attachedFile is the content of an attached file, within the budget of a file in an archive.
func attachedFile(c *content, name string) ([]byte, error) {
	return pdf.AttachedFile(c, c.size, name, maxEntryBytes)
}

// withoutForms are the names of those attached files that would be passed over if they were opened.
func withoutForms(c *content, password string) map[string]bool {
	names := make(map[string]bool)
	_ = pdf.AttachedFiles(c, c.size, password, maxEntryBytes, func(name string, raw []byte, err error) bool {
		if err == nil && !namedAsDocument(name) {
			k, err := kindOf(byteReader(raw), int64(len(raw)))
			names[name] = err == nil && !k.document() && k.zip == nil && k.pack == ""
		}
		return true
	}) // where the file does not open, each stays named
	return names
}

// sayOpened takes out of what was not read of a PDF the attached files that are inputs of their own, and those that hold no
// form.
func sayOpened(doc *fuhe.Document, in Input, c *content, password string) {
	isAttached := func(u fuhe.Unread) bool { return strings.HasPrefix(u.Reason, "attached file ") }
	if !slices.ContainsFunc(doc.Unread, isAttached) {
		return
	}
	names, without := opened(in, c), withoutForms(c, password)
	doc.Unread = slices.DeleteFunc(doc.Unread, func(u fuhe.Unread) bool {
		var name string
		if _, err := fmt.Sscanf(u.Reason, "attached file %q was not read:", &name); err != nil {
			return false
		}
		return slices.Contains(names, name) || without[name]
	})
	doc.WithoutForm = len(doc.Reports)+len(doc.Tables)+len(doc.Unread) == 0
}
