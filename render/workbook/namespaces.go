package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// The namespaces that cells, and links between parts, are written in.
const (
	mainSpace  = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	linksSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// strictSpaces are names of the strict kind of these files whose transitional names are not made by the rule.
var strictSpaces = strings.NewReplacer(
	"http://purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties", linksSpace+"/extended-properties",
	"http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties", linksSpace+"/custom-properties",
	"http://purl.oclc.org/ooxml/officeDocument/extendedProperties", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
	"http://purl.oclc.org/ooxml/officeDocument/customProperties", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
)

var (
	strictSpace = lazily(`http://purl\.oclc\.org/ooxml/(\w+)/`)
	conformance = lazily(`(<(?:\w+:)?workbook\b[^>]*?)\s+conformance\s*=\s*["']strict["']`)
)

// transitional is a part with the namespaces of the usual, transitional kind, its main one without a prefix and the one
// of links under the prefix r, declared at the root: excelize writes parts so, and their roots as it found them. A part
// that is so already is left as it is.
func transitional(content []byte) ([]byte, error) {
	if bytes.Contains(content, []byte("http://purl.oclc.org/ooxml/")) {
		content = []byte(strictSpaces.Replace(string(content)))
		content = strictSpace().ReplaceAll(content, []byte("http://schemas.openxmlformats.org/$1/2006/"))
		content = conformance().ReplaceAll(content, []byte("$1"))
	}
	if !oddPrefixes(content) {
		return content, nil
	}
	return unprefixed(content)
}

var (
	declaration = lazily(`xmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']`)
	rootTag     = lazily(`<[^?!][^>]*>`)
)

// oddPrefixes reports whether the two namespaces are written otherwise than excelize writes them, in a part of cells.
func oddPrefixes(content []byte) bool {
	root := rootTag().FindIndex(content)
	if root == nil || rootSpace(content) != mainSpace {
		return false
	}
	for _, m := range declaration().FindAllSubmatchIndex(content, -1) {
		prefix, space := "", string(content[m[4]:m[5]])
		if m[2] >= 0 {
			prefix = string(content[m[2]:m[3]])
		}
		switch {
		case space == mainSpace && prefix != "" && prefix != "main":
			return true
		case space == linksSpace && (prefix != "r" || m[0] > root[1]):
			return true
		}
	}
	return false
}

// rootSpace is the namespace of the root of a part.
func rootSpace(content []byte) string {
	d := xml.NewDecoder(bytes.NewReader(content))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // names are ASCII
	for {
		t, err := d.Token()
		if err != nil {
			return ""
		}
		if e, ok := t.(xml.StartElement); ok {
			return e.Name.Space
		}
	}
}

// unprefixed writes a part anew with the two namespaces under their usual prefixes. Nothing else of it changes.
func unprefixed(content []byte) ([]byte, error) {
	d := xml.NewDecoder(bytes.NewReader(content))
	w := &spaceWriter{scopes: []map[string]string{{"xml": "xml"}}}
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return w.out.Bytes(), nil
		}
		if err != nil {
			return nil, err
		}
		if err := w.token(t); err != nil {
			return nil, err
		}
	}
}

// spaceWriter writes tokens with other prefixes.
type spaceWriter struct {
	out     bytes.Buffer
	scopes  []map[string]string // prefix → namespace, the innermost last
	written []string            // the default namespace as written, by open element
}

func (w *spaceWriter) token(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		w.start(t)
	case xml.EndElement:
		if len(w.written) == 0 {
			return fmt.Errorf("an element %s that ends without beginning", t.Name.Local)
		}
		name, _ := w.element(t.Name)
		fmt.Fprintf(&w.out, "</%s>", name)
		w.scopes, w.written = w.scopes[:len(w.scopes)-1], w.written[:len(w.written)-1]
	case xml.CharData:
		return xml.EscapeText(&w.out, t)
	case xml.Comment:
		fmt.Fprintf(&w.out, "<!--%s-->", t)
	case xml.ProcInst:
		fmt.Fprintf(&w.out, "<?%s %s?>", t.Target, t.Inst)
	}
	return nil
}

func (w *spaceWriter) start(t xml.StartElement) {
	scope := map[string]string{}
	for prefix, space := range w.scopes[len(w.scopes)-1] {
		scope[prefix] = space
	}
	var kept []xml.Attr // declarations of other namespaces, and attributes
	for _, a := range t.Attr {
		switch {
		case a.Name.Space == "xmlns":
			scope[a.Name.Local] = a.Value
			if a.Value == mainSpace || a.Value == linksSpace {
				continue
			}
		case a.Name.Space == "" && a.Name.Local == "xmlns":
			scope[""] = a.Value
			continue
		}
		kept = append(kept, a)
	}
	outer, root := "", len(w.written) == 0
	if !root {
		outer = w.written[len(w.written)-1]
	}
	w.scopes = append(w.scopes, scope)
	name, space := w.element(t.Name)
	fmt.Fprintf(&w.out, "<%s", name)
	if root {
		space = mainSpace
		fmt.Fprintf(&w.out, ` xmlns="%s" xmlns:r="%s"`, mainSpace, linksSpace)
	} else if !strings.Contains(name, ":") && space != outer {
		fmt.Fprintf(&w.out, ` xmlns="%s"`, escaped(space))
	} else {
		space = outer
	}
	w.written = append(w.written, space)
	for _, a := range kept {
		fmt.Fprintf(&w.out, ` %s="%s"`, w.attribute(a.Name), escaped(a.Value))
	}
	w.out.WriteByte('>')
}

// element is the name of an element as written, and its namespace.
func (w *spaceWriter) element(n xml.Name) (name, space string) {
	space = w.scopes[len(w.scopes)-1][n.Space]
	if n.Space == "" || space == mainSpace {
		return n.Local, space
	}
	return n.Space + ":" + n.Local, space
}

func (w *spaceWriter) attribute(n xml.Name) string {
	switch {
	case n.Space == "":
		return n.Local
	case w.scopes[len(w.scopes)-1][n.Space] == linksSpace:
		return "r:" + n.Local
	}
	return n.Space + ":" + n.Local
}

func escaped(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a bytes.Buffer takes everything
	return b.String()
}
