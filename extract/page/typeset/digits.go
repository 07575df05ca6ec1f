package typeset

import (
	"math"
	"slices"
	"strings"

	"fuhe"
)

// Digits counts the digits that some glyphs of a page show, in the order of their lines, and the runs they stand in, from
// the glyphs alone: whatever was made of them can be held against it. It puts them into the order they are read in.
func Digits(glyphs []Glyph, of []Turn) fuhe.Digits {
	if !slices.ContainsFunc(of, func(t Turn) bool { return fuhe.DigitsOf(glyphs[t.Glyph].Text).Count > 0 }) {
		return fuhe.Digits{}
	}
	inLines(of, glyphs)
	var sum fuhe.Digits
	var room [usualMarks]byte
	run, digits := room[:0], false
	var last shape
	for i := range of {
		g := shapeOf(&glyphs[of[i].Glyph])
		if i > 0 && last.again(&g) {
			continue
		}
		if i > 0 && !last.adjoins(&g) {
			if digits {
				sum = sum.Add(fuhe.DigitsOf(string(run)))
			}
			run, digits = run[:0], false
		}
		run, digits = append(run, g.text...), digits || strings.ContainsAny(g.text, "0123456789") || len(g.text) > 1
		last = g
	}
	return sum.Add(fuhe.DigitsOf(string(run)))
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

// inLines sorts glyphs, which are in the order of their lines, into the order they are read in: each line by the places on
// it; those of one place stay in their order.
func inLines(order []Turn, glyphs []Glyph) {
	for from := 0; from < len(order); {
		first := order[from]
		reach := LineShare * glyphs[first.Glyph].Size
		to := from + 1
		for to < len(order) && order[to].quarter == first.quarter && order[to].At-first.At <= reach {
			to++
		}
		line := order[from:to]
		for i := range line {
			line[i].At, _ = glyphs[line[i].Glyph].along()
			line[i].quarter = int32(i) // of one direction; the turn so far decides
		}
		slices.SortFunc(line, byPlace)
		from = to
	}
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
