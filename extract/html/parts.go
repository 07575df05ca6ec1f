package html

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"fuhe"
)

// Tables and their parts, as they begin.

// endBefore ends what an element ends that is left open, and begins the parts of a table around it that are left out.
func (p *page) endBefore(name string) {
	if !isTablePart(name) {
		p.endImplied(name)
		return
	}
	p.flush()
	p.leaveRacks()
	n := len(p.tables)
	if n == 0 || p.tables[n-1].rack != nil || p.tables[n-1].box {
		return
	}
	t := p.tables[n-1]
	if p.closeCell(); name != "td" && name != "th" {
		t.row = nil
	}
	if name == "tr" && (len(t.sections) == 0 || t.closed) || (name == "td" || name == "th") && t.row == nil && len(t.sections) == 0 {
		t.openSection("tbody", t.implied("tbody"))
	}
}

// startWhole opens a table.
func (p *page) startWhole(s shown, byStyle bool) error {
	n := len(p.tables)
	if n > 0 && p.tables[n-1].rack == nil && p.tables[n-1].cell == nil && !p.tables[n-1].caption {
		p.closeTables(n - 1) // a table between cells ends the one it stands in
	}
	if n-p.racksOpen() >= maxNesting {
		return fmt.Errorf("tables nested more than %d deep", maxNesting)
	}
	in, around := p.look().sight.with(s.sight), p.inline
	p.settle()
	p.tables = append(p.tables, &table{around: p.blocksHere(), hidden: s.none, sight: in, inline: around, keys: s.keys, hash: s.hash, made: byStyle})
	return nil
}

// startTable takes the parts of tables. What the page leaves open is closed.
func (p *page) startTable(t html.Token, s shown, byStyle bool) error {
	p.flush()
	if t.Data == "table" {
		return p.startWhole(s, byStyle)
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
