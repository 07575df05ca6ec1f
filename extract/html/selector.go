package html

import (
	"slices"
	"strings"
)

// kind are the elements that a rule is for, and what must be on the page for it to hold.
type kind struct {
	keys   []string // the element's id, classes, attributes and name, the one that tells most first
	values []value  // of its attributes
	nots   []compound
	places []nth
	parts  []compound
	around []string // what parts name: elements around it or before it
	sure   bool     // it holds for every element that is so and stands so
	weight int      // how particular the selector is
	pseudo string   // "::before" and the like: what it is for is no element but a part of one, or added to it
}

// dynamic are the states of an element that a page does not begin with.
var dynamic = strings.Fields(`hover focus focus-visible focus-within active visited target target-within fullscreen modal popover-open user-valid user-invalid
	picture-in-picture playing paused seeking buffering stalled muted future past current`)

// structural are the classes that any element may be in, by where it stands or what it is.
var structural = strings.Fields(`not has empty lang dir first-child last-child only-child nth-child nth-last-child first-of-type last-of-type
	only-of-type nth-of-type nth-last-of-type open read-only enabled optional default defined scope`)

// kindOf reads a selector; false for one that is none, or that holds for no element as the page begins.
func (s *styleSheet) kindOf(selector string) (kind, bool) {
	parts, ok := compounds(selector)
	if !ok {
		return kind{}, false
	}
	last := parts[len(parts)-1]
	k := kind{sure: len(last.states) == 0, pseudo: last.pseudo, values: last.values, nots: last.nots, places: last.places, parts: parts[:len(parts)-1]}
	for i, p := range parts {
		if s.anyCase {
			lower(p.ids)
			lower(p.classes)
			for _, n := range p.nots {
				lower(n.ids)
				lower(n.classes)
			}
		}
		k.weight += p.weight()
		if slices.ContainsFunc(p.states, func(s string) bool { return slices.Contains(dynamic, s) }) {
			return kind{}, false
		}
		if i < len(parts)-1 {
			k.around = append(k.around, p.keys()...)
		}
	}
	if k.keys = last.keys(); len(k.keys) == 0 {
		if !last.any && len(last.nots)+len(last.places) == 0 && last.pseudo == "" && !slices.ContainsFunc(last.states, func(s string) bool { return slices.Contains(structural, s) }) {
			return kind{}, false
		}
		k.keys = []string{"*"}
	}
	return k, true
}

func lower(names []string) {
	for i := range names {
		names[i] = strings.ToLower(names[i])
	}
}

// understood tells of the selectors of a rule whether browsers take them, which pass over all of them for one that is none, and
// whether that is known.
func understood(selectors []string) (taken, known bool) {
	known = true
	for _, one := range selectors {
		parts, ok := compounds(one)
		if !ok {
			return false, true
		}
		known = known && !slices.ContainsFunc(parts, func(c compound) bool { return c.strange })
	}
	return true, known
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

// whereWeight is what :where() adds to the weight of a selector that is written without it, and ought not to.
func whereWeight(written string) int {
	weight := 0
	for {
		_, behind, ok := strings.Cut(written, ":where")
		if !ok || !strings.HasPrefix(behind, "(") {
			return weight
		}
		end := bracketed(behind)
		parts, _ := compounds(strings.TrimSpace(strings.TrimSuffix(behind[1:end], ")")))
		for _, p := range parts {
			weight += p.weight()
		}
		written = behind[end:]
	}
}

func (c compound) weight() int {
	most := 0
	for _, n := range c.nots {
		most = max(most, n.weight())
	}
	return most + len(c.ids)<<20 + (len(c.classes)+len(c.attributes)+len(c.states)+len(c.places))<<10 + len(c.names)
}
