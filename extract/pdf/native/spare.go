package native

import (
	"sync"

	"fuhe/extract/page"
)

// spare is room for pieces of pages that nobody looks at any more.
type spare[T any] struct {
	mutex sync.Mutex
	held  [][]T
}

// give takes room that is free, but for very much of it.
func (s *spare[T]) give(room []T) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if cap(room) > 0 && cap(room) <= roomForPieces && len(s.held) < sparePages {
		s.held = append(s.held, room[:0])
	}
}

// copied is a copy of pieces, in room that is free where there is some.
func (s *spare[T]) copied(pieces []T) []T {
	if len(pieces) == 0 {
		return nil
	}
	return append(s.take(len(pieces)), pieces...)
}

// take is room for n pieces. Where what is free is too little, more than needed is made, for the page after this one.
func (s *spare[T]) take(n int) []T {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	last := len(s.held) - 1
	if last < 0 {
		return make([]T, 0, n)
	}
	room := s.held[last]
	if s.held = s.held[:last]; cap(room) >= n {
		return room
	}
	return make([]T, 0, n+n/4)
}

// Release gives a page back that was read: nobody looks at it any more, and another may be drawn where it was.
func (d *Document) Release(p page.Page) {
	d.spareGlyphs.give(p.Glyphs)
	d.spareRules.give(p.Rules)
}
