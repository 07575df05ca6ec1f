package html

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// kind are the elements that a rule is for, and what must be on the page for it to hold.
type kind struct {
	keys   []string // the element's id, classes, attributes and name, the one that tells most first
	around []string // those of the elements around it or before it
	sure   bool     // it holds for every element that has the keys
	weight int      // how particular the selector is
	pseudo string   // "::before" and the like: what it is for is no element but a part of one, or added to it
}

// dynamic are the states of an element that a page does not begin with.
var dynamic = []string{"hover", "focus", "focus-visible", "focus-within", "active", "visited", "target", "fullscreen"}

// structural are the classes that any element may be in, by where it stands.
var structural = []string{"not", "has", "empty", "lang", "dir", "first-child", "last-child", "only-child", "nth-child", "nth-last-child",
	"first-of-type", "last-of-type", "only-of-type", "nth-of-type", "nth-last-of-type"}

// compound is a part of a selector: what one element must be.
type compound struct {
	ids, classes, attributes, names []string
	states                          []string // pseudo-classes
	pseudo                          string
	values                          bool // an attribute must have a value
	any                             bool // "*"
	sibling                         bool // it stands beside what follows in the selector, not around it
}

func (c compound) keys() []string {
	return slices.Concat(c.ids, c.classes, c.attributes, c.names)
}

// kindOf reads a selector; false for one that is none, or that holds for no element as the page begins.
func kindOf(selector string) (kind, bool) {
	parts, ok := compounds(selector)
	if !ok || len(parts) == 0 {
		return kind{}, false
	}
	k := kind{sure: len(parts) == 1}
	for _, p := range parts {
		k.weight += len(p.ids)<<20 + (len(p.classes)+len(p.attributes)+len(p.states))<<10 + len(p.names)
		if slices.ContainsFunc(p.states, func(s string) bool { return slices.Contains(dynamic, s) }) {
			return kind{}, false
		}
	}
	last := parts[len(parts)-1]
	k.sure = k.sure && !last.values && len(last.states) == 0
	k.pseudo = last.pseudo
	if len(last.keys()) == 0 && len(parts) > 1 && !parts[len(parts)-2].sibling {
		parts, k.sure = parts[:len(parts)-1], false // what stands in an element is hidden with it
		last = parts[len(parts)-1]
	}
	if k.keys = last.keys(); len(k.keys) == 0 {
		if !last.any && !slices.ContainsFunc(last.states, func(s string) bool { return slices.Contains(structural, s) }) {
			return kind{}, false
		}
		k.keys = []string{"*"}
	}
	for _, p := range parts[:len(parts)-1] {
		k.around = append(k.around, p.keys()...)
	}
	return k, true
}

// compounds splits a selector into its parts; false for one that browsers pass over.
func compounds(s string) ([]compound, bool) {
	var out []compound
	var c compound
	begun, ended := false, false // a part has
	for i := 0; i < len(s); {
		switch at := s[i]; at {
		case ' ', '\t', '\n', '\r', '\f', '>', '+', '~':
			ended = begun
			c.sibling = c.sibling || begun && (at == '+' || at == '~')
			i++
			continue
		case glue:
			i++
			continue
		}
		if ended {
			out = append(out, c)
			c, ended = compound{}, false
		}
		n := c.take(s[i:])
		if n == 0 {
			return nil, false
		}
		begun = true
		i += n
	}
	if begun {
		out = append(out, c)
	}
	return out, true
}

// glue joins a part of a selector with a name that is written behind it.
const glue = '\x01'

// take takes what a part of a selector goes on with, and says how long it is; 0 for what is none.
func (c *compound) take(s string) int {
	switch s[0] {
	case '*':
		c.any = true
		return 1
	case '#', '.':
		name, n := identifier(s[1:])
		if n == 0 {
			return 0
		}
		if s[0] == '#' {
			c.ids = append(c.ids, "#"+name)
		} else {
			c.classes = append(c.classes, "."+name)
		}
		return n + 1
	case '[':
		end := bracketed(s)
		name, n := identifier(strings.TrimLeft(s[1:end], " "))
		if n == 0 {
			return 0
		}
		c.attributes = append(c.attributes, "["+name)
		c.values = c.values || strings.Contains(s[:end], "=")
		return end
	case ':':
		return c.takeState(s)
	}
	name, n := identifier(s)
	if n > 0 {
		c.names = append(c.names, name)
	}
	return n
}

// takeState takes a pseudo-class or a pseudo-element.
func (c *compound) takeState(s string) int {
	colons := 1
	double := strings.HasPrefix(s, "::")
	if double {
		colons = 2
	}
	name, n := identifier(s[colons:])
	if n == 0 {
		return 0
	}
	n += colons
	if n < len(s) && s[n] == '(' {
		n += bracketed(s[n:])
	}
	switch {
	case double || name == "before" || name == "after" || name == "first-letter" || name == "first-line":
		c.pseudo = name
	case name == "root":
		c.names = append(c.names, "html")
	case name == "link" || name == "any-link":
		c.names, c.states = append(c.names, "a"), append(c.states, name)
	default:
		c.states = append(c.states, name)
	}
	return n
}

// identifier reads the name that a text begins with, in lower case, what is escaped in it as it is meant, and says how long it is.
func identifier(s string) (string, int) {
	var b strings.Builder
	i := 0
	for i < len(s) {
		c := s[i]
		if c == '\\' && i+1 < len(s) {
			r, n := escaped(s[i+1:])
			b.WriteRune(r)
			i += n + 1
			continue
		}
		if !(c == '-' || c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf) {
			break
		}
		b.WriteByte(c)
		i++
	}
	return strings.ToLower(b.String()), i
}

// escaped is the character meant by what stands behind a backslash, and how long that is.
func escaped(s string) (rune, int) {
	n := 0
	for n < len(s) && n < 6 && strings.IndexByte("0123456789abcdefABCDEF", s[n]) >= 0 {
		n++
	}
	if n == 0 {
		return utf8.DecodeRuneInString(s)
	}
	v, err := strconv.ParseUint(s[:n], 16, 32)
	if n < len(s) && s[n] == ' ' {
		n++
	}
	if err != nil || v == 0 || v > utf8.MaxRune {
		return utf8.RuneError, n
	}
	return rune(v), n
}

// listed splits a list at its commas, those in brackets and quotation marks left out.
func listed(list string) []string {
	var out []string
	from := 0
	for i := 0; i < len(list); {
		switch list[i] {
		case ',':
			out = append(out, list[from:i])
			from, i = i+1, i+1
		default:
			i += piece(list[i:])
		}
	}
	return append(out, list[from:])
}

// alternatives are the selectors that one with :is() or :where() stands for.
func alternatives(selector string, most int) []string {
	for _, name := range []string{":is(", ":where(", ":matches(", ":-webkit-any("} {
		at := strings.Index(selector, name)
		if at < 0 {
			continue
		}
		open := at + len(name) - 1
		end := open + bracketed(selector[open:])
		inside := strings.TrimSuffix(selector[open+1:end], ")")
		var out []string
		for _, one := range listed(inside) {
			if len(out) < most {
				out = append(out, alternatives(selector[:at]+string(glue)+strings.TrimSpace(one)+selector[end:], most-len(out))...)
			}
		}
		return out
	}
	return []string{selector}
}
