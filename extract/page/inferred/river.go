package inferred

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"strings"
)

var (
	errCrossed = errors.New("a text reaches over it")
	errNeither = errors.New("texts stand under neither of them")
)

// river is where the border of two columns runs, whose headings end and begin at two places: in the middle of the white
// that no text reaches over. Texts that stand between the headings and under neither have white on both sides; they
// belong to the left column where all of them end at one place, to the right one where they begin at one, for the heading
// of a column stands within its sides. Where neither is so, told tells, if it is there.
func river(a, b *head, pieces []piece, told func(island []piece) int) (float64, error) {
	from, to := a.x1, b.x0
	if to <= from {
		return 0, errors.New("no room is left: the one stands over the other")
	}
	islands, left, right := strewn(from, to, pieces)
	side := func(island []piece) int {
		if s := sideOf(island, a, b, pieces); s != 0 || told == nil {
			return s
		}
		return told(island)
	}
	for len(islands) > 0 {
		switch side := side(islands[0]); {
		case side < 0:
			_, left = extent(islands[0])
			islands = islands[1:]
			continue
		case side == 0:
			return 0, errNeither
		}
		right, _ = extent(islands[0])
		if slices.ContainsFunc(islands, func(i []piece) bool { return side(i) <= 0 }) {
			return 0, errNeither
		}
		break
	}
	size := 0.0
	for _, q := range pieces {
		size = max(size, q.size)
	}
	if right-left < narrowShare*size {
		return 0, errCrossed
	}
	return (left + right) / 2, nil
}

// strewn are the texts between two headings in groups with white between them, and how far the texts reach that stand
// under the headings or reach over the room between them.
func strewn(from, to float64, pieces []piece) (islands [][]piece, left, right float64) {
	sorted := slices.Clone(pieces)
	slices.SortFunc(sorted, func(a, b piece) int { return cmp.Compare(a.x0, b.x0) })
	left, right = from, to
	end := math.Inf(-1)
	for _, q := range sorted {
		white := riverShare * q.size
		switch {
		case q.x1 <= from || q.x0 >= to:
		case q.x0 <= left+white:
			left = max(left, q.x1)
		case len(islands) > 0 && q.x0 <= end+white:
			islands[len(islands)-1] = append(islands[len(islands)-1], q)
			end = max(end, q.x1)
		default:
			islands, end = append(islands, []piece{q}), q.x1
		}
	}
	if n := len(islands); n > 0 && end >= to-riverShare*islands[n-1][0].size {
		right, _ = extent(islands[n-1])
		islands = islands[:n-1]
	}
	return islands, left, right
}

// sideOf is -1 where texts belong to the left of two columns, 1 where they belong to the right one, 0 where neither can be
// told: texts of different widths all end at one place, or begin at one; or the other of two columns of amounts has one of
// its own on each of their lines.
func sideOf(island []piece, a, b *head, pieces []piece) int {
	x0, x1 := extent(island)
	reach := edgeShare * island[0].size
	begin, end := true, true
	for _, q := range island {
		begin = begin && q.x0-x0 <= reach
		end = end && x1-q.x1 <= reach
	}
	switch {
	case end && !begin:
		return -1
	case begin && !end:
		return 1
	}
	switch left, right := a.filled(island, pieces), b.filled(island, pieces); {
	case a.role != Amount || b.role != Amount:
	case right == len(island) && left == 0:
		return -1
	case left == len(island) && right == 0:
		return 1
	}
	return 0
}

// filled is the number of figures of an island beside which another one stands under a heading.
func (h *head) filled(island, pieces []piece) int {
	n := 0
	for _, q := range island {
		if isFigure(q.text) && slices.ContainsFunc(pieces, func(o piece) bool {
			return math.Abs(o.base-q.base) <= sameBaseShare*q.size && isFigure(o.text) && o.x0 < h.x1 && o.x1 > h.x0
		}) {
			n++
		}
	}
	return n
}

// inFullRows tells on which side of the border behind a heading of money the figures of an island stand: a row that holds as
// many figures as there are headings has one under each.
func (p *part) inFullRows(n int, pieces []piece) func([]piece) int {
	return func(island []piece) int {
		side := 0
		for i := range island {
			k := p.placeIn(&island[i], pieces)
			if k < 0 {
				continue // it stands over or under one that does
			}
			here := 1
			if k <= n {
				here = -1
			}
			if side == -here {
				return 0
			}
			side = here
		}
		return side
	}
}

// placeIn is the number of figures left of one on its line; -1 where there are not as many as headings.
func (p *part) placeIn(q *piece, pieces []piece) int {
	before, all := 0, 0
	for i := range pieces {
		o := &pieces[i]
		if math.Abs(o.base-q.base) > sameBaseShare*q.size || o.x1 <= p.heads[0].x0 && !isFigure(o.text) {
			continue
		}
		if !wholeFigure(o.text) {
			return -1
		}
		if all++; o.x0 < q.x0 {
			before++
		}
	}
	if !wholeFigure(q.text) || all != len(p.heads) {
		return -1
	}
	return before
}

// inGoals tells to which of two goals a text belongs that stands under neither heading: to the one under which nothing stands
// where something stands under the other.
func (p *part) inGoals(a, b *head, pieces []piece, w *Words) func([]piece) int {
	var left, right []piece
	for _, q := range pieces {
		switch {
		case strings.Contains(a.text, q.text) || strings.Contains(b.text, q.text):
		case q.x0 < a.x1:
			left = append(left, q)
		case q.x1 > b.x0:
			right = append(right, q)
		}
	}
	return func([]piece) int {
		switch {
		case len(left) > 0 && len(right) == 0 && !w.Caption(p.kind, joined(left)):
			return 1
		case len(right) > 0 && len(left) == 0:
			return -1
		}
		return 0
	}
}
