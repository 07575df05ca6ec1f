package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// conditional are the declarations of a rule that depends on where an element stands, or on more than its name. Whether it
// holds for an element is not told: only that it may.
type conditional struct {
	around []string // names, classes and ids that must be on the page
	style  []declaration
}

// conditions are such rules by the name, class, id or attribute of the elements they may hold for.
type conditions map[string][]conditional

// dynamic are the states of an element that a page does not begin with.
var dynamic = []string{":hover", ":focus", ":active", ":visited", ":checked", ":disabled", ":target", "::selection", ":placeholder"}

// add takes a rule for a selector.
func (c conditions) add(selector string, style []declaration) {
	for _, state := range dynamic {
		if strings.Contains(selector, state) {
			return
		}
	}
	if strings.Contains(selector, "::") || strings.Contains(selector, ":before") || strings.Contains(selector, ":after") {
		style = slices.DeleteFunc(slices.Clone(style), func(d declaration) bool { return d.name != "content" }) // the rest is of what it adds
	}
	words := strings.FieldsFunc(selector, func(r rune) bool { return r == ' ' || r == '>' || r == '+' || r == '~' })
	if len(words) == 0 || len(c) >= maxRules {
		return
	}
	var around []string
	for _, w := range words[:len(words)-1] {
		around = append(around, keysOf(w)...)
	}
	keys := keysOf(words[len(words)-1])
	if len(keys) == 0 || len(c[keys[0]]) >= maxDeclarations {
		return
	}
	c[keys[0]] = append(c[keys[0]], conditional{append(around, keys[1:]...), style})
}

// keysOf are the id, classes, attributes and the name in a part of a selector, the one that tells most first.
func keysOf(part string) []string {
	var ids, classes, attributes, names []string
	for part != "" {
		end := strings.IndexAny(part[1:], ".#[:") + 1
		if end == 0 {
			end = len(part)
		}
		if part[0] == '[' {
			if close := strings.IndexByte(part, ']'); close > 0 {
				end = close + 1
			}
		}
		switch word := part[:end]; word[0] {
		case '#':
			ids = append(ids, word)
		case '.':
			classes = append(classes, word)
		case '[':
			name := strings.TrimRight(word[1:1+strings.IndexAny(word[1:]+"]", "=~|^$*]")], " ")
			attributes = append(attributes, "["+name)
		case ':', '*':
		default:
			names = append(names, word)
		}
		part = part[end:]
	}
	return append(append(append(ids, classes...), attributes...), names...)
}

// isSimple reports whether a selector is a name, a class or an id, or a name with one of these.
func isSimple(selector string) bool {
	return !strings.ContainsAny(selector, " >+~:[*") && strings.Count(selector, ".")+strings.Count(selector, "#") <= 1
}

// maybe applies to an element what rules may hold for it.
func (p *page) maybe(s *shown, t html.Token) {
	if len(p.styles.conditions) == 0 {
		return
	}
	keys := []string{t.Data}
	for _, a := range t.Attr {
		keys = append(keys, "["+a.Key)
		switch a.Key {
		case "class":
			for _, c := range strings.Fields(strings.ToLower(a.Val)) {
				keys = append(keys, "."+c)
			}
		case "id":
			keys = append(keys, "#"+strings.ToLower(a.Val))
		}
	}
	for _, k := range keys {
		if len(p.seen) < maxRules {
			p.seen[k] = true
		}
	}
	for _, k := range keys {
		for _, c := range p.styles.conditions[k] {
			if p.allSeen(c.around) {
				s.perhaps(c.style)
			}
		}
	}
}

func (p *page) allSeen(keys []string) bool {
	for _, k := range keys {
		if !p.seen[k] && k != "html" && k != "body" {
			return false
		}
	}
	return true
}

// perhaps applies a style that may hold.
func (s *shown) perhaps(style []declaration) {
	var then shown
	then.declare(style)
	then.settle()
	s.maybe = s.maybe || then.none || then.blank || then.hides()
	switch then.ink.state {
	case unset:
	case known:
		s.ink = then.ink
		s.ink.state = perhaps
	default:
		s.ink = colour{state: unknown}
	}
	if then.ground.state != unset {
		s.ground = colour{state: unknown}
	}
	s.mayRack = s.mayRack || then.rackOf("") != nil
	for _, d := range style {
		s.adds = s.adds || d.name == "content" && strings.ContainsAny(d.value, "0123456789")
	}
}
