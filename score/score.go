// Package score is the rule book: a report goes in as it was read, and its findings, its coverage and the corrected
// values of its derived entries come out. Figures are compared on exact intervals; a finding at level error is a
// contradiction no permitted reading removes. The package reads no file, changes no printed entry and renders nothing.
package score

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sync"

	"fuhe"
)

// Options of a check.
type Options struct {
	Profile string // ID of a rule profile; "" or "auto": chosen from what the form prints
	Lang    fuhe.Lang
	Own     *Overlay // the user's own rules; nil for none
}

// Check judges a report by every rule and fills its Profile, Findings and Coverage.
func Check(r *fuhe.Report, o Options) {
	profile, because := chooseWith(r, o)
	p := newPass(r, profile, o.Lang)
	p.run(catalogue)
	p.overlay(o.Own)
	r.Profile = fuhe.Profile{ID: profile.ID, Because: because}
	r.Findings = p.sorted()
	r.Coverage = p.coverage()
}

// run tries the rules in their order.
func (p *Pass) run(order []*Rule) {
	p.order = order
	for i, rule := range order {
		p.rule, p.running = rule, 1<<i
		rule.Check(p)
	}
	p.rule, p.running = nil, 0
}

// sorted are the findings in the order of their entries on the form, those of one entry in that of the catalogue.
func (p *Pass) sorted() []fuhe.Finding {
	order := make([]int, len(p.findings))
	for i := range order {
		order[i] = i
	}
	rank := ranks()
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(p.at[a], p.at[b]), cmp.Compare(rank[p.findings[a].Rule], rank[p.findings[b].Rule]))
	})
	out := make([]fuhe.Finding, len(order))
	for i, k := range order {
		out[i] = p.findings[k]
	}
	return out
}

// ranks are the places of the rules in the catalogue, counted from its end: a user's own checks come last.
var ranks = sync.OnceValue(func() map[string]int {
	rank := make(map[string]int, len(catalogue))
	for i, r := range catalogue {
		rank[r.ID] = i - len(catalogue)
	}
	return rank
})

// identify names a finding by what it is about and not by where it stands, so that the same form in another file, or
// one page further on, gives the same name. The first input tells apart two findings of one rule at one entry.
func identify(r *fuhe.Report, f fuhe.Finding) string {
	h := sha256.New()
	about := ""
	if len(f.Inputs) > 0 {
		about = string(f.Inputs[0])
	}
	for _, part := range []string{r.Title, r.Year, r.Project.Text, f.Rule, string(f.Field), about} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}
