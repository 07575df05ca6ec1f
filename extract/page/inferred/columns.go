package inferred

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
)

// column is the room of a heading and what stands in it.
type column struct {
	head   head
	x0, x1 float64
	pieces []piece
	wide   float64   // its widest line on this page and those before
	top    []piece   // its heading, where that stands on no row
	held   [][]piece // by row
	spans  []span    // of a column of groups, in place of held but for the heading
}

// columns are the rooms of a part, from left to right, and the caption at its left.
type columns struct {
	caption   []piece
	captioned bool // a caption has its room, whether it stands on this page or on one before
	all       []column
}

// columns parts a part into the rooms of its headings: the border of two runs where nothing stands between them.
func (p *part) columns(w Words) (columns, error) {
	p.unname()
	for _, h := range p.heads {
		if w.twoHeadings(p.kind, h.text) {
			return columns{}, fmt.Errorf("“%s” stand under one heading", h.text)
		}
	}
	rest, caption := p.captioned(p.pieces, w)
	if caption == nil { // it may all but touch what stands beside it
		if cut, found := p.captioned(crossingApart(p.pieces, math.Inf(-1), p.heads[0].x0), w); found != nil {
			rest, caption = cut, found
		}
	}
	out := columns{caption: caption, captioned: len(caption) > 0}
	heads := slices.Clone(p.heads)
	if p.kind == Money {
		if names := p.names(rest); len(names) > 0 {
			x0, x1 := extent(names)
			heads = slices.Insert(heads, 0, head{x0: x0, x1: x1, role: Other})
		} else {
			return out, errors.New("no names stand left of the amounts")
		}
	}
	borders := []float64{math.Inf(-1)}
	for i := range heads[1:] {
		told := p.told(i-(len(heads)-len(p.heads)), heads[i:i+2], rest, &w)
		x, err := river(&heads[i], &heads[i+1], rest, told)
		if errors.Is(err, errCrossed) {
			rest = crossingApart(rest, heads[i].x1, heads[i+1].x0)
			x, err = river(&heads[i], &heads[i+1], rest, told)
		}
		if err != nil {
			return out, fmt.Errorf("between %s and %s %w", heads[i].shown(), heads[i+1].shown(), err)
		}
		borders = append(borders, x)
	}
	borders = append(borders, math.Inf(1))
	for i, h := range heads {
		out.all = append(out.all, column{head: h, x0: borders[i], x1: borders[i+1]})
	}
	return out, out.fill(rest)
}

// told tells of what its own places do not tell to which of two columns it belongs: the one of a heading, or the next.
func (p *part) told(n int, two []head, pieces []piece, w *Words) func([]piece) int {
	switch p.kind {
	case Money:
		return p.inFullRows(n, pieces)
	case Goals:
		return p.inGoals(&two[0], &two[1], pieces, w)
	}
	return nil
}

// fill puts each text into the room it lies in.
func (c *columns) fill(pieces []piece) error {
	for _, q := range pieces {
		at := slices.IndexFunc(c.all, func(o column) bool { return q.x0 >= o.x0 && q.x1 <= o.x1 })
		if at < 0 {
			return fmt.Errorf("“%s” stands under several headings", q.text)
		}
		c.all[at].pieces = append(c.all[at].pieces, q)
	}
	if len(c.caption) > 0 {
		_, end := extent(c.caption)
		for _, q := range c.all[0].pieces {
			if q.x0 < end-hairShare*q.size {
				return fmt.Errorf("“%s” reaches into the caption of its part", q.text)
			}
		}
		first := c.all[0].head.x0
		for _, q := range c.all[0].pieces {
			first = min(first, q.x0)
		}
		c.all[0].x0 = (end + first) / 2
	}
	return nil
}

// captioned parts the caption of a part from the rest: what stands left of everything else.
func (p *part) captioned(pieces []piece, w Words) (rest, caption []piece) {
	first := p.heads[0].x0
	if p.kind == Money {
		if names := p.names(pieces); len(names) > 0 {
			_, first = extent(names)
		}
	}
	var left []piece
	for _, q := range pieces {
		if q.x1 <= first {
			left = append(left, q)
		}
	}
	slices.SortStableFunc(left, func(a, b piece) int { return cmp.Compare(a.x0, b.x0) })
	if len(left) == 0 {
		return pieces, nil
	}
	end := math.Inf(-1)
	for _, q := range left {
		if q.x0 > end-hairShare*q.size && end > math.Inf(-1) {
			break // the blank in a bracket may touch it
		}
		caption, end = append(caption, q), max(end, q.x1)
	}
	slices.SortStableFunc(caption, func(a, b piece) int { return cmp.Or(cmp.Compare(a.base, b.base), cmp.Compare(a.x0, b.x0)) })
	if !w.Caption(p.kind, joined(caption)) {
		return pieces, nil
	}
	for _, q := range pieces {
		if q.x0 > end-hairShare*q.size {
			rest = append(rest, q)
		} else if !slices.ContainsFunc(caption, func(o piece) bool { return o.base == q.base && o.x0 == q.x0 }) {
			return pieces, nil // something reaches over it
		}
	}
	if p.kind == Money && len(p.names(rest)) == 0 {
		return pieces, nil // these are the names themselves
	}
	return rest, caption
}

// unname drops a heading over the names of funds from those of the amounts: no figure stands under it, but names do.
func (p *part) unname() {
	if p.kind != Money || len(p.heads) < 2 {
		return
	}
	names := 0
	for _, q := range p.pieces {
		switch h := &p.heads[0]; {
		case q.base <= max(p.base+centreShare*q.size, h.bottom) || q.x0 >= h.x1 || q.x1 <= h.x0:
		case isFigure(q.text), wholeFigure(q.text):
			return
		default:
			names++
		}
	}
	if names > 0 {
		p.heads = p.heads[1:]
	}
}

// names are the texts left of the amounts.
func (p *part) names(pieces []piece) []piece {
	var out []piece
	for _, q := range pieces {
		if q.x1 < p.heads[0].x0 && !isFigure(q.text) {
			out = append(out, q)
		}
	}
	return out
}

// crossingApart cuts the texts that reach over the room between two headings where they were shown apart.
func crossingApart(pieces []piece, from, to float64) []piece {
	var out []piece
	for _, q := range pieces {
		if q.x0 < to && q.x1 > from {
			out = append(out, q.apart()...)
		} else {
			out = append(out, q)
		}
	}
	return out
}
