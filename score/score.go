// Package score judges a report as it was read: what the rules find on it, how much of it they cover, and the right values
// of its derived entries come out. Figures are compared on exact intervals; a finding at level error is a contradiction no
// permitted reading removes. The package is the door to its rooms, text, interval ← profile ← figures ← cause ← rules ←
// correct, rulebook, across; it reads no file, changes no printed entry and renders nothing.
package score

import (
	"slices"

	"fuhe"
	"fuhe/score/across"
	"fuhe/score/correct"
	"fuhe/score/figures"
	"fuhe/score/rules"
)

// Options of a check.
type Options struct {
	Profile string // ID of a rule profile; "" or "auto": chosen from what the form prints
	Lang    fuhe.Lang
	Own     *Overlay // the user's own rules; nil for none

	Aliases across.Aliases // Across: names of units and projects that are one
	Each    across.Each    // Across: does things that do not depend on each other; nil for one after the other

	Spill func() (Spill, error) // Comparison: begins a place for what is more than Keep bytes; nil to keep all in memory
	Keep  int64
}

// Check judges a report by every rule and fills its Profile, Findings, Figures and Coverage.
func Check(r *fuhe.Report, o Options) {
	f, found, because := judge(r, o)
	if !r.Scanned {
		correct.Kept(f, found)
	}
	r.Profile = fuhe.Profile{ID: f.Profile.ID, Because: because}
	r.Findings = found.Findings
	r.Figures = classify(f, found)
	r.Coverage = coverage(r.Figures)
}

// Recompute gives the corrected values of the derived entries that are wrong, see correct.Derive.
func Recompute(r *fuhe.Report, o Options) []fuhe.Correction {
	if r.Scanned {
		return nil // what was recognised in a picture is no ground to change a form
	}
	f, found, _ := judge(r, o)
	return correct.Derive(f, found)
}

// Across judges the documents of a run against each other, when all of them have been checked: reports that are there twice
// get a note, and what else only a comparison tells comes out, in the order of the run. Calling it again adds nothing.
func Across(documents []fuhe.Document, o Options) []fuhe.Across {
	o.Spill = nil
	c := NewComparison(o)
	for i := range documents {
		c.Note(&documents[i])
	}
	var found []fuhe.Across
	if err := c.Further(func(x *fuhe.Across) error {
		found = append(found, *x)
		return nil
	}); err != nil {
		panic(err) // nothing was put on a disk
	}
	return found
}

// Note adds a document and puts what Add says of its forms in front of their findings, unless it stands there.
func (c *Comparison) Note(d *fuhe.Document) {
	for _, x := range c.Add(d) {
		r := d.Reports[x.Report]
		if !slices.ContainsFunc(r.Findings, func(f fuhe.Finding) bool { return f.Rule == x.Rule }) {
			r.Findings = append([]fuhe.Finding{x.Finding}, r.Findings...)
		}
	}
}

// Comparison compares forms of which no more is kept than names, amounts and targets: for runs whose documents do not fit
// into memory together.
type Comparison struct {
	forms *across.Comparison
	o     Options
	seen  groups // what the user's own checks over several forms see
}

// NewComparison is a comparison of nothing yet.
func NewComparison(o Options) *Comparison {
	return &Comparison{across.New(across.Options{Lang: o.Lang, Aliases: o.Aliases, Each: o.Each, Spill: o.Spill, Keep: o.Keep}), o, nil}
}

// Add takes in a document that has been checked, which is not kept. The answer is a note for each of its forms that an earlier
// one is equal to (X605), which Each has, too. A document with scanned forms is compared with none: what was read wrong there
// would be held against others.
func (c *Comparison) Add(d *fuhe.Document) (again []fuhe.Across) {
	if slices.ContainsFunc(d.Reports, func(r *fuhe.Report) bool { return r.Scanned }) {
		return nil
	}
	again = c.o.Own.overForms(c.forms.Add(d))
	if c.o.Own != nil && len(c.o.Own.Groups) > 0 {
		c.seen.add(d, c.o.Own, c.o.Aliases)
	}
	return again
}

// Each hands over what the documents say of each other in the order of the run, then what the user's own checks over several
// forms say. The error is that of the walk, or of the place where forms are kept.
func (c *Comparison) Each(visit func(*fuhe.Across) error) error {
	err := c.forms.Each(func(x *fuhe.Across) error {
		for _, x := range c.o.Own.overForms([]fuhe.Across{*x}) {
			return visit(&x)
		}
		return nil
	})
	if err != nil || c.o.Own == nil {
		return err
	}
	return c.seen.check(c.o.Own.Groups, c.o.Lang, visit)
}

// Further is Each without what Note puts at the forms.
func (c *Comparison) Further(visit func(*fuhe.Across) error) error {
	return c.Each(func(x *fuhe.Across) error {
		if x.Rule == rules.Copies.ID {
			return nil
		}
		return visit(x)
	})
}

// judge reads the figures of a report and tries every rule on them; the reason is that of the profile.
func judge(r *fuhe.Report, o Options) (*figures.Figures, rules.Result, string) {
	chosen, because := choose(r, o)
	f := figures.Read(r, chosen, o.Lang)
	return f, scanned(f, inferred(f, o.Own.over(f, rules.Run(f)))), because
}
