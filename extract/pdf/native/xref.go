package native

import (
	"bytes"
	"errors"
	"fmt"
)

// sections walks the cross-reference sections of a file before the object layer does: it believes every size they name.
type sections struct {
	*source
	seen map[int64]bool
}

var errNoTable = errors.New("damaged: no cross-reference table where the file says (truncated file?)")

// check follows the chain from its newest section.
func (s *sections) check(at int64) error {
	for {
		if s.seen[at] {
			return errors.New("damaged: cross-reference sections that follow each other in a circle")
		}
		s.seen[at] = true
		if len(s.seen) > maxSections {
			return fmt.Errorf("more than %d cross-reference sections", maxSections)
		}
		entries, err := s.section(at)
		if err != nil {
			return err
		}
		prev, ok := entries.get("Prev")
		if !ok {
			return nil
		}
		if prev.kind != number || prev.num < 0 || prev.num >= float64(s.size) {
			return errors.New("damaged: an older cross-reference lies outside the file")
		}
		at = int64(prev.num)
	}
}

// section checks one section and gives its dictionary.
func (s *sections) section(at int64) (object, error) {
	b, err := s.slice(at, 64<<10)
	if err != nil {
		return object{}, err
	}
	l := &lexer{b: b}
	if first := l.next(); first.kind == operator && string(first.str) == "xref" {
		return s.table(at + int64(l.i))
	}
	l.i = 0
	id, generation, obj := l.next(), l.next(), l.next()
	if id.kind != number || generation.kind != number || string(obj.str) != "obj" {
		return object{}, errNoTable
	}
	d := l.next()
	if d.kind != dict {
		return object{}, errNoTable
	}
	return d, s.stream(d)
}

// table reads a section in the form of a table: lines of twenty bytes.
func (s *sections) table(at int64) (object, error) {
	window := int64(64 << 10)
	b, err := s.slice(at, window)
	if err != nil {
		return object{}, err
	}
	l := &lexer{b: b}
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
		at, err = s.lines(at+int64(l.i), int(count.num))
		if err != nil {
			return object{}, err
		}
		if l.b, err = s.slice(at, window); err != nil {
			return object{}, err
		}
		l.i = 0
	}
	d := l.next()
	if d.kind != dict {
		return object{}, errors.New("damaged: no trailer behind the cross-reference table")
	}
	return d, nil
}

// lines passes over the entries of a table: each ends in f or n. It gives the place behind them.
func (s *sections) lines(at int64, n int) (int64, error) {
	for n > 0 {
		b, err := s.slice(at, 64<<10)
		if err != nil {
			return 0, err
		}
		used := 0
		for ; n > 0; n-- {
			i := bytes.IndexAny(b[used:], "fnt") // t: a trailer that comes too early
			if i < 0 {
				break
			}
			if b[used+i] == 't' {
				return 0, errors.New("damaged: a cross-reference table shorter than it says")
			}
			used += i + 1
		}
		if used == 0 {
			return 0, errors.New("damaged: the cross-reference table does not end")
		}
		at += int64(used)
	}
	return at, nil
}

func index(o object) bool { return o.kind == number && o.num >= 0 && o.num == float64(int64(o.num)) }

// stream checks a section in the form of a stream, by its dictionary.
func (s *sections) stream(d object) error {
	size, _ := d.get("Size")
	if !index(size) || size.num > maxObjects {
		return fmt.Errorf("damaged: a cross-reference of more than %d objects", maxObjects)
	}
	if ranges, ok := d.get("Index"); ok {
		for i := 0; i+1 < len(ranges.list); i += 2 {
			first, count := ranges.list[i], ranges.list[i+1]
			if !index(first) || !index(count) || first.num+count.num > maxObjects {
				return errors.New("damaged: a cross-reference with impossible ranges")
			}
		}
	}
	widths, _ := d.get("W")
	if len(widths.list) < 3 {
		return errNoTable
	}
	for _, w := range widths.list {
		if !index(w) || w.num > 8 {
			return errors.New("damaged: a cross-reference with impossible columns")
		}
	}
	return nil
}
