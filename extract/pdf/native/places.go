package native

import (
	"math/bits"
	"math/rand/v2"
)

// places holds a number for each of many places. It is a table that is asked for every glyph of a page, and cleared at
// once for the next page.
type places struct {
	slots []slot // a power of two of them, at least half of them free
	used  int
	seed  [2]uint64 // how places are spread over the table: nobody can write a page that makes them fall together
}

type slot struct {
	at     place
	number int32 // of what is there, from 1; 0 for a free slot
}

const (
	fewPlaces = 1024 // room for these is made at once
	nobody    = -1   // the number of a place without one
)

// find is the slot of a place, or the free one that it would take.
func (p *places) find(at place) *slot {
	high, low := bits.Mul64(uint64(at)^p.seed[0], p.seed[1])
	for i := high ^ low; ; i++ {
		s := &p.slots[i&uint64(len(p.slots)-1)]
		if s.number == 0 || s.at == at {
			return s
		}
	}
}

// get is the number at a place, nobody when it has none.
func (p *places) get(at place) int32 {
	if p.used == 0 {
		return nobody
	}
	return p.find(at).number - 1
}

// put gives a place a number, and returns the one it had before.
func (p *places) put(at place, number int32) (before int32) {
	if 2*p.used >= len(p.slots) {
		p.grow()
	}
	s := p.find(at)
	before = s.number - 1
	if before == nobody {
		p.used++
	}
	s.at, s.number = at, number+1
	return before
}

func (p *places) grow() {
	old := p.slots
	if old == nil {
		p.seed = [2]uint64{rand.Uint64(), rand.Uint64() | 1}
	}
	p.slots = make([]slot, max(2*len(old), 2*fewPlaces))
	for _, s := range old {
		if s.number != 0 {
			*p.find(s.at) = s
		}
	}
}

// forget frees all places.
func (p *places) forget() {
	if p.used > 0 {
		clear(p.slots)
	}
	p.used = 0
}
