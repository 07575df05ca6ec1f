package inferred

import (
	"slices"
	"strconv"
)

// numbering is the column at the left of a form that numbers its rows, through all its parts and pages.
type numbering struct {
	page   int
	x0, x1 float64
	last   int
}

// unnumber takes the numbers of rows off a page, with their headings: a column of its own in which nothing else stands, counted
// from one, or from where the page before ended.
func (f *Finder) unnumber(s *sheet) {
	before := f.numbers
	f.numbers = nil
	n, first := numbering{page: s.page.Number}, 0
	var found []piece
	if before != nil && before.page+1 == n.page {
		n, first = numbering{n.page, before.x0, before.x1, before.last}, before.last
	} else if at := slices.IndexFunc(s.pieces, func(q piece) bool { return f.Words.Numbers(q.text) }); at >= 0 {
		n.x0, n.x1 = s.pieces[at].x0, s.pieces[at].x1
	} else {
		return
	}
	var column []piece // from the first heading or number on
	for _, q := range s.pieces {
		if q.x0 < n.x1 && q.x1 > n.x0 && (len(column) > 0 || f.Words.Numbers(q.text) || q.text == strconv.Itoa(n.last+1)) {
			column = append(column, q)
		}
	}
	end := 0
	for i, q := range column {
		if q.text == strconv.Itoa(n.last+1) {
			n.last++
			end = i + 1
		}
	}
	for _, q := range column[:end] {
		if !f.Words.Numbers(q.text) && !isFigure(q.text) {
			return // something else stands among them
		}
		found = append(found, q)
	}
	if n.last < leastNumbered || len(found) > 0 && figures(found) != n.last-first {
		return
	}
	s.pieces = without(s.pieces, found)
	f.numbers = &n
}

// figures is the number of figures among texts.
func figures(pieces []piece) int {
	n := 0
	for _, q := range pieces {
		if isFigure(q.text) {
			n++
		}
	}
	return n
}
