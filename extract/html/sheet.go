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
	variables map[string]string // by their names; the last value counts
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
		s.rules, s.layers, s.variables = map[string][]rule{}, map[string]int{}, map[string]string{}
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
			if len(inside.parents) > 0 {
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
		for _, p := range parents {
			switch {
			case len(out) >= maxSelectors || len(p)+len(one) > maxSelectorBytes:
				s.cut = true
			case strings.Contains(one, "&"):
				out = append(out, strings.ReplaceAll(one, "&", string(glue)+p))
			default:
				out = append(out, p+" "+one)
			}
		}
	}
	return out
}

// add takes a style for selectors.
func (s *styleSheet) add(selectors []string, style []declaration, in place) {
	for _, d := range style {
		if strings.HasPrefix(d.name, "--") && len(s.variables) < maxRules {
			s.variables[d.name] = d.value
		}
	}
	style = slices.DeleteFunc(style, func(d declaration) bool { return !matters(d.name) })
	if len(style) == 0 {
		return
	}
	for _, written := range selectors {
		if len(written) > maxSelectorBytes {
			s.cut = true
			continue
		}
		all := alternatives(written, maxSelectors)
		for _, selector := range all {
			k, ok := kindOf(selector)
			if !ok {
				continue // no selector, or of no element as the page begins
			}
			k.sure = k.sure && !in.unsure && len(all) == 1
			s.keep(rule{kind: k, layer: in.layer, style: style})
		}
	}
}

// keep takes a rule.
func (s *styleSheet) keep(r rule) {
	if r.pseudo != "" && r.pseudo != "first-letter" && r.pseudo != "first-line" {
		r.style = r.added()
	}
	if len(r.style) == 0 {
		return
	}
	r.sure = r.sure && r.pseudo == ""
	key := r.keys[0]
	if s.count >= maxRules || len(s.rules[key]) >= maxKeyRules || len(r.style) > maxDeclarations {
		s.cut = true
		return
	}
	r.order = s.count
	s.count++
	s.rules[key] = append(s.rules[key], r)
}
