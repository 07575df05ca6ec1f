package typeset

import (
	"math"
	"slices"

	"fuhe"
)

// Digits counts the digits that some of the glyphs show, given by their places, and the runs they stand in, from the glyphs
// alone: whatever was made of them can be held against it.
func Digits(glyphs []Glyph, of []int32) fuhe.Digits { return new(Desk).Digits(glyphs, of) }

// Digits is the same, counted on a desk.
func (d *Desk) Digits(glyphs []Glyph, of []int32) fuhe.Digits {
	if !slices.ContainsFunc(of, func(i int32) bool { return fuhe.DigitsOf(glyphs[i].Text).Count > 0 }) {
		return fuhe.Digits{}
	}
	order := slices.Grow(d.order[:0], len(of))
	for i, k := range of {
		g := &glyphs[k]
		order = append(order, turn{at: g.across(), quarter: int32(g.Quarter), mark: int32(i), glyph: k})
	}
	d.order = order
	inLines(order, glyphs)
	var sum fuhe.Digits
	var run [usualMarks]byte
	text := run[:0]
	var last *Glyph
	for i := range order {
		g := &glyphs[order[i].glyph]
		if last != nil && again(last, g) {
			continue
		}
		if last != nil && !adjoins(last, g) {
			sum, text = sum.Add(fuhe.DigitsOf(string(text))), text[:0]
		}
		text = append(text, g.reading()...)
		last = g
	}
	return sum.Add(fuhe.DigitsOf(string(text)))
}

// turn is a glyph by its direction and its place, across the lines or along one.
type turn struct {
	at            float64
	quarter, mark int32 // the direction, and which of those that are counted
	glyph         int32
}

// again reports whether a glyph is the one before drawn once more (faux bold).
func again(a, b *Glyph) bool {
	if a.Quarter != b.Quarter || a.Text != b.Text && a.reading() != b.reading() {
		return false
	}
	from, _ := a.along()
	to, _ := b.along()
	return math.Abs(a.across()-b.across()) <= TwiceShare*a.Size && to-from <= TwiceShare*a.Size
}

// adjoins reports whether a glyph follows another in one text.
func adjoins(a, b *Glyph) bool {
	if a.Quarter != b.Quarter {
		return false
	}
	_, end := a.along()
	start, _ := b.along()
	size := min(a.Size, b.Size)
	return math.Abs(a.across()-b.across()) <= LineShare*size && start-end <= spaceShare*size
}

// inLines sorts glyphs into the order they are read in: by direction, line and place on the line; those of one place stay in
// their order.
func inLines(order []turn, glyphs []Glyph) {
	slices.SortFunc(order, before)
	for from := 0; from < len(order); {
		first := order[from]
		reach := LineShare * glyphs[first.glyph].Size
		to := from + 1
		for to < len(order) && order[to].quarter == first.quarter && order[to].at-first.at <= reach {
			to++
		}
		line := order[from:to]
		for i := range line {
			line[i].at, _ = glyphs[line[i].glyph].along()
			line[i].mark = int32(i) // the turn so far decides
		}
		slices.SortFunc(line, before)
		from = to
	}
}

// before tells which of two glyphs is read first.
func before(a, b turn) int {
	switch {
	case a.quarter != b.quarter:
		return int(a.quarter - b.quarter)
	case a.at < b.at:
		return -1
	case a.at > b.at:
		return 1
	}
	return int(a.mark - b.mark)
}
