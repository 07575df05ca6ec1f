package html

import (
	"slices"
	"strings"

	"fuhe/extract/lazy"
)

// styleSheet are the declarations that matter of the page's rules for an element, a class or an id, and those of rules that
// depend on more than these. Rules for other media than the screen are not applied.
type styleSheet struct {
	rules      map[string][]declaration
	conditions conditions
	variables  map[string]string // by their names; the last value counts
}

// resolved is a style with the values of variables in their places, as far as they are known.
func (s *styleSheet) resolved(style string) string {
	if len(s.variables) == 0 || !strings.Contains(style, "var(") {
		return style
	}
	return variable.ReplaceAllStringFunc(style, func(use string) string {
		if v, ok := s.variables[strings.ToLower(variable.FindStringSubmatch(use)[1])]; ok {
			return v
		}
		return use
	})
}

var variable = lazy.New(`var\(\s*(--[\w-]+)\s*(?:,[^()]*)?\)`)

func (s *styleSheet) apply(to *shown, selectors ...string) {
	for _, name := range selectors {
		if r, ok := s.rules[strings.ToLower(name)]; ok {
			to.declare(r)
		}
	}
}

// read takes the rules of a style element.
func (s *styleSheet) read(css string) {
	if s.rules == nil {
		s.rules, s.conditions, s.variables = map[string][]declaration{}, conditions{}, map[string]string{}
	}
	css = withoutComments(strings.NewReplacer("<!--", "", "-->", "").Replace(css))
	for css != "" {
		open := strings.IndexByte(css, '{')
		if open < 0 {
			return
		}
		selectors := css[:open]
		if at := strings.LastIndexAny(selectors, ";"); at >= 0 {
			selectors = selectors[at+1:] // an @import before it
		}
		end := closing(css[open:])
		body := css[open+1 : open+end]
		css = css[min(open+end+1, len(css)):]
		if strings.Contains(selectors, "@") {
			if onScreen(selectors) {
				css = body + "\n" + css
			}
			continue
		}
		style := declarations(s.resolved(body))
		for _, d := range style {
			if strings.HasPrefix(d.name, "--") && len(s.variables) < maxRules {
				s.variables[d.name] = d.value
			}
		}
		s.add(selectors, slices.DeleteFunc(style, func(d declaration) bool { return !matters(d.name) }))
	}
}

// onScreen reports whether a rule for a medium is one for whoever looks at the page on a screen of any size.
func onScreen(rule string) bool {
	switch strings.Join(strings.Fields(strings.ToLower(rule)), " ") {
	case "@media screen", "@media all", "@media only screen", "@media screen,print", "@media screen, print", "@media print, screen", "@media print,screen":
		return true
	}
	return false
}

// add takes a style for selectors.
func (s *styleSheet) add(selectors string, style []declaration) {
	if len(style) == 0 {
		return
	}
	for _, name := range strings.Split(strings.ToLower(selectors), ",") {
		switch name = strings.TrimSpace(name); {
		case name == "":
		case !isSimple(name):
			s.conditions.add(name, style)
		case len(s.rules) < maxRules && len(s.rules[name]) < maxDeclarations:
			s.rules[name] = append(s.rules[name], style...)
		}
	}
}

// closing is the place of the bracket that closes the one css begins with, its end when none does.
func closing(css string) int {
	depth := 0
	for i := range len(css) {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(css)
}

func withoutComments(css string) string {
	var b strings.Builder
	for {
		before, behind, ok := strings.Cut(css, "/*")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		b.WriteByte(' ')
		if _, css, ok = strings.Cut(behind, "*/"); !ok {
			return b.String()
		}
	}
}
