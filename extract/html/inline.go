package html

import "slices"

// inline is an open element of a cell, or of the page outside of tables, with the look of text in it.
type inline struct {
	name      string
	keys      []string // as rules name them
	hash      uint64   // of those, and of what stands around it
	own, look look     // its own, and with those around it
}

// carried are the elements that go on in the next paragraph when one ends in which they are left open.
var carried = set(`a b big code em font i nobr s small strike strong tt u`)

// with is the look of an element inside another: struck out where any around it is, raised as the innermost says that sets it.
func (l look) with(in look) look {
	l.sight = l.sight.with(in.sight)
	l.struck = l.struck || in.struck
	if in.raised || in.lowered {
		l.raised, l.lowered = in.raised, in.lowered
	}
	return l
}

// look is how text looks now.
func (p *page) look() look {
	if n := len(p.inline); n > 0 {
		return p.inline[n-1].look
	}
	l := look{sight: p.sight()}
	if c := p.open(); c != nil {
		l.struck = c.shown.struck
	}
	return l
}

// startLook opens an element.
func (p *page) startLook(name string, own look, keys []string) {
	p.line.blank = p.line.blank || own.apart
	if len(p.inline) == maxInline {
		p.deeper++
		return
	}
	p.inline = append(p.inline, inline{name, keys, p.hashed(keys), own, p.look().with(own)})
}

// endLook closes an element, and those left open inside it, of which some go on behind it.
func (p *page) endLook(name string) {
	if p.deeper > 0 {
		p.deeper--
		return
	}
	if inner := p.within(name); inner >= 0 {
		p.close(inner, !lineBreaks()[name])
	}
}

// close closes the element that goes before a place, and what is open inside it; blocks inside it go on when it is none.
func (p *page) close(inner int, blocks bool) {
	for _, in := range p.inline[inner-1:] {
		p.line.blank = p.line.blank || in.own.apart
	}
	left := slices.Clone(p.inline[inner:])
	p.inline = p.inline[:inner-1]
	again := map[string]int{}
	for _, in := range left {
		block := blocks && lineBreaks()[in.name]
		if again[in.name]++; block || carried()[in.name] && again[in.name] <= mostCarried {
			p.startLook(in.name, in.own, in.keys)
		}
	}
}

// within is the place behind an open element that a tag closes, -1 when it closes none: one that stands around a block is
// closed by the end of that, unless it is one that goes on in blocks.
func (p *page) within(name string) int {
	for i := len(p.inline) - 1; i >= 0; i-- {
		switch in := p.inline[i].name; {
		case in == name:
			return i + 1
		case lineBreaks()[in] && !lineBreaks()[name] && !carried()[name], name == "li" && (in == "ul" || in == "ol"):
			return -1
		}
	}
	return -1
}

// endImplied closes what an element ends that is left open: a block ends a paragraph, an item the one before it.
func (p *page) endImplied(name string) {
	switch {
	case !lineBreaks()[name] || name == "br" || name == "option" || name == "optgroup" || name == "legend":
		return
	case name == "li" || name == "dt" || name == "dd":
		p.endItem(name)
	}
	p.endBlock("p")
}

// endBlock closes a block that is open.
func (p *page) endBlock(name string) {
	if inner := p.within(name); inner >= 0 {
		p.close(inner, false)
	}
}

// endItem closes the item of the innermost list.
func (p *page) endItem(name string) {
	for i := len(p.inline) - 1; i >= 0; i-- {
		switch in := p.inline[i].name; {
		case sameItem(in, name):
			p.endBlock(in)
			return
		case lineBreaks()[in] && in != "p" && in != "div" && in != "address":
			return
		}
	}
}

// sameItem reports whether an item ends where another begins.
func sameItem(a, b string) bool {
	return a == b || (a == "dt" || a == "dd") && (b == "dt" || b == "dd")
}
