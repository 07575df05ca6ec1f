package lattice

import (
	"math"
	"strings"

	"fuhe"
	"fuhe/extract/page"
)

// doubtPale puts cells in doubt that hold nothing but digits which are not read for their colour: the colour of the paper,
// or so light that it is that of watermarks and hints. Beside other text they are no part of what is seen.
func (t *table) doubtPale(p page.Page, usual float64) {
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if !g.Pale || !g.Unseen && !lightInk(g.Ink) || !strings.ContainsAny(g.Text, "0123456789") || g.Size > watermarkSize*usual || math.Mod(g.Angle, 90) != 0 {
			continue
		}
		k := t.find((g.Box[0]+g.Box[2])/2, (g.Box[1]+g.Box[3])/2)
		if k < 0 || t.cells[k].doubt != nil || !t.cells[k].blank() {
			continue
		}
		if t.cells[k].doubt = fuhe.DoubtPale; g.Unseen {
			t.cells[k].doubt = fuhe.DoubtUnseen
		}
	}
}

// lightInk reports whether an ink is as light as that of watermarks.
func lightInk(i page.Ink) bool {
	return 299*float64(i>>16)+587*float64(i>>8&0xFF)+114*float64(i&0xFF) > 1000*255*paleInk
}
