package rulebook

import (
	"embed"
	"strings"

	"fuhe/score/rules"
)

// Example is a filled form and what a rule finds on it, the first of the rule's tests.
type Example struct {
	Name     string // what is shown
	Profile  string // "" for the profile the form itself asks for
	Form     string // as text, see grid.Parse
	Findings string // as printed by Lines, "" for silence

	HeaderTotal string // "weight | score | grade" printed in the header, "" for none
	Elsewhere   string // a form that was read before this one, "" for none

	With    []Given // for a rule over several forms: the others, in their order; Form is the last of the run
	Aliases string  // lines of names that are one
}

// Given is a form that is read besides that of an example.
type Given struct {
	Path string
	Form string // as text; several tables of one document have a blank line between them
}

//go:embed testdata/*.txtar
var tests embed.FS

// Examples are all tests of the rule, in their order: what it finds, and where it must be silent.
func Examples(r *rules.Rule) []Example {
	raw, err := tests.ReadFile("testdata/" + r.ID + ".txtar")
	if err != nil {
		return nil // a test fails when a rule has no file
	}
	return parseExamples(string(raw))
}

// parseExamples reads a txtar file of sections "-- form: NAME --", "-- profile --", "-- header total --",
// "-- elsewhere --", "-- with: PATH --", "-- aliases --" and "-- findings --".
func parseExamples(text string) []Example {
	var out []Example
	into := new(string)
	for line := range strings.Lines(text) {
		name, marked := strings.CutPrefix(strings.TrimRight(line, "\r\n"), "-- ")
		name, closed := strings.CutSuffix(name, " --")
		if !marked || !closed {
			*into += line
			continue
		}
		title, isForm := strings.CutPrefix(name, "form: ")
		path, isWith := strings.CutPrefix(name, "with: ")
		switch {
		case isForm:
			out = append(out, Example{Name: title})
			into = &out[len(out)-1].Form
		case len(out) == 0:
			into = new(string)
		case isWith:
			e := &out[len(out)-1]
			e.With = append(e.With, Given{Path: path})
			into = &e.With[len(e.With)-1].Form
		case name == "aliases":
			into = &out[len(out)-1].Aliases
		case name == "profile":
			into = &out[len(out)-1].Profile
		case name == "header total":
			into = &out[len(out)-1].HeaderTotal
		case name == "elsewhere":
			into = &out[len(out)-1].Elsewhere
		case name == "findings":
			into = &out[len(out)-1].Findings
		}
	}
	for i := range out {
		out[i].HeaderTotal = strings.TrimSpace(out[i].HeaderTotal)
		out[i].Profile = strings.TrimSpace(out[i].Profile)
		out[i].Findings = strings.TrimSpace(out[i].Findings)
	}
	return out
}

// text is all that an example shows: its form, and those that are read with it under their names.
func (e *Example) text() string {
	var b strings.Builder
	for _, g := range e.With {
		b.WriteString(g.Path + "\n" + g.Form + "\n")
	}
	if len(e.With) > 0 {
		b.WriteString(LastPath + "\n")
	}
	b.WriteString(e.Form)
	if e.Aliases != "" {
		b.WriteString("\n--aliases\n" + e.Aliases)
	}
	return b.String()
}

// LastPath is what the form of an example is called among several.
const LastPath = "z.pdf"
