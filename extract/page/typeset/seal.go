package typeset

import (
	"math"
	"slices"

	"fuhe/extract/page"
)

// seal is a ring with the inks its letters are drawn with.
type seal struct {
	page.Ring
	inks []page.Ink
}

// withoutSeals leaves out the text of seals: what stands in a round outline in its ink, or in the ink of the name that
// runs along it. Where that is the ink of all other text, too, nothing tells what belongs to the seal: its glyphs are in
// doubt.
func withoutSeals(p page.Page, glyphs []Glyph) []Glyph {
	seals := sealsOf(p)
	if len(seals) == 0 {
		return glyphs
	}
	usual := UsualInk(p.Glyphs)
	out := glyphs[:0]
	for _, g := range glyphs {
		x, y := g.Centre()
		i := slices.IndexFunc(seals, func(s seal) bool { return s.Inside(x, y) && slices.Contains(s.inks, g.Ink) })
		if i >= 0 && g.Ink != usual {
			continue
		}
		g.Sealed = i >= 0
		out = append(out, g)
	}
	return out
}

// sealsOf are the rings of a page that are seals: red ones, and those with a name along them.
func sealsOf(p page.Page) []seal {
	var out []seal
	for _, r := range p.Rings[:min(len(p.Rings), maxRings)] {
		s := seal{Ring: r}
		along := 0
		for i := range p.Glyphs {
			g := &p.Glyphs[i]
			if turns := g.Angle / 90; math.Abs(turns-math.Round(turns))*90 <= uprightDegrees {
				continue
			}
			if r.Inside((g.Box[0]+g.Box[2])/2, (g.Box[1]+g.Box[3])/2) {
				if along++; !slices.Contains(s.inks, g.Ink) {
					s.inks = append(s.inks, g.Ink)
				}
			}
		}
		if red(r.Ink) {
			s.inks = append(s.inks, r.Ink)
		}
		if red(r.Ink) || along >= leastAlong {
			out = append(out, s)
		}
	}
	return out
}

// red reports whether an ink is a red.
func red(i page.Ink) bool {
	r, g, b := int(i>>16), int(i>>8&0xFF), int(i&0xFF)
	return r-max(g, b) >= redLead
}

// UsualInk is the one most glyphs of a page have.
func UsualInk(glyphs []page.Glyph) page.Ink {
	count := make(map[page.Ink]int)
	var best page.Ink
	for i := range glyphs {
		ink := glyphs[i].Ink
		if count[ink]++; count[ink] > count[best] {
			best = ink
		}
	}
	return best
}
