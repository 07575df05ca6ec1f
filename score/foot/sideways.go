package foot

import (
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
			target, parts := s.at[r][best.target], s.row(r, best.parts)
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
	for _, step := range []int{1, -1} {
		var parts []int
		for k := i + step; k >= 0 && k < len(active) && len(parts) < longestRun; k += step {
			parts = append(parts, active[k])
			if len(parts) < 2 {
				continue
			}
			r := run{active[i], append([]int(nil), parts...), s.rows(active[i], parts)}
			if r.proven(s.named(active[i])) && (!found || better(r.tally, best.tally)) {
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
	met := map[string]bool{}
	for r := s.from; r < s.to; r++ {
		values := s.row(r, parts)
		o := try(s.at[r][target], values)
		if o == idle {
			continue
		}
		if key := signature(s.at[r][target], values); !met[key] {
			met[key] = true
			t.add(o)
		}
	}
	return t
}

// row are the places of some columns in a row.
func (s *sheet) row(r int, columns []int) []value {
	out := make([]value, len(columns))
	for i, k := range columns {
		out[i] = s.at[r][k]
	}
	return out
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
