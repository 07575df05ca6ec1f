package typeset

import "slices"

// Turn is a glyph by its direction and the line it stands on.
type Turn struct {
	At      float64 // of the line, across it: the baseline of upright text
	quarter int32
	Glyph   int32
}

// Order is glyphs by direction and by line, those on one line in their order. It holds until the desk is cleared, or the
// next call.
func (d *Desk) Order(glyphs []Glyph) []Turn {
	runs := d.runs[:0]
	for i := range glyphs {
		g := &glyphs[i]
		t := Turn{g.across(), int32(g.Quarter), int32(i)}
		if n := len(runs); n == 0 || t.At != runs[n-1].At || t.quarter != runs[n-1].quarter {
			runs = append(runs, run{Turn: t})
		}
		runs[len(runs)-1].end = t.Glyph + 1
	}
	slices.SortFunc(runs, func(a, b run) int { return before(a.Turn, b.Turn) })
	out := slices.Grow(d.order[:0], len(glyphs))
	for _, r := range runs {
		for ; r.Glyph < r.end; r.Glyph++ {
			out = append(out, r.Turn)
		}
	}
	d.runs, d.order = runs, out
	return out
}

// run is the first of some glyphs that follow each other on one line, and where they end.
type run struct {
	Turn
	end int32
}

// before tells which of two glyphs stands on the line that is read first, or comes first on that line.
func before(a, b Turn) int {
	switch {
	case a.quarter != b.quarter:
		return int(a.quarter - b.quarter)
	case a.At < b.At:
		return -1
	case a.At > b.At:
		return 1
	}
	return int(a.Glyph - b.Glyph)
}
