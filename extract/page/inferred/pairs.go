package inferred

import (
	"fmt"
	"slices"
)

// leastPairs is how many names of amounts stand in a row of the header that is a money block.
const leastPairs = 2

// labels tells the names of entries of a header. In a form without headings of money they are those of amounts, too, where
// several stand in one row: each with its figure behind it.
func (f *Finder) labels(l *layout) func(text string) bool {
	if l.has(Money) || !slices.ContainsFunc(rows(l.header), f.pairs) {
		return f.Words.Label
	}
	return func(text string) bool { return f.Words.Label(text) || f.Words.Amount(text) }
}

// pairs reports whether a row holds names of amounts, with a text between each and the next.
func (f *Finder) pairs(row []piece) bool {
	n, last := 0, -leastPairs
	for i, q := range row {
		if !f.Words.Amount(q.text) {
			continue
		}
		if i == last+1 {
			return false
		}
		n, last = n+1, i
	}
	return n >= leastPairs
}

// has reports whether a part was met.
func (l *layout) has(kind Part) bool {
	return slices.ContainsFunc(l.parts, func(p *part) bool { return p.kind == kind })
}

// caption makes the name of the money block an entry of the row of amounts beside it, which stands right of it.
func (f *Finder) caption(names []entry, rest []piece, pitch float64) ([]entry, []piece) {
	at := slices.IndexFunc(names, func(e entry) bool { return f.Words.Amount(joined(e.name)) })
	if at < 0 {
		return names, rest
	}
	first := &names[at]
	for i := range names {
		if e := &names[i]; f.Words.Amount(joined(e.name)) && e.x0 < first.x0 {
			first = e
		}
	}
	var left, others []piece
	for _, q := range rest {
		if q.x1 <= first.x0 && q.base >= first.first-pitch && q.base <= first.last+pitch {
			left = append(left, q)
		} else {
			others = append(others, q)
		}
	}
	if len(left) == 0 || !f.Words.Caption(Money, joined(left)) {
		return names, rest
	}
	e := entry{name: left, first: left[0].base, last: left[len(left)-1].base}
	e.x0, e.x1 = extent(left)
	if !e.beside(first) {
		return names, rest
	}
	return append(names, e), others
}

// amount says what stands behind the name of an amount that is no figure.
func (f *Finder) amount(e *entry) error {
	if name := joined(e.name); len(e.room) > 0 && f.Words.Amount(name) && !f.Words.Label(name) && !oneFigure(e.room) {
		return fmt.Errorf("“%s” under “%s” is no single figure", joined(e.room), name)
	}
	return nil
}
