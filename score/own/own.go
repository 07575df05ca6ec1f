// Package own reads a user's own rules: a YAML file goes in, an overlay for package score comes out. The file can switch
// rules off, give them another severity, set the numbers of a profile and add checks written as CEL expressions over the
// report. What is wrong in it is said with line and column. Nothing is judged here, and no file is opened; CEL is set up
// only when the file has checks.
package own

import (
	"fmt"
	"io"

	"go.yaml.in/yaml/v3"

	"fuhe/score"
)

// Rules are a user's own rules, read and compiled.
type Rules struct {
	overlay score.Overlay
}

// Overlay is what score.Options takes.
func (r *Rules) Overlay() *score.Overlay { return &r.overlay }

// Load reads a file of rules; name is what messages call it. The error holds every fault found, one on a line.
func Load(r io.Reader, name string) (*Rules, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxFileBytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(raw) > maxFileBytes {
		return nil, fmt.Errorf("%s: larger than %d bytes", name, maxFileBytes)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(raw, &doc); err != nil {
		return nil, fmt.Errorf("%s: %s", name, syntaxError(err))
	}
	l := loader{name: name, rules: &Rules{overlay: score.Overlay{Name: name}}}
	if len(doc.Content) == 1 {
		l.file(doc.Content[0])
	}
	if len(l.faults) > 0 {
		return nil, l.faults
	}
	return l.rules, nil
}
