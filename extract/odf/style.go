package odf

import (
	"cmp"
	"strconv"
	"strings"

	"fuhe/extract/flow"
	"fuhe/extract/ooxml"
	"fuhe/extract/worksheet"
)

// style is what matters of the look of text, a column or a sheet.
type style struct {
	look   worksheet.Look
	hidden bool
	width  float64 // of a column in points, 0 when not stated
	height float64 // of a row, too
	ground string  // colour that it paints, "" for none
	styled bool    // colours may be others, by conditions
}

// readStyles reads the styles just begun. One that rests on another has what that has; those are mostly named before it.
func (d *document) readStyles() error {
	return d.children(func(e ooxml.Element) error {
		if e.Name.Local == "page-layout" {
			return d.children(d.page)
		}
		if e.Name.Local == "list-style" {
			return d.listStyle(ooxml.Attr(e, "name"))
		}
		if e.Name.Local != "style" && e.Name.Local != "default-style" || len(d.styles) >= maxStyles {
			return d.Pass()
		}
		family := ooxml.Attr(e, "family")
		key := styleKey(family, ooxml.Attr(e, "name"))
		s := d.styles[styleKey(family, ooxml.Attr(e, "parent-style-name"))]
		var read func(e ooxml.Element) error
		read = func(e ooxml.Element) error {
			s.declare(e)
			return d.children(read)
		}
		err := d.children(read)
		d.styles[key] = s
		return err
	})
}

// styleKey tells styles of different families apart, which may have the same names.
// listStyle notes whether a list prints numbers before its lines.
func (d *document) listStyle(name string) error {
	return d.children(func(e ooxml.Element) error {
		if e.Name.Local == "list-level-style-number" && ooxml.Attr(e, "level") == "1" && ooxml.Attr(e, "num-format") != "" && len(d.numbers) < maxStyles {
			d.numbers[name] = true
		}
		return d.Pass()
	})
}

// page takes what pages are painted with.
func (d *document) page(e ooxml.Element) error {
	if v := colour(ooxml.Attr(e, "background-color")); e.Name.Local == "page-layout-properties" && v != "" {
		d.canvas.Maybe = v
	}
	return d.Pass()
}

func styleKey(family, name string) string { return family + "/" + name }

// declare takes one group of properties, and reports what stands behind them.
func (s *style) declare(e ooxml.Element) {
	switch e.Name.Local {
	case "map":
		s.styled = true
	case "text-properties":
		for _, a := range e.Attr {
			s.text(a.Name.Local, a.Value)
		}
		if ooxml.Attr(e, "use-window-font-color") == "true" {
			s.look.Ink = "" // always another one than that of its ground
		}
		return // its ground is that of the letters
	case "table-column-properties":
		if w := points(ooxml.Attr(e, "column-width")); w > 0 {
			s.width = w
		}
	case "table-row-properties":
		if h := points(ooxml.Attr(e, "row-height")); h > 0 {
			s.height = h
		}
	case "table-properties":
		if v := ooxml.Attr(e, "display"); v != "" {
			s.hidden = v == "false"
		}
	case "background-image":
		if ooxml.Attr(e, "href") != "" {
			s.ground = flow.Mixed
		}
	}
	if v := ooxml.Attr(e, "background-color"); v != "" {
		s.ground = colour(v)
	}
}

// colour is a colour in six hexadecimal digits, "" for none.
func colour(v string) string {
	rgb, ok := strings.CutPrefix(v, "#")
	if !ok {
		return ""
	}
	return strings.ToUpper(rgb)
}

func (s *style) text(name, value string) {
	switch name {
	case "text-line-through-style", "text-line-through-type":
		s.look.Struck = value != "none"
	case "display":
		s.hidden = value == "none"
	case "color":
		s.look.Ink = colour(value)
	case "background-color":
		s.look.Ground = colour(value)
	case "font-size":
		if size := points(value); size > 0 {
			s.look.Size = size
		}
	case "text-scale":
		if percent, err := strconv.ParseFloat(strings.TrimSuffix(value, "%"), 64); err == nil && percent <= leastScale {
			s.look.Size = thinSize
		}
	case "text-position":
		place, _, _ := strings.Cut(strings.TrimSpace(value), " ")
		percent, err := strconv.ParseFloat(strings.TrimSuffix(place, "%"), 64)
		s.look.Raised = place == "super" || err == nil && percent >= raisedPercent
		s.look.Lowered = place == "sub" || err == nil && percent <= -raisedPercent
	}
}

// over is the style of a part of a text: what the part states goes first.
func (s style) over(around style) style {
	out := around
	out.hidden = around.hidden || s.hidden
	out.look.Raised, out.look.Lowered, out.look.Struck = around.look.Raised || s.look.Raised, around.look.Lowered || s.look.Lowered, around.look.Struck || s.look.Struck
	out.look.Ink, out.look.Ground = cmp.Or(s.look.Ink, around.look.Ink), cmp.Or(s.look.Ground, around.look.Ground)
	out.look.Size = cmp.Or(s.look.Size, around.look.Size)
	return out
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
