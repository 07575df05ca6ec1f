package docx

import (
	"path"
	"strings"

	"fuhe/extract/ooxml"
)

// runStyle is what matters of the properties of a run.
type runStyle struct {
	hidden     bool
	symbolFont bool   // its letters stand for other signs
	raised     string // "superscript", "subscript" or ""
	struck     bool
}

// read reads the run properties just begun. What the run states goes before what its style says.
func (s *runStyle) read(d *document) error {
	stated := false
	return d.children(func(e ooxml.Element) error {
		v := ooxml.Attr(e, "val")
		switch e.Name.Local {
		case "vanish":
			s.hidden, stated = !isOff(v), true
		case "rStyle":
			s.hidden = s.hidden || !stated && d.hiding[v]
		case "vertAlign":
			s.raised = v
		case "rFonts":
			s.symbolFont = strings.EqualFold(ooxml.Attr(e, "ascii"), "Symbol")
		case "strike", "dstrike":
			s.struck = !isOff(v)
		}
		return d.Pass()
	})
}

// isOff reads a switch that is on when it states nothing.
func isOff(v string) bool { return v == "0" || v == "false" || v == "off" }

// readStyles finds the character styles that hide text.
func (d *document) readStyles(p *ooxml.Package, main string) error {
	d.hiding = map[string]bool{}
	rels, err := p.Relations(main)
	if err != nil {
		return err
	}
	for _, r := range rels {
		if path.Base(r.Kind) != "styles" || p.Parts[r.Target] == nil {
			continue
		}
		style := ""
		err := p.Elements(r.Target, func(_ *ooxml.Parser, e ooxml.Element) error {
			switch e.Name.Local {
			case "style":
				style = ooxml.Attr(e, "styleId")
				if ooxml.Attr(e, "type") != "character" || len(d.hiding) >= maxStyles {
					style = ""
				}
			case "vanish":
				if style != "" && !isOff(ooxml.Attr(e, "val")) {
					d.hiding[style] = true
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
