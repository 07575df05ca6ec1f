package score

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fuhe"
)

// The order of the rows under a heading says nothing: with them permuted, the same is found at the same rows.
func TestPermutedIndicatorsAreJudgedAlike(t *testing.T) {
	rng := rand.New(rand.NewPCG(21, 22))
	for n := range 400 {
		r := filled(rng)
		if s := seedings[n%len(seedings)]; s.make(rng, r) == "" {
			continue
		}
		other := *r
		other.Indicators = permuted(rng, r.Indicators)
		Check(r, Options{Lang: fuhe.ZH})
		Check(&other, Options{Lang: fuhe.ZH})
		if a, b := said(r), said(&other); a != b {
			t.Fatalf("form %d: \n%s\npermuted:\n%s", n, a, b)
		}
		if r.Coverage != other.Coverage {
			t.Fatalf("form %d: coverage %+v, permuted %+v", n, r.Coverage, other.Coverage)
		}
	}
}

// permuted are the rows with those under one heading in another order.
func permuted(rng *rand.Rand, rows []fuhe.Indicator) []fuhe.Indicator {
	out := slices.Clone(rows)
	for from := 0; from < len(out); {
		to := from
		for to < len(out) && out[to].Level1.Text == out[from].Level1.Text {
			to++
		}
		rng.Shuffle(to-from, func(i, j int) { out[from+i], out[from+j] = out[from+j], out[from+i] })
		from = to
	}
	return out
}

// said is what was found, with rows by their names and without workings, which add in the order of the form.
func said(r *fuhe.Report) string {
	lines := make([]string, len(r.Findings))
	for i, f := range r.Findings {
		row := ""
		if k := f.Field.Row(); k >= 0 && f.Field.Key() != "level1" && strings.HasPrefix(string(f.Field), "/indicators/") {
			row = r.Indicators[k].Name.Text
		}
		kind := fuhe.CauseKind("")
		if f.Cause != nil {
			kind = f.Cause.Kind
		}
		lines[i] = fmt.Sprint(f.Rule, f.Severity, f.Effect, row, f.Field.Key(), f.Published, f.Recomputed, kind, f.Message)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}
