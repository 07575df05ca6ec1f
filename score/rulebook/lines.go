package rulebook

import (
	"strings"

	"fuhe"
)

// Lines writes findings as the rule book shows them: one on a line, its evidence indented below.
func Lines(findings []fuhe.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		b.WriteString(string(f.Severity) + " " + string(f.Field))
		if f.Published != "" || f.Recomputed != "" {
			b.WriteString("  " + f.Published)
			if f.Recomputed != "" {
				b.WriteString(" → " + f.Recomputed)
			}
		}
		if f.Effect != fuhe.NoEffect {
			b.WriteString("  effect " + string(f.Effect))
		}
		b.WriteString("\n  " + f.Message + "\n")
		if f.Working != "" {
			b.WriteString("  " + f.Working + "\n")
		}
		if f.Cause != nil {
			b.WriteString("  " + string(f.Cause.Kind) + ": " + f.Cause.Text + "\n")
		}
		for _, c := range f.Causes {
			b.WriteString("  or " + string(c.Kind) + ": " + c.Text + "\n")
		}
	}
	return b.String()
}

// AcrossLines writes findings over several forms: the file before the entry, what they rest on below.
func AcrossLines(found []fuhe.Across) string {
	var b strings.Builder
	for i := range found {
		x := &found[i]
		b.WriteString(x.Path + " " + Lines([]fuhe.Finding{x.Finding}))
		for _, p := range x.Inputs {
			b.WriteString("  ← " + p.Path + " " + string(p.Field) + "\n")
		}
	}
	return b.String()
}
