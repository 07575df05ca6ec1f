package native

import (
	"fmt"
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
	w := attachments{seen: make(map[string]bool)}
	w.names(d.catalog.key("Names").key("EmbeddedFiles"), 0)
	for _, l := range d.attachedToPages() {
		w.file(l)
	}
	for _, name := range w.found {
		reasons = append(reasons, fmt.Sprintf("attached file %q was not read: save it and give it by itself", name))
	}
	return reasons, nil
}

// attachments are the documents attached to a file, each once.
type attachments struct {
	found []string
	seen  map[string]bool
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
	if v.key("EF").null() || !likeDocument(name) || w.seen[name] || len(w.found) >= maxAttachments {
		return
	}
	w.seen[name] = true
	w.found = append(w.found, name)
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
	for _, suffix := range []string{".pdf", ".xls", ".xlsx", ".xlsm", ".et", ".doc", ".docx", ".wps", ".ofd", ".rtf", ".htm", ".html", ".zip", ".rar", ".7z", ".csv"} {
		if strings.HasSuffix(name, suffix) {
			return true
		}
	}
	return false
}
