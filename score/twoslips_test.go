package score_test

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/samples/invent"
	"fuhe/score"
)

//	go test ./score -run TestTwoSlips -v -judged.pairs 100000

var judgedPairs = flag.Int("judged.pairs", 600, "forms with two slips to judge and correct")

// restoredOfTwoPercent: a total is corrected to the sum of the scores as printed, though one of them may be wrong without a witness.
const restoredOfTwoPercent = 97

// Two slips on one form: no entry that was right is changed, and nearly all that is corrected becomes what stood there, or what
// the printed amounts permit.
func TestTwoSlips(t *testing.T) {
	names := invent.Slips()
	forms, corrected, restored, worse, astray := 0, 0, 0, 0, 0
	said := map[string]int{}
	for try := uint64(0); forms < *judgedPairs && try < uint64(*judgedPairs)*8; try++ {
		a, b := names[try%uint64(len(names))], names[(try*7+try/uint64(len(names)))%uint64(len(names))]
		on := slices.DeleteFunc(invent.SlipConventions(a), func(c string) bool { return !slices.Contains(invent.SlipConventions(b), c) })
		if len(on) == 0 {
			continue
		}
		f, ok := invent.TwiceSlipped(on[int(try/3)%len(on)], a, b, *judgedSeed+try)
		if !ok {
			continue
		}
		r, why := readSheet(f)
		if r == nil {
			t.Errorf("%s: unread: %s", f.Slip.Kind, why)
			continue
		}
		forms++
		score.Check(r, score.Options{Lang: fuhe.EN})
		for _, c := range score.Recompute(r, score.Options{Lang: fuhe.EN}) {
			corrected++
			was, changed := f.Slip.Was[c.Field]
			switch {
			case changed && (sameNumber(c.Corrected.Text, was) || f.Slip.Permits(c.Field, c.Corrected.Text)):
				restored++
			case changed:
				astray++
				said[fmt.Sprintf("astray %s: %s", f.Slip.Kind, c.Field)]++
			default:
				worse++
				said[fmt.Sprintf("worse %s: %s", f.Slip.Kind, c.Field)]++
				if testing.Verbose() && worse < 40 {
					t.Logf("%s on %s (seed %d): %s %s → %s by %s\nwas %v\n%s", f.Slip.Kind, f.Layout, *judgedSeed+try, c.Field, c.Published.Text, c.Corrected.Text, c.Rule, f.Slip.Was, findingsOf(r))
				}
			}
		}
	}
	t.Logf("%d forms with two slips: %d entries corrected, %d to what stood there, %d wrong ones to another figure, right ones changed %d", forms, corrected, restored, astray, worse)
	if worse > 0 || corrected == 0 || rate(restored, corrected) < restoredOfTwoPercent {
		t.Errorf("%d right entries are changed; %.2f %% of what is corrected becomes what stood there, less than %d %%", worse, rate(restored, corrected), restoredOfTwoPercent)
	}
	if testing.Verbose() {
		for k, n := range said {
			t.Logf("%4d %s", n, k)
		}
	}
}

func findingsOf(r *fuhe.Report) string {
	var out []string
	for _, x := range r.Findings {
		if x.Severity != fuhe.Note {
			out = append(out, fmt.Sprintf("   %s %s %s %s → %s: %s", x.Rule, x.Severity, x.Field, x.Published, x.Recomputed, x.Message))
		}
	}
	return strings.Join(out, "\n")
}
