package inferred

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"

	"fuhe/extract/page/typeset"
)

// entry is the name of an entry of the header, and the room behind it.
type entry struct {
	name        []piece
	x0, x1      float64
	first, last float64 // the baselines of its name
	room        []piece
}

// entryRow are entries that stand side by side.
type entryRow []entry

func (e *entry) middle() float64 { return (e.first + e.last) / 2 }

// beside reports whether two names stand in one row: around one line, or both on their first.
func (e *entry) beside(o *entry) bool {
	reach := typeset.LineShare * e.name[0].size
	return math.Abs(e.middle()-o.middle()) <= reach || math.Abs(e.first-o.first) <= reach
}

// entries are the rows of the header, and what stands over them.
func (f *Finder) entries(l *layout, pitch float64) (found []entryRow, above []piece, err error) {
	names, rest := names(l.header, f.labels(l), pitch)
	if len(names) == 0 {
		return nil, l.header, nil
	}
	if !l.has(Money) {
		names, rest = f.caption(names, rest, pitch)
	}
	slices.SortStableFunc(names, func(a, b entry) int { return cmp.Compare(a.middle(), b.middle()) })
	for _, e := range names {
		if n := len(found); n > 0 && e.beside(&found[n-1][0]) {
			found[n-1] = append(found[n-1], e)
			continue
		}
		found = append(found, entryRow{e})
	}
	for _, row := range found {
		slices.SortFunc(row, func(a, b entry) int { return cmp.Compare(a.x0, b.x0) })
	}
	for _, q := range rest {
		if !give(found, q, pitch) {
			if q.base > found[0][0].first-centreShare*q.size {
				return nil, nil, fmt.Errorf("“%s” stands beside no entry", q.text)
			}
			above = append(above, q)
		}
	}
	for n, row := range found {
		for i := range row {
			e := &row[i]
			err := e.whole(pitch)
			if err != nil && n == 0 { // a line over the header is no part of it
				var over []piece
				over, e.room = between(e.room, math.Inf(-1), e.first-centreShare*e.name[0].size), below(e.room, e.first-centreShare*e.name[0].size)
				above = append(above, over...)
				err = e.whole(pitch)
			}
			if err == nil {
				err = f.amount(e)
			}
			if err != nil {
				return nil, nil, err
			}
		}
	}
	return found, above, nil
}

// names are the names of entries among the texts of a header, some of them broken into lines, and the other texts. A text
// that is a name stands for one only at the left of its row, or behind the text of another entry.
func names(pieces []piece, label func(text string) bool, pitch float64) (found []entry, rest []piece) {
	used := make([]bool, len(pieces))
	add := func(name []int) {
		e := entry{first: pieces[name[0]].base, last: pieces[name[len(name)-1]].base}
		for _, i := range name {
			used[i] = true
			e.name = append(e.name, pieces[i])
		}
		e.x0, e.x1 = extent(e.name)
		found = append(found, e)
	}
	for i := range pieces { // the longest name first: 单位 and 主管部门 are names, too, and no more than a line of one
		if name := broken(pieces, used, i, label, pitch); name != nil {
			add(name)
		}
	}
	for i := range pieces {
		for k := i; !used[i] && k < min(len(pieces), i+maxHeadRows); k++ {
			run := pieces[i : k+1]
			if k > i && (pieces[k].base-pieces[k-1].base > sameBaseShare*pieces[k].size || pieces[k].x0-pieces[k-1].x1 > spacedShare*pieces[k].size || !alone(run)) {
				break
			}
			if label(joined(run)) {
				var name []int
				for n := i; n <= k; n++ {
					name = append(name, n)
				}
				add(name)
			}
		}
	}
	for i, q := range pieces {
		if !used[i] {
			rest = append(rest, q)
		}
	}
	return found, rest
}

// broken is the longest name that begins with a text and goes on in the lines under it; nil when there is none of several lines,
// or each of them is a name by itself.
func broken(pieces []piece, used []bool, first int, label func(string) bool, pitch float64) []int {
	if used[first] {
		return nil
	}
	lines, whole, each := []int{first}, pieces[first].text, label(pieces[first].text)
	var name []int
	for len(lines) < maxNameLines {
		last := lines[len(lines)-1]
		next := slices.IndexFunc(pieces[last+1:], func(q piece) bool { return pieces[last].over(&q, pitch) })
		if next < 0 || used[last+1+next] {
			break
		}
		next += last + 1
		lines, whole, each = append(lines, next), whole+pieces[next].text, each && label(pieces[next].text)
		if !each && label(whole) {
			name = slices.Clone(lines)
		}
	}
	return name
}

// over reports whether a text stands in the line under another one and may be of it; what is printed in brackets reaches no
// farther than it.
func (p *piece) over(below *piece, pitch float64) bool {
	gap := below.base - p.base
	if gap <= typeset.LineShare*p.size || gap > pitch {
		return false
	}
	if isBracket(below.text) {
		return below.x0 >= p.x0-p.size && below.x1 <= p.x1+p.size
	}
	return p.x0 < below.x1 && below.x0 < p.x1
}

// give gives a text to the entry it stands behind; false when there is none, or more than one.
func give(found []entryRow, q piece, pitch float64) bool {
	var best *entry
	near, second := math.Inf(1), math.Inf(1)
	for _, row := range found {
		for i := range row {
			e, end := &row[i], math.Inf(1)
			if i+1 < len(row) {
				end = row[i+1].x0
			}
			if q.x0 < e.x1 || q.x1 > end {
				continue
			}
			switch d := min(math.Abs(e.middle()-q.base), math.Abs(e.first-q.base)); {
			case d < near:
				best, near, second = e, d, near
			case d < second:
				second = d
			}
		}
	}
	if best == nil || near > pitch || second < nearOverOther*near {
		return false
	}
	best.room = append(best.room, q)
	return true
}

// whole says when the text of an entry is not where one of that name would be.
func (e *entry) whole(pitch float64) error {
	lines := linesOf(e.room)
	if len(lines) == 0 {
		return nil
	}
	first, last, reach := lines[0].base, lines[len(lines)-1].base, centreShare*lines[0].size
	if math.Abs((first+last)/2-e.middle()) > reach && math.Abs(first-e.first) > reach {
		return fmt.Errorf("“%s” stands beside no entry", joined(e.room))
	}
	for i := 1; i < len(lines); i++ {
		if lines[i].base-lines[i-1].base > pitch {
			return fmt.Errorf("“%s” are several texts", joined(e.room))
		}
	}
	if len(lines) > 1 && sideBySide(e.room) {
		return fmt.Errorf("“%s” are several texts", joined(e.room))
	}
	return nil
}

// sideBySide reports whether white runs down between texts, wider than within one text of the header.
func sideBySide(room []piece) bool {
	sorted := slices.SortedFunc(slices.Values(room), func(a, b piece) int { return cmp.Compare(a.x0, b.x0) })
	end := sorted[0].x1
	for _, q := range sorted {
		if q.x0-end > valueShare*q.size {
			return true
		}
		end = max(end, q.x1)
	}
	return false
}

// add puts a row of the header into a form.
func (r entryRow) add(b *builder) error {
	type text struct {
		pieces []piece
		x0, x1 float64
	}
	var all []text
	put := func(pieces []piece) {
		x0, x1 := extent(pieces)
		all = append(all, text{pieces, x0, x1})
	}
	for i := range r {
		e := &r[i]
		put(e.name)
		lines := linesOf(e.room)
		switch len(lines) {
		case 0:
			end := b.right
			if i+1 < len(r) {
				end = r[i+1].x0
			}
			all = append(all, text{nil, e.x1, end})
		case 1:
			from, room := 0, lines[0].pieces
			for k := 1; k <= len(room); k++ {
				if k == len(room) || room[k].x0-room[k-1].x1 > valueShare*room[k].size {
					put(room[from:k])
					from = k
				}
			}
		default:
			put(e.room)
		}
	}
	row := b.row()
	left := b.left
	for i, t := range all {
		right := b.right
		if i+1 < len(all) {
			right = (t.x1 + all[i+1].x0) / 2
		}
		if right <= left {
			return errors.New("the entries of the header stand over one another")
		}
		b.put(cell{row: row, rows: 1, x0: left, x1: right, pieces: t.pieces, width: t.x1 - t.x0})
		left = right
	}
	return nil
}
