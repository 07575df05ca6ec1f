package inferred

import (
	"math"
	"slices"
)

// divider divides the rows of a part among the groups of a column.
type divider struct {
	t      *table
	groups [][]piece
	bands  []float64
	ends   []int // rows at which a group may end; nil for all
	how    setting
	walls  []int // rows over which a drawn line ends a group; nil where lines do not tell
	loose  int   // a group whose name stands anywhere beside its rows, for the page cuts them; 0 for none, from 1
}

// divide is the ways to give each group its rows; none where they are many. A part that goes on from the page before may
// begin with rows of a group named there, one that goes on on the next page may end with rows of one named there; and the
// name of a group that the edge of the page cuts stands where the page leaves room for it.
func (d *divider) divide() [][]span {
	n := len(d.bands) - 1
	if d.walls != nil {
		return d.between()
	}
	if len(d.groups) == 0 {
		if d.t.heads > 0 {
			return nil
		}
		return [][]span{{{nil, 0, n}}}
	}
	found := d.from(0, n)
	if len(found) > 0 {
		return clear(found)
	}
	for first := 1; d.t.heads == 0 && first < n; first++ {
		for _, s := range d.from(first, n) {
			found = append(found, append([]span{{nil, 0, first}}, s...))
		}
	}
	atTop := d.how == fromTop || d.how == onFirst // a group that begins on a page is named on it
	if len(found) == 0 && d.t.heads == 0 && !atTop {
		d.loose = 1
		found = d.from(0, n)
	}
	if len(found) > 0 && d.t.heads == 0 {
		return clear(found)
	}
	for last := n - 1; d.t.open && !atTop && last > 0; last-- {
		for _, s := range d.from(0, last) {
			found = append(found, append(s, span{nil, last, n}))
		}
	}
	if d.loose = len(d.groups); d.t.open {
		found = append(found, d.from(0, n)...)
	}
	return clear(found)
}

// clear are ways to divide rows, but for those met twice; none where from found several that it does not tell.
func clear(found [][]span) [][]span {
	var out [][]span
	for _, s := range found {
		if s == nil {
			return nil
		}
		if !slices.ContainsFunc(out, func(o []span) bool { return (spans{0: o}).same(spans{0: s}) }) {
			out = append(out, s)
		}
	}
	return out
}

// between gives each group the rows between drawn walls; none where two names stand between two of them.
func (d *divider) between() [][]span {
	n := len(d.bands) - 1
	out := []span{{nil, 0, n}}
	for k := 1; k < n; k++ {
		if slices.Contains(d.walls, k) {
			out[len(out)-1].to = k
			out = append(out, span{nil, k, n})
		}
	}
	for _, g := range d.groups {
		middle := (g[0].base+g[len(g)-1].base)/2 - g[0].size/2
		at := slices.IndexFunc(out, func(s span) bool { return middle < d.bands[s.to] })
		if at < 0 || middle < d.bands[out[at].from] || out[at].pieces != nil {
			return nil
		}
		out[at].pieces = g
	}
	return [][]span{out}
}

// from are the ways to divide the rows from one up to another, at most two.
func (d *divider) from(first, n int) [][]span {
	m := len(d.groups)
	type state struct {
		ways int
		from int
	}
	states := make([][]state, m+1) // of giving the rows up to one to the first groups
	for g := range states {
		states[g] = make([]state, n+1)
	}
	states[0][first].ways = 1
	for g := 1; g <= m; g++ {
		for to := first + 1; to <= n; to++ {
			if d.ends != nil && !slices.Contains(d.ends, to) {
				continue
			}
			for from := first; from < to; from++ {
				if states[g-1][from].ways > 0 && d.stands(g-1, from, to) {
					states[g][to].ways = min(2, states[g][to].ways+states[g-1][from].ways)
					states[g][to].from = from
				}
			}
		}
	}
	if w := states[m][n].ways; w != 1 {
		return make([][]span, w)
	}
	out := make([]span, m)
	for g, to := m, n; g > 0; g-- {
		from := states[g][to].from
		out[g-1] = span{d.groups[g-1], from, to}
		to = from
	}
	return [][]span{out}
}

// stands reports whether the name of a group stands where that of the rows would.
func (d *divider) stands(g, from, to int) bool {
	p := d.groups[g]
	first, last, size := p[0].base, p[len(p)-1].base, p[0].size
	row := func(k int) float64 { return d.t.rows[d.t.heads+k] }
	above := d.t.heads == 0 && from == 0 // the name may reach up to the edge of the page
	if d.loose == g+1 && (first > d.bands[from] || above) && (last < d.bands[to] || d.t.open && to == len(d.bands)-1) {
		return true
	}
	switch d.how {
	case onFirst:
		return math.Abs((first+last)/2-row(from)) <= centreShare*size
	case fromTop:
		return math.Abs(first-row(from)) <= centreShare*size
	case toBottom:
		return math.Abs(last-row(to-1)) <= centreShare*size
	}
	middle := (first+last)/2 - size/2
	if to == from+1 {
		return math.Abs(middle+size/2-row(from)) <= centreShare*size
	}
	reach := levelShare * leastDistance(d.t.rows[d.t.heads:])
	return math.Abs(middle-(d.bands[from]+d.bands[to])/2) <= max(reach, centreShare*size)
}
