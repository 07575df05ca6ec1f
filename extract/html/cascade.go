package html

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"fuhe/extract/lazy"
)

// rule are the declarations of a style sheet for a kind of elements.
type rule struct {
	kind
	layer, order int
	style        []declaration
}

// added are the declarations of a rule for what is added to elements: the text, when it is seen.
func (r rule) added() []declaration {
	var then shown
	then.declare(r.style)
	then.settle()
	if then.none || then.blank || then.hides() || then.box.hasHeight && then.box.height == 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(r.style), func(d declaration) bool { return d.name != "content" })
}

// keysOf are the name, classes, id and attributes of an element, as rules name them.
func (p *page) keysOf(t html.Token) []string {
	keys := []string{"*", t.Data}
	for _, a := range t.Attr {
		if len(keys) >= maxKeys {
			p.styles.cut = true
			break
		}
		keys = append(keys, "["+a.Key)
		switch a.Key {
		case "class":
			classes := strings.Fields(strings.ToLower(a.Val))
			p.styles.cut = p.styles.cut || len(classes) > maxKeys
			for _, c := range classes[:min(len(classes), maxKeys)] {
				keys = append(keys, "."+c)
			}
		case "id":
			keys = append(keys, "#"+strings.ToLower(a.Val))
		}
	}
	return keys
}

// rulesFor are the rules that hold for an element, the weakest first, and those that may.
func (p *page) rulesFor(t html.Token) (sure, unsure []rule) {
	keys := p.keysOf(t)
	for _, k := range keys {
		if len(p.seen) < maxSeen {
			p.seen[k] = true
		}
	}
	if p.styles.count == 0 {
		return nil, nil
	}
	for i, k := range keys {
		if slices.Contains(keys[:i], k) {
			continue // a class that is named twice
		}
		for _, r := range p.styles.rules[k] {
			switch {
			case slices.ContainsFunc(r.keys, func(k string) bool { return !slices.Contains(keys, k) }):
			case r.sure:
				sure = append(sure, r)
			case p.allSeen(r.around):
				unsure = append(unsure, r)
			}
		}
	}
	slices.SortStableFunc(sure, func(a, b rule) int {
		return cmp.Or(cmp.Compare(a.layer, b.layer), cmp.Compare(a.weight, b.weight), cmp.Compare(a.order, b.order))
	})
	return sure, unsure
}

// allSeen reports whether elements of all these keys are on the page so far, as far as is known.
func (p *page) allSeen(keys []string) bool {
	for _, k := range keys {
		if !p.seen[k] && k != "html" && k != "body" && len(p.seen) < maxSeen {
			return false
		}
	}
	return true
}

// style applies to an element what rules and its own style say of it: what is important goes before what is not, and then its
// own style before rules, these by their layers, and those that are more particular before others.
func (p *page) style(s *shown, t html.Token) {
	sure, unsure := p.rulesFor(t)
	own := declarations(attribute(t, "style"))
	if len(sure)+len(unsure)+len(own) == 0 {
		return
	}
	normal := append(ofRules(sure, false), only(own, false)...)
	slices.SortStableFunc(sure, func(a, b rule) int { return cmp.Compare(b.layer, a.layer) }) // what is important in the first layer goes before the last, and any before none
	important := append(ofRules(sure, true), only(own, true)...)
	s.declare(p.styles.told(lastOf(append(normal, important...))))
	for _, r := range unsure {
		s.perhaps(p.styles.told(slices.DeleteFunc(slices.Clone(r.style), func(d declaration) bool {
			return states(own, d.name, d.important) || !d.important && states(important, d.name, true)
		})), r.pseudo, t)
	}
}

// states reports whether a style states a property, with at least that importance.
func states(style []declaration, name string, important bool) bool {
	return slices.ContainsFunc(style, func(d declaration) bool { return d.name == name && (d.important || !important) })
}

func ofRules(rules []rule, important bool) []declaration {
	var out []declaration
	for _, r := range rules {
		out = append(out, only(r.style, important)...)
	}
	return out
}

// only are the declarations that are important, or those that are not.
func only(style []declaration, important bool) []declaration {
	var out []declaration
	for _, d := range style {
		if d.important == important {
			out = append(out, d)
		}
	}
	return out
}

// lastOf are the last declarations of each property.
func lastOf(style []declaration) []declaration {
	var out []declaration
	for _, d := range slices.Backward(style) {
		if !states(out, d.name, false) {
			out = append(out, d)
		}
	}
	slices.Reverse(out)
	return out
}

// told are declarations with the values of variables in their places.
func (s *styleSheet) told(style []declaration) []declaration {
	out := slices.Clone(style)
	for i := range out {
		out[i].value = s.resolved(out[i].value)
	}
	return out
}

// resolved is a value with those of variables in their places, as far as they are known.
func (s *styleSheet) resolved(value string) string {
	if len(s.variables) == 0 || !strings.Contains(value, "var(") {
		return value
	}
	return variable.ReplaceAllStringFunc(value, func(use string) string {
		if v, ok := s.variables[strings.ToLower(variable.FindStringSubmatch(use)[1])]; ok {
			return v
		}
		return use
	})
}

var variable = lazy.New(`var\(\s*(--[\w-]+)\s*(?:,[^()]*)?\)`)

// perhaps applies a style that may hold, or that of a part of the element.
func (s *shown) perhaps(style []declaration, pseudo string, t html.Token) {
	if len(style) == 0 {
		return
	}
	var then shown
	then.declare(style)
	then.settle()
	s.maybe = s.maybe || then.none || then.blank || then.hides() || then.maybe || then.skips
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
		s.adds = s.adds || d.name == "content" && pseudo != "" && addsFigure(d.value, t)
	}
}

// addsFigure reports whether what is put before or behind an element's text may be part of a figure.
func addsFigure(content string, t html.Token) bool {
	if name, ok := strings.CutPrefix(content, "attr("); ok {
		name, _ = identifier(strings.TrimLeft(name, " "))
		return attribute(t, name) != ""
	}
	return strings.Contains(content, "attr(") || strings.Contains(content, "counter") || strings.Contains(content, "var(") ||
		strings.ContainsAny(meant(content), "0123456789.%-−+")
}

// meant is a text with what is escaped in it as it is meant.
func meant(s string) string {
	var b strings.Builder
	for {
		before, behind, ok := strings.Cut(s, "\\")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		r, n := escaped(behind)
		b.WriteRune(r)
		s = behind[n:]
	}
}
