package score_test

import (
	"flag"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/samples/invent"
	"fuhe/score"
)

//	go test ./score -run TestTwoSlips -v -judged.pairs 100000

var judgedPairs = flag.Int("judged.pairs", 600, "forms with two slips to judge and correct")

// What becomes of entries that are corrected, in per cent. A total that counts a wrong score as printed follows when the budget score
// is put right, and says so; a score that is wrong without a witness is in few sums.
const (
	restoredOfTwoPercent = 98.5
	knownOfTwoPercent    = 99.5
)

// Two slips on one form: no entry that was right is changed, and nearly all that is corrected becomes what stood there, or what
// the printed amounts permit, or a total that still counts a score as it did.
func TestTwoSlips(t *testing.T) {
	names := invent.Slips()
	forms, corrected, restored, carried, worse, astray := 0, 0, 0, 0, 0, 0
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
		budget, shift := new(big.Rat), new(big.Rat)
		for _, c := range score.Recompute(r, score.Options{Lang: fuhe.EN}) {
			corrected++
			was, changed := f.Slip.Was[c.Field]
			if c.Field == "/funds/0/score" {
				budget, shift = apart(c.Corrected.Text, c.Published.Text), apart(c.Corrected.Text, was)
			}
			switch {
			case changed && (sameNumber(c.Corrected.Text, was) || f.Slip.Permits(c.Field, c.Corrected.Text) || isTotal(c.Field) && sameNumber(c.Corrected.Text, moved(was, shift))):
				restored++
			case changed && isTotal(c.Field) && budget.Sign() != 0 && sameNumber(c.Corrected.Text, moved(c.Published.Text, budget)) && strings.Contains(c.Because, "in doubt and counted as printed"):
				carried++
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
	t.Logf("%d forms with two slips: %d entries corrected, %d to what stood there, %d totals that follow and count a score in doubt, %d wrong ones to another figure, right ones changed %d", forms, corrected, restored, carried, astray, worse)
	if worse > 0 || corrected == 0 || rate(restored, corrected) < restoredOfTwoPercent || rate(restored+carried, corrected) < knownOfTwoPercent {
		t.Errorf("%d right entries are changed; %.2f %% of what is corrected becomes what stood there, less than %.1f %%, or with totals that follow %.2f %%, less than %.1f %%",
			worse, rate(restored, corrected), restoredOfTwoPercent, rate(restored+carried, corrected), knownOfTwoPercent)
	}
	if testing.Verbose() {
		for k, n := range said {
			t.Logf("%4d %s", n, k)
		}
	}
}

// apart is how much more a figure is than another; nothing where either is none.
func apart(a, b string) *big.Rat {
	x, okX := number(a)
	y, okY := number(b)
	if !okX || !okY {
		return new(big.Rat)
	}
	return x.Sub(x, y)
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
