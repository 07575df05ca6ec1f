package score

import (
	"testing"

	"fuhe"
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

// withheld reports whether an error may stand after a correction: its finding says why nothing is written.
func withheld(_ *fuhe.Report, f fuhe.Finding) bool { return f.Kept != "" }

// never excuses no error that is left.
func never(*fuhe.Report, fuhe.Finding) bool { return false }
