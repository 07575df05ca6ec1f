package ooxml

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// Element is the beginning of an XML element.
type Element = xml.StartElement

// Elements calls visit for each element of a part that is in the namespace of its root, in order: a drawing inside a sheet
// has elements of the same names. visit may take an element's content off the parser.
func (p *Package) Elements(name string, visit func(*Parser, Element) error) error {
	var root *string
	return p.parse(name, func(d *Parser, e Element) error {
		if root == nil {
			root = &e.Name.Space
			d.space = e.Name.Space
		}
		if e.Name.Space != *root {
			return nil
		}
		return visit(d, e)
	})
}

// Root calls visit for the root element of a part, which takes what it wants off the parser.
func (p *Package) Root(name string, visit func(*Parser, Element) error) error {
	done := false
	return p.parse(name, func(d *Parser, e Element) error {
		if done {
			return nil
		}
		done = true
		return visit(d, e)
	})
}

func (p *Package) parse(name string, visit func(*Parser, Element) error) error {
	f := p.Parts[name]
	if f == nil {
		return fmt.Errorf("the part %s is missing", name)
	}
	rc, err := p.Unpack(f)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	defer rc.Close()
	room := p.room
	if p.room = nil; room == nil { // nobody reads another part now
		room = bufio.NewReaderSize(nil, windowBytes)
	}
	err = parse(rc, room, &p.tokens, visit)
	p.room = room
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// Single calls visit for the root element of a file that is XML as a whole, which takes what it wants off the parser.
func Single(r io.Reader, visit func(*Parser, Element) error) error {
	done := false
	return parse(r, bufio.NewReaderSize(nil, windowBytes), new(int), func(d *Parser, e Element) error {
		if done {
			return nil
		}
		done = true
		return visit(d, e)
	})
}

func parse(r io.Reader, room *bufio.Reader, tokens *int, visit func(*Parser, Element) error) error {
	piece := &pieceReader{r: r}
	room.Reset(piece)
	in := &source{Reader: room}
	d := &Parser{Decoder: xml.NewDecoder(in), piece: piece, in: in, tokens: tokens}
	d.CharsetReader = func(label string, r io.Reader) (io.Reader, error) {
		in.decoded = true
		return charset(label, r)
	}
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := t.(Element); ok {
			if err := visit(d, e); err != nil {
				return err
			}
		}
	}
}

// Parser counts how deep elements are nested: the decoder remembers each of them.
type Parser struct {
	*xml.Decoder
	depth  int
	piece  *pieceReader
	in     *source
	tokens *int // of the whole package

	space string  // of the root
	open  []place // the elements that are open
	ended bool    // the last token is the end of an element, or
	begun bool    // the beginning of one
	plain Plain   // room for what is read in one piece
}

// place is an open element: its namespace, and whether that is the one of names without a prefix in it.
type place struct {
	space string
	bare  bool
}

// pieceReader ends a token that is too long.
type pieceReader struct {
	r    io.Reader
	left int
}

func (p *pieceReader) Read(b []byte) (int, error) {
	if p.left <= 0 {
		return 0, fmt.Errorf("an element or a text of more than %d MB", maxTokenBytes>>20)
	}
	n, err := p.r.Read(b)
	p.left -= n
	return n, err
}

// Token is the next token.
func (p *Parser) Token() (xml.Token, error) {
	p.piece.left = maxTokenBytes
	if *p.tokens++; *p.tokens > maxTokens {
		return nil, fmt.Errorf("the file has more than %d elements and texts", maxTokens)
	}
	t, err := p.Decoder.Token()
	p.begun, p.ended = false, false
	switch t := t.(type) {
	case xml.StartElement:
		p.depth++
		p.begun = true
		p.open = append(p.open, place{t.Name.Space, !p.in.prefixed})
	case xml.EndElement:
		p.depth--
		p.ended = true
		p.open = p.open[:max(len(p.open)-1, 0)]
	}
	if p.depth > maxDepth {
		return nil, fmt.Errorf("elements nested more than %d deep", maxDepth)
	}
	return t, err
}

// Pass leaves out the rest of the element just begun.
func (p *Parser) Pass() error {
	for depth := 1; depth > 0; {
		t, err := p.Token()
		if err != nil {
			return err
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// Text is the character data of the element just begun, and of those in it.
func (p *Parser) Text() (string, error) {
	var b strings.Builder
	for depth := 1; depth > 0; {
		t, err := p.Token()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			b.Write(t)
		}
	}
	return b.String(), nil
}

// Unpack is the content of a part, counted against the budget of the package.
func (p *Package) Unpack(f *zip.File) (io.ReadCloser, error) {
	rc, err := f.Open()
	if err != nil {
		return nil, err
	}
	return &budgetReader{ReadCloser: rc, spent: &p.unpacked}, nil
}

// budgetReader counts what is unpacked and stops a zip bomb.
type budgetReader struct {
	io.ReadCloser
	spent *int64
}

func (b *budgetReader) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if *b.spent += int64(n); *b.spent > MaxUnpackedBytes {
		return 0, fmt.Errorf("the file unpacks to more than %d MB", MaxUnpackedBytes>>20)
	}
	return n, err
}

// Attr is an attribute by its local name, "" when the element does not have it.
func Attr(e Element, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// charset decodes parts that are not UTF-8.
func charset(label string, r io.Reader) (io.Reader, error) {
	enc, err := htmlindex.Get(label)
	if err != nil {
		return nil, fmt.Errorf("unknown character set %q", label)
	}
	return enc.NewDecoder().Reader(r), nil
}
