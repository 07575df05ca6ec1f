package html

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"fuhe"
	"fuhe/extract/flow"
)

// lineBreaks are the elements that stand on lines of their own.
var lineBreaks = set(`p div br hr h1 h2 h3 h4 h5 h6 li ul ol dl dt dd section article header footer main aside pre listing blockquote address
	center dialog search hgroup form fieldset legend figure figcaption details summary menu dir optgroup option`)

// leftOut are the elements that show no text of the page.
var leftOut = set(`script noscript template nav title xml svg math object applet audio video canvas map iframe noframes noembed rt rp datalist button progress meter`)

// foreign are elements of other languages, which end with themselves when they say so.
var foreign = set(`svg math xml`)

// void are the elements that have no content and no end.
var void = set(`br hr img input meta link col area base embed source track wbr param frame`)

// set is made when first asked for: most runs read no page.
func set(names string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		out := map[string]bool{}
		for _, n := range strings.Fields(names) {
			out[n] = true
		}
		return out
	})
}

// start takes the beginning of an element.
func (p *page) start(t html.Token) error {
	if t.Data == "style" {
		p.rules = true
		return nil
	}
	if p.skip != nil && !p.skipStart(t.Data, t.Type == html.SelfClosingTagToken && foreign()[p.skip.name]) {
		return nil
	}
	p.endBefore(t.Data)
	s := p.shownOf(t)
	name := p.partOf(t, s)
	if p.cells > maxCells {
		return fmt.Errorf("more than %d rows and cells", maxCells)
	}
	switch name {
	case rackPart:
		p.flush()
		p.startRack(s.rackOf(t.Data), s)
		return nil
	case "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th":
		byStyle := name != t.Data
		t.Data = name
		err := p.startTable(t, s, byStyle)
		p.instead(t)
		return err
	}
	if lineBreaks()[name] {
		p.flush()
	}
	if p.draws(s) {
		p.startBox(name, s)
		return nil
	}
	p.startSeen(t, s)
	if void()[name] || t.Type == html.SelfClosingTagToken && foreign()[name] {
		p.startVoid(t, s)
		return nil
	}
	if leftOut()[name] || s.none {
		p.framed = p.framed || name == "iframe"
		p.skip = &region{name: name, open: map[string]int{}, quiet: leftOut()[name], maybe: p.look().sight.with(s.sight).maybe, drawing: name == "svg" && !s.none}
		return nil
	}
	p.startInline(t, s)
	return nil
}

// startSeen takes what an element shows in place of text.
func (p *page) startSeen(t html.Token, s shown) {
	switch t.Data {
	case "img", "input", "embed":
		if !s.none {
			p.textBox()
		}
	}
	if !s.none {
		p.instead(t)
	}
}

// partOf is the name of an element, or of the part of a table that its style makes it.
func (p *page) partOf(t html.Token, s shown) string {
	if c := p.open(); c != nil && s.adds && c.doubt == nil && !isTablePart(t.Data) {
		c.doubt = fuhe.DoubtStyled
	}
	if s.mayRack || s.box.absolute || s.floats {
		p.beside++
	}
	if !void()[t.Data] && !leftOut()[t.Data] && !s.none {
		if part := p.make(t.Data, s); part != "" {
			return part
		}
	}
	return t.Data
}

func (p *page) startVoid(t html.Token, s shown) {
	switch t.Data {
	case "frame":
		p.frames = true
	case "col":
		p.startColumn(t, s)
	case "link":
		p.linked = p.linked || strings.Contains(strings.ToLower(attribute(t, "rel")), "stylesheet")
	case "input":
		if !s.none {
			p.startLook(t.Data, s.look, s.keys)
			p.write(inputText(t))
			p.endLook(t.Data)
		}
	}
}

// startInline takes elements that change how text is read.
func (p *page) startInline(t html.Token, s shown) {
	if t.Data == "html" || t.Data == "body" {
		p.canvas = p.canvas.with(s.sight)
		if t.Data == "body" {
			p.body = s.keys
		} else {
			p.root = s.keys
		}
	} else {
		p.startLook(t.Data, s.look, s.keys)
	}
	switch t.Data {
	case "pre", "listing", "textarea":
		p.pre++
	case "select":
		p.choice = &choice{}
	case "option":
		if p.choice != nil {
			p.choice.next(t)
		}
	}
}

// settle ends what does not go over the border of a cell.
func (p *page) settle() {
	if p.choice != nil {
		p.endChoice()
	}
	p.flush()
	p.inline, p.deeper, p.pre = nil, 0, 0
}

// closeCell ends the open cell or caption of the innermost table.
func (p *page) closeCell() {
	p.settle()
	t := p.tables[len(p.tables)-1]
	if p.excel && t.cell != nil {
		t.cell.format()
	}
	if t.cell != nil && t.rack == nil {
		t.cell.blocks = p.racked(t.cell.blocks)
	}
	if t.cell != nil {
		t.cell.keys = nil
		t.cell.beside.Level(t.cell.blocks)
		t.cell.assemble()
	}
	t.cell, t.caption = nil, false
}

// closeTables ends tables until so many are left open.
func (p *page) closeTables(left int) {
	for len(p.tables) > left {
		p.closeCell()
		t := p.tables[len(p.tables)-1]
		p.tables, p.inline = p.tables[:len(p.tables)-1], t.inline
		if t.box {
			continue
		}
		if t.rack != nil {
			p.shelve(t)
			continue
		}
		unseen, shut := t.unseen(), t.shut()
		out := t.laidOut()
		p.tooWide = p.tooWide || t.tooWide
		if t.hidden {
			if len(out.Cells) >= hiddenCells {
				p.hiddenTables++
			}
			continue
		}
		if len(out.Cells) == 0 && shut >= hiddenCells || unseen >= hiddenCells || unseen > 0 && t.sight.maybe {
			p.hiddenTables++
		}
		if len(out.Cells) > 0 && (unseen == 0 || slices.ContainsFunc(out.Cells, func(c flow.Cell) bool { return len(c.Blocks) > 0 || c.Instead != nil })) {
			*t.around = append(*t.around, flow.Block{Table: out})
		}
	}
}

// has reports whether an element has an attribute.
func has(t html.Token, name string) bool {
	return slices.ContainsFunc(t.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// attribute is an attribute of an element, "" when it has none.
func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
