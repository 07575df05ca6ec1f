package lattice

import (
	"cmp"
	"math"
	"slices"

	"fuhe"
	"fuhe/extract/page"
	"fuhe/extract/page/typeset"
)

// coloured finds the tables that fills make where no rules do: coloured cells side by side, bands, stripes. The edges of
// fills are their walls. What of columns and rows no edge tells (a band over the whole width, a row left white) is told
// by the text; such tables are marked as inferred.
func coloured(p page.Page, ruled []*table, across, down []line, reach float64, glyphs []typeset.Glyph) ([]*table, error) {
	fills := cellFills(p, ruled)
	if len(fills) < leastFills || len(fills) > maxFills {
		return nil, nil
	}
	outside := besides(glyphs, ruled)
	fills = append(fills, whiteRows(fills, outside)...)
	softAcross, softDown := edgesOf(fills)
	softAcross = append(softAcross, linesOutside(across, ruled)...)
	softDown = append(softDown, linesOutside(down, ruled)...)
	var out []*table
	for _, n := range connect(mergePieces(softAcross), mergePieces(softDown), reach) {
		t, err := frame(n, reach, outside)
		if err != nil {
			return nil, err
		}
		if t == nil {
			continue
		}
		t.inferred = true
		t.columnsByText(outside)
		t.rowsBeside(outside)
		if t.written(outside) {
			out = append(out, t)
		}
	}
	return out, nil
}

// cellFills are the fills that may be cells or rows of a table without rules: not those of ruled tables, nor the ground of
// the page, nor what lies on another one as its ground.
func cellFills(p page.Page, ruled []*table) []fuhe.Box {
	var out []fuhe.Box
	for _, s := range p.Shades {
		b := s.Box
		w, h := b[2]-b[0], b[3]-b[1]
		x, y := (b[0]+b[2])/2, (b[1]+b[3])/2
		switch {
		case w < leastFillPoints || h < leastFillPoints || h > pageFrameShare*p.Height/2 && w > pageFrameShare*p.Width:
		case slices.ContainsFunc(ruled, func(t *table) bool { return within(t.box(), x, y) }):
		case slices.Contains(out, b):
		default:
			out = append(out, b)
		}
	}
	if len(out) > maxFills {
		return out
	}
	return slices.DeleteFunc(out, func(b fuhe.Box) bool {
		inside := 0
		for _, o := range out {
			if o != b && o[0] >= b[0]-1 && o[1] >= b[1]-1 && o[2] <= b[2]+1 && o[3] <= b[3]+1 {
				inside++
			}
		}
		return inside > 1
	})
}

// besides are the upright visible glyphs outside of tables.
func besides(glyphs []typeset.Glyph, tables []*table) []typeset.Glyph {
	var out []typeset.Glyph
	for _, g := range glyphs {
		x, y := g.Centre()
		if g.Quarter == 0 && !g.Blank() && !slices.ContainsFunc(tables, func(t *table) bool { return within(t.box(), x, y) }) {
			out = append(out, g)
		}
	}
	return out
}

func linesOutside(lines []line, tables []*table) []line {
	if len(tables) == 0 {
		return slices.Clone(lines)
	}
	var out []line
	for _, l := range lines {
		if !slices.ContainsFunc(tables, func(t *table) bool { return t.holds(l) }) {
			out = append(out, l)
		}
	}
	return out
}

// holds reports whether a line, across or down, may be one of the table's.
func (t *table) holds(l line) bool {
	b := t.box()
	return l.pos >= min(b[0], b[1])-sliverPoints && (within(b, (l.start+l.end)/2, l.pos) || within(b, l.pos, (l.start+l.end)/2) ||
		slices.ContainsFunc(t.ys, func(y float64) bool { return math.Abs(y-l.pos) < doublePoints && l.end > b[0] && l.start < b[2] }) ||
		slices.ContainsFunc(t.xs, func(x float64) bool { return math.Abs(x-l.pos) < doublePoints && l.end > b[1] && l.start < b[3] }))
}

// edgesOf are the four sides of each fill.
func edgesOf(fills []fuhe.Box) (across, down []line) {
	for _, b := range fills {
		across = append(across, line{b[1], b[0], b[2]}, line{b[3], b[0], b[2]})
		down = append(down, line{b[0], b[1], b[3]}, line{b[2], b[1], b[3]})
	}
	return across, down
}

// whiteRows are the rows without a fill that belong between, above and below the filled ones: between two fills of the
// same columns where another row has room, and beside the outermost ones as long as lines of text go on that keep to the
// columns.
func whiteRows(fills []fuhe.Box, glyphs []typeset.Glyph) []fuhe.Box {
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
	rows := bands(append(slices.Clone(fills), out...))
	lines := typeset.Rows(glyphs)
	for _, r := range rows {
		out = append(out, r.goOn(lines, rows)...)
	}
	return out
}

func sameColumns(a, b fuhe.Box) bool {
	return math.Abs(a[0]-b[0]) <= sameEdgePoints && math.Abs(a[2]-b[2]) <= sameEdgePoints
}

// hasFill reports whether a fill lies on the middle of a box.
func hasFill(fills []fuhe.Box, b fuhe.Box) bool {
	x, y := (b[0]+b[2])/2, (b[1]+b[3])/2
	return slices.ContainsFunc(fills, func(f fuhe.Box) bool { return within(f, x, y) })
}

// band is fills side by side: a row.
type band []fuhe.Box

func bands(fills []fuhe.Box) []band {
	slices.SortFunc(fills, func(a, b fuhe.Box) int { return cmp.Or(cmp.Compare(a[1], b[1]), cmp.Compare(a[0], b[0])) })
	var out []band
	for _, f := range fills {
		k := slices.IndexFunc(out, func(b band) bool {
			return math.Abs(b[0][1]-f[1]) <= sameEdgePoints && math.Abs(b[0][3]-f[3]) <= sameEdgePoints && f[0]-b[len(b)-1][2] <= doublePoints
		})
		if k < 0 {
			out = append(out, band{f})
			continue
		}
		out[k] = append(out[k], f)
	}
	return out
}

func (b band) left() float64  { return b[0][0] }
func (b band) right() float64 { return b[len(b)-1][2] }

// goOn are the rows of plain paper above and below a band without a neighbour, each of a line of text that keeps to the
// band's columns and follows at its pitch.
func (b band) goOn(lines []typeset.Row, all []band) []fuhe.Box {
	var out []fuhe.Box
	for _, side := range []float64{-1, 1} {
		edge, high := b[0][3], b[0][3]-b[0][1]
		if side < 0 {
			edge = b[0][1]
		}
		for range maxWhiteRows {
			if slices.ContainsFunc(all, func(o band) bool { return o.touches(b, edge, side, high) }) {
				break
			}
			far := b.next(lines, edge, high, side)
			if far == edge {
				break
			}
			for _, f := range b {
				out = append(out, fuhe.Box{f[0], min(edge, far), f[2], max(edge, far)})
			}
			edge = far
		}
	}
	return out
}

// touches reports whether a band goes on from another one at an edge.
func (b band) touches(o band, edge, side, high float64) bool {
	at := b[0][1]
	if side < 0 {
		at = b[0][3]
	}
	return side*(at-edge) > -sameEdgePoints && side*(at-edge) < high/2 && b.left() < o.right() && b.right() > o.left()
}

// next is the far edge of the row beside a band; the edge itself when there is none.
func (b band) next(lines []typeset.Row, edge, high, side float64) float64 {
	for i := range lines {
		l := &lines[i]
		base, size := l.Base()
		middle := base - 0.35*size
		off := side * (middle - edge)
		if off <= 0.2*size || off > 0.9*high+size {
			continue
		}
		if !b.keeps(l) {
			continue
		}
		return edge + side*max(min(2*off, high), size)
	}
	return edge
}

// keeps reports whether a line of text has two pieces at least within the band, and keeps to its columns.
func (b band) keeps(l *typeset.Row) bool {
	pieces, used := 0, make(map[int]bool)
	for _, piece := range l.Pieces(columnGapShare) {
		if piece[1] < b.left() || piece[0] > b.right() {
			continue
		}
		if piece[0] < b.left()-sameEdgePoints || piece[1] > b.right()+sameEdgePoints {
			return false
		}
		pieces++
		if len(b) == 1 {
			continue
		}
		k := slices.IndexFunc(b, func(f fuhe.Box) bool { return piece[0] >= f[0]-sameEdgePoints && piece[1] <= f[2]+sameEdgePoints })
		if k < 0 {
			return false
		}
		used[k] = true
	}
	return pieces >= 2 && (len(b) == 1 || len(used) >= 2)
}
