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
	center form fieldset legend figure figcaption details summary menu dir optgroup option`)

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
	if t.Data == "style" && (p.skip == nil || !p.skip.quiet) {
		p.rules, p.media = true, holds(attribute(t, "media"))
		return nil
	}
	if p.skip != nil && !p.skipStart(t.Data) {
		return nil
	}
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
		if name == "table" && err == nil {
			p.tables[len(p.tables)-1].made = byStyle
		}
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
	if leftOut()[name] || s.none || s.blank {
		p.framed = p.framed || name == "iframe"
		p.skip = &region{name: name, depth: 1, quiet: leftOut()[name], drawing: name == "svg" && !s.none && !s.blank}
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
	p.instead(t)
}

// partOf is the name of an element, or of the part of a table that its style makes it.
func (p *page) partOf(t html.Token, s shown) string {
	if c := p.open(); c != nil && s.adds && c.doubt == nil && !isTablePart(t.Data) {
		c.doubt = fuhe.DoubtStyled
	}
	if s.mayRack || s.box.absolute || s.setting.floats {
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
	case "link":
		p.linked = p.linked || strings.Contains(strings.ToLower(attribute(t, "rel")), "stylesheet")
	case "input":
		if !s.none && !s.blank {
			p.line.write(inputText(t))
		}
	}
}

// startInline takes elements that change how text is read.
func (p *page) startInline(t html.Token, s shown) {
	if t.Data == "html" || t.Data == "body" {
		p.canvas = p.canvas.with(s.sight)
	} else {
		p.startLook(t.Data, s.look)
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

// startWhole opens a table.
func (p *page) startWhole(s shown) error {
	n := len(p.tables)
	if n > 0 && p.tables[n-1].rack == nil && p.tables[n-1].cell == nil && !p.tables[n-1].caption {
		p.closeTables(n - 1) // a table between cells ends the one it stands in
	}
	if n-p.racksOpen() >= maxNesting {
		return fmt.Errorf("tables nested more than %d deep", maxNesting)
	}
	in, around := p.look().sight.with(s.sight), p.inline
	p.settle()
	p.tables = append(p.tables, &table{around: p.blocksHere(), hidden: s.none || s.blank, sight: in, inline: around})
	return nil
}

// startTable takes the parts of tables. What the page leaves open is closed.
func (p *page) startTable(t html.Token, s shown, byStyle bool) error {
	p.flush()
	if t.Data == "table" {
		return p.startWhole(s)
	}
	if !byStyle {
		p.leaveRacks()
	}
	n := len(p.tables)
	if n == 0 || p.tables[n-1].rack != nil {
		return nil // browsers pass over parts of tables outside one
	}
	open := p.tables[n-1]
	p.closeCell()
	switch t.Data {
	case "caption":
		open.caption = true
	case "thead", "tbody", "tfoot":
		open.row = nil
		open.openSection(t.Data, s)
	}
	if p.cells++; p.cells > maxCells {
		return fmt.Errorf("more than %d rows and cells", maxCells)
	}
	switch t.Data {
	case "tr":
		return open.openRow(s)
	case "td", "th":
		if err := open.openCell(s, spanOf(t, "rowspan", 0, maxRows), spanOf(t, "colspan", 1, maxColumns)); err != nil {
			return err
		}
		if open.cell.number = attribute(t, "x:num"); s.adds {
			open.cell.doubt = fuhe.DoubtStyled
		}
		open.cell.shown.struck = s.struck || open.row.shown.struck
	}
	return nil
}

// spanOf reads a span as browsers do: the digits it begins with, 1 when there are none.
func spanOf(t html.Token, name string, least, most int) int {
	for _, a := range t.Attr {
		if a.Key != name {
			continue
		}
		n, digits := 0, 0
		for _, r := range strings.TrimSpace(a.Val) {
			if r < '0' || r > '9' {
				break
			}
			n = min(n*10+int(r-'0'), most)
			digits++
		}
		if digits == 0 || n < least {
			return 1
		}
		return n
	}
	return 1
}

// settle ends what does not go over the border of a cell.
func (p *page) settle() {
	if p.choice != nil {
		p.endChoice()
	}
	p.flush()
	p.inline, p.pre = nil, 0
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
		out := t.laidOut()
		p.tooWide = p.tooWide || t.tooWide
		if t.hidden {
			if len(out.Cells) >= hiddenCells {
				p.hiddenTables++
			}
			continue
		}
		if t.unseen() >= hiddenCells {
			p.hiddenTables++
		}
		if len(out.Cells) > 0 {
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
