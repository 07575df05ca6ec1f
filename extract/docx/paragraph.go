package docx

import (
	"encoding/xml"
	"fmt"
	"strings"

	"fuhe/extract/flow"
	"fuhe/extract/ooxml"
)

// paragraph is what is read of the paragraph just begun: its lines, then what its text boxes hold.
func (d *document) paragraph() ([]flow.Block, error) {
	if d.paragraphs++; d.paragraphs > maxParagraphs {
		return nil, fmt.Errorf("more than %d paragraphs", maxParagraphs)
	}
	p := paragraph{d: d}
	p.dress(d.usual)
	if err := d.children(p.read); err != nil {
		return nil, err
	}
	var out []flow.Block
	for l := range strings.SplitSeq(p.text.String(), "\n") {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, flow.Block{Text: l})
		}
	}
	if d.lines += len(out); d.lines > maxLines {
		return nil, fmt.Errorf("more than %d lines of text", maxLines)
	}
	if out == nil {
		out = []flow.Block{{}} // a blank line keeps the tables above and below apart
	}
	out[0].Numbered = d.here != nil && p.sight.hidden != on && d.lists.number(p.item)
	return append(out, p.boxes...), nil
}

// paragraph collects text.
type paragraph struct {
	d     *document
	text  strings.Builder
	sight sight        // that of its style and of its own shading
	item  listItem     // of a list
	boxes []flow.Block // of text boxes

	float *floating // the drawing being read, when it does not stand in the line
}

// read takes an element between paragraph and run.
func (p *paragraph) read(e ooxml.Element) error {
	d := p.d
	if isMath(e) && (e.Name.Local == "oMath" || e.Name.Local == "oMathPara") {
		return p.math()
	}
	switch e.Name.Local {
	case "AlternateContent":
		return d.choose(p.read)
	case "r":
		if isWord(e) {
			return p.run()
		}
	case "pPr":
		return d.children(p.property)
	case "fldSimple":
		before := d.bytes
		err := d.children(p.read)
		if d.bytes == before {
			d.withoutResult(ooxml.Attr(e, "instr"))
		}
		return err
	case "del", "moveFrom", "sdtPr", "sdtEndPr", "rubyPr", "rt", "fldData":
		return d.Pass()
	}
	return d.children(p.read) // links, insertions, simple fields, smart tags, controls
}

// dress gives the paragraph what its style says.
func (p *paragraph) dress(style string) {
	s := p.d.styles[style]
	p.sight, p.item = s.sight, s.item
}

// property takes a property of the paragraph.
func (p *paragraph) property(e ooxml.Element) error {
	switch e.Name.Local {
	case "pStyle":
		p.dress(styleKey("paragraph", ooxml.Attr(e, "val")))
	case "numPr":
		return p.d.children(func(e ooxml.Element) error {
			p.item.take(e)
			return p.d.Pass()
		})
	case "rPr":
		return p.d.children(p.end)
	case "shd":
		p.sight = p.sight.with(sight{ground: fillOf(e)})
	}
	return p.d.Pass()
}

// end takes a property of the end of the paragraph: a list does not number one that is hidden.
func (p *paragraph) end(e ooxml.Element) error {
	if e.Name.Local == "vanish" && !isOff(ooxml.Attr(e, "val")) {
		p.item = listItem{}
	}
	return p.d.Pass()
}

// run reads a run of text of one kind.
func (p *paragraph) run() error {
	style := runStyle{}
	d := p.d
	var read func(e ooxml.Element) error
	read = func(e ooxml.Element) error {
		if e.Name.Local == "AlternateContent" {
			return d.choose(read)
		}
		if !isWord(e) {
			return p.drawing(e)
		}
		switch e.Name.Local {
		case "rPr":
			return style.read(d)
		case "t":
			return p.characters(style)
		case "tab", "ptab":
			p.write(style, " ")
		case "br", "cr":
			p.write(style, "\n")
		case "noBreakHyphen":
			p.write(style, "-")
		case "sym":
			p.symbol(style, e)
		case "fldChar":
			d.field(ooxml.Attr(e, "fldCharType"))
		case "instrText":
			return d.instruction()
		case "ruby", "rubyBase":
			return d.children(p.read)
		case "drawing", "pict":
			return p.drawing(e)
		case "object":
			return p.object(e)
		}
		return d.Pass()
	}
	return d.children(read)
}

// characters reads the text of the element just begun.
func (p *paragraph) characters(s runStyle) error {
	for {
		t, err := p.d.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.CharData:
			if p.d.bytes += len(t); p.d.bytes > maxTextBytes {
				return fmt.Errorf("more than %d MB of text", maxTextBytes>>20)
			}
			p.write(s, flat.Replace(string(t)))
		case xml.StartElement:
			if err := p.d.Pass(); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// flat are line ends and tabs in the file's own layout: shown as blanks.
var flat = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

func (p *paragraph) write(s runStyle, text string) {
	if p.d.inInstruction() || p.d.notSeen(p.sight.with(s.sight), text) {
		return
	}
	if s.struck {
		if p.d.here != nil && strings.TrimSpace(text) != "" {
			p.d.here.Struck = true
		}
		return
	}
	if s.symbolFont {
		text = p.d.fromSymbolFont(text)
	}
	p.text.WriteString(p.d.here.Set(text, flow.ScriptOf(s.raised == "superscript", s.raised == "subscript")))
}

// drawing looks for text boxes in a drawing. A picture says nothing that can be read.
func (p *paragraph) drawing(e ooxml.Element) error {
	if isWord(e) && e.Name.Local == "txbxContent" {
		if p.d.depth++; p.d.depth > maxNesting {
			return fmt.Errorf("text boxes and tables nested more than %d deep", maxNesting)
		}
		outer := p.d.canvas
		p.d.canvas = outer.Under(flow.Mixed)
		b, err := p.d.blocks(p.d.pass)
		p.d.canvas = outer
		p.d.depth--
		p.boxes = append(p.boxes, b...)
		return err
	}
	switch e.Name.Local {
	case "AlternateContent":
		return p.d.choose(p.drawing)
	case "blip", "imagedata":
		p.d.pictures++
		if p.float == nil {
			p.d.picture()
			break
		}
		p.d.floats(p.float)
	case "anchor":
		defer func(outer *floating) { p.float = outer }(p.float)
		p.float = &floating{}
	case "extent", "positionH", "positionV":
		if p.float != nil {
			return p.float.read(p.d, e)
		}
	}
	return p.d.children(p.drawing)
}

// object says that an embedded object is not read; formulas of the old editor hold no figures of forms.
func (p *paragraph) object(e ooxml.Element) error {
	p.d.picture()
	return p.d.children(func(e ooxml.Element) error {
		if program := ooxml.Attr(e, "ProgID"); e.Name.Local == "OLEObject" && !strings.HasPrefix(program, "Equation") {
			p.d.lost(fmt.Sprintf("an embedded object (%s) is not read — save it as a file of its own", program))
		}
		return p.d.Pass()
	})
}
