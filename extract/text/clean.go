package text

import (
	"html"
	"strings"

	"fuhe/extract/grid"
	"fuhe/extract/lazy"
)

// clean turns markup inside a cell into what a reader of the page saw.
func clean(s string, d dialect) string {
	if d == pipes {
		s = strings.ReplaceAll(strings.TrimSpace(s), "**", "")
	}
	if strings.ContainsAny(s, "<&") {
		s = raised.ReplaceAllStringFunc(s, raise)
		s = breaks.ReplaceAllString(s, "\n")
		s = inline.ReplaceAllString(s, "")
		s = entity.ReplaceAllStringFunc(s, html.UnescapeString)
	}
	if strings.Contains(s, "$") {
		s = formula.ReplaceAllStringFunc(s, latex)
	}
	return s
}

// Tags are taken by name: "<80%" and "< p" are no tags.
var (
	breaks = lazy.New(`(?i)</?(?:p|br|div|li|ul|ol)(?:\s[^<>]*)?/?>`)
	inline = lazy.New(`(?i)</?(?:span|b|i|u|em|strong|font|a|center|sub|sup)(?:\s[^<>]*)?/?>`)
	raised = lazy.New(`(?i)<(?:sup|sub)>[^<>]*</(?:sup|sub)>`)
	entity = lazy.New(`&(?:[a-zA-Z]{2,8}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});`)
)

// raise keeps raised and lowered digits apart from those on the line: 10<sup>4</sup> is not 104.
func raise(s string) string {
	text := s[5 : len(s)-6]
	if strings.EqualFold(s[1:4], "sup") {
		return grid.Raised(text)
	}
	return grid.Lowered(text)
}

// formula is LaTeX between dollar signs on one line.
var formula = lazy.New(`\$\$?[^$\n]{1,200}\$\$?`)

// latex turns a formula into text; one with a command that is not known stays as it is, so that no figure is made of it.
func latex(s string) string {
	inside := strings.TrimSpace(strings.Trim(s, "$"))
	if !strings.ContainsAny(inside, `\<>=^_`) && plainFormula.FindString(inside) != inside {
		return s
	}
	var b strings.Builder
	for inside != "" {
		m := piece.FindString(inside)
		inside = inside[len(m):]
		if m[0] != '\\' && m[0] != '^' && m[0] != '_' {
			if m != "{" && m != "}" {
				b.WriteString(strings.ReplaceAll(m, "~", " "))
			}
			continue
		}
		text, ok := command(strings.TrimSpace(m))
		if !ok {
			return s
		}
		b.WriteString(text)
	}
	return b.String()
}

var (
	plainFormula = lazy.New(`[0-9][0-9., ]*`)
	piece        = lazy.New(`^(?:\\(?:text|mathrm|mathbf|mbox|rm|mathit)\s*\{[^{}\\]*\}|\\[a-zA-Z]+\s*|\\.|[\^_]\s*\{\s*(?:\\circ|[-0-9]+)\s*\}|[\^_](?:\\circ|[0-9])|(?s:.))`)
)

// commands are the LaTeX names seen or likely in forms.
var commands = map[string]string{
	"geq": "≥", "ge": "≥", "geqslant": "≥", "geqq": "≥", "leq": "≤", "le": "≤", "leqslant": "≤", "leqq": "≤", "gt": ">", "lt": "<",
	"neq": "≠", "ne": "≠", "approx": "≈", "sim": "~", "times": "×", "div": "÷", "pm": "±", "cdot": "·", "%": "%", "$": "$", "&": "&", "#": "#",
	"_": "_", "{": "{", "}": "}", ",": "", ";": " ", ":": " ", "!": "", " ": " ", "quad": " ", "qquad": " ", "circ": "°", "rightarrow": "→", "to": "→",
	"ldots": "…", "cdots": "…", "dots": "…", "left": "", "right": "", "star": "★", "bigstar": "★", "checkmark": "√", "surd": "√", "infty": "∞", "yen": "¥",
}

// command is the text of one command, power or index.
func command(m string) (string, bool) {
	if m[0] == '^' || m[0] == '_' {
		digits := strings.Trim(m[1:], " {}")
		switch {
		case digits == `\circ`:
			return "°", true
		case m[0] == '^':
			return grid.Raised(digits), digits != ""
		}
		return grid.Lowered(digits), digits != ""
	}
	if _, group, ok := strings.Cut(m, "{"); ok && len(m) > 3 {
		return strings.TrimSuffix(group, "}"), true
	}
	text, ok := commands[m[1:]]
	return text, ok
}
