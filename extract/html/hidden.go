package html

import (
	"strings"

	"golang.org/x/net/html"
)

// region is an element whose content is left out.
type region struct {
	name   string
	depth  int  // elements of that name open
	tables int  // tables open inside
	quiet  bool // nothing a reader misses: scripts, navigation
	text   string
	cells  int // of tables inside
}

// shown is what a page states about the showing of one element.
type shown struct {
	none   bool // takes no place
	blank  bool // takes its place and shows nothing
	single bool // spans columns only because its text is longer than its cell
}

// shownOf reads the attributes of an element; what its own style states goes before the style sheet.
func (p *page) shownOf(t html.Token) shown {
	var s shown
	own := ""
	for _, a := range t.Attr {
		switch a.Key {
		case "hidden":
			s.none = true
		case "class":
			for _, c := range strings.Fields(a.Val) {
				p.styles.apply(&s, "."+c, t.Data+"."+c)
			}
		case "id":
			p.styles.apply(&s, "#"+a.Val, t.Data+"#"+a.Val)
		case "style":
			own = a.Val
		}
	}
	if own != "" {
		declare(&s, own)
	}
	return s
}

// declare applies declarations of a style.
func declare(s *shown, style string) {
	for _, d := range strings.Split(strings.ToLower(style), ";") {
		name, value, _ := strings.Cut(d, ":")
		value = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "!important"))
		switch strings.TrimSpace(name) {
		case "display":
			s.none = value == "none"
		case "visibility":
			s.blank = value == "hidden" || value == "collapse"
		case "mso-ignore":
			s.single = strings.Contains(value, "colspan")
		case "mso-hide": // what Word hides is not shown by browsers either
			s.none = s.none || value == "all"
		}
	}
}

// styleSheet are the rules of the page that show or hide a class or an element by its id. Rules for a medium, and those
// that depend on where an element stands, are not applied.
type styleSheet map[string]rule

// rule is what matters of the declarations for one selector, "" where they state nothing.
type rule struct{ display, visibility string }

func (s *styleSheet) apply(to *shown, selectors ...string) {
	for _, name := range selectors {
		if r, ok := (*s)[strings.ToLower(name)]; ok {
			declare(to, r.display)
			declare(to, r.visibility)
		}
	}
}

// add takes declarations; the later ones count.
func (r rule) add(declarations string) rule {
	for _, d := range strings.Split(declarations, ";") {
		name, _, _ := strings.Cut(d, ":")
		switch strings.TrimSpace(name) {
		case "display":
			r.display = d
		case "visibility":
			r.visibility = d
		}
	}
	return r
}

// read takes the rules of a style element.
func (s *styleSheet) read(css string) {
	if *s == nil {
		*s = styleSheet{}
	}
	css = withoutComments(strings.NewReplacer("<!--", "", "-->", "").Replace(strings.ToLower(css)))
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
		if strings.Contains(selectors, "@") || !strings.Contains(body, "display") && !strings.Contains(body, "visibility") {
			continue
		}
		for _, name := range strings.Split(selectors, ",") {
			if name = strings.TrimSpace(name); name != "" && !strings.ContainsAny(name, " >+~:[*") && len(*s) < maxRules {
				(*s)[name] = (*s)[name].add(body)
			}
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
