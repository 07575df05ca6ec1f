package extract

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"sync/atomic"

	"fuhe"
	"fuhe/extract/pdf"
)

// attachedMark stands between the path of a PDF and the name of a file that is attached to it.
const attachedMark = "!"

// document lists a file that is no archive, and behind it what is attached to it, as the files of an archive are. depth is that
// of the archives and PDFs it stands in; of a PDF that stands too deep they are not opened, and reading it names them.
func (w *walker) document(in Input, c *content, attaches bool, unpacked *atomic.Int64, depth int) {
	at := len(w.inputs)
	w.add(in)
	if w.full || !attaches || depth >= maxZipDepth {
		return
	}
	w.inputs[at].opened = w.attached(in, c, unpacked, depth+1)
	for i := at + 1; i < len(w.inputs); i++ {
		w.inputs[i].attached = true
	}
}

// attached lists the files attached to a PDF; the names are those of all that are inputs now.
func (w *walker) attached(in Input, c *content, unpacked *atomic.Int64, depth int) (names []string) {
	a := &attachments{in: in, password: w.password, wanted: make(map[string]bool), held: make(map[string][]byte)}
	taken := make(map[string]bool)
	list := func(name string, raw []byte, err error) bool {
		names = append(names, name)
		shown := once(shownName(name), taken)
		member := Input{Path: in.Path + attachedMark + shown, File: in.File, open: func() (content, error) { return a.content(name) }}
		switch {
		case w.excludes(in.Path, shown):
			member.passed = passedExcluded
			w.add(member)
		case err != nil:
			w.add(refuse(member.Path, true, fuhe.Damaged, "%v", err))
		case unpacked.Add(int64(len(raw))) > maxZipUnpacked:
			w.add(refuse(member.Path, true, fuhe.Budget, "%v", errUnpacked))
			return false
		case !beginsPacked(raw[:min(len(raw), sniffBytes)]) || !w.inside(member, raw, unpacked, depth):
			a.wanted[name] = true
			held := content{byteReader(raw), int64(len(raw)), func() {}}
			w.document(member, &held, mayAttach(bytes.NewReader(raw)), unpacked, depth)
		}
		return !w.full
	}
	_ = pdf.AttachedFiles(c, c.size, w.password, maxEntryBytes, list) // reading the file says what is wrong with it
	return names
}

// WithoutAttached are inputs without those that are attached to one of them.
func WithoutAttached(inputs []Input) []Input {
	return slices.DeleteFunc(inputs, func(in Input) bool { return in.attached })
}

// mayAttach looks through a file for what stands in front of every attached file of a PDF.
func mayAttach(r io.Reader) bool {
	const piece = 64 << 10
	mark := []byte("/EmbeddedFile")
	b := make([]byte, 0, piece+len(mark))
	for first := true; ; first = false {
		n, err := io.ReadFull(r, b[len(b):cap(b)])
		b = b[:len(b)+n]
		if first && !bytes.Contains(b[:min(len(b), pdfHeaderWithin)], []byte("%PDF-")) {
			return false
		}
		if bytes.Contains(b, mark) {
			return true
		}
		if err != nil {
			return false // what is wrong with the file is said when it is read
		}
		b = append(b[:0], b[len(b)-len(mark):]...)
	}
}

// attachments takes files out of a PDF that are asked for one behind the other: it is opened for the first of them, and those
// that come behind it are held until they are asked for.
type attachments struct {
	in       Input
	password string

	mu     sync.Mutex
	wanted map[string]bool // names of the files that were not yet read
	held   map[string][]byte
	bytes  int // held
}

// content is the content of one file.
func (a *attachments) content(name string) (content, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	raw, ok := a.held[name]
	if ok {
		delete(a.held, name)
		a.bytes -= len(raw)
	} else {
		var err error
		if raw, err = a.take(name); err != nil {
			return content{}, err
		}
	}
	delete(a.wanted, name)
	return held(raw)()
}

// take opens the PDF and takes out one file, and of those that are wanted what can be held.
func (a *attachments) take(name string) (taken []byte, err error) {
	c, err := a.in.open()
	if err != nil {
		return nil, err
	}
	defer c.close()
	why := errors.New("the file changed while it was read")
	found := func(n string, raw []byte, err error) bool {
		switch _, has := a.held[n]; {
		case n == name:
			taken, why = raw, err
		case err == nil && a.wanted[n] && !has && a.bytes+len(raw) <= maxHeldAttached:
			a.held[n] = raw
			a.bytes += len(raw)
		}
		return true
	}
	if err := pdf.AttachedFiles(&c, c.size, a.password, maxEntryBytes, found); err != nil {
		return nil, err
	}
	return taken, why
}

// sayOpened takes out of what was not read of a PDF the attached files that are inputs of their own, and those that hold no
// form.
func sayOpened(doc *fuhe.Document, in Input, c *content, password string) {
	attached := func(u fuhe.Unread) (name string, ok bool) {
		_, err := fmt.Sscanf(u.Reason, "attached file %q was not read:", &name)
		return name, err == nil
	}
	missed := func(u fuhe.Unread) bool {
		name, ok := attached(u)
		return ok && !slices.Contains(in.opened, name)
	}
	var without map[string]bool
	if slices.ContainsFunc(doc.Unread, missed) {
		without = withoutForms(c, password)
	}
	before := len(doc.Unread)
	doc.Unread = slices.DeleteFunc(doc.Unread, func(u fuhe.Unread) bool {
		name, ok := attached(u)
		return ok && (slices.Contains(in.opened, name) || without[name])
	})
	if len(doc.Unread) < before {
		doc.WithoutForm = len(doc.Reports)+len(doc.Tables)+len(doc.Unread) == 0
	}
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
