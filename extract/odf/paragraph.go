package odf

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"fuhe"
	"fuhe/extract/flow"
	"fuhe/extract/ooxml"
	"fuhe/extract/worksheet"
)

// paragraph collects the text of one paragraph in runs, and what its text boxes hold.
type paragraph struct {
	d      *document
	ground string // that its style paints
	runs   []worksheet.Run
	boxes  []flow.Block
}

// paragraph reads the paragraph just begun.
func (d *document) paragraph(e ooxml.Element) (*paragraph, error) {
	if d.paragraphs++; d.paragraphs > maxParagraphs {
		return nil, fmt.Errorf("more than %d paragraphs", maxParagraphs)
	}
	s := d.styles[styleKey("paragraph", ooxml.Attr(e, "style-name"))]
	p := &paragraph{d: d, ground: s.ground}
	return p, p.read(s)
}

// read reads the content of an element of a paragraph that is set in a look.
func (p *paragraph) read(s style) error {
	for {
		t, err := p.d.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.CharData:
			if err := p.write(s, flat.Replace(string(t))); err != nil {
				return err
			}
		case xml.StartElement:
			if err := p.element(t, s); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// flat are line ends and tabs in the file's own layout: shown as blanks.
var flat = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

// element takes an element in a paragraph.
func (p *paragraph) element(e ooxml.Element, s style) error {
	d := p.d
	switch e.Name.Local {
	case "span":
		if own, ok := d.styles[styleKey("text", ooxml.Attr(e, "style-name"))]; ok {
			s = own.over(s)
		}
		return p.read(s)
	case "s":
		if err := p.write(s, strings.Repeat(" ", repeated(e, "c", maxSpaces))); err != nil {
			return err
		}
		return d.Pass()
	case "tab":
		return p.sign(s, " ")
	case "line-break":
		return p.sign(s, "\n")
	case "note", "annotation", "annotation-end", "tracked-changes", "ruby-text", "change", "change-start", "change-end", "bookmark", "script", "hidden-paragraph":
		return d.Pass()
	case "hidden-text":
		s.hidden = s.hidden || ooxml.Attr(e, "is-hidden") != "false"
	case "frame", "g", "custom-shape", "rect", "text-box", "ellipse", "image", "object", "object-ole", "plugin":
		return p.drawing(e, false)
	}
	return p.read(s) // links, fields, ruby, insertions
}

func (p *paragraph) sign(s style, text string) error {
	if err := p.write(s, text); err != nil {
		return err
	}
	return p.d.Pass()
}

func (p *paragraph) write(s style, text string) error {
	if p.d.bytes += len(text); p.d.bytes > maxTextBytes {
		return fmt.Errorf("more than %d MB of text", maxTextBytes>>20)
	}
	if text == "" || p.hides(s, text) {
		return nil
	}
	look := s.look
	p.runs = append(p.runs, worksheet.Run{Text: text, Look: &look})
	return nil
}

// hides reports whether a text is left out because nobody sees it. Cells of sheets tell for themselves.
func (p *paragraph) hides(s style, text string) bool {
	if p.d.here == nil || p.d.spread {
		return s.hidden
	}
	canvas := p.d.canvas.Under(p.ground).Under(s.look.Ground)
	return p.d.here.Hides(canvas, flow.Sight{Ink: s.look.Ink, Hidden: s.hidden, Tiny: s.look.Tiny()}, text)
}

// lines are the lines of the paragraph as they are seen.
func (p *paragraph) lines() []string {
	text, struck := worksheet.Rich{Runs: p.runs}.Seen(worksheet.Look{})
	if len(p.runs) == 0 {
		text = ""
	}
	if struck && p.d.here != nil {
		p.d.here.Struck = true
	}
	return strings.Split(text, "\n")
}

// drawing looks for text boxes in a drawing. A picture says nothing that can be read. floating ones lie over the text.
func (p *paragraph) drawing(e ooxml.Element, floating bool) error {
	d := p.d
	switch e.Name.Local {
	case "image":
		d.picture(floating)
		return d.Pass()
	case "object", "object-ole", "plugin":
		d.picture(floating)
		if where := ooxml.Attr(e, "href"); !strings.Contains(where, "ObjectReplacements") && e.Name.Local != "plugin" {
			d.lost("an embedded object is not read — save it as a file of its own")
		}
		return d.Pass()
	case "text-box", "custom-shape", "rect", "ellipse":
		if err := d.nest(); err != nil {
			return err
		}
		outer := d.canvas
		d.canvas = outer.Under(flow.Mixed)
		b, err := d.content()
		d.canvas = outer
		d.depth--
		p.boxes = append(p.boxes, b...)
		return err
	case "frame":
		if anchor := ooxml.Attr(e, "anchor-type"); anchor != "" && anchor != "as-char" {
			floating = true
		}
	}
	return d.children(func(e ooxml.Element) error { return p.drawing(e, floating) })
}

// picture says that a picture stands where it is read, unless it lies over the text, as a seal does.
func (d *document) picture(floating bool) {
	d.pictures++
	if d.here != nil && d.here.Instead == nil && !floating {
		d.here.Instead = fuhe.DoubtPicture
	}
}

// number reads a number attribute.
func number(e ooxml.Element, name string) (float64, bool) {
	v, err := strconv.ParseFloat(ooxml.Attr(e, name), 64)
	return v, err == nil
}
