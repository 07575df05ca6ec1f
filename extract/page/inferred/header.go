package inferred

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"fuhe/extract/page/typeset"
)

// entryRow is a row of the header: names of entries, and the room behind each.
type entryRow struct {
	base  float64
	names []head
	named [][]piece
	rooms [][]piece
}

// entries are the rows of the header, and what stands over them.
func (f *Finder) entries(l *layout) (found []entryRow, above []piece, err error) {
	var loose []piece
	for _, row := range rows(l.header) {
		e, ok := f.entryRow(row)
		switch {
		case ok:
			found = append(found, e)
		case len(found) == 0:
			above = append(above, row...)
		default:
			loose = append(loose, row...)
		}
	}
	if len(found) == 0 {
		return nil, above, nil
	}
	// A first row may begin with the first line of a broken entry.
	above = slices.DeleteFunc(above, func(q piece) bool {
		near := found[0].base-q.base <= pitchShare*q.size
		if near {
			loose = append(loose, q)
		}
		return near
	})
	for _, q := range loose {
		if err := give(found, q); err != nil {
			return nil, nil, err
		}
	}
	for i := range found {
		if err := found[i].whole(); err != nil {
			return nil, nil, err
		}
	}
	return found, above, nil
}

// entryRow is a row as names and what stands behind them; false when it does not begin with a name.
func (f *Finder) entryRow(row []piece) (entryRow, bool) {
	heads := tokens(row, func(text string) Role {
		if f.Words.Label(text) {
			return Other
		}
		return Unknown
	})
	if heads[0].role == Unknown {
		return entryRow{}, false
	}
	e := entryRow{base: row[0].base}
	for _, h := range heads {
		if h.role != Unknown {
			e.names, e.rooms, e.named = append(e.names, h), append(e.rooms, nil), append(e.named, nil)
		}
		for _, q := range row {
			if q.x0 >= h.x0 && q.x1 <= h.x1 {
				if n := len(e.names) - 1; h.role != Unknown {
					e.named[n] = append(e.named[n], q)
				} else {
					e.rooms[n] = append(e.rooms[n], q)
				}
			}
		}
	}
	return e, true
}

// give gives a text that stands on no line of names to the entry whose text it goes on with.
func give(found []entryRow, q piece) error {
	at, best, second := -1, math.Inf(1), math.Inf(1)
	for i := range found {
		switch d := math.Abs(found[i].base - q.base); {
		case d < best:
			at, best, second = i, d, best
		case d < second:
			second = d
		}
	}
	e := &found[at]
	if best > pitchShare*q.size || second < 1.2*best {
		return fmt.Errorf("“%s” stands beside no entry", q.text)
	}
	for i, h := range e.names {
		end := math.Inf(1)
		if i+1 < len(e.names) {
			end = e.names[i+1].x0
		}
		if q.x0 >= h.x1 && q.x1 <= end {
			e.rooms[i] = append(e.rooms[i], q)
			return nil
		}
	}
	return fmt.Errorf("“%s” stands under several entries", q.text)
}

// whole says which entry of a row is not where the entry of that name would be.
func (e *entryRow) whole() error {
	for _, room := range e.rooms {
		lines := linesOf(room)
		if len(lines) < 2 {
			continue
		}
		first, last, size := lines[0].base, lines[len(lines)-1].base, lines[0].size
		if math.Abs((first+last)/2-e.base) > centreShare*size && math.Abs(first-e.base) > centreShare*size {
			return fmt.Errorf("“%s” stands beside no entry", joined(room))
		}
	}
	return nil
}

// add puts the rows of a header into a form.
func (e *entryRow) add(b *builder) error {
	type text struct {
		pieces []piece
		x0, x1 float64
	}
	var all []text
	put := func(pieces []piece) {
		x0, x1 := extent(pieces)
		all = append(all, text{pieces, x0, x1})
	}
	for i, name := range e.named {
		put(name)
		lines := linesOf(e.rooms[i])
		if len(lines) == 0 {
			end := b.right
			if i+1 < len(e.names) {
				end = e.names[i+1].x0
			}
			all = append(all, text{nil, e.names[i].x1, end})
			continue
		}
		if len(lines) > 1 {
			put(e.rooms[i])
			continue
		}
		from, room := 0, lines[0].pieces
		for k := 1; k <= len(room); k++ {
			if k == len(room) || room[k].x0-room[k-1].x1 > valueShare*room[k].size {
				put(room[from:k])
				from = k
			}
		}
	}
	r := b.row()
	left := b.left
	for i, t := range all {
		right := b.right
		if i+1 < len(all) {
			right = (t.x1 + all[i+1].x0) / 2
		}
		if right-left < typeset.LineShare {
			return errors.New("the entries of the header stand over one another")
		}
		b.put(cell{row: r, rows: 1, x0: left, x1: right, pieces: t.pieces, width: t.x1 - t.x0})
		left = right
	}
	return nil
}
