package rtf

import (
	"fmt"

	"fuhe/extract/flow"
)

// rowPlan is what the file says of the row being read: where its cells end and how they are merged. It holds until the next
// one begins, whatever group it stands in.
type rowPlan struct {
	left   int
	cells  []flow.RowCell
	next   flow.RowCell // what is said of the next cell, until its place is
	hidden bool
	fills  []string // what the cells paint, "" for nothing
	fill   fill     // what is said of that of the next cell
}

// fill is what a cell paints: a colour, and a pattern over it in hundredths of a per cent.
type fill struct {
	back, front string
	pattern     int
}

// colour is the one colour that is painted.
func (f fill) colour() string {
	const whole = 10000
	switch {
	case f.pattern >= whole && f.front != "":
		return f.front
	case f.pattern > 0:
		return flow.Mixed
	}
	return f.back
}

// word takes a word about a row; others are of no matter.
func (r *rowPlan) word(t token, colour func(int) string) error {
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
	case "trrh":
		r.hidden = r.hidden || t.number < 0 && t.number >= -leastRowTwips // below 0 it is exact
	case "clcbpat":
		r.fill.back = colour(t.number)
	case "clcfpat":
		r.fill.front = colour(t.number)
	case "clshdng":
		r.fill.pattern = t.number
	case "cellx":
		if len(r.cells) >= maxRowCells {
			return fmt.Errorf("a row of more than %d cells", maxRowCells)
		}
		r.next.Right = max(-maxTwips, min(t.number, maxTwips))
		r.cells = append(r.cells, r.next)
		r.fills = append(r.fills, r.fill.colour())
		r.next, r.fill = flow.RowCell{}, fill{}
	}
	return nil
}

// plan is the row as the builder takes it.
func (r *rowPlan) plan() *flow.Row {
	return &flow.Row{Left: r.left, Cells: r.cells, Hidden: r.hidden}
}

// here is what is found beside the text of the cell being read.
func (d *document) here() *flow.Beside { return d.flow.Beside(d.depth()) }

// endParagraph puts the text read into the cell it stands in, or into the document.
func (d *document) endParagraph() error {
	text := join(d.text)
	d.text = d.text[:0]
	return d.flow.Paragraph(d.depth(), text)
}

// endCell ends a cell of the table at a depth.
func (d *document) endCell(depth int) error {
	d.state.inTable, d.state.depth = true, depth
	if err := d.endParagraph(); err != nil {
		return err
	}
	return d.flow.EndCell(depth)
}

// endRow ends a row: its cells get their places.
func (d *document) endRow(depth int) error {
	d.state.inTable, d.state.depth = true, depth
	d.text = d.text[:0] // behind the last cell nothing is shown
	return d.flow.EndRow(depth, d.row.plan())
}
