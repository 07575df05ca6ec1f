package native

import (
	"math/bits"
	"math/rand/v2"
)

// places holds a number for each of many places. It is a table that is asked for every glyph of a page, and cleared at
// once for the next page.
type places struct {
	slots []slot // a power of two of them, half of them free at least
	used  int
	seed  [2]uint64 // how places are spread over the table: nobody can write a page that makes them fall together
}

// slot is where the number of a place is, or would be.
type slot struct {
	at    place
	above int32 // the number and one; 0 when there is none
}

const (
	fewPlaces = 1024 // room for these is made at once
	nobody    = -1   // the number of a place without one
)

// number is the number of the place that the slot was found for.
func (s *slot) number() int32 { return s.above - 1 }

// reserve makes room for another place. Slots that were found are no more.
func (p *places) reserve() {
	if 2*p.used < len(p.slots) {
		return
	}
	old := p.slots
	if old == nil {
		p.seed = [2]uint64{rand.Uint64(), rand.Uint64() | 1}
	}
	p.slots = make([]slot, max(2*len(old), 2*fewPlaces))
	for _, s := range old {
		if s.above != 0 {
			*p.find(s.at) = s
		}
	}
}

// find is the slot of a place. Room was made before.
func (p *places) find(at place) *slot {
	high, low := bits.Mul64(uint64(at)^p.seed[0], p.seed[1])
	for i := high ^ low; ; i++ {
		s := &p.slots[i&uint64(len(p.slots)-1)]
		if s.above == 0 || s.at == at {
			return s
		}
	}
}

// set gives a place a number, in its slot.
func (p *places) set(s *slot, at place, number int32) {
	if s.above == 0 {
		p.used++
	}
	s.at, s.above = at, number+1
}

// forget frees all places.
func (p *places) forget() {
	if p.used > 0 {
		clear(p.slots)
	}
	p.used = 0
}
