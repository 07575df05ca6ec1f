package inferred

import (
	"slices"
	"strings"
)

// rise finds the names of groups of headings, which are left out, for all headings under them are known by themselves; and
// the headings that stand over two rows, in the middle between this one and that of the groups or on that.
func (f *Finder) rise(p *part, s *sheet) {
	w := &f.Words
	if p.kind != Indicators || len(p.levels()) == 0 {
		return
	}
	size := p.size(s)
	near := between(s.pieces, p.ceiling(s, f), p.base+2*s.pitch)
	highest := p.base
	for _, q := range near {
		if q.base < p.base-sameBaseShare*size && p.under(&q) > 0 && !p.spelled(&q) && (w.Heading(p.kind, q.text) != Unknown || w.Caption(p.kind, q.text)) {
			p.groups = append(p.groups, q)
			highest = min(highest, q.base)
		}
	}
	for _, tower := range towers(near, s.pitch) {
		ends := tower[len(tower)-1].base >= p.base-sameBaseShare*size
		if tower[0].base >= p.base-sameBaseShare*size || tower[0].x0 < p.heads[0].x1 || len(p.groups) == 0 && !ends {
			continue
		}
		for n := len(tower); n > 0; n-- {
			over := (tower[0].base+tower[n-1].base)/2 < p.base-sameBaseShare*size || n == 1
			if first := tower[0].base; over && (n == len(tower) || len(p.groups) > 0) && w.Heading(p.kind, joined(tower[:n])) != Unknown && p.free(tower[:n]) {
				p.take(tower[:n], f.Words)
				highest = min(highest, first)
				break
			}
		}
	}
	p.groups = slices.DeleteFunc(p.groups, func(q piece) bool { return p.spelled(&q) })
	if known(p.heads) < len(p.heads) {
		p.groups = nil
	} else if highest < p.base {
		p.top, p.tall = min(p.top, highest-size), true
	}
}

// ceiling is how far up headings may stand over a row of them: no farther than the next line with other texts.
func (p *part) ceiling(s *sheet, f *Finder) float64 {
	top := p.base - riseShare*s.pitch
	for _, row := range rows(between(s.pieces, top, p.base)) {
		if f.isGoals(row) || slices.ContainsFunc(row, func(q piece) bool { return f.noHeading(p.kind, &q) }) {
			for i := range row {
				top = max(top, row[i].base)
			}
		}
	}
	return top
}

// noHeading tells figures, sentences and what is too long from the lines of headings.
func (f *Finder) noHeading(kind Part, q *piece) bool {
	return isFigure(q.text) || (len([]rune(q.text)) > headingRunes || strings.ContainsAny(q.text, "，；。")) && f.Words.Heading(kind, q.text) == Unknown
}

// levels are the headings of groups of indicators.
func (p *part) levels() []head {
	var out []head
	for _, h := range p.heads {
		if h.role == Level {
			out = append(out, h)
		}
	}
	return out
}

// free reports whether no known heading stands over or under a tower; what stands on the line of the others and is the end
// of this one gives way to it.
func (p *part) free(tower []piece) bool {
	x0, x1 := extent(tower)
	last := tower[len(tower)-1]
	for i := range p.heads {
		h := &p.heads[i]
		if h.x0 < x1 && h.x1 > x0 && (h.role != Unknown || h.text != last.text || h.x0 != last.x0) {
			return false
		}
	}
	p.heads = slices.DeleteFunc(p.heads, func(h head) bool { return h.x0 < x1 && h.x1 > x0 })
	return true
}

// under is the number of headings that a text reaches over.
func (p *part) under(q *piece) int {
	n := 0
	for _, h := range p.heads {
		if h.x0 < q.x1 && h.x1 > q.x0 {
			n++
		}
	}
	return n
}

// spelled reports whether a text is a heading over which it stands, or a line of it.
func (p *part) spelled(q *piece) bool {
	return slices.ContainsFunc(p.heads, func(h head) bool {
		return h.x0 < q.x1 && h.x1 > q.x0 && strings.Contains(h.text, q.text)
	})
}

// hang makes the headings whole that are broken below their first line, which stands on that of the others.
func (p *part) hang(s *sheet, w Words) {
	for _, tower := range towers(between(s.pieces, p.base-sameBaseShare*p.size(s), p.base+maxHeadLines*s.pitch), s.pitch) {
		for i := range p.heads {
			h := &p.heads[i]
			if h.text != tower[0].text || h.x0 != tower[0].x0 {
				continue
			}
			for n := len(tower); n > 1; n-- {
				if r := w.Heading(p.kind, joined(tower[:n])); r != Unknown && evenly(tower[:n]) && (h.role == Unknown || h.role == r && w.Rest(joined(tower[1:n]))) {
					*h = headOf(tower[:n], r)
					break
				}
			}
		}
	}
}
