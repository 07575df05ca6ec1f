package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// value is what an attribute must be.
type value struct {
	name, text string
	how        byte // "=" as a whole, "~" a word of it, "|" a word before a hyphen, "^" its beginning, "$" its end, "*" a part of it
	anyCase    bool
}

// valueOf reads what stands between square brackets; false when it asks for no value.
func valueOf(name, inside string) (value, bool) {
	before, text, ok := strings.Cut(inside, "=")
	if !ok {
		return value{}, false
	}
	v := value{name: name, how: '='}
	if end := len(before) - 1; end >= 0 && strings.IndexByte("~|^$*", before[end]) >= 0 {
		v.how = before[end]
	}
	text = strings.TrimSpace(text)
	if text != "" && (text[0] == '"' || text[0] == '\'') {
		end := quoted(text)
		v.anyCase = strings.EqualFold(strings.TrimSpace(text[end:]), "i")
		text = strings.TrimSuffix(text[1:end], text[:1])
	} else if word, flag, ok := strings.Cut(text, " "); ok {
		v.anyCase = strings.EqualFold(strings.TrimSpace(flag), "i")
		text = word
	}
	v.text = meant(text)
	return v, true
}

// holds reports whether an element's attribute is so.
func (v value) holds(t html.Token) bool {
	is, text := attribute(t, v.name), v.text
	if v.anyCase {
		is, text = strings.ToLower(is), strings.ToLower(text)
	}
	switch v.how {
	case '~':
		return slices.Contains(strings.Fields(is), text)
	case '|':
		return is == text || strings.HasPrefix(is, text+"-")
	case '^':
		return text != "" && strings.HasPrefix(is, text)
	case '$':
		return text != "" && strings.HasSuffix(is, text)
	case '*':
		return text != "" && strings.Contains(is, text)
	}
	return is == text
}

// holdsFor tells whether a rule holds for an element that has its keys.
func (p *page) holdsFor(r rule, t html.Token, keys []string) holding {
	switch {
	case slices.ContainsFunc(r.values, func(v value) bool { return !v.holds(t) }),
		slices.ContainsFunc(r.nots, func(c compound) bool { return c.is(keys) == always }), !p.allSeen(r.around):
		return never
	}
	as := holdsAt(r.places, p.placeOf(t))
	if !r.sure {
		as = min(as, perhapsSo)
	}
	if len(r.parts) == 0 || as == never {
		return as
	}
	return min(as, p.stands(r.parts, p.around()))
}

// stands tells whether what stands in elements, the outermost first, is where the parts of a selector say.
func (p *page) stands(parts []compound, in [][]string) holding {
	if len(parts) == 0 {
		return always
	}
	c := parts[len(parts)-1]
	rest := parts[:len(parts)-1]
	if c.before == '+' || c.before == '~' {
		return min(perhapsSo, p.stands(rest, in)) // elements that have ended are not known
	}
	best := never
	for i := len(in) - 1; i >= 0 && best < always; i-- {
		if p.tried++; p.tried > maxTried {
			p.styles.cut = true
			return perhapsSo
		}
		if own := c.is(in[i]); own != never {
			best = max(best, min(own, p.stands(rest, in[:i])))
		}
		if c.before == '>' {
			break
		}
	}
	return best
}

// is tells whether an element of these keys is what a part of a selector says.
func (c compound) is(keys []string) holding {
	for _, names := range [][]string{c.ids, c.classes, c.attributes, c.names} {
		for _, k := range names {
			if !slices.Contains(keys, k) {
				return never
			}
		}
	}
	if slices.ContainsFunc(c.nots, func(n compound) bool { return n.is(keys) == always }) {
		return never
	}
	if len(c.states)+len(c.values)+len(c.places) > 0 {
		return perhapsSo
	}
	return always
}

// around are the keys of the open elements, the outermost first.
func (p *page) around() [][]string {
	if p.path != nil {
		return p.path
	}
	out := [][]string{p.root, p.body}
	add := func(keys []string) {
		if keys != nil {
			out = append(out, keys)
		}
	}
	for _, t := range p.tables {
		for _, in := range t.inline {
			out = append(out, in.keys)
		}
		add(t.keys)
		if k := len(t.sections); k > 0 && !t.caption {
			add(t.sections[k-1].keys)
		}
		if t.row != nil {
			add(t.row.keys)
		}
		if t.cell != nil {
			add(t.cell.keys)
		}
	}
	for _, in := range p.inline {
		out = append(out, in.keys)
	}
	p.path = out
	return out
}
