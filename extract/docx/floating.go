package docx

import (
	"encoding/xml"
	"strconv"

	"fuhe/extract/ooxml"
)

// floating is where a drawing lies that does not stand in the line, in EMU from its paragraph or cell.
type floating struct {
	across, down, wide, high int
	elsewhere                bool // it is placed from the page, or not by a number
}

// read takes the size of a drawing, or its place in one direction.
func (f *floating) read(d *document, e ooxml.Element) error {
	if e.Name.Local == "extent" {
		f.wide, f.high = emu(ooxml.Attr(e, "cx")), emu(ooxml.Attr(e, "cy"))
		return d.Pass()
	}
	at := &f.across
	if e.Name.Local == "positionV" {
		at = &f.down
	}
	switch from := ooxml.Attr(e, "relativeFrom"); from {
	case "column", "character", "paragraph", "line":
	default:
		f.elsewhere = true
	}
	return d.children(func(e ooxml.Element) error {
		if e.Name.Local != "posOffset" {
			f.elsewhere = f.elsewhere || e.Name.Local == "align" && at == &f.down
			return d.Pass()
		}
		text, err := d.plain()
		*at = emu(text)
		return err
	})
}

// plain is the text of the element just begun.
func (d *document) plain() (string, error) {
	text := ""
	for {
		t, err := d.Token()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.CharData:
			text += string(t)
		case xml.StartElement:
			if err := d.Pass(); err != nil {
				return "", err
			}
		case xml.EndElement:
			return text, nil
		}
	}
}

// floats says what a picture that floats over a table may hide: one as small as a figure lies in the cell it belongs to, or
// it is not known in which. A seal, or a photograph, covers no figure alone.
func (d *document) floats(f *floating) {
	switch {
	case f.high == 0 || f.high >= leastSealEMU && f.wide >= leastSealEMU:
	case d.inside != nil && !f.elsewhere && f.within(d.inside.width):
		d.picture()
	case d.inside != nil || f.down > mostLineEMU && !f.elsewhere:
		d.lost("a small picture floats over the text, and which cell it stands for is not known")
	}
}

// within reports whether the middle of a drawing lies in its cell, of a width in twips, near its first line.
func (f *floating) within(width int) bool {
	x, y := f.across+f.wide/2, f.down+f.high/2
	return x >= 0 && (width == 0 || x <= width*emuPerTwip) && y > -mostLineEMU && y < 2*mostLineEMU
}

// emu reads a length; 0 for what is none.
func emu(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n > 1<<40 || n < -1<<40 {
		return 0
	}
	return n
}
