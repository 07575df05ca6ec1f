// Package ooxml opens the container of Office files (.xlsx, .docx): a zip of parts that are XML and refer to one another.
// In goes the zip, out come its parts, their relations and their elements, within budgets. XML is read without external
// entities. It knows nothing of worksheets or documents and writes nothing.
package ooxml

import (
	"archive/zip"
	"bufio"
	"errors"
	"fmt"
	"path"
	"strings"
)

// Package is an opened container.
type Package struct {
	Parts map[string]*zip.File // by name: lower case, no leading slash

	room     *bufio.Reader // for what is read of a part, when no part is being read
	unpacked int64         // bytes so far
	tokens   int           // read so far
}

// Open lists the parts of a container.
func Open(zr *zip.Reader) (*Package, error) {
	if len(zr.File) > maxParts {
		return nil, fmt.Errorf("the file holds %d parts, more than the %d fuhe reads", len(zr.File), maxParts)
	}
	p := &Package{Parts: make(map[string]*zip.File, len(zr.File))}
	for _, f := range zr.File {
		name := partName(f.Name)
		if strings.HasSuffix(name, "/") {
			continue // a folder
		}
		if _, twice := p.Parts[name]; twice {
			return nil, fmt.Errorf("the file holds the part %s twice", name) // which of them is shown depends on the program
		}
		p.Parts[name] = f
	}
	return p, nil
}

// partName is the key of a part: some programs write backslashes, a leading slash or other capitals.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// Relation is a link from one part to another. The last element of Kind tells what it links to: strict and transitional
// files differ in what stands before.
type Relation struct{ ID, Kind, Target string }

// Main is the name of the part that the package's own relations call its document, or else of the usual one.
func (p *Package) Main(usual string) (string, error) {
	rels, err := p.Relations("")
	if err != nil {
		return "", err
	}
	for _, r := range rels {
		if path.Base(r.Kind) == "officeDocument" && p.Parts[r.Target] != nil {
			return r.Target, nil
		}
	}
	if p.Parts[usual] != nil {
		return usual, nil
	}
	return "", errors.New("no document inside: the file is damaged or is of another kind")
}

// Relations are the links of a part, none when it has no relations part; links out of the file are left out.
func (p *Package) Relations(of string) ([]Relation, error) {
	name := path.Join(path.Dir(of), "_rels", path.Base(of)+".rels")
	if of == "" {
		name = "_rels/.rels"
	}
	if p.Parts[name] == nil {
		return nil, nil
	}
	var rels []Relation
	err := p.Elements(name, func(_ *Parser, e Element) error {
		if e.Name.Local != "Relationship" || Attr(e, "TargetMode") == "External" {
			return nil
		}
		target := strings.ReplaceAll(Attr(e, "Target"), `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(path.Dir(of), target)
		}
		rels = append(rels, Relation{Attr(e, "Id"), Attr(e, "Type"), partName(path.Clean(target))})
		return nil
	})
	return rels, err
}
