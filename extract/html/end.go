package html

import (
	"strings"
	"unicode"

	"fuhe/extract/grid"
)

// end takes the end of an element.
func (p *page) end(name string) {
	if p.skip != nil && !p.skipEnd(name) {
		return
	}
	n := len(p.tables)
	switch name {
	case "table":
		if n > 0 {
			p.closeTables(n - 1)
		}
		return
	case "caption", "td", "th", "tr", "thead", "tbody", "tfoot":
		if n == 0 {
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
	switch name {
	case "sup", "sub":
		if k := len(p.raised); k > 0 {
			p.raised = p.raised[:k-1]
		}
	case "pre", "listing", "textarea":
		p.pre = max(p.pre-1, 0)
	case "s", "strike", "del":
		p.struck = max(p.struck-1, 0)
	case "select":
		if p.choice != nil {
			p.endChoice()
		}
	case "style":
		p.rules = false
	}
}

// text takes text. Of a style element it is rules.
func (p *page) text(s string) {
	switch {
	case p.skip != nil:
		if !p.skip.quiet && p.skip.text == "" {
			p.skip.text = strings.TrimSpace(s)
		}
	case p.rules:
		p.styles.read(s)
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
	if n := len(p.tables); p.struck > 0 && n > 0 && strings.ContainsFunc(s, unicode.IsDigit) && p.tables[n-1].doubt == "" {
		p.tables[n-1].doubt = "a figure in it is struck out"
	}
	if n := len(p.raised); n > 0 && p.raised[n-1] == "sup" {
		s = grid.Raised(s)
	} else if n > 0 {
		s = grid.Lowered(s)
	}
	if p.pre == 0 {
		p.line.write(s)
		return
	}
	for i, l := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		if i > 0 {
			p.flush()
		}
		p.line.write(l)
	}
}

// skipStart takes the beginning of an element inside one that is left out; true when that has ended before it.
func (p *page) skipStart(name string) bool {
	r := p.skip
	switch {
	case name == "table":
		r.tables++
	case r.tables == 0 && isTablePart(name) && len(p.tables) > 0, r.name == "p" && lineBreaks()[name] && name != "br":
		p.leave()
		return true
	}
	if name == "td" || name == "th" {
		r.cells++
	}
	if name == r.name && !void()[name] {
		r.depth++
	}
	return false
}

// skipEnd takes the end of an element inside one that is left out; true when it ends something around that, too.
func (p *page) skipEnd(name string) bool {
	r := p.skip
	switch {
	case name == r.name:
		if r.depth--; r.depth == 0 {
			p.leave()
		}
	case name == "table" && r.tables > 0:
		r.tables--
	case r.tables == 0 && len(p.tables) > 0 && (name == "table" || isTablePart(name)):
		p.leave()
		return true
	}
	return false
}

func isTablePart(name string) bool {
	switch name {
	case "caption", "thead", "tbody", "tfoot", "tr", "td", "th":
		return true
	}
	return false
}

// leave ends the element that is left out, and says when it held what a reader of the source would miss.
func (p *page) leave() {
	r := p.skip
	p.skip = nil
	if lineBreaks()[r.name] {
		p.flush()
	}
	if r.quiet {
		return
	}
	if r.cells >= hiddenCells {
		p.hiddenTables++
	}
	if n := len(p.tables); n > 0 && r.text != "" {
		t := p.tables[n-1]
		if len(t.notes) < maxNotes {
			t.notes = append(t.notes, "hidden text of the table is not read: "+short(r.text))
		}
	}
}
