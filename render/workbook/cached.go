package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"
)

// cachedValues are the results of the formulas written, by sheet and cell. A spreadsheet file holds each formula's
// result beside it, and most programs that read files (and many viewers) take that result; excelize can write a formula
// or a result, not both. So the results are put into the finished file.
type cachedValues map[string]map[string]cachedValue

type cachedValue struct {
	text string
	kind valueKind
}

// valueKind is the type of a result as the file spells it.
type valueKind string

const (
	numberValue valueKind = ""
	textValue   valueKind = "str"
	boolValue   valueKind = "b"
	errorValue  valueKind = "e"
)

func (v cachedValues) set(sheet, ref string, value cachedValue) {
	if v[sheet] == nil {
		v[sheet] = map[string]cachedValue{}
	}
	v[sheet][ref] = value
}

// results are the results of formulas by the parts of the workbook file that hold their sheets.
func (v cachedValues) results(in *zip.Reader) (map[string]map[string]cachedValue, error) {
	wanted := map[string]map[string]cachedValue{}
	if len(v) == 0 {
		return wanted, nil
	}
	parts, err := sheetParts(func(name string) ([]byte, error) { return readPart(in, name) })
	if err != nil {
		return nil, err
	}
	for sheet, values := range v {
		part, ok := parts[sheet]
		if !ok {
			return nil, fmt.Errorf("the workbook written has no sheet %q", sheet)
		}
		wanted[part] = values
	}
	return wanted, nil
}

// formulaCell is a cell with a formula as excelize writes it: attributes, formula, result.
var (
	formulaCell   = expression(`<c r="([A-Z]+[0-9]+)"([^>]*)>(<f[^>]*>[^<]*</f>)(?:<v[^>]*>[^<]*</v>)?</c>`)
	typeAttribute = expression(` t="[^"]*"`)
)

// withResults puts results beside formulas; one that finds no formula is an error.
func withResults(sheet []byte, values map[string]cachedValue) ([]byte, error) {
	done := 0
	out := formulaCell().ReplaceAllFunc(sheet, func(cell []byte) []byte {
		m := formulaCell().FindSubmatch(cell)
		value, ok := values[string(m[1])]
		if !ok {
			return cell
		}
		done++
		attributes := typeAttribute().ReplaceAllString(string(m[2]), "")
		if value.kind != numberValue {
			attributes += ` t="` + string(value.kind) + `"`
		}
		var text bytes.Buffer
		if err := xml.EscapeText(&text, []byte(value.text)); err != nil {
			return cell // a bytes.Buffer takes everything
		}
		return fmt.Appendf(nil, `<c r="%s"%s>%s<v>%s</v></c>`, m[1], attributes, m[3], text.Bytes())
	})
	if done != len(values) {
		return nil, fmt.Errorf("%d of %d formulas found", done, len(values))
	}
	return out, nil
}

// sheetParts are the parts of a workbook file that hold its sheets, by the sheets' names.
func sheetParts(read func(name string) ([]byte, error)) (map[string]string, error) {
	var book struct {
		Sheets []struct {
			Name string     `xml:"name,attr"`
			Rest []xml.Attr `xml:",any,attr"` // r:id, whose name space differs between strict and transitional files
		} `xml:"sheets>sheet"`
	}
	root, err := workbookPart(read)
	if err != nil {
		return nil, err
	}
	if err := readXML(read, root, &book); err != nil {
		return nil, err
	}
	targets, err := relations(read, root)
	if err != nil {
		return nil, err
	}
	parts := map[string]string{}
	for _, s := range book.Sheets {
		for _, a := range s.Rest {
			if r, ok := targets[a.Value]; ok && a.Name.Local == "id" {
				parts[s.Name] = r.part
			}
		}
	}
	return parts, nil
}

func workbookPart(read func(string) ([]byte, error)) (string, error) {
	top, err := relations(read, "")
	if err != nil {
		return "", err
	}
	for _, r := range top {
		if strings.HasSuffix(r.kind, "/officeDocument") {
			return r.part, nil
		}
	}
	return "", fmt.Errorf("no workbook in the file")
}

// relation is what a part of the file refers to.
type relation struct{ kind, part string }

// relations are what a part refers to, by id; the whole file's for "".
func relations(read func(string) ([]byte, error), part string) (map[string]relation, error) {
	var rels struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := readXML(read, path.Join(path.Dir(part), "_rels", path.Base("/"+part)+".rels"), &rels); err != nil {
		return nil, err
	}
	out := map[string]relation{}
	for _, r := range rels.List {
		target := strings.TrimPrefix(r.Target, "/")
		if target == r.Target {
			target = path.Join(path.Dir(part), r.Target)
		}
		out[r.ID] = relation{r.Type, target}
	}
	return out, nil
}

func readXML(read func(string) ([]byte, error), name string, into any) error {
	content, err := read(name)
	if err != nil {
		return err
	}
	if err := xml.Unmarshal(content, into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func readPart(in *zip.Reader, name string) ([]byte, error) {
	f, err := in.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxWorkbookBytes))
}
