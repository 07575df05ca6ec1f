package ofd

import (
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"

	"fuhe/extract/ooxml"
)

// node is an XML element with what is in it. Names are without namespaces: files call the one of the standard by several.
// A nil node has nothing in it.
type node struct {
	name  string
	attrs []xml.Attr
	kids  []*node
	text  string
}

// tree reads a part.
func (f *file) tree(part string) (*node, error) {
	var root *node
	left := maxNodes
	err := f.parts.Root(part, func(p *ooxml.Parser, e ooxml.Element) error {
		var err error
		root, err = grow(p, e, &left)
		return err
	})
	if err == nil && root == nil {
		err = fmt.Errorf("%s: it is empty", part)
	}
	return root, err
}

// grow reads the element just begun.
func grow(p *ooxml.Parser, e ooxml.Element, left *int) (*node, error) {
	if *left--; *left < 0 {
		return nil, fmt.Errorf("more than %d elements", maxNodes)
	}
	n := &node{name: e.Name.Local, attrs: e.Attr}
	for {
		t, err := p.Token()
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			kid, err := grow(p, t, left)
			if err != nil {
				return nil, err
			}
			n.kids = append(n.kids, kid)
		case xml.CharData:
			n.text += string(t)
		case xml.EndElement:
			return n, nil
		}
	}
}

// first is the first element at a path below, nil when there is none.
func (n *node) first(path ...string) *node {
	for _, name := range path {
		if n == nil {
			return nil
		}
		var found *node
		for _, k := range n.kids {
			if k.name == name {
				found = k
				break
			}
		}
		n = found
	}
	return n
}

// all are the elements of a name right below.
func (n *node) all(name string) []*node {
	if n == nil {
		return nil
	}
	var out []*node
	for _, k := range n.kids {
		if k.name == name {
			out = append(out, k)
		}
	}
	return out
}

// attr is an attribute, "" when there is none.
func (n *node) attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.attrs {
		if a.Name.Local == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// content is the text of an element without the blanks around it.
func (n *node) content() string {
	if n == nil {
		return ""
	}
	return strings.TrimSpace(n.text)
}

// number reads an attribute as a number, usual when it is none.
func (n *node) number(name string, usual float64) float64 {
	v, ok := number(n.attr(name))
	if !ok {
		return usual
	}
	return v
}

// flag reads an attribute that is true or false, usual when it is neither.
func (n *node) flag(name string, usual bool) bool {
	switch strings.ToLower(n.attr(name)) {
	case "true", "1":
		return true
	case "false", "0":
		return false
	}
	return usual
}

func number(s string) (float64, bool) {
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil && !math.IsNaN(v) && !math.IsInf(v, 0)
}

// numbers reads a list of numbers; false when one is none.
func numbers(s string) ([]float64, bool) {
	var out []float64
	for w := range strings.FieldsSeq(strings.ReplaceAll(s, ",", " ")) {
		v, ok := number(w)
		if !ok {
			return nil, false
		}
		out = append(out, v)
	}
	return out, true
}
