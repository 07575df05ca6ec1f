package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"
)

// pack is a workbook file as its parts, in their order.
type pack struct {
	parts []part
}

type part struct {
	name    string
	content []byte
}

// openPack reads the parts of a workbook file.
func openPack(file []byte) (*pack, error) {
	in, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	p, left := &pack{}, int64(maxWorkbookBytes)
	for _, f := range in.File {
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
		if strings.HasSuffix(name, "/") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		content, err := io.ReadAll(io.LimitReader(r, left+1))
		r.Close()
		if left -= int64(len(content)); left < 0 {
			return nil, fmt.Errorf("the workbook unpacks to more than %d MB", maxWorkbookBytes>>20)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		p.parts = append(p.parts, part{name, content})
	}
	return p, nil
}

// file is the workbook file of the parts.
func (p *pack) file() ([]byte, error) {
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	for _, part := range p.parts {
		w, err := zw.Create(part.name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(part.content); err != nil {
			return nil, err
		}
	}
	if err := zw.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func (p *pack) read(name string) ([]byte, error) {
	if i := p.find(name); i >= 0 {
		return p.parts[i].content, nil
	}
	return nil, fmt.Errorf("the workbook has no part %s", name)
}

// find is the index of a part: names of parts are the same whatever their case.
func (p *pack) find(name string) int {
	for i, part := range p.parts {
		if strings.EqualFold(part.name, name) {
			return i
		}
	}
	return -1
}

const contentTypes = "[Content_Types].xml"

// The content types of the main part: what a file is, whatever its name.
const (
	plainBook     = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
	plainTemplate = "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml"
	macroBook     = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
	macroTemplate = "application/vnd.ms-excel.template.macroEnabled.main+xml"
)

// Suffix is the suffix that the corrected copy of a workbook must have to be opened: .xlsm for one with macros, which it
// keeps, else .xlsx. What cannot be opened has .xlsx, too: Correct says what is wrong with it.
func Suffix(input []byte, password string) string {
	p, err := openInput(input, password)
	if err != nil {
		return ".xlsx"
	}
	types, err := p.read(contentTypes)
	if err == nil && (bytes.Contains(types, []byte(macroBook)) || bytes.Contains(types, []byte(macroTemplate))) {
		return ".xlsm"
	}
	return ".xlsx"
}

// regular makes the file one that excelize writes as it read it: the names of parts spelled as their relations spell
// them, one kind of namespaces without prefixes of their own, and a workbook where there was a template, for a template
// would be opened as a new workbook.
func (p *pack) regular() error {
	p.spell()
	for i := range p.parts {
		part := &p.parts[i]
		if !strings.HasSuffix(part.name, ".xml") && !strings.HasSuffix(part.name, ".rels") && !strings.HasSuffix(part.name, ".vml") {
			continue
		}
		if part.name == contentTypes {
			part.content = bytes.ReplaceAll(part.content, []byte(plainTemplate), []byte(plainBook))
			part.content = bytes.ReplaceAll(part.content, []byte(macroTemplate), []byte(macroBook))
		}
		content, err := transitional(part.content)
		if err != nil {
			return fmt.Errorf("%s: %w", part.name, err)
		}
		part.content = content
	}
	return nil
}

// spell names every part as the relations name it.
func (p *pack) spell() {
	p.rename(contentTypes)
	p.rename("_rels/.rels")
	seen := map[string]bool{}
	for next := []string{""}; len(next) > 0; {
		of := next[0]
		next = next[1:]
		p.rename(path.Join(path.Dir(of), "_rels", path.Base("/"+of)+".rels"))
		related, err := relations(p.read, of)
		if err != nil {
			continue // a part without relations; one that is damaged is said when it is needed
		}
		for _, r := range related {
			if !seen[r.part] && p.rename(r.part) {
				seen[r.part] = true
				next = append(next, r.part)
			}
		}
	}
}

// rename gives a part the spelling of a name; false when there is none.
func (p *pack) rename(name string) bool {
	i := p.find(name)
	if i >= 0 {
		p.parts[i].name = name
	}
	return i >= 0
}
