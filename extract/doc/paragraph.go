package doc

import (
	"fuhe/extract/flow"
)

// mark is what is said of a paragraph, cell or row by its end.
type mark struct {
	depth    int // of the table it stands in, from 1; 0 outside
	cellEnds bool
	rowEnds  bool
	row      flow.Row
	list     []modifier // properties of that paragraph
}

// markAt is what is said of a paragraph that ends with a character at a byte of the main stream, in a piece.
func (d *document) markAt(place int, p piece, char rune) mark {
	var m mark
	inTable, inner, innerRow, rowEnd, depth := false, false, false, false, 0
	list := d.propertiesAt(place, p)
	m.list = list
	for _, x := range list {
		switch x.op {
		case opInTable:
			inTable = x.value() != 0
		case opRowEnd:
			rowEnd = x.value() != 0
		case opDepth:
			depth = u32(x.operand, 0)
		case opDeeper:
			depth += int(int32(u32(x.operand, 0)))
		case opInnerCell:
			inner = x.value() != 0
		case opInnerRow:
			innerRow = x.value() != 0
		}
	}
	m.depth = max(0, min(depth, maxDepth+1))
	if inTable && m.depth == 0 {
		m.depth = 1
	}
	const cellMark = 7
	switch {
	case char == cellMark && (rowEnd || innerRow), m.depth > 1 && innerRow:
		m.rowEnds, m.depth = true, max(1, m.depth)
		m.row = rowOf(list)
	case char == cellMark, m.depth > 1 && inner:
		m.cellEnds, m.depth = true, max(1, m.depth)
	}
	return m
}

// propertiesAt are the properties of the paragraph at a byte of the main stream, in a piece.
func (d *document) propertiesAt(place int, p piece) []modifier {
	r, _ := d.paragraphs.at(place)
	return append(d.whole(modifiers(r.look)), d.changed(p)...)
}

// whole are the properties of a paragraph, those that are too many for a page read from where they lie.
func (d *document) whole(list []modifier) []modifier {
	var out []modifier
	for _, m := range list {
		if m.op != opHuge && m.op != opHugeOld {
			out = append(out, m)
			continue
		}
		at := u32(m.operand, 0)
		n := u16(d.data, at)
		if at > len(d.data)-2 || n > maxHugeBytes || at+2+n > len(d.data) {
			d.lost("properties of a paragraph are missing from the file")
			continue
		}
		out = append(out, modifiers(d.data[at+2:at+2+n])...)
	}
	return out
}

// rowOf is a row as its properties lay it out.
func rowOf(list []modifier) flow.Row {
	var r flow.Row
	var across []int // how each cell is merged with its neighbours
	for _, m := range list {
		switch m.op {
		case opTable, opTableOld:
			hidden := r.Hidden
			r, across = defined(m.operand)
			r.Hidden = hidden
		case opRowHeight:
			height := int(int16(m.value()))
			r.Hidden = height < 0 && height >= -leastRowTwips // below 0 it is exact
		case opMergeDown:
			if i := int(m.operand[min(1, len(m.operand)-1)]); len(m.operand) >= 3 && i < len(r.Cells) {
				r.Cells[i].Down = []flow.Merge{flow.Alone, flow.GoesOn, flow.First, flow.First}[m.operand[2]&3]
			}
		case opMergeAcross, opSplitAcross:
			first, behind := int(m.operand[0]), int(m.operand[1])
			for i := first; i < behind && i < len(across); i++ {
				across[i] = 0
				if m.op == opMergeAcross {
					across[i] = merged + min(i-first, 1)
				}
			}
		case opInsertCells:
			insert(&r, &across, int(m.operand[0]), int(m.operand[1]), u16(m.operand, 2))
		case opDeleteCells:
			remove(&r, &across, int(m.operand[0]), int(m.operand[1]))
		case opColumnWidths:
			widen(&r, int(m.operand[0]), int(m.operand[1]), u16(m.operand, 2))
		}
	}
	mergeAcross(&r, across)
	return r
}

// merged is how cells are marked here that a property merges: the first, then the others.
const merged = 4

// defined reads the definition of a row: places, then 20 bytes for each cell.
func defined(b []byte) (flow.Row, []int) {
	const cellBytes, down, restart = 20, 0x20, 0x40
	if len(b) < 3 {
		return flow.Row{}, nil
	}
	n := int(b[2])
	place := func(i int) int { return int(int16(u16(b, 3+2*i))) }
	if n > maxRowCells || 3+2*(n+1) > len(b) {
		return flow.Row{}, nil
	}
	r := flow.Row{Left: place(0)}
	across := make([]int, n)
	for i := range n {
		flags := u16(b, 3+2*(n+1)+cellBytes*i)
		c := flow.RowCell{Right: place(i + 1)}
		switch {
		case flags&restart != 0:
			c.Down = flow.First
		case flags&down != 0:
			c.Down = flow.GoesOn
		}
		across[i] = flags & 3
		r.Cells = append(r.Cells, c)
	}
	return r, across
}

// mergeAcross marks the cells that are one with their neighbours. Which flag is the first one's is told in two ways: the
// first cell of a stretch is, and each that is marked like it.
func mergeAcross(r *flow.Row, across []int) {
	first := 0
	for i := range r.Cells {
		switch {
		case i >= len(across) || across[i] == 0:
			first = 0
		case first == 0 || across[i] == first:
			first = across[i]
			r.Cells[i].Across = flow.First
		default:
			r.Cells[i].Across = flow.GoesOn
		}
	}
}

// insert, remove and widen change the cells of a row as later properties say.
func insert(r *flow.Row, across *[]int, at, count, width int) {
	if at > len(r.Cells) || len(r.Cells)+count > maxRowCells {
		return
	}
	for range count {
		left := r.Left
		if at > 0 {
			left = r.Cells[at-1].Right
		}
		for i := at; i < len(r.Cells); i++ {
			r.Cells[i].Right += width
		}
		r.Cells = append(r.Cells[:at:at], append([]flow.RowCell{{Right: left + width}}, r.Cells[at:]...)...)
		*across = append((*across)[:at:at], append([]int{0}, (*across)[at:]...)...)
	}
}

func remove(r *flow.Row, across *[]int, first, behind int) {
	if first >= behind || behind > len(r.Cells) {
		return
	}
	left := r.Left
	if first > 0 {
		left = r.Cells[first-1].Right
	}
	width := r.Cells[behind-1].Right - left
	r.Cells = append(r.Cells[:first:first], r.Cells[behind:]...)
	*across = append((*across)[:first:first], (*across)[behind:]...)
	for i := first; i < len(r.Cells); i++ {
		r.Cells[i].Right -= width
	}
}

func widen(r *flow.Row, first, behind, width int) {
	left := r.Left
	for i := range r.Cells {
		old := r.Cells[i].Right
		by := 0
		if i >= first && i < behind {
			by = left + width - old
		}
		for k := i; k < len(r.Cells) && by != 0; k++ {
			r.Cells[k].Right += by
		}
		left = r.Cells[i].Right
	}
}
