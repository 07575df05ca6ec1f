package lattice

import (
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/page"
	"fuhe/extract/page/typeset"
)

// withoutFrames is the lines of a page without frames that belong to no table: those of stamps, and those round a text in a cell.
func (d *desk) withoutFrames(across, down []line, reach float64) (keptAcross, keptDown []line, stamps []fuhe.Box) {
	frames := closedFrames(across, down)
	across, down, stamps = withoutStamps(frames, across, down, reach)
	if len(stamps) > 0 {
		frames = closedFrames(across, down)
	}
	across, down = d.withoutMarks(frames, across, down, reach)
	return across, down, stamps
}

// withoutStamps is the lines of a page without the frames of stamps: closed ones that lines cross and none ends at. A frame of a
// table is where its lines end.
func withoutStamps(frames []frameOf, across, down []line, reach float64) (keptAcross, keptDown []line, stamps []fuhe.Box) {
	if len(frames) == 0 || len(frames) > maxFrames {
		return across, down, nil
	}
	var found []frameOf
	for _, f := range frames {
		if laid(f.box, others{across, f.across}, others{down, f.down}, reach) == laidOn {
			found, stamps = append(found, f), append(stamps, f.box)
		}
	}
	keptAcross, keptDown = less(across, down, found)
	return keptAcross, keptDown, stamps
}

// withoutStamped leaves out the texts of stamps: what stands in their frames in another ink than the text of the page. Where all
// has that ink nothing tells what belongs to the stamp: it is in doubt.
func withoutStamped(p page.Page, glyphs []typeset.Glyph, stamps []fuhe.Box) []typeset.Glyph {
	if len(stamps) == 0 {
		return glyphs
	}
	usual := typeset.UsualInk(p.Glyphs)
	inked := make([]bool, len(stamps)) // holds text in another ink
	of := func(g *typeset.Glyph) int {
		x, y := g.Centre()
		return slices.IndexFunc(stamps, func(b fuhe.Box) bool { return x > b[0] && x < b[2] && y > b[1] && y < b[3] })
	}
	for i := range glyphs {
		if g := &glyphs[i]; !g.Blank() && g.Ink != usual {
			if k := of(g); k >= 0 {
				inked[k] = true
			}
		}
	}
	out := glyphs[:0]
	for _, g := range glyphs {
		k := of(&g)
		if k >= 0 && g.Ink != usual {
			continue
		}
		g.Sealed = g.Sealed || k >= 0 && !inked[k]
		out = append(out, g)
	}
	return out
}

// doubtInks puts cells in doubt whose figures stand among letters in another ink than theirs: one of the two may be a stamp's, or a
// note's that was laid on.
func (t *table) doubtInks() {
	for i := range t.cells {
		c := &t.cells[i]
		if c.doubt == nil && c.inTwoInks() {
			c.doubt = fuhe.DoubtInks
		}
	}
}

// inTwoInks reports whether a cell holds digits, and glyphs that are plainly of two colours.
func (c *cell) inTwoInks() bool {
	first, two := -1, false
	for i := range c.glyphs {
		g := &c.glyphs[i]
		if g.Blank() || g.Struck {
			continue
		}
		if first < 0 {
			first = i
		}
		two = two || apart(c.glyphs[first].Ink, g.Ink)
	}
	return two && slices.ContainsFunc(c.glyphs, func(g typeset.Glyph) bool {
		return !g.Blank() && !g.Struck && strings.Trim(g.Text, "0123456789") == ""
	})
}

// apart reports whether two inks are plainly not the same.
func apart(a, b page.Ink) bool {
	if a == b {
		return false
	}
	for _, shift := range [3]int{16, 8, 0} {
		if d := int(a>>shift&0xFF) - int(b>>shift&0xFF); d >= inkApart || d <= -inkApart {
			return true
		}
	}
	return false
}
