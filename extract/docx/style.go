package docx

import (
	"path"
	"strconv"
	"strings"

	"fuhe/extract/ooxml"
)

// runStyle is what matters of the properties of a run.
type runStyle struct {
	sight
	item       listItem // of paragraphs
	symbolFont bool     // its letters stand for other signs
	raised     string   // "superscript", "subscript" or ""
	struck     bool
}

// read reads the run properties just begun. What the run states goes before what its style says.
func (s *runStyle) read(d *document) error {
	var stated []ooxml.Element
	err := d.children(func(e ooxml.Element) error {
		if e.Name.Local == "rStyle" {
			*s = d.styles[styleKey("character", ooxml.Attr(e, "val"))]
		} else {
			stated = append(stated, e)
		}
		return d.Pass()
	})
	for _, e := range stated {
		s.declare(e)
	}
	return err
}

// declare takes one property.
func (s *runStyle) declare(e ooxml.Element) {
	v := ooxml.Attr(e, "val")
	s.item.take(e)
	switch e.Name.Local {
	case "vanish":
		s.hidden = toggled(v)
	case "color":
		s.ink = v
	case "shd":
		if fill := fillOf(e); fill != "" { // a table style has several, and none of them unsays another
			s.ground = fill
		}
	case "highlight":
		s.ground = highlights[v]
	case "sz":
		s.size = whole(v)
	case "w":
		s.scale = whole(v)
	case "vertAlign":
		s.raised = v
	case "position": // in half points above the line
		if n, err := strconv.Atoi(v); err == nil && n >= raisedHalfPoints {
			s.raised = "superscript"
		} else if err == nil && n <= -raisedHalfPoints {
			s.raised = "subscript"
		}
	case "rFonts":
		s.symbolFont = strings.EqualFold(ooxml.Attr(e, "ascii"), "Symbol")
	case "strike", "dstrike":
		s.struck = !isOff(v)
	}
}

// isOff reads a switch that is on when it states nothing.
func isOff(v string) bool { return v == "0" || v == "false" || v == "off" }

// whole reads a size of letters; 0 for what is none.
func whole(v string) int {
	n, err := strconv.Atoi(v)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// styleKey names a style: characters, paragraphs and tables have their own.
func styleKey(kind, id string) string { return kind + " " + id }

// readStyles reads the styles of characters, paragraphs and tables. One that rests on another has what that has.
func (d *document) readStyles(p *ooxml.Package, main string) error {
	d.styles = map[string]runStyle{}
	rels, err := p.Relations(main)
	if err != nil {
		return err
	}
	for _, r := range rels {
		if path.Base(r.Kind) != "styles" || p.Parts[r.Target] == nil {
			continue
		}
		id, kind := "", ""
		err := p.Elements(r.Target, func(_ *ooxml.Parser, e ooxml.Element) error {
			switch e.Name.Local {
			case "style":
				kind = ooxml.Attr(e, "type")
				if id = styleKey(kind, ooxml.Attr(e, "styleId")); kind == "numbering" || len(d.styles) >= maxStyles {
					id = ""
				} else if v := ooxml.Attr(e, "default"); kind == "paragraph" && v != "" && !isOff(v) {
					d.usual = id
				}
			case "basedOn": // before the style's own properties, and the styles it names mostly before it
				if id != "" {
					d.styles[id] = d.styles[styleKey(kind, ooxml.Attr(e, "val"))]
				}
			default:
				if id != "" {
					s := d.styles[id]
					s.declare(e)
					d.styles[id] = s
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
