package odf

import (
	"strings"

	"fuhe/extract/flow"
	"fuhe/extract/ooxml"
)

// content reads the paragraphs and tables of the element just begun.
func (d *document) content() ([]flow.Block, error) {
	var out []flow.Block
	var read func(e ooxml.Element) error
	read = func(e ooxml.Element) error {
		switch e.Name.Local {
		case "p", "h":
			p, err := d.paragraph(e)
			if err != nil {
				return err
			}
			for _, l := range p.lines() {
				out = append(out, flow.Block{Text: strings.TrimSpace(l)})
			}
			out = append(out, p.boxes...)
			return nil
		case "table":
			t, err := d.table()
			if err == nil && len(t.Cells) > 0 {
				out = append(out, flow.Block{Table: t})
			}
			return err
		case "section", "index-body", "list", "list-item", "list-header", "numbered-paragraph", "text-box",
			"table-of-content", "alphabetical-index", "user-index", "illustration-index", "table-index", "object-index", "bibliography":
			if ooxml.Attr(e, "display") == "none" {
				return d.Pass()
			}
			if err := d.nest(); err != nil {
				return err
			}
			err := d.children(read)
			d.depth--
			return err
		case "frame", "g", "custom-shape", "rect":
			p := &paragraph{d: d}
			err := p.drawing(e, true)
			out = append(out, p.boxes...)
			return err
		}
		return d.Pass() // deletions, declarations, forms
	}
	err := d.children(read)
	return out, err
}

// layout is a table being read.
type layout struct {
	flow.Table
	widths  []float64
	covered map[[2]int]bool // positions that merged cells cover
	hidden  map[int]bool
}

// table reads the table just begun.
func (d *document) table() (*flow.Table, error) {
	if err := d.nest(); err != nil {
		return nil, err
	}
	t := &layout{covered: map[[2]int]bool{}, hidden: map[int]bool{}}
	err := d.children(func(e ooxml.Element) error { return d.tableChild(t, e) })
	d.depth--
	t.edges()
	t.HideRows(t.hidden)
	return &t.Table, err
}

func (d *document) tableChild(t *layout, e ooxml.Element) error {
	switch e.Name.Local {
	case "table-column":
		w := d.styles[styleKey("table-column", ooxml.Attr(e, "style-name"))].width
		for range repeated(e, "number-columns-repeated", maxColumns) {
			if len(t.widths) < maxColumns {
				t.widths = append(t.widths, w)
			}
		}
		return d.Pass()
	case "table-columns", "table-header-columns", "table-column-group", "table-rows", "table-header-rows", "table-row-group":
		return d.children(func(e ooxml.Element) error { return d.tableChild(t, e) })
	case "table-row":
		return d.row(t, e)
	}
	return d.Pass()
}

// row reads a row, as often as it is repeated.
func (d *document) row(t *layout, e ooxml.Element) error {
	if err := d.count(1); err != nil {
		return err
	}
	first, col := len(t.Cells), 0
	hidden := isHidden(e)
	err := d.children(func(e ooxml.Element) error {
		if e.Name.Local != "table-cell" && e.Name.Local != "covered-table-cell" {
			return d.Pass()
		}
		n := repeated(e, "number-columns-repeated", maxColumns)
		if err := d.count(n); err != nil {
			return err
		}
		c, err := d.cell(e)
		for range n {
			if e.Name.Local == "table-cell" || !t.covered[[2]int{t.Rows, col}] && holds(c.Blocks) {
				c.Row, c.Col = t.Rows, col
				t.put(c)
			}
			col++
		}
		return err
	})
	t.hidden[t.Rows] = hidden
	t.Cols = max(t.Cols, col)
	t.Rows++
	row := append([]flow.Cell(nil), t.Cells[first:]...)
	for range repeated(e, "number-rows-repeated", maxRows) - 1 {
		if err := d.count(1 + len(row)); err != nil {
			return err
		}
		for _, c := range row {
			c.Row = t.Rows
			t.put(c)
		}
		t.hidden[t.Rows] = hidden
		t.Rows++
	}
	return err
}

// put puts a cell down, as far as it covers what no other does.
func (t *layout) put(c flow.Cell) {
	if t.covered[[2]int{c.Row, c.Col}] {
		return // under a merged cell that reaches here
	}
	for r := c.Row; r < c.Row+c.RowSpan; r++ {
		for k := c.Col; k < c.Col+c.ColSpan; k++ {
			if t.covered[[2]int{r, k}] {
				c.ColSpan, c.RowSpan = 1, 1 // overlaps another one
			}
		}
	}
	for r := c.Row; r < c.Row+c.RowSpan; r++ {
		for k := c.Col; k < c.Col+c.ColSpan; k++ {
			t.covered[[2]int{r, k}] = true
		}
	}
	t.Cells = append(t.Cells, c)
}

func holds(blocks []flow.Block) bool {
	for _, b := range blocks {
		if b.Table != nil || b.Text != "" {
			return true
		}
	}
	return false
}

// cell reads the cell just begun.
func (d *document) cell(e ooxml.Element) (flow.Cell, error) {
	across, down := repeated(e, "number-columns-spanned", maxColumns), repeated(e, "number-rows-spanned", maxRows)
	if err := d.count(across * min(down, maxCells)); err != nil {
		return flow.Cell{}, err
	}
	outer, here := d.here, beside{}
	d.here = &here
	blocks, err := d.content()
	d.here = outer
	return flow.Cell{RowSpan: down, ColSpan: across, Blocks: blocks, Struck: here.struck, Instead: here.instead, Doubt: here.doubt}, err
}

// edges settles the size of the table: merged cells may reach out of the rows that are there.
func (t *layout) edges() {
	for i := range t.Cells {
		c := &t.Cells[i]
		c.RowSpan = max(1, min(c.RowSpan, t.Rows-c.Row))
		t.Cols = max(t.Cols, c.Col+c.ColSpan)
	}
	if len(t.widths) < t.Cols || t.Cols == 0 {
		return
	}
	edges := make([]float64, 1, t.Cols+1)
	for i, w := range t.widths[:t.Cols] {
		if w <= 0 {
			return
		}
		edges = append(edges, edges[i]+w)
	}
	t.Edges = edges
}
