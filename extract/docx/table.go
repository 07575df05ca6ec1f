package docx

import (
	"fmt"
	"strconv"

	"fuhe/extract/flow"
	"fuhe/extract/ooxml"
)

// table reads the table just begun and lays it out.
func (d *document) table() (*flow.Table, error) {
	if d.depth++; d.depth > maxNesting {
		return nil, fmt.Errorf("tables nested more than %d deep", maxNesting)
	}
	var t layout
	outer := d.canvas
	err := d.children(func(e ooxml.Element) error { return d.tableChild(&t, e) })
	if err != nil {
		return nil, err
	}
	d.depth--
	d.canvas = outer
	return t.table(), nil
}

func (d *document) tableChild(t *layout, e ooxml.Element) error {
	switch {
	case e.Name.Local == "AlternateContent":
		return d.choose(func(e ooxml.Element) error { return d.tableChild(t, e) })
	case !isWord(e):
		return d.Pass()
	}
	switch e.Name.Local {
	case "tblPr":
		return d.children(d.tableProperty)
	case "tblGrid":
		return d.children(func(e ooxml.Element) error {
			if e.Name.Local == "gridCol" && len(t.widths) < maxColumns {
				t.widths = append(t.widths, twips(ooxml.Attr(e, "w")))
			}
			return d.Pass()
		})
	case "tr":
		return d.row(t)
	case "sdt", "sdtContent", "customXml", "ins", "moveTo":
		return d.children(func(e ooxml.Element) error { return d.tableChild(t, e) })
	}
	return d.Pass()
}

// tableProperty takes a property of a table, or of one of its rows: what its cells stand on.
func (d *document) tableProperty(e ooxml.Element) error {
	switch e.Name.Local {
	case "tblStyle":
		if fill := d.styles[styleKey("table", ooxml.Attr(e, "val"))].ground; fill != "" {
			d.canvas.Maybe = fill
		}
	case "shd":
		d.canvas = d.canvas.Under(fillOf(e))
	}
	return d.Pass()
}

// row is a row as the file has it.
type row struct {
	before  int // grid columns left out at its left
	cells   []cell
	dropped bool // deleted
	hidden  bool
}

// cell is a cell as the file has it.
type cell struct {
	span   int
	width  int    // twips, 0 when not stated
	down   string // vMerge: "" none, "restart", "continue"
	across string // hMerge, of older programs
	blocks []flow.Block
	flow.Beside
}

func (d *document) row(t *layout) error {
	if err := d.count(); err != nil {
		return err
	}
	var r row
	outer := d.canvas
	defer func() { d.canvas = outer }()
	var read func(e ooxml.Element) error
	read = func(e ooxml.Element) error {
		switch {
		case e.Name.Local == "AlternateContent":
			return d.choose(read)
		case !isWord(e):
			return d.Pass()
		}
		switch e.Name.Local {
		case "trPr":
			return d.children(func(e ooxml.Element) error {
				switch e.Name.Local {
				case "gridBefore":
					r.before = span(ooxml.Attr(e, "val"), 0)
				case "del":
					r.dropped = true
				case "hidden":
					r.hidden = r.hidden || !isOff(ooxml.Attr(e, "val"))
				case "trHeight":
					r.hidden = r.hidden || ooxml.Attr(e, "hRule") == "exact" && twips(ooxml.Attr(e, "val")) <= leastRowTwips
				}
				return d.Pass()
			})
		case "tblPrEx":
			return d.children(d.tableProperty)
		case "tc":
			c, err := d.cell()
			r.cells = append(r.cells, c)
			return err
		case "sdt", "sdtContent", "customXml", "ins", "moveTo":
			return d.children(read)
		}
		return d.Pass()
	}
	if err := d.children(read); err != nil {
		return err
	}
	if !r.dropped {
		t.rows = append(t.rows, r)
	}
	return nil
}

// count counts rows and cells.
func (d *document) count() error {
	if d.cells++; d.cells > maxCells {
		return fmt.Errorf("more than %d rows and cells", maxCells)
	}
	return nil
}

func (d *document) cell() (cell, error) {
	if err := d.count(); err != nil {
		return cell{}, err
	}
	c := cell{span: 1}
	outer, around, ground := d.here, d.inside, d.canvas
	d.here, d.inside = &c.Beside, &c
	blocks, err := d.blocks(func(ooxml.Element) error { return d.children(c.property(d)) })
	d.here, d.inside, d.canvas = outer, around, ground
	c.Level(blocks)
	c.blocks = blocks
	return c, err
}

// property takes a property of the cell.
func (c *cell) property(d *document) func(e ooxml.Element) error {
	return func(e ooxml.Element) error {
		v := ooxml.Attr(e, "val")
		switch e.Name.Local {
		case "gridSpan":
			c.span = span(v, 1)
		case "tcW":
			if kind := ooxml.Attr(e, "type"); kind == "dxa" || kind == "" {
				c.width = twips(ooxml.Attr(e, "w"))
			}
		case "shd":
			d.canvas = d.canvas.Under(fillOf(e))
		case "vMerge":
			c.down = merge(v)
		case "hMerge":
			c.across = merge(v)
		}
		return d.Pass()
	}
}

// merge reads how a cell takes part in a merged one; without a value it goes on.
func merge(v string) string {
	if v == "restart" {
		return v
	}
	return "continue"
}

// span reads a number of columns; what is none counts as the usual one.
func span(v string, usual int) int {
	n, err := strconv.Atoi(v)
	if err != nil || n < usual || n > maxColumns {
		return usual
	}
	return n
}

// twips reads a width; 0 for what is none.
func twips(v string) int {
	n, err := strconv.ParseFloat(v, 64)
	if err != nil || !(n > 0 && n < 1e6) {
		return 0
	}
	return int(n)
}
