package html

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// rule are the declarations of a style sheet for a kind of elements.
type rule struct {
	kind
	layer, order int
	style        []declaration
}

// keysOf are the name, classes, id and attributes of an element, those that rules name.
func (p *page) keysOf(t html.Token) []string {
	keys := []string{"*", t.Data}
	add := func(sign, name string) {
		if k, ok := p.styles.named[sign+name]; ok && !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	for _, a := range t.Attr {
		add("[", a.Key)
		switch a.Key {
		case "class":
			for c := range strings.FieldsSeq(p.styles.cased(a.Val)) {
				add(".", c)
			}
		case "id":
			add("#", p.styles.cased(a.Val))
		}
	}
	return keys
}

// cased is a class or an id as pages compare it that do not state that they are written by the standard: in small letters.
func (s *styleSheet) cased(name string) string {
	if s.anyCase {
		return strings.ToLower(name)
	}
	return name
}

// held is a rule that holds for an element, or may.
type held struct {
	rule
	sure bool
}

// rulesFor are the rules for an element of these keys, by what they are for: the element, "", or what is put before or behind it.
func (p *page) rulesFor(t html.Token, keys []string) map[string][]held {
	for _, k := range keys {
		if !p.seen[k] {
			p.seen[k] = true
			p.looks = map[string]shown{} // which may be others now
		}
	}
	if p.styles.count == 0 {
		return nil
	}
	var out map[string][]held
	p.path = nil
	for _, k := range keys {
		for _, r := range p.styles.rules[k] {
			if p.tried++; p.tried > maxTried {
				p.styles.cut = true
				return out
			}
			if slices.ContainsFunc(r.keys, func(k string) bool { return !slices.Contains(keys, k) }) {
				continue
			}
			if as := p.holdsFor(r, t, keys); as != never {
				if out == nil {
					out = map[string][]held{}
				}
				out[r.pseudo] = append(out[r.pseudo], held{r, as == always})
			}
		}
	}
	return out
}

// allSeen reports whether elements of all these keys are on the page so far, as far as is known.
func (p *page) allSeen(keys []string) bool {
	for _, k := range keys {
		if !p.seen[k] {
			return false
		}
	}
	return true
}

// style applies to an element what rules and its own style say of it.
func (p *page) style(s *shown, t html.Token) {
	s.keys = p.keysOf(t)
	s.hash = p.hashed(s.keys)
	rules := p.rulesFor(t, s.keys)
	own := declarations(attribute(t, "style"))
	p.styles.define(kind{}, own)
	if len(rules[""])+len(own) > 0 {
		p.strongest(rules[""], own).apply(s, t.Data)
	}
	for pseudo, held := range rules {
		switch pseudo {
		case "":
		case "first-letter", "first-line":
			for i := range held {
				held[i].sure = false
			}
			p.strongest(held, nil).apply(s, t.Data)
		default:
			s.adds = s.adds || p.strongest(held, nil).adds(t)
		}
	}
}

// winner are the declarations of an element that count, the weakest first, and those that may go before them, by rules.
type winner struct {
	sure     []declaration
	possible [][]declaration
}

// strongest finds what counts of rules and of the element's own style: what is important goes before what is not, and then its
// own style before rules, these by their layers, and those that are more particular before others.
func (p *page) strongest(rules []held, own []declaration) winner {
	var w winner
	stated := map[string]bool{}
	take := func(style []declaration, important, sure bool) {
		style, others := p.told(unstated(style, important, stated))
		w.possible = append(w.possible, others...)
		if !sure && len(style) > 0 {
			w.possible = append(w.possible, style)
			return
		}
		for _, d := range slices.Backward(style) {
			if !isStated(d.name, stated) {
				w.sure = append(w.sure, d)
				stated[d.name] = true
			}
		}
	}
	take(own, true, true)
	slices.SortStableFunc(rules, func(a, b held) int { // what is important in the first layer goes before the last, and any before none
		return cmp.Or(cmp.Compare(a.layer, b.layer), cmp.Compare(b.weight, a.weight), cmp.Compare(b.order, a.order))
	})
	for _, r := range rules {
		take(r.style, true, r.sure)
	}
	take(own, false, true)
	slices.SortStableFunc(rules, func(a, b held) int {
		return cmp.Or(cmp.Compare(b.layer, a.layer), cmp.Compare(b.weight, a.weight), cmp.Compare(b.order, a.order))
	})
	for _, r := range rules {
		take(r.style, false, r.sure)
	}
	slices.Reverse(w.sure)
	return w
}

// unstated are the declarations of an importance of what nothing stronger has stated.
func unstated(style []declaration, important bool, stated map[string]bool) []declaration {
	var out []declaration
	for _, d := range style {
		if d.important == important && !isStated(d.name, stated) {
			out = append(out, d)
		}
	}
	return out
}

func isStated(name string, stated map[string]bool) bool {
	return stated[name] || stated["all"] && name != "direction" && name != "unicode-bidi"
}

// apply applies what counts to an element, and puts in doubt what may go before it.
func (w winner) apply(s *shown, name string) {
	plain := *s
	s.part()
	s.declare(w.sure)
	sure := *s
	for _, style := range w.possible {
		then := plain
		then.declare(append(slices.Clone(w.sure), style...))
		s.perhaps(sure, then, name)
	}
}

// perhaps puts in doubt an element that may look like another.
func (s *shown) perhaps(sure, then shown, name string) {
	if then.none != sure.none || then.differs(sure, name) {
		s.maybe = true
	}
	s.unplaced = s.unplaced || then.none != sure.none || then.display != sure.display || then.box.absolute != sure.box.absolute || then.floats != sure.floats
	s.mayRack = s.mayRack || then.rackOf("") != nil
	alone := s.inks == either{} && s.grounds == either{} // no stronger rule may set one of them without the other
	if alone && s.both.add(sure.sight, then.sight) {
		return
	}
	s.inks.add(sure.ink, then.ink)
	s.inks.add(sure.fill, then.fill)
	s.grounds.add(sure.ground, then.ground)
}

// differs reports whether an element may be seen where the other is not.
func (s shown) differs(o shown, name string) bool {
	a, b := s, o
	a.settleAs(name)
	b.settleAs(name)
	return a.hidden != b.hidden || a.maybe && !b.maybe || a.veil != b.veil || a.size != b.size && (a.size == noSize || b.size == noSize) ||
		a.moved != b.moved || a.from != b.from || a.turn != b.turn
}

// adds reports whether figures may be put before or behind an element's text.
func (w winner) adds(t html.Token) bool {
	content := func(style []declaration) bool {
		return slices.ContainsFunc(style, func(d declaration) bool { return d.name == "content" && addsFigure(d.value, t) })
	}
	hides := func(style []declaration) bool {
		var then shown
		then.declare(style)
		then.settle(false, false)
		return then.none || then.hides() || then.box.hasHeight && then.box.height == 0 && then.cuts
	}
	if content(w.sure) && !hides(w.sure) {
		return true
	}
	return slices.ContainsFunc(w.possible, func(style []declaration) bool {
		both := append(slices.Clone(w.sure), style...)
		return content(style) || content(w.sure) && !hides(both)
	})
}

// addsFigure reports whether what is put before or behind an element's text may be part of a figure.
func addsFigure(content string, t html.Token) bool {
	if name, ok := strings.CutPrefix(content, "attr("); ok {
		name, _ = identifier(strings.TrimLeft(name, " "))
		return attribute(t, name) != ""
	}
	return strings.Contains(content, "attr(") || strings.Contains(content, "counter") || strings.Contains(content, "var(") ||
		strings.ContainsAny(meant(content), "0123456789.,%‰-−+()（）万亿千百")
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
