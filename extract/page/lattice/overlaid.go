package lattice

import "fuhe/extract/page/typeset"

// crosses reports whether a row border goes through a glyph of the block.
func (p stacking) crosses(b *block) bool {
	for _, k := range b.cells {
		c := p.cells[k]
		for _, border := range []float64{p.ys[c.row], p.ys[c.row+c.rows]} {
			for i := b.from; i < b.to; i++ {
				g := &p.glyphs[i]
				if over := crossShare * g.Size; !g.Blank() && border > g.Base-ascentShare*g.Size+over && border < g.Base-over/2 {
					return true
				}
			}
		}
	}
	return false
}

// covers reports whether the block lies on text of its cells that was drawn apart from it.
func (p stacking) covers(b *block) bool {
	for _, k := range b.cells {
		for _, i := range p.in[k] {
			if i >= b.from && i < b.to {
				continue
			}
			for j := b.from; j < b.to; j++ {
				if overlaid(&p.glyphs[i], &p.glyphs[j]) {
					return true
				}
			}
		}
	}
	return false
}

// overlaid reports whether the ink of two glyphs overlaps.
func overlaid(a, b *typeset.Glyph) bool {
	over := crossShare * min(a.Size, b.Size)
	high := min(a.Base+descentShare*a.Size, b.Base+descentShare*b.Size) - max(a.Base-ascentShare*a.Size, b.Base-ascentShare*b.Size)
	return high > over && min(a.Box[2], b.Box[2])-max(a.Box[0], b.Box[0]) > over && !b.Blank()
}

// locate tells which glyphs are in each cell.
func (p *stacking) locate(d *desk) {
	counts := d.places.take(len(p.cells))
	for i := range p.spots {
		counts[p.spots[i].cell]++
	}
	p.in = make([][]int, len(p.cells))
	room := d.places.take(len(p.spots))
	for k, n := range counts {
		p.in[k], room = room[:0:n], room[n:]
	}
	for i, s := range p.spots {
		if !p.glyphs[i].Blank() {
			p.in[s.cell] = append(p.in[s.cell], i)
		}
	}
}
