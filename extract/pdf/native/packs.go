package native

import (
	"fmt"
	"math"
)

// packs are the streams of objects of a file, unpacked when one of their objects is first asked for.
type packs struct {
	byNumber  map[int64]*pack
	heldPacks int64 // bytes unpacked and kept,
	allPacks  int64 // and in all
}

// pack is one stream of objects.
type pack struct {
	content []byte
	places  map[uint32]int // where its objects begin
	err     error          // why there are no more of them
}

// unpacked reads an object that lies in a stream of objects.
func (s *source) unpacked(id uint32) heldObject {
	stream := s.entries[id].at
	p := s.pack(stream)
	place, ok := p.places[id]
	switch {
	case !ok && p.err != nil:
		panic(p.err)
	case !ok:
		panic(fmt.Errorf("damaged: object %d is not in the stream of objects %d", id, stream))
	}
	l := lexer{b: p.content, i: place, keep: true, stack: s.stack}
	o, err := l.whole()
	s.stack = l.stack[:0]
	switch {
	case p.err != nil && l.i >= len(p.content):
		panic(p.err)
	case l.i-place > maxLookupBytes:
		panic(fmt.Errorf("damaged: one object of more than %d MB", maxLookupBytes>>20))
	case err != nil:
		panic(err)
	case o.kind == pointer:
		panic(errLoop)
	}
	return heldObject{o, int64(l.i - place)}
}

// pack is the stream of objects with a number.
func (s *source) pack(stream int64) *pack {
	if p, ok := s.byNumber[stream]; ok {
		return p
	}
	if s.heldPacks > maxPackedBytes || s.byNumber == nil {
		s.byNumber, s.heldPacks = make(map[int64]*pack), 0
		s.held = nil // their texts are pieces of these
	}
	p := s.openPack(stream)
	s.byNumber[stream] = p
	s.heldPacks += int64(len(p.content)) + 32*int64(len(p.places))
	return p
}

func (s *source) openPack(stream int64) *pack {
	at, err := s.standsAt(stream)
	if err != nil {
		return &pack{err: err}
	}
	if s.allPacks > maxUnpackedPacks {
		return &pack{err: fmt.Errorf("damaged: its streams of objects unpack to more than %d MB", maxUnpackedPacks>>20)}
	}
	d, content, err := s.streamAt(at)
	s.allPacks += int64(len(content))
	p := &pack{content: content, places: make(map[uint32]int)}
	if err != nil {
		p.err = fmt.Errorf("damaged: the stream of objects %d: %w", stream, err)
	}
	if kind, _ := d.get("Type"); string(kind.str) != "ObjStm" {
		return &pack{err: fmt.Errorf("damaged: object %d is no stream of objects", stream)}
	}
	count, first := s.single(d, "N"), s.single(d, "First")
	if !index(count) || !index(first) || count.num > maxObjects || first.num > maxUnpackedBytes {
		return &pack{err: fmt.Errorf("damaged: the stream of objects %d does not say what is in it", stream)}
	}
	l := lexer{b: content[:min(len(content), int(first.num))]}
	for range int(count.num) {
		id, place := l.next(), l.next()
		if !index(id) || !index(place) || id.num > math.MaxUint32 {
			break
		}
		if at := int(first.num + place.num); at < len(content) {
			if _, twice := p.places[uint32(id.num)]; !twice {
				p.places[uint32(id.num)] = at
			}
		}
	}
	return p
}

// standsAt is the place of an object that must not lie in a stream of objects itself.
func (s *source) standsAt(stream int64) (int64, error) {
	if stream >= int64(len(s.entries)) {
		return 0, fmt.Errorf("damaged: the stream of objects %d is missing", stream)
	}
	switch e := s.entries[stream]; e.kind {
	case plain:
		return e.at, nil
	case packed:
		return 0, errLoop
	}
	return 0, fmt.Errorf("damaged: the stream of objects %d is missing", stream)
}

// single is the object a key has, looked up once when it is a reference: never more, so that nothing goes in circles.
func (s *source) single(d object, key string) object {
	o, _ := d.get(key)
	if o.kind != pointer {
		return o
	}
	if int(o.id) >= len(s.entries) || s.entries[o.id].kind != plain {
		return object{}
	}
	b, err := s.slice(s.entries[o.id].at, 4096)
	if err != nil {
		return object{}
	}
	l := lexer{b: b}
	if d, err := l.indirect(); err == nil && d.id == o.id {
		return d.object
	}
	return object{}
}

// streamAt reads a stream whose filters and measures lie in no stream themselves: its dictionary and its content, what came
// before an error too.
func (s *source) streamAt(at int64) (d object, content []byte, err error) {
	i, err := s.tryIndirect(at)
	if d = i.object; err != nil || d.kind != streamKind {
		return object{}, nil, errNoTable
	}
	filters, err := s.filters(d)
	if err != nil {
		return d, nil, err
	}
	body, err := s.body(d, s.single(d, "Length"), filters)
	if err != nil {
		return d, nil, err
	}
	for _, f := range filters {
		if body, err = s.decode(body, f, maxUnpackedBytes); err != nil {
			return d, body, err
		}
	}
	return d, body, nil
}

// filters are those of a stream whose measures stand by themselves, in the order they are undone.
func (s *source) filters(d object) ([]filter, error) {
	names, params := s.single(d, "Filter"), s.single(d, "DecodeParms")
	if names.kind == name {
		names = object{kind: array, list: []object{names}}
	}
	if len(names.list) > maxFilters {
		return nil, fmt.Errorf("a stream packed more than %d times", maxFilters)
	}
	var out []filter
	for i, n := range names.list {
		p := params
		if params.kind == array {
			if p = (object{}); i < len(params.list) && len(params.list) == len(names.list) {
				p = params.list[i]
			}
		}
		out = append(out, newFilter(string(n.str), func(key string) (float64, bool) {
			o := s.single(p, key)
			return o.num, o.kind == number
		}))
	}
	return out, nil
}
