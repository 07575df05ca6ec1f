package native

import (
	"bytes"
	"errors"
	"fmt"
	"math"
)

// packs are the streams of objects of a file, unpacked when one of their objects is first asked for.
type packs struct {
	byNumber map[int64]*pack
	held     int64 // bytes unpacked and kept,
	unpacked int64 // and in all
	tested   map[int64]error
	last     uint32 // the object last given out,
	lastText []byte // and its text: it is read in pieces
}

// pack is one stream of objects.
type pack struct {
	content []byte
	places  map[uint32]int // where its objects begin
	err     error          // why there are no more of them
}

// packedText is a packed object as if it stood by itself, and how far into it a place lies.
func (s *source) packedText(at int64) (text []byte, from int64) {
	id := uint32((at - packedAt) / packedRoom)
	if int(id) >= len(s.entries) || s.entries[id].kind != packed {
		return nil, 0
	}
	if s.lastText == nil || s.last != id {
		s.lastText = s.unpackedText(id)
		s.last = id
	}
	return s.lastText, (at - packedAt) % packedRoom
}

func (s *source) unpackedText(id uint32) []byte {
	stream := s.entries[id].at
	if s.encrypted {
		panic(s.straight(stream))
	}
	p := s.pack(stream)
	place, ok := p.places[id]
	switch {
	case !ok && p.err != nil:
		panic(p.err)
	case !ok:
		panic(fmt.Errorf("damaged: object %d is not in the stream of objects %d", id, stream))
	}
	l := lexer{b: p.content, i: place}
	l.next()
	if p.err != nil && l.i >= len(p.content) {
		panic(p.err)
	}
	if l.i-place > maxLookupBytes {
		panic(fmt.Errorf("damaged: one object of more than %d MB", maxLookupBytes>>20))
	}
	return fmt.Appendf(nil, "%d 0 obj\n%s\nendobj\n", id, p.content[place:l.i])
}

// pack is the stream of objects with a number.
func (s *source) pack(stream int64) *pack {
	if p, ok := s.byNumber[stream]; ok {
		return p
	}
	if s.held > maxPackedBytes || s.byNumber == nil {
		s.byNumber, s.held = make(map[int64]*pack), 0
	}
	p := s.openPack(stream)
	s.byNumber[stream] = p
	s.held += int64(len(p.content)) + 32*int64(len(p.places))
	return p
}

func (s *source) openPack(stream int64) *pack {
	at, err := s.standsAt(stream)
	if err != nil {
		return &pack{err: err}
	}
	if s.unpacked > maxUnpackedPacks {
		return &pack{err: fmt.Errorf("damaged: its streams of objects unpack to more than %d MB", maxUnpackedPacks>>20)}
	}
	d, content, err := s.streamAt(at)
	s.unpacked += int64(len(content))
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
	v := d.values(key)
	switch {
	case len(v) == 1:
		return v[0]
	case len(v) == 3 && int(v[0].num) < len(s.entries) && s.entries[int(v[0].num)].kind == plain:
		b, err := s.slice(s.entries[int(v[0].num)].at, 4096)
		l := lexer{b: b}
		id, _, obj := l.next(), l.next(), l.next()
		if err != nil || id.num != v[0].num || string(obj.str) != "obj" {
			return object{}
		}
		o, after := l.next(), l.next()
		if string(after.str) == "endobj" {
			return o
		}
	}
	return object{}
}

// streamAt reads a stream without the object layer: its dictionary and its content, what came before an error too.
func (s *source) streamAt(at int64) (d object, content []byte, err error) {
	l := &lexer{}
	for room := int64(64 << 10); ; room *= 16 { // a dictionary seldom has more than some hundred bytes
		if l.b, err = s.slice(at, room); err != nil {
			return object{}, nil, err
		}
		l.i, l.odd, l.bad = 0, false, false
		id, generation, obj := l.next(), l.next(), l.next()
		if !index(id) || !index(generation) || string(obj.str) != "obj" {
			return object{}, nil, errNoTable
		}
		if d = l.next(); l.i < len(l.b) || int64(len(l.b)) < room || room > maxLookupBytes {
			break
		}
	}
	if d.kind != dict || l.odd || l.bad || string(l.next().str) != "stream" {
		return object{}, nil, errNoTable
	}
	if bytes.HasPrefix(l.b[l.i:], []byte("\r\n")) {
		l.i++
	}
	body, err := s.stretch(at+int64(l.i)+1, s.single(d, "Length"))
	if err != nil {
		return d, nil, err
	}
	filters, err := s.filters(d)
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

// filters are those of a stream read without the object layer, in the order they are undone.
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

// straight says why the layer must not look into a stream of objects of an encrypted file; nil when it may: the stream
// stands by itself, and nothing that it takes to read it lies in another.
func (s *source) straight(stream int64) error {
	err, ok := s.tested[stream]
	if !ok {
		err = s.test(stream)
		if s.tested == nil {
			s.tested = make(map[int64]error)
		}
		s.tested[stream] = err
	}
	return err
}

func (s *source) test(stream int64) error {
	at, err := s.standsAt(stream)
	if err != nil {
		return err
	}
	b, err := s.slice(at, 64<<10)
	if err != nil {
		return err
	}
	l := lexer{b: b}
	l.next()
	l.next()
	l.next()
	d := l.next()
	for i := 0; i+1 < len(d.list); i += 2 {
		if !isRef(d.list[i+1:]) {
			continue
		}
		if string(d.list[i].str) != "Length" || s.single(d, "Length").kind != number {
			return errLoop
		}
		i += 2
	}
	for _, key := range []string{"DecodeParms", "Extends"} {
		if d.values(key) != nil {
			return errors.New("a stream of objects of an encrypted file, packed in a way this reader does not know")
		}
	}
	if length := s.single(d, "Length"); !index(length) || length.num > maxLookupBytes/8 {
		return fmt.Errorf("a stream of objects of an encrypted file, of more than %d KB", maxLookupBytes/8>>10)
	}
	return nil
}
