package ocr

import (
	"math"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
)

// Mark tells the tables found on the page what is known of the writing in them: which cells are in doubt, and where they
// stand on the page as it is shown, before it was turned and laid straight.
func (r *Reading) Mark(grids []grid.Grid) []grid.Grid {
	for i := range grids {
		g := &grids[i]
		g.Scanned = true
		for k := range g.Cells {
			c := &g.Cells[k]
			at := r.shown(c.At.Box)
			if c.Doubt == nil {
				c.Doubt = r.doubtOf(c)
			}
			if c.Doubt == nil && fuhe.ReadFigure(c.Text).OK && differs(r.layer, at, c.Text) {
				c.Doubt = fuhe.DoubtLayer
			}
			c.At.Box = at
		}
		g.Box = r.shown(g.Box)
	}
	return grids
}

// doubtOf is why what stands in a cell is not relied on.
func (r *Reading) doubtOf(c *grid.Cell) *fuhe.Phrase {
	cell := c.At.Box
	figure := fuhe.ReadFigure(c.Text)
	for _, d := range r.doubts {
		x, y := (d.box[0]+d.box[2])/2, (d.box[1]+d.box[3])/2
		if (d.always || figure.OK || figure.Doubt != nil) && x > cell[0] && x < cell[2] && y > cell[1] && y < cell[3] {
			return d.why
		}
	}
	return nil
}

// shown is where a box of the straight and upright page stands on the page as it is shown.
func (r *Reading) shown(b fuhe.Box) fuhe.Box {
	wide, high := r.Page.Width, r.Page.Height
	sin, cos := math.Sincos(r.angle * math.Pi / 180)
	x, y := (b[0]+b[2]-wide)/2, (b[1]+b[3]-high)/2
	dx, dy := x*cos-y*sin-x, x*sin+y*cos-y
	b = fuhe.Box{b[0] + dx, b[1] + dy, b[2] + dx, b[3] + dy}
	return page.TurnBox(b, wide, high, r.quarter)
}
