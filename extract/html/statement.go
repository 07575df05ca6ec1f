package html

import "strings"

// statement is a declaration, a rule or a block of rules, as a style sheet has it.
type statement struct {
	text   string // as a whole
	head   string // before its block
	block  bool   // it has one
	body   string // what stands in that
	length int
}

// nextStatement reads what a style sheet, or the block of a rule, begins with. Outside of rules only what begins with an @
// ends with a semicolon.
func nextStatement(css string, nested bool) statement {
	start := len(css) - len(strings.TrimLeft(css, " \t\r\n\f"))
	ends := nested || strings.HasPrefix(css[start:], "@")
	for i := start; i < len(css); {
		switch c := css[i]; {
		case c == ';' && ends:
			text := strings.TrimSpace(css[start:i])
			return statement{text: text, head: text, length: i + 1}
		case c == '{':
			n := bracketed(css[i:])
			return statement{text: css[start : i+n], head: strings.TrimSpace(css[start:i]), block: true, body: strings.TrimSuffix(css[i+1:i+n], "}"), length: i + n}
		default:
			i += piece(css[i:])
		}
	}
	text := strings.TrimSpace(css[start:])
	return statement{text: text, head: text, length: len(css)}
}

// piece is the length of what a text begins with: one character, or what stands in brackets or quotation marks.
func piece(css string) int {
	switch css[0] {
	case '(', '[', '{':
		return bracketed(css)
	case '"', '\'':
		return quoted(css)
	case '\\':
		return min(2, len(css))
	}
	return 1
}

// bracketed is the length of what a text begins with up to the bracket that closes it; all of it when none does.
func bracketed(css string) int {
	var open []byte
	for i := 0; i < len(css); {
		switch c := css[i]; c {
		case '(':
			open = append(open, ')')
		case '[':
			open = append(open, ']')
		case '{':
			open = append(open, '}')
		case ')', ']', '}':
			if open[len(open)-1] != c {
				break // one too many
			}
			if open = open[:len(open)-1]; len(open) == 0 {
				return i + 1
			}
		case '"', '\'', '\\':
			i += piece(css[i:])
			continue
		}
		i++
	}
	return len(css)
}

// quoted is the length of a text in quotation marks, which ends with its line when nothing ends it before.
func quoted(css string) int {
	for i := 1; i < len(css); i++ {
		switch css[i] {
		case '\\':
			i++
		case css[0], '\n':
			return i + 1
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
