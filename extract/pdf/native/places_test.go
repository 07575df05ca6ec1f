package native

import (
	"math/rand/v2"
	"testing"
)

// A table of places tells what a map tells, also when it is used again.
func TestPlaces(t *testing.T) {
	var p places
	r := rand.New(rand.NewPCG(1, 2))
	for round := range 3 {
		want := make(map[place]int32)
		for i := range int32(5000) {
			at := placeOf('0'+rune(r.IntN(10)), r.IntN(40)-2, r.IntN(60)-2)
			before, ok := want[at]
			if !ok {
				before = nobody
			}
			p.reserve()
			s := p.find(at)
			if got := s.number(); got != before {
				t.Fatalf("round %d: %x has %d, not %d", round, at, got, before)
			}
			p.set(s, at, i)
			want[at] = i
		}
		p.forget()
		for at := range want {
			if got := p.find(at).number(); got != nobody {
				t.Fatalf("round %d: %x has %d still", round, at, got)
			}
		}
	}
}
