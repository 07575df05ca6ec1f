package html

// Parts of tables that are other elements by name and tables by their style: <div style="display: table-cell">.

// made is an open element of that kind.
type made struct {
	name  string // of the element
	part  string // of the table it is: "table", "tr", "td"
	depth int    // elements of that name open inside it
}

// madeParts are the parts of a table by the display that makes an element one.
var madeParts = map[string]string{"table": "table", "inline-table": "table", "table-row": "tr", "table-cell": "td", "table-row-group": "tbody",
	"table-header-group": "thead", "table-footer-group": "tfoot", "table-caption": "caption"}

// make opens an element that is a part of a table by its style, "" for one that is none.
func (p *page) make(name string, s shown) string {
	part := madeParts[s.display]
	if n := len(p.made); n > 0 && p.made[n-1].name == name && part == "" {
		p.made[n-1].depth++
	}
	if part == "" || isTablePart(name) || name == "table" || len(p.made) >= maxMade {
		return ""
	}
	p.made = append(p.made, made{name: name, part: part})
	return part
}

// unmake closes an element, and says which part of a table ends with it.
func (p *page) unmake(name string) (string, bool) {
	n := len(p.made)
	if n == 0 || p.made[n-1].name != name {
		return "", false
	}
	if p.made[n-1].depth > 0 {
		p.made[n-1].depth--
		return "", false
	}
	part := p.made[n-1].part
	p.made = p.made[:n-1]
	return part, true
}
