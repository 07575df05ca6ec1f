package html

import (
	"slices"
	"strings"

	"fuhe/extract/lazy"
)

// variable is a value with a name that style sheets use in others.
type variable struct {
	root     string // what it is for the page as a whole
	set      bool
	elements []scoped // what it may be for some elements
}

// scoped is a value of a variable for the elements of a rule, or for what may hold.
type scoped struct {
	value string
	keys  []string // those of the rule: names, classes, ids and attributes
}

// define takes the variables of a rule.
func (s *styleSheet) define(k kind, style []declaration) {
	for _, d := range style {
		if !strings.HasPrefix(d.name, "--") {
			continue
		}
		v := s.variables[d.name]
		if v == nil && len(s.variables) >= maxRules {
			s.cut = true
			continue
		}
		if v == nil {
			v = &variable{}
			s.variables[d.name] = v
		}
		switch {
		case k.sure && len(k.keys) == 1 && (k.keys[0] == "html" || k.keys[0] == "body" || k.keys[0] == "*"):
			v.root, v.set = d.value, true
		case len(v.elements) < maxScoped:
			s.name(k)
			v.elements = append(v.elements, scoped{d.value, slices.Concat(k.keys, k.around)})
		default:
			s.cut = true
		}
	}
}

// use finds the first use of a variable.
var use = lazy.New(`var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)`)

// told are declarations with the values of variables in their places, and the others that they may be.
func (p *page) told(style []declaration) (out []declaration, others [][]declaration) {
	for _, d := range style {
		plain := d
		if strings.Contains(d.value, "var(") {
			plain.value = p.resolved(d.value, "", "")
			for _, m := range use.FindAllStringSubmatch(d.value, mostUses) {
				name := strings.ToLower(m[1])
				for _, other := range p.others(name) {
					o := d
					if o.value = p.resolved(d.value, name, other); isValid(o) {
						others = append(others, []declaration{o})
					}
				}
			}
		}
		if isValid(plain) {
			out = append(out, plain)
		}
	}
	return out, others
}

// others are the values that a variable may have beside that of the page.
func (p *page) others(name string) []string {
	v := p.styles.variables[name]
	if v == nil {
		return nil
	}
	var out []string
	for _, e := range v.elements {
		if p.allSeen(e.keys) && !slices.Contains(out, e.value) && (!v.set || e.value != v.root) {
			out = append(out, e.value)
		}
	}
	return out
}

// resolved is a value with those of variables in their places, as far as they are known; one of them is given.
func (p *page) resolved(value, name, given string) string {
	if known, ok := p.known[value]; ok && name == "" {
		return known
	}
	written := value
	for range mostUses {
		before := value
		value = use.ReplaceAllStringFunc(value, func(written string) string { return p.valueOf(written, name, given) })
		if value == before || len(value) > maxSelectorBytes {
			break
		}
	}
	if name == "" && len(p.known) < maxLooks {
		p.known[written] = value
	}
	return value
}

// valueOf is the value of a variable that is used, what is written when it is not known.
func (p *page) valueOf(written, name, given string) string {
	m := use.FindStringSubmatch(written)
	v := p.styles.variables[strings.ToLower(m[1])]
	switch {
	case name != "" && strings.EqualFold(m[1], name):
		return given
	case v != nil && v.set:
		return v.root
	case m[2] != "" && !p.linked:
		return m[2]
	}
	return written
}

// displays are what elements can be displayed as.
var displays = set(`none inline block inline-block list-item run-in flex inline-flex grid inline-grid table inline-table table-row table-cell
	table-row-group table-header-group table-footer-group table-column table-column-group table-caption contents flow-root ruby ruby-base ruby-text
	math inherit initial unset revert revert-layer -webkit-box -webkit-inline-box -webkit-flex -webkit-inline-flex`)

// veils are what visibility can be.
var veils = set(`visible hidden collapse inherit initial unset revert revert-layer`)

// isValid reports whether browsers take a declaration: they pass over those with values that they do not know, and an earlier
// one counts.
func isValid(d declaration) bool {
	value := strings.ToLower(d.value)
	if strings.Contains(value, "var(") {
		return true
	}
	switch d.name {
	case "display":
		return displays()[value] || strings.Contains(value, " ")
	case "visibility":
		return veils()[value]
	case "content-visibility":
		return value == "hidden" || value == "visible" || value == "auto" || isGlobal(value)
	case "opacity":
		_, ok := share(value)
		return ok || strings.Contains(value, "(") || isGlobal(value)
	case "color", "-webkit-text-fill-color", "background-color":
		return isGlobal(value) || value == "auto" || strings.ContainsAny(value, "#(") || colourOf(value).state != unknown || isSystemColour(value)
	case "font-size":
		return value != "" && (value[0] == '0' || strings.ContainsAny(value, "123456789(") || isGlobal(value) || strings.Contains(value, "small") || strings.Contains(value, "large") || value == "medium")
	case "filter":
		return isGlobal(value) || isFilter(value)
	case "direction":
		return wayOf(value) != noWay || isGlobal(value)
	case "float":
		return value == "left" || value == "right" || value == "none" || strings.HasPrefix(value, "inline-") || isGlobal(value)
	case "position":
		return value == "static" || value == "relative" || value == "absolute" || value == "fixed" || strings.HasSuffix(value, "sticky") || isGlobal(value)
	}
	return true
}

// filters are the functions of a filter; what old browsers had beside them, as alpha() and progid:, makes a filter none.
var filters = set(`none url blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia`)

// isFilter reports whether browsers take a filter.
func isFilter(value string) bool {
	for part := range strings.SplitSeq(value, ")") {
		name, _, _ := strings.Cut(strings.TrimSpace(part), "(")
		if name != "" && !filters()[name] {
			return false
		}
	}
	return true
}

func isGlobal(value string) bool {
	switch value {
	case "inherit", "initial", "unset", "revert", "revert-layer":
		return true
	}
	return false
}

func isSystemColour(value string) bool {
	return value == "currentcolor" || strings.HasPrefix(value, "canvas") || strings.HasSuffix(value, "text") || strings.HasPrefix(value, "button") ||
		strings.HasPrefix(value, "field") || strings.HasPrefix(value, "highlight") || strings.HasPrefix(value, "mark") || strings.HasSuffix(value, "face")
}
