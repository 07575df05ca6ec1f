// Package html reads a web page, or what a spreadsheet or word processor saves as one, into grids: every table as laid out,
// tables inside cells too, and rows of boxes that its style sets side by side, with the lines of text around them. The text is
// what a reader of the page sees: what the page itself hides is left out, and said when it stands in a table. Style sheets and
// scripts in other files are not looked at, frames and pictures not read, scripts not run. It finds no forms and writes nothing.
package html

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"fuhe"
	"fuhe/extract/flow"
	"fuhe/extract/grid"
)

// Read reads a page.
func Read(r io.ReaderAt, size int64) (grid.Book, error) {
	if size > maxBytes {
		return grid.Book{}, fmt.Errorf("the page has %d MB, more than the %d MB fuhe reads", size>>20, maxBytes>>20)
	}
	raw := make([]byte, size)
	if n, err := r.ReadAt(raw, 0); err != nil && (err != io.EOF || int64(n) < size) {
		return grid.Book{}, err
	}
	source, err := decode(raw)
	if err != nil {
		return grid.Book{}, err
	}
	text, err := io.ReadAll(source)
	if err != nil {
		return grid.Book{}, err
	}
	p := page{tokens: html.NewTokenizer(bytes.NewReader(text)), blocks: &[]flow.Block{}, script: scriptsOf(text), seen: map[string]bool{"html": true, "body": true, "tbody": true, "tr": true}, excel: isSheet(text),
		looks: map[string]shown{}, known: map[string]string{}, root: []string{"*", "html"}, body: []string{"*", "body"}}
	p.styles.anyCase = !isStandard(text)
	p.readStyles(text)
	if err := p.read(); err != nil {
		return grid.Book{}, err
	}
	b := flow.Book(*p.blocks)
	if p.frames || p.framed && len(b.Grids) == 0 {
		b.Unread = append(b.Unread, fuhe.Unread{Reason: "the page shows other pages in frames, which are not read — save those"})
	}
	if p.tooWide {
		b.Unread = append(b.Unread, fuhe.Unread{Reason: fmt.Sprintf("what stands beyond %d columns of a table is not read", maxColumns)})
	}
	if p.hiddenTables > 0 {
		b.Unread = append(b.Unread, fuhe.Unread{Reason: "tables that the page hides are not read"})
	}
	if p.styles.cut {
		b.Unread = append(b.Unread, fuhe.Unread{Reason: "the page has more rules of style than are looked at: what they hide is read as shown"})
	}
	if p.beside >= besideBoxes && p.strays >= besideBoxes {
		b.Unread = append(b.Unread, fuhe.Unread{Reason: "boxes that the page puts side by side hold figures and are not read as a table — save the page as PDF or copy the table into a workbook"})
	}
	return b, nil
}

// page is a page being read, token by token: the rules of HTML for tables that are left open or nested, without the tree
// that browsers build, whose size a hostile page can choose.
type page struct {
	tokens     *html.Tokenizer
	blocks     *[]flow.Block         // of the page outside any table
	tables     []*table              // open ones, the outermost first
	line       line                  // being read
	inline     []inline              // open elements that set text in a look of their own, and those inside them
	deeper     int                   // elements open inside the deepest of those
	pre        int                   // elements that keep line ends
	made       []made                // open elements that are parts of tables by their style
	racks      map[*flow.Table]*rack // rows of boxes side by side, which may be parts of tables
	boxes      []placed              // boxes put at places of their own
	excel      bool                  // a spreadsheet saved as a page: its number formats count
	script     string                // what the page's scripts say, as far as it is looked at
	skip       *region               // an element whose content is left out
	choice     *choice               // an open list of options
	styles     styleSheet
	seen       map[string]bool   // names, classes and ids of elements on the page so far
	canvas     sight             // what the page says of all its text
	root, body []string          // keys of the elements around all others
	path       [][]string        // keys of the elements around the next one, the outermost first
	tried      int               // rules looked at, and elements compared with selectors
	looks      map[string]shown  // of elements, by what tells them apart
	known      map[string]string // values with those of variables in their places
	signature  []byte
	linked     bool // it has style sheets in other files
	rules      bool // in an element that holds rules

	frames, framed bool
	hiddenTables   int
	beside, strays int  // elements that may stand beside others, figures outside of tables
	tooWide        bool // a table is
	cells, lines   int
}

func (p *page) read() error {
	for {
		switch kind := p.tokens.Next(); kind {
		case html.ErrorToken:
			if err := p.tokens.Err(); !errors.Is(err, io.EOF) {
				return err
			}
			if p.skip != nil {
				p.leave()
			}
			p.closeTables(0)
			p.settle()
			*p.blocks = p.racked(*p.blocks)
			p.layBoxes()
			if p.lines > maxLines {
				return fmt.Errorf("more than %d lines of text", maxLines)
			}
			return nil
		case html.TextToken:
			p.text(p.tokens.Token().Data)
		case html.StartTagToken, html.SelfClosingTagToken:
			tag, err := p.tag(kind)
			if err == nil {
				err = p.start(tag)
			}
			if err != nil {
				return err
			}
		case html.EndTagToken:
			name, _ := p.tokens.TagName()
			p.end(string(name))
		}
	}
}

// tag is the start of an element, with a number of attributes that somebody may have written.
func (p *page) tag(kind html.TokenType) (html.Token, error) {
	name, more := p.tokens.TagName()
	tag := html.Token{Type: kind, DataAtom: atom.Lookup(name), Data: string(name)}
	for more {
		if len(tag.Attr) == maxAttributes {
			return tag, fmt.Errorf("an element of more than %d attributes", maxAttributes)
		}
		var key, value []byte
		key, value, more = p.tokens.TagAttr()
		tag.Attr = append(tag.Attr, html.Attribute{Key: string(key), Val: string(value)})
	}
	return tag, nil
}

// blocksHere is where lines and tables go now: an open cell, or what is around the open table.
func (p *page) blocksHere() *[]flow.Block {
	if n := len(p.tables); n > 0 {
		return p.tables[n-1].blocksHere()
	}
	return p.blocks
}

// flush ends the line.
func (p *page) flush() {
	if s := p.line.take(); s != "" {
		if p.lines++; p.lines > maxLines {
			return // said by read
		}
		to := p.blocksHere()
		*to = append(*to, flow.Block{Text: s})
	}
}
