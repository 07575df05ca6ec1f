package lattice

import (
	"cmp"
	"math"
	"slices"

	"fuhe"
	"fuhe/extract/page/typeset"
)

// whiteRows are the rows without a fill that belong between, above and below the filled ones: between two fills of the
// same columns where another row has room, and beside the outermost ones as long as lines of text go on that keep to the
// columns.
func whiteRows(fills []fuhe.Box, glyphs []typeset.Glyph) []fuhe.Box {
	out := betweenFills(fills)
	rows := bands(append(slices.Clone(fills), out...))
	lines := typeset.Rows(glyphs)
	finest := slices.Clone(rows)
	slices.SortStableFunc(finest, func(a, b band) int { return len(b) - len(a) })
	for _, r := range finest {
		for _, side := range []float64{-1, 1} {
			more := gap{band: r, side: side, edge: r.edge(side), limit: r.limit(rows, side)}.rows(lines, glyphs)
			for _, m := range more {
				out = append(out, m...)
			}
			rows = append(rows, more...)
		}
	}
	return out
}

// betweenFills are the white rows between two fills of the same columns.
func betweenFills(fills []fuhe.Box) []fuhe.Box {
	byTop := slices.Clone(fills)
	slices.SortFunc(byTop, func(a, b fuhe.Box) int { return cmp.Compare(a[1], b[1]) })
	var out []fuhe.Box
	for i, a := range byTop {
		for _, b := range byTop[i+1:] {
			gap := b[1] - a[3]
			if gap > whiteShare*max(a[3]-a[1], b[3]-b[1]) {
				break
			}
			if sameColumns(a, b) && gap >= leastFillPoints && !hasFill(fills, fuhe.Box{a[0], a[3], a[2], b[1]}) {
				out = append(out, fuhe.Box{a[0], a[3], a[2], b[1]})
				break
			}
		}
	}
	return out
}

// gap is the plain paper beside a band, above (side -1) or below (+1) it, up to the next band; without an end where there
// is none.
type gap struct {
	band
	side, edge, limit float64
}

// edge is the lower or upper edge of a band.
func (b band) edge(side float64) float64 {
	if side < 0 {
		return b[0][1]
	}
	return b[0][3]
}

// limit is where the next band on a side begins, infinite where there is none.
func (b band) limit(all []band, side float64) float64 {
	edge, limit := b.edge(side), math.Inf(1)
	for _, o := range all {
		if o.left() >= b.right()-sameEdgePoints || o.right() <= b.left()+sameEdgePoints {
			continue
		}
		if near := side * (o.edge(-side) - edge); near > -sameEdgePoints {
			limit = min(limit, near)
		}
	}
	return edge + side*limit
}

// rows are the rows of the paper, each with the columns of the band: texts that keep to them, as many rows as can be told.
func (g gap) rows(lines []typeset.Row, glyphs []typeset.Glyph) []band {
	if g.side*(g.limit-g.edge) < leastFillPoints {
		return nil
	}
	if !math.IsInf(g.limit, 0) {
		return g.between(lines, glyphs)
	}
	var out []band
	edge, high := g.edge, g.band[0][3]-g.band[0][1]
	for range maxWhiteRows {
		far := g.next(lines, edge, high)
		if far == edge {
			break
		}
		out = append(out, g.row(edge, far))
		edge = far
	}
	return out
}

// row is a row with the columns of the band.
func (b band) row(from, to float64) band {
	var out band
	for _, f := range b {
		out = append(out, fuhe.Box{f[0], min(from, to), f[2], max(from, to)})
	}
	return out
}

// between are the rows of paper up to the next band. It is one row, however many lines its texts have, unless lines stand as
// far from each other as the first and the last from the edges: such are rows of their own.
func (g gap) between(lines []typeset.Row, glyphs []typeset.Glyph) []band {
	levels := g.levels(lines)
	if len(levels) == 0 {
		return nil
	}
	broken := brokenFigures(glyphsIn(glyphs, fuhe.Box{g.left(), min(g.edge, g.limit), g.right(), max(g.edge, g.limit)}))
	slack := levels[0].off + math.Abs(g.limit-g.edge) - levels[len(levels)-1].off
	var out []band
	edge, from := g.edge, 0
	for to := 1; to <= len(levels); to++ {
		far := g.limit
		if to < len(levels) {
			if levels[to-1].sameRow(levels[to], slack, broken) {
				continue
			}
			far = (levels[to-1].middle + levels[to].middle) / 2
		}
		if !g.keeps(levels[from:to]) {
			break
		}
		out = append(out, g.row(edge, far))
		edge, from = far, to
	}
	return out
}

// sameRow reports whether a line and the next one are of one row: closer than lines of two rows are, or parts of a figure.
func (l level) sameRow(next level, apart float64, broken [][2]float64) bool {
	top, bottom := min(l.middle, next.middle), max(l.middle, next.middle)
	if slices.ContainsFunc(broken, func(b [2]float64) bool { return b[0] <= top && b[1] >= bottom }) {
		return true
	}
	step := bottom - top
	return step < apart-samePitchShare*l.size && step <= maxPitchShare*l.size
}

// next is the far edge of the row beside an edge beyond which no band follows; the edge itself when there is none.
func (g gap) next(lines []typeset.Row, edge, high float64) float64 {
	g.edge = edge
	levels := g.levels(lines)
	for i, l := range levels {
		if l.off <= 0.2*l.size || l.off > 0.9*high+l.size || !g.keeps(levels[i:i+1]) {
			continue
		}
		to := i + 1
		for to < len(levels) && levels[to-1].sameRow(levels[to], 2*l.off, nil) && g.goesOn(levels[i:to], levels[to]) {
			to++
		}
		return edge + g.side*(max(min(2*l.off, high), l.size)+levels[to-1].off-l.off)
	}
	return edge
}
