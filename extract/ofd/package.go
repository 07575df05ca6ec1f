package ofd

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"fuhe/extract/grid"
	"fuhe/extract/ooxml"
)

// file is an opened package.
type file struct {
	parts     *ooxml.Package
	fontBytes int // of font programs looked into so far
}

// open opens the container.
func open(r io.ReaderAt, size int64) (*file, error) {
	if size > maxFileBytes {
		return nil, fmt.Errorf("the file has %d MB, more than the %d MB fuhe reads", size>>20, maxFileBytes>>20)
	}
	zr, err := zip.NewReader(r, size)
	if err != nil {
		return nil, fmt.Errorf("damaged zip container: %w", err)
	}
	parts, err := ooxml.Open(zr)
	if err != nil {
		return nil, err
	}
	f := &file{parts: parts}
	if f.locked() {
		return nil, grid.ErrLocked
	}
	return f, nil
}

// locked reports whether parts of the package are encrypted: the list of what was done to them (GM/T 0099) lies in its
// root, or the zip says so of the main part.
func (f *file) locked() bool {
	for name, z := range f.parts.Parts {
		switch {
		case name == "encryptions.xml", path.Base(name) == "decryptseed.dat":
			return true
		case z.Flags&1 != 0 && path.Ext(name) == ".xml":
			return true
		}
	}
	return false
}

// resolve is the part that a location names, seen from the folder of the part that names it.
func resolve(folder, loc string) string {
	loc = strings.ReplaceAll(strings.TrimSpace(loc), `\`, "/")
	if strings.HasPrefix(loc, "/") {
		folder = ""
	}
	return strings.ToLower(strings.TrimPrefix(path.Join("/", folder, loc), "/"))
}

// document is one of the documents in a package.
type document struct {
	*file
	root      string // the part
	tree      *node
	resources *resources
	pages     []*node
}

// documents opens the documents of the package, in their order. One that cannot be opened is told by its error.
func (f *file) documents() ([]*document, []error, error) {
	main, err := f.tree("ofd.xml")
	if err != nil {
		return nil, nil, err
	}
	bodies := main.all("DocBody")
	if len(bodies) == 0 {
		return nil, nil, errors.New("the package names no document")
	}
	var out []*document
	var failed []error
	for i, b := range bodies {
		if i == maxDocuments {
			failed = append(failed, fmt.Errorf("documents beyond the first %d were not read", maxDocuments))
			break
		}
		d, err := f.document(resolve("", b.first("DocRoot").content()))
		if err != nil {
			failed = append(failed, fmt.Errorf("document %d of the file: %w", i+1, err))
			continue
		}
		out = append(out, d)
	}
	return out, failed, nil
}

func (f *file) document(root string) (*document, error) {
	tree, err := f.tree(root)
	if err != nil {
		return nil, err
	}
	d := &document{file: f, root: root, tree: tree, pages: tree.first("Pages").all("Page")}
	d.resources = newResources(d)
	common := tree.first("CommonData")
	for _, kind := range []string{"PublicRes", "DocumentRes"} {
		for _, n := range common.all(kind) {
			d.resources.add(resolve(path.Dir(root), n.content()))
		}
	}
	return d, nil
}

// template is the part of a template page; "" when there is none of that id.
func (d *document) template(id string) string {
	for _, t := range d.tree.first("CommonData").all("TemplatePage") {
		if t.attr("ID") == id && id != "" {
			return resolve(path.Dir(d.root), t.attr("BaseLoc"))
		}
	}
	return ""
}

// attached names the documents attached to this one, which nobody reads.
func (d *document) attached() []string {
	loc := d.tree.first("Attachments").content()
	if loc == "" {
		return nil
	}
	part := resolve(path.Dir(d.root), loc)
	if d.parts.Parts[part] == nil {
		return nil
	}
	tree, err := d.file.tree(part)
	if err != nil {
		return []string{fmt.Sprintf("attached files cannot be listed: %v", err)}
	}
	var out []string
	for i, a := range tree.all("Attachment") {
		name := path.Base(strings.ReplaceAll(a.first("FileLoc").content(), `\`, "/"))
		if ext := strings.ToLower(path.Ext(name)); i < maxAttachments && documents[ext] {
			out = append(out, fmt.Sprintf("attached file %q was not read: save it and give it by itself", name))
		}
	}
	return out
}

// documents are the endings of names of files that can hold a form.
var documents = map[string]bool{".pdf": true, ".xls": true, ".xlsx": true, ".xlsm": true, ".et": true, ".doc": true, ".docx": true, ".wps": true, ".ofd": true,
	".rtf": true, ".odt": true, ".ods": true, ".htm": true, ".html": true, ".zip": true, ".rar": true, ".7z": true, ".csv": true}
