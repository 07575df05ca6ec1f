package html

import "strings"

// end takes the end of an element.
func (p *page) end(name string) {
	if name == "style" && p.rules {
		p.rules = false
		return
	}
	if p.skip != nil && !p.skipEnd(name) {
		return
	}
	part, inBox, ok := p.unmake(name)
	if ok {
		name = part
	}
	if !ok && (name == "table" || isTablePart(name)) {
		p.leaveRacks()
	}
	p.endPart(name)
	if n := len(p.made); inBox && n > 0 {
		p.made = p.made[:n-1]
		p.closeRack(true)
	}
}

// endPart ends an element by what it is.
func (p *page) endPart(name string) {
	n := len(p.tables)
	switch name {
	case rackPart, boxOfRack:
		p.closeRack(name == boxOfRack)
		return
	case boxEnd:
		for n > 0 && !p.tables[n-1].box {
			n--
		}
		if n > 0 {
			p.closeTables(n - 1)
		}
		return
	case "table":
		if n > 0 && p.tables[n-1].rack == nil {
			p.closeTables(n - 1)
		}
		return
	case "caption", "td", "th", "tr", "thead", "tbody", "tfoot":
		if n == 0 || p.tables[n-1].rack != nil {
			return
		}
		p.closeCell()
		if t := p.tables[n-1]; name == "tr" || strings.HasPrefix(name, "t") && len(name) == 5 {
			t.row = nil
			t.closed = name != "tr" && len(t.sections) > 0
		}
		return
	}
	if lineBreaks()[name] {
		p.flush()
	}
	p.endLook(name)
	switch name {
	case "pre", "listing", "textarea":
		p.pre = max(p.pre-1, 0)
	case "select":
		if p.choice != nil {
			p.endChoice()
		}
	}
}

// text takes text. Of a style element it is rules.
func (p *page) text(s string) {
	switch {
	case p.rules: // they are known
	case p.skip != nil:
		p.skip.figure = p.skip.figure || holdsFigure(s)
		if p.skip.inText && len(p.skip.text) < maxDrawnText {
			p.skip.text += s
		} else if !p.skip.quiet && p.skip.text == "" {
			p.skip.text = strings.TrimSpace(s)
		}
	case p.choice != nil:
		p.choice.add(s)
	default:
		p.write(s)
	}
}

// endChoice writes the option that is shown.
func (p *page) endChoice() {
	c := p.choice
	p.choice = nil
	p.write(c.text())
}

func (p *page) write(s string) {
	if strings.TrimSpace(s) != "" {
		p.textBox()
		p.stray(s)
	}
	look := p.look()
	if p.notSeen(look.sight, s) {
		return
	}
	if look.struck {
		if c := p.open(); c != nil && strings.TrimSpace(s) != "" {
			c.struck = true
		}
		return
	}
	s = p.open().scripted(s, look)
	if strings.TrimSpace(s) != "" {
		p.line.turn(look.turned())
		if c := p.open(); c != nil && holdsFigure(s) {
			c.pieces.add(look.sight)
		}
	}
	if p.pre == 0 {
		p.line.write(s)
		return
	}
	for i, l := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		if i > 0 {
			p.flush()
			p.line.turn(look.turned())
		}
		p.line.write(l)
	}
}

func isTablePart(name string) bool {
	switch name {
	case "caption", "thead", "tbody", "tfoot", "tr", "td", "th":
		return true
	}
	return false
}
