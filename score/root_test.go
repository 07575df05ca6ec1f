package score

import (
	"testing"

	"fuhe"
	"fuhe/score/cause"
	"fuhe/score/figures"
	"fuhe/score/rulebook"
	"fuhe/score/rules"
)

// One slip breaks several figures: one finding carries the explanation, the others refer to it.
func TestOneSlipHasOneRoot(t *testing.T) {
	for _, c := range []struct {
		name     string
		changes  map[fuhe.Field]string
		rootRule string
		root     fuhe.Field
		rule     string
		field    fuhe.Field
		kind     fuhe.CauseKind
	}{
		{
			name: "a score computed from a wrong rate", changes: map[fuhe.Field]string{rateField0: "0.80%", "/funds/0/score": "0.08", "/total/score": "90.08"},
			rootRule: "F102", root: rateField0, rule: "F104", field: "/funds/0/score", kind: fuhe.UnitSlip,
		},
		{
			name: "an amount with one wrong digit", changes: map[fuhe.Field]string{"/funds/0/executed": "60.00", "/funds/1/executed": "60.00"},
			rootRule: "F102", root: rateField0, rule: "F104", field: "/funds/0/score", kind: fuhe.OneDigit,
		},
		{
			name: "a score above its weight", changes: map[fuhe.Field]string{"/indicators/0/score": "80"},
			rootRule: "I301", root: "/indicators/0/score", rule: "T401", field: "/total/score",
		},
		{
			name: "a rate printed twice", changes: map[fuhe.Field]string{
				rateField0: "81.00%", "/indicators/1/name": "预算执行率", "/indicators/1/target": "≥80%", "/indicators/1/actual": "80.00%"},
			rootRule: "F102", root: rateField0, rule: "X601", field: rateField0,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := sample(c.changes)
			Check(r, Options{Lang: fuhe.ZH})
			root, leaf := findingAt(t, r, c.rootRule, c.root), findingAt(t, r, c.rule, c.field)
			if leaf.Root != root.ID || root.Root != "" {
				t.Errorf("root %q of %s, want %q:\n%s", leaf.Root, c.rule, root.ID, rulebook.Lines(r.Findings))
			}
			if c.kind != "" && root.Cause.Kind != c.kind {
				t.Errorf("cause %s, want %s", root.Cause.Kind, c.kind)
			}
		})
	}
}

func TestRootOfWeights(t *testing.T) {
	for _, rule := range []string{"W201"} {
		for _, e := range rulebook.Examples(rules.Find(rule)) {
			r := checkExample(t, e, fuhe.ZH)
			row := ""
			for _, f := range r.Findings {
				if f.Rule == rule && f.Field.Key() == "weight" && f.Field.Row() >= 0 {
					row = f.ID
				}
			}
			for _, f := range r.Findings {
				if f.Rule == rule && f.Field == figures.TotalWeight && f.Root != row {
					t.Errorf("%s: root %q, want %q", e.Name, f.Root, row)
				}
				if len(f.Causes) > cause.Shown-1 {
					t.Errorf("%s: %d further causes", e.Name, len(f.Causes))
				}
			}
		}
	}
}

// findingAt is the finding of a rule at an entry.
func findingAt(t *testing.T, r *fuhe.Report, rule string, f fuhe.Field) fuhe.Finding {
	t.Helper()
	for _, found := range r.Findings {
		if found.Rule == rule && found.Field == f {
			return found
		}
	}
	t.Fatalf("no %s at %s among\n%s", rule, f, rulebook.Lines(r.Findings))
	return fuhe.Finding{}
}
