package foot

import (
	"slices"
	"strings"

	"fuhe"
)

// run is columns that may be the parts of another one.
type run struct {
	target int
	parts  []int
	tally  tally
}

// sideways finds the columns of a block that are the sum of those beside them, the innermost first: once proven, a sum stands for
// its parts. The rows in which one of them does not close are the findings.
func (s *sheet) sideways(b *block) []fuhe.TableFinding {
	active := append([]int(nil), b.figures...)
	var out []fuhe.TableFinding
	for len(active) > 2 {
		best, found := s.innermost(active)
		if !found {
			return out
		}
		for r := s.from; r < s.to; r++ {
			target, parts := s.at[r][best.target], s.row(nil, r, best.parts)
			if try(target, parts) == fails {
				out = append(out, finding(AcrossRule, target, parts))
			}
		}
		active = without(active, best.parts)
	}
	return out
}

// innermost is the proven sum with fewest parts.
func (s *sheet) innermost(active []int) (best run, found bool) {
	for i := range active {
		r, ok := s.bestRun(active, i)
		if ok && (!found || len(r.parts) < len(best.parts)) {
			best, found = r, true
		}
	}
	return best, found
}

// bestRun is the run of columns right or left of one that most often adds up to it.
func (s *sheet) bestRun(active []int, i int) (best run, found bool) {
	named := s.named(active[i])
	for _, step := range []int{1, -1} {
		parts := make([]int, 0, min(len(active), longestRun))
		for k := i + step; k >= 0 && k < len(active) && len(parts) < longestRun; k += step {
			parts = append(parts, active[k])
			if len(parts) < 2 {
				continue
			}
			r := run{active[i], parts, s.rows(active[i], parts)}
			if r.proven(named) && (!found || better(r.tally, best.tally)) {
				r.parts = slices.Clone(parts)
				best, found = r, true
			}
		}
	}
	return best, found
}

// better: more that closes, less that fails.
func better(a, b tally) bool {
	return a.strong+a.weak-2*a.fails > b.strong+b.weak-2*b.fails
}

// proven reports whether a column is known to be the sum of others. One that is called a sum needs less proof.
func (r run) proven(named bool) bool {
	strongs := 2
	if named {
		strongs = 1
	}
	return r.tally.strong >= strongs && r.tally.strong+r.tally.weak >= leastRows && r.tally.rare()
}

// named reports whether a column is headed as a sum.
func (s *sheet) named(k int) bool {
	for _, h := range strings.Split(strings.Trim(s.heads[k], "/"), "/") {
		if total(h) {
			return true
		}
	}
	return false
}

// rows tries a sum in every row, rows that repeat each other once.
func (s *sheet) rows(target int, parts []int) tally {
	var t tally
	met, values := lines{}, make([]value, 0, len(parts))
	for r := s.from; r < s.to; r++ {
		if s.at[r][target].state != figure {
			continue
		}
		values = s.row(values[:0], r, parts)
		if o := try(s.at[r][target], values); o != idle && met.add(s.at[r][target], values) {
			t.add(o)
		}
	}
	return t
}

// row adds the places of some columns in a row to others.
func (s *sheet) row(to []value, r int, columns []int) []value {
	to = slices.Grow(to, len(columns))
	for _, k := range columns {
		to = append(to, s.at[r][k])
	}
	return to
}

// without is a list without some of its elements.
func without(list, gone []int) []int {
	var out []int
	for _, x := range list {
		keep := true
		for _, g := range gone {
			keep = keep && x != g
		}
		if keep {
			out = append(out, x)
		}
	}
	return out
}
