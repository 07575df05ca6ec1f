package rules

import (
	"cmp"
	"slices"
	"sync"

	"fuhe"
	"fuhe/score/figures"
)

// Result is what the rules found on a form.
type Result struct {
	Findings []fuhe.Finding // in the order of their entries on the form, those of one entry in that of the catalogue
	Agreed   []RuleSet      // by place of the entry: the rules that recomputed or cross-checked it and found it right
}

// RuleSet is some rules of the catalogue, a bit each in its order.
type RuleSet uint64

// IDs are the rules of a set.
func (s RuleSet) IDs() []string {
	out := make([]string, 0, 1)
	for i, r := range catalogue {
		if s&(1<<i) != 0 {
			out = append(out, r.ID)
		}
	}
	return out
}

// SetOf are the rules with some IDs, as a set.
func SetOf(ids ...string) RuleSet {
	set := RuleSet(0)
	for _, id := range ids {
		set |= bits()[Find(id)]
	}
	return set
}

// Run tries every rule.
func Run(f *figures.Figures) Result { return RunIn(f, catalogue) }

// RunIn tries the rules in another order, in which each comes after those it heeds. It finds the same.
func RunIn(f *figures.Figures, order []*Rule) Result {
	p := &Pass{Figures: f, bits: bits(), agreed: make([]RuleSet, len(f.Places.Cells))}
	for _, rule := range order {
		p.rule, p.running = rule, p.bits[rule]
		rule.Check(p)
	}
	return Result{Findings: Sorted(f, p.findings), Agreed: p.agreed}
}

// bits are the rules of the catalogue as sets of one.
var bits = sync.OnceValue(func() map[*Rule]RuleSet {
	sets := make(map[*Rule]RuleSet, len(catalogue))
	for i, r := range catalogue {
		sets[r] = 1 << i
	}
	return sets
})

// ranks are the places of the rules in the catalogue, counted from its end: a user's own checks come last.
var ranks = sync.OnceValue(func() map[string]int {
	rank := make(map[string]int, len(catalogue))
	for i, r := range catalogue {
		rank[r.ID] = i - len(catalogue)
	}
	return rank
})

// Sorted are findings in the order of their entries on the form, those of one entry in that of the catalogue.
func Sorted(f *figures.Figures, findings []fuhe.Finding) []fuhe.Finding {
	type placed struct{ at, rank int }
	rank, keys := ranks(), make([]placed, len(findings))
	order := make([]int, len(findings))
	for i := range findings {
		order[i], keys[i] = i, placed{f.Places.Find(findings[i].Field), rank[findings[i].Rule]}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(keys[a].at, keys[b].at), cmp.Compare(keys[a].rank, keys[b].rank))
	})
	out := make([]fuhe.Finding, len(order))
	for i, k := range order {
		out[i] = findings[k]
	}
	return out
}

// Error is the finding of one of the rules at a field at level error, the first named first; nil when there is none.
func (r Result) Error(f fuhe.Field, rules ...*Rule) *fuhe.Finding {
	for _, rule := range rules {
		for i := range r.Findings {
			if found := &r.Findings[i]; found.Severity == fuhe.Error && found.Field == f && found.Rule == rule.ID {
				return found
			}
		}
	}
	return nil
}
