package inferred

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
)

// span is the name of a group and the rows it stands for, from the first to behind the last.
type span struct {
	pieces   []piece
	from, to int
}

// levels finds the rows of each group of indicators, from the smallest groups to the largest, which end where smaller
// ones do. hows are the ways texts may stand in their rows; the groups have to be the same in all that are possible.
func (f *Finder) levels(t *table, hows []setting) error {
	var cols []int
	for i := range t.all {
		if t.all[i].head.role == Level {
			cols = append(cols, i)
			if err := f.headOff(t, &t.all[i]); err != nil {
				return err
			}
		}
	}
	slices.Reverse(cols)
	if len(cols) == 0 {
		return nil
	}
	ways, by, failed := f.ways(t, cols, hows)
	if len(ways) > 1 { // what the names say tells some of them apart
		ways = slices.DeleteFunc(ways, func(w spans) bool { return f.under(t, w) != nil || f.torn(t, w) })
	}
	switch {
	case len(ways) == 1:
	case failed != nil:
		return failed
	default:
		return errors.New("the rows of the groups of indicators are not told apart")
	}
	if err := f.under(t, ways[0]); err != nil {
		return err
	}
	for i, s := range ways[0] {
		t.all[i].spans = s
	}
	t.hows = by.of(ways[0])
	return nil
}

// headOff puts the heading of a column of groups into the row of headings.
func (f *Finder) headOff(t *table, c *column) error {
	c.held = make([][]piece, len(t.rows))
	if t.heads == 0 {
		return nil
	}
	if len(c.top) > 0 {
		c.held[0] = c.top
		return nil
	}
	if below, ok := t.belowHead(c); ok && c.head.text != "" {
		c.held[0], c.pieces = without(c.pieces, below), below
		return nil
	}
	var head []piece
	for i, l := range linesOf(c.pieces) {
		head = append(head, l.pieces...)
		if f.Words.Heading(Indicators, joined(head)) == Level {
			c.held[0], c.pieces = head, c.piecesBelow(head)
			return nil
		}
		if i >= maxHeadRows {
			break
		}
	}
	return fmt.Errorf("texts stand over the heading “%s”", c.head.text)
}

// piecesBelow are the pieces of a column that are not of its heading.
func (c *column) piecesBelow(head []piece) []piece {
	var out []piece
	for _, q := range c.pieces {
		if !slices.ContainsFunc(head, func(o piece) bool { return o.base == q.base && o.x0 == q.x0 }) {
			out = append(out, q)
		}
	}
	return out
}

// divided are the ways to give the groups of all columns, the smallest first, their rows; sure where all names stand where those of
// their rows would, and the edge of the page explains none.
func (f *Finder) divided(t *table, cols []int, how setting) (ways []spans, sure bool, err error) {
	ways, sure = []spans{{}}, true
	for n, i := range cols {
		c := &t.all[i]
		groups, err := f.groups(t, c)
		if err != nil {
			return nil, false, err
		}
		var next []spans
		for _, w := range ways {
			d := divider{t: t, groups: groups, bands: t.bands(), how: how, walls: t.wallsIn(c)}
			if n > 0 {
				d.ends = endsOf(w[cols[n-1]])
			}
			for _, s := range d.divide() {
				longer := maps.Clone(w)
				longer[i] = s
				next = append(next, longer)
			}
			sure = sure && d.loose == 0
		}
		if ways = next; len(ways) == 0 || len(ways) > maxWays {
			return nil, false, fmt.Errorf("the rows of the groups under “%s” are not told apart", c.head.text)
		}
		for _, g := range groups {
			if f.Words.glued(Indicators, joined(g), f.Words.Level) {
				return nil, false, fmt.Errorf("the names under “%s” are not told apart", c.head.text)
			}
		}
	}
	return ways, sure, nil
}

// endsOf are the rows at which groups end.
func endsOf(groups []span) []int {
	var out []int
	for _, s := range groups {
		out = append(out, s.to)
	}
	return out
}

// groups puts the lines of a column of groups together into their names.
func (f *Finder) groups(t *table, c *column) ([][]piece, error) {
	var out [][]piece
	var last *line
	lines := linesOf(c.pieces)
	tight := leastDistance(t.rows[t.heads:])
	for i := range lines {
		l := &lines[i]
		if n := len(out); n > 0 && l.base-last.base <= t.pitch {
			whole, bracket := f.Words.Level(joined(out[n-1])), isBracket(l.pieces[0].text)
			switch longer := f.Words.Level(joined(out[n-1]) + joined(l.pieces)); {
			case bracket || longer || !whole && l.base-last.base < tightShare*tight:
				out[n-1] = append(out[n-1], l.pieces...)
				last = l
				continue
			case !whole:
				return nil, fmt.Errorf("the names under “%s” are not told apart", c.head.text)
			}
		}
		out = append(out, slices.Clone(l.pieces))
		last = l
	}
	return out, nil
}

func isBracket(text string) bool {
	r := []rune(text)
	return len(r) > 0 && (r[0] == '(' || r[0] == '（')
}

// wallsIn are the rows, from the second, over which a drawn line ends the group of a column; nil where not all rows have a
// line between them.
func (t *table) wallsIn(c *column) []int {
	top, bottom := t.heights()
	var entries []piece
	for i := range t.all {
		if t.all[i].head.role != Level {
			entries = append(entries, t.all[i].pieces...)
		}
	}
	if len(top) < 2 || len(c.pieces) == 0 {
		return nil
	}
	x0, x1 := extent(entries)
	a, z := extent(c.pieces)
	out := []int{}
	for k := 1; k < len(top); k++ {
		drawn := false
		for i := range t.walls {
			if w := &t.walls[i]; w.y > bottom[k-1] && w.y < top[k]+wallInto && covered(w.lines, x0, x1) >= wallShare*(x1-x0) {
				drawn = true
				if covered(w.lines, a, z) >= wallShare*(z-a) {
					out = append(out, k)
				}
			}
		}
		if !drawn {
			return nil
		}
	}
	return out
}

// bands are where the rows of a part end, sideways seen: one more than rows of entries, in the middle between the texts
// of two rows.
func (t *table) bands() []float64 {
	n := t.end() - t.heads
	top, bottom := t.heights()
	out := make([]float64, n+1)
	for k := 1; k < n; k++ {
		out[k] = (bottom[k-1] + top[k]) / 2
	}
	if n == 1 {
		return []float64{top[0], bottom[0]}
	}
	out[0] = top[0] - (out[1] - bottom[0])
	out[n] = bottom[n-1] + (top[n-1] - out[n-1])
	return out
}

// heights are where the texts of the entries begin and end.
func (t *table) heights() (top, bottom []float64) {
	n := t.end() - t.heads
	top, bottom = make([]float64, n), make([]float64, n)
	for k := range n {
		top[k], bottom[k] = math.Inf(1), math.Inf(-1)
		for i := range t.all {
			for _, q := range t.all[i].held[t.heads+k] {
				top[k], bottom[k] = min(top[k], q.base-q.size), max(bottom[k], q.base)
			}
		}
	}
	return top, bottom
}
