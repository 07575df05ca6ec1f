package flow

import (
	"fmt"
	"slices"
	"strings"

	"fuhe"
)

// Builder collects a text that comes paragraph by paragraph, cell by cell and row by row, as word processors before XML
// store it: each says how deep in tables it stands, 0 outside.
type Builder struct {
	levels []*level // the document, the table open in it, the table in its cell …
	cells  int      // so far, rows counted too
	lines  int      // so far

	numbered bool // a list prints a number before the paragraph being read
}

// Number says that a list prints a number, which is no text, before the paragraph being read.
func (b *Builder) Number() { b.numbered = true }

// Cells is how many cells of the row being built at a depth have ended.
func (b *Builder) Cells(depth int) int {
	if depth >= len(b.levels) {
		return 0
	}
	return len(b.levels[depth].cells)
}

// level is a table being built, or the document itself.
type level struct {
	rows   []Row
	cells  []RowCell // of the row being built
	blocks []Block   // of the cell being built
	beside Beside
	unsure string
}

// Beside is what is found in a cell beside its text.
type Beside struct {
	Struck  bool         // struck-out text was left out
	Instead *fuhe.Phrase // what stands there in place of text
	Doubt   *fuhe.Phrase // why the text is not to be relied on
	Unseen  []string     // text that nobody sees, left out
	scripts scripts
}

// Add adds what was found later.
func (b *Beside) Add(o Beside) {
	b.Struck = b.Struck || o.Struck
	if b.Instead == nil {
		b.Instead = o.Instead
	}
	if b.Doubt == nil {
		b.Doubt = o.Doubt
	}
	b.Unseen = append(b.Unseen, o.Unseen...)
	for s, has := range o.scripts.has {
		b.scripts.has[s] = b.scripts.has[s] || has
	}
	b.scripts.kept = b.scripts.kept || o.scripts.kept
}

// Beside is what was found beside the text of the cell being built at a depth.
func (b *Builder) Beside(depth int) *Beside {
	depth = max(0, min(depth, maxDepth))
	b.settle(depth) // the first cell of a table has no other sign yet that the table began
	return &b.levels[depth].beside
}

// settle makes sure that there are levels up to a depth.
func (b *Builder) settle(depth int) {
	for len(b.levels) <= depth {
		b.levels = append(b.levels, &level{})
	}
}

// at closes the tables deeper than so many, and opens those up to it.
func (b *Builder) at(depth int) (*level, error) {
	if depth > maxDepth {
		return nil, fmt.Errorf("tables nested more than %d deep", maxDepth)
	}
	b.closeTo(depth)
	b.settle(depth)
	return b.levels[depth], nil
}

// Paragraph ends a paragraph that stands in so many tables.
func (b *Builder) Paragraph(depth int, text string) error {
	b.settle(0)
	numbered := b.numbered && depth > 0
	b.numbered = false
	if strings.TrimSpace(text) == "" && depth == 0 && len(b.levels) == 1 {
		return nil
	}
	l, err := b.at(depth)
	if err != nil {
		return err
	}
	for s := range strings.SplitSeq(text, "\n") {
		if b.lines++; b.lines > maxLines {
			return fmt.Errorf("more than %d lines of text", maxLines)
		}
		l.blocks = append(l.blocks, Block{Text: strings.TrimSpace(s), Numbered: numbered})
		numbered = false
	}
	return nil
}

// EndCell ends a cell of the table at a depth, from 1.
func (b *Builder) EndCell(depth int) error {
	if b.cells++; b.cells > maxCells {
		return fmt.Errorf("more than %d rows and cells", maxCells)
	}
	l, err := b.at(depth)
	if err != nil {
		return err
	}
	if len(l.cells) >= maxRowCells {
		return fmt.Errorf("a row of more than %d cells", maxRowCells)
	}
	l.beside.Level(l.blocks)
	l.cells = append(l.cells, RowCell{Blocks: l.blocks, Struck: l.beside.Struck, Instead: l.beside.Instead, Doubt: l.beside.Doubt, Unseen: l.beside.Unseen})
	l.blocks, l.beside = nil, Beside{}
	return nil
}

// EndRow ends a row of the table at a depth: the plan says where its cells end and how they are merged. A row that was
// deleted is nil.
func (b *Builder) EndRow(depth int, plan *Row) error {
	l, err := b.at(depth)
	if err != nil {
		return err
	}
	l.blocks, l.beside = nil, Beside{} // behind the last cell nothing is shown
	cells := l.cells
	if l.cells = nil; plan == nil || len(cells) == 0 && len(plan.Cells) == 0 {
		return nil
	}
	if b.cells++; b.cells > maxCells {
		return fmt.Errorf("more than %d rows and cells", maxCells)
	}
	row := Row{Left: plan.Left, Cells: slices.Clone(plan.Cells), Hidden: plan.Hidden}
	if len(cells) > len(row.Cells) {
		l.unsure = fmt.Sprintf("row %d has more cells than places", len(l.rows)+1)
	}
	for i := range row.Cells {
		if i < len(cells) {
			c := &row.Cells[i]
			c.Blocks, c.Struck, c.Instead, c.Doubt, c.Unseen = cells[i].Blocks, cells[i].Struck, cells[i].Instead, cells[i].Doubt, cells[i].Unseen
		}
	}
	l.rows = append(l.rows, row)
	return nil
}

// Done ends what is open and gives the blocks of the document.
func (b *Builder) Done() []Block {
	b.settle(0)
	b.closeTo(0)
	return b.levels[0].blocks
}

// closeTo ends the tables deeper than so many, each in the cell it stands in.
func (b *Builder) closeTo(depth int) {
	for len(b.levels)-1 > depth {
		n := len(b.levels) - 1
		l, outer := b.levels[n], b.levels[n-1]
		b.levels = b.levels[:n]
		if len(l.rows) > 0 {
			t := FromRows(l.rows)
			if t.Unsure = l.unsure; len(l.cells) > 0 {
				t.Unsure = "its last row does not end"
			}
			outer.blocks = append(outer.blocks, Block{Table: t})
		} else {
			for _, c := range l.cells {
				outer.blocks = append(outer.blocks, c.Blocks...)
			}
		}
		outer.blocks = append(outer.blocks, l.blocks...) // text of a cell that does not end
	}
}
