package lattice

import (
	"strings"

	"fuhe"
	"fuhe/extract/page"
)

// doubtDrawn puts cells in doubt that hold a picture or letters drawn as shapes in place of text, or beside it: they are
// not blank, and nobody has read them.
func (t *table) doubtDrawn(p page.Page) {
	for _, b := range p.Images {
		t.doubtPicture(b)
	}
	for _, s := range p.Shades {
		if s.Dark {
			t.doubtBlotted(s.Box)
		}
	}
	for _, b := range p.Outlines {
		if b[2]-b[0] < leastDrawnPoints && b[3]-b[1] < leastDrawnPoints || inRing(p.Rings, b) {
			continue
		}
		if c := t.around(b); c != nil && (c.blank() || c.beside(b)) {
			c.doubt = fuhe.DoubtDrawing
		}
	}
}

// doubtPicture puts the cell in doubt that a picture stands in; one over several cells puts those in doubt that it
// covers, unless it is the ground they are written on.
func (t *table) doubtPicture(b fuhe.Box) {
	if min(b[2]-b[0], b[3]-b[1]) < leastDrawnPoints || b[2] < t.left() || b[0] > t.right() || b[3] < t.top() || b[1] > t.bottom() {
		return
	}
	if c := t.around(b); c != nil {
		if c.blank() || c.beside(b) {
			c.doubt = fuhe.DoubtPicture
		}
		return
	}
	var under []*cell
	for i := range t.cells {
		c := &t.cells[i]
		box := t.cellBox(*c)
		w, h := min(b[2], box[2])-max(b[0], box[0]), min(b[3], box[3])-max(b[1], box[1])
		if w <= 0 || h <= 0 || w*h < coveredShare*(box[2]-box[0])*(box[3]-box[1]) {
			continue
		}
		if !c.blank() {
			return
		}
		under = append(under, c)
	}
	if 2*len(under) > len(t.cells) {
		return
	}
	for _, c := range under {
		c.doubt = fuhe.DoubtPicture
	}
}

// doubtBlotted puts the blank cell in doubt in which a bar of black stands: a text was blacked out there.
func (t *table) doubtBlotted(b fuhe.Box) {
	if min(b[2]-b[0], b[3]-b[1]) < leastBlotPoints {
		return
	}
	c := t.around(b)
	if c == nil || !c.blank() {
		return
	}
	if box := t.cellBox(*c); (b[2]-b[0])*(b[3]-b[1]) < blotShare*(box[2]-box[0])*(box[3]-box[1]) {
		c.doubt = fuhe.DoubtDrawing
	}
}

// around is the cell that a box lies in; nil when it reaches out of it.
func (t *table) around(b fuhe.Box) *cell {
	k := t.find((b[0]+b[2])/2, (b[1]+b[3])/2)
	if k < 0 {
		return nil
	}
	if box := t.cellBox(t.cells[k]); b[0] < box[0]-clipPoints || b[1] < box[1]-clipPoints || b[2] > box[2]+clipPoints || b[3] > box[3]+clipPoints {
		return nil
	}
	return &t.cells[k]
}

// blank reports whether a cell holds no text.
func (c *cell) blank() bool { return visible(c.glyphs) == 0 }

// beside reports whether a box stands right beside a digit in a line of the cell, as high as one: part of a figure.
func (c *cell) beside(b fuhe.Box) bool {
	for i := range c.glyphs {
		g := &c.glyphs[i]
		if g.Quarter != 0 || strings.Trim(g.Text, "0123456789") != "" {
			continue
		}
		middle := (b[1] + b[3]) / 2
		if high := b[3] - b[1]; high < drawnLeastShare*g.Size || high > drawnMostShare*g.Size || middle > g.Base || middle < g.Base-g.Size {
			continue
		}
		if gap := max(b[0]-g.Box[2], g.Box[0]-b[2]); gap > -drawnLeastShare*g.Size && gap < drawnGapShare*g.Size {
			return true
		}
	}
	return false
}

// inRing reports whether a box is part of a seal or its edge.
func inRing(rings []page.Ring, b fuhe.Box) bool {
	for _, r := range rings {
		if r.Inside((b[0]+b[2])/2, (b[1]+b[3])/2) || r.Box == b {
			return true
		}
	}
	return false
}
