package typeset

import (
	"math"
	"slices"

	"fuhe"
)

// Digits counts the digits that some glyphs of a page show, in the order of their lines, and the runs they stand in, from
// the glyphs alone: whatever was made of them can be held against it. It puts them into the order they are read in.
func (d *Desk) Digits(glyphs []Glyph, of []Turn) fuhe.Digits {
	c := count{run: d.text[:0]}
	for from := 0; from < len(of); {
		first := of[from]
		reach := LineShare * glyphs[first.Glyph].Size
		to, figures := from, false
		for to < len(of) && of[to].quarter == first.quarter && of[to].At-first.At <= reach {
			figures = figures || inFigures(glyphs[of[to].Glyph].Text)
			to++
		}
		if figures {
			c.line(of[from:to], glyphs)
		} else {
			c.end()
		}
		from = to
	}
	c.end()
	d.text = c.run
	return c.sum
}

// inFigures reports whether a text may be part of a figure: all but single letters, ideographs and signs.
func inFigures(text string) bool {
	switch len(text) {
	case 1:
		return text[0] >= '0' && text[0] <= '9' || text[0] == '.' || text[0] == ','
	case 3:
		return text[0] < 0xE2 || text[0] >= 0xEF || text[1] < 0x80 || text[2] < 0x80
	}
	return true
}

// count counts digits. A line of none ends the run before it as well as any character of it would.
type count struct {
	sum    fuhe.Digits
	run    []byte
	last   shape // of the run
	within bool  // there is a last one
}

// line counts the digits of a line.
func (c *count) line(line []Turn, glyphs []Glyph) {
	inOrder(line, glyphs)
	for i := range line {
		g := shapeOf(&glyphs[line[i].Glyph])
		if c.within && c.last.again(&g) {
			continue
		}
		if c.within && !c.last.adjoins(&g) {
			c.end()
		}
		c.run = append(c.run, g.text...)
		c.last, c.within = g, true
	}
}

// end ends a run.
func (c *count) end() {
	c.sum = c.sum.Add(fuhe.DigitsOf(string(c.run)))
	c.run, c.within = c.run[:0], false
}

// shape is a glyph as it stands in its line.
type shape struct {
	text            string
	from, to, level float64
	size            float64
	quarter         int8
}

func shapeOf(g *Glyph) shape {
	s := shape{text: g.reading(), level: g.across(), size: g.Size, quarter: g.Quarter}
	s.from, s.to = g.along()
	return s
}

// again reports whether a glyph is the one before drawn once more (faux bold).
func (a *shape) again(b *shape) bool {
	return a.text == b.text && a.quarter == b.quarter && math.Abs(a.level-b.level) <= TwiceShare*a.size && b.from-a.from <= TwiceShare*a.size
}

// adjoins reports whether a glyph follows another in one text.
func (a *shape) adjoins(b *shape) bool {
	size := min(a.size, b.size)
	return a.quarter == b.quarter && math.Abs(a.level-b.level) <= LineShare*size && b.from-a.to <= spaceShare*size
}

// inOrder sorts the glyphs of a line by their places on it; those of one place stay in their order.
func inOrder(line []Turn, glyphs []Glyph) {
	for i := range line {
		line[i].At, _ = glyphs[line[i].Glyph].along()
		line[i].quarter = int32(i) // of one direction; the turn so far decides
	}
	slices.SortFunc(line, byPlace)
}

// byPlace tells which of two glyphs of a line is read first.
func byPlace(a, b Turn) int {
	switch {
	case a.At < b.At:
		return -1
	case a.At > b.At:
		return 1
	}
	return int(a.quarter - b.quarter)
}
