package own

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"fuhe"
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

func (l *loader) say(zh, en string) string { return fuhe.Phrase{ZH: zh, EN: en}.In(l.lang) }

// wrong notes a fault at a node.
func (l *loader) wrong(n *yaml.Node, zh, en string, args ...any) {
	l.wrongAt(n.Line, n.Column, zh, en, args...)
}

func (l *loader) wrongAt(line, column int, zh, en string, args ...any) {
	if len(l.faults) < maxFaults {
		l.faults = append(l.faults, fault{l.name, line, column, fmt.Sprintf(l.say(zh, en), args...)})
	}
}

// syntaxError is the YAML parser's own message with its line in front, as other faults have it: it knows lines only.
func (l *loader) syntaxError(err error) string {
	text := strings.TrimPrefix(strings.ReplaceAll(err.Error(), "\n", " "), "yaml: ")
	if l.lang == fuhe.ZH {
		text = strings.Replace(text, ": ", ": YAML 有误：", 1)
	}
	var line int
	if n, _ := fmt.Sscanf(text, "line %d:", &line); n == 1 {
		_, text, _ = strings.Cut(text, ": ")
		return fmt.Sprintf("%d:1: %s", line, text)
	}
	return " " + text
}
