package xlsx

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// workbook is an opened workbook: its sheets by name, its strings and its number formats.
type workbook struct {
	parts    map[string]*zip.File // by lower-case path
	unpacked int64                // bytes unpacked so far
	sheets   []sheetPart
	strings  []string
	formats  []*format // by cell style
	date1904 bool
	cells    int // content cells so far
}

// sheetPart is a worksheet as the workbook lists it.
type sheetPart struct {
	name   string
	path   string
	hidden bool
}

// openWorkbook reads everything but the worksheets.
func openWorkbook(zr *zip.Reader) (*workbook, error) {
	if len(zr.File) > maxParts {
		return nil, fmt.Errorf("the workbook holds %d parts, more than the %d fuhe reads", len(zr.File), maxParts)
	}
	w := &workbook{parts: make(map[string]*zip.File, len(zr.File))}
	for _, f := range zr.File {
		name := partName(f.Name)
		if strings.HasSuffix(name, "/") {
			continue // a folder
		}
		if _, twice := w.parts[name]; twice {
			return nil, fmt.Errorf("the workbook holds the part %s twice", name) // which of them is shown depends on the program
		}
		w.parts[name] = f
	}
	main, err := w.mainPart()
	if err != nil {
		return nil, err
	}
	rels, err := w.relations(main)
	if err != nil {
		return nil, err
	}
	if err := w.list(main, rels); err != nil {
		return nil, err
	}
	for _, rel := range rels {
		switch path.Base(rel.kind) { // strict and transitional files differ in what stands before
		case "sharedStrings":
			w.strings, err = w.readStrings(rel.target)
		case "styles":
			w.formats, err = w.readStyles(rel.target)
		}
		if err != nil {
			return nil, err
		}
	}
	return w, nil
}

// partName is the key of a part: some programs write backslashes, a leading slash or other capitals.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// relation is a link from one part to another.
type relation struct{ id, kind, target string }

// mainPart is the path of the workbook part, as the package's own relations say.
func (w *workbook) mainPart() (string, error) {
	rels, err := w.relations("")
	if err != nil {
		return "", err
	}
	for _, r := range rels {
		if path.Base(r.kind) == "officeDocument" && w.parts[r.target] != nil {
			return r.target, nil
		}
	}
	if w.parts["xl/workbook.xml"] != nil {
		return "xl/workbook.xml", nil
	}
	return "", errors.New("no workbook inside: the file is damaged or is no Excel workbook")
}

// relations are the links of a part, none when it has no relations part.
func (w *workbook) relations(of string) ([]relation, error) {
	name := path.Join(path.Dir(of), "_rels", path.Base(of)+".rels")
	if of == "" {
		name = "_rels/.rels"
	}
	if w.parts[name] == nil {
		return nil, nil
	}
	var rels []relation
	err := w.elements(name, func(d *parser, e xml.StartElement) error {
		if e.Name.Local != "Relationship" || attr(e, "TargetMode") == "External" {
			return nil
		}
		target := strings.ReplaceAll(attr(e, "Target"), `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(path.Dir(of), target)
		}
		rels = append(rels, relation{attr(e, "Id"), attr(e, "Type"), partName(path.Clean(target))})
		return nil
	})
	return rels, err
}

// list reads the workbook part: the sheets in order, and the date system.
func (w *workbook) list(main string, rels []relation) error {
	err := w.elements(main, func(_ *parser, e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			w.date1904 = isTrue(attr(e, "date1904"))
		case "sheet":
			for _, r := range rels {
				if r.id == attr(e, "id") && path.Base(r.kind) == "worksheet" { // chart sheets hold no cells
					state := attr(e, "state")
					w.sheets = append(w.sheets, sheetPart{attr(e, "name"), r.target, state == "hidden" || state == "veryHidden"})
				}
			}
			if len(w.sheets) > maxSheets {
				return fmt.Errorf("more than %d sheets", maxSheets)
			}
		}
		return nil
	})
	if err == nil && len(w.sheets) == 0 {
		err = errors.New("the workbook lists no worksheet")
	}
	return err
}

// elements calls visit for each element of a part that is in the namespace of its root, in order: a drawing inside a sheet
// has elements of the same names. visit may take an element's content off the decoder.
func (w *workbook) elements(name string, visit func(*parser, xml.StartElement) error) error {
	f := w.parts[name]
	if f == nil {
		return fmt.Errorf("the part %s is missing", name)
	}
	rc, err := f.Open()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer rc.Close()
	d := &parser{Decoder: xml.NewDecoder(&budgetReader{r: rc, spent: &w.unpacked})}
	d.CharsetReader = charset
	var root *string
	for {
		t, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		e, ok := t.(xml.StartElement)
		if ok && root == nil {
			root = &e.Name.Space
		}
		if ok && e.Name.Space == *root {
			if err := visit(d, e); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
	}
}

// parser counts how deep elements are nested: the decoder remembers each of them.
type parser struct {
	*xml.Decoder
	depth int
}

func (p *parser) Token() (xml.Token, error) {
	t, err := p.Decoder.Token()
	switch t.(type) {
	case xml.StartElement:
		p.depth++
	case xml.EndElement:
		p.depth--
	}
	if p.depth > maxDepth {
		return nil, fmt.Errorf("elements nested more than %d deep", maxDepth)
	}
	return t, err
}

// budgetReader counts what is unpacked and stops a zip bomb.
type budgetReader struct {
	r     io.Reader
	spent *int64
}

func (b *budgetReader) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if *b.spent += int64(n); *b.spent > maxUnpackedBytes {
		return 0, fmt.Errorf("the workbook unpacks to more than %d MB", maxUnpackedBytes>>20)
	}
	return n, err
}

// attr is an attribute by its local name, "" when the element does not have it.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func isTrue(v string) bool { return v == "1" || v == "true" || v == "on" }
