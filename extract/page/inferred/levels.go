package inferred

import (
	"errors"
	"fmt"
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
	var found map[int][]span
	var failed error
	for _, how := range hows {
		spans, err := f.spans(t, cols, how)
		switch {
		case err != nil:
			failed = err
		case found == nil:
			found = spans
		case !sameSpans(found, spans):
			return errors.New("the rows of the groups of indicators are not told apart")
		}
	}
	if found == nil && len(cols) > 0 {
		return failed
	}
	for i, s := range found {
		t.all[i].spans = s
	}
	return f.under(t)
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

// spans are the rows of the groups of all columns when their names stand in them in one way.
func (f *Finder) spans(t *table, cols []int, how setting) (map[int][]span, error) {
	bands := t.bands()
	ends := []int(nil) // rows at which the smaller groups end
	out := map[int][]span{}
	for _, i := range cols {
		c := &t.all[i]
		groups, err := f.groups(t, c)
		if err != nil {
			return nil, err
		}
		d := divider{t: t, groups: groups, bands: bands, ends: ends, how: how}
		spans, ok := d.divide()
		if !ok {
			return nil, fmt.Errorf("the rows of the groups under “%s” are not told apart", c.head.text)
		}
		for _, s := range spans {
			if f.Words.glued(Indicators, joined(s.pieces), f.Words.Level) {
				return nil, fmt.Errorf("the names under “%s” are not told apart", c.head.text)
			}
		}
		out[i], ends = spans, nil
		for _, s := range spans {
			ends = append(ends, s.to)
		}
	}
	return out, nil
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

// bands are where the rows of a part end, sideways seen: one more than rows of entries, in the middle between the texts
// of two rows.
func (t *table) bands() []float64 {
	n := t.end() - t.heads
	top, bottom := make([]float64, n), make([]float64, n)
	for k := range n {
		top[k], bottom[k] = math.Inf(1), math.Inf(-1)
		for i := range t.all {
			for _, q := range t.all[i].held[t.heads+k] {
				top[k], bottom[k] = min(top[k], q.base-q.size), max(bottom[k], q.base)
			}
		}
	}
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

func sameSpans(a, b map[int][]span) bool {
	for i, s := range a {
		if !slices.EqualFunc(s, b[i], func(x, y span) bool { return x.from == y.from && x.to == y.to && len(x.pieces) == len(y.pieces) }) {
			return false
		}
	}
	return true
}

// under says which group cannot belong to the larger one it was found in.
func (f *Finder) under(t *table) error {
	for i := 1; i < len(t.all); i++ {
		if t.all[i].head.role != Level || t.all[i-1].head.role != Level {
			continue
		}
		for _, s := range t.all[i].spans {
			for _, o := range t.all[i-1].spans {
				if s.from >= o.from && s.from < o.to && len(s.pieces) > 0 && len(o.pieces) > 0 {
					if known, ok := f.Words.Under(joined(s.pieces), joined(o.pieces)); known && !ok {
						return fmt.Errorf("“%s” would belong to “%s”", joined(s.pieces), joined(o.pieces))
					}
				}
			}
		}
	}
	return nil
}
