package html

import (
	"fmt"
	"strings"

	"fuhe"
	"fuhe/extract/flow"
)

// table is an open table: its rows so far, by sections.
type table struct {
	around   *[]flow.Block // where it stands
	sections []*section
	row      *row  // open
	cell     *cell // open
	caption  bool  // open: its text stands above the table
	hidden   bool
	made     bool // a table by its style: it has no merged cells
	box      bool // no table but a box at a place of its own
	closed   bool // the section is: the next row begins another one
	rows     int
	tooWide  bool
	doubt    string
	notes    []string
	sight    sight    // of text in it
	inline   []inline // elements open around it
	rack     *rack    // no table but boxes side by side
	keys     []string // as rules name it
	hash     uint64   // of those, and of what stands around it
	columns  []bool   // those that take no place, of the first ones
	struck   bool     // it stands in what is struck out
}

// section is a group of rows; merged cells end with it.
type section struct {
	name string // "thead", "tbody", "tfoot"
	rows []*row
	shown
}

type row struct {
	shown
	cells []*cell
}

// cell is a cell as the page has it.
type cell struct {
	shown
	rowspan, colspan int // rowspan 0 goes on to the end of the section
	blocks           []flow.Block
	struck           bool         // struck-out text was left out
	instead          *fuhe.Phrase // what stands there in place of text
	doubt            *fuhe.Phrase // why the text is not to be relied on
	unseen           []string     // text that nobody sees
	pieces           pieces
	beside           flow.Beside // how its text stands on the line
	lost             bool        // a figure is in an element that is not shown
	number           string      // x:num: the number that Excel stored
}

// blocksHere is where text goes now. Text between cells stands before the table, as browsers put it.
func (t *table) blocksHere() *[]flow.Block {
	if t.cell != nil {
		return &t.cell.blocks
	}
	return t.around
}

// implied is a part of a table that the page leaves out, and browsers put in.
func (t *table) implied(name string) shown {
	if t.made {
		return shown{}
	}
	return shown{keys: []string{"*", name}}
}

// openSection begins a group of rows.
func (t *table) openSection(name string, s shown) {
	if s.hash == 0 && t.hash != 0 {
		s.hash = hashOf(t.hash, s.keys)
	}
	t.sections = append(t.sections, &section{name: name, shown: s})
	t.closed = false
}

// openRow begins a row, in the last section when it is open.
func (t *table) openRow(s shown) error {
	if len(t.sections) == 0 || t.closed {
		t.openSection("tbody", t.implied("tbody"))
	}
	if t.rows++; t.rows > maxRows {
		return fmt.Errorf("a table of more than %d rows", maxRows)
	}
	last := t.sections[len(t.sections)-1]
	s.none = s.none || last.none
	if s.hash == 0 && last.hash != 0 {
		s.hash = hashOf(last.hash, s.keys)
	}
	t.row = &row{shown: s}
	last.rows = append(last.rows, t.row)
	return nil
}

// openCell begins a cell.
func (t *table) openCell(s shown, rowspan, colspan int) error {
	if t.row == nil {
		if err := t.openRow(t.implied("tr")); err != nil {
			return err
		}
	}
	t.cell = &cell{shown: s, rowspan: rowspan, colspan: colspan}
	t.row.cells = append(t.row.cells, t.cell)
	return nil
}

// ordered are the sections as shown: the first head above all others, the first foot below.
func (t *table) ordered() []*section {
	var head, body, foot []*section
	for _, s := range t.sections {
		switch {
		case s.name == "thead" && head == nil:
			head = append(head, s)
		case s.name == "tfoot" && foot == nil:
			foot = append(foot, s)
		default:
			body = append(body, s)
		}
	}
	return append(append(head, body...), foot...)
}

// laidOut puts the cells in their places.
func (t *table) laidOut() *flow.Table {
	out := &flow.Table{Notes: t.notes, Unsure: t.doubt, Spaced: t.made && t.ragged()}
	var hidden []string
	unshown := map[int]bool{}
	t.doubtMoved()
	for _, s := range t.ordered() {
		reach(s.rows) // a row without cells is one too: merged cells go over it
		for i, r := range s.rows {
			if r.isHidden() {
				unshown[out.Rows+i] = true
				r.unhide()
			}
		}
		hidden = append(hidden, t.layRows(out, s.rows, unshown)...)
	}
	for _, c := range out.LeaveHidden(unshown) {
		hidden = append(hidden, texts(c.Blocks)...)
	}
	if text := strings.Join(hidden, " "); text != "" {
		out.Notes = append(out.Notes, "hidden text of the table is not read: "+short(text))
	}
	for _, c := range out.Cells {
		if out.Unsure == "" && hasBroken(c.Blocks) {
			out.Unsure = "characters that are not valid in the page's encoding"
		}
	}
	return out
}

// unseen is the number of cells with text that nobody sees, and none that is seen.
func (t *table) unseen() int {
	n := 0
	for _, s := range t.sections {
		for _, r := range s.rows {
			for _, c := range r.cells {
				if len(c.unseen) > 0 && len(c.blocks) == 0 {
					n++
				}
			}
		}
	}
	return n
}

// shut is the number of cells with text that take no place, by themselves or with their rows.
func (t *table) shut() int {
	n := 0
	for _, s := range t.sections {
		for _, r := range s.rows {
			for _, c := range r.cells {
				if (r.none || c.none) && len(c.blocks) > 0 {
					n++
				}
			}
		}
	}
	return n
}

// ragged reports whether rows have different numbers of cells.
func (t *table) ragged() bool {
	cells := -1
	for _, s := range t.sections {
		for _, r := range s.rows {
			if cells >= 0 && len(r.cells) != cells {
				return true
			}
			cells = len(r.cells)
		}
	}
	return false
}

// layRows lays a section's rows under those that are there, and returns hidden text.
func (t *table) layRows(out *flow.Table, rows []*row, unshown map[int]bool) (hidden []string) {
	first, end := out.Rows, out.Rows+len(rows)
	var free []int // column → first row in which it is free
	for i, r := range rows {
		at, col := first+i, 0
		for _, c := range r.cells {
			if c.none {
				hidden = append(hidden, textsOf([]*cell{c})...)
				continue // takes no place: the cells behind it move up
			}
			if !unshown[at] {
				hidden = append(hidden, c.leave()...)
			}
			for col < len(free) && free[col] > at {
				col++
			}
			if col < len(t.columns) && t.columns[col] && c.doubt == nil {
				c.doubt = fuhe.DoubtUnseen
			}
			if col >= maxColumns {
				t.tooWide = true
				break
			}
			reach := min(c.colspan, maxColumns-col)
			span := 1
			for !c.single && span < reach && (col+span >= len(free) || free[col+span] <= at) {
				span++ // a merged cell from above ends it
			}
			down := min(at+c.rowspan, end)
			if c.rowspan == 0 {
				down = end
			}
			for len(free) < col+max(span, reach) {
				free = append(free, 0)
			}
			for k := col; k < col+span; k++ {
				free[k] = down
			}
			out.Cells = append(out.Cells, flow.Cell{Row: at, Col: col, RowSpan: down - at, ColSpan: span, Blocks: c.blocks,
				Struck: c.struck, Instead: c.instead, Doubt: c.doubt})
			if c.single {
				span = reach
			}
			col += span
			out.Cols = max(out.Cols, col)
		}
	}
	out.Rows = end
	return hidden
}
