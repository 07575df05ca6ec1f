package ooxml

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// Plain is an element that was read in one piece: names without prefixes, texts without references, and elements that hold
// either text or elements. Its bytes are those of the part, good until the next one is read.
type Plain struct {
	Attrs []PlainAttr
	Parts []Part // the elements in it, in order, each before those in it

	tokens int // that the decoder would make of it
}

// PlainAttr is an attribute of such an element.
type PlainAttr struct{ Name, Value []byte }

// Part is an element in such an element.
type Part struct {
	Name  []byte
	Attrs []PlainAttr
	Text  []byte
	Depth int // from 1
}

// Children calls take for the elements of a name that come next, as long as they are plain and take wants them: where it says
// no, the element is read again, token by token, and so is all that is not plain. It may be called when the last token is
// the beginning of the element that holds them or the end of one in it, and it does nothing where that is not so, or where
// names without a prefix may not be those of the root.
func (p *Parser) Children(name string, take func(*Plain) (bool, error)) error {
	if !p.atElements() {
		return nil
	}
	head := []byte("<" + name)
	for {
		p.piece.left = maxTokenBytes
		ahead := p.in.window()
		used, err := p.takeFrom(ahead, head, take)
		if _, skipped := p.in.Discard(used); skipped != nil {
			return skipped
		}
		if used == 0 || err != nil {
			return err
		}
		p.ended, p.begun = true, false
	}
}

// atElements reports whether elements without a prefix that come next are of the root's namespace.
func (p *Parser) atElements() bool {
	n := len(p.open)
	switch {
	case p.in.decoded, n == 0, p.depth+mostNested >= maxDepth:
		return false
	case !p.ended && (!p.begun || p.in.before == '/'):
		return false
	}
	return p.open[n-1].bare && p.open[n-1].space == p.space
}

// takeFrom takes the elements at the beginning of a window, and reports how many bytes they are.
func (p *Parser) takeFrom(ahead, head []byte, take func(*Plain) (bool, error)) (used int, err error) {
	for bytes.HasPrefix(ahead[used:], head) {
		n := p.plain.read(ahead[used:min(len(ahead), used+mostPlain)], len(head))
		if n == 0 {
			break
		}
		if *p.tokens+p.plain.tokens > maxTokens {
			return used, fmt.Errorf("the file has more than %d elements and texts", maxTokens)
		}
		taken, err := take(&p.plain)
		if err != nil || !taken {
			return used, err
		}
		*p.tokens += p.plain.tokens
		used += n
	}
	return used, nil
}

// mostNested is how deep the elements of a plain one may stand in it.
const mostNested = 3

// read reads the element that begins with a name of so many bytes, and reports its length; 0 when it is not plain or not
// whole.
func (e *Plain) read(b []byte, name int) int {
	*e = Plain{Attrs: e.Attrs[:0], Parts: e.Parts[:0], tokens: 2}
	attrs, n, closed, ok := tagEnd(b, name, e.Attrs)
	e.Attrs = attrs
	if !ok || closed {
		return n
	}
	_, n, ok = e.content(b, n, 1)
	if n = endTag(b, n, b[1:name]); !ok {
		return 0
	}
	return n
}

// content reads what stands in an element up to its end tag: one text, or elements.
func (e *Plain) content(b []byte, at, depth int) (text []byte, end int, ok bool) {
	end = at
	for end < len(b) && b[end] != '<' {
		if b[end] < ' ' || b[end] == '&' || b[end] == '>' {
			return nil, 0, false
		}
		end++
	}
	if text = b[at:end]; len(text) > 0 {
		e.tokens++
		return text, end, isText(text)
	}
	for {
		if end+1 >= len(b) || b[end] != '<' || depth > mostNested {
			return nil, 0, false
		}
		if b[end+1] == '/' {
			return nil, end, true
		}
		if end = e.part(b, end, depth); end == 0 {
			return nil, 0, false
		}
	}
}

// part reads an element in an element.
func (e *Plain) part(b []byte, at, depth int) int {
	name := at + 1
	for name < len(b) && isNameByte(b[name]) {
		name++
	}
	if name == at+1 || !isLetter(b[at+1]) {
		return 0
	}
	var room []PlainAttr
	n := len(e.Parts)
	if n < cap(e.Parts) {
		room = e.Parts[:n+1][n].Attrs[:0]
	}
	attrs, end, closed, ok := tagEnd(b, name, room)
	e.Parts = append(e.Parts, Part{Name: b[at+1 : name], Attrs: attrs, Depth: depth})
	e.tokens += 2
	if !ok || closed {
		return end
	}
	text, end, ok := e.content(b, end, depth+1)
	if !ok {
		return 0
	}
	e.Parts[n].Text = text
	return endTag(b, end, b[at+1:name])
}

// tagEnd reads the attributes of a tag up to its end.
func tagEnd(b []byte, at int, room []PlainAttr) (attrs []PlainAttr, end int, closed, ok bool) {
	for at < len(b) {
		spaces := at
		for at < len(b) && b[at] == ' ' {
			at++
		}
		switch {
		case at+1 >= len(b):
			return room, 0, false, false
		case b[at] == '>':
			return room, at + 1, false, true
		case b[at] == '/' && b[at+1] == '>':
			return room, at + 2, true, true
		case at == spaces:
			return room, 0, false, false
		}
		var one PlainAttr
		if one, at = attribute(b, at); at == 0 {
			return room, 0, false, false
		}
		room = append(room, one)
	}
	return room, 0, false, false
}

// attribute reads one attribute.
func attribute(b []byte, at int) (a PlainAttr, end int) {
	from := at
	for at < len(b) && isNameByte(b[at]) {
		at++
	}
	name := b[from:at]
	if string(name) == "xml" && bytes.HasPrefix(b[at:], spaceAttr) {
		at += len(spaceAttr)
		name = b[from:at]
	}
	if len(name) == 0 || !isLetter(name[0]) || string(name) == "xmlns" || at+1 >= len(b) || b[at] != '=' || b[at+1] != '"' {
		return a, 0
	}
	at += 2
	value := at
	for at < len(b) && b[at] != '"' {
		if c := b[at]; c < ' ' || c == '<' || c == '>' || c == '&' {
			return a, 0
		}
		at++
	}
	if at == len(b) || !isText(b[value:at]) {
		return a, 0
	}
	return PlainAttr{Name: name, Value: b[value:at]}, at + 1
}

// spaceAttr is how the name of the one attribute ends that may have a prefix.
var spaceAttr = []byte(":space")

// endTag is where the end tag of a name ends that must come next; 0 when it does not.
func endTag(b []byte, at int, name []byte) int {
	end := at + 2 + len(name)
	if end >= len(b) || b[at] != '<' || b[at+1] != '/' || b[end] != '>' || !bytes.Equal(b[at+2:end], name) {
		return 0
	}
	return end + 1
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isNameByte(c byte) bool { return isLetter(c) || c >= '0' && c <= '9' }

// isText reports whether bytes are UTF-8 of characters that XML may hold.
func isText(b []byte) bool {
	for i := range b {
		if b[i] >= utf8.RuneSelf {
			return utf8.Valid(b) && !bytes.Contains(b, []byte("\uFFFE")) && !bytes.Contains(b, []byte("\uFFFF"))
		}
	}
	return true
}

// Attr is an attribute by its name, nil when there is none; the same of a part.
func (e *Plain) Attr(name string) []byte { return attrOf(e.Attrs, name) }

// Attr is an attribute by its name, nil when there is none.
func (p *Part) Attr(name string) []byte { return attrOf(p.Attrs, name) }

func attrOf(attrs []PlainAttr, name string) []byte {
	for i := range attrs {
		if string(attrs[i].Name) == name {
			return attrs[i].Value
		}
	}
	return nil
}
