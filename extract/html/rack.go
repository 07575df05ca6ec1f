package html

import (
	"slices"
	"strings"

	"fuhe"
)

// Boxes that a page sets side by side: the parts of elements whose style is display: flex or grid. Rows of as many boxes
// each that follow one another are a table to whoever looks at the page.

// rack is an open element of that kind, or what became of it.
type rack struct {
	name      string // of the element
	columns   int    // of a grid, 0 for a row of boxes
	shape     string // how wide its columns are, as the style says
	reversed  bool
	wraps     bool // what does not fit into a row goes on in the next one
	unsure    bool // it does not say where each box stands
	anonymous bool // the open box is text without an element of its own
	widths    []string
}

// setting is what styles say of boxes side by side.
type setting struct {
	direction, template, flow string
	width, order              string
	column, row, area         string
	wraps                     bool
}

func (b *setting) declare(name, value string) {
	switch name {
	case "flex-direction":
		b.direction = value
	case "flex-wrap":
		b.wraps = value == "wrap"
	case "flex-flow":
		b.direction, b.wraps = value, strings.Contains(value+" ", "wrap ") && !strings.Contains(value, "nowrap")
	case "grid-template-columns":
		b.template = value
	case "grid-template", "grid":
		_, b.template, _ = strings.Cut(value, "/")
		b.template = strings.TrimSpace(b.template)
	case "grid-auto-flow":
		b.flow = value
	case "flex", "flex-basis", "flex-grow", "width":
		b.width = name + " " + value
	case "order":
		b.order = value
	case "grid-column":
		b.column = value
	case "grid-column-start":
		b.column = value + "/" + behind(b.column)
	case "grid-column-end":
		b.column = before(b.column) + "/" + value
	case "grid-row":
		b.row = value
	case "grid-row-start":
		b.row = value + "/" + behind(b.row)
	case "grid-row-end":
		b.row = before(b.row) + "/" + value
	case "grid-area":
		b.area = value
	}
}

func before(stretch string) string { first, _, _ := strings.Cut(stretch, "/"); return first }

func behind(stretch string) string { _, second, _ := strings.Cut(stretch, "/"); return second }

// rackOf is the rack that an element is by its style; nil for none.
func (s *shown) rackOf(name string) *rack {
	switch s.display {
	case "flex", "inline-flex", "-webkit-flex", "-webkit-box", "-ms-flexbox":
		if strings.Contains(s.setting.direction, "column") {
			return nil
		}
		return &rack{name: name, reversed: strings.Contains(s.setting.direction, "reverse"), wraps: s.setting.wraps}
	case "grid", "inline-grid":
		if s.setting.template == "" || s.setting.template == "none" {
			return nil
		}
		n := tracks(s.setting.template)
		return &rack{name: name, columns: n, shape: s.setting.template, unsure: n == 0 || s.setting.flow != "" && s.setting.flow != "row"}
	}
	return nil
}

// rackHere is the innermost open element when it is a rack whose boxes are next.
func (p *page) rackHere() *table {
	if n := len(p.tables); n > 0 && p.tables[n-1].rack != nil {
		if t := p.tables[n-1]; t.cell == nil || t.rack.anonymous {
			return t
		}
	}
	return nil
}

// openBox opens a box for an element in a rack, and says whether it is one.
func (p *page) openBox(name string, s shown) bool {
	t := p.rackHere()
	if t == nil || s.display == "contents" {
		return false
	}
	if s.box.absolute {
		t.rack.unsure = true
		return false
	}
	t.rack.unsure = t.rack.unsure || s.setting.order != "" && s.setting.order != "0" || len(p.made) >= maxMade
	p.addBox(t, s)
	p.made = append(p.made, made{name: name, part: boxOfRack})
	return true
}

// addBox opens a box.
func (p *page) addBox(t *table, s shown) {
	p.closeCell()
	p.cells++
	s.struck = s.struck || t.struck
	t.cell = &cell{shown: s, rowspan: 1, colspan: 1}
	if s.adds {
		t.cell.doubt = fuhe.DoubtStyled
	}
	t.row.cells = append(t.row.cells, t.cell)
	t.rack.anonymous = false
}

// textBox opens a box for what stands in a rack without an element of its own.
func (p *page) textBox() {
	if t := p.rackHere(); t != nil && t.cell == nil {
		p.addBox(t, shown{})
		t.rack.anonymous = true
	}
}

// startRack opens a rack.
func (p *page) startRack(r *rack, s shown) {
	l := p.look()
	around := p.inline
	p.settle()
	t := &table{around: p.blocksHere(), sight: l.sight.with(s.sight), inline: around, rack: r, keys: s.keys, hash: s.hash, struck: l.struck || s.struck, row: &row{}}
	t.openSection("tbody", shown{})
	t.sections[0].rows = []*row{t.row}
	p.tables = append(p.tables, t)
}

// closeRack closes the innermost rack, with what is open in it, and its last box alone when the rack goes on.
func (p *page) closeRack(goesOn bool) {
	n := len(p.tables)
	for n > 0 && p.tables[n-1].rack == nil {
		n--
	}
	if n == 0 {
		return
	}
	if !goesOn {
		p.closeTables(n - 1)
		return
	}
	p.closeTables(n)
	p.closeCell()
}

// leaveRacks closes the racks that a cell or a table leaves open which ends.
func (p *page) leaveRacks() {
	n := len(p.tables)
	for n > 0 && p.tables[n-1].rack != nil {
		n--
	}
	if n == 0 {
		return // they are in no table
	}
	for open := len(p.tables) - n; open > 0 && len(p.made) > 0; {
		last := p.made[len(p.made)-1]
		p.made = p.made[:len(p.made)-1]
		if last.part == rackPart {
			open--
		}
	}
	p.closeTables(n)
}

// stray counts a figure that stands in no table and no rack.
func (p *page) stray(text string) {
	if p.beside == 0 || slices.ContainsFunc(p.tables, func(t *table) bool { return !t.box }) {
		return
	}
	if _, ok := fuhe.ParseNumber(strings.TrimSpace(text)); ok {
		p.strays++
	}
}
