package native

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
			if h, low := unhexed[word[i+1]], unhexed[word[i+2]]; h >= 0 && low >= 0 {
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
	from, high := len(l.bytes), int8(-1)
	for l.i < len(l.b) {
		c := l.b[l.i]
		l.i++
		if c == '>' {
			break
		}
		v := unhexed[c]
		switch {
		case v < 0: // white space; anything else has no meaning either
			l.bad = l.bad || class[c] != space
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

// unhexed is what hexadecimal digits stand for; -1 for other bytes.
var unhexed = func() (t [256]int8) {
	for c := range t {
		t[c] = -1
	}
	for v, c := range []byte("0123456789abcdef") {
		t[c] = int8(v)
	}
	for v, c := range []byte("ABCDEF") {
		t[c] = int8(10 + v)
	}
	return t
}()
