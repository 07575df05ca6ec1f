package native

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// source is a file as the object layer is to see it. The layer believes what a cross-reference says, allocates what it
// claims and follows references until the stack is full, which nothing in Go can catch. So it is given a file made of
// three parts: the bytes of the real one; the objects that lie in streams of objects, each unpacked here and standing by
// itself; and one cross-reference, in the plainest form, to all of them. In such a file no object is looked up through
// another one, and reading ends when one look-up takes more than an object can have.
type source struct {
	r    io.ReaderAt
	base int64 // of the header: what stands before it is passed over
	size int64 // from there
	crossReference
	packs
	unpacker

	seen   map[int64]int // times a place was read in this look-up
	read   int64         // bytes read in this look-up,
	most   int64         // and how many may be
	looked int64         // bytes read in all look-ups

	asked, wrong bool // whether objects are misplaced
}

// errLoop is the panic that ends a look-up in circles.
var errLoop = errors.New("damaged: objects that refer to each other in a circle")

// begin starts the count for one look-up.
func (s *source) begin() {
	if len(s.seen) > 0 {
		clear(s.seen)
	}
	s.read, s.most = 0, maxLookupBytes
}

// beginStream starts the count for reading a stream through the layer.
func (s *source) beginStream() {
	s.begin()
	s.most = maxUnpackedBytes
}

const header = "%PDF-1.7\n"

// Places that are in no file: packed objects, each with room for the largest, and the cross-reference behind them.
const (
	packedAt   = int64(1) << 40
	packedRoom = int64(1) << 27 // more than maxUnpackedBytes
	sectionAt  = int64(1) << 60
	padding    = 128 // line ends behind the last byte of the file: the layer wants something after every word
)

// end is where the file that the layer sees ends.
func (s *source) end() int64 {
	return sectionAt + int64(len(s.head)) + rowBytes*int64(len(s.entries)) + int64(len(s.foot))
}

func (s *source) ReadAt(p []byte, at int64) (int, error) {
	switch {
	case at < 0:
		return 0, errors.New("a place before the file")
	case at >= sectionAt:
		return s.readSection(p, at-sectionAt)
	}
	s.count(p, at)
	if at >= packedAt {
		text, from := s.packedText(at)
		return copied(p, text, from)
	}
	n := 0
	if at < s.size {
		m, err := s.r.ReadAt(p[:min(int64(len(p)), s.size-at)], s.base+at)
		if at < int64(len(header)) {
			copy(p[:m], header[at:])
		}
		if n = m; err != nil && (err != io.EOF || at+int64(m) < s.size) {
			return n, err
		}
	}
	for n < len(p) && at+int64(n) < s.size+padding {
		p[n] = '\n'
		n++
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// count ends a look-up that reads more than one can need. The measure is work, so that a busy machine changes nothing.
func (s *source) count(p []byte, at int64) {
	if s.seen[at]++; s.seen[at] > sameReads {
		panic(errLoop)
	}
	if s.read += int64(len(p)); s.read > s.most {
		panic(fmt.Errorf("damaged: one object of more than %d MB", s.most>>20))
	}
	if s.looked += int64(len(p)); s.looked > maxLookedBytes {
		panic(fmt.Errorf("damaged: its objects take more than %d GB of reading", maxLookedBytes>>30))
	}
}

// copied gives the bytes of a text from a place on.
func copied(p, text []byte, from int64) (int, error) {
	if from >= int64(len(text)) {
		return 0, io.EOF
	}
	n := copy(p, text[from:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// openSource finds header and start of the cross-reference, and reads that.
func openSource(r io.ReaderAt, size int64) (*source, error) {
	if size == 0 {
		return nil, errors.New("empty file")
	}
	s := &source{r: r, size: size, seen: make(map[int64]int), most: maxLookupBytes}
	head, err := s.slice(0, 1024)
	if err != nil {
		return nil, err
	}
	at := bytes.Index(head, []byte("%PDF-"))
	if at < 0 {
		return nil, errors.New("not a PDF file: no header")
	}
	if s.size-int64(at) < int64(len(header)) {
		return nil, errors.New("damaged: the file ends after its header")
	}
	start, err := s.start()
	if err != nil {
		return nil, err
	}
	err = s.readSections(start)
	if err != nil && at > 0 { // places are counted from the header when something stands before it, or they are not
		s.base, s.size = int64(at), s.size-int64(at)
		err = s.readSections(start)
	}
	if err != nil {
		return nil, err
	}
	s.writeSection()
	return s, nil
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

// slice is a piece of the file, shorter at its end.
func (s *source) slice(at, n int64) ([]byte, error) {
	if at < 0 || at > s.size {
		return nil, fmt.Errorf("damaged: a place outside the file")
	}
	p := make([]byte, min(n, s.size-at))
	m, err := s.r.ReadAt(p, s.base+at)
	if err != nil && !(err == io.EOF && m == len(p)) {
		return nil, fmt.Errorf("reading the file: %w", err)
	}
	return p, nil
}
