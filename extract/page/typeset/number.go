package typeset

import (
	"strings"
	"unicode"
)

// pageNumber reports whether a line in a margin is a page number: 3, — 3 —, 第3页 共5页, 3/5. A bare year is none.
func pageNumber(text string) bool {
	text = strings.ToLower(strings.Join(strings.Fields(text), ""))
	if len(text) == 4 && (strings.HasPrefix(text, "19") || strings.HasPrefix(text, "20")) {
		return false
	}
	if s := (scan{strings.TrimFunc(text, isMark)}); s.number() && s.end() {
		return true
	}
	s := scan{text}
	switch {
	case s.take("page"):
		return s.number() && (s.end() || s.take("of") && s.number() && s.end())
	case s.take("共"):
		if !s.number() || !s.take("页") {
			return false
		}
		s.takeAny(",，")
		return s.take("第") && s.number() && s.take("页") && s.end()
	}
	if ordinal := s.take("第"); !s.number() {
		return ordinal && s.chinese() && s.take("页") && s.end()
	}
	page := s.take("页")
	if page && s.end() {
		return true
	}
	parted := s.takeAny("/／,，")
	of := s.take("共")
	if !page && !parted && !of || !s.number() {
		return false
	}
	s.take("页")
	return s.end()
}

// isMark tells what may stand around a bare page number.
func isMark(r rune) bool { return !unicode.IsLetter(r) && (r < '0' || r > '9') }

// scan reads a text from left to right.
type scan struct{ rest string }

func (s *scan) end() bool { return s.rest == "" }

// take passes over a word where it stands next.
func (s *scan) take(word string) bool {
	rest, ok := strings.CutPrefix(s.rest, word)
	s.rest = rest
	return ok
}

// takeAny passes over one of some characters where one stands next.
func (s *scan) takeAny(characters string) bool {
	for _, r := range characters {
		if s.take(string(r)) {
			return true
		}
	}
	return false
}

// number passes over a whole number of up to four digits.
func (s *scan) number() bool {
	rest := strings.TrimLeft(s.rest, "0123456789")
	n := len(s.rest) - len(rest)
	if n < 1 || n > 4 {
		return false
	}
	s.rest = rest
	return true
}

// chinese passes over a number of up to five Chinese digits.
func (s *scan) chinese() bool {
	n := 0
	for n < 5 && s.takeAny("〇一二三四五六七八九十百") {
		n++
	}
	return n > 0
}
