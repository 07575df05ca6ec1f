package native

import (
	"errors"
	"fmt"
	"math"
)

// Objects of a file, as against those of content streams, have references in them, and are held to what the format
// allows: what is not written as it should be may be what damage left of something else.

// ref names an object of the file: 5 0 R. The zero ref names none.
type ref struct {
	id  uint32
	gen uint16
}

// whole reads an object of a file, nothing but a reference included.
func (l *lexer) whole() (object, error) {
	o := l.next()
	if o.kind == number {
		before := l.i
		if second := l.next(); second.kind == number {
			if third := l.next(); third.kind == operator && string(third.str) == "R" {
				return reference(o, second)
			}
		}
		l.i = before
	}
	if o.kind == end {
		l.odd = true
	}
	err := settle(&o)
	switch {
	case l.deep:
		err = fmt.Errorf("damaged: objects in one another to a depth of more than %d", maxDepth)
	case err != nil:
	case l.odd:
		err = garbled("an object that does not parse")
	case l.bad:
		err = garbled(garbledHex)
	case l.loose:
		err = garbled("a number that is none")
	}
	return o, err
}

// indirect reads 5 0 obj, the object and endobj, or the beginning of a stream: its place is counted from the first byte.
func (l *lexer) indirect() (indirect, error) {
	id, generation, obj := l.next(), l.next(), l.next()
	if !isID(id) || !isGeneration(generation) || obj.kind != operator || string(obj.str) != "obj" {
		return indirect{}, garbled("an object is not where the file says")
	}
	d := indirect{ref: ref{uint32(id.num), uint16(generation.num)}}
	l.odd, l.bad, l.loose = false, false, false
	var err error
	if d.object, err = l.whole(); err != nil {
		return d, err
	}
	if d.object.kind == pointer {
		return d, errLoop // an object that is nothing but a reference
	}
	switch end := l.next(); {
	case end.kind == operator && string(end.str) == "endobj":
		return d, nil
	case end.kind != operator || string(end.str) != "stream" || d.object.kind != dict:
		return d, errors.New("damaged: an object without its end")
	}
	if !l.lineEnd() {
		return d, errors.New("damaged: a stream that does not begin on a line of its own")
	}
	d.object.kind, d.object.num = streamKind, float64(l.i)
	d.object.id, d.object.gen = d.id, d.gen
	return d, nil
}

// lineEnd passes over the end of a line.
func (l *lexer) lineEnd() bool {
	if l.i >= len(l.b) || l.b[l.i] != '\r' && l.b[l.i] != '\n' {
		return false
	}
	l.i++
	if l.b[l.i-1] == '\r' {
		l.skipLineFeed()
	}
	return true
}

// settle makes of the words in an object what they stand for: references, true, false, null.
func settle(o *object) error {
	switch o.kind {
	case operator:
		return settleWord(o)
	case array, dict:
	default:
		return nil
	}
	kept := o.list[:0]
	for i := range o.list {
		if e := &o.list[i]; e.kind == operator && string(e.str) == "R" {
			n := len(kept)
			if n < 2 {
				return garbled("a reference to nothing")
			}
			r, err := reference(kept[n-2], kept[n-1])
			if err != nil {
				return err
			}
			kept = append(kept[:n-2], r)
			continue
		}
		if err := settle(&o.list[i]); err != nil {
			return err
		}
		kept = append(kept, o.list[i])
	}
	o.list = kept
	if o.kind != dict {
		return nil
	}
	for i, key := range o.list {
		if len(o.list)%2 != 0 || i%2 == 0 && key.kind != name {
			return garbled("a dictionary without its keys")
		}
	}
	return nil
}

func settleWord(o *object) error {
	switch string(o.str) {
	case "true":
		*o = object{kind: boolean, num: 1}
	case "false":
		*o = object{kind: boolean}
	case "null":
		*o = object{}
	default:
		return garbled(fmt.Sprintf("the word %.20q where an object belongs", o.str))
	}
	return nil
}

func reference(id, generation object) (object, error) {
	if !isID(id) || !isGeneration(generation) {
		return object{}, garbled("a reference to nothing")
	}
	return object{kind: pointer, id: uint32(id.num), gen: uint16(generation.num)}, nil
}

func isID(o object) bool         { return index(o) && o.num <= math.MaxUint32 }
func isGeneration(o object) bool { return index(o) && o.num <= math.MaxUint16 }
