package own

import (
	"fmt"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// fault is one thing wrong in a file, with its place.
type fault struct {
	file         string
	line, column int
	text         string
}

func (f fault) String() string { return fmt.Sprintf("%s:%d:%d: %s", f.file, f.line, f.column, f.text) }

// faults are all that is wrong in a file.
type faults []fault

// Error lists them, one on a line.
func (f faults) Error() string {
	lines := make([]string, len(f))
	for i, one := range f {
		lines[i] = one.String()
	}
	return strings.Join(lines, "\n")
}

// wrong notes a fault at a node.
func (l *loader) wrong(n *yaml.Node, format string, args ...any) {
	l.wrongAt(n.Line, n.Column, format, args...)
}

func (l *loader) wrongAt(line, column int, format string, args ...any) {
	if len(l.faults) < maxFaults {
		l.faults = append(l.faults, fault{l.name, line, column, fmt.Sprintf(format, args...)})
	}
}

// yamlLine is how the YAML parser gives a place: it knows lines only.
var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// syntaxError is the parser's own message with its line in front, as other faults have it.
func syntaxError(err error) string {
	m := yamlLine.FindStringSubmatch(strings.ReplaceAll(err.Error(), "\n", " "))
	if m == nil || m[1] == "" {
		return strings.TrimPrefix(err.Error(), "yaml: ")
	}
	return m[1] + ":1: " + m[2]
}
