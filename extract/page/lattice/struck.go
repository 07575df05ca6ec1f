package lattice

import (
	"cmp"
	"math"
	"slices"

	"fuhe/extract/page"
	"fuhe/extract/page/typeset"
)

// strike marks the glyphs that a rule goes through: text that was struck out is not what the page says. Such a rule runs
// about the middle of the text and ends with it; a border of a cell ends at borders, and runs through text only where
// that is too tall. What goes through text and does neither, or runs aslant, may strike it out. It returns the lines across
// that are rules, and says so when not all were looked at.
func (d *desk) strike(p page.Page, glyphs []typeset.Glyph, order []typeset.Turn, across, down []line, reach, usual float64) (rules []line, unsure string) {
	c := d.crossings(glyphs, order)
	striking := d.strikingRows(c, across, down, reach, usual)
	var through []line
	for _, l := range across {
		switch {
		case slices.Contains(striking, l):
		case !endsAt(down, l.start, l, reach) || !endsAt(down, l.end, l, reach):
			through = append(through, l)
		case !goesOver(down, l, reach) && c.mark(l.stroke()):
			striking = append(striking, l) // from side to side of a cell, through its text
		}
	}
	for _, s := range p.Strokes {
		if s.Y0 == s.Y1 && page.OnPaper(s.X0, s.X1, s.Y0) {
			through = append(through, line{s.Y0, min(s.X0, s.X1), max(s.X0, s.X1)})
		} else {
			c.mark(s)
		}
	}
	for _, l := range strikeAlong(glyphs, through) {
		c.mark(l.stroke())
	}
	if len(striking) == 0 {
		return across, c.unsure()
	}
	return slices.DeleteFunc(slices.Clone(across), func(l line) bool { return slices.Contains(striking, l) }), c.unsure()
}

// strikeAlong marks the glyphs that lines go through which end with them, and returns the other lines.
func strikeAlong(glyphs []typeset.Glyph, through []line) (others []line) {
	if len(through) == 0 {
		return nil
	}
	slices.SortFunc(through, func(a, b line) int { return cmp.Compare(a.pos, b.pos) })
	struck := make([][]int, len(through)) // the glyphs on each line
	for i := range glyphs {
		g := &glyphs[i]
		if g.Quarter != 0 {
			continue
		}
		top, bottom := g.Base-struckTopShare*g.Size, g.Base-struckBottomShare*g.Size
		k, _ := slices.BinarySearchFunc(through, top, func(l line, y float64) int { return cmp.Compare(l.pos, y) })
		for ; k < len(through) && through[k].pos <= bottom; k++ {
			if x, _ := g.Centre(); x > through[k].start && x < through[k].end {
				struck[k] = append(struck[k], i)
			}
		}
	}
	for k, on := range struck {
		if !endsWith(glyphs, on, through[k]) || cutsFigure(glyphs, on) {
			others = append(others, through[k])
			continue
		}
		for _, i := range on {
			glyphs[i].Struck = true
		}
	}
	return others
}

// cutsFigure reports whether some of the digits of a figure, shown as one text, are on a line and others are not.
func cutsFigure(glyphs []typeset.Glyph, on []int) bool {
	for _, i := range on {
		for _, k := range []int{i - 1, i + 1} {
			if k < 0 || k >= len(glyphs) || slices.Contains(on, k) {
				continue
			}
			a, b := &glyphs[i], &glyphs[k]
			near := max(a.Box[0], b.Box[0])-min(a.Box[2], b.Box[2]) <= touchShare*a.Size
			if near && a.Shown == b.Shown && a.Shown != 0 && a.Base == b.Base && figureSign(a.Text) && figureSign(b.Text) && !a.Blank() && !b.Blank() {
				return true
			}
		}
	}
	return false
}

// endsAt reports whether a line ends at one of those down the page.
func endsAt(down []line, x float64, l line, reach float64) bool {
	return slices.ContainsFunc(down, func(v line) bool {
		return math.Abs(v.pos-x) <= reach && v.start-reach <= l.pos && l.pos <= v.end+reach
	})
}

// goesOver reports whether a line crosses one of those down the page.
func goesOver(down []line, l line, reach float64) bool {
	return slices.ContainsFunc(down, func(v line) bool {
		return v.pos > l.start+reach && v.pos < l.end-reach && v.start-reach <= l.pos && l.pos <= v.end+reach
	})
}

// endsWith reports whether a line is as long as the text that it goes through.
func endsWith(glyphs []typeset.Glyph, on []int, l line) bool {
	start, end, width, size := math.Inf(1), math.Inf(-1), 0.0, 0.0
	for _, i := range on {
		g := &glyphs[i]
		start, end, size = min(start, g.Box[0]), max(end, g.Box[2]), max(size, g.Size)
		width += g.Box[2] - g.Box[0]
	}
	return len(on) > 0 && l.start >= start-struckBeyond*size && l.end <= end+struckBeyond*size && width >= struckFull*(l.end-l.start)
}
