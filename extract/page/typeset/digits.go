package typeset

import (
	"cmp"
	"math"
	"slices"

	"fuhe"
)

// Digits counts the digits that some of the glyphs show, given by their places, and the runs they stand in, from the glyphs
// alone: whatever was made of them can be held against it.
func Digits(glyphs []Glyph, of []int) fuhe.Digits {
	if !slices.ContainsFunc(of, func(i int) bool { return fuhe.DigitsOf(glyphs[i].Text).Count > 0 }) {
		return fuhe.Digits{}
	}
	marks := make([]mark, len(of))
	order := make([]turn, len(of))
	for i, k := range of {
		marks[i] = glyphs[k].mark()
		marks[i].drawn = int(glyphs[k].Quarter)
		order[i] = turn{at: marks[i].v, quarter: int32(glyphs[k].Quarter), mark: int32(i)}
	}
	inLines(order, marks)
	var sum fuhe.Digits
	var run []byte
	var before *mark
	for _, t := range order {
		m := &marks[t.mark]
		if before != nil && again(before, m) {
			continue
		}
		if before != nil && !adjoins(before, m) {
			sum, run = sum.Add(fuhe.DigitsOf(string(run))), run[:0]
		}
		run = append(run, m.text...)
		before = m
	}
	return sum.Add(fuhe.DigitsOf(string(run)))
}

// turn is a mark by its direction and its place, across the lines or along one.
type turn struct {
	at            float64
	quarter, mark int32
}

// again reports whether a mark is the one before drawn once more (faux bold).
func again(a, b *mark) bool {
	return a.text == b.text && a.drawn == b.drawn && math.Abs(a.v-b.v) <= TwiceShare*a.size && b.u0-a.u0 <= TwiceShare*a.size
}

// adjoins reports whether a mark follows another in one text.
func adjoins(a, b *mark) bool {
	return a.drawn == b.drawn && math.Abs(a.v-b.v) <= LineShare*min(a.size, b.size) && b.u0-a.u1 <= spaceShare*min(a.size, b.size)
}

// inLines sorts marks into the order they are read in: by direction, line and place on the line; those of one place stay in
// their order.
func inLines(order []turn, marks []mark) {
	slices.SortFunc(order, func(a, b turn) int {
		return cmp.Or(cmp.Compare(a.quarter, b.quarter), cmp.Compare(a.at, b.at), cmp.Compare(a.mark, b.mark))
	})
	for from := 0; from < len(order); {
		first := &marks[order[from].mark]
		to := from + 1
		for to < len(order) && order[to].quarter == order[from].quarter && marks[order[to].mark].v-first.v <= LineShare*first.size {
			to++
		}
		line := order[from:to]
		for i := range line {
			line[i].at, line[i].quarter = marks[line[i].mark].u0, int32(i) // of one direction; the turn so far decides
		}
		slices.SortFunc(line, func(a, b turn) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.quarter, b.quarter)) })
		from = to
	}
}
