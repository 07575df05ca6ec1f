package native

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"
)

// source is a file as its objects: the bytes, where each object stands, and the objects read so far. An object is read
// when it is first asked for, and once; several pages may ask at a time.
type source struct {
	r      io.ReaderAt
	whole  []byte // the file, when it is not large
	header int64  // its place
	base   int64  // the same, where what stands before it is not counted
	size   int64  // from there
	crossReference
	secret *secret // of an encrypted file

	mutex sync.Mutex // of all below
	packs
	unpacker
	held      map[ref]heldObject
	heldBytes int64
	stack     []object // room to read in

	asked, wrong bool // whether objects are misplaced
}

// crossReference is what the sections of a file say together.
type crossReference struct {
	entries []entry // by number
	trailer object  // of the newest section
}

// heldObject is an object with the bytes it took to read it.
type heldObject struct {
	object object
	size   int64
}

// errLoop ends a look-up in circles.
var errLoop = errors.New("damaged: objects that refer to each other in a circle")

// garbled is an error of bytes of the file that are not what they were: an object that is not at its place, a word where
// none can be, a number that is none. Other readers pass over that.
type garbled string

func (g garbled) Error() string { return "damaged: " + string(g) }

// header is how a file begins.
const header = "%PDF-1.7\n"

// meter counts the bytes of the objects that were looked up for one page, whoever read them first: it tells the same
// whatever else is read at the time.
type meter struct{ looked int64 }

func (m *meter) spend(n int64) {
	if m.looked += n; m.looked > maxLookedBytes {
		panic(fmt.Errorf("damaged: its objects take more than %d MB of reading", maxLookedBytes>>20))
	}
}

// object is an object of the file; the zero object where the file has none.
func (s *source) object(r ref, m *meter) object {
	if r.id >= uint32(len(s.entries)) {
		return object{}
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	h, ok := s.held[r]
	if !ok {
		h = s.look(r)
		if s.heldBytes > maxHeldBytes || s.held == nil {
			s.held, s.heldBytes = make(map[ref]heldObject), 0
		}
		s.held[r] = h
		s.heldBytes += heldObjectBytes + 4*h.size // of what is read, one byte in four begins a word
	}
	m.spend(h.size)
	return h.object
}

// look reads an object.
func (s *source) look(r ref) heldObject {
	switch e := s.entries[r.id]; {
	case e.gen != r.gen:
		return heldObject{}
	case e.kind == plain:
		d := s.indirect(e.at)
		if d.ref != r {
			panic(garbled(fmt.Sprintf("object %d is not where the file says", r.id)))
		}
		if s.secret != nil {
			s.secret.texts(&d.object, r)
		}
		return heldObject{d.object, d.size}
	case e.kind == packed:
		return s.unpacked(r.id)
	}
	return heldObject{}
}

// indirect is an object as it stands in the file: 5 0 obj … endobj.
type indirect struct {
	ref
	object object
	size   int64
}

func (s *source) tryIndirect(at int64) (i indirect, err error) {
	defer recovered(&err)
	return s.indirect(at), nil
}

// indirect reads the object that begins at a place.
func (s *source) indirect(at int64) indirect {
	room := int64(1024) // few have more
	if s.whole != nil {
		room = maxLookupBytes
	}
	for ; ; room *= 4 {
		room = min(room, maxLookupBytes)
		b, err := s.slice(at, room)
		if err != nil {
			panic(err)
		}
		l := &lexer{b: b, keep: true, stack: s.stack}
		d, err := l.indirect()
		s.stack = l.stack[:0]
		if l.i < len(l.b) || int64(len(l.b)) < room {
			if err != nil {
				panic(err)
			}
			if d.size = int64(l.i); d.object.kind == streamKind {
				d.object.num += float64(at)
			}
			return d
		}
		if room == maxLookupBytes {
			panic(fmt.Errorf("damaged: one object of more than %d MB", maxLookupBytes>>20))
		}
	}
}

// openSource finds the header.
func openSource(r io.ReaderAt, size int64) (*source, error) {
	if size == 0 {
		return nil, errors.New("empty file")
	}
	s := &source{r: r, size: size}
	if held, ok := r.(InMemory); ok && size <= maxWholeBytes {
		if raw := held.Whole(); int64(len(raw)) == size {
			s.whole = raw
		}
	}
	head, err := s.slice(0, min(size, maxWholeBytes))
	if err != nil {
		return nil, err
	}
	if int64(len(head)) == size {
		s.whole = head
	}
	head = head[:min(len(head), headBytes)]
	at := bytes.Index(head, []byte("%PDF-"))
	if at < 0 {
		return nil, errors.New("not a PDF file: no header")
	}
	if s.size-int64(at) < int64(len(header)) {
		return nil, errors.New("damaged: the file ends after its header")
	}
	s.header = int64(at)
	return s, nil
}

// sections reads the cross-reference.
func (s *source) sections() error {
	start, err := s.start()
	if err != nil {
		return err
	}
	err = s.readSections(start)
	if err != nil && s.header > 0 { // places are counted from the header when something stands before it, or they are not
		s.base, s.size = s.header, s.size-s.header
		err = s.readSections(start)
	}
	return err
}

// start is the place the last startxref names.
func (s *source) start() (int64, error) {
	const mark = "startxref"
	end, err := s.slice(max(0, s.size-4096), 4096)
	if err != nil {
		return 0, err
	}
	i := bytes.LastIndex(end, []byte(mark))
	if i < 0 {
		return 0, errors.New("damaged: no cross-reference at the end (truncated file?)")
	}
	l := lexer{b: end[i+len(mark):]}
	o := l.next()
	if o.kind != number || o.num < 0 || o.num >= float64(s.size) {
		return 0, errors.New("damaged: the cross-reference lies outside the file (truncated file?)")
	}
	return int64(o.num), nil
}

// slice is a piece of the file, shorter at its end. Nobody writes into it.
func (s *source) slice(at, n int64) ([]byte, error) {
	if at < 0 || at > s.size {
		return nil, fmt.Errorf("damaged: a place outside the file")
	}
	n = min(n, s.size-at)
	if s.whole != nil {
		from := s.base + at
		return s.whole[from : from+n : from+n], nil
	}
	p := make([]byte, n)
	m, err := s.r.ReadAt(p, s.base+at)
	if err != nil && !(err == io.EOF && m == len(p)) {
		return nil, fmt.Errorf("reading the file: %w", err)
	}
	return p, nil
}
