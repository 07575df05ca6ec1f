package score

import (
	"flag"
	"fmt"
	"maps"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/score/cause"
	"fuhe/score/figures"
	"fuhe/score/interval"
	"fuhe/score/rules"
)

// Evidence, with its counts printed:
//
//	go test ./score -run TestProof -v -proof.n 1000000 -proof.forms 20000

var (
	proofFigures = flag.Int("proof.n", 10_000, "random consistent figures to recompute")
	proofForms   = flag.Int("proof.forms", 700, "forms to seed slips into")
	proofSeed    = flag.Uint64("proof.seed", 1, "seed of the random forms")
)

// derived are the entries that a consistent form is recomputed at.
func derived(r *fuhe.Report) []fuhe.Field {
	out := []fuhe.Field{rateField0, "/funds/0/score", "/total/score", "/total/weight"}
	if len(r.Funds) > 1 {
		out = append(out, "/funds/0/initial_budget", "/funds/0/adjusted_budget", "/funds/0/executed")
	}
	for i := range r.Indicators {
		out = append(out, fuhe.IndicatorField(i, "score"))
	}
	return out
}

func TestProofConsistentFiguresAreNeverErrors(t *testing.T) {
	rng := rand.New(rand.NewPCG(*proofSeed, 11))
	figures, places, errors := map[string]int{}, map[int32]int{}, map[string]int{}
	total := 0
	for n := 0; total < *proofFigures; n++ {
		r := consistent(rng, []string{"元", "万元", "mixed"}[n%3])
		if n%4 == 3 {
			r = filled(rng)
		}
		Check(r, Options{})
		for _, f := range derived(r) {
			total++
			figures[f.Key()]++
			places[r.Entry(f).Number.Places]++
		}
		for _, f := range r.Findings {
			if f.Severity == fuhe.Error {
				errors[f.Rule]++
				t.Errorf("form %d: %s at %s: %s", n, f.Rule, f.Field, f.Message)
			}
		}
	}
	t.Logf("%d consistent figures recomputed: %v", total, figures)
	t.Logf("by printed places: %v", places)
	t.Logf("called an error: %d %v", len(errors), errors)
}

func TestProofSingleUnitsAreFound(t *testing.T) {
	rng := rand.New(rand.NewPCG(*proofSeed, 12))
	type count struct{ moved, found, excused int }
	counts := map[string]*count{}
	for range max(*proofFigures/15, 100) {
		r := consistent(rng, "元")
		for _, field := range []fuhe.Field{rateField0, "/funds/0/score", "/total/score", "/total/weight", "/funds/0/initial_budget", "/funds/0/executed"} {
			c, before := r.Entry(field), *r.Entry(field)
			k := counts[string(field)]
			if k == nil {
				k = &count{}
				counts[string(field)] = k
			}
			n := before.Number
			moved := new(big.Rat).Add(interval.Value(n), new(big.Rat).Mul(interval.Pow10(-n.Places), big.NewRat(int64(1-2*rng.IntN(2)), 1)))
			if moved.Sign() < 0 {
				continue
			}
			k.moved++
			set(r, field, interval.Fixed(moved, n.Places)+n.Unit)
			Check(r, Options{})
			found := slices.ContainsFunc(r.Findings, func(f fuhe.Finding) bool {
				asked := f.Rule == rules.ExecutionRate.ID && f.Severity == fuhe.Warning // without % and like no reading of it
				return (f.Severity == fuhe.Error || asked || ofRounding(f)) && (f.Field == field || slices.Contains(f.Inputs, field))
			})
			switch {
			case found:
				k.found++
			case field != "/total/weight" && excusable(r, field):
				k.excused++
			default:
				t.Errorf("%s moved from %s to %s is not found", field, before.Text, r.Entry(field).Text)
			}
			*c = before
		}
	}
	for _, field := range slices.Sorted(maps.Keys(counts)) {
		k := counts[field]
		t.Logf("%-28s moved by one unit %7d, found %7d, a permitted reading %5d", field, k.moved, k.found, k.excused)
	}
}

// The share of seeded slips whose true kind must stand first, and among the first three.
const (
	firstPercent = 90
	threePercent = 98
)

func TestProofCausesOfSeededSlips(t *testing.T) {
	rng := rand.New(rand.NewPCG(*proofSeed, 13))
	confusion := make([]map[fuhe.CauseKind]int, len(seedings))
	first, three, seeded := make([]int, len(seedings)), make([]int, len(seedings)), make([]int, len(seedings))
	for n := 0; n < *proofForms; {
		k := n % len(seedings)
		r := filled(rng)
		field := seedings[k].make(rng, r)
		if field == "" {
			continue
		}
		Check(r, Options{})
		f := carrying(r, field)
		if f == nil {
			continue // the slip gives the right figure, or a permitted reading of it
		}
		n++
		seeded[k]++
		if confusion[k] == nil {
			confusion[k] = map[fuhe.CauseKind]int{}
		}
		confusion[k][f.Cause.Kind]++
		if f.Cause.Kind == seedings[k].kind {
			first[k]++
			three[k]++
		} else if slices.ContainsFunc(f.Causes, func(c fuhe.Cause) bool { return c.Kind == seedings[k].kind }) {
			three[k]++
		}
	}
	sum := func(v []int) (s int) {
		for _, n := range v {
			s += n
		}
		return s
	}
	for k, s := range seedings {
		t.Logf("%-24s %6d  first %6.2f%%  in three %6.2f%%  %s", s.name, seeded[k], percent(first[k], seeded[k]), percent(three[k], seeded[k]), inOrder(confusion[k]))
	}
	all := sum(seeded)
	t.Logf("%-24s %6d  first %6.2f%%  in three %6.2f%%", "all", all, percent(sum(first), all), percent(sum(three), all))
	if percent(sum(first), all) < firstPercent || percent(sum(three), all) < threePercent {
		t.Errorf("the true cause must stand first in %d %% and among three in %d %%", firstPercent, threePercent)
	}
}

func percent(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }

// carrying is the error at an entry, or the one that carries its explanation.
func carrying(r *fuhe.Report, field fuhe.Field) *fuhe.Finding {
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Field == field && f.Severity == fuhe.Error && f.Cause != nil {
			return f
		}
	}
	return nil
}

func inOrder(counts map[fuhe.CauseKind]int) string {
	kinds := slices.SortedFunc(maps.Keys(counts), func(a, b fuhe.CauseKind) int { return counts[b] - counts[a] })
	parts := make([]string, len(kinds))
	for i, k := range kinds {
		parts[i] = fmt.Sprintf("%s %d", k, counts[k])
	}
	return strings.Join(parts, ", ")
}

// A wrong weight is accused only when it is the one: the share of accusations that hit must stay high, whatever share of
// slips is named at all.
func TestProofAccusedWeightsAreTheWrongOnes(t *testing.T) {
	rng := rand.New(rand.NewPCG(*proofSeed, 14))
	found, named, right, amongCauses := 0, 0, 0, 0
	for range *proofForms {
		r := filled(rng)
		i := rng.IntN(len(r.Indicators))
		was := r.Indicators[i].Weight
		if pick(rng, r, fuhe.IndicatorField(i, "weight"), func(text string, try func(string)) { cause.OneDigitOff(text, Always, try) }); r.Indicators[i].Weight.Number.Value.Sign() == 0 {
			continue
		}
		if n := r.Indicators[i].Score; n.Text == was.Text && rng.IntN(2) == 0 {
			set(r, fuhe.IndicatorField(i, "score"), r.Indicators[i].Weight.Text) // scored by the wrong weight
		}
		Check(r, Options{})
		for _, f := range r.Findings {
			switch {
			case f.Rule != rules.WeightSum.ID:
			case f.Field == figures.TotalWeight:
				found++
				for _, c := range append([]fuhe.Cause{*f.Cause}, f.Causes...) {
					if strings.Contains(c.Text, "“"+r.Indicators[i].Name.Text+"”") {
						amongCauses++
						break
					}
				}
			default:
				named++
				if f.Field == fuhe.IndicatorField(i, "weight") && f.Recomputed == was.Text {
					right++
				} else if testing.Verbose() && named-right < 5 {
					t.Logf("accused wrongly: %s %s → %s; wrong is %d: %s for %s\n%s", f.Field, f.Published, f.Recomputed, i, r.Indicators[i].Weight.Text, was.Text, f.Working)
				}
			}
		}
	}
	t.Logf("wrong weights %d, the right one among the causes %.2f%%, one accused %d, rightly %.2f%%", found, percent(amongCauses, found), named, percent(right, named))
	if percent(right, named) < 99 {
		t.Error("weights are accused that are right")
	}
}
