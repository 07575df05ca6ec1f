package lattice

import (
	"math"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
)

// Lines are the lines of text of a page without tables, top down, page numbers left out.
func Lines(p page.Page) []fuhe.Line {
	if len(p.Glyphs) > maxGlyphs {
		return nil // Find has said so
	}
	return textLines(readable(p.Glyphs), p)
}

// textLines are the lines of text outside tables, top down, page numbers left out.
func textLines(glyphs []glyph, p page.Page) []fuhe.Line {
	var out []fuhe.Line
	for _, r := range textRows(turned(glyphs, 0)) {
		text := r.text(true)
		if text == "" {
			continue
		}
		box := r.box()
		if margin := box[3] < headShare*p.Height || box[1] > (1-footShare)*p.Height; margin && pageNumber(text) {
			continue // belongs to the page, not to what is written on it
		}
		out = append(out, fuhe.Line{Text: text, At: fuhe.Source{Page: p.Number, Box: box}})
	}
	return out
}

// box is the rectangle a line of upright text takes.
func (r *row) box() fuhe.Box {
	b := fuhe.Box{math.Inf(1), r.v - r.size, math.Inf(-1), r.v}
	for _, m := range r.marks {
		if !m.blank {
			b[0], b[2] = min(b[0], m.u0), max(b[2], m.u1)
		}
	}
	return b
}

// around hands lines to the tables they stand above, those under the last table to that one.
func around(grids []grid.Grid, lines []fuhe.Line, p page.Page) {
	if len(grids) == 0 {
		return
	}
	next := 0
	for _, l := range lines {
		for next < len(grids) && (l.At.Box[1]+l.At.Box[3])/2 >= grids[next].Box[3] {
			next++
		}
		if next < len(grids) {
			grids[next].Above = append(grids[next].Above, l)
		} else {
			grids[len(grids)-1].Below = append(grids[len(grids)-1].Below, l)
		}
	}
}
