package native

import "slices"

// lexer cuts the bytes of a content stream or CMap into objects and operators. It never fails: what is no object is
// an operator nobody knows, and whoever reads it says so. Strings it hands out live until reset.
type lexer struct {
	b     []byte
	i     int
	bytes []byte   // unescaped strings and names
	items []object // elements of arrays and dictionaries
	stack []object // elements of those still open
	keep  bool     // what is handed out outlives reset
	odd   bool     // an array or dictionary was not closed, or holds an operator
	bad   bool     // a hexadecimal string holds something else
	loose bool     // a number is written as viewers take it, and not as it should be
	deep  bool     // more arrays and dictionaries in one another than are read
}

// object is an operand, or the operator itself.
type object struct {
	kind kind
	gen  uint16   // of a reference, and of the object that a stream is
	id   uint32   // the same
	num  float64  // of a stream: the place of its first byte
	str  []byte   // name without its slash, string, operator
	list []object // array; dictionary as keys and values in turn, that of a stream too
}

type kind uint8

const (
	end kind = iota // no more bytes; in objects of a file null
	number
	name
	text // a string, literal or hexadecimal
	array
	dict
	operator
	// In objects of a file only.
	boolean
	pointer // a reference
	streamKind
)

// reset gives back the memory of the objects handed out so far.
func (l *lexer) reset() { l.bytes, l.items, l.stack = l.bytes[:0], l.items[:0], l.stack[:0] }

// Classes of bytes (ISO 32000-1, 7.2.2).
const (
	regular byte = iota
	space
	delimiter
)

var class = func() (t [256]byte) {
	for _, c := range []byte("\x00\t\n\f\r ") {
		t[c] = space
	}
	for _, c := range []byte("()<>[]{}/%") {
		t[c] = delimiter
	}
	return t
}()

// next is the next object or operator.
func (l *lexer) next() object { return l.object(0) }

func (l *lexer) object(depth int) object {
	l.skipSpace()
	if l.i >= len(l.b) {
		return object{kind: end}
	}
	switch c := l.b[l.i]; {
	case c >= '0' && c <= '9' || c == '-' || c == '.' || c == '+':
		return l.number()
	case c == '/':
		l.i++
		return object{kind: name, str: l.name()}
	case c == '(':
		l.i++
		return object{kind: text, str: l.literal()}
	case (c == '[' || c == '<') && depth > maxDepth:
		l.i, l.odd, l.deep = len(l.b), true, true // made to exhaust the stack
		return object{kind: end}
	case c == '[':
		l.i++
		return l.collect(array, "]", depth)
	case c == '<' && l.i+1 < len(l.b) && l.b[l.i+1] == '<':
		l.i += 2
		return l.collect(dict, ">>", depth)
	case c == '<':
		l.i++
		return object{kind: text, str: l.hexadecimal()}
	case c == '>' && l.i+1 < len(l.b) && l.b[l.i+1] == '>':
		l.i += 2
		return object{kind: operator, str: l.b[l.i-2 : l.i]}
	case class[c] == delimiter:
		l.i++
		return object{kind: operator, str: l.b[l.i-1 : l.i]}
	}
	return object{kind: operator, str: l.word()}
}

func (l *lexer) skipSpace() {
	for l.i < len(l.b) {
		switch c := l.b[l.i]; {
		case c == '%':
			for l.i < len(l.b) && l.b[l.i] != '\n' && l.b[l.i] != '\r' {
				l.i++
			}
		case class[c] == space:
			l.i++
		default:
			return
		}
	}
}

func (l *lexer) word() []byte {
	from := l.i
	for l.i < len(l.b) && class[l.b[l.i]] == regular {
		l.i++
	}
	return l.b[from:l.i]
}

// collect reads the elements of an array or dictionary up to its closing bracket or the end of the bytes.
func (l *lexer) collect(k kind, closing string, depth int) object {
	from := len(l.stack)
	for {
		o := l.object(depth + 1)
		if o.kind == operator && string(o.str) == closing {
			break
		}
		if o.kind == end || o.kind == operator && !word(o.str) {
			l.odd = true
		}
		if o.kind == end {
			break
		}
		if len(l.stack)+len(l.items) >= maxItems {
			l.i, l.odd = len(l.b), true // made to fill the memory
			break
		}
		l.stack = append(l.stack, o)
	}
	elements := l.stack[from:]
	l.stack = l.stack[:from]
	at := len(l.items)
	switch {
	case l.keep:
		return object{kind: k, list: slices.Clone(elements)}
	case from == 0 && at == 0: // the first array before an operator: what it was gathered in is its room
		l.items, l.stack = elements, l.items
	default:
		l.items = append(l.items, elements...)
	}
	return object{kind: k, list: l.items[at:len(l.items):len(l.items)]}
}

// word reports whether a word is an object although it is written like an operator.
func word(s []byte) bool {
	switch string(s) {
	case "true", "false", "null", "R":
		return true
	}
	return false
}

// get is the value of a key of a dictionary: of several the last.
func (o *object) get(key string) (object, bool) {
	for i := len(o.list)&^1 - 2; i >= 0; i -= 2 {
		if k := &o.list[i]; k.kind == name && string(k.str) == key {
			return o.list[i+1], true
		}
	}
	return object{}, false
}
