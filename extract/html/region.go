package html

import "fuhe"

// region is an element whose content is left out.
type region struct {
	name   string
	inner  []string       // elements open inside
	open   map[string]int // how many of each name
	tables int            // tables open inside
	quiet  bool           // nothing a reader misses: scripts, navigation
	maybe  bool           // rules of which it is not known whether they hold may show it
	text   string         // its beginning
	figure bool           // there is one in it
	cells  int            // of tables inside

	drawing bool // an SVG, whose text is read when it is one piece
	pieces  int  // of text in it
	inText  bool
}

// skipStart takes the beginning of an element inside one that is left out; true when that has ended before it.
func (p *page) skipStart(name string, closed bool) bool {
	r := p.skip
	switch {
	case name == "table":
		r.tables++
	case r.tables == 0 && isTablePart(name) && len(p.tables) > 0, r.endsBefore(name):
		p.leave()
		return true
	}
	if name == "td" || name == "th" {
		r.cells++
	}
	if r.drawing && name == "text" {
		r.pieces++
		r.inText = true
	}
	if !void()[name] && !closed && name != "table" && !isTablePart(name) && len(r.inner) < maxInside {
		r.inner = append(r.inner, name)
		r.open[name]++
	}
	return false
}

// endsBefore reports whether a region that is a paragraph or an item ends where an element begins.
func (r *region) endsBefore(name string) bool {
	switch r.name {
	case "p":
		return lineBreaks()[name] && name != "br" && name != "option" && name != "optgroup" && name != "legend"
	case "li", "dt", "dd":
		return sameItem(r.name, name) && r.open["ul"]+r.open["ol"]+r.open["dl"]+r.open["menu"]+r.open["dir"] == 0
	}
	return false
}

// skipEnd takes the end of an element inside one that is left out; true when it ends something around that, too.
func (p *page) skipEnd(name string) bool {
	r := p.skip
	switch {
	case r.open[name] > 0:
		r.close(name)
	case name == r.name && (name != "li" || r.open["ul"]+r.open["ol"] == 0):
		p.leave()
	case name == "table" && r.tables > 0:
		r.tables--
	case r.tables == 0 && len(p.tables) > 0 && (name == "table" || isTablePart(name)), r.tables == 0 && lineBreaks()[name] && p.within(name) >= 0:
		p.leave()
		return true
	}
	if r.drawing && name == "text" {
		r.inText = false
	}
	return false
}

// close closes an element inside, with those left open in it.
func (r *region) close(name string) {
	for n := len(r.inner) - 1; n >= 0; n-- {
		last := r.inner[n]
		r.inner = r.inner[:n]
		if r.open[last]--; last == name {
			return
		}
	}
}

// leave ends the element that is left out, and says when it held what a reader of the source would miss.
func (p *page) leave() {
	r := p.skip
	p.skip = nil
	if lineBreaks()[r.name] {
		p.flush()
	}
	if r.drawing && r.pieces == 1 {
		p.write(r.text)
	}
	if r.quiet {
		return
	}
	if r.cells >= hiddenCells || r.cells > 0 && r.maybe && r.figure {
		p.hiddenTables++
	}
	if n := len(p.tables); n > 0 && r.text != "" {
		p.tables[n-1].leftOut(r)
	}
}

// leftOut notes what was left out of the open cell of a table.
func (t *table) leftOut(r *region) {
	if t.cell != nil && r.figure {
		t.cell.lost = true
		if r.maybe && t.cell.doubt == nil {
			t.cell.doubt = fuhe.DoubtStyled
		}
	}
	if len(t.notes) < maxNotes {
		t.notes = append(t.notes, "hidden text of the table is not read: "+short(r.text))
	}
}
