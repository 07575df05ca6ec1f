package html

// Parts of tables that are other elements by name and tables by their style: <div style="display: table-cell">.

// made is an open element of that kind.
type made struct {
	name  string // of the element
	part  string // of the table it is: "table", "tr", "td"
	depth int    // elements of that name open inside it
	inBox bool   // the element is a box in a rack, too, which ends with it
}

// madeParts are the parts of a table by the display that makes an element one.
var madeParts = map[string]string{"table": "table", "inline-table": "table", "table-row": "tr", "table-cell": "td", "table-row-group": "tbody",
	"table-header-group": "thead", "table-footer-group": "tfoot", "table-caption": "caption"}

// make opens an element that is a part of a table by its style, "" for one that is none.
func (p *page) make(name string, s shown) string {
	part := madeParts[s.display]
	if part == "" && p.racksOpen() < maxRacks && name != "body" && name != "html" && s.rackOf(name) != nil {
		part = rackPart
	}
	if p.draws(s) {
		return ""
	}
	p.endParagraph(name)
	inBox := p.openBox(name, s)
	if n := len(p.made); n > 0 && !inBox && p.made[n-1].name == name && (part == "" || name == "table" || isTablePart(name)) {
		p.made[n-1].depth++
	}
	if part == "" || isTablePart(name) || name == "table" || len(p.made) >= maxMade {
		return ""
	}
	p.made = append(p.made, made{name: name, part: part, inBox: inBox})
	return part
}

// racksOpen is the number of open racks.
func (p *page) racksOpen() int {
	n := 0
	for _, t := range p.tables {
		if t.rack != nil {
			n++
		}
	}
	return n
}

// Parts that end racks, and boxes in them.
const (
	rackPart  = "rack"
	boxOfRack = "rack-box"
)

// endParagraph ends a box that is a paragraph left open, as a block behind it does.
func (p *page) endParagraph(name string) {
	n := len(p.made)
	if n > 0 && p.made[n-1].part == boxOfRack && p.made[n-1].name == "p" && lineBreaks()[name] {
		p.made = p.made[:n-1]
		p.closeRack(true)
	}
}

// unmake closes an element, and says which part of a table ends with it, and whether a box of a rack does, too.
func (p *page) unmake(name string) (part string, inBox, ok bool) {
	n := len(p.made)
	if n > 1 && p.made[n-1].part == boxOfRack && p.made[n-1].name == "p" && name != "p" && p.made[n-2].name == name {
		p.endParagraph("p") // left open
		n--
	}
	if n == 0 || p.made[n-1].name != name {
		return "", false, false
	}
	if p.made[n-1].depth > 0 {
		p.made[n-1].depth--
		return "", false, false
	}
	part, inBox = p.made[n-1].part, p.made[n-1].inBox
	p.made = p.made[:n-1]
	return part, inBox, true
}
