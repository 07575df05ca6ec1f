package score

import (
	"math/big"
	"slices"
	"testing"

	"fuhe"
	"fuhe/score/interval"
)

// correctable are the rules whose errors a correction takes away.
var correctable = map[string]bool{"F102": true, "F104": true, "F107": true, "T401": true, "T403": true}

// checkCorrectionLaw corrects a form: only derived entries change, once, and of the errors that name a right value none is left
// that is not excused.
func checkCorrectionLaw(t *testing.T, r *fuhe.Report, o Options, excused func(*fuhe.Report, fuhe.Finding) bool) {
	t.Helper()
	cs := Recompute(r, o)
	derived := map[string]bool{"execution_rate": true, "score": true, "grade": true}
	for _, c := range cs {
		if !derived[c.Field.Key()] {
			t.Fatalf("an input is corrected: %s", c.Field)
		}
		if c.Published.At != c.Corrected.At || c.Formula == "" || c.Because == "" {
			t.Fatalf("incomplete correction %+v", c)
		}
	}
	writeCorrections(r, cs)
	Check(r, o)
	for _, f := range r.Findings {
		if f.Severity == fuhe.Error && correctable[f.Rule] && f.Recomputed != "" && !excused(r, f) {
			t.Fatalf("after correction (%+v): %s at %s: %s", cs, f.Rule, f.Field, f.Message)
		}
	}
	if again := Recompute(r, o); len(again) != 0 {
		t.Fatalf("corrected twice: %+v after %+v", again, cs)
	}
}

// withheld reports whether an error may stand after a correction: another finding speaks against an entry that the right value
// would follow from, or the scores add up to more than can be earned. Then the right value is not known, and nothing is written.
func withheld(r *fuhe.Report, f fuhe.Finding) bool {
	if f.Field == "/total/score" {
		most := big.NewRat(100, 1)
		if w := r.Entry("/total/weight").Number; w != nil {
			most = interval.Rat(w.Value)
		}
		if sum, ok := new(big.Rat).SetString(f.Recomputed); ok && sum.Cmp(most) > 0 {
			return true
		}
	}
	doubts := func(field fuhe.Field) bool { return slices.Contains(f.Inputs, field) }
	return slices.ContainsFunc(r.Findings, func(other fuhe.Finding) bool {
		return other.Severity != fuhe.Note && other.Field != f.Field &&
			(doubts(other.Field) || other.Rule == "F101" && slices.ContainsFunc(other.Inputs, doubts))
	})
}

// never excuses no error that is left.
func never(*fuhe.Report, fuhe.Finding) bool { return false }
