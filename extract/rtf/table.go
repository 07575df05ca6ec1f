package rtf

import (
	"fmt"
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/flow"
)

// level is a table being read, or the document itself.
type level struct {
	rows   []flow.Row
	cells  []flow.RowCell // of the row being read
	blocks []flow.Block   // of the cell being read
	beside beside
	unsure string
}

// beside is what is found in a cell beside its text.
type beside struct {
	struck  bool         // struck-out text was left out
	instead *fuhe.Phrase // what stands there in place of text
	doubt   *fuhe.Phrase // why the text is not to be relied on
}

// rowPlan is what the file says of the row being read: where its cells end and how they are merged. It holds until the next
// one begins, whatever group it stands in.
type rowPlan struct {
	left   int
	cells  []flow.RowCell
	next   flow.RowCell // what is said of the next cell, until its place is
	hidden bool
}

// word takes a word about a row; others are of no matter.
func (r *rowPlan) word(t token) error {
	switch t.name {
	case "trowd":
		*r = rowPlan{}
	case "trleft":
		r.left = max(-maxTwips, min(t.number, maxTwips))
	case "clvmgf":
		r.next.Down = flow.First
	case "clvmrg":
		r.next.Down = flow.GoesOn
	case "clmgf":
		r.next.Across = flow.First
	case "clmrg":
		r.next.Across = flow.GoesOn
	case "trauth", "trhidden":
		r.hidden = t.name == "trhidden"
	case "cellx":
		if len(r.cells) >= maxRowCells {
			return fmt.Errorf("a row of more than %d cells", maxRowCells)
		}
		r.next.Right = max(-maxTwips, min(t.number, maxTwips))
		r.cells = append(r.cells, r.next)
		r.next = flow.RowCell{}
	}
	return nil
}

// here is what is found beside the text of the cell being read.
func (d *document) here() *beside {
	at := min(d.depth(), len(d.levels)-1)
	return &d.levels[at].beside
}

// deepEnough closes the tables deeper than the paragraph being read, and opens those it stands in.
func (d *document) deepEnough(depth int) error {
	if depth > maxNesting {
		return fmt.Errorf("tables nested more than %d deep", maxNesting)
	}
	d.closeTo(depth)
	for len(d.levels) <= depth {
		d.levels = append(d.levels, &level{})
	}
	return nil
}

// endParagraph puts the text read into the cell it stands in, or into the document.
func (d *document) endParagraph() {
	text := join(d.text)
	d.text = d.text[:0]
	depth := min(d.depth(), maxNesting)
	if strings.TrimSpace(text) == "" && depth == 0 && len(d.levels) == 1 {
		return
	}
	if err := d.deepEnough(depth); err != nil {
		return // not deeper than the bound
	}
	l := d.levels[depth]
	for s := range strings.SplitSeq(text, "\n") {
		d.lines++
		l.blocks = append(l.blocks, flow.Block{Text: strings.TrimSpace(s)})
	}
}

// endCell ends a cell of the table at a depth.
func (d *document) endCell(depth int) error {
	if d.cells++; d.cells > maxCells {
		return fmt.Errorf("more than %d rows and cells", maxCells)
	}
	d.state.inTable, d.state.depth = true, depth
	d.endParagraph()
	if err := d.deepEnough(depth); err != nil {
		return err
	}
	l := d.levels[depth]
	if len(l.cells) >= maxRowCells {
		return fmt.Errorf("a row of more than %d cells", maxRowCells)
	}
	l.cells = append(l.cells, flow.RowCell{Blocks: l.blocks, Struck: l.beside.struck, Instead: l.beside.instead, Doubt: l.beside.doubt})
	l.blocks, l.beside = nil, beside{}
	return nil
}

// endRow ends a row: its cells get their places.
func (d *document) endRow(depth int) error {
	d.state.inTable, d.state.depth = true, depth
	if err := d.deepEnough(depth); err != nil {
		return err
	}
	d.text = d.text[:0] // behind the last cell nothing is shown
	l := d.levels[depth]
	l.blocks, l.beside = nil, beside{}
	if len(l.cells) == 0 && len(d.row.cells) == 0 {
		return nil
	}
	if d.cells++; d.cells > maxCells {
		return fmt.Errorf("more than %d rows and cells", maxCells)
	}
	row := flow.Row{Left: d.row.left, Cells: slices.Clone(d.row.cells), Hidden: d.row.hidden}
	if len(l.cells) > len(row.Cells) {
		l.unsure = fmt.Sprintf("row %d has more cells than places", len(l.rows)+1)
	}
	for i := range row.Cells {
		if i < len(l.cells) {
			c := &row.Cells[i]
			c.Blocks, c.Struck, c.Instead, c.Doubt = l.cells[i].Blocks, l.cells[i].Struck, l.cells[i].Instead, l.cells[i].Doubt
		}
	}
	l.rows, l.cells = append(l.rows, row), nil
	return nil
}

// closeTo ends the tables deeper than so many, each in the cell it stands in.
func (d *document) closeTo(depth int) {
	for len(d.levels)-1 > depth {
		n := len(d.levels) - 1
		l := d.levels[n]
		d.levels = d.levels[:n]
		outer := d.levels[n-1]
		if len(l.rows) > 0 {
			t := flow.FromRows(l.rows)
			if t.Unsure = l.unsure; len(l.cells) > 0 {
				t.Unsure = "its last row does not end"
			}
			outer.blocks = append(outer.blocks, flow.Block{Table: t})
		} else {
			for _, c := range l.cells {
				outer.blocks = append(outer.blocks, c.Blocks...)
			}
		}
		outer.blocks = append(outer.blocks, l.blocks...) // text of a cell that does not end
	}
}
