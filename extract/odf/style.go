package odf

import (
	"strconv"
	"strings"

	"fuhe/extract/ooxml"
	"fuhe/extract/worksheet"
)

// style is what matters of the look of text, a column or a sheet.
type style struct {
	look   worksheet.Look
	hidden bool
	width  float64 // of a column in points, 0 when not stated
}

// readStyles reads the styles just begun. One that rests on another has what that has; those are mostly named before it.
func (d *document) readStyles() error {
	return d.children(func(e ooxml.Element) error {
		if e.Name.Local != "style" && e.Name.Local != "default-style" || len(d.styles) >= maxStyles {
			return d.Pass()
		}
		family := ooxml.Attr(e, "family")
		key := styleKey(family, ooxml.Attr(e, "name"))
		s := d.styles[styleKey(family, ooxml.Attr(e, "parent-style-name"))]
		err := d.children(func(e ooxml.Element) error {
			s.declare(e)
			return d.Pass()
		})
		d.styles[key] = s
		return err
	})
}

// styleKey tells styles of different families apart, which may have the same names.
func styleKey(family, name string) string { return family + "/" + name }

// declare takes the properties of one kind.
func (s *style) declare(e ooxml.Element) {
	switch e.Name.Local {
	case "text-properties":
		for _, a := range e.Attr {
			s.text(a.Name.Local, a.Value)
		}
	case "table-column-properties":
		if w := points(ooxml.Attr(e, "column-width")); w > 0 {
			s.width = w
		}
	case "table-properties":
		if v := ooxml.Attr(e, "display"); v != "" {
			s.hidden = v == "false"
		}
	}
}

// text takes a property of text.
func (s *style) text(name, value string) {
	switch name {
	case "text-line-through-style", "text-line-through-type":
		s.look.Struck = value != "none"
	case "display":
		s.hidden = value == "none"
	case "text-position":
		place, _, _ := strings.Cut(strings.TrimSpace(value), " ")
		percent, err := strconv.ParseFloat(strings.TrimSuffix(place, "%"), 64)
		s.look.Raised = place == "super" || err == nil && percent >= raisedPercent
		s.look.Lowered = place == "sub" || err == nil && percent <= -raisedPercent
	}
}

// points reads a length; 0 for what is none.
func points(v string) float64 {
	units := map[string]float64{"pt": 1, "in": 72, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12, "px": 0.75}
	if len(v) < 3 {
		return 0
	}
	n, err := strconv.ParseFloat(v[:len(v)-2], 64)
	if err != nil || !(n > 0 && n < 1e5) {
		return 0
	}
	return n * units[v[len(v)-2:]]
}

// repeated reads how often a row, column or cell stands there, or how many it covers; at least once.
func repeated(e ooxml.Element, name string, most int) int {
	n, err := strconv.Atoi(ooxml.Attr(e, name))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, most)
}
