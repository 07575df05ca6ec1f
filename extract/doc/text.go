package doc

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"fuhe"
	"fuhe/extract/flow"
)

// Characters that are signs of the program's own.
const (
	charPicture    = 0x01
	charDrawn      = 0x08
	charCell       = 0x07
	charLine       = 0x0B
	charPage       = 0x0C
	charParagraph  = 0x0D
	charColumn     = 0x0E
	charField      = 0x13
	charResult     = 0x14
	charFieldEnds  = 0x15
	charHyphen     = 0x1E
	charSoftHyphen = 0x1F
	charSymbol     = 0x28
)

// reading is the text as far as it is read.
type reading struct {
	d       *document
	high    uint16      // first half of a character beyond the basic plane
	beside  flow.Beside // what is found before it is known which cell it stands in: the end of a paragraph tells
	run     run         // the look read last, and what was made of it
	look    look
	parts   []part   // of the paragraph
	written int      // characters that are no instruction, so far
	length  int      // of the document in characters
	cells   int      // of tables that stand in no other, so far
	grounds []string // what these paint; nil until that is asked for
}

// read goes through the text of the document.
func (d *document) read() error {
	length := d.u32(atTextChars)
	if length > maxCharacters {
		return fmt.Errorf("more than %d characters", maxCharacters)
	}
	r := &reading{d: d, length: length}
	read := 0
	for _, p := range d.pieces {
		for cp := p.from; cp < min(p.to, length); cp++ {
			place := p.at + (cp-p.from)*p.size()
			if err := r.take(p, place); err != nil {
				return err
			}
			read++
		}
	}
	if read < length {
		return errCut
	}
	d.boxes(length)
	return d.flow.Paragraph(0, r.shownAt(mark{}))
}

// boxes names tables in text boxes, whose text stands behind that of the document.
func (d *document) boxes(length int) {
	from := length
	for at := atTextChars + 4; at < atBoxChars; at += 4 {
		from += d.u32(at)
	}
	to := from + d.u32(atBoxChars)
	for _, p := range d.pieces {
		for cp := max(p.from, from); cp < min(p.to, to); cp++ {
			if char, _ := d.char(p, p.at+(cp-p.from)*p.size()); char == charCell {
				d.lost("a table in a text box is not read — take it out of the box")
				return
			}
		}
	}
}

// char is the character at a place of a piece, and whether it is half of one.
func (d *document) char(p piece, place int) (rune, bool) {
	if p.wide {
		r := rune(u16(d.main, place))
		return r, utf16.IsSurrogate(r)
	}
	if place >= len(d.main) {
		return 0, false
	}
	b := d.main[place]
	if b >= 0x80 && b < 0xA0 {
		return charmap.Windows1252.DecodeByte(b), false
	}
	return rune(b), false
}

// lookAt is the look of the character at a place.
func (r *reading) lookAt(p piece, place int) look {
	d := r.d
	if r.run.to <= place || r.run.from > place || r.run.to == 0 {
		r.run, _ = d.chars.at(place)
		paragraph, _ := d.paragraphs.at(place)
		style := d.style(paragraph.style)
		list := modifiers(r.run.look)
		for _, m := range list {
			if m.op == opStyle {
				style = style.with(d.style(m.value()))
			}
		}
		r.look = style
		r.look.apply(list, style)
		r.run.to = min(r.run.to, max(place+1, paragraph.to)) // the next paragraph may have another style
	}
	l := r.look
	if p.change != 0 {
		l.apply(d.changed(p), l)
	}
	return l
}

// take takes one character.
func (r *reading) take(p piece, place int) error {
	d := r.d
	char, half := d.char(p, place)
	l := r.lookAt(p, place)
	switch char {
	case charParagraph, charCell, charPage:
		return r.end(d.markAt(place, p, char), l)
	case charField, charResult, charFieldEnds:
		r.field(char)
		return nil
	}
	if d.inInstruction() {
		d.instruction(char)
		return nil
	}
	if l.deleted || l.hidden && l.special {
		return nil
	}
	r.written++
	if half {
		if r.high == 0 {
			r.high = uint16(char)
			return nil
		}
		char = utf16.DecodeRune(rune(r.high), char)
	}
	r.high = 0
	r.write(r.shown(char, l), l)
	return nil
}

// shown is what is seen of a character.
func (r *reading) shown(char rune, l look) string {
	switch {
	case char == charPicture && l.special:
		r.d.pictures++
		r.beside.Instead = fuhe.DoubtPicture
		if l.object {
			r.d.lost("an embedded object is not read — save it as a file of its own")
		}
		return ""
	case char == charDrawn && l.special:
		r.d.pictures++ // it lies over the text, a seal
		return ""
	case char == charSymbol && l.special && l.symbol:
		return r.symbol(l.font, rune(l.place))
	case char >= flow.PrivateUse && char < flow.PrivateUse+0x100:
		return r.symbol(l.family, char)
	case char == '\t', char == '\r':
		return " "
	case char == charLine, char == charColumn:
		return "\n"
	case char == charHyphen:
		return "-"
	case char == charSoftHyphen, char < ' ', l.special && char < 0x40:
		return ""
	}
	return string(char)
}

// symbol is a sign named by its place in a font. One that is not known may be a figure.
func (r *reading) symbol(font int, at rune) string {
	name := ""
	if font < len(r.d.fonts) {
		name = r.d.fonts[font]
	}
	text, ok := flow.Sign(name, at)
	if !ok {
		r.beside.Doubt = &fuhe.Phrase{ZH: fmt.Sprintf("字体%s中有未知的符号（%04X）", name, at), EN: fmt.Sprintf("a symbol of the font %s that is not known (%04X)", name, at)}
	}
	return text
}

func (r *reading) write(text string, l look) {
	if l.struck {
		r.beside.Struck = r.beside.Struck || strings.TrimSpace(text) != "" && !l.hidden
		return
	}
	now := seen{l.sight, l.hidden, flow.ScriptOf(l.raised, l.lowered)}
	if n := len(r.parts); n > 0 && r.parts[n-1].seen == now {
		r.parts[n-1].text = append(r.parts[n-1].text, text...)
		return
	}
	r.parts = append(r.parts, part{[]byte(text), now})
}

// end ends a paragraph, a cell or a row.
func (r *reading) end(m mark, l look) error {
	text := r.shownAt(m)
	found := r.beside
	r.beside = flow.Beside{}
	f := &r.d.flow
	if m.rowEnds {
		if l.deleted {
			return f.EndRow(m.depth, nil)
		}
		m.row.Hidden = m.row.Hidden || l.hidden
		return f.EndRow(m.depth, &m.row)
	}
	if err := f.Paragraph(m.depth, text); err != nil {
		return err
	}
	f.Beside(m.depth).Add(found)
	if !m.cellEnds {
		return nil
	}
	if m.depth == 1 {
		r.cells++
	}
	return f.EndCell(m.depth)
}
