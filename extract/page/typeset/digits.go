package typeset

import (
	"cmp"
	"math"
	"slices"

	"fuhe"
)

// Digits counts the digits that glyphs show, and the runs they stand in, from the glyphs alone: whatever was made of them
// can be held against it.
func Digits(glyphs []Glyph) fuhe.Digits {
	marks := make([]mark, len(glyphs))
	for i, g := range glyphs {
		marks[i] = g.mark()
		marks[i].drawn = g.Quarter
	}
	inLines(marks)
	var sum fuhe.Digits
	run := ""
	var before *mark
	for i := range marks {
		m := &marks[i]
		if before != nil && again(before, m) {
			continue
		}
		if before != nil && !adjoins(before, m) {
			sum, run = sum.Add(fuhe.DigitsOf(run)), ""
		}
		run += m.text
		before = m
	}
	return sum.Add(fuhe.DigitsOf(run))
}

// again reports whether a mark is the one before drawn once more (faux bold).
func again(a, b *mark) bool {
	return a.text == b.text && a.drawn == b.drawn && math.Abs(a.v-b.v) <= TwiceShare*a.size && b.u0-a.u0 <= TwiceShare*a.size
}

// adjoins reports whether a mark follows another in one text.
func adjoins(a, b *mark) bool {
	return a.drawn == b.drawn && math.Abs(a.v-b.v) <= LineShare*min(a.size, b.size) && b.u0-a.u1 <= spaceShare*min(a.size, b.size)
}

// inLines sorts marks into the order they are read in: by direction, line and place on the line.
func inLines(marks []mark) {
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Or(cmp.Compare(a.drawn, b.drawn), cmp.Compare(a.v, b.v)) })
	for from := 0; from < len(marks); {
		to := from + 1
		for to < len(marks) && marks[to].drawn == marks[from].drawn && marks[to].v-marks[from].v <= LineShare*marks[from].size {
			to++
		}
		slices.SortStableFunc(marks[from:to], func(a, b mark) int { return cmp.Compare(a.u0, b.u0) })
		from = to
	}
}
