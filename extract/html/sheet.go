package html

import (
	"slices"
	"strings"
)

// styleSheet are the declarations that matter of the page's rules.
type styleSheet struct {
	rules     map[string][]rule // by what tells most of the elements that they are for
	count     int
	layers    map[string]int
	variables map[string]*variable
	anyCase   bool              // large and small letters of classes and ids are the same
	named     map[string]string // the classes, ids and attributes that rules name
	values    map[string]bool   // the attributes whose values they ask for
	placed    bool              // some ask where an element stands
	counted   bool              // some ask at which place it does
	cut       bool              // there are more rules than are looked at
}

// place is where rules stand in a style sheet.
type place struct {
	parents []string // selectors of the rules around them
	layer   int
	depth   int
	unsure  bool // in a block that may not hold
}

// unlayered is the layer of rules in none: they go before those in any.
const unlayered = 1 << 30

// read takes the rules of a style element; those of one that may not hold are not sure.
func (s *styleSheet) read(css string, as holding) {
	if s.rules == nil {
		s.rules, s.layers, s.variables = map[string][]rule{}, map[string]int{}, map[string]*variable{}
		s.named, s.values = map[string]string{}, map[string]bool{}
	}
	css = withoutComments(strings.NewReplacer("<!--", "", "-->", "").Replace(css))
	if as != never {
		s.readIn(css, place{layer: unlayered, unsure: as == perhapsSo})
	}
}

// readIn takes rules, and the declarations of the rule around them.
func (s *styleSheet) readIn(css string, in place) {
	if in.depth > maxStyleDepth {
		s.cut = true
		return
	}
	var own strings.Builder
	end := func() {
		s.add(in.parents, declarations(own.String()), in)
		own.Reset()
	}
	for css != "" {
		st := nextStatement(css, len(in.parents) > 0)
		css = css[st.length:]
		switch {
		case strings.HasPrefix(st.head, "@"):
			end()
			s.at(st, in)
		case !st.block, strings.HasPrefix(st.head, "--"): // which may hold a block
			own.WriteString(st.text + ";")
		default:
			end()
			inside := in
			inside.parents, inside.depth = s.nested(st.head, in.parents), in.depth+1
			taken, known := understood(inside.parents)
			if inside.unsure = inside.unsure || !known; taken {
				s.readIn(st.body, inside)
			}
		}
	}
	end()
}

// withoutRules are blocks that say nothing of elements, or of what they look like in the end.
var withoutRules = []string{"font-face", "keyframes", "page", "property", "counter-style", "font-feature-values", "font-palette-values",
	"color-profile", "view-transition", "position-try", "starting-style", "viewport"}

// at takes a block for which a condition is stated, or the order of layers.
func (s *styleSheet) at(st statement, in place) {
	word, rest, _ := strings.Cut(strings.NewReplacer("(", " (", "\n", " ", "\t", " ", "\r", " ").Replace(strings.ToLower(st.head[1:])), " ")
	if vendor, name, ok := strings.Cut(strings.TrimPrefix(word, "-"), "-"); ok && strings.HasPrefix(word, "-") && vendor != "" {
		word = name
	}
	in.depth++
	switch {
	case word == "layer" && !st.block:
		for _, name := range listed(rest) {
			s.layerOf(strings.TrimSpace(name))
		}
		return
	case !st.block || slices.Contains(withoutRules, word):
		return
	case word == "media":
		as := holds(rest)
		if as == never {
			return
		}
		in.unsure = in.unsure || as == perhapsSo
	case word == "supports":
		as := supported(rest)
		if as == never {
			return
		}
		in.unsure = in.unsure || as == perhapsSo
	case word == "layer" && in.layer == unlayered && !strings.Contains(rest, "."):
		in.layer = s.layerOf(strings.TrimSpace(rest))
	default:
		in.unsure = true
	}
	s.readIn(st.body, in)
}

// layerOf numbers layers in the order in which they are named; one without a name is one of its own.
func (s *styleSheet) layerOf(name string) int {
	n, ok := s.layers[name]
	if !ok || name == "" {
		n = s.count + len(s.layers)
		if len(s.layers) < maxRules {
			s.layers[name] = n
		}
	}
	return n
}

// nested are the selectors of a rule inside others.
func (s *styleSheet) nested(list string, parents []string) []string {
	var out []string
	for _, one := range listed(list) {
		if one = strings.TrimSpace(one); len(parents) == 0 {
			out = append(out, one)
			continue
		}
		p := parents[0]
		if len(parents) > 1 {
			p = ":is(" + strings.Join(parents, ",") + ")"
		}
		switch {
		case len(out) >= maxSelectors || len(p)+len(one) > maxSelectorBytes:
			s.cut = true
		case strings.Contains(one, "&"):
			out = append(out, strings.ReplaceAll(one, "&", string(glue)+p))
		default:
			out = append(out, p+" "+one)
		}
	}
	return out
}

// add takes a style for selectors.
func (s *styleSheet) add(selectors []string, style []declaration, in place) {
	all := style
	style = slices.DeleteFunc(slices.Clone(style), func(d declaration) bool { return !matters(d.name) })
	defines := slices.ContainsFunc(all, func(d declaration) bool { return strings.HasPrefix(d.name, "--") })
	if len(style) == 0 && !defines {
		return
	}
	for _, written := range selectors {
		if len(written) > maxSelectorBytes {
			s.cut = true
			continue
		}
		each := alternatives(written, maxSelectors)
		var kinds []kind
		weight := 0 // that of the one of them that is most particular
		for _, selector := range each {
			if k, ok := s.kindOf(selector); ok { // it is one, of elements as the page begins
				kinds = append(kinds, k)
				weight = max(weight, k.weight-whereWeight(written))
			}
		}
		for _, k := range kinds {
			k.sure, k.weight = k.sure && !in.unsure, weight
			s.define(k, all)
			s.keep(rule{kind: k, layer: in.layer, style: style})
		}
	}
}

// keep takes a rule.
func (s *styleSheet) keep(r rule) {
	if len(r.style) == 0 {
		return
	}
	s.name(r.kind)
	key := r.keys[0]
	if s.count >= maxRules || len(s.rules[key]) >= maxKeyRules || len(r.style) > maxDeclarations {
		s.cut = true
		return
	}
	r.order = s.count
	s.count++
	s.rules[key] = append(s.rules[key], r)
}

// name notes what a rule names.
func (s *styleSheet) name(k kind) {
	s.placed, s.counted = s.placed || len(k.parts) > 0, s.counted || len(k.places) > 0
	for _, key := range slices.Concat(k.keys, k.around) {
		s.named[key] = key
	}
	for _, c := range append(slices.Clone(k.nots), k.parts...) {
		for _, n := range append(slices.Clone(c.nots), c) {
			for _, key := range n.keys() {
				s.named[key] = key
			}
		}
	}
	for _, v := range k.values {
		s.values[v.name] = true
	}
}
