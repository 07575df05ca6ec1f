package rtf

import (
	"bytes"
	"strconv"
)

// token is a piece of an RTF file.
type token struct {
	kind   kind
	name   string // of a control word or sign
	number int
	given  bool   // it has a number
	text   []byte // bytes of text
}

type kind uint8

const (
	groupBegin kind = iota
	groupEnd
	word
	bytesOf
)

// lexer takes a file apart.
type lexer struct {
	b  []byte
	at int
}

// next is the next piece; false at the end.
func (l *lexer) next() (token, bool) {
	for l.at < len(l.b) {
		switch c := l.b[l.at]; c {
		case '{':
			l.at++
			return token{kind: groupBegin}, true
		case '}':
			l.at++
			return token{kind: groupEnd}, true
		case '\\':
			l.at++
			return l.control()
		case '\r', '\n', 0:
			l.at++ // the file's own layout
		default:
			from := l.at
			for l.at < len(l.b) && bytes.IndexByte([]byte("{}\\\r\n\x00"), l.b[l.at]) < 0 {
				l.at++
			}
			return token{kind: bytesOf, text: l.b[from:l.at]}, true
		}
	}
	return token{}, false
}

// control reads what stands behind a backslash.
func (l *lexer) control() (token, bool) {
	if l.at >= len(l.b) {
		return token{}, false
	}
	c := l.b[l.at]
	if !isLetter(c) {
		l.at++
		if c != '\'' {
			return token{kind: word, name: string(c)}, true
		}
		if l.at+2 > len(l.b) {
			return token{}, false
		}
		v, err := strconv.ParseUint(string(l.b[l.at:l.at+2]), 16, 8)
		if err != nil {
			return token{kind: word, name: "'"}, true
		}
		l.at += 2
		return token{kind: bytesOf, text: []byte{byte(v)}}, true
	}
	from := l.at
	for l.at < len(l.b) && isLetter(l.b[l.at]) && l.at-from < longestWord {
		l.at++
	}
	t := token{kind: word, name: string(l.b[from:l.at])}
	from = l.at
	if l.at < len(l.b) && l.b[l.at] == '-' {
		l.at++
	}
	for l.at < len(l.b) && l.b[l.at] >= '0' && l.b[l.at] <= '9' && l.at-from <= longestNumber {
		l.at++
	}
	if n, err := strconv.Atoi(string(l.b[from:l.at])); err == nil {
		t.number, t.given = n, true
	} else {
		l.at = from
	}
	if l.at < len(l.b) && l.b[l.at] == ' ' {
		l.at++
	}
	if t.name == "bin" && t.given && t.number > 0 {
		l.at = min(len(l.b), l.at+t.number) // bytes of a picture
	}
	return t, true
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
