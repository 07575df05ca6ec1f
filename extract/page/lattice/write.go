package lattice

import (
	"math"
	"slices"
	"strings"

	"fuhe/extract/grid"
)

// write fills in the text of every cell.
func (t *table) write() {
	rows := make([][]row, len(t.cells))
	for i, c := range t.cells {
		rows[i] = textRows(turned(c.glyphs, 0))
	}
	padding := t.padding(rows)
	for i := range t.cells {
		c := &t.cells[i]
		width := t.xs[c.col+c.cols] - t.xs[c.col] - 2*padding
		parts := []string{joinRows(rows[i], width)}
		for quarter := 1; quarter < 4; quarter++ {
			parts = append(parts, joinRows(textRows(turned(c.glyphs, quarter)), math.Inf(1)))
		}
		c.text = grid.JoinLines(parts)
	}
}

// padding is what keeps the texts of a table off its rules: the least distance of lines from the sides of their cells,
// lines that run over a side not counted, nor the few that hang into the padding: a closing bracket may, where it may
// not begin a line.
func (t *table) padding(rows [][]row) float64 {
	var offs []float64
	for i, c := range t.cells {
		for _, r := range rows[i] {
			first, last := r.first(), r.last()
			if first == nil {
				continue
			}
			for _, off := range []float64{first.u0 - t.xs[c.col], t.xs[c.col+c.cols] - last.u1} {
				if off >= 0 {
					offs = append(offs, off)
				}
			}
		}
	}
	if len(offs) == 0 {
		return paddingPoints
	}
	slices.Sort(offs)
	return min(paddingPoints, offs[int(hangingShare*float64(len(offs)))])
}

func turned(glyphs []glyph, quarter int) []glyph {
	n := 0
	for i := range glyphs {
		if glyphs[i].quarter == quarter {
			n++
		}
	}
	switch n {
	case 0:
		return nil
	case len(glyphs): // most cells hold one kind only
		return glyphs
	}
	out := make([]glyph, 0, n)
	for i := range glyphs {
		if glyphs[i].quarter == quarter {
			out = append(out, glyphs[i])
		}
	}
	return out
}

// joinRows joins the lines of a cell of the given inner width. A figure too long for its cell is broken between digits:
// it is put together again, but two figures one under the other never become one.
func joinRows(rows []row, width float64) string {
	var texts []string
	var kept []*row
	for i := range rows {
		text := rows[i].text(false)
		switch n := len(texts); {
		case text == "":
		case n > 0 && kept[n-1].v == rows[i].v && narrow(text): // drawn over the line before
			texts[n-1] += " " + text
		default:
			texts, kept = append(texts, text), append(kept, &rows[i])
		}
	}
	var lines []string
	for i := 0; i < len(texts); {
		n := brokenFigure(texts[i:], func(k int) bool { return kept[i+k].full(kept[i+k+1], width) })
		line := ""
		for _, t := range texts[i : i+n] {
			line += t
		}
		lines, i = append(lines, line), i+n
	}
	return grid.JoinLines(lines)
}

// full reports whether nothing of the next line, close below, would have fitted on this one. A line that ends in a drawn
// space was broken there, not because it was full.
func (r *row) full(next *row, width float64) bool {
	pitch := next.v - r.v
	if r.marks[len(r.marks)-1].blank || pitch <= lineShare*r.size || pitch > figurePitchShare*r.size {
		return false
	}
	return r.last().u1-r.first().u0+next.unit() > width-paddingShare*r.size
}

// unit is the width of what cannot be broken at the start of a line: its first mark and the points that may not begin a
// line behind it.
func (r *row) unit() float64 {
	first := r.first()
	end := first.u1
	for _, m := range r.marks {
		if m.u0 > first.u0 {
			if !strings.Contains(",.，。、；：！？）)%％", m.text) {
				break
			}
			end = m.u1
		}
	}
	return end - first.u0
}
