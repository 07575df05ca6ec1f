package score

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"fuhe"
)

// What the rules find does not hang on their order, as long as each comes after those it heeds: otherwise one looks at
// another without saying so.
func TestOrderChangesNothingWithinHeeds(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	forms := slices.Concat(exampleForms(t), formsUnder(t, "../samples"), inventedForms(t, 200))
	orders := [][]*Rule{catalogue, lateFirst()}
	for range 4 {
		orders = append(orders, shuffled(rng))
	}
	for _, g := range forms {
		var want []fuhe.Finding
		var coverage fuhe.Coverage
		for k, order := range orders {
			profile, _ := choose(g.report, Options{Profile: g.profile})
			p := newPass(g.report, profile, fuhe.EN)
			p.run(order)
			if k == 0 {
				want, coverage = p.sorted(), p.coverage()
				continue
			}
			if got := p.sorted(); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: in the order %v got\n%s\nwant\n%s", g.name, ids(order), Lines(got), Lines(want))
			}
			if got := p.coverage(); got != coverage {
				t.Errorf("%s: in the order %v coverage %+v, want %+v", g.name, ids(order), got, coverage)
			}
		}
	}
	t.Logf("%d forms, %d orders", len(forms), len(orders))
}

// shuffled is the catalogue in a random order that keeps to Heeds.
func shuffled(rng *rand.Rand) []*Rule {
	return orderBy(func(ready []*Rule) int { return rng.IntN(len(ready)) })
}

// lateFirst is the catalogue from its end, as far as Heeds permits.
func lateFirst() []*Rule { return orderBy(func(ready []*Rule) int { return len(ready) - 1 }) }

// orderBy puts rules one after the other, each chosen among those whose heeded rules have all had their turn.
func orderBy(choose func([]*Rule) int) []*Rule {
	var out []*Rule
	for len(out) < len(catalogue) {
		var ready []*Rule
		for _, r := range catalogue {
			waits := slices.ContainsFunc(r.Heeds, func(h *Rule) bool { return !slices.Contains(out, h) })
			if !waits && !slices.Contains(out, r) {
				ready = append(ready, r)
			}
		}
		out = append(out, ready[choose(ready)])
	}
	return out
}

func ids(rules []*Rule) []string {
	out := make([]string, len(rules))
	for i, r := range rules {
		out[i] = r.ID
	}
	return out
}

// The catalogue is itself an order that keeps to Heeds, and a set of rules has a bit for each.
func TestCatalogueKeepsToHeeds(t *testing.T) {
	for i, r := range catalogue {
		for _, h := range r.Heeds {
			if k := slices.Index(catalogue, h); k < 0 || k >= i {
				t.Errorf("%s heeds %s and does not come after it", r.ID, h.ID)
			}
		}
	}
	if len(catalogue) > 64 {
		t.Errorf("%d rules do not fit into a ruleSet", len(catalogue))
	}
}

// A rule that looks at what another found without heeding it is stopped.
func TestWrongRefusesWhatIsNotHeeded(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a rule looked at another that it does not heed")
		}
	}()
	p := newPass(sample(nil), national(), fuhe.EN)
	p.rule = executionRate
	p.wrong(rateField0, totalScore)
}
