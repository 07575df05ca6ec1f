package score

import (
	"slices"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/profile"
	"fuhe/score/rules"
	"fuhe/score/text"
)

// Overlay is what a user's own rules change: rules switched off, other severities, numbers of the profile, checks added.
// Package own reads one from a file. Rules look at each other's findings, so all of them run as ever, and the overlay is
// laid over what they found.
type Overlay struct {
	Name     string                    // of the file, for the report to say where its profile comes from
	Off      map[string]bool           // by rule ID
	Severity map[string]fuhe.Severity  // by rule ID
	Base     string                    // ID of the profile to start from; "" for the one the form asks for
	Change   func(*profile.Profile)    // changes a copy of that profile; nil for none
	Checks   []OwnCheck                // in the order of the file
	Groups   []OwnGroupCheck           // those over several forms, likewise
	See      func(*fuhe.Report) []byte // what Groups see of a form; nil without any
}

// OwnCheck is a check of a user's own.
type OwnCheck struct {
	ID       string
	Severity fuhe.Severity
	Run      func(*fuhe.Report, fuhe.Lang) []fuhe.Finding // fields, messages and, where it could not be evaluated, severity
}

// choose is the profile a report is judged by, with the overlay's numbers, and why that one.
func choose(r *fuhe.Report, o Options) (*profile.Profile, string) {
	own := o.Own
	if own == nil {
		return profile.Choose(r, o.Profile, o.Lang)
	}
	byFile := (o.Profile == "" || o.Profile == "auto") && own.Base != ""
	if byFile {
		o.Profile = own.Base
	}
	chosen, because := profile.Choose(r, o.Profile, o.Lang)
	if byFile {
		because = text.Fill(becauseBase, o.Lang, own.Name)
	}
	if own.Change == nil {
		return chosen, because
	}
	changed := *chosen
	own.Change(&changed)
	if !byFile {
		because = text.Fill(becauseOwn, o.Lang, because, own.Name)
	}
	return &changed, because
}

// becauseBase says that the user's own rules name the profile, and becauseOwn that they change another one.
var (
	becauseBase = fuhe.Phrase{ZH: "由%[1]s指定", EN: "named by %[1]s"}
	becauseOwn  = fuhe.Phrase{ZH: "%[1]s，并按%[2]s调整", EN: "%[1]s, changed by %[2]s"}
)

// over takes out the findings of rules that are off, gives others their severity, and adds those of the user's own checks. A
// finding that referred to one that is gone stands for itself.
func (own *Overlay) over(f *figures.Figures, found rules.Result) rules.Result {
	if own == nil {
		return found
	}
	kept := make([]fuhe.Finding, 0, len(found.Findings))
	for _, x := range found.Findings {
		if own.Off[x.Rule] {
			continue
		}
		if s, ok := own.Severity[x.Rule]; ok {
			x.Severity = s
		}
		kept = append(kept, x)
	}
	for _, c := range own.Checks {
		for _, x := range c.Run(f.Report, f.Lang) {
			kept = append(kept, rules.Complete(f, &rules.Rule{ID: c.ID, Severity: c.Severity}, x))
		}
	}
	for i := range kept {
		if x := &kept[i]; x.Root != "" && !slices.ContainsFunc(kept, func(other fuhe.Finding) bool { return other.ID == x.Root }) {
			x.Root = ""
		}
	}
	found.Findings = rules.Sorted(f, kept)
	return found
}

// overForms takes out what rules that are off found over several forms, and gives others their severity.
func (own *Overlay) overForms(found []fuhe.Across) []fuhe.Across {
	if own == nil {
		return found
	}
	kept := make([]fuhe.Across, 0, len(found))
	for _, x := range found {
		if own.Off[x.Rule] {
			continue
		}
		if s, ok := own.Severity[x.Rule]; ok && (x.Match == nil || x.Match.Sure) {
			x.Severity = s
		}
		kept = append(kept, x)
	}
	return kept
}
