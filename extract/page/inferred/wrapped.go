package inferred

import (
	"fmt"

	"fuhe/extract/page/typeset"
)

// brokenNames are the rows of names of funds some of which are broken: the middle of their lines, or the first of them.
func (t *table) brokenNames(w *Words, middle bool) []float64 {
	var below []piece
	for _, q := range t.all[0].pieces {
		if q.base > t.rows[0]+centreShare*q.size {
			below = append(below, q)
		}
	}
	s := solver{lines: linesOf(below), pitch: t.pitch}
	for _, l := range s.lines {
		s.width = max(s.width, l.x1-l.x0)
	}
	var out []float64
	broken := false
	for i := 0; i < len(s.lines); {
		j := i + 1
		for j < len(s.lines) && s.goesOn(j, false) && !w.wholeFund(joined(s.lines[j].pieces)) {
			j++
		}
		at := s.lines[i].base
		if middle {
			at = (at + s.lines[j-1].base) / 2
		}
		out, broken, i = append(out, at), broken || j > i+1, j
	}
	if !broken {
		return nil
	}
	return out
}

// wholeFund reports whether a text is the name of a fund and no rest of one.
func (w *Words) wholeFund(text string) bool {
	return len([]rune(text)) >= leastFundName && w.Fund(text)
}

// broken says which two rows of a money block are the lines of one: a figure goes on from the one to the other, or all
// texts of the second may go on with those of the first, which left no room for them, and none of them is the name of a fund.
func (t *table) broken(w *Words) error {
	for k := t.heads + 1; k < len(t.rows); k++ {
		all := !w.wholeFund(joined(t.all[0].held[k]))
		for i := range t.all {
			c := &t.all[i]
			if len(c.held[k]) == 0 {
				continue
			}
			if len(c.held[k-1]) == 0 {
				all = false
				continue
			}
			first, rest := joined(c.held[k-1]), joined(c.held[k])
			if wholeFigure(first) && typeset.Unended(first) && typeset.Figure(first+rest) {
				return fmt.Errorf("“%s” over “%s” is a figure broken in two", first, rest)
			}
			all = all && t.full(c, k)
		}
		if all {
			return fmt.Errorf("“%s” over “%s” may be one row", joined(t.all[0].held[k-1]), joined(t.all[0].held[k]))
		}
	}
	return nil
}

// figuresBroken says which figure of a role goes on in the next row: the two are the lines of one.
func (t *table) figuresBroken(role Role) error {
	for _, c := range t.all {
		for k := t.heads + 1; c.head.role == role && k < len(t.rows); k++ {
			if len(c.held[k-1]) == 0 || len(c.held[k]) == 0 || t.rows[k]-t.rows[k-1] > t.pitch {
				continue
			}
			if first, rest := joined(c.held[k-1]), joined(c.held[k]); wholeFigure(first) && typeset.Unended(first) && typeset.Figure(first+rest) {
				return fmt.Errorf("“%s” over “%s” is a figure broken in two", first, rest)
			}
		}
	}
	return nil
}

// full reports whether the text of a column in a row may go on with that of the row above, which left no room for it.
func (t *table) full(c *column, k int) bool {
	s := solver{lines: linesOf(c.pieces), pitch: t.pitch}
	for _, l := range s.lines {
		s.width = max(s.width, l.x1-l.x0)
	}
	first := linesOf(c.held[k])[0]
	for n := range s.lines {
		if n > 0 && s.lines[n].base == first.base {
			return s.goesOn(n, false)
		}
	}
	return false
}
