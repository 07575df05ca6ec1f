package native

import (
	"math"
	"strconv"
)

// lexer cuts the bytes of a content stream or CMap into objects and operators. It never fails: what is no object is
// an operator nobody knows, and whoever reads it says so. Strings it hands out live until reset.
type lexer struct {
	b     []byte
	i     int
	bytes []byte   // unescaped strings and names
	items []object // elements of arrays and dictionaries
	stack []object // elements of those still open
	odd   bool     // an array or dictionary was not closed, or holds an operator
}

// object is an operand, or the operator itself.
type object struct {
	kind kind
	num  float64
	str  []byte   // name without its slash, string, operator
	list []object // array; dictionary as keys and values in turn
}

type kind uint8

const (
	end kind = iota // no more bytes
	number
	name
	text // a string, literal or hexadecimal
	array
	dict
	operator
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
		l.i, l.odd = len(l.b), true // made to exhaust the stack
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

// number reads a number; a word that only begins like one is an operator. Digits are gathered by hand: strconv would
// take half the time of a page.
func (l *lexer) number() object {
	word := l.word()
	i, negative := 0, false
	for i < len(word) && (word[i] == '-' || word[i] == '+') { // some producers write --5 for -5
		negative = negative || word[i] == '-'
		i++
	}
	var whole uint64
	digits, places := 0, 0
	dotted := false
	for ; i < len(word); i++ {
		c := word[i]
		switch {
		case c >= '0' && c <= '9':
			digits++
			if digits > 18 {
				return long(word)
			}
			whole = whole*10 + uint64(c-'0')
			if dotted {
				places++
			}
		case c == '.' && !dotted:
			dotted = true
		case c == '-' && digits > 0: // 0.00-35: a minus inside ends the number for every viewer
			i = len(word)
		default:
			return long(word)
		}
	}
	if digits == 0 && !dotted {
		return object{kind: operator, str: word}
	}
	v := float64(whole) / powers[places]
	if negative {
		v = -v
	}
	return object{kind: number, num: v}
}

var powers = func() (p [19]float64) {
	for i := range p {
		p[i] = math.Pow10(i)
	}
	return p
}()

func long(word []byte) object {
	v, err := strconv.ParseFloat(string(word), 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return object{kind: operator, str: word}
	}
	return object{kind: number, num: v}
}

// name reads a name after its slash.
func (l *lexer) name() []byte {
	word := l.word()
	for i := range word {
		if word[i] == '#' {
			return l.unescapeName(word)
		}
	}
	return word
}

func (l *lexer) unescapeName(word []byte) []byte {
	from := len(l.bytes)
	for i := 0; i < len(word); i++ {
		if word[i] == '#' && i+2 < len(word) {
			if h, low := unhex(word[i+1]), unhex(word[i+2]); h >= 0 && low >= 0 {
				l.bytes = append(l.bytes, byte(h<<4|low))
				i += 2
				continue
			}
		}
		l.bytes = append(l.bytes, word[i])
	}
	return l.bytes[from:len(l.bytes):len(l.bytes)]
}

// literal reads a (string) after its parenthesis.
func (l *lexer) literal() []byte {
	from, depth := l.i, 1
	for i := l.i; i < len(l.b); i++ {
		switch l.b[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.i = i + 1
				return l.b[from:i]
			}
		case '\\', '\r':
			return l.escaped()
		}
	}
	l.i = len(l.b)
	return l.b[from:]
}

// escaped reads a literal string that is not written as it is meant.
func (l *lexer) escaped() []byte {
	from, depth := len(l.bytes), 1
	for l.i < len(l.b) {
		c := l.b[l.i]
		l.i++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return l.bytes[from:len(l.bytes):len(l.bytes)]
			}
		case '\r':
			c = '\n' // a line end of any kind is one line feed
			l.skipLineFeed()
		case '\\':
			l.escape()
			continue
		}
		l.bytes = append(l.bytes, c)
	}
	return l.bytes[from:len(l.bytes):len(l.bytes)]
}

func (l *lexer) skipLineFeed() {
	if l.i < len(l.b) && l.b[l.i] == '\n' {
		l.i++
	}
}

// escape reads what follows a backslash.
func (l *lexer) escape() {
	if l.i >= len(l.b) {
		return
	}
	c := l.b[l.i]
	l.i++
	switch c {
	case 'n':
		c = '\n'
	case 'r':
		c = '\r'
	case 't':
		c = '\t'
	case 'b':
		c = '\b'
	case 'f':
		c = '\f'
	case '\r':
		l.skipLineFeed()
		return
	case '\n':
		return
	case '0', '1', '2', '3', '4', '5', '6', '7':
		v := int(c - '0')
		for n := 0; n < 2 && l.i < len(l.b) && l.b[l.i] >= '0' && l.b[l.i] <= '7'; n++ {
			v = v<<3 | int(l.b[l.i]-'0')
			l.i++
		}
		c = byte(v)
	}
	l.bytes = append(l.bytes, c)
}

// hexadecimal reads a <string> after its bracket.
func (l *lexer) hexadecimal() []byte {
	from, high := len(l.bytes), -1
	for l.i < len(l.b) {
		c := l.b[l.i]
		l.i++
		if c == '>' {
			break
		}
		v := unhex(c)
		switch {
		case v < 0: // white space; anything else has no meaning either
		case high < 0:
			high = v
		default:
			l.bytes = append(l.bytes, byte(high<<4|v))
			high = -1
		}
	}
	if high >= 0 {
		l.bytes = append(l.bytes, byte(high<<4))
	}
	return l.bytes[from:len(l.bytes):len(l.bytes)]
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
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
		l.stack = append(l.stack, o)
	}
	at := len(l.items)
	l.items = append(l.items, l.stack[from:]...)
	l.stack = l.stack[:from]
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

// get is the value of a key of a dictionary.
func (o object) get(key string) (object, bool) {
	for i := 0; i+1 < len(o.list); i += 2 {
		if o.list[i].kind == name && string(o.list[i].str) == key {
			return o.list[i+1], true
		}
	}
	return object{}, false
}
