package native

import "sync"

// stint is a bounded piece of reading: what one page may unpack and look up, or one font.
type stint struct {
	unpacker *unpacker
	left     int // bytes that may still be unpacked
	meter    meter
}

func newStint() stint { return stint{unpacker: unpackers.Get().(*unpacker), left: maxPageBytes} }

// unpackers are used again: each holds the window of a packed stream.
var unpackers = sync.Pool{New: func() any { return new(unpacker) }}

// end gives back what the stint was done with.
func (s *stint) end() {
	unpackers.Put(s.unpacker)
	s.unpacker = nil
}

// cost is what a stint took.
type cost struct {
	spent int // bytes unpacked
	meter meter
}

func (s *stint) cost() cost { return cost{maxPageBytes - s.left, s.meter} }

// unpack is the content of a stream, within what the stint may still take.
func (s *stint) unpack(v value) ([]byte, error) {
	b, err := s.unpacker.unpack(v, s.left)
	s.left = max(0, s.left-len(b))
	return b, err
}

// unpackOnto puts the content of a stream behind bytes, within what the stint may still take.
func (s *stint) unpackOnto(before []byte, v value) ([]byte, error) {
	all, err := s.unpacker.unpackOnto(before, v, s.left)
	s.left = max(0, s.left-(len(all)-len(before)))
	return all, err
}
