package inferred

import (
	"fmt"
	"slices"
)

// spans are the groups of some columns.
type spans map[int][]span

func (w spans) same(o spans) bool {
	for i, s := range w {
		if !slices.EqualFunc(s, o[i], func(x, y span) bool { return x.from == y.from && x.to == y.to && len(x.pieces) == len(y.pieces) }) {
			return false
		}
	}
	return true
}

// waysBy are the ways to give groups their rows, by how their names stand to these.
type waysBy map[setting][]spans

// ways are the different ways to give the groups of all columns their rows, and why there is none under one of the settings.
func (f *Finder) ways(t *table, cols []int, hows []setting) (ways []spans, by waysBy, failed error) {
	by, loose := waysBy{}, waysBy{}
	for _, how := range t.asBefore(append(slices.Clone(hows), onFirst)) {
		if how == onFirst && t.heads == 0 && t.hows == nil {
			continue // rows of a group of the page before may stand over the first name
		}
		found, sure, err := f.divided(t, cols, how)
		if err != nil {
			failed = err
		}
		if loose[how] = found; sure {
			by[how] = found
		}
		for _, w := range found {
			if !slices.ContainsFunc(ways, w.same) {
				ways = append(ways, w)
			}
		}
	}
	if len(by) == 0 {
		by = loose
	}
	return ways, by, failed
}

// of are the settings under which groups have these rows.
func (b waysBy) of(w spans) []setting {
	var out []setting
	for how := range onFirst + 1 {
		if slices.ContainsFunc(b[how], w.same) {
			out = append(out, how)
		}
	}
	return out
}

// asBefore keeps the ways names may stand in their rows in which those of the page before do, where one of them is left.
func (t *table) asBefore(hows []setting) []setting {
	kept := slices.DeleteFunc(slices.Clone(hows), func(h setting) bool { return !slices.Contains(t.hows, h) })
	if len(kept) == 0 {
		return hows
	}
	return kept
}

// torn reports whether rows at the edge of a page are taken for those of a group that is named on another page, while the
// names of the smaller groups in them say that they belong to the one beside them.
func (f *Finder) torn(t *table, w spans) bool {
	for i := 1; i < len(t.all); i++ {
		larger, smaller := w[i-1], w[i]
		for n, s := range larger {
			if len(s.pieces) > 0 || len(larger) < 2 {
				continue
			}
			beside := larger[max(n-1, 0)]
			if n == 0 {
				beside = larger[1]
			}
			for _, o := range smaller {
				if o.from >= s.from && o.from < s.to && len(o.pieces) > 0 {
					if known, ok := f.Words.Under(joined(o.pieces), joined(beside.pieces)); known && ok {
						return true
					}
				}
			}
		}
	}
	return false
}

// under says which group cannot belong to the larger one it was found in.
func (f *Finder) under(t *table, w spans) error {
	for i := 1; i < len(t.all); i++ {
		for _, s := range w[i] {
			for _, o := range w[i-1] {
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
