package ooxml

import "bufio"

// source is what the decoder reads from, byte by byte; so it stands behind the last token when that is a tag.
type source struct {
	*bufio.Reader
	last, before byte
	inName       bool // of a tag
	prefixed     bool // the name in the last tag has a prefix
	decoded      bool // the part is not UTF-8: the decoder reads ahead
}

// ReadByte is the next byte.
func (s *source) ReadByte() (byte, error) {
	c, err := s.Reader.ReadByte()
	if err != nil {
		return c, err
	}
	switch {
	case c == '<':
		s.inName, s.prefixed = true, false
	case !s.inName:
	case c == ':':
		s.prefixed = true
	case c <= ' ', c == '>', c == '/' && s.last != '<':
		s.inName = false
	}
	s.before, s.last = s.last, c
	return c, nil
}

// window is what comes next, as much of it as an element in one piece may take, but for the end of the part.
func (s *source) window() []byte {
	if s.Buffered() < mostPlain {
		// What keeps it from being more is met again when these bytes are used up.
		ahead, _ := s.Peek(mostPlain)
		return ahead
	}
	ahead, _ := s.Peek(s.Buffered())
	return ahead
}
