package native

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"time"
)

// source is a file as the object layer wants it. The layer accepts only files with nothing before the header or behind
// the end mark, allocates what a cross-reference section claims and follows references in circles; so it sees a copy
// with the first and last bytes as it likes them, after check has been through the cross-reference sections, and
// reading stops when one look-up reads the same place over and over.
type source struct {
	r     io.ReaderAt
	base  int64 // of the header: what stands before it is passed over
	size  int64 // from there, without the tail
	tail  []byte
	seen  map[int64]int
	until time.Time

	asked, wrong bool // whether objects are misplaced
}

// loop is the panic that ends a look-up in circles.
var errLoop = errors.New("damaged: objects that refer to each other in a circle")

// begin starts the count for one look-up.
func (s *source) begin() {
	if len(s.seen) > 0 {
		clear(s.seen)
	}
	s.until = time.Time{}
}

const header = "%PDF-1.7\n"

func (s *source) ReadAt(p []byte, at int64) (int, error) {
	if s.seen[at]++; s.seen[at] > sameReads {
		panic(errLoop)
	}
	if len(s.seen)%64 == 0 {
		s.checkTime()
	}
	if at < 0 {
		return 0, errors.New("a place before the file")
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
	if n < len(p) {
		if from := at + int64(n) - s.size; from < int64(len(s.tail)) {
			n += copy(p[n:], s.tail[from:])
		}
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func (s *source) checkTime() {
	now := time.Now()
	if s.until.IsZero() {
		s.until = now.Add(lookupTime)
	}
	if now.After(s.until) {
		panic(fmt.Errorf("damaged: one object takes longer than %s to read", lookupTime))
	}
}

// open finds header and start of the cross-reference.
func openSource(r io.ReaderAt, size int64) (*source, error) {
	if size == 0 {
		return nil, errors.New("empty file")
	}
	s := &source{r: r, size: size, seen: make(map[int64]int)}
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
	sections := &sections{source: s, seen: make(map[int64]bool)}
	err = sections.check(start)
	if err != nil && at > 0 { // places are counted from the header when something stands before it, or they are not
		s.base, s.size = int64(at), s.size-int64(at)
		sections.seen = make(map[int64]bool)
		err = sections.check(start)
	}
	if err != nil {
		return nil, err
	}
	s.tail = fmt.Appendf(bytes.Repeat([]byte{'\n'}, 128), "startxref\n%d\n%%%%EOF\n", start)
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
