package bulk

import (
	"maps"
	"slices"

	"fuhe"
	"fuhe/render"
)

// counts is what the summary tells; it grows with units, years and rules, not with documents.
type counts struct {
	status map[fuhe.Status]int
	code   map[fuhe.Code]int
	whole  tally
	units  map[string]*tally
	years  map[string]*tally
	rules  map[string]*ruleTally
	pairs  map[pair]*ruleTally

	together  map[string]*ruleTally // of findings over several forms, by their rules
	overForms int                   // forms with such findings
	lastForm  formOf
}

// formOf is a form of the run.
type formOf struct {
	path   string
	report int
}

// tally counts forms and what was found on them.
type tally struct {
	forms, clean int // clean: without error or warning
	render.Tally
	fuhe.Coverage
}

// ruleTally counts the findings of a rule.
type ruleTally struct {
	errors, warnings, notes, explained, forms int // explained by another finding: in none of the first three
	last                                      int // the number of the form counted last
}

// pair is a unit and a rule.
type pair struct{ unit, rule string }

func newCounts() *counts {
	return &counts{status: map[fuhe.Status]int{}, code: map[fuhe.Code]int{}, units: map[string]*tally{}, years: map[string]*tally{}, rules: map[string]*ruleTally{}, pairs: map[pair]*ruleTally{}, together: map[string]*ruleTally{}}
}

func (c *counts) document(d *fuhe.Document) {
	c.status[d.Status()]++
	if len(d.Unread) > 0 {
		c.code[d.Unread[0].Code]++
	}
}

func (c *counts) form(r *fuhe.Report) {
	unit := r.Unit()
	for _, t := range []*tally{&c.whole, at(c.units, unit), at(c.years, r.Year)} {
		t.add(r)
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		at(c.rules, f.Rule).add(c.whole.forms, f)
		at(c.pairs, pair{unit, f.Rule}).add(c.whole.forms, f)
	}
}

// across counts a finding over several forms by its rule; findings come in the order of the run, those of a form together.
func (c *counts) across(x *fuhe.Across) {
	if form := (formOf{x.Path, x.Report}); form != c.lastForm || c.overForms == 0 {
		c.lastForm, c.overForms = form, c.overForms+1
	}
	at(c.together, x.Rule).add(c.overForms, &x.Finding)
}

func at[K comparable, V any](m map[K]*V, key K) *V {
	if m[key] == nil {
		m[key] = new(V)
	}
	return m[key]
}

func (t *tally) add(r *fuhe.Report) {
	var own render.Tally
	own.Add(r.Findings)
	t.forms++
	if own.Errors+own.Warnings == 0 {
		t.clean++
	}
	t.Errors, t.Warnings, t.Notes = t.Errors+own.Errors, t.Warnings+own.Warnings, t.Notes+own.Notes
	c := r.Coverage
	t.Coverage = fuhe.Coverage{Figures: t.Figures + c.Figures, Agree: t.Agree + c.Agree, Differ: t.Differ + c.Differ, Judgement: t.Judgement + c.Judgement, Unchecked: t.Unchecked + c.Unchecked}
}

// add counts a finding of the n-th form.
func (t *ruleTally) add(n int, f *fuhe.Finding) {
	if t.last != n {
		t.last, t.forms = n, t.forms+1
	}
	switch {
	case f.Root != "":
		t.explained++
	case f.Severity == fuhe.Error:
		t.errors++
	case f.Severity == fuhe.Warning:
		t.warnings++
	default:
		t.notes++
	}
}

// sorted are the keys of a map in order.
func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
