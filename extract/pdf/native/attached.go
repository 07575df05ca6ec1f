package native

import (
	"errors"
	"fmt"
	"path/filepath"
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
	for _, a := range d.attachments().found {
		reasons = append(reasons, fmt.Sprintf("attached file %q was not read: save it and give it by itself", a.name))
	}
	return reasons, nil
}

// Attached are the names of the attached files that are named like documents, each once.
func (d *Document) Attached() (names []string, err error) {
	defer recovered(&err)
	for _, a := range d.attachments().found {
		names = append(names, a.name)
	}
	return names, nil
}

// AttachedFile is the content of one of them, of at most so many bytes.
func (d *Document) AttachedFile(name string, most int) (content []byte, err error) {
	defer recovered(&err)
	for _, a := range d.attachments().found {
		if a.name != name {
			continue
		}
		files := a.spec.key("EF")
		stream := files.key("F")
		if stream.null() {
			stream = files.key("UF")
		}
		s := newStint()
		defer s.end()
		s.left = most
		return s.unpack(stream)
	}
	return nil, errors.New("no such attached file")
}

func (d *Document) attachments() *attachments {
	w := &attachments{seen: make(map[string]ref)}
	w.names(d.catalog.key("Names").key("EmbeddedFiles"), 0)
	for _, l := range d.attachedToPages() {
		w.file(l)
	}
	return w
}

// attachments are the documents attached to a file, each once.
type attachments struct {
	found []attachment
	seen  map[string]ref // where the file of a name is
	nodes int
}

// names walks the tree of names of attached files.
func (w *attachments) names(node value, depth int) {
	if w.nodes++; w.nodes > maxAttachments || depth > maxTreeDepth {
		return
	}
	list := node.key("Names")
	for i := 1; i < min(list.len(), 2*maxAttachments); i += 2 {
		w.file(list.index(i))
	}
	kids := node.key("Kids")
	for i := range min(kids.len(), maxAttachments) {
		w.names(kids.index(i), depth+1)
	}
}

// file notes an attached file when it is named like a document.
func (w *attachments) file(v value) {
	name := textString(v.key("UF").bytes())
	if name == "" {
		name = textString(v.key("F").bytes())
	}
	files, ok := v.key("EF"), likeDocument(name)
	if files.null() || !ok || len(w.found) >= maxAttachments {
		return
	}
	stream, _ := files.o.get("F")
	if stream.kind == end {
		stream, _ = files.o.get("UF")
	}
	at := ref{stream.id, stream.gen}
	plain, ext := name, filepath.Ext(name)
	for n := 2; w.seen[name] != at && w.taken(name); n++ {
		name = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(plain, ext), n, ext)
	}
	if w.taken(name) { // on several pages
		return
	}
	w.seen[name] = at
	w.found = append(w.found, attachment{name, v})
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

// likeDocument reports whether a file is named like one that can hold a form.
func likeDocument(name string) bool {
	name = strings.ToLower(name)
	for _, suffix := range []string{".pdf", ".xls", ".xlsx", ".xlsm", ".et", ".doc", ".docx", ".wps", ".ofd", ".rtf", ".htm", ".html", ".zip", ".rar", ".7z", ".csv",
		".odt", ".ods", ".ett", ".wpt", ".docm", ".mht", ".mhtml", ".eml", ".tar", ".gz", ".tgz"} {
		if strings.HasSuffix(name, suffix) {
			return true
		}
	}
	return false
}
