package html

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// compound is a part of a selector: what one element must be.
type compound struct {
	ids, classes, attributes, names []string
	values                          []value
	states                          []string // pseudo-classes
	nots                            []compound
	places                          []nth
	pseudo                          string
	any                             bool // "*"
	strange                         bool // it has a word behind a colon that browsers may not know
	before                          byte // how it stands to what follows in the selector: around it " ", right around it ">", beside it "+" or "~"
}

func (c compound) keys() []string {
	return slices.Concat(c.ids, c.classes, c.attributes, c.names)
}

// pseudoClasses are those that browsers know.
var pseudoClasses = slices.Concat(dynamic, structural, strings.Fields(`root link any-link is where host host-context checked disabled
	required valid invalid in-range out-of-range read-write placeholder-shown autofill indeterminate state before after first-letter first-line
	-webkit-any -webkit-autofill -webkit-any-link -internal-autofill-selected first left right`))

// pseudoElements are those that browsers know.
var pseudoElements = strings.Fields(`before after first-letter first-line marker selection placeholder backdrop cue slotted part file-selector-button
	details-content highlight target-text spelling-error grammar-error view-transition view-transition-group view-transition-old view-transition-new`)

// compounds splits a selector into its parts; false for one that browsers pass over.
func compounds(s string) ([]compound, bool) {
	var out []compound
	var c compound
	begun, ended := false, false // a part has
	for i := 0; i < len(s); {
		switch at := s[i]; at {
		case '>', '+', '~':
			if !begun || c.before > ' ' {
				return nil, false
			}
			c.before, ended = at, true
			i++
			continue
		case ' ', '\t', '\n', '\r', '\f':
			if ended = begun; begun && c.before == 0 {
				c.before = ' '
			}
			i++
			continue
		case glue:
			i++
			continue
		}
		if begun && !ended && s[i-1] != glue && strings.IndexByte("#.[:", s[i]) < 0 {
			return nil, false // a name stands nowhere but first
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
	if !begun || c.before > ' ' {
		return nil, false
	}
	return append(out, c), true
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
		c.attributes = append(c.attributes, "["+strings.ToLower(name))
		if v, ok := valueOf(strings.ToLower(name), strings.TrimSuffix(s[1:end], "]")); ok {
			c.values = append(c.values, v)
		}
		return end
	case ':':
		return c.takeState(s)
	}
	name, n := identifier(s)
	if n > 0 {
		c.names = append(c.names, strings.ToLower(name))
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
	name = strings.ToLower(name)
	n += colons
	inside := ""
	if n < len(s) && s[n] == '(' {
		end := bracketed(s[n:])
		inside = strings.TrimSuffix(s[n+1:n+end], ")")
		n += end
	}
	c.strange = c.strange || !double && !slices.Contains(pseudoClasses, name) || double && !strings.HasPrefix(name, "-webkit-") && !slices.Contains(pseudoElements, name)
	switch {
	case double || name == "before" || name == "after" || name == "first-letter" || name == "first-line":
		c.pseudo = name
	case name == "not" && c.isNot(inside):
	case strings.HasSuffix(name, "-child") && c.isAt(name, inside):
	case name == "root":
		c.names = append(c.names, "html")
	case name == "link" || name == "any-link":
		c.names, c.states = append(c.names, "a"), append(c.states, name)
	default:
		c.states = append(c.states, name)
	}
	return n
}

// identifier reads the name that a text begins with, what is escaped in it as it is meant, and says how long it is.
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
	return b.String(), i
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

// isAt takes the place at which an element must stand.
func (c *compound) isAt(name, inside string) bool {
	n, ok := nthOf(name, inside)
	if ok {
		c.places = append(c.places, n)
	}
	return ok
}

// isNot takes what an element must not be, if it is classes, ids, names and attributes alone.
func (c *compound) isNot(list string) bool {
	var nots []compound
	for _, one := range listed(list) {
		parts, ok := compounds(strings.TrimSpace(one))
		if !ok || len(parts) != 1 || parts[0].pseudo != "" || parts[0].any || len(parts[0].states)+len(parts[0].values)+len(parts[0].nots)+len(parts[0].places) > 0 {
			return false
		}
		nots = append(nots, parts[0])
	}
	c.nots = append(c.nots, nots...)
	return len(nots) > 0
}
