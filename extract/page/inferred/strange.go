package inferred

import (
	"math"
	"slices"
)

// strange adds the headings that nobody knows and that are broken around the line of the others, between two of them: what
// stands under them is of no other column. It tells how far up they reach.
func (p *part) strange(s *sheet, size float64) float64 {
	up := 0.0
	reach := maxHeadLines / 2 * s.pitch
	for _, tower := range towers(between(s.pieces, p.base-reach, p.base+reach), s.pitch) {
		x0, x1 := extent(tower[:1])
		if len(p.heads) == 0 || x0 <= p.heads[0].x1 || x1 >= p.heads[len(p.heads)-1].x0 {
			continue
		}
		for n := 2; n <= len(tower) && !isFigure(tower[n-1].text); n += 2 {
			middle := (tower[0].base + tower[n-1].base) / 2
			if math.Abs(middle-p.base) <= centreShare*size && !isFigure(tower[0].text) && evenly(tower[:n]) && !p.crosses(tower[:n]) {
				at := slices.IndexFunc(p.heads, func(o head) bool { return o.x0 > x1 })
				p.heads = slices.Insert(p.heads, at, headOf(tower[:n], Unknown))
				up = max(up, p.base-tower[0].base)
				break
			}
		}
	}
	return up
}

// crosses reports whether a heading stands over, under or beside a tower without white between them.
func (p *part) crosses(tower []piece) bool {
	return slices.ContainsFunc(p.heads, func(h head) bool { return overlap(h.x0, h.x1, tower) })
}
