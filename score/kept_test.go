package score_test

import (
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/samples/invent"
	"fuhe/score"
)

// Each contradiction of a derived entry is corrected, or says that nothing was changed and why, or another finding explains it.
func TestWhatIsNotCorrectedSaysWhy(t *testing.T) {
	derived := []string{"F102", "F107", "F104", "T401", "T403", "T404"}
	kept, corrected := 0, 0
	for k, kind := range invent.Slips() {
		on := invent.SlipConventions(kind)
		for n := range 8 {
			f, ok := invent.Slipped(on[(3*n+k)%len(on)], kind, uint64(100*k+n))
			if !ok {
				continue
			}
			r, why := readSheet(f)
			if r == nil {
				t.Fatal(kind, why)
			}
			lang := []fuhe.Lang{fuhe.ZH, fuhe.EN}[n%2]
			score.Check(r, score.Options{Lang: lang})
			fixed := score.Recompute(r, score.Options{Lang: lang})
			for _, x := range r.Findings {
				changed := slices.ContainsFunc(fixed, func(c fuhe.Correction) bool { return c.Field == x.Field })
				switch {
				case x.Severity != fuhe.Error || !slices.Contains(derived, x.Rule):
					if x.Kept != "" {
						t.Errorf("%s: %s %s is no contradiction of a derived entry: %s", kind, x.Rule, x.Field, x.Kept)
					}
				case changed && x.Kept != "":
					t.Errorf("%s: %s %s is corrected and says it is not: %s", kind, x.Rule, x.Field, x.Kept)
				case changed:
					corrected++
				case x.Kept == "" && x.Root == "" || !strings.HasSuffix(x.Message, x.Kept):
					t.Errorf("%s: %s %s stays without a word: %s", kind, x.Rule, x.Field, x.Message)
				default:
					kept++
				}
			}
		}
	}
	if kept == 0 || corrected == 0 {
		t.Errorf("%d entries stay, %d are corrected: both must be met", kept, corrected)
	}
	t.Logf("%d entries stay with a reason, %d are corrected", kept, corrected)
}
