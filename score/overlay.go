package score

import (
	"slices"

	"fuhe"
)

// Overlay is what a user's own rules change: rules switched off, other severities, numbers of the profile, checks added.
// Package own reads one from a file. Rules look at each other's findings, so all of them run as ever, and the overlay is
// laid over what they found.
type Overlay struct {
	Name     string                   // of the file, for the report to say where its profile comes from
	Off      map[string]bool          // by rule ID
	Severity map[string]fuhe.Severity // by rule ID
	Base     string                   // ID of the profile to start from; "" for the one the form asks for
	Change   func(*Profile)           // changes a copy of that profile; nil for none
	Checks   []OwnCheck               // in the order of the file
}

// OwnCheck is a check of a user's own.
type OwnCheck struct {
	ID       string
	Severity fuhe.Severity
	Run      func(*fuhe.Report, fuhe.Lang) []fuhe.Finding // fields, messages and, where it could not be evaluated, severity
}

// chooseWith is the profile a report is judged by, with the overlay's numbers.
func chooseWith(r *fuhe.Report, o Options) (*Profile, string) {
	own := o.Own
	if own == nil {
		return choose(r, o)
	}
	if (o.Profile == "" || o.Profile == "auto") && own.Base != "" {
		o.Profile = own.Base
	}
	profile, because := choose(r, o)
	if own.Change == nil && own.Base == "" {
		return profile, because
	}
	changed := *profile
	if own.Change != nil {
		own.Change(&changed)
	}
	return &changed, sprintf(becauseOwn.In(o.Lang), because, own.Name)
}

// overlay takes out the findings of rules that are off, gives others their severity, and adds those of the user's own
// checks. A finding that referred to one that is gone stands for itself.
func (p *Pass) overlay(own *Overlay) {
	if own == nil {
		return
	}
	findings := p.findings
	p.findings, p.at, p.errors = nil, nil, nil
	for _, f := range findings {
		if own.Off[f.Rule] {
			continue
		}
		if s, ok := own.Severity[f.Rule]; ok {
			f.Severity = s
		}
		p.keep(f)
	}
	for _, c := range own.Checks {
		p.rule = &Rule{ID: c.ID, Severity: c.Severity}
		for _, f := range c.Run(p.Report, p.lang) {
			p.report(f)
		}
	}
	for i := range p.findings {
		f := &p.findings[i]
		if f.Root != "" && !slices.ContainsFunc(p.findings, func(other fuhe.Finding) bool { return other.ID == f.Root }) {
			f.Root = ""
		}
	}
}
