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
	names := opened(in, c)
	unpacked, taken := new(atomic.Int64), make(map[string]bool, len(names))
	for _, name := range names {
		path := in.Path + attachedMark + once(shownName(name), taken)
		raw, err := attachedFile(c, name)
		if err != nil {
			w.add(refuse(path, true, fuhe.Damaged, "%v", err))
			continue
		}
		if unpacked.Add(int64(len(raw))) > maxZipUnpacked {
			w.add(refuse(path, true, fuhe.Budget, "%v", errUnpacked))
			return
		}
		member := Input{Path: path, File: in.File, open: func() (content, error) { return openAttached(in, name) }}
		if !beginsPacked(raw[:min(len(raw), sniffBytes)]) || !w.inside(member, raw, unpacked, 1) {
			w.add(member)
		}
	}
}

// WithoutAttached are inputs without those that are attached to one of them.
func WithoutAttached(inputs []Input) []Input {
	return slices.DeleteFunc(inputs, func(in Input) bool { return in.File != "" && strings.HasPrefix(in.Path, in.File+attachedMark) })
}

// opened are the names of those attached files of an input that are inputs of their own.
func opened(in Input, c *content) []string {
	if !in.Loose() || !mayAttach(c) {
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

// sayOpened takes out of what was not read of a PDF the attached files that are inputs of their own.
func sayOpened(doc *fuhe.Document, in Input, c *content) {
	isAttached := func(u fuhe.Unread) bool { return strings.HasPrefix(u.Reason, "attached file ") }
	if !slices.ContainsFunc(doc.Unread, isAttached) {
		return
	}
	names := opened(in, c)
	doc.Unread = slices.DeleteFunc(doc.Unread, func(u fuhe.Unread) bool {
		return isAttached(u) && slices.ContainsFunc(names, func(name string) bool {
			return u.Reason == fmt.Sprintf("attached file %q was not read: save it and give it by itself", name)
		})
	})
	doc.WithoutForm = len(doc.Reports)+len(doc.Tables)+len(doc.Unread) == 0
}
