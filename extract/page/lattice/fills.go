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
func (d *desk) coloured(p page.Page, ruled []*table, across, down []line, reach float64, glyphs []typeset.Glyph) ([]*table, error) {
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
	for _, n := range d.connect(mergePieces(softAcross), mergePieces(softDown), reach) {
		t, err := d.frame(n, reach, outside)
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
