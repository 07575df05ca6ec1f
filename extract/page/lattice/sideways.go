package lattice

import (
	"math"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
)

// sideways is by how many quarters against the clock a page has to be turned for most of its text to be upright; 0 when
// it is, or when there is hardly any.
func sideways(glyphs []page.Glyph) int {
	var count [4]int
	all := 0
	for i := range glyphs {
		g := &glyphs[i]
		if g.Upright || g.Pale || g.Hidden {
			continue
		}
		if all++; g.Angle == 0 {
			count[0]++
			continue
		}
		turns := math.Round(g.Angle / 90)
		if math.Abs(g.Angle-90*turns) > 1 {
			all--
			continue
		}
		count[((int(turns)%4)+4)%4]++
	}
	for _, q := range []int{1, 2, 3} {
		if all >= leastSideways && float64(count[q]) >= sidewaysShare*float64(all) {
			return q
		}
	}
	return 0
}

// findTurned reads a page whose text lies on its side as one turns the sheet to read it. The boxes are those on the page
// as it is shown; the columns keep their edges on the turned one.
func findTurned(p page.Page, quarters int) ([]grid.Grid, error) {
	turned := p.Turn(quarters)
	grids, err := find(turned)
	back := func(b *fuhe.Box) { *b = page.TurnBox(*b, turned.Width, turned.Height, -quarters) }
	for i := range grids {
		g := &grids[i]
		back(&g.Box)
		for k := range g.Cells {
			back(&g.Cells[k].At.Box)
		}
		for k := range g.Above {
			back(&g.Above[k].At.Box)
		}
		for k := range g.Below {
			back(&g.Below[k].At.Box)
		}
	}
	return grids, err
}
