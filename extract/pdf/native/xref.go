package native

import (
	"errors"
	"fmt"
)

// entry is where an object is.
type entry struct {
	at   int64 // its place in the file, or the number of the stream of objects it lies in
	gen  uint16
	kind entryKind
}

type entryKind uint8

const (
	unknown entryKind = iota
	free              // there was one
	plain             // it stands by itself
	packed            // it lies in a stream of objects
)

// sections reads the cross-reference sections of a file from the newest on: what a newer one says of an object holds.
type sections struct {
	*source
	seen map[int64]bool
	rows int // read so far
}

var errNoTable = errors.New("damaged: no cross-reference table where the file says (truncated file?)")

// readSections follows the chain from its newest section.
func (s *source) readSections(at int64) error {
	s.crossReference = crossReference{}
	c := &sections{source: s, seen: make(map[int64]bool)}
	for newest := true; ; newest = false {
		if c.seen[at] {
			return errors.New("damaged: cross-reference sections that follow each other in a circle")
		}
		c.seen[at] = true
		if len(c.seen) > maxSections {
			return fmt.Errorf("more than %d cross-reference sections", maxSections)
		}
		entries, err := c.section(at)
		if err != nil {
			return err
		}
		if newest {
			s.trailer = entries
		}
		prev, ok := entries.get("Prev")
		if !ok {
			return nil
		}
		if at, err = c.older(prev); err != nil {
			return err
		}
	}
}

func (s *sections) older(prev object) (int64, error) {
	if prev.kind != number || prev.num < 0 || prev.num >= float64(s.size) {
		return 0, errors.New("damaged: an older cross-reference lies outside the file")
	}
	return int64(prev.num), nil
}

// section reads one section and gives its dictionary.
func (s *sections) section(at int64) (object, error) {
	b, err := s.slice(at, 64<<10)
	if err != nil {
		return object{}, err
	}
	l := &lexer{b: b}
	if first := l.next(); first.kind == operator && string(first.str) == "xref" {
		return s.table(at + int64(l.i))
	}
	d, content, err := s.streamAt(at)
	if err != nil {
		return object{}, err
	}
	return d, s.stream(d, content)
}

// table reads a section in the form of a table: lines of twenty bytes. In a hybrid file a section in the form of a
// stream says where those are that the table calls free.
func (s *sections) table(at int64) (object, error) {
	window := int64(64 << 10)
	b, err := s.slice(at, window)
	if err != nil {
		return object{}, err
	}
	l := &lexer{b: b}
	var gone []uint32
	for {
		if int64(l.i) > window/2 && at+int64(l.i) < s.size { // so that the trailer fits behind
			at += int64(l.i)
			if l.b, err = s.slice(at, window); err != nil {
				return object{}, err
			}
			l.i = 0
		}
		first := l.next()
		if first.kind == operator && string(first.str) == "trailer" {
			break
		}
		count := l.next()
		if !index(first) || !index(count) || first.num+count.num > maxObjects {
			return object{}, errors.New("damaged: a cross-reference table that is none")
		}
		at, err = s.lines(at+int64(l.i), uint32(first.num), int(count.num), &gone)
		if err != nil {
			return object{}, err
		}
		if l.b, err = s.slice(at, window); err != nil {
			return object{}, err
		}
		l.i = 0
	}
	d, err := l.whole()
	if d.kind != dict || err != nil {
		return object{}, errors.New("damaged: no trailer behind the cross-reference table")
	}
	if size, _ := d.get("Size"); !index(size) {
		return object{}, errors.New("damaged: a trailer without a size")
	}
	if err := s.hybrid(d); err != nil {
		return object{}, err
	}
	for _, id := range gone {
		s.note(id, entry{kind: free})
	}
	return d, nil
}

func (s *sections) hybrid(d object) error {
	also, ok := d.get("XRefStm")
	if !ok {
		return nil
	}
	at, err := s.older(also)
	if err != nil {
		return err
	}
	entries, content, err := s.streamAt(at)
	if err != nil {
		return err
	}
	return s.stream(entries, content)
}

// lines reads the entries of a table: a place, a generation and f or n. It gives the place behind them.
func (s *sections) lines(at int64, id uint32, n int, gone *[]uint32) (int64, error) {
	const longest = 64 // bytes of a line: blanks may be many
	for n > 0 {
		b, err := s.slice(at, 64<<10)
		if err != nil {
			return 0, err
		}
		whole := at+int64(len(b)) == s.size
		l := &lexer{b: b}
		for ; n > 0 && (whole || l.i < len(b)-longest); n-- {
			place, generation, kind := l.next(), l.next(), l.next()
			switch {
			case !index(place) || !index(generation):
				return 0, errors.New("damaged: a cross-reference table shorter than it says")
			case string(kind.str) == "n":
				s.note(id, entry{kind: plain, at: int64(place.num), gen: uint16(generation.num)})
			case string(kind.str) == "f":
				*gone = append(*gone, id)
			default:
				return 0, errors.New("damaged: a cross-reference table shorter than it says")
			}
			if id++; s.spend() {
				return 0, errRows
			}
			l.reset()
		}
		at += int64(l.i)
	}
	return at, nil
}

var errRows = fmt.Errorf("damaged: cross-reference sections of more than %d entries", maxRows)

// spend counts a row.
func (s *sections) spend() bool {
	s.rows++
	return s.rows > maxRows
}

// note keeps what is said of an object, unless a newer section has said something.
func (s *sections) note(id uint32, e entry) {
	if int(id) >= len(s.entries) {
		s.entries = append(s.entries, make([]entry, int(id)+1-len(s.entries))...)
	}
	if s.entries[id].kind != unknown {
		return
	}
	if e.kind == plain && (e.at <= 0 || e.at >= s.size) {
		e = entry{kind: free} // nothing can stand there
	}
	s.entries[id] = e
}

func index(o object) bool { return o.kind == number && o.num >= 0 && o.num == float64(int64(o.num)) }

// stream reads a section in the form of a stream.
func (s *sections) stream(d object, content []byte) error {
	if t, _ := d.get("Type"); string(t.str) != "XRef" {
		return errNoTable
	}
	size, _ := d.get("Size")
	if !index(size) || size.num > maxObjects {
		return fmt.Errorf("damaged: a cross-reference of more than %d objects", maxObjects)
	}
	columns, row, err := widths(d)
	if err != nil {
		return err
	}
	ranges, ok := d.get("Index")
	if !ok {
		ranges.list = []object{{kind: number}, size}
	}
	for i := 0; i+1 < len(ranges.list); i += 2 {
		first, count := ranges.list[i], ranges.list[i+1]
		if !index(first) || !index(count) || first.num+count.num > maxObjects {
			return errors.New("damaged: a cross-reference with impossible ranges")
		}
		for id := uint32(first.num); id < uint32(first.num+count.num); id++ {
			if len(content) < row {
				return errors.New("damaged: a cross-reference shorter than it says")
			}
			if s.note(id, rowOf(content, columns)); s.spend() {
				return errRows
			}
			content = content[row:]
		}
	}
	return nil
}

// widths are the bytes of the columns of a row, and of the whole row.
func widths(d object) (columns [3]int, row int, err error) {
	w, _ := d.get("W")
	if len(w.list) < len(columns) {
		return columns, 0, errNoTable
	}
	for i, o := range w.list {
		if !index(o) || o.num > 8 || len(w.list) > maxOperands {
			return columns, 0, errors.New("damaged: a cross-reference with impossible columns")
		}
		if row += int(o.num); i < len(columns) {
			columns[i] = int(o.num)
		}
	}
	if row == 0 {
		return columns, 0, errors.New("damaged: a cross-reference with impossible columns")
	}
	return columns, row, nil
}

// rowOf is what one row says.
func rowOf(b []byte, columns [3]int) entry {
	var v [3]uint64
	for i, n := range columns {
		for _, c := range b[:n] {
			v[i] = v[i]<<8 | uint64(c)
		}
		b = b[n:]
	}
	if columns[0] == 0 {
		v[0] = 1
	}
	switch {
	case v[0] == 1 && v[1] < 1<<60:
		return entry{kind: plain, at: int64(v[1]), gen: uint16(v[2])}
	case v[0] == 2 && v[1] < maxObjects:
		return entry{kind: packed, at: int64(v[1])}
	}
	return entry{kind: free}
}
