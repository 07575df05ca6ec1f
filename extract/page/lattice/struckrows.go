package lattice

import (
	"cmp"
	"slices"

	"fuhe/extract/page"
)

// overRow is a line across that goes over rules down the page and through text: it strikes a row out, or it is a rule and the
// text is too tall.
type overRow struct {
	line
	down        []float64    // where it starts, crosses rules, and ends
	top, bottom float64      // how far those rules go on above and below it
	on          map[int]bool // the glyphs that it runs through
}

// strikingRows are the lines across that strike rows out, whatever they end at: one runs through the texts of more cells than
// it parts texts in, and rules of its row stand above and below it. Where the texts of row after row stand on lines, those are
// the rules, and the texts are set too high or too low. It marks the glyphs of the cells that are struck.
func (d *desk) strikingRows(c *crossings, across, down []line, reach, usual float64) []line {
	var over []overRow
	var out []line
	clear := d.lines.take(len(across))[:0]
	for _, l := range across {
		o := overRow{line: l}
		for _, i := range c.through(l.stroke()) {
			if c.glyphs[i].Size <= watermarkSize*usual {
				if o.on == nil {
					o.on = make(map[int]bool)
				}
				o.on[i] = true
			}
		}
		if len(o.on) > 0 && o.cross(down, reach) {
			over = append(over, o)
		} else {
			clear = append(clear, l)
		}
	}
	if len(over) == 0 {
		return nil
	}
	slices.SortStableFunc(over, func(a, b overRow) int { return cmp.Compare(a.pos, b.pos) })
	for k, o := range over {
		row := k > 0 && over[k-1].nextTo(o, c, clear) || k+1 < len(over) && o.nextTo(over[k+1], c, clear)
		if !row && o.strike(c, clear) {
			out = append(out, o.line)
		}
	}
	return out
}

// stroke is a line across as a stroke.
func (l line) stroke() page.Stroke { return page.Stroke{X0: l.start, Y0: l.pos, X1: l.end, Y1: l.pos} }

// cross notes the rules that a line goes over, which go on above and below it, and reports whether there are any.
func (o *overRow) cross(down []line, reach float64) bool {
	o.down, o.top, o.bottom = []float64{o.start}, o.pos, o.pos
	for _, v := range down {
		if v.pos > o.start+reach && v.pos < o.end-reach && v.start < o.pos-reach && v.end > o.pos+reach {
			o.down, o.top, o.bottom = append(o.down, v.pos), min(o.top, v.start), max(o.bottom, v.end)
		}
	}
	o.down = append(o.down, o.end)
	slices.Sort(o.down)
	return len(o.down) > 2
}

// nextTo reports whether two lines, one below the other, run through different texts with no other line between.
func (o *overRow) nextTo(below overRow, c *crossings, clear []line) bool {
	if !c.may(len(clear) + len(o.on)) {
		return false
	}
	for i := range o.on {
		if below.on[i] {
			return false // both strike it
		}
	}
	from, to := max(o.start, below.start), min(o.end, below.end)
	return from < to && !slices.ContainsFunc(clear, func(l line) bool {
		return l.pos > o.pos && l.pos < below.pos && l.start < to && l.end > from
	})
}

// strike reports whether a line strikes its row out and marks the glyphs of the cells that it runs through then, those between
// whose lines it passes with them. Words of two lines may be one cell's or those of two rows, figures are of two rows.
func (o *overRow) strike(c *crossings, clear []line) bool {
	var struck, parted, struckFigures, partedFigures int
	var marked []int
	for k, from := range o.down[:len(o.down)-1] {
		in := o.cell(c, clear, from, o.down[k+1])
		switch {
		case in.on && in.heights == 1:
			struck++
			struckFigures += in.figures
		case in.heights == 2:
			parted++
			partedFigures += in.figures
		}
		if in.on || in.heights > 1 {
			marked = append(marked, in.texts...)
		}
	}
	if struck <= parted && (struckFigures < leastStruckFigures || partedFigures > 0) {
		return false
	}
	for _, i := range marked {
		c.glyphs[i].Crossed = true
	}
	return true
}

// strip is what stands between two of the rules that a line crosses and the next lines above and below it.
type strip struct {
	texts   []int // glyphs
	on      bool  // the line runs through some of them
	heights int   // at how many of three some stand: above the line, on it, and below
	figures int   // 1 when all are of figures
}

// cell is the strip between two of the rules that a line crosses.
func (o *overRow) cell(c *crossings, clear []line, from, to float64) (in strip) {
	if !c.may(len(clear)) {
		return strip{}
	}
	top, bottom := o.top, o.bottom
	for _, l := range clear {
		if mid := (from + to) / 2; l.start < mid && l.end > mid {
			if l.pos < o.pos {
				top = max(top, l.pos)
			} else {
				bottom = min(bottom, l.pos)
			}
		}
	}
	at := map[int]bool{}
	in.figures = 1
	for _, a := range c.between(top, bottom) {
		i := int(a.Glyph)
		g := &c.glyphs[i]
		if x, _ := g.Centre(); x <= from || x >= to {
			continue
		}
		in.texts = append(in.texts, i)
		if !figureSign(g.Text) {
			in.figures = 0
		}
		switch {
		case o.on[i]:
			in.on, at[0] = true, true
		case g.Base <= o.pos:
			at[-1] = true
		default:
			at[1] = true
		}
	}
	in.heights = len(at)
	return in
}
