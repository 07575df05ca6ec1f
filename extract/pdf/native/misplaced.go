package native

import "bytes"

// misplaced reports whether some object is not where the cross-reference says. It is asked when a page could not be read:
// what other readers show of such a file lacks the object, and they do not say so.
func (s *source) misplaced() bool {
	if s.asked {
		return s.wrong
	}
	s.asked = true
	looked := 0
	for id, e := range s.entries {
		if e.kind != plain {
			continue
		}
		if looked++; looked > maxPlaces {
			break
		}
		if !s.holds(e.at, float64(id)) {
			s.wrong = true
			break
		}
	}
	return s.wrong
}

// holds reports whether an object begins at a place.
func (s *source) holds(at int64, id float64) bool {
	b, err := s.slice(at, 64)
	l := &lexer{b: b}
	number, generation, obj := l.next(), l.next(), l.next()
	return err == nil && number.num == id && index(number) && index(generation) && bytes.HasPrefix(obj.str, []byte("obj"))
}
