package lattice

import (
	"cmp"
	"math"
	"slices"

	"fuhe/extract/page/typeset"
)

// strike marks the glyphs that a rule goes through: text that was struck out is not what the page says. Such a rule runs
// about the middle of the text and ends with it; a border of a cell ends at borders, and runs through text only where
// that is too tall.
func strike(glyphs []typeset.Glyph, across, down []line, reach float64) {
	through := slices.DeleteFunc(slices.Clone(across), func(l line) bool { return endsAt(down, l.start, l, reach) && endsAt(down, l.end, l, reach) })
	if len(through) == 0 {
		return
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
		if endsWith(glyphs, on, through[k]) {
			for _, i := range on {
				glyphs[i].Struck = true
			}
		}
	}
}

// endsAt reports whether a line ends at one of those down the page.
func endsAt(down []line, x float64, l line, reach float64) bool {
	return slices.ContainsFunc(down, func(v line) bool {
		return math.Abs(v.pos-x) <= reach && v.start-reach <= l.pos && l.pos <= v.end+reach
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
