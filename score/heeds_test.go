package score

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"fuhe"
	"fuhe/score/correct"
	"fuhe/score/figures"
	"fuhe/score/profile"
	"fuhe/score/rulebook"
	"fuhe/score/rules"
)

// What the rules find does not hang on their order, as long as each comes after those it heeds: otherwise one looks at
// another without saying so.
func TestOrderChangesNothingWithinHeeds(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	forms := slices.Concat(exampleForms(t), formsUnder(t, "../samples"), inventedForms(t, 200))
	orders := [][]*rules.Rule{rules.Catalogue(), lateFirst()}
	for range 4 {
		orders = append(orders, shuffled(rng))
	}
	for _, g := range forms {
		var want []fuhe.Finding
		var covered fuhe.Coverage
		for k, order := range orders {
			chosen, _ := profile.Choose(g.report, g.profile, fuhe.EN)
			f := figures.Read(g.report, chosen, fuhe.EN)
			found := rules.RunIn(f, order)
			got := coverage(classify(f, found))
			if k == 0 {
				want, covered = found.Findings, got
				continue
			}
			if !reflect.DeepEqual(found.Findings, want) {
				t.Errorf("%s: in the order %v got\n%s\nwant\n%s", g.name, ids(order), rulebook.Lines(found.Findings), rulebook.Lines(want))
			}
			if got != covered {
				t.Errorf("%s: in the order %v coverage %+v, want %+v", g.name, ids(order), got, covered)
			}
		}
	}
	t.Logf("%d forms, %d orders", len(forms), len(orders))
}

// Figures are never changed once they are read, neither by a rule nor by a correction.
func TestRulesChangeNoFigure(t *testing.T) {
	for _, g := range slices.Concat(exampleForms(t), inventedForms(t, 100)) {
		chosen, _ := profile.Choose(g.report, g.profile, fuhe.EN)
		untouched, f := figures.Read(g.report, chosen, fuhe.EN), figures.Read(g.report, chosen, fuhe.EN)
		correct.Derive(f, rules.Run(f))
		for what, pair := range map[string][2]any{
			"amounts": {f.Funds, untouched.Funds}, "the printed total": {f.PrintedTotal, untouched.PrintedTotal}, "sums": {f.Sums, untouched.Sums},
			"comparisons": {f.Comparisons, untouched.Comparisons}, "the total": {f.Scores(), untouched.Scores()}, "weights": {f.IndicatorWeights(), untouched.IndicatorWeights()},
			"groups": {f.Groups(), untouched.Groups()},
		} {
			if !reflect.DeepEqual(pair[0], pair[1]) {
				t.Errorf("%s: %s changed: %+v, read as %+v", g.name, what, pair[0], pair[1])
			}
		}
	}
}

// shuffled is the catalogue in a random order that keeps to Heeds.
func shuffled(rng *rand.Rand) []*rules.Rule {
	return orderBy(func(ready []*rules.Rule) int { return rng.IntN(len(ready)) })
}

// lateFirst is the catalogue from its end, as far as Heeds permits.
func lateFirst() []*rules.Rule {
	return orderBy(func(ready []*rules.Rule) int { return len(ready) - 1 })
}

// orderBy puts rules one after the other, each chosen among those whose heeded rules have all had their turn.
func orderBy(choose func([]*rules.Rule) int) []*rules.Rule {
	var out []*rules.Rule
	for len(out) < len(rules.Catalogue()) {
		var ready []*rules.Rule
		for _, r := range rules.Catalogue() {
			waits := slices.ContainsFunc(r.Heeds, func(h *rules.Rule) bool { return !slices.Contains(out, h) })
			if !waits && !slices.Contains(out, r) {
				ready = append(ready, r)
			}
		}
		out = append(out, ready[choose(ready)])
	}
	return out
}

func ids(rules []*rules.Rule) []string {
	out := make([]string, len(rules))
	for i, r := range rules {
		out[i] = r.ID
	}
	return out
}
