package pdfium

import (
	"bytes"
	"strconv"
)

// next is the first token of PDF text and what follows it; "" at the end. Names come with their slash, their escapes
// resolved; a string is "(".
func next(b []byte) (token string, rest []byte) {
	for len(b) > 0 {
		switch c := b[0]; {
		case blank(c):
			b = b[1:]
		case c == '%':
			end := bytes.IndexAny(b, "\r\n")
			if end < 0 {
				return "", nil
			}
			b = b[end:]
		case c == '(':
			return "(", b[literal(b):]
		case bytes.HasPrefix(b, []byte("<<")), bytes.HasPrefix(b, []byte(">>")):
			return string(b[:2]), b[2:]
		case c == '<':
			end := bytes.IndexByte(b, '>')
			if end < 0 {
				return "", nil
			}
			return "(", b[end+1:]
		case c == '[' || c == ']' || c == '{' || c == '}' || c == ')' || c == '>':
			return string(c), b[1:]
		default:
			n := 1
			for n < len(b) && !blank(b[n]) && !delimits(b[n]) {
				n++
			}
			word := b[:n]
			if c == '/' {
				word = unescape(word)
			}
			return string(word), b[n:]
		}
	}
	return "", nil
}

func blank(c byte) bool {
	return c <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0)
}

func delimits(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// literal is the length of a string in parentheses, which may stand in one another.
func literal(b []byte) int {
	depth := 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(b)
}

// unescape resolves the #xx of a name.
func unescape(name []byte) []byte {
	if bytes.IndexByte(name, '#') < 0 {
		return name
	}
	out := make([]byte, 0, len(name))
	for i := 0; i < len(name); i++ {
		if name[i] == '#' && i+2 < len(name) {
			if v, err := strconv.ParseUint(string(name[i+1:i+3]), 16, 8); err == nil {
				out = append(out, byte(v))
				i += 2
				continue
			}
		}
		out = append(out, name[i])
	}
	return out
}
