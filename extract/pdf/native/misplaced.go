package native

// misplaced reports whether some object is not where the cross-reference says. It is asked when a page could not be read:
// what other readers show of such a file lacks the object, and they do not say so. Of cross-reference streams nothing is
// known, for those are packed; files that were damaged by hand or on the way have tables.
func (s *source) misplaced() bool {
	if !s.asked {
		s.asked = true
		s.wrong = (&places{source: s, known: make(map[int64]bool)}).wrong()
	}
	return s.wrong
}

// places goes through the tables of objects from the newest on.
type places struct {
	*source
	known map[int64]bool // objects that a newer table has
}

func (p *places) wrong() bool {
	at, err := p.start()
	sections := &sections{source: p.source, seen: make(map[int64]bool)}
	for n := 0; err == nil && n < maxSections; n++ {
		var entries object
		if entries, err = sections.section(at); err != nil {
			break
		}
		if p.wrongIn(at) {
			return true
		}
		prev, ok := entries.get("Prev")
		if !ok {
			break
		}
		at = int64(prev.num)
	}
	return false
}

// wrongIn looks through one table.
func (p *places) wrongIn(at int64) bool {
	b, err := p.slice(at, maxTableBytes)
	l := &lexer{b: b}
	if first := l.next(); err != nil || string(first.str) != "xref" {
		return false
	}
	for len(p.known) < maxPlaces {
		first, count := l.next(), l.next()
		if !index(first) || !index(count) {
			break
		}
		for i := range int64(count.num) {
			place, generation, kind := l.next(), l.next(), l.next()
			if !index(place) || !index(generation) {
				return false
			}
			id := int64(first.num) + i
			if !p.known[id] && string(kind.str) == "n" && place.num > 0 && !p.holds(int64(place.num), float64(id)) {
				return true
			}
			p.known[id] = true
		}
		l.reset()
	}
	return false
}

// holds reports whether an object begins at a place.
func (p *places) holds(at int64, id float64) bool {
	b, err := p.slice(at, 64)
	l := &lexer{b: b}
	number, generation, obj := l.next(), l.next(), l.next()
	return err == nil && number.num == id && index(number) && index(generation) && string(obj.str) == "obj"
}
