package native

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
)

// Beside names what else a file holds that may be a form and is no page: attached documents, and a form that only a
// viewer with XFA draws. Nothing of it is read.
func (d *Document) Beside() []string {
	reasons, err := d.beside()
	if err != nil {
		reasons = append(reasons, fmt.Sprintf("attached files cannot be listed: %v", err))
	}
	return reasons
}

func (d *Document) beside() (reasons []string, err error) {
	defer recovered(&err)
	acro := d.catalog.key("AcroForm")
	if !acro.key("XFA").null() && (d.catalog.key("NeedsRendering").isTrue() || acro.key("Fields").len() == 0) {
		reasons = append(reasons, "the form is an XFA form, which is drawn by Acrobat only: print it to a PDF or fill it in as a table")
	}
	attached := d.attachments()
	for _, a := range attached.found {
		reasons = append(reasons, fmt.Sprintf("attached file %q was not read: save it and give it by itself", a.name))
	}
	if attached.beyond > 0 {
		reasons = append(reasons, fmt.Sprintf("%d more attached files were not opened: fuhe opens %d of one file — save them and give them by themselves", attached.beyond, maxAttachments))
	}
	return reasons, nil
}

// AttachedFiles hands over each attached file with its content, of at most so many bytes, until yield wants no more. There are
// as many as a limit that Beside tells of, each with a name of its own.
func (d *Document) AttachedFiles(most int, yield func(name string, content []byte, err error) bool) (err error) {
	defer recovered(&err)
	for _, a := range d.attachments().found {
		content, err := a.content(most)
		if !yield(a.name, content, err) {
			break
		}
	}
	return nil
}

func (a attachment) content(most int) (content []byte, err error) {
	defer recovered(&err)
	files := a.spec.key("EF")
	stream := files.key("F")
	if stream.null() {
		stream = files.key("UF")
	}
	if stream.isStream() {
		if raw, err := stream.s.body(stream.o, stream.key("Length").o, nil); err == nil && len(raw) == 0 {
			return nil, nil // whatever it is said to be packed with
		}
	}
	s := newStint()
	defer s.end()
	s.left = most
	return s.unpack(stream)
}

func (d *Document) attachments() *attachments {
	w := &attachments{seen: make(map[string]ref), held: make(map[ref]bool)}
	w.names(d.catalog.key("Names").key("EmbeddedFiles"), 0)
	w.associated(d.catalog.key("AF"))
	for _, l := range d.attachedToPages() {
		w.file(l)
	}
	return w
}

// attachments are the files attached to a file, each once.
type attachments struct {
	found  []attachment
	seen   map[string]ref // where the file of a name is
	held   map[ref]bool   // the files met
	beyond int            // files met that are more than are opened
	nodes  int
}

// associated are the files that a document names as belonging to it, which need not stand in its tree of names.
func (w *attachments) associated(list value) {
	n := list.len()
	for i := range min(n, maxListed) {
		w.file(list.index(i))
	}
	w.beyond += max(0, n-maxListed)
}

// names walks the tree of names of attached files.
func (w *attachments) names(node value, depth int) {
	if w.nodes++; w.nodes > maxAttachments || depth > maxTreeDepth {
		return
	}
	list := node.key("Names")
	for i := 1; i < min(list.len(), 2*maxListed); i += 2 {
		w.file(list.index(i))
	}
	w.beyond += max(0, list.len()/2-maxListed)
	kids := node.key("Kids")
	for i := range min(kids.len(), maxAttachments) {
		w.names(kids.index(i), depth+1)
	}
}

// file notes an attached file. What it is its content tells: people name a PDF as they like.
func (w *attachments) file(v value) {
	files := v.key("EF")
	if files.null() {
		return
	}
	stream, _ := files.o.get("F")
	if stream.kind == end {
		stream, _ = files.o.get("UF")
	}
	at := ref{stream.id, stream.gen}
	if at != (ref{}) && w.held[at] { // on several pages, or named twice
		return
	}
	w.held[at] = true
	if len(w.found) >= maxAttachments {
		w.beyond++
		return
	}
	name := w.free(cmp.Or(attachedName(v), strconv.Itoa(len(w.found)+1)))
	w.seen[name] = at
	w.found = append(w.found, attachment{name, v})
}

// attachedName is what a file is called; "" for one without a name, which goes by its number.
func attachedName(v value) string {
	for _, key := range []string{"UF", "F"} {
		if name := textString(v.key(key).bytes()); name != "" {
			return name
		}
	}
	return ""
}

// free is a name that no other file has.
func (w *attachments) free(name string) string {
	plain, ext := name, filepath.Ext(name)
	for n := 2; w.taken(name); n++ {
		name = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(plain, ext), n, ext)
	}
	return name
}

// taken reports whether a file of that name was met.
func (w *attachments) taken(name string) bool { _, ok := w.seen[name]; return ok }

// attachment is a file with what the document says of it.
type attachment struct {
	name string
	spec value
}

// attachedToPages are the files that annotations of the pages hold.
func (d *Document) attachedToPages() (files []value) {
	for _, l := range d.pages[:min(len(d.pages), maxAttachedPages)] {
		if l.err != nil {
			continue
		}
		notes := l.page.key("Annots")
		for i := range min(notes.len(), maxAnnotations) {
			if a := notes.index(i); a.key("Subtype").name() == "FileAttachment" {
				files = append(files, a.key("FS"))
			}
		}
	}
	return files
}
