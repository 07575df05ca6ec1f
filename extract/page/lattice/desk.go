package lattice

import (
	"sync"

	"fuhe/extract/page"
	"fuhe/extract/page/typeset"
)

// desk is where a page is read: what took room for one is room for the next. Nothing of a page is left on it, and nothing
// that is handed on lies on it. One page is read on it at a time.
type desk struct {
	typeset.Desk
	cells   room[cell]
	glyphs  room[typeset.Glyph]
	spots   room[spot]
	lines   room[line]
	rules   room[page.Rule]
	strokes room[stroke]
	places  room[int]
	floats  room[float64]
	flags   room[bool]
	bounds  room[bounds]
	turns   room[typeset.Turn]
	blocks  []block
}

// desks are those that nobody reads at.
var desks = sync.Pool{New: func() any { return new(desk) }}

// clear makes the desk ready for another page.
func (d *desk) clear() {
	d.Desk.Clear()
	d.cells.clear()
	d.glyphs.clear()
	d.spots.clear()
	d.lines.clear()
	d.rules.clear()
	d.strokes.clear()
	d.places.clear()
	d.floats.clear()
	d.flags.clear()
	d.bounds.clear()
	d.turns.clear()
	clear(d.blocks)
	if cap(d.blocks) > mostKept {
		d.blocks = nil
	}
}

// room is room for many slices, side by side.
type room[T any] struct{ taken []T }

// take is room for n, all zero.
func (r *room[T]) take(n int) []T {
	from := len(r.taken)
	if cap(r.taken)-from < n {
		r.taken, from = make([]T, 0, max(n, 2*cap(r.taken))), 0
	}
	r.taken = r.taken[:from+n]
	return r.taken[from : from+n : from+n]
}

// clear makes all of it free again; more than pages take is given up.
func (r *room[T]) clear() {
	if cap(r.taken) > mostKept {
		r.taken = nil
		return
	}
	clear(r.taken)
	r.taken = r.taken[:0]
}
