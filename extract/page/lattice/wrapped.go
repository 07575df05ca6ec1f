package lattice

import (
	"cmp"
	"math"
	"slices"

	"fuhe"
	"fuhe/extract/page/typeset"
)

// brokenFigures are the places, from line to line, where a figure of some column goes on in the next line.
func brokenFigures(glyphs []typeset.Glyph) [][2]float64 {
	var out [][2]float64
	for _, col := range textColumns(glyphs) {
		lines := typeset.Rows(glyphsIn(glyphs, fuhe.Box{col[0] - 1, math.Inf(-1), col[1] + 1, math.Inf(1)}))
		for i := 1; i < len(lines); i++ {
			below := lines[i].Text()
			if below != "" && below[0] >= '0' && below[0] <= '9' && typeset.Unended(lines[i-1].Text()) {
				out = append(out, [2]float64{middle(&lines[i-1]), middle(&lines[i])})
			}
		}
	}
	return out
}

// textColumns are the stretches, from left to right, between the white space that runs down all of a text.
func textColumns(glyphs []typeset.Glyph) [][2]float64 {
	var pieces [][2]float64
	for _, l := range typeset.Rows(glyphs) {
		pieces = append(pieces, l.Pieces(columnGapShare)...)
	}
	slices.SortFunc(pieces, func(a, b [2]float64) int { return cmp.Compare(a[0], b[0]) })
	var out [][2]float64
	for _, p := range pieces {
		if n := len(out); n > 0 && p[0] <= out[n-1][1] {
			out[n-1][1] = max(out[n-1][1], p[1])
			continue
		}
		out = append(out, p)
	}
	return out
}

// middle is the height of the middle of a line.
func middle(l *typeset.Row) float64 {
	base, size := l.Base()
	return base - 0.35*size
}

// level is a line of text beside a band: its middle, and how far that is from the edge.
type level struct {
	*typeset.Row
	middle, off, size float64
}

// levels are the lines in the gap that reach into the band's sides, from its edge on.
func (g gap) levels(lines []typeset.Row) []level {
	var out []level
	for i := range lines {
		_, size := lines[i].Base()
		l := level{Row: &lines[i], middle: middle(&lines[i]), size: size}
		l.off = g.side * (l.middle - g.edge)
		if l.off > 0 && g.side*(g.limit-l.middle) > 0 && slices.ContainsFunc(l.Pieces(columnGapShare), g.reaches) {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b level) int { return cmp.Compare(a.off, b.off) })
	return out
}

// reaches reports whether a piece of a line stands within the band's sides, if only in part.
func (b band) reaches(piece [2]float64) bool { return piece[1] >= b.left() && piece[0] <= b.right() }

// column is the fill that a piece of a line keeps to; -1 when it keeps to none.
func (b band) column(piece [2]float64) int {
	return slices.IndexFunc(b, func(f fuhe.Box) bool { return piece[0] >= f[0]-sameEdgePoints && piece[1] <= f[2]+sameEdgePoints })
}

// keeps reports whether the lines of a row have two pieces side by side at least within the band, and keep to its columns.
func (b band) keeps(row []level) bool {
	used := make(map[int]bool)
	from, to := math.Inf(1), math.Inf(-1) // the leftmost right side, the rightmost left side
	for _, l := range row {
		for _, piece := range l.Pieces(columnGapShare) {
			if !b.reaches(piece) {
				continue
			}
			k := b.column(piece)
			if k < 0 {
				return false
			}
			used[k] = true
			from, to = min(from, piece[1]), max(to, piece[0])
		}
	}
	return from < to && (len(b) == 1 || len(used) >= 2)
}

// goesOn reports whether a line beyond a row is part of it: every text in it goes on from, or up to, a text of the row
// that left no room in its column for its beginning; or it stands there alone, too close to be a line below.
func (g gap) goesOn(row []level, l level) bool {
	pieces := 0
	for _, p := range l.Pieces(columnGapShare) {
		if !g.reaches(p) {
			continue
		}
		pieces++
		k := g.column(p)
		if k < 0 || !g.joins(row, p, k, l) {
			return false
		}
	}
	return pieces > 0
}

// joins reports whether the text of a row in a column goes on in a piece of a line.
func (g gap) joins(row []level, p [2]float64, k int, l level) bool {
	for i := len(row) - 1; i >= 0; i-- {
		for _, o := range row[i].Pieces(columnGapShare) {
			if g.column(o) != k || o[1] <= p[0] || o[0] >= p[1] {
				continue
			}
			upper, lower := o, p
			if g.side < 0 {
				upper, lower = p, o
			}
			room := g.band[k][2] - g.band[k][0] - (upper[1] - upper[0])
			return room < paddingPoints+min(lower[1]-lower[0], unbrokenCharacters*l.size)
		}
	}
	return l.off-row[len(row)-1].off < tightShare*l.size
}
