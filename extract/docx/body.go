package docx

import (
	"encoding/xml"
	"strings"

	"fuhe/extract/flow"
	"fuhe/extract/ooxml"
)

// isWord reports whether an element is one of WordprocessingML, transitional or strict.
func isWord(e ooxml.Element) bool {
	return strings.Contains(e.Name.Space, "wordprocessingml")
}

// children calls visit for each child of the element just begun; visit takes its content off.
func (d *document) children(visit func(e ooxml.Element) error) error {
	for {
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if err := visit(t); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// choose reads the first choice of the alternatives just begun, or what stands for programs that know none of them: they
// hold the same text twice.
func (d *document) choose(read func(e ooxml.Element) error) error {
	chosen := false
	return d.children(func(e ooxml.Element) error {
		if chosen {
			return d.Pass()
		}
		chosen = true
		return d.children(read)
	})
}

// blocks reads the paragraphs and tables of the element just begun. Its properties are given to properties, which takes
// them off.
func (d *document) blocks(properties func(e ooxml.Element) error) ([]flow.Block, error) {
	var out []flow.Block
	var read func(e ooxml.Element) error
	read = func(e ooxml.Element) error {
		switch {
		case e.Name.Local == "AlternateContent":
			return d.choose(read)
		case !isWord(e):
			return d.Pass()
		}
		switch e.Name.Local {
		case "p":
			b, err := d.paragraph()
			if n := len(out); len(b) > 1 || err != nil || b[0].Text != "" || b[0].Numbered || n > 0 && out[n-1].Table != nil {
				out = append(out, b...) // of blank lines the first behind a table
			}
			return err
		case "tbl":
			t, err := d.table()
			if err == nil && len(t.Cells) > 0 {
				out = append(out, flow.Block{Table: t})
			}
			return err
		case "body", "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo":
			return d.children(read)
		case "altChunk":
			d.lost("a document inside this one is not read — paste its content as text")
		case "tcPr":
			return properties(e)
		case "background":
			d.canvas.Maybe = ooxml.Attr(e, "color")
		}
		return d.Pass() // properties, deletions, marks
	}
	err := d.children(read)
	return joined(out), err
}
