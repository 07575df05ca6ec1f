package odf

import (
	"strings"

	"fuhe/extract/flow"
	"fuhe/extract/ooxml"
)

// content reads the paragraphs and tables of the element just begun.
func (d *document) content() ([]flow.Block, error) {
	var out []flow.Block
	var in list
	var read func(e ooxml.Element) error
	read = func(e ooxml.Element) error {
		switch e.Name.Local {
		case "p", "h":
			p, err := d.paragraph(e)
			if err != nil {
				return err
			}
			for _, l := range p.lines() {
				out = append(out, flow.Block{Text: strings.TrimSpace(l), Numbered: in.numbered})
				in.numbered = false
			}
			out = append(out, p.boxes...)
			return nil
		case "table":
			t, err := d.table(e)
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
			outer := in.style
			in.begins(d, e)
			err := d.children(read)
			in.style = outer
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

// list is the list that is being read.
type list struct {
	style    string
	numbered bool // its number is printed before the next line of a cell
}

// begins takes an element that may begin a list, or an item of one.
func (l *list) begins(d *document, e ooxml.Element) {
	if name := ooxml.Attr(e, "style-name"); e.Name.Local == "list" && name != "" {
		l.style = name
	}
	l.numbered = e.Name.Local == "list-item" && d.here != nil && d.numbers[l.style]
}

// layout is a table being read.
type layout struct {
	flow.Table
	widths  []float64
	covered map[[2]int]bool // positions that merged cells cover
	hidden  map[int]bool
	unseen  []string // texts that nobody sees
}

// table reads the table just begun.
func (d *document) table(e ooxml.Element) (*flow.Table, error) {
	if err := d.nest(); err != nil {
		return nil, err
	}
	t := &layout{covered: map[[2]int]bool{}, hidden: map[int]bool{}}
	outer := d.canvas
	d.paint("table", e)
	err := d.children(func(e ooxml.Element) error { return d.tableChild(t, e) })
	d.depth--
	d.canvas = outer
	t.edges()
	t.HideRows(t.hidden)
	t.NoteUnseen(t.unseen)
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
	hidden := d.hidesRow(e)
	outer := d.canvas
	d.paint("table-row", e)
	defer func() { d.canvas = outer }()
	err := d.children(func(e ooxml.Element) error {
		if e.Name.Local != "table-cell" && e.Name.Local != "covered-table-cell" {
			return d.Pass()
		}
		n := repeated(e, "number-columns-repeated", maxColumns)
		if err := d.count(n); err != nil {
			return err
		}
		c, unseen, err := d.cell(e)
		t.unseen = append(t.unseen, unseen...)
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

// paint puts what a table, row or cell paints under what stands in it.
func (d *document) paint(family string, e ooxml.Element) {
	d.canvas = d.canvas.Under(d.styles[styleKey(family, ooxml.Attr(e, "style-name"))].ground)
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
func (d *document) cell(e ooxml.Element) (c flow.Cell, unseen []string, err error) {
	across, down := repeated(e, "number-columns-spanned", maxColumns), repeated(e, "number-rows-spanned", maxRows)
	if err := d.count(across * min(down, maxCells)); err != nil {
		return flow.Cell{}, nil, err
	}
	outer, here, around := d.here, flow.Beside{}, d.canvas
	d.here = &here
	d.paint("table-cell", e)
	blocks, err := d.content()
	d.here, d.canvas = outer, around
	return flow.Cell{RowSpan: down, ColSpan: across, Blocks: blocks, Struck: here.Struck, Instead: here.Instead, Doubt: here.Doubt}, here.Unseen, err
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
